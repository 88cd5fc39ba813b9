"""The time of one event, by syntax: what the clause or the noun of its trigger says of when."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dragoman.claims import Span, TimeValue
from dragoman.coding.times.find import TimeMention
from dragoman.coding.times.grammar import grammar

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINEST = ("time", "day", "week", "month", "quarter", "season", "year", "decade", "century")
_CARRIERS = frozenset({"obl", "advmod", "nmod", "amod", "compound", "nummod", "det", "dep", "appos", "flat", "dislocated", "obj", "advcl"})
_INNER = frozenset({"nmod", "appos", "conj", "flat", "compound", "obl", "nummod", "amod", "advmod"})
_ARGUMENTS = frozenset({"obj", "nsubj", "nmod", "compound", "amod"})
_STEPS = 4


def time_of(
    doc: Doc,
    i: int,
    times: Sequence[TimeMention],
    *,
    published: date | None = None,
    trigger: Collection[int] = (),
    stop: Collection[int] = (),
) -> TimeValue | None:
    """Return when the event with trigger token i is said to happen; None where the text does not say.

    The trigger's own modifiers come first; then those of the verb that it is an argument or complement of. A time
    inside another clause, or of the verb that reports the event, is not the event's. With "since" and "until", and where
    something is said to begin or end, the other end stays open; "from … to …" and lists are joined.

    Args:
        doc: the report with Universal Dependencies.
        i: index of the trigger token.
        times: the report's times.
        published: the report's date; a time before it belongs to no verb with "will", one after it to none in the past.
        trigger: all tokens of the trigger ("launched an attack"): what hangs on them hangs on the event.
        stop: tokens that report the event, whose time is not its own ("condemned the attack on Monday").
    """
    sentence = doc[i].sent
    near = (time for time in times if time.value is not None and sentence.start <= time.first < sentence.end)
    heads = {_head(doc, time): time for time in near}
    if not heads:
        return None
    found = _nearest(doc[i], heads, trigger, stop)
    if found is None:
        return None
    token, own = found
    value = _joined(doc, own)
    return _bounded(doc, value, i, token) if _fits_tense(token, value, published) else None


def _nearest(
    token: Token, heads: dict[int, TimeMention], trigger: Collection[int], stop: Collection[int]
) -> tuple[Token, list[TimeMention]] | None:
    """Return the first word on the way up from a trigger that has times of its own, and these."""
    before: Token | None = None
    for _ in range(_STEPS):
        own = [t for t in _own(token, heads, trigger) if before is None or not _is_clause_mate_only(before, t)]
        if before is not None and before.dep_ == "conj":
            own = [t for t in own if t.last <= token.i]
        if own:
            return token, own
        above = _above(token)
        if above is None or above.i in stop:
            return None
        before, token = token, above
    return None


def _head(doc: Doc, time: TimeMention) -> int:
    """Return the token of a time that hangs on a token outside it."""
    inside = range(time.first, time.last)
    return next((k for k in inside if doc[k].head.i not in inside or doc[k].head.i == k), time.first)


def _own(token: Token, heads: dict[int, TimeMention], trigger: Collection[int]) -> list[TimeMention]:
    """Return the times that modify a token, in text order."""
    found: list[TimeMention] = []
    if token.i in heads:
        found.append(heads[token.i])
    for child in token.children:
        base = child.dep_.partition(":")[0]
        if base in _CARRIERS and (below := [*_below(child, heads)]) and not _is_sources(child):
            found += below
        if child.pos_ == "PROPN" or child.i in trigger:
            found += _beyond(child, heads)
        elif base == "acl" and token.pos_ == "NOUN" and child.lemma_.lower() in grammar().occurring:
            found += _own(child, heads, ())
    return sorted(set(found), key=lambda t: t.first)


def _is_sources(time: Token) -> bool:
    """Tell whether a time stands right after a source ("according to the ministry on Monday"), and so is the time of saying."""
    first = time.left_edge.i
    word = time.doc[max(0, first - 1)]
    for _ in range(_STEPS if first else 0):
        if any(c.dep_ == "case" and c.lower_ in grammar().sourcing for c in word.children):
            return True
        word = word.head
    return False


def _beyond(token: Token, heads: dict[int, TimeMention]) -> Iterator[TimeMention]:
    """Yield times after a name: nobody "is on Monday", so the event that he takes part in is ("met Putin on Monday")."""
    for child in token.children:
        if child.i > token.i and child.dep_.partition(":")[0] in ("nmod", "obl"):
            yield from _below(child, heads)
            if child.pos_ == "PROPN" and child.i not in heads:
                yield from _beyond(child, heads)


def _below(token: Token, heads: dict[int, TimeMention]) -> Iterator[TimeMention]:
    """Yield a time that a modifier is, or that a word of time such as "night" leads to."""
    if token.i in heads:
        yield heads[token.i]
    elif not _tells_time(token):
        return
    for child in token.children:
        if child.dep_.partition(":")[0] in _INNER:
            yield from _below(child, heads)


def _tells_time(token: Token) -> bool:
    classes = grammar().classes
    word = token.lower_
    return any(classes[name].of(word) is not None for name in ("unit", "units", "part", "season", "early", "weekday", "month"))


def _above(token: Token) -> Token | None:
    """Return the token whose times are also the token's; None at the border of a clause."""
    head: Token = token.head
    if head.i == token.i:
        return None
    dep, base = token.dep_, token.dep_.partition(":")[0]
    if dep == "acl:relcl" or base in ("ccomp", "parataxis", "appos"):
        return None
    if base in _ARGUMENTS or dep == "conj":
        return head
    if base == "xcomp":
        return head if token.tag_ != "VB" or head.lemma_.lower() in grammar().happening else None
    if base == "advcl":
        return head if _goes_with(token) else None
    if base == "obl":
        return head if any(c.dep_ == "case" and c.lower_ in grammar().around for c in token.children) else None
    return None


