"""Learns which antecedent a pronoun means, from GUM's chains and from the annotated reports.

usage: python -m training.antecedents --data DATA [--docs FOLDER] [--out FILE]

``DATA`` holds ``treebanks/gum-train.conllu``, ``claims/train.json`` and ``reports/``. Texts are read by the shipped model, so that the
weights fit the trees that they will meet. For every pronoun the candidates are those of the package itself, with the same marks; right
are those whose chain, or whose actor's name, is the pronoun's, and nobody is right where none of them is. The weights of a
log-linear model are fitted by maximum likelihood of what is right. Each mark has a weight of all styles together and one of each
style's own, both held small. GUM is read twice: once with every earlier pronoun given its right antecedent, then with those
that the weights of the first round choose.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import torch
from spacy.tokens import Doc, DocBin

from dragoman import language
from dragoman.actors import Directory, cast, load_directory
from dragoman.actors.directory.index import spelt
from dragoman.actors.reference.ranker import Anaphor, Marked, Ranker, Weights, weights_of
from dragoman.claims import ActorId
from dragoman.intake.dates import read_date
from training.chains import mentions_of, parts_of, words_at
from training.claims import texts
from training.conllu import Document, read, text_of

OUT = Path(__file__).parents[1] / "src" / "dragoman" / "actors" / "data" / "antecedents.csv"
STYLES = ("he", "his", "it", "its", "they", "their")
# How much an example of each genre counts; talk refers otherwise than news does, and the reports are few.
SHARES = {"conversation": 0.15, "vlog": 0.15, "news": 1.0, "interview": 0.75, "reports": 5.0}
OTHER_SHARE = 0.5
SHARED, OWN = 1.0, 3.0  # how strongly weights are held small: those of all styles, those of one
RARE = 8  # marks seen less often than this are left out
LEAST = 0.33  # the share below which nobody is meant
AGAIN = dict.fromkeys(("he", "his", "it", "its"), 0.2)  # how much further mentions of one actor count when one is chosen


@dataclass(frozen=True, slots=True)
class Example:
    """A pronoun with what it may mean: the marks of each candidate, nobody first, and which are right."""

    style: str
    share: float
    options: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def example(anaphor: Anaphor, share: float, candidates: Sequence[Marked], right: Sequence[bool]) -> Example:
    """An example whose first option is nobody."""
    options = (("none", *anaphor.marks), *(marks for _, marks in candidates))
    return Example(anaphor.style, share, options, (not any(right), *right))


@dataclass(slots=True)
class Chains:
    """A ranker that keeps what it is asked, with what GUM's chains answer; ``inner`` chooses, or the chains where there is none."""

    document: Document
    doc: Doc
    inner: Ranker | None
    found: list[Example] = field(default_factory=list)
    meant: dict[int, str | None] = field(default_factory=dict)
    words: dict[int, int] = field(init=False)
    entity: dict[int, str] = field(init=False, default_factory=dict)
    spans: dict[int, list[tuple[int, str]]] = field(init=False)
    parts: dict[str, set[str]] = field(init=False)

    def __post_init__(self) -> None:
        """Note which entity each word is of, the smallest mention before those around it, and one's own head before all."""
        self.words, self.parts = words_at(self.document, self.doc), parts_of(self.document)
        every = sorted(((m, e) for e, ms in mentions_of(self.document).items() for m in ms), key=lambda p: p[0].first - p[0].last)
        self.spans = defaultdict(list)
        for mention, entity in every:
            self.entity.update(dict.fromkeys(mention.core, entity))
            self.spans[mention.core[0]].append((mention.last, entity))
        self.entity.update({mention.core[0]: entity for mention, entity in every})

    def choose(self, anaphor: Anaphor, candidates: Sequence[Marked]) -> tuple[ActorId, ...]:
        """Keep the question, and answer it."""
        entity = self.entity.get(self.words[anaphor.i])
        chains = [self._chain(c.head, c.at, entity, together="form:party" in c.marks) for c, _ in candidates]
        right = [entity is not None and chain == entity for chain in chains]
        self.found.append(example(anaphor, SHARES.get(self.document.genre, OTHER_SHARE), candidates, right))
        gold = next((c.actors for (c, _), ok in zip(candidates, right, strict=True) if ok and c.actors), ())
        chosen = self.inner.choose(anaphor, candidates) if self.inner else gold
        if chosen:
            self.meant[anaphor.i] = next(chain for (c, _), chain in zip(candidates, chains, strict=True) if c.actors == chosen)
        return chosen

    def _chain(self, head: int, last: int, wanted: str | None, *, together: bool) -> str | None:
        """The entity of a candidate: what a pronoun was taken for, the whole of those named together."""
        if not together:
            return self.meant.get(head, self.entity.get(self.words[head]))
        one, two = self.entity.get(self.words[head]), self.entity.get(self.words[last])
        whole = {e for end, e in self.spans[self.words[head]] if self.words[last] < end and e != one}
        return wanted if wanted and (wanted in whole or self.parts.get(wanted) == {one, two}) else None


