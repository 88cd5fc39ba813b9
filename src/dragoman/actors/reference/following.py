"""Whom a pronoun means that goes on from the clause or the sentence before: the subject there, those joined in it, or the one person."""

from __future__ import annotations

from dragoman.actors.directory.entries import Pronoun
from dragoman.actors.owners import Heads, actors_at
from dragoman.actors.reference.antecedents import role_of
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.reference.parallels import agrees, is_one_body
from dragoman.actors.roster import Casting
from dragoman.claims import ActorId

_MAIN = ("main", "root")
_OBJECTS = ("obj", "iobj")


def following(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads, found: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return whom a pronoun means by what went right before, rather than him who was found; none where that does not tell."""
    return (
        joined_doers(discourse, pronoun, i, heads, found)
        or whose_officer(discourse, pronoun, i, found)
        or the_one_before(discourse, pronoun, i, heads, found)
    )


def joined_doers(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads, found: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return those named together as a subject whose deed "they" go on with: "*Chad and Mali* warned Niger, and *they* sent troops".

    Not where several people were spoken to, who may be they: "urged the *rebels* to disarm, but they refused".
    """
    syntax, roster = discourse.syntax, discourse.roster
    clause = syntax.heads[i]
    first = syntax.first_conjunct(clause)
    if pronoun.number != "plur" or syntax.deps[i] != "nsubj" or first == clause or (found and not is_one_body(roster, found)):
        return ()
    subjects = syntax.kids(first, "nsubj")
    members = syntax.conjuncts(subjects[0]) if len(subjects) == 1 else []
    named = [heads[m] for m in members if m in heads and heads[m].actors and not heads[m].place]
    known = [m for m in members if any(c.first <= m < c.last for c in named)]
    others = [m for c in syntax.kids(first, *_OBJECTS) for m in syntax.conjuncts(c)]
    if len(named) < 2 or len(known) != len(members) or len(others) > 1 or any(syntax.plural(c) for c in others):
        return ()
    return tuple(dict.fromkeys(a for c in named for a in c.actors))


def whose_officer(discourse: Discourse, pronoun: Pronoun, i: int, found: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return the body that the sentence before is about, of whose chief the next one tells: "*The bloc* … *Its chairman* said"."""
    syntax, roster = discourse.syntax, discourse.roster
    owned = syntax.heads[i]
    opens = pronoun.use == "possessive" and pronoun.gender == "n" and role_of(syntax, owned) == "main" and not syntax.quoted[i]
    if not opens or not roster.directory.vocabulary.has("titled_only", syntax.lemmas[owned]) or syntax.plural(owned):
        return ()
    before = _doer_before(discourse, i)
    own = before is not None and not syntax.kids(before.head, "conj") and len(before.actors) == 1 and agrees(roster, pronoun, before.actors)
    return before.actors if before is not None and own and before.actors != found else ()


def the_one_before(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads, found: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return the one person of the sentence before to whom something is done by those who did something to him there.

    "*The generals* detained *Vale*. *They* threatened to kill *him*": whoever else was named before that is not meant.
    """
    syntax, roster = discourse.syntax, discourse.roster
    if pronoun.gender not in ("m", "f") or pronoun.use != "personal" or role_of(syntax, i) not in ("object", "oblique") or syntax.quoted[i]:
        return ()
    before, here = _doer_before(discourse, i), syntax.sentence[i]
    doers = actors_at(heads, (c for t in syntax.above(i) for c in syntax.kids(t, "nsubj") if c < i))
    if before is None or doers.isdisjoint(before.actors):
        return ()
    near = [c for c in discourse.within(i, 1) if c.actors and not doers & set(c.actors) and agrees(roster, pronoun, c.actors)]
    if any(c.actors == found for c in near):
        return ()
    people = {c.actors for c in near if syntax.sentence[c.head] == here - 1 and c.form in ("name", "pronoun")}
    return people.pop() if len(people) == 1 else ()


def _doer_before(discourse: Discourse, i: int) -> Casting | None:
    """Return the subject of the sentence before that of token i, in its paragraph, where that is somebody."""
    syntax = discourse.syntax
    subjects = [c for c in discourse.just_before(i) if role_of(syntax, c.head) in _MAIN]
    leading = [c for c in subjects if c.head in discourse.leading and c.actors and not c.place and not syntax.quoted[c.head]]
    one = leading[-1] if leading else None
    return one if one is not None and discourse.paragraph[one.head] == discourse.paragraph[i] else None