def _goes_with(clause: Token) -> bool:
    """Tell whether an adverbial clause tells of what happens when its verb's event does: a participle or a purpose."""
    marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "case")}
    return (clause.tag_ == "VBG" and marks <= grammar().alongside) or (clause.tag_ == "VB" and marks == {"to"})


def _fits_tense(verb: Token, value: TimeValue, published: date | None) -> bool:
    """Tell whether a verb can speak of a time that was read against the report's date."""
    if published is None or value.source != "report_date" or verb.pos_ not in ("VERB", "AUX"):
        return True
    helpers = {c.lower_ for c in verb.children if c.dep_.partition(":")[0] == "aux"}
    if value.end and value.end < published.isoformat():
        return not helpers & grammar().future_helpers or "have" in helpers
    ahead = value.start is not None and value.start > published.isoformat()
    return not (ahead and verb.tag_ == "VBD" and verb.lower_ not in grammar().future_cues)


def _bounded(doc: Doc, value: TimeValue, i: int, token: Token) -> TimeValue:
    """Return a time with its other end open where a verb says that the event only begins or ends then."""
    verb = next((v for v in (token, token.head, *token.children) if _is_bound(doc[i], v)), None)
    side = grammar().bounds.get(verb.lemma_.lower()) if verb is not None else None
    if side == "start" and value.start:
        return TimeValue(start=value.start, end=None, precision=value.precision, span=value.span, source=value.source)
    if side == "end" and value.end:
        return TimeValue(start=None, end=value.end, precision=value.precision, span=value.span, source=value.source)
    return value


def _is_bound(event: Token, verb: Token) -> bool:
    """Tell whether a verb such as "begin" has the event as its complement or its subject of more than one doing."""
    if verb.i == event.i:
        return False
    if event.head.i == verb.i:
        return bool(event.dep_ == "xcomp" or (event.dep_ == "nsubj" and event.tag_ == "NNS"))
    return bool(verb.head.i == event.i and verb.dep_ == "acl:relcl" and event.tag_ == "NNS")


def _is_clause_mate_only(before: Token, time: TimeMention) -> bool:
    """Tell whether a time lies inside the phrase that was climbed out of, and so was already looked at."""
    return bool(before.left_edge.i <= time.first and time.last - 1 <= before.right_edge.i and before.dep_ != "conj")


def _joined(doc: Doc, own: Sequence[TimeMention]) -> TimeValue:
    """Return one value for times that belong together, else the finest."""
    values = [_opened(doc, time) for time in own]
    if len(own) > 1 and (_linked(doc, own) or _fits_as_range(values)):
        starts = [v.start for v in values if v.start]
        ends = [v.end for v in values if v.end]
        spans = [v.span for v in values if v.span]
        return TimeValue(
            start=min(starts) if starts else None,
            end=max(ends) if ends else None,
            precision=values[0].precision,
            span=Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None,
            source="report_date" if any(v.source == "report_date" for v in values) else "text",
        )
    return min(values, key=lambda v: _FINEST.index(v.precision) if v.precision in _FINEST else 0)


def _linked(doc: Doc, own: Sequence[TimeMention]) -> bool:
    """Tell whether times are coordinated ("in 2006 and 2007")."""
    heads = {_head(doc, t) for t in own}
    return any(doc[h].dep_ == "conj" and doc[h].head.i in heads for h in heads)


def _fits_as_range(values: Sequence[TimeValue]) -> bool:
    """Tell whether one time opens and another closes a stretch ("from 2006 to 2009")."""
    opened = any(v.start and v.end is None for v in values)
    closed = any(v.end and v.start is None for v in values)
    return opened and closed


def _opened(doc: Doc, time: TimeMention) -> TimeValue:
    """Return a time's value with the end left open that "since" or "until" leaves open."""
    value = time.value
    if value is None:
        return TimeValue()
    marks = grammar().open_marks
    before = [doc[k].lower_ for k in range(max(0, time.first - 2), time.first) if doc[k].lower_ != "the"]
    side = marks.get(before[-1]) if before else None
    if side is None and before and before[-1] == "to" and _follows_from(doc, time):
        side = "end"
    if side == "start":
        return TimeValue(start=value.start, end=None, precision=value.precision, span=value.span, source=value.source)
    if side == "end":
        return TimeValue(start=None, end=value.end, precision=value.precision, span=value.span, source=value.source)
    return value


def _follows_from(doc: Doc, time: TimeMention) -> bool:
    """Tell whether "from" stands shortly before a "to"."""
    return any(doc[k].lower_ == "from" for k in range(max(0, time.first - 8), time.first))
