"""Times against TimeBank and AQUAINT: strict and relaxed span F1, value and type F1 (as in TempEval-3).

usage: python benchmarks/times.py [--show misses|extra|values] [--limit N] [--model] [--json]
       python benchmarks/times.py --claims gold|train [--show wrong|missing|extra] [--limit N] [--json]

The date of a file is given as the report's and left out of scoring. `--model` reads the texts with the language
model, which tells past from future by the parse; without it the tokens are spaCy's blank English ones. `--claims`
reads the annotated reports and tells how often the time of a claim that matches the gold's is the gold's.
"""

from __future__ import annotations

import html
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import _attached as attached
from _attached import Pair
from _common import DATA as ROOT
from spacy.tokens import Doc

from dragoman.coding.times import find_times
from dragoman.coding.times.calendar import interval

DATA = ROOT / "times"
TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated time."""

    start: int
    end: int
    value: str
    type: str


def read_timeml(path: Path) -> tuple[str, date | None, list[Gold]]:
    """Return text, date of creation and annotated times of a TimeML file."""
    source = path.read_text(encoding="utf-8", errors="replace")
    created = re.search(r"<TIMEX3[^>]*CREATION_TIME[^>]*>", source)
    published = dict(ATTRIBUTE.findall(created[0])).get("value", "")[:10] if created else ""
    body = re.search(r"<TEXT>(.*?)</TEXT>", source, re.S)
    text, gold, opened = "", [], []
    at = 0
    raw = body[1] if body else ""
    for tag in TAG.finditer(raw):
        text += html.unescape(raw[at : tag.start()])
        at = tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            opened.append((len(text), dict(ATTRIBUTE.findall(tag[3]))))
        elif tag[2] == "TIMEX3":
            start, a = opened.pop()
            if a.get("functionInDocument") != "CREATION_TIME":
                gold.append(Gold(start, len(text), a.get("value", ""), a.get("type", "")))
    text += html.unescape(raw[at:])
    return text, date.fromisoformat(published) if re.fullmatch(r"\d{4}-\d\d-\d\d", published) else None, gold


def files() -> Iterator[Path]:
    """Yield the annotated files in order."""
    for part in ("timebank", "aquaint"):
        yield from sorted((DATA / part).glob("*.tml"))


def same_value(ours: str | None, gold: str) -> bool:
    """Compare values; weeks and months of one digit are the same as of two."""
    pad = re.sub(r"-(W?)(\d)(?=$|-)", r"-\g<1>0\2", gold)
    return ours in (gold, pad)


def same_days(ours: dict[str, Any], gold: str, pair: Pair) -> bool:
    """Tell whether a claim's time covers the days of the gold's date or range.

    The gold closes what goes on with the day of the report, where we leave it open.
    """
    first, _, last = gold.partition("/")
    start = interval(first)
    end = interval(last) if "/" in gold else start
    wanted = (start.start.isoformat() if start else None, end.end.isoformat() if end else None)
    given = (ours.get("start"), ours.get("end"))
    return given == wanted or (given == (wanted[0], None) and wanted[1] == pair.published)


def f1(hit: float, given: float, wanted: float) -> dict[str, float]:
    """Return precision, recall and F1."""
    p, r = hit / given if given else 0.0, hit / wanted if wanted else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}


def score(nlp: Callable[[str], Doc], show: str | None, limit: int) -> dict[str, object]:
    """Read every file and return the figures."""
    n: Counter[str] = Counter()
    seconds = 0.0
    say = attached.Shown(show, limit)
    for path in files():
        text, published, gold = read_timeml(path)
        doc = nlp(text)
        began = time.perf_counter()
        ours = [t.timex for t in find_times(doc, published=published)]
        seconds += time.perf_counter() - began
        n += Counter(words=len(doc), given=len(ours), wanted=len(gold))
        n["strict"] += sum((t.start, t.end) in {(g.start, g.end) for g in gold} for t in ours)
        taken: set[int] = set()
        file = f"{path.stem[:18]} {published}"
        for g in gold:
            t = next((t for t in ours if t.start < g.end and g.start < t.end and t.start not in taken), None)
            if t is not None:
                taken.add(t.start)
                n.update(relaxed=1, value=same_value(t.value, g.value), type=t.type == g.type)
            what = "misses" if t is None else "" if same_value(t.value, g.value) else "values"
            wanted = f"[{text[g.start : g.end]!r} {g.type} {g.value}]"
            near = " ".join(text[max(0, g.start - 60) : g.end + 30].split())
            say(what, f"{file} {wanted} ours={t and (t.text, t.type, t.value)} | {near}")
        for t in ours:
            if t.start not in taken:
                near = " ".join(text[max(0, t.start - 50) : t.end + 40].split())
                say("extra", f"{file} [{t.text!r} {t.type} {t.value}] | {near}")
    return {
        **{m: f1(n[m], n["given"], n["wanted"]) for m in ("strict", "relaxed", "value", "type")},
        "gold": n["wanted"],
        "given": n["given"],
        "words_per_second": round(n["words"] / seconds),
    }


def main() -> None:
    """Print the table."""
    shows = ("misses", "extra", "values", "wrong", "missing")
    attached.command("times", __doc__ or "", shows, data=DATA, score=score, field="time", same=same_days)


if __name__ == "__main__":
    main()
