"""Words of a whole text into sentences, trees and tags, window by window.

A window holds as many words as the encoder takes. Where the text does not end with it, its last sentence may be cut
off: that sentence is left to the next window, which begins with it. A sentence that no window holds is read in several (``long``).
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import numpy as np
import numpy.typing as npt

from dragoman.language import long, marks
from dragoman.language.alike import alike, runs
from dragoman.language.dashes import HYPHENS, JOINING
from dragoman.language.marks import Mark
from dragoman.language.names import Tags, tidy
from dragoman.language.pieces import Laid
from dragoman.language.regions import part
from dragoman.language.session import Classes, Model, Outputs
from dragoman.language.tree import call_by_name, forest, head_by_name, pair_names, share_subjects

WINDOW: Final = 240  # pieces: the longest that training shows
_ENOUGH: Final = 0.4
_LIKELY: Final = -4.0  # what the head must say at least of a start that marks make likely
_JOINED: Final = "parataxis"
_JOINS: Final = JOINING | {"/"}
_MENDED: Final = frozenset({"conj", "appos", "compound", "nmod:desc", "amod", "det", "nmod:poss"})
_PERSON: Final = "PERSON"
_SINGULAR: Final = "Number=Sing"
_ARTICLE: Final = "PronType=Art"
_PARTS: Final = frozenset({"amod", "compound", "flat"})
_PROPER: Final = frozenset({"NNP", "NNPS"})

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words, the gap class before each, and what is known of starts: 1 sure, 2 likely, -1 surely none, 0 unknown."""

    forms: Sequence[str]
    gaps: Sequence[int]
    starts: Ints


@dataclass(frozen=True, slots=True)
class Analysis:
    """One number a word: head (its own for a root), class numbers, whether a sentence starts; entities as BIO numbers.

    ``marks`` are the claims that words may make, in text order; ``scores`` what the tagger says of names, ``[words, classes]``.
    """

    head: Ints
    deprel: Ints
    morph: Ints
    xpos: Ints
    lemma: Ints
    entity: Ints
    start: npt.NDArray[np.bool_]
    marks: list[Mark]
    scores: npt.NDArray[np.float32]

    @classmethod
    def of_length(cls, n: int, classes: int) -> "Analysis":
        """Nothing read yet of n words."""
        head, deprel, morph, xpos, lemma, entity = (np.zeros(n, dtype=np.int64) for _ in range(6))
        return cls(head, deprel, morph, xpos, lemma, entity, np.zeros(n, dtype=np.bool_), [], np.zeros((n, classes), dtype=np.float32))


def analyse(model: Model, words: Words) -> Analysis:
    """Reads all words of one text."""
    n = len(words.forms)
    out = Analysis.of_length(n, len(model.classes.entity))
    laid = model.pieces.lay(words.forms, words.gaps)
    known = words.starts.copy()
    begin, root = 0, 0
    while begin < n:
        end, outputs, starts = _window(model, laid, known, begin)
        if end < n and known[end] == 0:
            known[end] = -1 if not starts[end - begin :].any() else 1
        root = _decode(model, outputs, starts[: end - begin], begin, root, out)
        begin = end
    share_subjects(out.head, _are(model.classes, out, {"nsubj"}), _are(model.classes, out, {"ccomp"}))
    alike(out.entity, out.scores, words.forms, model.classes.entity)
    tags = _tags(model.classes, words, out)
    entity = tidy(out.entity, tags, model.classes.entity)
    part(entity, words.forms, tags.upos, model.classes.entity, model.spelling.regions)
    _with_names(model.classes, words, out, entity)
    return replace(out, entity=entity)


def _with_names(classes: Classes, words: Words, out: Analysis, entity: Ints) -> None:
    """Mends the tree where names show how it must be, in a model that has the relations that it takes."""
    if not _MENDED.issubset(classes.deprel):
        return
    number = {name: classes.deprel.index(name) for name in _MENDED}
    pair_names(out.head, out.deprel, list(_pairs(words, entity)), compound=number["compound"], conj=number["conj"])
    called = [(i - 1, i, end) for i, end in runs(entity) if i and classes.upos[out.morph[i - 1]] == "NOUN"]
    call_by_name(out.head, out.deprel, called, conj=number["conj"], appos=number["appos"])
    people = {k for k, name in enumerate(classes.entity) if name.endswith(_PERSON)}
    titled = [one for one in called if int(entity[one[1]]) in people and _SINGULAR in classes.feats[out.morph[one[0]]]]
    head_by_name(out.head, out.deprel, titled, number)


def _pairs(words: Words, entity: Ints) -> Iterator[tuple[int, int]]:
    """Names of one word that a hyphen or dash joins without a space between."""
    for i in range(1, len(words.forms) - 1):
        if words.forms[i] in _JOINS and entity[i - 1] % 2 and entity[i + 1] % 2 and not entity[i] and not any(words.gaps[i : i + 2]):
            yield i - 1, i + 1


def _are(classes: Classes, out: Analysis, names: set[str]) -> npt.NDArray[np.bool_]:
    """Which words have one of these relations."""
    return np.asarray([name in names for name in classes.deprel])[out.deprel]


