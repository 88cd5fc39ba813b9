"""Whom "their release" or "he was freed" means: those who have just been taken, held or sentenced, and not those who hold them."""

from __future__ import annotations

from dragoman.actors.directory.entries import Pronoun
from dragoman.actors.lookup import is_relative
from dragoman.actors.owners import Heads
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.reference.parallels import agrees
from dragoman.actors.roster import Casting
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_NEAR = 3
_PASSIVE = ("nsubj:pass", "obj")


def the_held(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return those last held before "*their* release" or "*they* were freed" that the pronoun agrees with; none where nobody was."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    governor = syntax.heads[i]
    owns = pronoun.use == "possessive" and syntax.deps[i] == "nmod:poss" and has("freedoms", syntax.lemmas[governor])
    owns = owns and not any(syntax.marker(c) == "of" for c in syntax.kids(governor, "nmod"))  # "*his* release of the men"
    freed = pronoun.use == "personal" and syntax.deps[i] in _PASSIVE and has("freeing_verbs", syntax.lemmas[governor])
    if not owns and not freed:
        return ()
    for casting in discourse.within(i, _NEAR):
        if casting.place or not casting.actors or not is_held(discourse, casting.head):
            continue
        actors = _together(syntax, heads, casting)
        if agrees(discourse.roster, pronoun, actors):
            return actors
    return ()


def taken_by(discourse: Discourse, owned: int) -> int | None:
    """Return the verb by which another than he takes or frees somebody's people: "Chad *arrested* dozens of its members"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    whole = owned
    while syntax.base(whole) == "nmod" and syntax.marker(whole) == "of":
        whole = syntax.heads[whole]
    verb = syntax.heads[whole]
    if not has("own_people", syntax.lemmas[owned]) or syntax.deps[whole] != "obj" or not has("taking_verbs", syntax.lemmas[verb]):
        return None
    return None if any(syntax.lower[c] == "own" for c in syntax.kids(owned, "amod")) else verb


def is_held(discourse: Discourse, i: int) -> bool:
    """Tell whether a noun is that of captives or stands for somebody who is taken or held: "*Ali* was jailed", "*men* whom it detained"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    while syntax.base(i) == "nmod" and syntax.marker(i) == "of" and syntax.pos[syntax.heads[i]] == "NUM":  # "two of its members"
        i = syntax.heads[i]
    first = syntax.first_conjunct(i)
    if has("captives", syntax.lemmas[i]):
        return True
    taken = [syntax.heads[first]] if syntax.deps[first] in _PASSIVE else []
    taken += [c for m in (first, i) for c in syntax.kids(m, "acl:relcl") if _takes_relative(discourse, c)]
    taken += [c for m in (first, i) for c in syntax.kids(m, "acl") if syntax.tags[c] == "VBN"]
    return any(has("seizing_verbs", syntax.lemmas[verb]) for verb in taken)


def _takes_relative(discourse: Discourse, verb: int) -> bool:
    """Tell whether a relative clause says what is done to the noun: "men *whom* it held", "a man *who was* jailed", "men it held"."""
    told, vocabulary = discourse.syntax.kids(verb, *_PASSIVE), discourse.roster.directory.vocabulary
    return not told or any(is_relative(discourse.syntax, vocabulary, c) for c in told)


def _together(syntax: Syntax, heads: Heads, casting: Casting) -> tuple[ActorId, ...]:
    """Return all those who are joined with somebody, as far as they are known."""
    joined = syntax.conjuncts(syntax.first_conjunct(casting.head))
    known = [heads[c].actors for c in joined if c in heads and not heads[c].place]
    return tuple(dict.fromkeys(a for actors in known for a in actors)) or casting.actors
