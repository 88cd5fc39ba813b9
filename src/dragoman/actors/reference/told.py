"""Who are "they" by what is told of them: those who met, and those to whom a clause is said."""

from __future__ import annotations

from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_MET_WITHIN = 8


def those_who_met(discourse: Discourse, i: int, found: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return him of whose deed the last sentence told and whom he met before, where "they" do what takes two and nobody else acted.

    "X met Y. X praised the people of Chad. *They* discussed …" has X and Y, not the people of Chad.
    """
    syntax, roster = discourse.syntax, discourse.roster
    here = syntax.sentence[i]
    if syntax.quoted[i] or not roster.directory.vocabulary.has("takes_two", syntax.lemmas[syntax.heads[i]]):
        return ()
    subjects = [c for c in discourse.just_before(i) if syntax.base(c.head) == "nsubj"]
    doers = {a for c in subjects for a in c.actors}
    if not doers.isdisjoint(found) or any(len(c.actors) > 1 for c in subjects):
        return ()
    pairs = [p for p in discourse.parties if p.at < i and here - syntax.sentence[p.at] <= _MET_WITHIN and not doers.isdisjoint(p.actors)]
    people = [p.actors for p in pairs if all(roster.actors[a].kind == "person" for a in p.actors)]
    return people[-1] if people else ()


def is_told(discourse: Discourse, i: int) -> bool:
    """Tell whether token i is the subject of what somebody says to nobody who is named: "officials said *they* would"."""
    syntax = discourse.syntax
    clause = syntax.heads[syntax.first_conjunct(i)]
    verb = syntax.heads[clause]
    says = syntax.base(clause) == "ccomp" and discourse.roster.directory.vocabulary.has("said", syntax.lemmas[verb])
    return says and not syntax.quoted[i] and not syntax.kids(verb, "obj", "iobj", "obl")


def told_to(syntax: Syntax, clause: int) -> list[int]:
    """Return the objects of the verb whose clause says what they are to hear: "told *Americans* that they should go"."""
    joined = syntax.first_conjunct(clause)
    return syntax.kids(syntax.heads[joined], "obj", "iobj") if syntax.base(joined) == "ccomp" else []
