"""The two sides of a conflict, of whom one may have acted against the other and whom others bring together."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.actors.lookup import is_relative
from dragoman.actors.owners import is_official
from dragoman.actors.reference.discourse import Discourse, Party
from dragoman.actors.roster import Casting
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_ORGANISATION = "igo"
_OUTLET = "media"
_REPORTING = "JRN"


def facing(syntax: Syntax, verbs: Collection[str]) -> dict[int, list[tuple[int, int]]]:
    """Return the tokens of one and the other of whom one acts towards the other, by the latter: "*Chad* accused *Mali*".

    Args:
        syntax: the report's syntax.
        verbs: verbs of what one side does to the other ("accuse", "attack", "offer").
    """
    found: dict[int, list[tuple[int, int]]] = {}
    for verb, lemma in enumerate(syntax.lemmas):
        if lemma not in verbs or syntax.pos[verb] != "VERB":
            continue
        doers = syntax.kids(verb, "nsubj") or syntax.kids(syntax.first_conjunct(verb), "nsubj")
        others = syntax.kids(verb, "iobj") or syntax.kids(verb, "obj")
        if len(doers) == len(others) == 1 and doers[0] < others[0]:
            found.setdefault(others[0], []).append((doers[0], others[0]))
    return found


def brokers(discourse: Discourse, party: Party) -> bool:
    """Tell whether those named together bring others together: "mediated by *Chad and Mali*", "*Chad and Mali* hosted talks"."""
    syntax = discourse.syntax
    lead = syntax.first_conjunct(party.lead)
    acting = syntax.base(lead) == "nsubj" or syntax.deps[lead] == "obl:agent" or syntax.marker(lead) == "by"
    return acting and discourse.roster.directory.vocabulary.has("brokering_verbs", syntax.lemmas[syntax.heads[lead]])


def known_brokers(discourse: Discourse, i: int) -> set[ActorId]:
    """Return whom the report has called a mediator before token i: "*Chad*, which brokered the deal", "a truce mediated by *Chad*"."""
    return {a for c in discourse.past if c.head < i and _brings_together(discourse, c.head) for a in c.actors}


def stands_by(discourse: Discourse, casting: Casting) -> bool:
    """Tell whether a mention, of which no deed towards the other side is told, is none of the two sides of a conflict or a talk.

    Organisations of states call on them, news agencies quote them; an adjective stands for a state only beside its official
    ("the *Chadian* minister", but not "a *French* city"); and "sides" are nobody.
    """
    syntax, roster = discourse.syntax, discourse.roster
    if casting.form == "generic" and roster.directory.vocabulary.has("of_a_pair", syntax.lemmas[casting.head]):
        return True
    if casting.form == "adjective":
        title = syntax.heads[casting.head]
        beside = (title, syntax.heads[title])  # "*Chadian* president *Idris*"
        officials = (c for c in discourse.past if c.actors and c.head in beside)
        return not any(is_official(roster.actors[a]) for c in officials for a in c.actors)
    return any(is_bystander(discourse, actor) for actor in casting.actors)


def is_bystander(discourse: Discourse, actor: ActorId) -> bool:
    """Tell whether an actor watches or reports other people's conflicts: the Security Council, a news agency, a reporter."""
    who = discourse.roster.actors[actor]
    speaks_for_itself = discourse.roster.directory.vocabulary.has("blocs_as_sides", actor)
    return (who.kind == _ORGANISATION and not speaks_for_itself) or who.kind == _OUTLET or who.sector == _REPORTING


def _brings_together(discourse: Discourse, i: int) -> bool:
    """Tell whether a mention is the one who brokers talks or a deal, or is called a mediator."""
    syntax, vocabulary = discourse.syntax, discourse.roster.directory.vocabulary
    first, has = syntax.first_conjunct(i), vocabulary.has
    if has("mediators", syntax.lemmas[first]) or (syntax.base(first) == "appos" and has("mediators", syntax.lemmas[syntax.heads[first]])):
        return True
    doing = [syntax.heads[first]] if syntax.base(first) == "nsubj" or syntax.marker(first) == "by" else []
    clauses = (c for m in syntax.conjuncts(first) for c in syntax.kids(m, "acl:relcl"))
    doing += [c for c in clauses if any(is_relative(syntax, vocabulary, s) for s in syntax.kids(c, "nsubj"))]
    return any(has("brokers", syntax.lemmas[verb]) and _of_talks(discourse, verb) for verb in doing)


def _of_talks(discourse: Discourse, verb: int) -> bool:
    """Tell whether what is brokered are talks or a deal: its object, or the noun that its participle or clause is said of."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    things = [*syntax.kids(verb, "obj", "nsubj:pass"), *([syntax.heads[verb]] if syntax.base(verb) == "acl" else [])]
    return not things or any(has("talks", syntax.lemmas[c]) for c in things)
