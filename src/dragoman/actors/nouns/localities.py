"""Where those without a country of their own are: "in Kenya, *police* …" are Kenya's, and so are a report's own police."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from dragoman.actors.lookup import noun
from dragoman.actors.named.rulers import is_ruler
from dragoman.actors.named.settings import land_after
from dragoman.actors.nouns.bodies import body_actor
from dragoman.actors.nouns.followers import give_land_of_their_own
from dragoman.actors.owners import CHIEFLY, TELLING_MUCH, chief_state
from dragoman.actors.roster import Casting, Home, Roster, slug
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_HEADING = 3
_MOSTLY = 0.75
_FIRST_TWO = 2
_FAR_AHEAD = 2
_HARDLY_ELSE = 0.9
_TELLING = ("state", "territory", "government_body", "person", "party")
_SENDING = ("state", "igo")
_ARMED = "MIL"
_FAITHFUL = "REL"
_WELL_AHEAD = 0.4
_STATE = "state"
_DOING = ("nsubj", "obl:agent")
_BY_NAME = ("name", "adjective")
_WHOSE = ("nmod:poss", "amod", "compound")
_OF_THE_LAND = frozenset(["COP", "OPP", "LEG"])
_OF_THE_PLACE = frozenset(["COP", "CVL", "JRN", "LAB", "EDU", "CRM"])
_STATELY = frozenset(["GOV", "MIL", "COP", "JUD", "LEG"])


def home_of(syntax: Syntax, roster: Roster, castings: Iterable[Casting]) -> Home:
    """Return the country that a report names most; the heading counts more."""
    counts: Counter[str] = Counter()
    for casting in castings:
        if _strikes(syntax, roster, casting):
            continue
        if casting.place and _venue(syntax, roster, casting.head):
            continue
        actor = casting.actors[0] if casting.actors else casting.stands_for
        entry = roster.directory.entries.get(actor) if actor else None
        people = roster.actors[actor].country if actor and casting.form == "generic" else None  # "*Peruvians* vote"
        country = entry.country if entry and entry.kind in _TELLING else people or country_of_place(syntax, roster, casting)
        if country:
            counts[country] += _HEADING if syntax.sentence[casting.head] == 0 else 1
    best = counts.most_common(_FIRST_TWO)
    if not best:
        return Home()
    (country, named), second = best[0], best[1][1] if len(best) > 1 else 0
    return Home(country, named / counts.total(), counts.total(), foremost=named >= _FAR_AHEAD * second)


def _strikes(syntax: Syntax, roster: Roster, casting: Casting) -> bool:
    """Tell those whose attack or forces strike, most often abroad: "a *Russian* missile attack", "*Israeli* soldiers killed two"."""
    vocabulary, of_land = roster.directory.vocabulary, casting.form == "adjective"
    striker = syntax.heads[casting.head] if of_land else casting.head
    if of_land and vocabulary.has("assaults", syntax.lemmas[striker]):
        return True
    first = syntax.first_conjunct(striker)
    verb = syntax.lemmas[syntax.heads[first]]
    if casting.form not in _BY_NAME or casting.place or syntax.deps[first] not in _DOING or not vocabulary.has("strikes", verb):
        return False
    if of_land:
        agent = noun(vocabulary.agents, syntax, striker)
        return agent is not None and (agent.sector == _ARMED or vocabulary.has("fight_abroad", agent.lemma))
    return vocabulary.has("befalls_objects", verb) or all(roster.actors[a].kind != _STATE for a in casting.actors)  # "*Israel* killed two"


def country_of_place(syntax: Syntax, roster: Roster, casting: Casting) -> str | None:
    """Return the country in which a place lies, by the state that it stands for or by its name."""
    if not casting.place:
        return None
    entry = roster.directory.entries.get(casting.stands_for) if casting.stands_for else None
    if entry or roster.where is None:
        return entry.country if entry else None
    return land_after(syntax, roster, casting.last) or roster.where(" ".join(syntax.words[casting.first : casting.last]))


def locate(syntax: Syntax, roster: Roster, castings: Iterable[Casting]) -> None:
    """Give those without a country that of their sentence's only place, else that of a report that speaks of hardly any other."""
    every = sorted(castings, key=lambda c: c.first)
    places: dict[int, set[str]] = {}
    forces: dict[int, set[str]] = {}
    venues: dict[int, set[str]] = {}
    for casting in every:
        country = country_of_place(syntax, roster, casting) or _land_around(syntax, roster, casting)
        if country and not _posting(syntax, roster, casting.head) and not _haven(syntax, roster, casting.head):
            found = venues if _venue(syntax, roster, casting.head) else places
            found.setdefault(syntax.sentence[casting.head], set()).add(country)
        forces.setdefault(syntax.sentence[casting.head], set()).update(_sends(roster, casting))
    home, share = roster.home.country, roster.home.share
    _of_their_leader(syntax, roster, every)
    give_land_of_their_own(syntax, roster, every)
    for casting in every:
        if len(casting.actors) != 1 or roster.actors[casting.actors[0]].country:
            continue
        if _community(roster, casting):
            much = _HARDLY_ELSE if roster.actors[casting.actors[0]].sector == _FAITHFUL else CHIEFLY
            land = _beside(syntax, roster, every, casting) or (home if share >= much else None)
            roster.learn(casting.actors[0], country=land)
            continue
        if casting.form not in ("generic", "name"):
            continue
        if _from_anywhere(syntax, roster, casting):
            continue
        here = places.get(syntax.sentence[casting.head], set())
        if roster.actors[casting.actors[0]].sector in _OF_THE_PLACE:
            here = here | venues.get(syntax.sentence[casting.head], set())
        armed = roster.actors[casting.actors[0]].sector == _ARMED
        sent = forces.get(syntax.sentence[casting.head], set()) - here if armed else set()
        if roster.actors[casting.actors[0]].sector == _FAITHFUL and not _in_clause(syntax, roster, casting, every):
            continue
        kin = syntax.lemmas[casting.head] in roster.directory.vocabulary.pairs["kin"]  # "*his* wife"; "the two *countries'* leaders"
        owned = any(syntax.pos[c] == "NOUN" or (kin and syntax.pos[c] == "PRON") for c in syntax.kids(casting.head, "nmod:poss"))
        if casting.form == "generic" and len(here) == 1 and not sent and not owned and casting.actors[0] not in roster.universal:
            roster.learn(casting.actors[0], country=min(here))
        elif home and (share >= _needed(roster, casting) or (not sent - {home} and _at_the_scene(syntax, roster, casting))):
            roster.learn(casting.actors[0], country=home)


