"""Events against the PLV sentences and roles against the CAMEO actor tags.

usage: python benchmarks/events.py [--show wrong|missing] [--limit N]

PLV gives a sentence, its source and target and the PLOVER type between them; source and target are not shown to
the reader. A pronoun in a role counts as the name that it refers to, other words for somebody with a name count as his name where the
other party is somebody else, and where the sentence names no source or no target ("An actor", "a recipient") none is asked for. A row
counts as right where an event that has both among its
roles has that type (YIELD there is CONCEDE or RETREAT); where several events hold the two, the one whose actor is the
source and which stands first decides. PLV's target may also be where something happens or what is refused; `accuracy_wide`
counts an event's place and matter beside its roles. CAMEO tags mark source and target spans token by token, and with a third tag, R,
those who are both; such a span is right in whichever role we give it, and is one span however many roles we give it. They are those of
one event, where we tell of all: the figures are of the main event of each sentence, the one whose trigger hangs highest in the tree, both
roles before one; `all_events` are the figures with every event's roles. A pronoun counts as the last words before it for whom it stands.
The tags are of whole noun phrases, where a role of ours is the actor alone: "Syrian" of "the Syrian jets", "Chad" of "Chad's offer".
`exact_phrase_f1` compares the phrases that our spans stand in as modifiers or possessors; `exact_f1` the spans as they are.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, cast

from _common import DATA, save
from spacy.language import Language
from spacy.tokens import Doc

from dragoman import Reader
from dragoman.actors.cast import CastMention
from dragoman.claims import Claim, Mention, MentionId, Reading, Report, ReportId
from dragoman.coding.roles.extent import complete
from dragoman.coding.tree import tree_of
from dragoman.language import load

Marked: TypeAlias = tuple[int, int, str]
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
ANYBODY = (-1, -1)
MODIFYING = ("amod", "compound", "nmod:poss")
PRONOUNS = frozenset(
    {"i", "we", "you", "he", "she", "it", "they", "me", "us", "him", "her", "them", "who", "which", "his", "its", "their", "our", "my"}
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was read of one row."""

    gold: str
    given: str | None
    has_source: bool
    has_target: bool
    has_both: bool
    given_wide: str | None


def wide(reading: Reading, claim: Claim) -> list[tuple[int, int]]:
    """Return the spans of a claim's role mentions, of its place and of what it is about."""
    place = [(m.start, m.end) for m in reading.mentions if m.id == claim.place]
    return [*spans(reading, claim), *place, *((span.start, span.end) for span in claim.about)]


def spans(reading: Reading, claim: Claim, roles: Iterable[str] | None = None) -> list[tuple[int, int]]:
    """Return the spans of a claim's role mentions, and of the names and descriptions that pronouns among them refer to."""
    by_id = {m.id: m for m in reading.mentions}
    wanted = set(claim.roles) if roles is None else set(roles) & set(claim.roles)
    fillers = [by_id[i] for r in wanted for i in claim.roles[r]]
    referred = {m.actor for m in fillers if m.actor and m.text.lower() in PRONOUNS}
    return [(m.start, m.end) for m in (*fillers, *(m for m in reading.mentions if m.actor in referred))]


def touches(found: Iterable[tuple[int, int]], where: tuple[int, int]) -> bool:
    """Tell whether any span overlaps another."""
    return where == ANYBODY or any(a < where[1] and where[0] < b for a, b in found)


def has(reading: Reading, claim: Claim, source: tuple[int, int], target: tuple[int, int]) -> bool:
    """Tell whether two parties are in roles of a claim: by their own words, or by other words for two different actors."""
    if touches(spans(reading, claim), source) and touches(spans(reading, claim), target):
        return True
    by_id = {m.id: m for m in reading.mentions}
    named = {actor.id for actor in reading.actors if actor.name[:1].isupper()}
    whose = {by_id[i].actor for ids in claim.roles.values() for i in ids} & named
    words = {who: [(m.start, m.end) for m in reading.mentions if m.actor == who] for who in whose}
    own = {by_id[i].actor or i: [(by_id[i].start, by_id[i].end)] for ids in claim.roles.values() for i in ids}
    found = {**own, **words}
    return any(touches(found[a], source) and touches(found[b], target) for a in found for b in found if a != b)


