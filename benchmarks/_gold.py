"""The gold claims and statements of ``data/claims``, at characters of their reports."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from _common import DATA

REPORTS = ("wikinews-diplomacy", "whitehouse-readouts")
CharSpan = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """Who says it, with which words, and where what is said begins; cue None where the words cannot be found."""

    source: str | None
    cue: CharSpan | None
    content: CharSpan
    manner: str
    within: int | None


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim's trigger, how sure it is and through whom it reaches us."""

    type: str
    trigger: CharSpan
    words: str
    polarity: str
    certainty: str
    tense: str
    voice: tuple[str | None, ...]
    core: bool


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One annotated report."""

    id: str
    text: str
    date: str
    statements: tuple[GoldStatement, ...]
    claims: tuple[GoldClaim, ...]


@cache
def scorer() -> ModuleType:
    """Return the claims scorer that lies beside the data."""
    spec = importlib.util.spec_from_file_location("score_claims", DATA.parent / "tools" / "score_claims.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold(name: str) -> Iterator[GoldReport]:
    """Yield the reports of a set (``gold`` or ``train``) in their order."""
    rows = json.loads((DATA / "claims" / f"{name}.json").read_text(encoding="utf-8"))
    wanted = {row["id"]: row for row in rows}
    for file in REPORTS:
        for line in (DATA / "reports" / f"{file}.jsonl").open(encoding="utf-8"):
            report = json.loads(line)
            if report["id"] in wanted:
                text = report["title"] + "\n" + report["text"]
                row = wanted[report["id"]]
                yield GoldReport(report["id"], text, report["date"], _statements(text, row), _claims(text, row))


def _claims(text: str, row: dict) -> tuple[GoldClaim, ...]:  # type: ignore[type-arg]
    found = []
    for c in row["claims"]:
        _, trigger = scorer().locate(text, c["sentence"], c["trigger"])
        kept = (c["type"], trigger, c["trigger"], c["polarity"], c["certainty"], c["tense"])
        found.append(GoldClaim(*kept, tuple(c.get("voice") or ()), c.get("salience") == "core"))
    return tuple(c for c in found if c.trigger[0] >= 0)


def _statements(text: str, row: dict) -> tuple[GoldStatement, ...]:  # type: ignore[type-arg]
    found = []
    for s in row["statements"]:
        start = max(text.find(s["content"]), 0)
        content = (start, start + len(s["content"]))
        cues = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(s['cue'])}(?!\w)", text)] if s["cue"] else []
        cue = min(cues, key=lambda c: _distance(text, c, content), default=None)
        found.append(GoldStatement(s.get("source"), cue, content, s["manner"], s.get("within")))
    return tuple(found)


def _distance(text: str, cue: CharSpan, content: CharSpan) -> int:
    """Return how far a cue is from the start of its content; one after it may stand at its end."""
    if cue[0] < content[0]:
        return content[0] - cue[1]
    between = text[content[1] : cue[0]]
    return between.count(". ") * 100 + between.count("\n") * 300 + (cue[0] - content[1]) // 3
