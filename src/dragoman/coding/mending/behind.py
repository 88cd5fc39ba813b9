"""What stands behind an object, where parses hang it wrong: "called the raid *cowardly*", "shot down a jet *entering* it"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding.lexicon.cues import load_cues
from dragoman.coding.mending.relations import Relations

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEP = 6
_BEHIND = frozenset({"xcomp", "advcl", "amod", "acl", "obl", "conj", "advmod"})
_INSIDE = frozenset({"nmod", "conj", "appos", "compound", "nmod:poss", "flat"})


def mend_behind(doc: Sequence[Token], heads: list[int], deps: Relations, pos: list[str], tags: list[str]) -> None:
    """Mend what stands behind an object: judgements, with whom it is raised, participles, what one is held, whom one calls on.

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
        pos: the word class of each token, mended in place.
        tags: its tag of the Penn Treebank, mended in place.
    """
    mend_judged(doc, heads, deps, pos, tags)
    mend_wanted(doc, heads, deps, tags)
    mend_raised(doc, heads, deps)
    mend_borne(doc, heads, deps)
    mend_held(doc, heads, deps, pos, tags)
    mend_called_on(heads, deps)


def mend_judged(doc: Sequence[Token], heads: list[int], deps: Relations, pos: list[str], tags: list[str]) -> None:
    """Make the judgement behind an object of calling, declaring and the like the verb's predicate.

    An adjective with an ending of adverbs is one ("called it *cowardly*"), and so is an adjective behind all else of the object ("declared
    the arrest of Ali *unlawful*"), or a noun there that no comma parts from it ("called the killing of Ali *state terrorism*").

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
        pos: the word class of each token, mended in place.
        tags: its tag of the Penn Treebank, mended in place.
    """
    cues = load_cues()
    judging = {i: t.lemma_ for i, t in enumerate(doc) if pos[i] == "VERB" and t.lemma_ in cues.judging}
    if not judging:
        return
    judged = {heads[i]: i for i in deps.at("obj", "nsubj:pass") if heads[i] in judging}
    for i, dep in enumerate(deps):
        verb, noun = _judged(heads, deps, judged, i)
        if noun is None or i < max(noun, verb) or any(heads[t] == verb and deps[t] == "xcomp" for t in range(verb, i + 1)):
            continue
        like = dep == "advmod" and heads[i] == verb and doc[i].lower_ in cues.like_adverbs and doc[i - 1].pos_ != "VERB"
        own = heads[i] == i - 1 and doc[i].lower_ in cues.postposed  # "called those *responsible*"
        behind = dep == "amod" and heads[i] < i and not own and tags[i] == "JJ" and doc[i - 1].text != ","
        named = dep == "appos" and pos[i] == "NOUN" and not _is_parted(doc, heads, i)
        if like or behind or named:
            heads[i], deps[i] = verb, "xcomp"
            if like:
                pos[i], tags[i] = "ADJ", "JJ"


def mend_wanted(doc: Sequence[Token], heads: list[int], deps: Relations, tags: list[str]) -> None:
    """Make what one would like to be done the verb's complement: "would like more aid *delivered*", "would like the embargo *ended*".

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
        tags: its tag of the Penn Treebank, mended in place.
    """
    modals = {heads[i] for i in deps.at("aux") if tags[i] == "MD"}
    wanting = {verb for verb in modals if doc[verb].lemma_ in load_cues().wanting}
    if not wanting:
        return
    for i in deps.at("acl", "ccomp"):
        dep, noun = deps[i], heads[i]
        if dep == "acl" and tags[i] == "VBN" and noun == i - 1 and deps[noun] == "obj" and heads[noun] in wanting:
            heads[i], deps[i] = heads[noun], "xcomp"
        elif (
            dep == "ccomp" and tags[i] == "VBD" and noun in wanting and not any(heads[t] == i and deps[t] == "aux" for t in range(noun, i))
        ):
            tags[i], deps[i] = "VBN", "xcomp"


def mend_held(doc: Sequence[Token], heads: list[int], deps: Relations, pos: list[str], tags: list[str]) -> None:
    """Hang as what somebody is held on "hold", however long he is: "held those who had fired the shots *responsible*", "to *account*".

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
        pos: the word class of each token, mended in place.
        tags: its tag of the Penn Treebank, mended in place.
    """
    cues = load_cues()
    for i, dep in enumerate(deps):
        word = doc[i].lower_
        to = word in cues.held_to and doc[i - 1].lower_ == "to"
        if to and tags[i] == "VB" and doc[heads[i]].lemma_ in cues.holding:
            deps[i], pos[i], tags[i], deps[i - 1] = "obl", "NOUN", "NN", "case"
        if not (to or word in cues.held_so) or dep not in _BEHIND or doc[heads[i]].lemma_ in cues.holding:
            continue
        held = _held(doc, heads, deps, i)
        if held is not None and not _is_called_so(doc, heads, held, i):
            heads[i], deps[i] = heads[held], "obl" if to else "xcomp"


def _held(doc: Sequence[Token], heads: list[int], deps: Relations, i: int) -> int | None:
    """Return the object of holding below which the parse hangs a word behind it."""
    holding, above = load_cues().holding, i
    for _ in range(_DEEP):
        above = heads[above]
        if deps[above] == "obj" and heads[above] < above < i and doc[heads[above]].lemma_ in holding:
            return above
    return None


def _is_called_so(doc: Sequence[Token], heads: list[int], held: int, i: int) -> bool:
    """Tell an adjective that only says which ones are meant: "hold those *responsible* accountable", "those *responsible* in camps"."""
    later = any(doc[t].lower_ in load_cues().held_so for t in range(i + 1, len(doc)) if heads[t] == heads[held])
    return held == i - 1 and (doc[held].pos_ in ("DET", "PRON") or later)


def mend_borne(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang on an object the participle right behind it that tells of such things: "shot down a jet *violating* its airspace".

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
    """
    borne = load_cues().borne
    for i in deps.at("advcl"):
        verb, noun = heads[i], i - 1
        behind = verb < noun and doc[i].tag_ == "VBG" and doc[i].lemma_ in borne
        if behind and doc[noun].pos_ == "NOUN" and deps[noun] == "obj" and heads[noun] in (verb, i):
            heads[noun], heads[i], deps[i] = verb, noun, "acl"


def mend_called_on(heads: list[int], deps: Relations) -> None:
    """Give whom one calls on his preposition, which no clause behind him can have: "called *on* workers to protest".

    Args:
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
    """
    for mark in deps.at("mark"):
        clause = heads[mark]
        if deps[clause] not in ("advcl", "xcomp") or heads[clause] > mark:
            continue
        asked = [o for o in range(mark + 1, clause) if deps[o] == "obj" and heads[o] == heads[clause]]
        if asked:
            heads[mark], deps[mark], deps[asked[0]] = asked[0], "case", "obl"


def mend_left(doc: Sequence[Token], heads: list[int], deps: Relations, pos: list[str]) -> None:
    """Leave with its verb the preposition before an "and" that has its noun behind the next verb: "talk *to* or recognise *Chad*".

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
        pos: the word class of each token.
    """
    for mark in deps.at("case"):
        if not 0 < mark < len(deps) - 2 or deps[mark + 1] != "cc":
            continue
        verb, second = mark - 1, heads[mark + 1]
        if pos[verb] != "VERB" or doc[mark].pos_ != "ADP":
            continue
        if mark < second < heads[mark] and pos[second] == "VERB" and heads[heads[mark]] == second and deps[heads[mark]] == "obj":
            heads[mark], deps[mark] = verb, "obl"


def mend_raised(doc: Sequence[Token], heads: list[int], deps: Relations) -> None:
    """Hang with whom something is raised on the verb, not on what is raised: "raised the jailing of Ali *with the king*".

    Args:
        doc: the report's tokens.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
    """
    for w in deps.at("case"):
        i, noun = heads[w], heads[heads[w]]
        verb = heads[noun]
        if doc[w].lower_ != "with" or deps[i] != "nmod" or deps[noun] != "obj" or not noun < w < i:
            continue
        if doc[verb].lemma_ in load_cues().raising and any(heads[t] == noun and deps[t] == "nmod" for t in range(noun + 1, w)):
            heads[i], deps[i] = verb, "obl"


def _judged(heads: list[int], deps: Relations, judged: dict[int, int], i: int) -> tuple[int, int | None]:
    """Return the verb of judging above a token, and the object judged; no object where the token is under none."""
    above = heads[i]
    while above not in judged and deps[above] in _INSIDE and heads[above] != above:
        above = heads[above]
    if above in judged:
        return above, judged[above]
    verb = heads[above]
    return verb, judged.get(verb) if judged.get(verb) == above else None


def _is_parted(doc: Sequence[Token], heads: list[int], i: int) -> bool:
    """Tell whether anything but words of its own stands between a noun and the one that it is said of."""
    first = min((t for t in range(heads[i] + 1, i) if heads[t] == i), default=i)
    return doc[first - 1].is_punct and doc[first - 1].text not in ("“", '"', "‘", "'", "``")
