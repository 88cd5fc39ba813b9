"""Who is found: fillers of gold roles against the mentions of a cast; and how fast the directory loads and matches.

usage: python benchmarks/actors.py [--set gold|train|both] [--show unfound|name|country] [--limit N] [--docs FILE]

A filler is a gold role's words in their sentence, with a canonical name and a country. It is *found* where a mention
overlaps its words, *named* where such a mention's actor has the same name (by the scorer's own `same_name`), *headed* where
that mention is headed by the head of the filler's words, and *placed* where the actor's country is the gold one. First-person
pronouns wait for their speaker here and count as not found. Fillers that the text does not mention are left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import resource
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType

from _common import DATA, save
from spacy.tokens import Doc, DocBin

from dragoman import language
from dragoman.actors import Cast, CastMention, Directory, cast, load_directory

REPORTS = ("wikinews-diplomacy", "whitehouse-readouts")


@dataclass(frozen=True, slots=True)
class Filler:
    """A gold role's filler: where its words stand, whom they mean."""

    start: int
    end: int
    text: str
    name: str
    country: str | None
    core: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """What the cast has for a filler."""

    found: bool
    named: bool
    headed: bool
    placed: bool
    names: tuple[str, ...]


def scorer() -> ModuleType:
    """Return the claims scorer that lies beside the data."""
    spec = importlib.util.spec_from_file_location("score_claims", DATA.parent / "tools" / "score_claims.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(ids: set[str]) -> dict[str, tuple[str, date | None]]:
    """Return the annotated reports' text and date by id."""
    found: dict[str, tuple[str, date | None]] = {}
    for name in REPORTS:
        for line in (DATA / "reports" / f"{name}.jsonl").open(encoding="utf-8"):
            row = json.loads(line)
            if row["id"] in ids:
                found[row["id"]] = (f"{row['title']}\n{row['text']}", day_of(row["date"]))
    return found


def day_of(text: str | None) -> date | None:
    """Return a report's date from any of the forms in the data."""
    from dragoman.intake.dates import read_date  # the reports' dates come in more than one form

    iso = read_date(text) if text else None
    return date.fromisoformat(iso[:10]) if iso else None


def fillers(claims: list[dict[str, object]], text: str, tool: ModuleType) -> Iterator[Filler]:
    """Yield the fillers that the text mentions, each place and name once."""
    seen: set[tuple[int, int, str]] = set()
    for claim in claims:
        start, trigger = tool.locate(text, claim["sentence"], claim["trigger"])
        for role in (claim.get("roles") or {}).values():
            for f in role or ():
                words = f.get("text")
                place = _near(text, words, start, trigger) if words else None
                if place is None or (*place, f["name"]) in seen:
                    continue
                seen.add((*place, f["name"]))
                yield Filler(*place, words, f["name"] or words, f.get("country"), claim.get("salience") == "core")


def _near(text: str, words: str, start: int, trigger: tuple[int, int]) -> tuple[int, int] | None:
    """Return the whole-word occurrence from the sentence's start that is nearest to the trigger."""
    best, i = None, text.find(words, start)
    while 0 <= i < trigger[1] + 600:
        end = i + len(words)
        if not (text[i - 1 : i].isalnum() or text[end : end + 1].isalnum()):
            away = max(trigger[0] - end, i - trigger[1], 0)
            best = min(best or (away, i), (away, i))
        i = text.find(words, i + 1)
    return (best[1], best[1] + len(words)) if best else None


def see(cast_: Cast, filler: Filler, tool: ModuleType, directory: Directory) -> Seen:
    """Return what the cast has for a filler."""
    doc = cast_.doc
    assert doc is not None
    span = doc.char_span(filler.start, filler.end, alignment_mode="expand")
    over = [m for m in cast_.mentions if m.mention.start < filler.end and filler.start < m.mention.end]
    named = [m for m in over if (a := _actor(cast_, m, directory)) and tool.same_name(a[0], filler.name)]
    placed = [m for m in (named or over) if (a := _actor(cast_, m, directory)) and a[1] == filler.country]
    return Seen(
        found=bool(over),
        named=bool(named),
        headed=any(m.head == span.root.i for m in named),
        placed=bool(placed),
        names=tuple(
            dict.fromkeys(
                (_actor(cast_, m, directory) or ("-", ""))[0]
                + (f"({_actor(cast_, m, directory)[1]})" if _actor(cast_, m, directory) else "")
                for m in over
            )
        ),
    )


def _actor(cast_: Cast, m: CastMention, directory: Directory) -> tuple[str, str | None] | None:
    """Return name and country of a mention's actor; of a place, its name and the country of the state that it would stand for."""
    actor = cast_.actors.get(m.mention.actor or "")
    if actor is None:
        stood_for = directory.entries.get(m.stands_for) if m.stands_for else None
        return m.mention.text, stood_for.country if stood_for else None
    return actor.name, actor.country


def measure(part: str, directory: Directory, docs: dict[str, Doc], show: str | None, limit: int) -> dict[str, float]:
    """Return the shares of one set, and print the commonest misses."""
    tool, counts, misses = scorer(), Counter[str](), Counter[tuple[str, ...]]()
    annotated = json.loads((DATA / "claims" / f"{part}.json").read_text(encoding="utf-8"))
    reports = texts({r["id"] for r in annotated})
    for record in annotated:
        text, day = reports[record["id"]]
        found = cast(docs[record["id"]], directory, published=day)
        for f in fillers(record["claims"], text, tool):
            seen = see(found, f, tool, directory)
            counts.update(all=1, found=seen.found, named=seen.named, headed=seen.headed)
            counts.update(abroad=bool(f.country), placed=bool(f.country) and seen.placed)
            miss = {
                "unfound": not seen.found,
                "name": seen.found and not seen.named,
                "country": bool(f.country) and seen.found and not seen.placed,
            }
            if show and miss[show]:
                misses[(f.text, f.name, f.country or "", " / ".join(seen.names), record["id"])] += 1
    for key, n in misses.most_common(limit):
        print(f"{n:3} " + " | ".join(key))
    n = counts["all"]
    return {
        "fillers": n,
        "found": counts["found"] / n,
        "same_name": counts["named"] / n,
        "same_name_and_head": counts["headed"] / n,
        "same_country": counts["placed"] / max(1, counts["abroad"]),
    }


def speed(directory: Directory, sample: str) -> dict[str, float]:
    """Return how long a load takes, and how many words a second are matched against every name."""
    start = time.perf_counter()
    load_directory()
    loaded = time.perf_counter() - start
    text = " ".join([sample] * max(1, 1_000_000 // len(sample)))
    start = time.perf_counter()
    directory.find(text)
    return {
        "load_seconds": round(loaded, 3),
        "match_words_per_second": round(len(text.split()) / (time.perf_counter() - start)),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def parsed(reports: dict[str, tuple[str, date | None]], kept: Path | None) -> dict[str, Doc]:
    """Return the reports' syntax, from a file of an earlier call where one is given."""
    nlp = language.load()
    if kept and kept.is_file():
        docs = list(DocBin().from_disk(kept).get_docs(nlp.vocab))
    else:
        docs = [nlp(text) for text, _ in reports.values()]
        if kept:
            DocBin(store_user_data=False, docs=docs).to_disk(kept)
    return dict(zip(reports, docs, strict=True))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=("gold", "train", "both"), default="both")
    parser.add_argument("--show", choices=("unfound", "name", "country"))
    parser.add_argument("--limit", type=int, default=60)
    parser.add_argument("--docs", type=Path, help="where parsed reports are kept between calls (.spacy)")
    options = parser.parse_args()
    parts = ("gold", "train") if options.set == "both" else (options.set,)
    directory = load_directory()
    figures: dict[str, object] = {}
    for part in parts:
        ids = {r["id"] for r in json.loads((DATA / "claims" / f"{part}.json").read_text(encoding="utf-8"))}
        reports = texts(ids)
        docs = parsed(reports, options.docs and options.docs.with_suffix(f".{part}.spacy"))
        figures[part] = measure(part, directory, docs, options.show, options.limit)
        print(part, " ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in figures[part].items()))
    sample = " ".join(text for text, _ in reports.values())
    figures["speed"] = speed(directory, sample)
    print("speed", figures["speed"])
    save("actors", figures)


if __name__ == "__main__":
    main()
