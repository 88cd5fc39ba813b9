"""Between spaCy's ``Doc`` and words: what a Doc gives to read, and an analysis written into it."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from spacy import attrs
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.language import lines
from dragoman.language.markup import is_tag, opens, white_of
from dragoman.language.pieces import REMEMBERED, gap_of
from dragoman.language.reading import Analysis, Ints, Words
from dragoman.language.session import Classes
from dragoman.language.splitting import Cut

_FIELDS: Final = [attrs.TAG, attrs.POS, attrs.MORPH, attrs.LEMMA, attrs.DEP, attrs.HEAD, attrs.ENT_IOB, attrs.ENT_TYPE]
_BLANK: Final = gap_of(" ")
_SPACE_TAG: Final = "_SP"
_SPACE_DEP: Final = "dep"
_MARK_TAG: Final = "NFP"
_MARK_DEP: Final = "punct"


def blank(vocab: Vocab, text: str, cuts: Sequence[Cut]) -> Doc:
    """A Doc of these words, whose text is exactly ``text``: other white space than one blank is a token."""
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for start, end in [*cuts, (len(text), len(text))]:
        if start - at == 1 and words and text[at] == " ":
            spaces[-1] = True
        elif at < start:
            white = text[at:start]
            if words and white[0] == " ":
                spaces[-1] = True
                white = white[1:]
            if white:
                words.append(white)
                spaces.append(False)
        if end > start:
            words.append(text[start:end])
            spaces.append(False)
        at = end
    return Doc(vocab, words=words, spaces=spaces)


def words_of(doc: Doc, known: dict[int, str]) -> tuple[Words, list[int]]:
    """What there is to read in a Doc, and the token number of each word; tags that HTML left are none.

    Words that ``known`` holds by their numbers need not be looked up; it takes in those that it does not.
    """
    forms: list[str] = []
    gaps: list[int] = []
    at: list[int] = []
    offsets: list[int] = []
    shown: list[str] = []
    white = ""
    offset = 0
    for i, (orth, blank) in enumerate(doc.to_array([attrs.ORTH, attrs.SPACY]).tolist()):
        text = known.get(orth, "")
        is_word = text != ""
        if not is_word:
            text = doc.vocab.strings[orth]
            if is_word := not text.isspace() and not is_tag(text):
                known[orth] = text
        shown.append(text + " " if blank else text)
        if is_word:
            forms.append(text)
            gaps.append(_BLANK if white == " " else gap_of(white))
            at.append(i)
            offsets.append(offset)
            white = " " if blank else ""
        else:
            white += (text if text.isspace() else white_of(text)) + (" " if blank else "")
        offset += len(text) + blank
    if len(known) > REMEMBERED:
        known.clear()
    return Words(forms, gaps, _starts(doc, "".join(shown), gaps, at, offsets)), at


def _starts(doc: Doc, text: str, gaps: Sequence[int], at: Sequence[int], offsets: Sequence[int]) -> lines.Ints:
    """What is known of sentence starts: those that are set in the Doc, else those that its layout tells."""
    if len(doc) < 2 or doc.to_array([attrs.SENT_START])[1:].any() or "sents" in doc.user_hooks:
        given = np.asarray([1 if doc[i].is_sent_start else -1 for i in at], dtype=np.int64)
        _carry(doc, given, at)
        return given
    return lines.starts(text, offsets, gaps)


def _carry(doc: Doc, given: lines.Ints, at: Sequence[int]) -> None:
    """A start that stands on white space belongs to the word after it."""
    last = -1
    for n, i in enumerate(at):
        if n == 0 or any(doc[j].is_sent_start for j in range(last + 1, i)):
            given[n] = 1
        last = i


def write(doc: Doc, analysis: Analysis, found: Sequence[str], at: Sequence[int], classes: Classes) -> Doc:
    """Sets tags, morphology, lemmas (``found``), trees, sentences and entities of a Doc."""
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    where = np.asarray(at, dtype=np.int64)
    table = np.zeros((len(doc), len(_FIELDS)), dtype=np.uint64)
    lemmas = {lemma: strings.add(lemma) for lemma in set(found)}
    kinds = [strings.add(name[2:]) if name != "O" else 0 for name in classes.entity]
    table[where, 0] = _numbers(analysis.xpos, lambda n: strings.add(classes.xpos[n]))
    table[where, 1] = _numbers(analysis.morph, lambda n: _POS[classes.upos[n]])
    table[where, 2] = _numbers(analysis.morph, lambda n: morphology.add(classes.feats[n]))
    table[where, 3] = [lemmas[lemma] for lemma in found]
    table[where, 4] = _numbers(analysis.deprel, lambda n: strings.add(classes.deprel[n]))
    table[where, 5] = (where[analysis.head] - where).astype(np.int64).view(np.uint64) if len(where) else []
    table[:, 6] = 2
    table[where, 6] = np.asarray([2 if n == "O" else 3 if n[0] == "B" else 1 for n in classes.entity], dtype=np.uint64)[analysis.entity]
    table[where, 7] = np.asarray(kinds, dtype=np.uint64)[analysis.entity]
    _fill_white(doc, table, where)
    return doc.from_array(_FIELDS, table)


def _numbers(classes: Ints, number: Callable[[int], int]) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """For each word's class what spaCy knows it by, which is asked for once a class."""
    of = np.zeros(int(classes.max(initial=0)) + 1, dtype=np.uint64)
    for one in set(classes.tolist()):
        of[one] = number(one)
    return of[classes]


def _fill_white(
    doc: Doc, table: np.ndarray[tuple[int, int], np.dtype[np.uint64]], where: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> None:
    """White space and tags hang on the word before them, from an opening tag on the word after; within an entity they are part of it."""
    strings = doc.vocab.strings
    opened = False
    for i in sorted(set(range(len(doc))) - set(where.tolist())):
        after = int(np.searchsorted(where, i))
        before = after - 1
        text = doc[i].text
        follows_word = before >= 0 and where[before] == i - 1
        opened = opens(text) or (opened and not follows_word)
        target = int(where[after if before < 0 or (opened and after < len(where)) else before]) if len(where) else 0
        tag, pos, dep = (_SPACE_TAG, "SPACE", _SPACE_DEP) if text.isspace() else (_MARK_TAG, "PUNCT", _MARK_DEP)
        table[i, 0], table[i, 1], table[i, 3] = strings.add(tag), _POS[pos], strings.add(text)
        table[i, 2] = doc.vocab.morphology.add("")
        table[i, 4] = strings.add(dep)
        table[i, 5] = np.asarray(target - i, dtype=np.int64).view(np.uint64)
        if before >= 0 and after < len(where) and table[where[after], 6] == 1:
            table[i, 6], table[i, 7] = 1, table[where[after], 7]


def _universal() -> dict[str, int]:
    from spacy.symbols import IDS

    names = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE"
    return {name: IDS[name] for name in names.split()}


_POS: Final = _universal()
