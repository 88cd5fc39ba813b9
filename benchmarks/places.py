"""Places against GeoVirus: F1 of place names, and the share of those found that lie within 161 km.

usage: python benchmarks/places.py [--show misses|extra|far] [--limit N] [--model] [--json]
       python benchmarks/places.py --claims gold|train [--show wrong|missing|extra] [--limit N] [--json]

A name counts as found where the spans overlap. Without `--model` the tokens are spaCy's blank English ones, with no
entities and no parse: the gazetteer and the words around a name decide alone. `--claims` reads the annotated reports
and tells how often the place of a claim that matches the gold's is the gold's.
"""

from __future__ import annotations

import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Any

import _attached as attached
from _attached import Pair
from _common import DATA as ROOT
from spacy.tokens import Doc

from dragoman.claims import Place
from dragoman.coding.places import find_places

DATA = ROOT / "places" / "geovirus-dev.xml"
NEAR_KM = 161.0


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two (lat, lon)."""
    lat, lon = radians(b[0] - a[0]), radians(b[1] - a[1])
    return 12742 * asin(sqrt(sin(lat / 2) ** 2 + cos(radians(a[0])) * cos(radians(b[0])) * sin(lon / 2) ** 2))


def same_place(ours: Any, gold: str, pair: Pair) -> bool:
    """Tell whether a claim's place stands in the gold's words or they in its."""
    words = pair.mention(ours)
    return words in gold.lower() or gold.lower() in words


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated place."""

    start: int
    end: int
    where: tuple[float, float]
    name: str | None


def articles() -> Iterator[tuple[str, list[Gold]]]:
    """Yield the text of each article with its annotated places."""

    def number(place: ET.Element, name: str) -> float:
        return float(place.findtext(name) or 0)

    for article in ET.parse(DATA).getroot():
        gold = [
            Gold(int(number(g, "start")) - 1, int(number(g, "end")) - 1, (number(g, "lat"), number(g, "lon")), g.findtext("name"))
            for g in article.iter("location")
        ]
        yield article.findtext("text") or "", gold


def is_near(ours: Place, gold: Gold) -> bool:
    """Tell whether a place was put where the gold has it."""
    return ours.lat is not None and ours.lon is not None and km((ours.lat, ours.lon), gold.where) <= NEAR_KM


def score(nlp: Callable[[str], Doc], show: str | None, limit: int) -> dict[str, float]:
    """Read every article and return the figures."""
    n: Counter[str] = Counter()
    seconds = 0.0
    say = attached.Shown(show, limit)
    for text, gold in articles():
        doc = nlp(text)
        began = time.perf_counter()
        ours = [m.place for m in find_places(doc)]
        seconds += time.perf_counter() - began
        n += Counter(words=len(doc), gold=len(gold), given=len(ours))
        taken: set[int] = set()
        for g in gold:
            p = next((p for p in ours if p.start < g.end and g.start < p.end and p.start not in taken), None)
            if p is not None:
                taken.add(p.start)
                n.update(found=1, near=is_near(p, g), resolved=p.lat is not None)
            what = "misses" if p is None else "" if is_near(p, g) else "far"
            near = text[max(0, g.start - 45) : g.end + 30]
            say(what, f"{g.name} {g.where} ours={p and (p.text, p.name, p.country, p.lat, p.lon)} | {near!r}")
        for p in ours:
            if p.start not in taken:
                say("extra", f"{p.text} {p.country} | {text[max(0, p.start - 45) : p.end + 35]!r}")
    precision, recall = n["found"] / n["given"], n["found"] / n["gold"]
    return {
        "toponym_p": round(precision, 4),
        "toponym_r": round(recall, 4),
        "toponym_f1": round(2 * precision * recall / (precision + recall), 4),
        "within_161km_of_found": round(n["near"] / n["found"], 4),
        "within_161km_of_gold": round(n["near"] / n["gold"], 4),
        "gold": n["gold"],
        "words_per_second": round(n["words"] / seconds),
    }


def main() -> None:
    """Print the table."""
    shows = ("misses", "extra", "far", "wrong", "missing")
    attached.command("places", __doc__ or "", shows, data=DATA, score=score, field="place", same=same_place)


if __name__ == "__main__":
    main()
