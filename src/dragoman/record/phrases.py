"""A told claim or statement as lines that a person reads; the same wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.record.answers import Counted, Party, Said, Told, Voice

_BOUNDS = {"exact": "", "at_least": "at least ", "at_most": "at most ", "about": "about "}
_FIRST, _SECOND = ("actor", "subject"), ("recipient", "object")


def claim_lines(told: Told) -> Iterator[str]:
    """Yield a claim: what and between whom; then how sure and when; then who says so and the words."""
    yield f"{heading(told)}: {who_to_whom(told)}"
    yield "; ".join([sureness(told), *_particulars(told)])
    yield f"{voices(told.voice)}: “{' … '.join(told.trigger)}”"


def heading(told: Told) -> str:
    """Return type, mode and contexts, marked where the claim is denied: ``not CONSULT visit (military)``."""
    mode = f" {', '.join(told.mode)}" if told.mode else ""
    contexts = f" ({', '.join(told.contexts)})" if told.contexts else ""
    return f"{'not ' if told.polarity == 'negative' else ''}{told.type}{mode}{contexts}"


def who_to_whom(told: Told) -> str:
    """Return the parties: ``Hamas, Fatah → Israel, third party China``."""
    first = [party for role in _FIRST for party in told.roles.get(role, ())]
    second = [party for role in _SECOND for party in told.roles.get(role, ())]
    third = told.roles.get("third_party", ())
    line = people(first) or "?"
    if second:
        line += f" → {people(second)}"
    if third:
        line += f", third party {people(third)}"
    if told.status:
        line += f", as “{told.status}”"
    return line


def people(parties: list[Party] | tuple[Party, ...]) -> str:
    """Return names, each once, with the words in brackets where they differ from the name."""
    named = {party.name: party for party in parties}
    return ", ".join(name if name.casefold() in party.words.casefold() else f"{name} [{party.words}]" for name, party in named.items())


def sureness(told: Told) -> str:
    """Return how sure the claim's own voice is: ``certain, past`` or ``denied, certain, past``."""
    parts = ["denied"] if told.polarity == "negative" else []
    return ", ".join([*parts, told.certainty, told.tense])


def when(told: Told) -> str | None:
    """Return the claim's time, or the report's date as such."""
    time = told.time
    if time is None or not (time.start or time.end):
        return None
    line = f"{time.start}" if time.start == time.end else f"{time.start or '…'} to {time.end or '…'}"
    return f"{line} ({time.precision})" if time.precision != "day" else line


def voices(chain: tuple[Voice, ...]) -> str:
    """Return who says so, outermost first; the outlet where nobody else does."""
    if not chain:
        return "in the outlet's own voice"
    return "according to " + ", citing ".join(voice.name for voice in chain)


def statement_line(said: Said) -> str:
    """Return a statement: ``Mao Ning “denied” (indirect, within Xinhua): …``."""
    name = "; ".join(party.name for party in said.sources) or "somebody unnamed"
    within = f", within {' > '.join(voice.name for voice in said.within)}" if said.within else ""
    cue = f" “{said.cue}”" if said.cue else ""
    return f"{name}{cue} ({said.manner}{within}): {' … '.join(said.words)}"


def _particulars(told: Told) -> Iterator[str]:
    if moment := when(told):
        yield moment
    if told.place:
        country = f", {told.place.country}" if told.place.country else ""
        yield f"at {told.place.name}{country}"
    if told.about:
        yield f"on “{' … '.join(told.about)}”"
    if told.scope:
        yield f"in “{told.scope}”"
    if told.condition:
        yield f"condition “{told.condition}”"
    for count in told.counts:
        yield _count(count)


def _count(count: Counted) -> str:
    value = f"{count.value:,.0f}" if count.value == int(count.value) else f"{count.value:,}"
    return f"{_BOUNDS[count.bound]}{value} {count.unit or count.of}"