def judge(reading: Reading, row: dict[str, str]) -> Verdict:
    """Return what the reading says between a row's source and target."""
    places = []
    for name in (row["source"], row["target"]):
        at = reading.text.find(name)
        places.append((at, at + len(name)) if at >= 0 else ANYBODY)
    source, target = places
    events = [c for c in reading.claims if c.kind == "event"]
    both = [c for c in events if has(reading, c, source, target)]
    both.sort(key=lambda c: (not touches(spans(reading, c, ("actor",)), source), c.polarity == "negative", c.trigger[0]))
    given = YIELD.get(both[0].type, both[0].type) if both else None
    return Verdict(
        gold=row["type"],
        given=given,
        has_source=any(touches(spans(reading, c), source) for c in events),
        has_target=any(touches(spans(reading, c), target) for c in events),
        has_both=bool(both),
        given_wide=given or next((YIELD.get(c.type, c.type) for c in events if all(touches(wide(reading, c), w) for w in places)), None),
    )


def macro_f1(verdicts: list[Verdict]) -> dict[str, float]:
    """Return F1 by type and their mean."""
    types = sorted({v.gold for v in verdicts})
    scores = {}
    for t in types:
        tp = sum(v.gold == v.given == t for v in verdicts)
        fp = sum(v.given == t != v.gold for v in verdicts)
        fn = sum(v.gold == t != v.given for v in verdicts)
        scores[t] = 2 * tp / (2 * tp + fp + fn) if tp else 0.0
    return {**scores, "macro": sum(scores.values()) / len(types)}


def plv(reader: Reader, *, limit: int | None, show: str | None) -> dict[str, object]:
    """Read the PLV rows and return the figures."""
    lines = (DATA / "events" / "plv-dev.jsonl").read_text(encoding="utf-8").splitlines()[:limit]
    rows = [json.loads(line) for line in lines]
    reports = [Report(id=ReportId(r["id"]), text=r["sentence"]) for r in rows]
    verdicts = []
    for row, reading in zip(rows, reader.read_many(reports), strict=True):
        if not isinstance(reading, Reading):
            verdicts.append(Verdict(row["type"], None, False, False, False, None))
            continue
        verdict = judge(reading, row)
        verdicts.append(verdict)
        if (show == "wrong" and verdict.given and verdict.given != verdict.gold) or (show == "missing" and not verdict.given):
            got = "; ".join(f"{c.type}@{reading.text[c.trigger[0].start : c.trigger[-1].end]}" for c in reading.claims)
            print(f"{verdict.gold} ← {verdict.given} | {row['source']} → {row['target']} | {row['sentence']} | {got}")
    n = len(verdicts)
    scores = macro_f1(verdicts)
    return {
        "rows": n,
        "accuracy": sum(v.gold == v.given for v in verdicts) / n,
        "accuracy_wide": sum(v.gold == v.given_wide for v in verdicts) / n,
        "macro_f1": scores.pop("macro"),
        "source_in_role": sum(v.has_source for v in verdicts) / n,
        "target_in_role": sum(v.has_target for v in verdicts) / n,
        "both_in_one_event": sum(v.has_both for v in verdicts) / n,
        "right_of_both": sum(v.gold == v.given for v in verdicts) / max(1, sum(v.has_both for v in verdicts)),
        "f1": scores,
        "confusions": Counter(f"{v.gold}>{v.given}" for v in verdicts if v.given and v.given != v.gold).most_common(12),
    }


