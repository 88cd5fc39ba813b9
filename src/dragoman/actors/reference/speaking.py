"""For whom somebody speaks who says "we": an official for his state, a spokesman for his movement."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from dragoman.actors.directory.entries import Office
from dragoman.actors.directory.index import pieces_of
from dragoman.actors.lookup import noun
from dragoman.actors.named.provinces import enter_province, province_before
from dragoman.actors.named.titles import beside_name, titles_of
from dragoman.actors.owners import Heads, owner_of, state_of
from dragoman.actors.reference.contenders import is_contender
from dragoman.actors.roster import Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import Actor, ActorId

_PEOPLE = ("person", "people")
_GOVERNMENT = "government_body"
_OF_STATE = (_GOVERNMENT, "court")
_COURT = "court"
_STATE = "state"
_RULING = "GOV"
_COURTS = "JUD"
_ITSELF = ("COP", "MED")
_SCHOOLING = "EDU"
_NATIONAL = ("MIL", "COP", "SPY", "GOV", "JUD")
_STATELY = frozenset(["GOV", "MIL", "COP", "JUD", "LEG", "SPY"])


def spoken_for(roster: Roster) -> Mapping[ActorId, Actor]:
    """Return for each person of the report the state or group in whose name he says "we", where there is one."""
    found = {}
    for actor in list(roster.actors.values()):
        side = side_of(roster, actor.id)
        if side is not None:
            found[actor.id] = roster.actors[roster.enter(side)]
    return found


def led(syntax: Syntax, roster: Roster, heads: Heads) -> None:
    """Note whom the report says that somebody leads: "the alliance, *led by* X", "X, who *heads* the alliance"."""
    leads = roster.directory.vocabulary.words["leading_verbs"]
    for group, casting in heads.items():
        found = [heads[c] for c in _leaders(syntax, group, leads) if c in heads and heads[c].form in ("name", "description")]
        if len(found) != 1 or len(found[0].actors) != 1 or len(casting.actors) != 1 or casting.place:
            continue
        leader, body = found[0].actors[0], casting.actors[0]
        groups = roster.actors[body].kind not in (*_PEOPLE, *_OF_STATE, _STATE)
        if roster.actors[leader].kind == "person" and groups:
            roster.bodies.setdefault(leader, body)


def _leaders(syntax: Syntax, group: int, leads: Collection[str]) -> list[int]:
    """Return the agents of the participles beside a noun, or the subject of the verb whose object it is, where these are to lead."""
    verb = syntax.heads[group]
    if syntax.base(group) == "obj" and syntax.lemmas[verb] in leads:
        return [syntax.heads[verb]] if syntax.deps[verb] == "acl:relcl" else syntax.kids(verb, "nsubj")
    return [c for clause in syntax.kids(group, "acl") if syntax.lemmas[clause] in leads for c in syntax.kids(clause, "obl:agent")]


def nations_of(roster: Roster, sides: Mapping[ActorId, Actor]) -> Mapping[ActorId, Actor]:
    """Return the states of those in whose own name somebody speaks: a candidate's "our army" is his land's."""
    states = {a.id: state_of(roster, a.country) for a in sides.values() if a.kind in _PEOPLE}
    return {person: roster.actors[roster.enter(state)] for person, state in states.items() if state is not None}


def is_national(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether what "our" at token i owns is a land's, whoever speaks: "*our* country", "*our* troops"."""
    vocabulary, owned = roster.directory.vocabulary, syntax.heads[i]
    agent = noun(vocabulary.agents, syntax, owned)
    return syntax.deps[i] == "nmod:poss" and (
        vocabulary.has("own_state", syntax.lemmas[owned])
        or (agent is not None and agent.sector in _NATIONAL)
        or vocabulary.has("of_a_land", syntax.lemmas[owned])
    )