def bodies_at_home(syntax: Syntax, roster: Roster, castings: Iterable[Casting]) -> list[Casting]:
    """Return the mentions, a body of state that is named without a land being that of which the report speaks: "*parliament* passed it"."""
    state = chief_state(roster, of_few=True)
    return [_at_home(syntax, roster, casting, state) if state else casting for casting in castings]


def _at_home(syntax: Syntax, roster: Roster, casting: Casting, state: ActorId) -> Casting:
    """Return a mention, the body that it names bare being that of a state."""
    actor = roster.actors[casting.actors[0]] if len(casting.actors) == 1 else None
    if actor is None or actor.id in roster.directory.entries or actor.country not in (None, roster.actors[roster.enter(state)].country):
        return casting
    words = " ".join(syntax.lower[casting.first : casting.last])
    named = casting.form == "name" or (casting.form == "generic" and roster.directory.vocabulary.has("bare_chambers", words))
    body = next(iter(roster.directory.vocabulary.bodies.get(words)), None) if named else None
    whose = body_actor(roster, body, state, words) if body and body.suffix and body.kind == actor.kind and actor.id == slug(words) else None
    return replace(casting, actors=(whose,)) if whose else casting


def _of_their_leader(syntax: Syntax, roster: Roster, castings: Iterable[Casting]) -> None:
    """Give new holders of offices the country of the ruler that they are met with: "met *President X* and Minister Y"."""
    heads = {c.head: c.actors[0] for c in castings if c.form == "name" and len(c.actors) == 1}
    for i, person in heads.items():
        actor = roster.actors[person]
        if actor.kind != "person" or actor.country or actor.sector not in _STATELY or syntax.deps[i] != "conj":
            continue
        first = syntax.first_conjunct(i)
        lead = heads.get(first)
        if (
            syntax.base(first) in ("obj", "obl", "nsubj")
            and lead is not None
            and is_ruler(roster, lead)
            and roster.actors[lead].sector in _STATELY
        ):
            roster.learn(person, country=roster.actors[lead].country)


