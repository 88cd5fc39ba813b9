"""Relations against re3d: how many of its relations we find between the same two, and how many of ours it has.

usage: python benchmarks/relations.py [--show missing|wrong] [--limit N] [--json FILE]

A relation of the gold is found where a claim of its sentence that is of a type it maps to (`MAP`) has both of its sides as
roles, in whatever order: by overlapping words or as the same actor. The scope of a claim, which is a territory or matter ("controls
the north of the country"), is a side of it like those in roles. Recall counts the relations and the events of a type, since
re3d calls "bombed" what we call ASSAULT. `recall_of_actors` leaves out what has a weapon, a building or an amount on one side:
only relations between marked organisations, persons, nationalities and locations are counted. `agreement` is the share of our
relations between marked entities that re3d has too; it marks far from all that its texts say, so that this is no precision. What
stands within one marked entity ("Russian Foreign Minister Sergei Lavrov") is not judged: re3d relates no more than 1 in 100 there.
Types that map to nothing of ours (CoLocated, HasAttrOf, IsSynonymOf, Apart) are left out.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import _attached as attached
from _common import DATA, save

MAP: Mapping[str, frozenset[str]] = {
    "FightingAgainst": frozenset({"fights", "opposes", "ASSAULT", "MOBILIZE"}),
    "AlliesOf": frozenset({"allied_with", "backs", "SUPPORT", "COOPERATE", "AID"}),
    "InChargeOf": frozenset({"leads", "governs", "holds_office"}),
    "BelongsTo": frozenset({"member_of", "holds_office", "leads"}),
    "CommWith": frozenset({"CONSULT", "AGREE", "REQUEST", "COOPERATE"}),
    "Likes": frozenset({"SUPPORT", "backs", "allied_with", "recognizes"}),
    "Dislikes": frozenset({"opposes", "ACCUSE", "REJECT", "designates", "THREATEN"}),
}
CORE = ("FightingAgainst", "AlliesOf", "InChargeOf", "BelongsTo")
JUDGED: Mapping[str, frozenset[str]] = {
    "fights": frozenset({"FightingAgainst", "Dislikes"}),
    "opposes": frozenset({"FightingAgainst", "Dislikes"}),
    "allied_with": frozenset({"AlliesOf", "Likes", "CommWith"}),
    "backs": frozenset({"AlliesOf", "Likes"}),
    "leads": frozenset({"InChargeOf", "BelongsTo", "HasAttrOf"}),
    "governs": frozenset({"InChargeOf", "CoLocated"}),
    "member_of": frozenset({"BelongsTo", "AlliesOf"}),
    "holds_office": frozenset({"InChargeOf", "BelongsTo", "HasAttrOf"}),
}
ACTING = " between actors"
ACTORS = frozenset({"Organisation", "Person", "Nationality", "Location"})
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gold:
    """One relation of re3d: its type, the places of its two sides, and the words between."""

    type: str
    sides: tuple[Range, Range]
    words: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document with its relations and entities."""

    id: str
    text: str
    gold: tuple[Gold, ...]
    entities: tuple[tuple[Range, str], ...]

    def has_actors(self, gold: Gold) -> bool:
        """Tell whether both sides of a relation are marked as what can act or be ruled."""
        return all(any(touch(side, e) for e, kind in self.entities if kind in ACTORS) for side in gold.sides)


def documents() -> Iterator[Document]:
    """Yield the documents of all sources in order."""
    for path in sorted((DATA / "re3d").glob("*-documents.jsonl")):
        rows = {name: list(_rows(path.with_name(path.name.replace("documents", name)))) for name in ("relations", "entities")}
        for document in _rows(path):
            mine = {name: [r for r in found if r["documentId"] == document["_id"]] for name, found in rows.items()}
            relations = [((r["sourceBegin"], r["sourceEnd"]), (r["targetBegin"], r["targetEnd"]), r) for r in mine["relations"]]
            gold = tuple(Gold(r["type"], (a, b), r["value"]) for a, b, r in relations)
            yield Document(document["_id"], document["text"], gold, tuple(((e["begin"], e["end"]), e["type"]) for e in mine["entities"]))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def touch(a: Range, b: Range) -> bool:
    """Tell whether two ranges share a character."""
    return a[0] < b[1] and b[0] < a[1]


