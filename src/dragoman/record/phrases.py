"""A told claim or statement as phrases that a person reads; the same wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.record.answers import Counted, Party, Said, Source, Told, Voice

_BOUNDS = {"exact": "", "at_least": "at least ", "at_most": "at most ", "about": "about "}
_FIRST, _SECOND = ("actor", "subject"), ("recipient", "object")


def heading(told: Told) -> str:
    """Return type and mode, marked where the claim is denied: ``not CONSULT visit``."""
    mode = f" {', '.join(told.mode)}" if told.mode else ""
    return f"{'not ' if told.polarity == 'negative' else ''}{told.type}{mode}"


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
        line += f", as “{flat(told.status)}”"
    return line


def people(parties: Iterable[Party]) -> str:
    """Return names, each once, with the words in brackets where they differ from the name."""
    named = {party.name: party for party in parties}
    return ", ".join(
        name if name.casefold() in party.words.casefold() else f"{name} [{flat(party.words)}]" for name, party in named.items()
    )


def details(told: Told) -> list[str]:
    """Return how sure the claim is, when, where, on what, how many, by which words, and in which contexts."""
    parts = [sureness(told), *_particulars(told), f"by “{flat(' … '.join(told.trigger))}”"]
    return [*parts, f"({', '.join(told.contexts)})"] if told.contexts else parts


def sureness(told: Told) -> str:
    """Return how sure the claim's own voice is: ``certain, past`` or ``denied, certain, past``."""
    parts = ["denied"] if told.polarity == "negative" else []
    return ", ".join([*parts, told.certainty, told.tense])


def when(told: Told) -> str | None:
    """Return the claim's own time, or None."""
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


def mouth(told: Told, *, denying: bool = False) -> str:
    """Return who says what a claim tells: who accuses or, where it is a denial, denies by it, else its innermost voice or the outlet."""
    actors = told.roles.get("actor", ())
    if actors and told.polarity == "positive" and (denying or told.type == "ACCUSE"):
        return people(actors)
    if told.voice:
        return ", ".join(party.name for party in told.voice[-1].sources) or told.voice[-1].name
    return told.report.outlet or told.report.id


def speaking(said: Said) -> str:
    """Return who says and by which words, and within whose statement: ``Mao Ning “denied” (direct, within Xinhua)``."""
    name = "; ".join(party.name for party in said.sources) or "somebody unnamed"
    notes: list[str] = [said.manner] if said.manner != "indirect" else []
    if said.within:
        notes.append(f"within {' > '.join(voice.name for voice in said.within)}")
    cue = f" “{flat(said.cue)}”" if said.cue else ""
    return f"{name}{cue}" + (f" ({', '.join(notes)})" if notes else "")


def words_of(said: Said) -> str:
    """Return what is said, pieces joined."""
    return flat(" … ".join(said.words))


def origin(source: Source) -> str:
    """Return a report's outlet, date and id: ``Xinhua, 2024-04-30, r1, and 2 copies``."""
    copies = f"and {len(source.copies)} {'copy' if len(source.copies) == 1 else 'copies'}" if source.copies else None
    return ", ".join(part for part in (source.outlet, source.published and source.published[:10], source.id, copies) if part)


def flat(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def _particulars(told: Told) -> Iterator[str]:
    if moment := when(told):
        yield moment
    if told.place:
        country = f", {told.place.country}" if told.place.country else ""
        yield f"at {told.place.name}{country}"
    if told.about:
        yield f"on “{flat(' … '.join(told.about))}”"
    if told.scope and (told.place is None or told.place.words not in told.scope):
        yield f"in “{flat(told.scope)}”"
    if told.condition:
        yield f"condition “{flat(told.condition)}”"
    for count in told.counts:
        yield _count(count)


def _count(count: Counted) -> str:
    value = f"{count.value:,.0f}" if count.value == int(count.value) else f"{count.value:,}"
    return f"{_BOUNDS[count.bound]}{value} {count.unit or count.of}"