def locate_people(syntax: Syntax, roster: Roster, castings: Iterable[Casting]) -> None:
    """Give people without a name or country that of a report which chiefly speaks of one, once it is settled who is meant by what."""
    if roster.home.country is None or roster.home.share < CHIEFLY:
        return
    for casting in castings:
        if casting.form != "generic" or len(casting.actors) != 1 or _needed(roster, casting) > 1 or _from_anywhere(syntax, roster, casting):
            continue
        if roster.actors[casting.actors[0]].sector != _FAITHFUL:
            roster.learn(casting.actors[0], country=roster.home.country)


def _community(roster: Roster, casting: Casting) -> bool:
    """Tell whether a mention is of a people or faith within a nation: in a report on Iraq "Kurds" and "*Sunni* leaders" are Iraq's."""
    actor = roster.actors[casting.actors[0]]
    return actor.id in roster.directory.entries and actor.kind == "people"


def _beside(syntax: Syntax, roster: Roster, castings: Iterable[Casting], casting: Casting) -> str | None:
    """Return the country of the state whose adjective stands before the same noun: "*Iraqi* Kurdish rebels"."""
    noun = syntax.heads[casting.head]
    fellows = (c for c in castings if c.form == "adjective" and syntax.heads[c.head] == noun and c is not casting and len(c.actors) == 1)
    return next((roster.actors[c.actors[0]].country for c in fellows if roster.actors[c.actors[0]].kind == "state"), None)


