"""An explanation as a person reads it on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from dragoman.cli.output import Part, Printer
from dragoman.record.phrases import details, flat, heading, voices, who_to_whom

if TYPE_CHECKING:
    from spacy.tokens import Span

    from dragoman.coding.explaining.explain import Explanation
    from dragoman.coding.explaining.explained import Doubt, Filled, Predicate, Saying, Seen, Tried, Who
    from dragoman.record.telling import Telling

_HEAD, _TYPE, _CLAIM, _HELD, _DIM, _WHO, _SAID = "bold yellow", "bold cyan", "bold", "yellow", "dim", "bold", "green"
_FAINT: Final = 0.1
"""How likely the learned heads must hold a type for it to be shown where no word is asked for."""
_ITSELF: Final = frozenset({"self", "bearer", "itself"})
_SHORT: Final = 110


def print_sentences(sentences: Sequence[Span], telling: Telling) -> None:
    """Print the numbered sentences of a report, each with the claims that came of it."""
    out = Printer()
    wide = len(str(len(sentences)))
    for n, sentence in enumerate(sentences, 1):
        out.line((f"{n:{wide}}", _HEAD), f"  {shorten(flat(sentence.text), _SHORT, placeholder=' …')}")
        claims = [c for c in telling.reading.claims if sentence.start_char <= c.trigger[0].start < sentence.end_char]
        for told in map(telling.told, claims):
            out.line((heading(told), _TYPE), f": {who_to_whom(told)}", indent=wide + 4)
    out.blank()
    out.line(("--sentence N explains one of them, --word WORD those with this word.", _DIM))


def print_explanation(one: Explanation, telling: Telling, *, word: str | None = None, again: bool = False) -> None:
    """Print why a sentence was coded as it was; of a word, all that was tried there and nothing else.

    Args:
        one: the explanation.
        telling: the report's reading.
        word: the word that it was narrowed to.
        again: whether another one stands before it.
    """
    out = Printer()
    if again:
        out.blank()
    out.line((f"Sentence {one.sentence} of {one.of}", _HEAD))
    out.line(flat(one.text), indent=2)
    if word is None:
        _words(out, one)
        _section(out, "Who is mentioned", (_who(who) for who in one.mentions), otherwise="nobody")
        _section(out, "Statements", (_saying(saying) for saying in one.statements), otherwise="none: the outlet's own voice")
    _frames(out, one, whole=word is not None)
    _marks(out, one, whole=word is not None)
    _claims(out, one, telling)


def _section(out: Printer, title: str, lines: Iterator[list[Part]], *, otherwise: str) -> None:
    out.blank()
    out.line((title, _HEAD))
    printed = False
    for parts in lines:
        out.line(*parts, indent=2)
        printed = True
    if not printed:
        out.line((otherwise, _DIM), indent=2)


def _words(out: Printer, one: Explanation) -> None:
    """Print the tree, a word a line in columns."""
    text = {w.number: w.text for w in one.words}
    heads = [f"{w.head} {text[w.head]}" if w.head else "–" for w in one.words]
    rows = [(str(w.number), w.text, w.pos, w.relation, head, ", ".join(w.actors)) for w, head in zip(one.words, heads, strict=True)]
    titles = ("", "word", "part", "relation", "to", "stands for")
    wide = [max(len(row[n]) for row in [titles, *rows]) for n in range(len(titles))]
    out.blank()
    out.line((_columns(titles, wide).rstrip(), _HEAD), indent=2)
    for row in rows:
        out.line(_columns(row[:-1], wide), ("  " + row[-1], _WHO), indent=2) if row[-1] else out.line(
            _columns(row, wide).rstrip(), indent=2
        )


def _columns(cells: Sequence[str], wide: Sequence[int]) -> str:
    return "  ".join([f"{cells[0]:>{wide[0]}}", *(f"{cell:<{width}}" for cell, width in zip(cells[1:], wide[1:], strict=False))])


def _who(who: Who) -> list[Part]:
    """A mention and whom it stands for."""
    if who.actor is None and not who.place:
        return [f"“{flat(who.text)}”", (f"  {who.form}, no actor known", _DIM)]
    codes = " ".join(part for part in (who.kind, who.country, who.sector) if part)
    notes = [who.form] if who.form != "name" else []
    if who.place:
        notes.append(f"a place here, would stand for {who.stands_for}" if who.stands_for else "a place")
    named: list[Part] = ["  ", (who.name or "", _WHO), f"  {who.actor}  {codes}"] if who.actor else []
    return [f"“{flat(who.text)}”", *named, (f"  ({', '.join(notes)})" if notes else "", _DIM)]


def _saying(saying: Saying) -> list[Part]:
    """A statement: who says it, by which words, and what."""
    sources = ", ".join(map(flat, saying.sources)) or "somebody unnamed"
    cue = f" “{flat(saying.cue)}”" if saying.cue else ""
    within = f", within {saying.within}" if saying.within else ""
    content = flat(" … ".join(saying.content))
    return [f"{saying.id}  ", (f"{sources}{cue}", _SAID), f": {content}", (f"  ({saying.manner}{within})", _DIM)]


# frames


def _frames(out: Printer, one: Explanation, *, whole: bool) -> None:
    """Print what was tried at each word; of each word only what decided, unless the whole is asked for."""
    out.blank()
    out.line(("Frames", _HEAD))
    shown = [p for p in one.predicates if whole or _tells(p)]
    for predicate in shown:
        _predicate(out, predicate, whole=whole)
    if not shown:
        out.line(("No frame begins with this word." if whole else "no word has a frame that could hold", _DIM), indent=2)


def _tells(predicate: Predicate) -> bool:
    """Tell whether there is more to say of a word than that it is an auxiliary or has other words beside it."""
    return any(t.outcome != "absent" for t in predicate.tried) or (bool(predicate.silent) and "auxiliary" not in predicate.silent)


def _predicate(out: Printer, predicate: Predicate, *, whole: bool) -> None:
    slots = _slots(predicate.slots, predicate)
    out.line((predicate.text, _WHO), (f" ({predicate.word})", _DIM), f"  {slots}" if slots and not predicate.silent else "", indent=2)
    if predicate.silent:
        out.line(f"means nothing by itself: {predicate.silent}", indent=4)
    decided = any(t.outcome in ("claim", "held") for t in predicate.tried)
    shown = [t for t in predicate.tried if whole or t.outcome in ("claim", "held") or (t.outcome == "unfit" and not decided)]
    for tried in shown:
        _tried(out, tried, predicate)
    left = [t for t in predicate.tried if t not in shown]
    if left:
        unfit, absent = sum(t.outcome == "unfit" for t in left), sum(t.outcome == "absent" for t in left)
        parts = [f"{unfit} whose conditions are not met"] * bool(unfit) + [f"{absent} that ask for other words"] * bool(absent)
        out.line((f"and {' and '.join(parts)}: --word {predicate.text}", _DIM), indent=4)


def _tried(out: Printer, tried: Tried, predicate: Predicate) -> None:
    """Print a frame, what became of it, and why."""
    label, style = {"claim": (str(tried.claim), _CLAIM), "held": ("held", _HELD)}.get(tried.outcome, ("no", _DIM))
    weight = f", weight {tried.weight:g}" if tried.weight is not None else ""
    kind = " ".join([tried.type, *tried.mode])
    out.line((f"{label:<6}", style), (kind, _TYPE), f"  {tried.part} “{tried.wording}”  {tried.rule}{weight}", indent=4)
    if tried.outcome in ("claim", "held") and (slots := _slots(_differing(tried.slots, predicate.slots), predicate)):
        out.line((f"sees {slots}", _DIM), indent=10)
    if tried.roles:
        out.line("; ".join(f"{role} {', '.join(names)}" for role, names in tried.roles.items()), indent=10)
    if tried.why:
        out.line(tried.why, indent=10)


def _differing(slots: Filled, known: Filled) -> Filled:
    return {slot: fillers for slot, fillers in slots.items() if known.get(slot) != fillers}


def _slots(slots: Filled, predicate: Predicate) -> str:
    """Return what stands in slots, leaving out that a noun is itself."""
    told: Mapping[str, list[str]] = {
        slot: [flat(f.text) for f in fillers if not (slot in _ITSELF and f.word == predicate.word)] for slot, fillers in slots.items()
    }
    return ", ".join(f"{slot} {' and '.join(f'“{text}”' for text in texts)}" for slot, texts in told.items() if texts)


# the learned heads, and claims


def _marks(out: Printer, one: Explanation, *, whole: bool) -> None:
    """Print what the learned heads make of words, where the model has any."""
    shown = [m for m in one.marks if whole or m.likely >= _FAINT]
    if shown:
        out.blank()
        out.line(("Learned heads", _HEAD))
    for mark in sorted(shown, key=lambda m: (m.word, -m.likely)):
        out.line(*_mark(mark), indent=2)
        if mark.like:
            out.line((f"most like “{flat(mark.like)}” ({mark.like_id})", _DIM), indent=6)


def _mark(mark: Seen) -> list[Part]:
    roles = "; ".join(f"{r.role} “{flat(r.filler.text)}” {r.likely:.2f}" for r in mark.roles)
    became = f"{mark.claim}, {mark.why}" if mark.claim else mark.why
    return [
        (mark.text, _WHO),
        (f" ({mark.word})  ", _DIM),
        (mark.type, _TYPE),
        f" {mark.likely:.2f}{': ' + roles if roles else ''}",
        (f"  ({became})", _DIM),
    ]


def _claims(out: Printer, one: Explanation, telling: Telling) -> None:
    out.blank()
    out.line(("Claims", _HEAD))
    for claim in one.claims:
        told = telling.told(claim)
        out.line((f"{claim.id}  ", _CLAIM), (heading(told), _TYPE), f": {who_to_whom(told)}", indent=2)
        out.line(f"{voices(told.voice)}: {' · '.join(details(told))}", indent=6)
        for doubt in (d for d in one.doubts if d.claim == claim.id):
            out.line((_doubt(doubt), _DIM), indent=6)
        sure = "" if claim.confidence is None else f", confidence {claim.confidence:.2f}"
        out.line((f"rule {claim.rule}{sure}", _DIM), indent=6)
    if not one.claims:
        out.line(("none", _DIM), indent=2)


def _doubt(doubt: Doubt) -> str:
    """Say by what a claim is denied or less than certain: ``certainty: hypothetical, by “if”``."""
    words = " and ".join(f"“{flat(filler.text)}”" for filler in doubt.by)
    return f"{doubt.about}: {doubt.value}, by {words or ('its frame' if doubt.frame else 'its form alone')}"
