"""What goes on with a saying, or with what is said, though the parse joins it to the other of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding.lexicon.cues import load_cues
from dragoman.coding.mending.relations import Relations
from dragoman.language.quotes import is_double

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN = frozenset({"nsubj", "nsubj:pass", "csubj", "aux", "aux:pass", "mark", "expl", "cop"})
_PASSIVE = "aux:pass"
_TENSES = frozenset({"VBD", "VBZ"})
_INNER = frozenset({"ccomp", "acl:relcl"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_ADVERBIAL = frozenset({"advcl", "xcomp", "ccomp"})
_PARTICIPLES = frozenset({"VBG", "VBN"})


def mend_gone_on(doc: Sequence[Token], heads: list[int], deps: Relations, below: list[list[int]]) -> None:
    """Join clauses that go on with what was said to it, and verbs that go on with the saying to that.

    A second clause with "that" is said as the first is: "said the army had left, *and that Oman had urged it to*". A verb of asking or
    blaming behind a state ("*was worried* and urged"), or behind a form whose auxiliary it cannot share, is another word of the speaker:
    "said two men were still at large *and urged* Oman to find them".

    Args:
        doc: the report's tokens.
        heads: the governor of each token, mended in place.
        deps: their relations, likewise.
        below: the dependants of each token, as they were before.
    """
    for i in deps.at("parataxis", "conj"):
        if deps[i] == "parataxis" and heads[i] < i:
            _part(doc, heads, deps, below, i)
        if deps[i] != "conj" or heads[i] >= i:
            continue
        marks = [t for t in below[i] if deps[t] == "mark"]
        if marks and doc[marks[0]].lower_ == "that" and doc[marks[0] - 1].lower_ in ("and", "but"):
            _join_clause(doc, heads, deps, below, i)
        elif _cannot_join(doc, deps, below, heads[i], i) and _goes_on_above(doc, heads, deps, below, i):
            heads[i] = heads[heads[i]]
        elif _tense(doc, i) in _TENSES and doc[i].lemma_ in load_cues().aloud:
            for t in below[i]:
                if deps[t] == "nsubj" and t > i:  # whoever follows such a verb is asked or blamed: "and accused *Britain* of it"
                    deps[t] = "obj"
            _join_word(doc, heads, deps, below, i)


def _part(doc: Sequence[Token], heads: list[int], deps: Relations, below: list[list[int]], i: int) -> None:
    """Part what another says behind a semicolon from what was said before it: "they fled, Roe said; *Lee said* that they had not"."""
    start = doc[i].left_edge.i
    stop = next((t for t in range(i - 1, max(start - 2, -1), -1) if doc[t].text == ";"), None)
    if stop is None or doc[i].lemma_ not in load_cues().telling or not any(deps[t] == "nsubj" and t < i for t in below[i]):
        return
    while deps[heads[i]] == "ccomp" and heads[i] < heads[heads[i]] < stop:
        heads[i] = heads[heads[i]]


def _cannot_join(doc: Sequence[Token], deps: Relations, below: list[list[int]], host: int, i: int) -> bool:
    """Tell whether a verb in the past has no auxiliary or subject and is joined to a gerund: "of hiding them *and left*"."""
    joined, own = below[i], below[host]
    plain = doc[host].tag_ == "VBG" and any(deps[t] in ("mark", "case") for t in own) and not any(deps[t] in _AUXILIARIES for t in own)
    return plain and doc[i].pos_ == "VERB" and _tense(doc, i) == "VBD" and not any(deps[t] in _OWN for t in joined)


def _goes_on_above(doc: Sequence[Token], heads: list[int], deps: Relations, below: list[list[int]], i: int) -> bool:
    """Tell whether the verb over a gerund is in the past, too, and has a subject that the joined verb may share."""
    above = heads[heads[i]]
    own = below[above]
    return above < heads[i] and doc[above].tag_ == "VBD" and any(deps[t] == "nsubj" for t in own) and deps[heads[i]] in _ADVERBIAL


def _tense(doc: Sequence[Token], i: int) -> str:
    """Return a verb's tag, that of the past for a participle that is spelled as the past is: "had left and *accused* them"."""
    return "VBD" if doc[i].tag_ == "VBN" and doc[i].lower_.endswith("ed") else doc[i].tag_


def _join_clause(doc: Sequence[Token], heads: list[int], deps: Relations, below: list[list[int]], i: int) -> None:
    """Join a second clause with "that" to the first, where the parse joins it to the verb over that, which no "that" opens."""
    host = heads[i]
    own = below[host]
    said = [t for t in own if deps[t] == "ccomp" and host < t < i]
    if said and not any(deps[t] == "mark" and doc[t].lower_ == "that" for t in own):
        heads[i] = said[-1]


def _join_word(doc: Sequence[Token], heads: list[int], deps: Relations, below: list[list[int]], i: int) -> None:
    """Join a verb of asking or blaming to the saying over what the parse joins it to."""
    said, telling = heads[i], load_cues().telling
    while deps[said] in _INNER and heads[said] < said and doc[heads[said]].lemma_ not in telling:
        said = heads[said]  # "said Lee had written down what Kim *dictated* and *accused* him of"
    saying = heads[said]
    if deps[said] != "ccomp" or doc[saying].tag_ != _tense(doc, i) or not saying < said or doc[saying].lemma_ not in telling:
        return
    own, joined = below[said], below[i]
    if any(deps[t] in _OWN for t in joined) or not any(deps[t] in ("nsubj", "nsubj:pass") for t in own):
        return
    joint = next((t for t in joined if deps[t] == "cc" and t < i), None)
    if joint is None:
        return
    helping = {deps[t] for t in own if t < said}
    apart = "aux" in helping and _PASSIVE not in helping and doc[said].tag_ in _PARTICIPLES
    still = (doc[said].tag_ == doc[i].tag_ and doc[said].lemma_ in load_cues().lasting) or "cop" in helping
    quoted = is_double(doc[joint - 1].text)  # "said it was “hijacked” *and vowed* revenge"
    if (apart or still or quoted) and any(deps[t] == "nsubj" for t in below[saying]):
        heads[i] = saying
