"""Nouns that mean everybody of a kind and nobody of the report: "it is wrong to bomb *people*", "*artists* should be paid"."""

from __future__ import annotations

from dragoman.actors.roster import Roster
from dragoman.actors.syntax import Syntax

_WHICH = ("det", "nummod", "nmod", "nmod:poss", "amod", "compound", "acl", "acl:relcl", "appos", "conj", "advmod")
_FINITE = ("VBP", "VBZ")
_BE = "be"
_HAVE = "have"


def is_universal(syntax: Syntax, roster: Roster, head: int) -> bool:
    """Tell whether a bare plural stands in what is said of all times: with a modal, an infinitive, a present that tells no news.

    Headings tell news in the present, and so do verbs of saying: "protesters say".
    """
    bare = syntax.plural(head) and not syntax.kids(head, *_WHICH) and syntax.base(head) != "conj"
    counted = syntax.base(head) == "nmod" and syntax.marker(head) == "of"  # "thousands of people"
    if not bare or counted or syntax.sentence[head] == 0 or not roster.directory.vocabulary.has("everybody", syntax.lemmas[head]):
        return False
    verb = next((t for t in syntax.above(head) if syntax.pos[t] in ("VERB", "AUX") or syntax.kids(t, "cop")), None)
    return verb is not None and _timeless(syntax, verb) and not roster.directory.vocabulary.has("said", syntax.lemmas[verb])


def _timeless(syntax: Syntax, verb: int) -> bool:
    """Tell whether a verb is of no time: what may, should or would be, what is done always."""
    helpers = syntax.kids(verb, "aux", "aux:pass", "cop")
    own, tags = syntax.tags[verb], {c: syntax.tags[c] for c in helpers}
    told = set(tags.values())
    if "MD" in told:
        return True
    if any(tags[c] == "VBD" or syntax.lemmas[c] == _HAVE or tags[c] == "VBG" for c in helpers):
        return False
    if own == "VBG":  # "is helping" is news, "helping" is not
        return not any(syntax.lemmas[c] == _BE for c in helpers)
    if own in ("VBN", "VBD"):
        return own == "VBN" and not told.isdisjoint(_FINITE)
    return own in ("VB", *_FINITE) or not told.isdisjoint(_FINITE)
