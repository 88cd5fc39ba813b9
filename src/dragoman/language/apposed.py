"""Speakers whom the parser takes for a description of the name before them: "they met Ann Roe, *a spokesman for Chad* said"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD = frozenset({"VBD", "VBZ"})
_BESIDE = frozenset({"parataxis", "acl:relcl", "advcl:relcl"})
_FAR = 50  # tokens at most between a verb and what is said before it


def mend_apposed(doc: Sequence[Token], heads: list[int], deps: list[str]) -> None:
    """Make a noun behind a comma the subject of the verb right behind it, which has none but has a clause before it.

    An apposition has a comma behind it too: "they met Ann Roe, a spokesman, and said so" tells of a spokesman.

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
    """
    for i in [i for i, dep in enumerate(deps) if dep == "appos"]:
        verb = doc[i].right_edge.i + 1
        if verb >= len(heads) or doc[verb].tag_ not in _TOLD or heads[i] > i:
            continue
        start = doc[i].left_edge.i + (doc[doc[i].left_edge.i].text == ",")
        if doc[start].tag_ != "DT" or doc[start - 1].text != ",":
            continue
        near = range(max(0, verb - _FAR), start)
        clause = next((t for t in near if deps[t] == "ccomp" and heads[t] == verb), None)
        taken = [t for t in near if deps[t].startswith("nsubj") and heads[t] == verb]
        if clause is not None and len(taken) == 1 and taken[0] < clause and not _has_subject(heads, deps, near, clause):
            heads[taken[0]] = clause  # "*Roe* urged them to leave, a spokesman said"
            taken = []
        if taken or (clause is None and deps[verb] not in _BESIDE):
            continue
        heads[i], deps[i] = verb, "nsubj"
        if clause is None:
            above = heads[verb]
            while doc[above].pos_ != "VERB" or deps[above] == "xcomp":
                if heads[above] == above:
                    break
                above = heads[above]
            heads[verb], deps[verb] = above, "parataxis"


def _has_subject(heads: list[int], deps: list[str], near: range, verb: int) -> bool:
    return any(heads[t] == verb and deps[t].startswith("nsubj") for t in near)