class Sides:
    """The two or more sides of one claim as places of the text and as actors."""

    def __init__(self, reading: Mapping[str, Any], claim: Mapping[str, Any]) -> None:
        mentions = {m["id"]: m for m in reading["mentions"]}
        self.places = [
            [(mentions[i]["start"], mentions[i]["end"]), mentions[i].get("actor")] for ids in claim["roles"].values() for i in ids
        ]
        self.places += [((scope[0], scope[1]), None) for scope in [claim.get("scope")] if scope]
        self.actors = [(m["start"], m["end"], m["actor"]) for m in reading["mentions"] if m.get("actor")]

    def at(self, gold: Range) -> set[int]:
        """Return which sides of the claim a side of the gold can be."""
        here = {actor for start, end, actor in self.actors if touch((start, end), gold)}
        return {n for n, (place, actor) in enumerate(self.places) if touch(place, gold) or actor in here}

    def joins(self, gold: Gold) -> bool:
        """Tell whether the claim has both sides of the gold as different sides of its own."""
        a, b = (self.at(side) for side in gold.sides)
        return bool(a and b and len(a | b) > 1)


def score(read: Callable[[str, str, str], dict[str, Any]], show: str | None, limit: int) -> dict[str, object]:
    """Read every document and return the figures."""
    found, wanted, right, given = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    shown: defaultdict[str, list[str]] = defaultdict(list)
    for document in documents():
        reading = read(document.id, document.text, "")
        claims = [(c, Sides(reading, c)) for c in reading["claims"] if c["polarity"] == "positive"]
        for gold in document.gold:
            if gold.type not in MAP:
                continue
            wanted[gold.type] += 1
            acting = document.has_actors(gold)
            wanted[gold.type + ACTING] += acting
            same = [(c, s) for c, s in claims if c["type"] in MAP[gold.type] and touch(tuple(c["sentence"]), _whole(gold))]
            if any(sides.joins(gold) for _, sides in same):
                found[gold.type] += 1
                found[gold.type + ACTING] += acting
            else:
                shown["missing"].append(
                    f"{gold.type} | {_side(document, gold, 0)} | {_side(document, gold, 1)} | {_near(document, _whole(gold))}"
                )
        for claim, sides in claims:
            if claim["type"] not in JUDGED or not _marked(document, sides):
                continue
            given[claim["type"]] += 1
            allowed = JUDGED[claim["type"]]
            if any(sides.joins(g) for g in document.gold if g.type in allowed and touch(tuple(claim["sentence"]), _whole(g))):
                right[claim["type"]] += 1
            else:
                names = " | ".join(document.text[p[0] : p[1]] for p, _ in sides.places)
                shown["wrong"].append(f"{claim['rule']} | {names} | {_near(document, tuple(claim['trigger'][0]))}")
    for line in sorted(shown[show or ""])[:limit]:
        print(line)
    return _table(found, wanted, right, given)


def _whole(gold: Gold) -> Range:
    (a, b), (c, d) = gold.sides
    return min(a, c), max(b, d)


def _marked(document: Document, sides: Sides) -> bool:
    """Tell whether two sides of a claim overlap different entities of the gold."""
    on = [(place, {e for e, _ in document.entities if touch(place, e)}) for place, _ in sides.places]
    return any(a and b and len(a | b) > 1 and not _within_one(document, p, q) for (p, a), (q, b) in combinations(on, 2))


def _within_one(document: Document, *places: Range) -> bool:
    """Tell whether one marked entity holds all of these places."""
    return any(all(start <= a and b <= end for a, b in places) for (start, end), _ in document.entities)


def _side(document: Document, gold: Gold, n: int) -> str:
    start, end = gold.sides[n]
    return document.text[start:end]


def _near(document: Document, place: Range) -> str:
    return " ".join(document.text[max(0, place[0] - 30) : place[1] + 30].split())[:300]


def _table(found: Counter[str], wanted: Counter[str], right: Counter[str], given: Counter[str]) -> dict[str, object]:
    return {
        "recall": _share(sum(found[t] for t in CORE), sum(wanted[t] for t in CORE)),
        "recall_of_actors": _share(sum(found[t + ACTING] for t in CORE), sum(wanted[t + ACTING] for t in CORE)),
        "agreement": _share(right.total(), given.total()),
        "by_gold_type": {t: {"found": found[t], "gold": wanted[t]} for name in MAP for t in (name, name + ACTING)},
        "by_our_type": {t: {"right": right[t], "given": given[t]} for t in JUDGED},
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--show", choices=("missing", "wrong"))
    options.add_argument("--limit", type=int, default=100)
    options.add_argument("--json", action="store_true", help="write the figures to results/relations.json")
    args = options.parse_args()
    if not (DATA / "re3d").is_dir():
        print(f"re3d is not at {DATA / 're3d'}; set DRAGOMAN_DATA to measure against it")
        return
    figures = score(attached.reader(), args.show, args.limit)
    for name, row in figures.items():
        for kind, value in row.items() if isinstance(row, dict) else [("", row)]:
            print(f"{name:17} {kind:31} {value}")
    if args.json:
        save("relations", figures)


if __name__ == "__main__":
    main()
