"""Entities out of the tagger's marks: whole names only, with a proper noun in each and no loose end."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

_NAMING: Final = frozenset({"PROPN", "X"})
_LOOSE: Final = frozenset({"ADP", "CCONJ", "DET", "PART", "SCONJ"})
_JOINING: Final = frozenset({"ADP", "DET"})
_COMMON: Final = frozenset({"ADJ", "ADP", "ADV", "DET", "NOUN", "PRON", "VERB"})
_TITLED: Final = frozenset({"LOC", "ORG"})
_WRITTEN: Final = frozenset({"MISC", "ORG"})
_COMPOUND: Final = frozenset({"GPE", "LOC", "ORG", "NORP"})
_PEOPLES: Final = "NORP"
_PERSON: Final = "PERSON"
_PLACE: Final = "LOC"


@dataclass(frozen=True, slots=True)
class Run:
    """Half-open word numbers, and a type."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Tags:
    """What is told of words.

    Attributes:
        forms: the words.
        upos: their parts of speech.
        nnp: whether their tags are a proper noun's.
        part_of: the head that each is a part of, or -1.
        hyphens: those that join the words beside them, ``Myong-guk``.
        opens: those that begin a line.
        articles: those with a capital that no sentence begins with, "told *The* Standard".
    """

    forms: Sequence[str]
    upos: Sequence[str]
    nnp: Sequence[bool]
    part_of: Sequence[int]
    hyphens: Collection[int] = frozenset()
    opens: Collection[int] = frozenset()
    articles: Collection[int] = frozenset()

    def proper(self, i: int) -> bool:
        """Whether a word is tagged and written as a name."""
        return self.nnp[i] and self.forms[i][:1].isupper()

    def lower(self, i: int) -> bool:
        """Whether a word that names somebody is not written as a name: the second part of ``Myong-guk``."""
        return self.upos[i] in _NAMING and not self.proper(i)

    def common(self, i: int) -> bool:
        """Whether a word is a common one in lower case that no hyphen joins to the next."""
        return self.upos[i] in _COMMON and self.forms[i][:1].islower() and i + 1 not in self.hyphens


def tidy(entity: Ints, tags: Tags, names: Sequence[str]) -> Ints:
    """BIO numbers without fragments.

    A name that ends in a preposition goes on with the name of its type that follows; other function words at its end are left out, save
    the ``'s`` of a place called after its owner ("at *Lord's*"); a place, body or people takes in the proper nouns beside it that are
    parts of it ("*United* Nations"), a person those after it, and what a hyphen joins to its end; a body or place takes in its capital
    article ("told *The* Standard"), and a body's name begins with no common word in lower case; a name without a proper noun is none, save
    a people's.

    Args:
        entity: a number a word, into ``names``, with every run begun by its ``B-``.
        tags: of the same words.
        names: ``O`` and, for each type, ``B-TYPE`` and ``I-TYPE`` after each other.
    """
    out = np.zeros_like(entity)
    marked = (entity > 0).tolist()
    begins = {name[2:]: number for number, name in enumerate(names) if name.startswith("B-")}
    for run in _persons(list(_joined(_runs(entity, names), tags.upos)), tags):
        whole = _with_article(_with_parts(_named(_trimmed(run, tags.upos), tags), tags, marked), tags)
        if run.kind == _PEOPLES or any(tags.upos[i] in _NAMING for i in range(whole.start, whole.end)):
            out[whole.start : whole.end] = begins[run.kind] + 1
            out[whole.start : min(whole.end, whole.start + 1)] = begins[run.kind]
    return out


def _trimmed(run: Run, upos: Sequence[str]) -> Run:
    end = run.end
    if run.kind == _PLACE and end > run.start + 1 and upos[end - 1] == "PART":
        return run
    while end > run.start and upos[end - 1] in _LOOSE:
        end -= 1
    return run if end == run.end else replace(run, end=end)


def _named(run: Run, tags: Tags) -> Run:
    """The run from its first word that is no common one in lower case, if there is such a word: "the observer *Free Vote*"."""
    if run.kind not in _WRITTEN:
        return run
    start = next((i for i in range(run.start, run.end) if not tags.common(i)), run.start)
    return run if start == run.start else replace(run, start=start)


def _with_article(run: Run, tags: Tags) -> Run:
    if run.kind in _TITLED and run.end > run.start and run.start - 1 in tags.articles:
        return replace(run, start=run.start - 1)
    return run


def _persons(runs: Sequence[Run], tags: Tags) -> Iterator[Run]:
    """The runs with persons' names made whole: those that go on after a hyphen, or in a word that is a part of them."""
    taken = 0
    starts = {run.start: run for run in runs}
    for run in runs:
        if run.end <= taken:
            continue
        end = run.end
        while run.kind == _PERSON and (more := _more(replace(run, end=end), starts, tags)) > end:
            end = more
        taken = end
        yield run if end == run.end else replace(run, end=end)


def _more(run: Run, starts: Mapping[int, Run], tags: Tags) -> int:
    """Where a person's name ends that may go on after the end of its run."""
    end, n = run.end, len(tags.upos)
    if end > run.start + 1 and end < n and end - 1 in tags.hyphens and tags.upos[end] in _NAMING:
        return end + 1  # the hyphen is the run's last word
    if end + 1 < n and end in tags.hyphens:
        after = starts.get(end + 1)
        alone = after is None or (after.kind == _PERSON and after.end == end + 2)
        double = end - run.start > 1 and after is not None and alone and (end + 2 == n or tags.upos[end + 2] not in ("NOUN", "PROPN"))
        if tags.lower(end + 1) or double:
            return end + 2
    if end < n and tags.proper(end) and end not in tags.opens and run.start <= tags.part_of[end] < end:
        after = starts.get(end)
        if after is None:
            return end + 1
        two = end - run.start > 1 and after.end - end > 1  # each a whole name
        return after.end if after.kind == _PERSON and not two else end
    return end


def _with_parts(run: Run, tags: Tags, marked: list[bool]) -> Run:
    """The run with the unmarked proper nouns next to it that hang on one of its words."""
    if run.kind not in _COMPOUND:
        return run
    start, end = run.start, run.end

    def belongs(i: int) -> bool:
        return not marked[i] and start <= tags.part_of[i] < end and tags.proper(i)

    while start > 0 and belongs(start - 1):
        start -= 1
    while end < len(marked) and belongs(end):
        end += 1
    if (start, end) == (run.start, run.end):
        return run
    marked[start:end] = [True] * (end - start)
    return replace(run, start=start, end=end)


def _runs(entity: Ints, names: Sequence[str]) -> Iterator[Run]:
    marks: list[int] = entity.tolist()
    for start, mark in enumerate(marks):
        if not mark or not names[mark].startswith("B-"):
            continue
        end = start + 1
        while end < len(marks) and marks[end] == mark + 1:
            end += 1
        yield Run(start, end, names[mark][2:])


def _joined(runs: Iterator[Run], upos: Sequence[str]) -> Iterator[Run]:
    before: Run | None = None
    for run in runs:
        if before and before.end == run.start and before.kind == run.kind and _goes_on(before, upos):
            before = replace(before, end=run.end)
            continue
        if before:
            yield before
        before = run
    if before:
        yield before


def _goes_on(run: Run, upos: Sequence[str]) -> bool:
    last = run.end - 1
    return last > run.start and upos[last] in _JOINING
