"""What loading cannot see: frames that can never be found, and frames that nothing shows at work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.coding.lexicon.frames import Frame, Lexicon, Pattern
from dragoman.errors import Fault


def faults_of(lexicon: Lexicon) -> tuple[Fault, ...]:
    """Return every fault of a loaded lexicon, in file order.

    A frame needs an example; a frame whose every wording an earlier frame takes under the same conditions can never be found.

    Example:
        >>> from dragoman.coding.lexicon import load
        >>> faults_of(load())
        ()
    """
    return tuple(fault for frame in lexicon.frames for fault in (*_unshown(frame), *_shadowed(frame, lexicon)))


def _unshown(frame: Frame) -> Iterator[Fault]:
    if frame.type == "none":
        return
    if not frame.example:
        yield _fault(frame, "no example", "give it a sentence of your own in which it is found")


def _shadowed(frame: Frame, lexicon: Lexicon) -> Iterator[Fault]:
    """Yield a fault where, for each of the frame's wordings, an earlier frame of the same kind asks for no more."""
    above = [_stronger(pattern, frame, lexicon) for pattern in frame.patterns]
    if above and all(above):
        names = ", ".join(sorted({other.id for found in above for other in found[:1]}))
        yield _fault(frame, f"never found: {names} takes all of its wordings first", "give it conditions of its own, or join the two")


def _stronger(pattern: Pattern, frame: Frame, lexicon: Lexicon) -> list[Frame]:
    earlier = []
    for other_pattern, other in lexicon.index.get(pattern.head, ()):
        if other is frame:
            break
        if frame.own and not other.own:  # a user's own comes first wherever it stands
            continue
        same_kind = other.type.isupper() == frame.type.isupper() or other.type == "none"
        if same_kind and other_pattern == pattern and set(other.where) == set(frame.where) and _needs_less(other.needs, frame.needs):
            earlier.append(other)
    return earlier


def _needs_less(one: Iterable[str], other: Iterable[str]) -> bool:
    return set(one) <= set(other)


def _fault(frame: Frame, what: str, remedy: str) -> Fault:
    file, _, name = frame.id.partition("#")
    return Fault(f"{file}:{frame.line}", f"frame {name}: {what}", remedy)
