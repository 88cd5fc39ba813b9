"""Verbs that a parse takes for part of the object that they share with the verb before them: "they detain *and torture* activists"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE = frozenset({"compound", "amod"})
_ENDINGS = {"VBZ": "s", "VBD": "ed", "VBN": "ed", "VBG": "ing"}


def mend_paired(doc: Doc | Sequence[Token], heads: list[int], deps: list[str], pos: list[str]) -> list[int]:
    """Join to a verb the one behind its "and" that is taken for the first word of their object; return those so joined.

    Nothing of an object stands between a verb and an "and", so the "and" joins verbs: "they detain and *torture* activists" tells of no
    torture activists.

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
        pos: the word class of each token, mended in place.
    """
    found = []
    for c, dep in enumerate(deps):
        if dep != "cc" or not 0 < c < len(deps) - 2 or deps[c + 1] not in _BEFORE or pos[c - 1] != "VERB":
            continue
        verb, i = c - 1, c + 1
        whole = heads[i]
        shared = whole > i and heads[c] in (i, whole) and heads[whole] == verb and deps[whole] == "obj"
        if not shared or not doc[i].text.islower() or not _is_alike(doc, verb, i):
            continue
        heads[i], deps[i], heads[c], pos[i] = verb, "conj", i, "VERB"
        found.append(i)
    return found


def _is_alike(doc: Doc | Sequence[Token], verb: int, i: int) -> bool:
    """Tell a word with the ending of a verb of the same form: "detain and *torture*", "detained and *tortured*"."""
    tag = doc[verb].tag_
    if tag in ("VB", "VBP"):
        return doc[i].tag_ in ("NN", "VB", "VBP")
    return tag in _ENDINGS and doc[i].lower_.endswith(_ENDINGS[tag])