def serve(syntax: Syntax, roster: Roster, heads: Heads) -> None:
    """Note for whom the report says that somebody speaks or acts, and in which province one holds office: "*Vale's* lawyer X"."""
    has = roster.directory.vocabulary.has
    for i, casting in heads.items():
        actors = casting.actors
        if casting.form != "name" or len(actors) != 1 or roster.actors[actors[0]].kind != "person" or actors[0] in roster.plural:
            continue
        speaks = any(has("speak_for", syntax.lemmas[c]) for c in beside_name(syntax, i))
        for styled in titles_of(syntax, roster, heads, i) if speaks else ():
            if not has("speak_for", syntax.lemmas[styled.head]):
                continue
            owner = owner_of(syntax, roster, heads, styled.head, persons=True) or owner_of(syntax, roster, heads, i, persons=True)
            person = owner is not None and roster.actors[owner.actors[0]].kind == "person" and owner.actors != actors
            if owner is not None and person and owner.actors[0] not in roster.masters:
                roster.masters.setdefault(actors[0], owner.actors[0])
        province = province_before(syntax, roster, i)
        if province is not None and roster.actors[actors[0]].sector in _STATELY:
            roster.provincial.setdefault(actors[0], province)


def side_of(roster: Roster, who: ActorId) -> ActorId | None:
    """Return the body in which a person holds his first office or that the report gives him, a state for its organs; None of others.

    Who stands for an office is his own side, and who speaks or acts for another is of that one's.
    """
    actor = roster.actors[who]
    if actor.kind not in _PEOPLE:
        return None
    offices = roster.directory.offices_on(actor.id, roster.published) if actor.id in roster.directory.entries else ()
    if who in roster.masters:
        return side_of(roster, roster.masters[who]) or roster.masters[who]
    below = _below_nation(roster, who, offices)
    if below is not None:
        return below[0]
    ranked = sorted(offices, key=lambda o: o.sector != _RULING)
    told = roster.bodies.get(actor.id)
    body = ranked[0].body if ranked and (told is None or ranked[0].sector == _RULING) else told
    if body is not None:
        rules = bool(ranked) and ranked[0].sector == _RULING and _leads(roster, ranked[0].title)
        return _side_of_body(roster, actor, body, itself=rules or (body == told and _sector_of(roster, body) in _ITSELF))
    stately = actor.sector != _COURTS and not _STATELY.isdisjoint((actor.sector or "", *actor.other_sectors))
    return state_of(roster, actor.country) if actor.country and stately else None


def _leads(roster: Roster, title: str) -> bool:
    """Tell whether an office is one that one person at a time holds."""
    return roster.directory.vocabulary.has("one_at_a_time", title)


def _side_of_body(roster: Roster, actor: Actor, body: ActorId, *, itself: bool) -> ActorId | None:
    """Return in whose name he speaks who is of a body: its own, or its state's; nobody's a researcher, or a judge who is of no court.

    A body of government is its own side where it has ministers of its own or is the police.
    """
    kind, country = _kind_of(roster, body)
    if _sector_of(roster, body) == _SCHOOLING or (actor.sector == _COURTS and kind == _STATE):
        return None
    own = kind == _COURT or kind not in (*_PEOPLE, *_OF_STATE) or (itself and kind == _GOVERNMENT)
    if own:
        return body if body in roster.directory.entries or body in roster.actors else None
    return state_of(roster, country)


def _below_nation(roster: Roster, who: ActorId, offices: Sequence[Office]) -> tuple[ActorId | None] | None:
    """Return in whose name he speaks who holds no national office: himself who stands for one, a governor for his province or nobody."""
    has = roster.directory.vocabulary.has
    titles = [o.title for o in offices]
    if any(_leads(roster, t) for t in titles):
        return None
    if is_contender(roster, who):
        return (who,)
    if who in roster.provincial:
        return (roster.provincial[who],)
    if titles and all(has("of_a_province", pieces_of(t)[0]) for t in titles):
        return (enter_province(roster, titles[0].partition(" of ")[2]),)
    return None


def _sector_of(roster: Roster, body: ActorId) -> str | None:
    known = roster.actors.get(body) or roster.directory.entries[body]
    return known.sector


def _kind_of(roster: Roster, body: ActorId) -> tuple[str, str | None]:
    who = roster.actors.get(body) or roster.directory.entries[body]
    return who.kind, who.country
