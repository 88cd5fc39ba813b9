"""What layout gives to a speaker: turns under a label in interviews and transcripts, and a paragraph that a colon leads to."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.actors.cast import Cast, CastMention
from dragoman.coding.statements.quotes import paragraphs
from dragoman.coding.statements.values import Cue, Range, RawStatement
from dragoman.coding.tree import Tree

_BRACKETED: Final = re.compile(r"\(\(([^()\n]{1,40})\)\)[ \t:]*(?=\S)")
_WORD: Final = r"[^\W\d_][\w.'’-]*"
_COLON: Final = re.compile(rf"({_WORD}(?: {_WORD}){{0,4}}):[ \t]+(?=\S)")
_ASKED: Final = re.compile(r"(Q)[ \t]{2,}(?=\S)")
_PARTS: Final = frozenset({"Q", "A", "Question", "Answer", "Interviewer", "Reporter", "Moderator"})
_LOWER: Final = frozenset({"al", "bin", "da", "de", "del", "der", "di", "el", "la", "le", "of", "ten", "the", "van", "von"})
_OPENING: Final = tuple("\"“„«‘'*•-–—")  # a quotation is found without a label; a list is nobody's speech
_STOPS: Final = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class _Label:
    """A label at the start of a paragraph: its name, its characters, where speech begins, and the paragraph's number."""

    name: str
    start: int
    end: int
    speech: int
    paragraph: int


def turns(tree: Tree, cast: Cast | None) -> Iterator[RawStatement]:
    """Yield what is said under each label of an interview or a transcript ("((Jane Roe)) …", "PRESIDENT ROE: …", "Q: …").

    A turn reaches to the next label; the last is no longer, in paragraphs, than the longest before it. There must be two
    labels at least, one of which names a person of the report or says that one asks and one answers. A label whose speaker is nobody
    that the report names gives its turn an unknown source.
    """
    text = tree.doc.text
    blocks = paragraphs(text)
    labels = [one for n, (start, end) in enumerate(blocks) if (one := _label(text, start, end, n))]
    if cast is None or len(labels) < 2:
        return
    who = [_speaker(tree, cast, one) for one in labels]
    if not any(who) and not any(one.name in _PARTS for one in labels):
        return
    lengths = [b.paragraph - a.paragraph for a, b in itertools.pairwise(labels)]
    ends = [one.paragraph for one in labels[1:]] + [min(labels[-1].paragraph + max(lengths), len(blocks))]
    starts = [t.idx for t in tree.doc]
    for one, speaker, end in zip(labels, who, ends, strict=True):
        content = _tokens(tree, starts, one.speech, blocks[end - 1][1])
        if content:
            yield RawStatement(
                source=(speaker.head,) if speaker else (),
                source_span=(speaker.first, speaker.last) if speaker else None,
                cue=(),
                content=(content,),
                manner="direct",
            )


def with_turns(statements: Sequence[RawStatement], spoken: Iterable[RawStatement]) -> list[RawStatement]:
    """Return statements with turns in place of what was taken from their labels already ("ROE: …" in one paragraph)."""
    every = list(spoken)

    def told(one: RawStatement) -> bool:
        return any(
            turn.source == one.source
            and turn.content[0][0] <= one.content[0][0] < turn.content[0][1]
            and not set(one.source) & _below(turn)
            for turn in every
        )

    return [*(s for s in statements if not s.source or not told(s)), *every]


def _below(turn: RawStatement) -> set[int]:
    return {t for first, last in turn.content for t in range(first, last)}


def introduced(tree: Tree, waiting: Sequence[Cue], statements: Sequence[RawStatement]) -> Iterator[RawStatement]:
    """Yield the paragraphs without quotation marks that a cue and a colon before them give to somebody ("She wrote:").

    Args:
        tree: the report.
        waiting: cues that may have direct speech for their content.
        statements: what is given to somebody already.
    """
    text = tree.doc.text
    blocks = paragraphs(text)
    starts = [t.idx for t in tree.doc]
    taken = {t for s in statements for t in s.cue}
    for (start, end), (first, last) in itertools.pairwise(blocks):
        led = text[start:end].rstrip()
        if not led.endswith(":") or text[first:last].lstrip().startswith(_OPENING):
            continue
        content = _tokens(tree, starts, first, last)
        inside = _tokens(tree, starts, start, end)
        if not content or not inside or any(a <= content[0] < b for s in statements for a, b in s.content):
            continue
        near = [c for c in waiting if inside[0] <= c.anchor < inside[1] and c.source.heads and not taken & set(c.tokens)]
        cue = next((c for c in reversed(near) if not _STOPS & set(tree.words[c.anchor : inside[1]])), None)
        if cue:
            yield RawStatement(cue.source.heads, cue.source.span, cue.tokens, (content,), "direct", attitude=cue.kind)


def _label(text: str, start: int, end: int, number: int) -> _Label | None:
    begin = start + len(text[start:end]) - len(text[start:end].lstrip())
    found = next((m for pattern in (_BRACKETED, _COLON, _ASKED) if (m := pattern.match(text, begin, end))), None)
    if found is None or not (found.re is _BRACKETED or _is_name(found[1])):
        return None
    return _Label(found[1], found.start(1), found.end(1), found.end(), number)


def _is_name(label: str) -> bool:
    """Tell whether a label is written as a name, every word with a capital, or says that one asks or answers."""
    words = label.split()
    return label in _PARTS or (words[-1][:1].isupper() and all(w[:1].isupper() or w in _LOWER for w in words))


def _speaker(tree: Tree, cast: Cast, label: _Label) -> CastMention | None:
    """Return the mention of the person that a label names, or of the first person whose initials it is."""
    people = [m for m in cast.mentions if m.mention.actor and cast.actors[m.mention.actor].kind == "person"]
    named = [m for m in people if label.start <= m.mention.start and m.mention.end <= label.end]
    if named:
        return named[-1]
    if not (label.name.isupper() and len(label.name) > 1 and label.name not in _PARTS):
        return None
    return next((m for m in people if m.form == "name" and _initials(m.mention.text) == label.name), None)


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())


def _tokens(tree: Tree, starts: Sequence[int], start: int, end: int) -> Range | None:
    """Return the half-open range of the tokens between two characters, blanks at its ends left out."""
    first, last = bisect.bisect_left(starts, start), bisect.bisect_left(starts, end)
    while first < last and tree.doc[first].is_space:
        first += 1
    while first < last and tree.doc[last - 1].is_space:
        last -= 1
    return (first, last) if first < last else None
