"""Statements against PolNeAR: token F1 and span F1 (exact, overlapping) of source, cue and content.

usage: python benchmarks/statements.py [--part dev|train] [--limit N] [--show missed|extra]

PolNeAR gives each token one role and annotates no statement inside another, so only the outermost of ours are scored,
and where two claim one token, a cue counts before a source and a source before a content. Tokens are runs of letters and
digits, and single other marks. A span is what stands together; an overlapping match shares at least one token.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from _common import DATA as ROOT
from _common import save
from spacy.tokens import Doc

from dragoman.coding.statements import RawStatement, find_statements

DATA = ROOT / "attribution" / "polnear"
ROLES = ("source", "cue", "content")
TOKEN = re.compile(r"\w+|[^\w\s]")
LINE = re.compile(r"T\d+\t(Source|Cue|Content) ([\d ;]+)\t")
CharSpan = tuple[int, int]
Spans = dict[str, list[CharSpan]]


@dataclass(frozen=True, slots=True)
class Text:
    """One annotated text."""

    name: str
    text: str
    gold: Spans


def texts(part: str) -> Iterator[Text]:
    """Yield the texts of a part with their gold spans, in order."""
    for path in sorted((DATA / part / "text").glob("*.txt")):
        annotations = sorted((DATA / part / "attributions").glob(f"{path.stem}_*.ann"))
        if not annotations:
            continue
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        gold: Spans = {role: [] for role in ROLES}
        for line in annotations[0].read_text(encoding="utf-8").split("\n"):
            if match := LINE.match(line):
                for piece in match[2].split(";"):
                    start, end = map(int, piece.split())
                    gold[match[1].lower()].append((start, end))
        yield Text(path.stem, text, gold)


def ours(doc: Doc, statements: Iterable[RawStatement]) -> Spans:
    """Return the character spans of the outermost statements by role."""
    spans: Spans = {role: [] for role in ROLES}
    for s in statements:
        if s.within is not None:
            continue
        spans["content"] += [_chars(doc, first, last) for first, last in s.content]
        spans["source"] += [_chars(doc, *s.source_span)] if s.source_span else []
        spans["cue"] += [_chars(doc, first, last) for first, last in _runs(s.cue)]
    return spans


def _chars(doc: Doc, first: int, last: int) -> CharSpan:
    return doc[first].idx, doc[last - 1].idx + len(doc[last - 1].text)


def _runs(tokens: Iterable[int]) -> list[CharSpan]:
    runs: list[list[int]] = []
    for t in sorted(tokens):
        if runs and runs[-1][1] == t:
            runs[-1][1] = t + 1
        else:
            runs.append([t, t + 1])
    return [(a, b) for a, b in runs]


def roles_of(text: str, spans: Spans) -> list[str]:
    """Return one role a token; a cue goes before a source and a source before a content."""
    tokens = [m.start() for m in TOKEN.finditer(text)]
    roles = [""] * len(tokens)
    for role in ("content", "source", "cue"):
        for start, end in spans[role]:
            for n, at in enumerate(tokens):
                if start <= at < end:
                    roles[n] = role
    return roles


def overlapping(a: CharSpan, spans: Iterable[CharSpan]) -> bool:
    """Tell whether a span shares a character with one of others."""
    return any(a[0] < end and start < a[1] for start, end in spans)


def f1(precise: int, given: int, found: int, wanted: int) -> dict[str, float]:
    """Return precision, recall and F1 in hundredths of a point."""
    p, r = precise / given if given else 0.0, found / wanted if wanted else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}


def measure(
    items: Iterable[Text],
    read: Callable[[str], Doc],
    *,
    show: str = "",
    find: Callable[[Doc], tuple[RawStatement, ...]] = find_statements,
) -> dict[str, dict[str, dict[str, float]]]:
    """Return token, exact and overlapping figures by role."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for item in items:
        doc = read(item.text)
        found = ours(doc, find(doc))
        gold, mine = roles_of(item.text, item.gold), roles_of(item.text, found)
        for role in ROLES:
            counts[role, "token", "hit"] += sum(a == b == role for a, b in zip(gold, mine, strict=True))
            counts[role, "token", "given"] += mine.count(role)
            counts[role, "token", "wanted"] += gold.count(role)
            wanted, given = set(item.gold[role]), set(found[role])
            counts[role, "exact", "hit"] += len(wanted & given)
            counts[role, "overlap", "precise"] += sum(overlapping(s, wanted) for s in given)
            counts[role, "overlap", "found"] += sum(overlapping(s, given) for s in wanted)
            counts[role, "span", "given"] += len(given)
            counts[role, "span", "wanted"] += len(wanted)
        if show:
            show_errors(item, found, show)
    result: dict[str, dict[str, dict[str, float]]] = {}
    for role in ROLES:
        hit, exact = counts[role, "token", "hit"], counts[role, "exact", "hit"]
        given, wanted = counts[role, "span", "given"], counts[role, "span", "wanted"]
        result[role] = {
            "token": f1(hit, counts[role, "token", "given"], hit, counts[role, "token", "wanted"]),
            "exact": f1(exact, given, exact, wanted),
            "overlap": f1(counts[role, "overlap", "precise"], given, counts[role, "overlap", "found"], wanted),
        }
    return result


def show_errors(item: Text, found: Spans, show: str) -> None:
    """Print the cues that only one side has, with the words around."""
    pairs = (item.gold["cue"], found["cue"]) if show == "missed" else (found["cue"], item.gold["cue"])
    for start, end in sorted(pairs[0]):
        if not overlapping((start, end), pairs[1]):
            around = item.text[max(0, start - 60) : start] + ">>" + item.text[start:end] + "<<" + item.text[end : end + 70]
            print(f"{item.text[start:end]} | {' '.join(around.split())}")


def table(result: dict[str, dict[str, dict[str, float]]]) -> str:
    """Return the figures as a table."""
    lines = [f"{'':9}" + "".join(f"{kind + ' P':>11}{'R':>8}{'F1':>8}" for kind in ("token", "exact", "overlap"))]
    for role in ROLES:
        row = "".join(f"{m['p']:11.4f}{m['r']:8.4f}{m['f1']:8.4f}" for m in result[role].values())
        lines.append(f"{role:9}{row}")
    return "\n".join(lines)


def main() -> None:
    """Read, score, print a table and write the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--part", default="dev", choices=["dev", "train"])
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--show", default="", choices=["", "missed", "extra"])
    options = parser.parse_args()
    if not DATA.is_dir():
        print(f"no gold data in {DATA}: set DRAGOMAN_DATA")
        return
    from dragoman import language

    nlp = language.load()
    began = time.perf_counter()
    items = list(texts(options.part))[: options.limit]
    result = measure(items, nlp, show=options.show)
    print(f"PolNeAR {options.part}: {len(items)} texts in {time.perf_counter() - began:.1f} s")
    print(table(result))
    if options.limit is None and options.part == "dev":
        save("statements", {"part": options.part, "texts": len(items), **result})


if __name__ == "__main__":
    main()
