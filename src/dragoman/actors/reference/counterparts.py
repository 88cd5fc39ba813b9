"""The other one by his relation to somebody: "*its ally*", "*the country's rival*"."""

from __future__ import annotations

from dragoman.actors.owners import Heads, actors_at
from dragoman.actors.reference.antecedents import role_of
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.roster import Casting
from dragoman.claims import ActorId

_NEAR = 1
_TOGETHER = 3
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl")


def the_counterpart(discourse: Discourse, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the one other state, or the one other group, that has just been named where a noun says how it stands to one that is known.

    Of several it is the one with the same part in its clause: "Chad asked *Niger* to stop, but Mali backed *its ally*".
    """
    syntax, roster = discourse.syntax, discourse.roster
    possessor = next((heads[c] for c in syntax.kids(i, "nmod:poss") if c in heads), None)
    more = [c for c in syntax.kids(i, "nmod") if syntax.marker(c) != "of"]  # "accused its rival *of* …"
    whole = syntax.only(i, "nmod:poss", "case", "punct", "amod", "nmod") and not more
    if possessor is None or len(possessor.actors) != 1 or not whole or syntax.plural(i) or syntax.base(i) == "appos":
        return ()
    if any(roster.directory.vocabulary.has("not_the_same", syntax.lower[c]) for c in syntax.kids(i, "amod")):
        return ()
    kind = roster.actors[possessor.actors[0]].kind
    against = roster.directory.vocabulary.has("opposed", syntax.lemmas[i])
    if kind == "person":  # his partner or ally may be anybody
        return _other_of_two(discourse, i, possessor.actors[0]) if against else ()
    if kind == "people":
        return ()
    if against and (other := _other_of_two(discourse, i, possessor.actors[0])):
        return other
    verb = syntax.heads[syntax.first_conjunct(i)]
    fellows = actors_at(heads, syntax.kids(verb, *_ARGUMENTS))
    others = [
        c
        for c in discourse.within(i, _NEAR)
        if len(c.actors) == 1
        and not c.place
        and c.form != "adjective"
        and roster.actors[c.actors[0]].kind == kind
        and c.actors[0] not in (*possessor.actors, *fellows)
    ]
    return _only(others) or _only([c for c in others if role_of(syntax, c.head) == role_of(syntax, i)])


def _other_of_two(discourse: Discourse, i: int, one: ActorId) -> tuple[ActorId, ...]:
    """Return the other of the two last named together, persons or not, of whom one is known: "X and Y met. X said *his rival* …"."""
    syntax, actors = discourse.syntax, discourse.roster.actors
    near = [p for p in discourse.parties if p.at < i and syntax.sentence[i] - syntax.sentence[p.at] <= _TOGETHER]
    person = actors[one].kind == "person"
    pairs = [p.actors for p in near if one in p.actors and all((actors[a].kind == "person") == person for a in p.actors)]
    rest = [a for a in pairs[-1] if a != one] if pairs else []
    return (rest[0],) if len(rest) == 1 else ()


def _only(castings: list[Casting]) -> tuple[ActorId, ...]:
    actors = {c.actors[0] for c in castings}
    return tuple(actors) if len(actors) == 1 else ()
