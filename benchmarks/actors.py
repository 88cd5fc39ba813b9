"""Who is found: fillers of gold roles against the mentions of a cast; and how fast the directory loads and matches.

usage: python benchmarks/actors.py [--set gold|train|both] [--show unfound|identity|country|sector] [--limit N] [--docs FILE]

A filler is a gold role's words in their sentence, with a canonical name and a country. It is *found* where a mention
overlaps its words, has its *identity* where such a mention's actor bears the name (by the scorer's own `same_name`, accents
aside, or as another name or spelling that the directory knows for the same actor), is *headed* where that mention is headed by the head of
the filler's words, and *placed* where the actor's country is the gold one. Pronouns and descriptions, whose words do not hold
the name, are counted apart too. First persons mean the speaker that the statements around them give. Fillers that the text does
not mention are left out. Sectors are not annotated: ``actors_sectors.csv`` has those of actors drawn at random from the roles, by
PLOVER's codebook, several where any of them would do and ``-`` for none.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType

from _common import DATA, HERE, save
from _gold import scorer
from spacy.tokens import Doc, DocBin

from dragoman import language
from dragoman.actors import Cast, CastMention, Directory, cast, load_directory
from dragoman.actors.directory.index import spelt
from dragoman.coding.places.gazetteer import country_of
from dragoman.coding.speakers import speakers_of
from dragoman.coding.statements import find_statements
from dragoman.coding.tree import tree_of

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
    identity: bool
    headed: bool
    placed: bool
    sectors: frozenset[str]
    names: tuple[str, ...]


def sectors() -> dict[tuple[str, str], frozenset[str]]:
    """Return the sectors that are right for the drawn actors, by report and name."""
    with (HERE / "actors_sectors.csv").open(encoding="utf-8", newline="") as file:
        return {(r["report"], r["name"]): frozenset(r["sectors"].split("|")) for r in csv.DictReader(file)}


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


def read_who(doc: Doc, directory: Directory, day: date | None) -> Cast:
    """Return the cast of a report with first persons resolved to who speaks."""
    found, tree = cast(doc, directory, published=day, where=country_of), tree_of(doc)
    return found.with_speakers(speakers_of(tree, found, find_statements(tree, found)))


def see(cast_: Cast, filler: Filler, tool: ModuleType, directory: Directory) -> Seen:
    """Return what the cast has for a filler."""
    doc = cast_.doc
    assert doc is not None
    span = doc.char_span(filler.start, filler.end, alignment_mode="expand")
    over = [(m, _actor(cast_, m, directory)) for m in cast_.mentions if m.mention.start < filler.end and filler.start < m.mention.end]
    same = [(m, a) for m, a in over if _same(m, a[0], filler.name, tool, directory)]
    return Seen(
        found=bool(over),
        identity=bool(same),
        headed=any(m.head == span.root.i for m, _ in same),
        placed=any(a[1] == filler.country for _, a in same or over),
        sectors=frozenset(a[2] or "-" for _, a in same or over),
        names=tuple(dict.fromkeys(f"{name}({country}, {sector})" for _, (name, country, sector) in over)),
    )


def _same(mention: CastMention, ours: str, gold: str, tool: ModuleType, directory: Directory) -> bool:
    """Tell whether two names name one actor."""
    if tool.same_name(spelt(ours), spelt(gold)):
        return True
    known = {ref.id for ref in directory.names.get(gold)} or {directory.spelt_otherwise(gold)}
    return (mention.mention.actor or mention.stands_for or "") in known


def _actor(cast_: Cast, m: CastMention, directory: Directory) -> tuple[str, str | None, str | None]:
    """Return name, country and sector of a mention's actor; of a place, its name and those of the state that it would stand for."""
    actor = cast_.actors.get(m.mention.actor or "")
    if actor is None:
        stood_for = directory.entries.get(m.stands_for) if m.stands_for else None
        return m.mention.text, stood_for.country if stood_for else country_of(m.mention.text), stood_for.sector if stood_for else None
    return actor.name, actor.country, actor.sector