@dataclass(slots=True)
class Names:
    """A ranker that keeps what it is asked of the pronouns whose actors' names are given, and answers as ``inner`` does."""

    wanted: dict[int, set[str]]
    directory: Directory
    names: dict[ActorId, str]
    inner: Ranker
    found: list[Example] = field(default_factory=list)

    def choose(self, anaphor: Anaphor, candidates: Sequence[Marked]) -> tuple[ActorId, ...]:
        """Keep the question where a candidate is right, and answer it."""
        wanted = self.wanted.get(anaphor.i, set())
        right = [bool(wanted) and len(c.actors) == len(wanted) and all(self._bears(a, wanted) for a in c.actors) for c, _ in candidates]
        if any(right):
            self.found.append(example(anaphor, SHARES["reports"], candidates, right))
        return self.inner.choose(anaphor, candidates)

    def _bears(self, actor: ActorId, wanted: Iterable[str]) -> bool:
        own = set(spelt(self.names.get(actor, actor)).lower().split())
        for name in wanted:
            words = set(spelt(name).lower().split())
            if words <= own or own <= words or actor in {ref.id for ref in self.directory.names.get(name)}:
                return True
        return False


def of_gum(documents: Sequence[Document], docs: Sequence[Doc], directory: Directory, inner: Ranker | None) -> Iterator[Example]:
    """Examples of GUM's chains."""
    for document, doc in zip(documents, docs, strict=True):
        chains = Chains(document, doc, inner)
        cast(doc, directory, ranker=chains)
        yield from chains.found


def of_reports(data: Path, docs: dict[str, Doc], directory: Directory, inner: Ranker) -> Iterator[Example]:
    """Examples of the annotated reports' roles that pronouns fill."""
    dates = _dates(data)
    for report in json.loads((data / "claims" / "train.json").read_text(encoding="utf-8")):
        doc, published = docs[report["id"]], dates.get(report["id"])
        first = cast(doc, directory, published=published, ranker=inner)
        asked = Names(_pronouns(doc, report, directory), directory, {a: who.name for a, who in first.actors.items()}, inner)
        cast(doc, directory, published=published, ranker=asked)
        yield from asked.found


def _pronouns(doc: Doc, report: dict[str, Any], directory: Directory) -> dict[int, set[str]]:
    """The names of those whom the third-person pronouns in a report's roles mean, by token."""
    found: dict[int, set[str]] = defaultdict(set)
    for claim in report["claims"]:
        begin = max(0, doc.text.find(claim["sentence"]))
        trigger = doc.text.find(claim["trigger"], begin)
        near = [t for t in doc if begin <= t.idx < max(begin, trigger) + 300]
        for filler in (f for fillers in (claim.get("roles") or {}).values() for f in fillers or ()):
            pronoun = directory.vocabulary.pronouns.get((filler.get("text") or "").lower())
            token = min((t for t in near if t.text == filler.get("text")), key=lambda t: abs(t.idx - trigger), default=None)
            if pronoun and pronoun.person == 3 and token is not None and filler.get("name"):
                found[token.i].add(filler["name"])
    return found


def _dates(data: Path) -> dict[str, date]:
    found: dict[str, date] = {}
    for name in ("wikinews-diplomacy", "whitehouse-readouts"):
        for line in (data / "reports" / f"{name}.jsonl").open(encoding="utf-8"):
            row = json.loads(line)
            day = read_date(row["date"]) if row["date"] else None
            if day:
                found[row["id"]] = date.fromisoformat(day[:10])
    return found


