"""Who is meant again: chains of mentions against GUM's, as MUC, B³, CEAFe and their average, the CoNLL score.

usage: python benchmarks/coreference.py [--split dev|train] [--genres news,interview,speech,court] [--show N] [--docs FILE]

Text is read from its raw form by the shipped model. Gold chains are GUM's whose mentions are of persons, organisations and
places; a chain of one mention is left out on both sides. Mentions match by their heads, a name by any word of its core. Adjectives
of states and relative pronouns, which GUM does not mark, are left out; a generic actor ("protesters") goes on a chain only where
a definite article or demonstrative says that it was spoken of before. First persons get the speaker that the statements around them
give; those outside of statements are the text's own voice, one "I" and one "we". A place that acts for
nobody is in the chain of the state that it would stand for, else of its name.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from _common import DATA, save
from _coreference import Cluster, Coreference
from spacy.tokens import Doc, DocBin
from training.chains import Mention, mentions_of, words_at
from training.conllu import Document, read, text_of

from dragoman import language
from dragoman.actors import Cast, CastMention, Directory, cast, load_directory
from dragoman.coding.speakers import speakers_of
from dragoman.coding.statements import find_statements
from dragoman.coding.tree import tree_of

GENRES = "news,interview,speech,court"
TYPES = ("person", "organization", "place")


def gold_clusters(mentions: dict[str, list[Mention]]) -> list[Cluster]:
    """Return the gold chains of more than one mention, mentions being their heads' word numbers."""
    chains = [frozenset(m.core[0] for m in chain if m.type in TYPES) for chain in mentions.values()]
    return [chain for chain in chains if len(chain) > 1]


def heads_of(mentions: dict[str, list[Mention]]) -> dict[int, int]:
    """Return for each word of a gold core the head of that mention; a word's own mention before one that it is in the core of."""
    every = sorted((m for chain in mentions.values() for m in chain), key=lambda m: -len(m.core))
    return {word: m.core[0] for m in every for word in reversed(m.core)}


def our_clusters(found: Cast, directory: Directory, words: dict[int, int], heads: dict[int, int]) -> list[Cluster]:
    """Return our chains of more than one mention."""
    doc = found.doc
    assert doc is not None
    whom: dict[int, list[str]] = defaultdict(list)
    for i in found.first_person:
        whom[i].append("we" if "Plur" in doc[i].morph.get("Number") else "I")
    for m in found.mentions:
        pronoun = directory.vocabulary.pronouns.get(m.mention.text.lower())
        if m.form != "adjective" and not (pronoun and pronoun.use == "relative"):
            whom[m.head].append(_chain(doc, m, directory))
    chains: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for head, actors in whom.items():
        chains[tuple(sorted(set(actors)))].add(heads.get(words[head], words[head]))
    return [frozenset(chain) for chain in chains.values() if len(chain) > 1]


def _chain(doc: Doc, m: CastMention, directory: Directory) -> str:
    """Return the chain of a mention; each "protesters" is another's unless it is definite."""
    definite = any(directory.vocabulary.has("definite", t.lower_) for t in doc[m.first : m.head])
    if m.form == "generic" and not definite:
        return f"{m.mention.actor} {m.head}"
    return m.mention.actor or m.stands_for or f"place {m.mention.text.lower()}"


def read_who(doc: Doc, directory: Directory) -> Cast:
    """Return the cast of a text with first persons resolved to who speaks."""
    found, tree = cast(doc, directory), tree_of(doc)
    return found.with_speakers(speakers_of(tree, found, find_statements(tree, found)))


def parsed(documents: list[Document], kept: Path | None) -> list[Doc]:
    """Return the texts' syntax, from a file of an earlier call where one is given."""
    nlp = language.load()
    if kept and kept.is_file():
        return list(DocBin().from_disk(kept).get_docs(nlp.vocab))
    docs = [nlp(text_of(document)) for document in documents]
    if kept:
        DocBin(store_user_data=False, docs=docs).to_disk(kept)
    return docs


def apart(document: Document, gold: list[Cluster], ours: list[Cluster]) -> Iterator[str]:
    """Yield our links that gold has not and gold's that we lack, in words, with what they stand in."""
    words = [word.form for sentence in document.sentences for word in sentence.words]
    for label, these, those in (("wrong", ours, gold), ("lacking", gold, ours)):
        of = {m: k for k, chain in enumerate(those) for m in chain}
        for chain in these:
            for one, two in zip(sorted(chain), sorted(chain)[1:], strict=False):  # type: ignore[type-var]
                if of.get(one, -1) != of.get(two, -2):
                    yield f"{label:8}{words[one]} … {words[two]} ({' '.join(words[max(0, two - 6) : two + 5])})"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "train"), default="dev")
    parser.add_argument("--genres", default=GENRES)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N links that differ from each document's")
    parser.add_argument("--docs", type=Path, help="where parsed texts are kept between calls (.spacy)")
    options = parser.parse_args()
    genres = options.genres.split(",")
    documents = [d for d in read(DATA / "treebanks" / f"gum-{options.split}.conllu") if d.genre in genres]
    directory = load_directory()
    scores: dict[str, Coreference] = defaultdict(Coreference)
    for document, doc in zip(documents, parsed(documents, options.docs), strict=True):
        mentions = mentions_of(document)
        gold, words = gold_clusters(mentions), words_at(document, doc)
        ours = our_clusters(read_who(doc, directory), directory, words, heads_of(mentions))
        for part in ("all", document.genre):
            scores[part].add(gold, ours)
        for line in list(apart(document, gold, ours))[: options.show]:
            print(document.name, line)
    figures: dict[str, object] = {"split": options.split, "documents": dict(Counter(d.genre for d in documents))}
    for part, score in scores.items():
        measures = {name: getattr(score, name).scores() for name in ("muc", "b3", "ceafe", "mentions")}
        figures[part] = {"conll": round(score.conll(), 4), **{n: [round(x, 4) for x in values] for n, values in measures.items()}}
        print(
            f"{part:10} CoNLL {score.conll():.3f}  " + "  ".join(f"{n} R {r:.3f} P {p:.3f} F {f:.3f}" for n, (r, p, f) in measures.items())
        )
    save("coreference", figures, whole=(options.split, options.genres) == ("dev", GENRES))


if __name__ == "__main__":
    main()
