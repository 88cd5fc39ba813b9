"""Between spaCy's ``Doc`` and words: what a Doc gives to read, and an analysis written into it."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from spacy import attrs
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.language import lines
from dragoman.language.markup import is_tag, opens, white_of
from dragoman.language.pieces import gap_of
from dragoman.language.reading import Analysis, Words
from dragoman.language.session import Classes
from dragoman.language.splitting import Cut

_FIELDS: Final = [attrs.TAG, attrs.POS, attrs.MORPH, attrs.LEMMA, attrs.DEP, attrs.HEAD, attrs.ENT_IOB, attrs.ENT_TYPE]
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
        if at < start:
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


def words_of(doc: Doc) -> tuple[Words, list[int]]:
    """What there is to read in a Doc, and the token number of each word; tags that HTML left are none."""
    forms: list[str] = []
    gaps: list[int] = []
    at: list[int] = []
    offsets: list[int] = []
    white = ""
    offset = 0
    strings = doc.vocab.strings
    shown: list[str] = []
    for i, (orth, blank) in enumerate(doc.to_array([attrs.ORTH, attrs.SPACY]).tolist()):
        text = strings[orth]
        if text.isspace() or (text[:1] == "<" and is_tag(text)):
            white += (text if text.isspace() else white_of(text)) + (" " if blank else "")
        else:
            forms.append(text)
            gaps.append(gap_of(white) if white else 0)
            at.append(i)
            offsets.append(offset)
            white = " " if blank else ""
        shown.append(text)
        offset += len(text)
        if blank:
            shown.append(" ")
            offset += 1
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
    tags = np.asarray([strings.add(name) for name in classes.xpos], dtype=np.uint64)
    poses = np.asarray([_POS[name] for name in classes.upos], dtype=np.uint64)
    deps = np.asarray([strings.add(name) for name in classes.deprel], dtype=np.uint64)
    used = {m: morphology.add(classes.feats[m]) for m in set(analysis.morph.tolist())}
    table[where, 0] = tags[analysis.xpos]
    table[where, 1] = poses[analysis.morph]
    table[where, 2] = [used[m] for m in analysis.morph.tolist()]
    table[where, 3] = [strings.add(lemma) for lemma in found]
    table[where, 4] = deps[analysis.deprel]
    table[where, 5] = (where[analysis.head] - where).astype(np.int64).view(np.uint64) if len(where) else []
    kinds = [strings.add(name[2:]) if name != "O" else 0 for name in classes.entity]
    table[:, 6] = 2
    table[where, 6] = np.asarray([2 if n == "O" else 3 if n[0] == "B" else 1 for n in classes.entity], dtype=np.uint64)[analysis.entity]
    table[where, 7] = np.asarray(kinds, dtype=np.uint64)[analysis.entity]
    _fill_white(doc, table, where)
    return doc.from_array(_FIELDS, table)


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