def _posting(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a place is only where somebody has been sent or has his business: "a team *based* in Nairobi"."""
    governor, has = syntax.heads[i], roster.directory.vocabulary.has
    if syntax.base(i) == "nmod" and syntax.deps[governor] == "obj":  # "a ring that *runs* camps in Chad"
        governor = syntax.heads[governor]
    return syntax.base(governor) == "acl" and (
        has("posted", syntax.lemmas[governor]) or (has("at_work", syntax.lemmas[governor]) and roster.home.share < 1)
    )


def _venue(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a place is only where some meet or sign who may be from elsewhere: "rebels met *in Cairo*", "talks *in Cairo*"."""
    has, governor = roster.directory.vocabulary.has, syntax.heads[i]
    if syntax.base(i) == "nmod":
        return has("held_between", syntax.lemmas[governor])
    if syntax.base(i) != "obl" or syntax.pos[governor] != "VERB":
        return False
    talks = [c for c in syntax.kids(governor, "obj", "obl", "nsubj") if has("held_between", syntax.lemmas[c])]
    return has("met_at", syntax.lemmas[governor]) or any(syntax.base(c) != "obl" or syntax.marker(c) == "for" for c in talks)


def _haven(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a place is where somebody gets away to, who is from elsewhere: "officers fled *to Chad*"."""
    return syntax.marker(i) == "to" and roster.directory.vocabulary.has("getting_away", syntax.lemmas[syntax.heads[i]])


def _land_around(syntax: Syntax, roster: Roster, casting: Casting) -> str | None:
    """Return the state that a mention names before a noun for a place: "in *Peru's* capital"; a phrase for a place is one of it."""
    governor = syntax.heads[casting.head]
    has = roster.directory.vocabulary.has
    if syntax.deps[casting.head] not in _WHOSE or not has("settings", syntax.lemmas[governor]) or len(casting.actors) != 1:
        return None
    who = roster.actors[casting.actors[0]]
    return who.country if who.kind == _STATE and has("place_prepositions", syntax.marker(governor)) else None


def _at_the_scene(syntax: Syntax, roster: Roster, casting: Casting) -> bool:
    """Tell whether a noun is for those of the land where a report's events are, which it names far more often than any other.

    The police and protesters are that land's, and so are its junta and army; a few soldiers may be sent from elsewhere.
    """
    home, actor = roster.home, roster.actors[casting.actors[0]]
    ahead = home.foremost and home.evidence >= TELLING_MUCH and home.share >= _WELL_AHEAD
    if casting.form != "generic" or actor.id in roster.universal or not ahead:
        return False
    lemmas = syntax.lemmas[max(casting.head - 1, 0) : casting.head + 1]
    named = any(roster.directory.vocabulary.has("of_the_land", word) for word in (lemmas[-1], " ".join(lemmas)))
    return named or actor.sector in _OF_THE_LAND


def _in_clause(syntax: Syntax, roster: Roster, casting: Casting, castings: Iterable[Casting]) -> bool:
    """Tell whether a clause places those of a faith, who live everywhere: "*in Egypt* Christians protested"."""
    here, clause = syntax.sentence[casting.head], syntax.clause(casting.head)
    places = (c for c in castings if c.place and syntax.sentence[c.head] == here)
    return any(syntax.clause(c.head) == clause and country_of_place(syntax, roster, c) for c in places)


def _sends(roster: Roster, casting: Casting) -> set[str]:
    """Return the country or the international body that a mention names, which may have troops anywhere."""
    if casting.place or casting.form not in ("name", "adjective"):
        return set()
    who = [roster.actors[actor] for actor in casting.actors]
    return {a.country for a in who if a.country and a.kind in _SENDING}


def _from_anywhere(syntax: Syntax, roster: Roster, casting: Casting) -> bool:
    """Tell whether a description is of those who come from elsewhere, or from several countries: "foreign ministers", "member states"."""
    vocabulary = roster.directory.vocabulary
    if casting.form != "generic":
        return False
    modifiers = [syntax.lemmas[c] for c in syntax.kids(casting.head, "amod", "compound")]
    if vocabulary.has("of_the_joined", syntax.lemmas[casting.head]) and not modifiers:
        return True
    return vocabulary.has("from_anywhere", syntax.lemmas[casting.head]) or any(vocabulary.has("from_elsewhere", m) for m in modifiers)


def _of_faith(roster: Roster, name: str) -> bool:
    """Tell whether a body's name begins with that of a faith, which is at home everywhere: "*Roman Catholic* Christianity"."""
    words, entries = name.split(), roster.directory.entries
    refs = [ref for n in (1, 2) for ref in roster.directory.names.get(" ".join(words[:n]))]
    return any(entries[ref.id].kind == "people" and entries[ref.id].sector == _FAITHFUL for ref in refs)


def _needed(roster: Roster, casting: Casting) -> float:
    """Return how much of a report must speak of one country for an actor to be of it: less for bodies of state, never for bands."""
    actor = roster.actors[casting.actors[0]]
    if actor.id in roster.universal or roster.directory.vocabulary.has("of_any_country", actor.sector or ""):
        return 2.0
    if (
        casting.form == "name"
        and actor.kind != "person"
        and roster.directory.vocabulary.has("of_many_lands", actor.name.partition(" ")[0].lower())
    ):
        return 2.0
    if casting.form == "name" and actor.kind != "person" and _of_faith(roster, actor.name):
        return 2.0
    if casting.form == "generic" and actor.kind in ("group", "party", "company"):
        return 2.0
    if casting.form == "name" and actor.sector is None and actor.kind != "people":  # nothing is told of them but the name
        return _HARDLY_ELSE if roster.home.evidence >= TELLING_MUCH else 2.0
    return CHIEFLY if actor.sector in _STATELY else _MOSTLY