def fit(examples: Sequence[Example], steps: int = 60) -> Weights:
    """The weights under which what is right is likeliest, rounded to hundredths."""
    seen = Counter(m for e in examples for option in e.options for m in option)
    numbers: dict[tuple[str, str], int] = {}
    options, marks, wide = [], [], max(len(e.options) for e in examples)
    for n, e in enumerate(examples):
        for k, option in enumerate(e.options):
            for mark in (m for m in option if seen[m] >= RARE):
                for key in ((mark, ""), (mark, e.style)):
                    options.append(n * wide + k)
                    marks.append(numbers.setdefault(key, len(numbers)))
    at, of = torch.tensor(options), torch.tensor(marks)
    there = torch.tensor([[k < len(e.options) for k in range(wide)] for e in examples])
    right = torch.tensor([[*e.right, *[False] * (wide - len(e.right))] for e in examples])
    share = torch.tensor([e.share for e in examples], dtype=torch.float64)
    held = torch.tensor([OWN if style else SHARED for _, style in numbers], dtype=torch.float64)
    weights = torch.zeros(len(numbers), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=20, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        worth = torch.zeros(len(examples) * wide, dtype=torch.float64).index_add(0, at, weights[of]).view(-1, wide)
        every = worth.masked_fill(~there, -torch.inf).logsumexp(1)
        total = (share * (every - worth.masked_fill(~right, -torch.inf).logsumexp(1))).sum() + 0.5 * (held * weights**2).sum()
        total.backward()
        return total

    for _ in range(steps // 20):
        print(f"loss {optimizer.step(loss).item():.1f}")
    value = dict(zip(numbers, weights.tolist(), strict=True))
    known = sorted({mark for mark, _ in numbers})
    styles = {s: {m: round(value.get((m, ""), 0.0) + value.get((m, s), 0.0), 2) for m in known} for s in STYLES}
    return Weights({s: {"least": LEAST, "again": AGAIN.get(s, 1.0), **worths} for s, worths in styles.items()})


def write(weights: Weights, path: Path) -> None:
    """Write weights as a table of marks by styles."""
    marks = list(dict.fromkeys(m for worths in weights.styles.values() for m in worths))
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["mark", *weights.styles])
        table.writerows([m, *(f"{w[m]:g}" if w.get(m) else "" for w in weights.styles.values())] for m in marks)


def parsed(wording: dict[str, str], kept: Path | None) -> dict[str, Doc]:
    """Texts as the shipped model reads them, from a file of an earlier call where one is given."""
    nlp = language.load()
    if kept and kept.is_file():
        return dict(zip(wording, DocBin().from_disk(kept).get_docs(nlp.vocab), strict=True))
    docs = list(nlp.pipe(wording.values()))
    if kept:
        DocBin(store_user_data=False, docs=docs).to_disk(kept)
    return dict(zip(wording, docs, strict=True))


def main() -> None:
    """Learn, and write what was learned."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--docs", type=Path, help="a folder where parsed texts are kept between calls")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    directory = load_directory()
    documents = read(options.data / "treebanks" / "gum-train.conllu")
    gum = list(parsed({d.name: text_of(d) for d in documents}, options.docs and options.docs / "gum-train.spacy").values())
    wanted = {r["id"] for r in json.loads((options.data / "claims" / "train.json").read_text(encoding="utf-8"))}
    wording = {name: text for name, text in texts(options.data).items() if name in wanted}
    reports = parsed(wording, options.docs and options.docs / "claims-train.spacy")
    gold = list(of_gum(documents, gum, directory, None))
    first = fit(gold)
    learned = [*gold, *of_gum(documents, gum, directory, first), *of_reports(options.data, reports, directory, first)]
    print(f"{len(learned)} examples")
    write(fit(learned, steps=100), options.out)
    with options.out.open(encoding="utf-8") as lines:
        print(f"{sum(map(len, weights_of(lines).styles.values()))} weights in {options.out.name}")


if __name__ == "__main__":
    main()
