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
from collections.abc import Callable
from math import asin, cos, radians, sin, sqrt
from typing import Any

import _attached as attached
from _attached import Pair
from _common import DATA as ROOT
from spacy.tokens import Doc

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


def score(nlp: Callable[[str], Doc], show: str | None, limit: int) -> dict[str, float]:
    """Read every article and return the figures."""
    n: Counter[str] = Counter()
    seconds, shown = 0.0, 0
    for article in ET.parse(DATA).getroot():
        text = article.findtext("text") or ""
        gold = [
            (
                int(g.findtext("start") or 0) - 1,
                int(g.findtext("end") or 0) - 1,
                (float(g.findtext("lat") or 0), float(g.findtext("lon") or 0)),
                g.findtext("name"),
            )
            for g in article.iter("location")
        ]
        doc = nlp(text)
        began = time.perf_counter()
        ours = [m.place for m in find_places(doc)]
        seconds += time.perf_counter() - began
        n["words"] += len(doc)
        n["gold"] += len(gold)
        n["given"] += len(ours)
        taken: set[int] = set()
        for start, end, where, name in gold:
            p = next((p for p in ours if p.start < end and start < p.end and p.start not in taken), None)
            said = ""
            if p is None:
                said = "misses"
            else:
                taken.add(p.start)
                n["found"] += 1
                near = p.lat is not None and p.lon is not None and km((p.lat, p.lon), where) <= NEAR_KM
                n["near"] += near
                n["resolved"] += p.lat is not None
                said = "" if near else "far"
            if said and said == show and shown < limit:
                shown += 1
                print(f"{name} {where} ours={p and (p.text, p.name, p.country, p.lat, p.lon)} | {text[max(0, start - 45) : end + 30]!r}")
        for p in ours if show == "extra" else []:
            if p.start not in taken and shown < limit:
                shown += 1
                print(f"{p.text} {p.country} | {text[max(0, p.start - 45) : p.end + 35]!r}")
    p, r = n["found"] / n["given"], n["found"] / n["gold"]
    return {
        "toponym_p": round(p, 4),
        "toponym_r": round(r, 4),
        "toponym_f1": round(2 * p * r / (p + r), 4),
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