def _tags(classes: Classes, words: Words, out: Analysis) -> Tags:
    """What names are told from, besides the tagger's marks."""
    parts = np.asarray([name.split(":")[0] in _PARTS for name in classes.deprel])[out.deprel]
    return Tags(
        forms=words.forms,
        upos=[classes.upos[m] for m in out.morph.tolist()],
        nnp=np.asarray([name in _PROPER for name in classes.xpos])[out.xpos].tolist(),
        part_of=np.where(parts, out.head, -1).tolist(),
        hyphens=frozenset(i for i, form in enumerate(words.forms) if form in HYPHENS and not any(words.gaps[i : i + 2])),
        opens=frozenset(np.flatnonzero(np.asarray(words.gaps) > 1).tolist()),
        articles=_capital_articles(classes, words, out),
    )


def _capital_articles(classes: Classes, words: Words, out: Analysis) -> frozenset[int]:
    """Articles written with a capital where no sentence begins, nor anything that is quoted, listed or put in brackets."""
    articles = np.asarray([_ARTICLE in feats for feats in classes.feats])[out.morph] & ~out.start
    capital = (i for i in np.flatnonzero(articles).tolist() if words.forms[i][0].isupper())
    return frozenset(i for i in capital if words.forms[i - 1][-1].isalnum() or words.forms[i - 1] == ",")


def _window(model: Model, laid: Laid, known: Ints, begin: int) -> tuple[int, Outputs, npt.NDArray[np.bool_]]:
    """The next window: where what can be kept of it ends, what the heads say, and where its sentences start."""
    stop, whole = _reach(known, laid.ends, begin, WINDOW)
    outputs, starts = _run(model, laid, known, begin, stop)
    if whole:
        return stop, outputs, starts
    later = np.flatnonzero(starts[1:])
    if len(later):
        return begin + 1 + int(later[-1]), outputs, starts
    parts, ended = long.parts_of(begin, stop, outputs, ends=laid.ends, limit=WINDOW, run=partial(_run, model, laid, known))
    end = parts[-1].last
    if ended:
        known[end] = 1
    return end, long.joined(parts), np.arange(end - begin) == (0 if starts[0] else -1)


def _run(model: Model, laid: Laid, known: Ints, begin: int, stop: int) -> tuple[Outputs, npt.NDArray[np.bool_]]:
    """What the heads say of a window, and where its sentences start."""
    outputs = model.run(laid.window(begin, stop))
    sure = known[begin:stop]
    starts = (sure == 1) | ((sure == 0) & (outputs.start > 0)) | ((sure == 2) & (outputs.start > _LIKELY))
    starts[0] = known[begin] != -1
    return outputs, starts


def _reach(known: Ints, ends: Ints, begin: int, limit: int) -> tuple[int, bool]:
    """Where a window of ``limit`` pieces from ``begin`` stops, and whether a sentence surely ends there."""
    n = len(known)
    stop = int(np.searchsorted(ends, ends[begin] + limit - 2, side="right")) - 1
    stop = max(stop, begin + 1)
    if stop >= n:
        return n, True
    sure = np.flatnonzero(known[begin + 1 : stop + 1] == 1)
    if len(sure):
        last = begin + 1 + int(sure[-1])
        within = known[begin + 1 : stop + 1]
        settled = not ((within == 0) | (within == 2)).any()
        if settled or ends[last] - ends[begin] >= _ENOUGH * limit:
            return last, True
    return stop, False


def _decode(model: Model, outputs: Outputs, starts: npt.NDArray[np.bool_], begin: int, root: int, out: Analysis) -> int:
    """Writes a window's words into ``out``; returns the last sentence's root, for a sentence that goes on."""
    n = len(starts)
    kept = slice(begin, begin + n)
    out.morph[kept], out.xpos[kept], out.lemma[kept] = outputs.morph[:n], outputs.xpos[:n], outputs.lemma[:n]
    out.start[kept] = starts
    sentences = list(_sentences(starts))
    out.marks.extend(marks.find(model, outputs, sentences, begin))
    heads = forest(outputs.arc, sentences)
    is_root = heads == 0
    out.deprel[kept] = model.labels(outputs.dependent[:n], outputs.governor[heads], is_root)
    out.head[kept] = np.where(is_root, np.arange(n), heads - 1) + begin
    out.scores[kept] = outputs.entity[:n]
    out.entity[kept] = entities(outputs.entity[:n], starts, model.classes.entity)
    roots = np.flatnonzero(is_root) + begin
    if not starts[0]:
        out.head[roots[0]] = root
        out.deprel[roots[0]] = model.classes.deprel.index(_JOINED)
        return root if len(roots) == 1 else int(roots[-1])
    return int(roots[-1])


def _sentences(starts: npt.NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    edges = [0, *(np.flatnonzero(starts[1:]) + 1).tolist(), len(starts)]
    yield from itertools.pairwise(edges)


def entities(logits: npt.NDArray[np.float32], starts: npt.NDArray[np.bool_], names: Sequence[str]) -> Ints:
    """BIO numbers without faults: a run is one entity, of the type that all its words together favour."""
    tags: list[int] = logits.argmax(1).tolist()
    out = np.zeros(len(tags), dtype=np.int64)
    marked = [i for i, tag in enumerate(tags) if tag]
    begins = [i for i, before in zip(marked, [-2, *marked], strict=False) if before != i - 1 or names[tags[i]][0] == "B" or starts[i]]
    for i, after in itertools.pairwise([*begins, len(tags)]):
        j = i + 1
        while j < after and tags[j]:
            j += 1
        total = logits[i:j].sum(0)
        favour = logits[i, 1::2] if j == i + 1 else total[1::2] + total[2::2]
        begin = 1 + 2 * int(favour.argmax())
        out[i] = begin
        out[i + 1 : j] = begin + 1
    return out