def iob(path: Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Yield each sentence with its tagged spans (start, end, S or T)."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text, found, opened = "", [], None
        for line in [*block.splitlines(), ". O"]:
            word, _, tag = line.rpartition(" ")
            start = len(text) + bool(text)
            if opened and (tag == "O" or tag[0] == "B" or tag[-1] != opened[2] or (tag[0] == "S" and len(tag) == 3)):
                found.append((opened[0], len(text), opened[2]))
                opened = None
            if tag != "O" and opened is None:
                opened = (start, 0, tag[-1])
            text = f"{text} {word}" if text else word
        if text.strip():
            yield text[:-2], found


def main_event(events: Iterable[Claim], doc: Doc) -> list[Claim]:
    """Return the event that hangs highest in a sentence's tree, one with both roles before its neighbours with one or none."""
    at = {i: token for token in doc for i in range(token.idx, token.idx + len(token))}

    def height(claim: Claim) -> float:
        return sum(1 for _ in at[claim.trigger[0].start].ancestors) - 0.6 * len({"actor", "recipient"} & set(claim.roles))

    return sorted(events, key=height)[:1]


def actor_spans(reading: Reading, events: Iterable[Claim]) -> set[Marked]:
    """Return the spans of events that are actor (S) or recipient (T), those of a pronoun being the words for which it stands."""
    by_id = {m.id: m for m in reading.mentions}
    sides = (("S", "actor"), ("T", "recipient"))
    fillers = ((side, by_id[i]) for claim in events for side, role in sides for i in claim.roles.get(role, ()))
    return {(m.start, m.end, side) for side, m in ((side, antecedent(reading, m)) for side, m in fillers)}


def antecedent(reading: Reading, mention: Mention) -> Mention:
    """Return the last words before a pronoun for whom it stands, the longest of those that lie in each other; other words as they are."""
    if mention.text.lower() not in PRONOUNS or mention.actor is None:
        return mention
    same = [m for m in reading.mentions if m.actor == mention.actor and m.text.lower() not in PRONOUNS]
    whole = [m for m in same if not any(o.start <= m.start and m.end <= o.end and o != m for o in same)]
    return next((m for m in reversed(whole) if m.end <= mention.start), whole[0] if whole else mention)


def phrases(doc: Doc, given: set[Marked]) -> set[Marked]:
    """Return spans that are modifiers or possessors as the noun phrases that they stand in: "*the Syrian jets*"."""
    tree, at = tree_of(doc), {i: token.i for token in doc for i in range(token.idx, token.idx + len(token))}
    found = set()
    for start, end, side in given:
        inside = {at[i] for i in range(start, end) if i in at}
        first = next((t for t in sorted(inside) if tree.heads[t] not in inside), min(inside))
        head = first
        while tree.deps[head] in MODIFYING and tree.pos[tree.heads[head]] in ("NOUN", "PROPN"):
            head = tree.heads[head]
        whole = Mention(id=MentionId(""), start=doc[head].idx, end=doc[head].idx + len(doc[head]), text=doc[head].text)
        m = complete(tree, CastMention(whole, head, head + 1, head, "description")).mention
        found.add((start, end, side) if head == first else (m.start, m.end, side))
    return found


def compare(wanted: list[Marked], given: set[Marked]) -> Counter[str]:
    """Count what is wanted, what is given, and what of each the other has, by overlap and exactly."""
    either = [w for w in wanted if w[2] == "R"]
    merged = {(a, b, "R" if any(touches([(a, b)], w[:2]) for w in either) else side) for a, b, side in given}
    return Counter(
        wanted=len(wanted),
        given=len(merged),
        exact=len(merged & set(wanted)),
        hit_wanted=sum(any(g[2] == w[2] and touches([g[:2]], w[:2]) for g in merged) for w in wanted),
        hit_given=sum(any(g[2] == w[2] and touches([g[:2]], w[:2]) for w in wanted) for g in merged),
    )


class Parsed:
    """A pipeline that keeps its documents, oldest first, so that a reading's tree need not be made twice."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self.docs: deque[Doc] = deque()

    def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Yield the documents of texts."""
        for doc in self._nlp.pipe(texts):
            self.docs.append(doc)
            yield doc


def roles(nlp: Language) -> dict[str, object]:
    """Return span F1 of sources and targets, exact and overlapping, of main events and of all."""
    gold = list(iob(DATA / "events" / "cameo-actors-dev.iob"))
    reports = [Report(id=ReportId(f"c{n}"), text=text) for n, (text, _) in enumerate(gold)]
    main, every, whole = Counter[str](), Counter[str](), Counter[str]()
    parsed = Parsed(nlp)
    for (_, wanted), reading in zip(gold, Reader(nlp=cast(Language, parsed)).read_many(reports), strict=True):
        events = [c for c in reading.claims if c.kind == "event"] if isinstance(reading, Reading) else []
        doc = parsed.docs.popleft()
        told = actor_spans(reading, main_event(events, doc)) if isinstance(reading, Reading) else set()
        main.update(compare(wanted, told))
        whole.update(compare(wanted, phrases(doc, told)))
        every.update(compare(wanted, actor_spans(reading, events) if isinstance(reading, Reading) else set()))
    phrase = {"exact_phrase_f1": figures(whole)["exact_f1"]}
    return {"sentences": len(gold), **figures(main), **phrase, "all_events": figures(every)}


def figures(counts: Counter[str]) -> dict[str, float]:
    """Return precision, recall and F1 of counted spans."""
    p, r = counts["hit_given"] / max(1, counts["given"]), counts["hit_wanted"] / max(1, counts["wanted"])
    return {
        "exact_f1": 2 * counts["exact"] / max(1, counts["given"] + counts["wanted"]),
        "overlap_p": p,
        "overlap_r": r,
        "overlap_f1": 2 * p * r / (p + r) if p + r else 0.0,
    }


def main() -> None:
    """Print both tables and save the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", choices=("wrong", "missing"))
    parser.add_argument("--limit", type=int)
    args = parser.parse_args()
    nlp = load()
    found: dict[str, object] = {"plv": plv(Reader(nlp=nlp), limit=args.limit, show=args.show), "cameo": roles(nlp)}
    print(json.dumps(found, indent=1))
    save("events", found, whole=args.limit is None)


if __name__ == "__main__":
    main()