def kind_of(filler: Filler, tool: ModuleType, directory: Directory) -> str:
    """Return how the text words a filler: by name, by a pronoun, or by a description that does not hold the name."""
    pronoun = directory.vocabulary.pronouns.get(filler.text.lower())
    if pronoun:
        return "first_person" if pronoun.person == 1 else "pronoun"
    if tool.same_name(spelt(filler.text), spelt(filler.name)) or any(w[:1].isupper() for w in filler.text.split()[1:]):
        return "name"
    return "description" if filler.text[:1].islower() or filler.text.split()[0] in ("The", "Both", "This", "That", "These") else "name"


def measure(part: str, directory: Directory, docs: dict[str, Doc], show: str | None, limit: int) -> dict[str, float]:
    """Return the shares of one set, and print the commonest misses."""
    tool, counts, misses, judged = scorer(), Counter[str](), Counter[tuple[str, ...]](), sectors()
    annotated = json.loads((DATA / "claims" / f"{part}.json").read_text(encoding="utf-8"))
    reports = texts({r["id"] for r in annotated})
    for record in annotated:
        text, day = reports[record["id"]]
        found = read_who(docs[record["id"]], directory, day)
        for f in fillers(record["claims"], text, tool):
            seen, kind = see(found, f, tool, directory), kind_of(f, tool, directory)
            counts.update({"all": 1, "found": seen.found, "identity": seen.identity, "headed": seen.headed})
            counts.update({f"all {kind}": 1, f"identity {kind}": seen.identity})
            counts.update({"abroad": bool(f.country), "placed": bool(f.country) and seen.placed})
            known = judged.get((record["id"], f.name), frozenset())
            counts.update({"judged": bool(known), "same sector": not known.isdisjoint(seen.sectors)})
            miss = {
                "unfound": not seen.found,
                "identity": seen.found and not seen.identity,
                "country": bool(f.country) and seen.found and not seen.placed,
                "sector": bool(known) and known.isdisjoint(seen.sectors),
            }
            if show and miss[show]:
                misses[(kind, f.text, f.name, f.country or "", " / ".join(seen.names), record["id"])] += 1
    for key, n in misses.most_common(limit):
        print(f"{n:3} " + " | ".join(key))
    n = counts["all"]
    return {
        "fillers": n,
        "found": counts["found"] / n,
        "identity": counts["identity"] / n,
        "identity_and_head": counts["headed"] / n,
        "same_country": counts["placed"] / max(1, counts["abroad"]),
        "fillers_with_sector": counts["judged"],
        "same_sector": counts["same sector"] / max(1, counts["judged"]),
        **{
            f"{what}_{kind}": value
            for kind in ("name", "description", "pronoun", "first_person")
            for what, value in (
                ("fillers", counts[f"all {kind}"]),
                ("identity", counts[f"identity {kind}"] / max(1, counts[f"all {kind}"])),
            )
        },
    }


FRESH = """
import json, resource, sys, time
from dragoman.actors import load_directory
mb = lambda: int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 2**20
before, wall, cpu = mb(), time.perf_counter(), time.process_time()
directory = load_directory()
print(json.dumps({"load_seconds": round(time.perf_counter() - wall, 3), "load_cpu_seconds": round(time.process_time() - cpu, 3),
    "mb_before": round(before), "mb_after": round(mb())}))
"""


def speed(directory: Directory, sample: str) -> dict[str, float]:
    """Return how long a load takes in a process of its own and how much memory, and how many words a second are matched."""
    fresh = subprocess.run([sys.executable, "-c", FRESH], capture_output=True, text=True, check=True)
    text = " ".join([sample] * max(1, 1_000_000 // len(sample)))
    start = time.process_time()
    directory.find(text)
    return {**json.loads(fresh.stdout), "match_words_per_second": round(len(text.split()) / (time.process_time() - start))}


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
    parser.add_argument("--show", choices=("unfound", "identity", "country", "sector"))
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
        print(part, "  ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in figures[part].items()))
    sample = " ".join(text for text, _ in reports.values())
    figures["speed"] = speed(directory, sample)
    print("speed", figures["speed"])
    save("actors", figures, whole=options.set == "both")


if __name__ == "__main__":
    main()
