"""What is answered or signed and acts for nobody: "Chad made an offer. Mali rejected *it*"."""

from __future__ import annotations

from dragoman.actors.directory.entries import Pronoun
from dragoman.actors.reference.discourse import Discourse

_DONE_TO = ("obj", "nsubj:pass")
_TWO_OBJECTS = ("obj", "iobj", "ccomp")


def is_answered(discourse: Discourse, pronoun: Pronoun, i: int) -> bool:
    """Tell whether "it" or "them" is what is done to papers and words alone, or to what has just been put forward.

    "*It* was signed" is no party, and "Mali rejected *it*" none after "Chad made an *offer*"; "denied *it* a visa" is.
    """
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    first = syntax.first_conjunct(i)
    verb = syntax.heads[first]
    if pronoun.use != "personal" or pronoun.gender in ("m", "f") or syntax.deps[first] not in _DONE_TO:
        return False
    lemma = syntax.lemmas[verb]
    if has("done_to_words", lemma):
        return not any(c != first and syntax.base(c) in _TWO_OBJECTS for c in syntax.children[verb] if c > verb)
    return has("done_to_proposals", lemma) and not _as_what(discourse, verb) and _put_forward(discourse, i, plural=pronoun.number == "plur")


def _as_what(discourse: Discourse, verb: int) -> bool:
    """Tell whether a verb says what somebody is taken for: "accepted it *as a partner*"."""
    syntax = discourse.syntax
    return any(syntax.marker(c) == "as" for c in syntax.kids(verb, "obl") if c > verb)


def _put_forward(discourse: Discourse, i: int, *, plural: bool) -> bool:
    """Tell whether the sentence, or the one before, speaks of something to be answered, of the number asked for, be it by a pronoun."""
    syntax, pronouns = discourse.syntax, discourse.roster.directory.vocabulary.pronouns
    for t in range(i - 1, -1, -1):
        if syntax.sentence[i] - syntax.sentence[t] > 1:
            return False
        said = syntax.pos[t] == "NOUN" and syntax.plural(t) == plural and syntax.base(t) != "compound"
        if said and discourse.roster.directory.vocabulary.has("proposals", syntax.lemmas[t]):
            return True
        if syntax.lower[t] == syntax.lower[i] and is_answered(discourse, pronouns[syntax.lower[t]], t):
            return True
    return False
