"""Nouns that say what somebody is who has just been named: "the *businessman*", "the former *Florida governor*"."""

from __future__ import annotations

from dragoman.actors.lookup import noun, says_what
from dragoman.actors.named.titles import is_styled, title_of
from dragoman.actors.owners import Heads, actors_at, state_of
from dragoman.actors.reference.antecedents import role_of
from dragoman.actors.reference.binding import speakers, understood
from dragoman.actors.reference.chiefs import is_former
from dragoman.actors.reference.contenders import contenders
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.reference.readiness import can_be_called
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_NEAR = 1
_FAR = 2
_CORE = ("nsubj", "obj", "iobj", "obl")
_TELLS_WHICH = ("nmod", "acl", "acl:relcl", "nummod")
_OLD = "old"
_YEAR = "year"
_SUPERLATIVE = ("JJS", "RBS")
_CALLINGS = frozenset(["LEG", "JUD", "MIL", "REL", "COP"])
_PRIVATE = frozenset(["BUS", "EDU", "JRN", "MED"])
_GOVERNING = "GOV"
_STATE = "state"
_MAIN = "main"
_OF_MANY = ("state", "igo", "person", "people")
_PUBLIC = frozenset(["GOV", "LEG", "JUD", "MIL"])
_UNDER_ARMS = frozenset(["REB", "UAF", "MIL"])
_RIVALS = {"REB": _UNDER_ARMS, "UAF": _UNDER_ARMS, "OPP": frozenset(["OPP", "PTY", "ELI", "LEG", "REB"])}


def the_epithet(discourse: Discourse, i: int, known: Casting, heads: Heads) -> tuple[ActorId, ...]:
    """Return the one person just named whom a definite noun describes anew: "X met Y. Aides of X say *the tycoon* …".

    Like a name, and unlike a pronoun, such a noun is nobody who acts above it or beside it: of "X said *the tycoon* lied" it is not X.
    """
    syntax, roster = discourse.syntax, discourse.roster
    if not _describes(discourse, i, known):
        return ()
    barred, bidden = _barred(discourse, i, heads), _bidden(discourse, i, heads)
    standing = roster.directory.vocabulary.has("contenders", syntax.lemmas[i])
    running = frozenset(contenders(discourse)) if standing else frozenset[ActorId]()
    for reach in (_NEAR, _FAR):
        near = [c for c in discourse.within(i, reach) if len(c.actors) == 1 and not c.place and not _in_his_words(syntax, c, i)]
        people = list(dict.fromkeys(c.actors[0] for c in near if _fits(discourse, i, known, c.actors[0]) and c.actors[0] not in barred))
        people = [a for a in people if not standing or a in running]
        styled = _styled(discourse, i, near) if not standing else []
        if styled:  # "X, a professor, said the *professor* …" is no other professor either
            return (styled[0],) if len(styled) == 1 and styled[0] in people else ()
        if not bidden.isdisjoint(people):  # the parser may hang a clause on the wrong one
            return ()
        if len(people) > 1:
            return _who_acted(discourse, i, people, near)
        if people:
            return (people[0],)
    return ()


def the_aged(discourse: Discourse, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the one person just named whose age alone stands for him: "*the 62-year-old*"."""
    syntax = discourse.syntax
    aged = syntax.lower[i] == _OLD and syntax.articled(i) and any(syntax.lemmas[c] == _YEAR for c in syntax.kids(i, "compound"))
    if not aged or syntax.quoted[i] or syntax.base(i) not in _CORE or syntax.kids(i, *_TELLS_WHICH):
        return ()
    barred = _barred(discourse, i, heads)
    near = [c for c in discourse.within(i, _NEAR) if len(c.actors) == 1 and not c.place]
    people = list(dict.fromkeys(c.actors[0] for c in near if _is_named(discourse, c.actors[0]) and c.actors[0] not in barred))
    return (people[0],) if len(people) == 1 else _who_acted(discourse, i, people, near)


def _describes(discourse: Discourse, i: int, known: Casting) -> bool:
    """Tell whether a noun with "the" can describe somebody named: no words behind it say who is meant, and nobody was brought in by it."""
    syntax, roster = discourse.syntax, discourse.roster
    who = roster.actors[known.actors[0]]
    alone = len(known.actors) == 1 and who.kind == "person" and who.id not in roster.plural and not syntax.quoted[i]
    if (
        not alone
        or not syntax.articled(i)
        or not (roster.directory.vocabulary.has("epithets", syntax.lemmas[i]) or _told_more(discourse, i))
    ):
        return False
    if any(c > i and "," not in syntax.words[i + 1 : c] for c in syntax.kids(i, *_TELLS_WHICH)) or _one_of_several(discourse, i):
        return False
    before = (c for c in discourse.past if c.form == "generic" and syntax.lemmas[c.head] == syntax.lemmas[i])
    return not any(not syntax.plural(c.head) for c in before)


def _told_more(discourse: Discourse, i: int) -> bool:
    """Tell whether a noun says what is known of one person: "the *29-year-old* rebel", "the *ousted* leader", "the *Spaniard*"."""
    syntax, vocabulary = discourse.syntax, discourse.roster.directory.vocabulary
    agent = noun(vocabulary.agents, syntax, i)
    if agent is None:
        return discourse.roster.directory.names.get(syntax.words[i]) != ()
    told = [c for c in syntax.kids(i, "amod", "compound") if c < i]
    if vocabulary.has("heads_of_bands", syntax.lemmas[i]) and any(vocabulary.has("of_bands", syntax.lower[c]) for c in told):
        return True  # "the *rebel* chief"
    if is_former(discourse, i):
        office = " ".join(w for w in title_of(syntax, discourse.roster, i).split() if not vocabulary.has("former", w))
        if vocabulary.has("one_at_a_time", office):
            return False  # he who held it is known
    aged = any(syntax.lower[c] == _OLD and any(syntax.lemmas[k] == _YEAR for k in syntax.children[c]) for c in told)
    public = agent.sector is not None or (agent.lemma in vocabulary.descriptions and not vocabulary.has("only_counted", agent.lemma))
    return public and (aged or any(vocabulary.has("fates", syntax.lower[c]) for c in told))


def _styled(discourse: Discourse, i: int, near: list[Casting]) -> list[ActorId]:
    """Return the persons near a noun whom the report styles as it does."""
    roster, called = discourse.roster, frozenset([discourse.syntax.lemmas[i]])
    return list(dict.fromkeys(c.actors[0] for c in near if c.form != "generic" and is_styled(roster, c.actors[0], called)))


def _one_of_several(discourse: Discourse, i: int) -> bool:
    """Tell whether words beside a noun say that others like it are spoken of: "the *last* delegate", "the poet and the *tycoon*"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    named = [c for c in syntax.kids(i, "nmod:poss", "appos", "conj") if not says_what(syntax, c)]
    beside = bool(named) or syntax.base(i) in ("conj", "appos")
    which = syntax.kids(i, "amod", "advmod", "nummod", "cc", "cc:preconj")
    return beside or any(syntax.tags[c] in _SUPERLATIVE or has("one_of_several", syntax.lower[c]) for c in which)


def _fits(discourse: Discourse, i: int, known: Casting, actor: ActorId) -> bool:
    """Tell whether a person can be what a noun says, by gender, country, and by his calling where it names one."""
    roster = discourse.roster
    who, said = roster.actors[actor], roster.actors[known.actors[0]]
    if not _is_named(discourse, actor) or not can_be_called(roster, discourse.syntax.lemmas[i], actor):
        return False
    agent = noun(roster.directory.vocabulary.agents, discourse.syntax, i)
    gender = agent.gender if agent else None
    if gender and roster.genders.get(actor, gender) != gender:
        return False
    land = origin_of(roster, actor)
    owner = roster.bodies.get(said.id)
    whose = said.country if agent is None or (owner in roster.actors and roster.actors[owner].kind == _STATE) else None
    if (whose and land not in (None, whose)) or (owner and not _may_be_of(roster, actor, owner)):
        return False
    sectors = {s for s in (who.sector, *who.other_sectors) if s}
    if is_former(discourse, i):  # a president may be a former general, but not a former minister
        return _GOVERNING not in sectors or (agent is not None and agent.sector not in (_GOVERNING, None))
    if said.sector in _RIVALS and sectors and (sectors.isdisjoint(_RIVALS[said.sector]) or _GOVERNING in sectors - {said.sector}):
        return said.sector in sectors
    if said.sector in _PRIVATE and not _PUBLIC.isdisjoint(sectors):
        return False
    return said.sector not in _CALLINGS or not sectors or said.sector in sectors


def origin_of(roster: Roster, actor: ActorId) -> str | None:
    """Return the country that a person is from, whomever he acts for; None where it is not known."""
    entry = roster.directory.entries.get(actor)
    if entry is not None:
        return entry.country
    land = roster.actors[actor].country
    return land if land is not None and state_of(roster, land) else None


def _may_be_of(roster: Roster, actor: ActorId, body: ActorId) -> bool:
    """Tell whether a person may have an office in a body: of the "FBI director" it must be known; states and leagues have many."""
    if body not in roster.actors or roster.actors[body].kind in _OF_MANY:
        return True
    offices = roster.directory.offices.get(actor, ())
    return body in (roster.bodies.get(actor), *(o.body for o in offices))


def _in_his_words(syntax: Syntax, casting: Casting, i: int) -> bool:
    """Tell whether a name stands in a quotation of the sentence in which the noun at token i does not: "'X has lost', said *the poet*"."""
    return bool(syntax.quoted[casting.head]) and not syntax.quoted[i] and syntax.sentence[casting.head] == syntax.sentence[i]


def _is_named(discourse: Discourse, actor: ActorId) -> bool:
    roster = discourse.roster
    return roster.actors[actor].kind == "person" and roster.has_name(actor) and actor not in roster.plural


def _barred(discourse: Discourse, i: int, heads: Heads) -> set[ActorId]:
    """Return the actors whom syntax keeps a noun from meaning: those who act above it, beside it, or say it."""
    syntax = discourse.syntax
    above = {c for t in syntax.above(i) for c in syntax.kids(t, "nsubj", "nsubj:pass")}
    verb = syntax.heads[syntax.first_conjunct(i)]
    fellows = {c for c in syntax.children[verb] if syntax.base(c) in _CORE}
    beside = set(syntax.conjuncts(syntax.first_conjunct(i)))
    every = (above | fellows | beside | speakers(syntax, i)) - {i}
    members = {m for c in every for m in syntax.conjuncts(c)} - {i}
    return actors_at(heads, members)


def _bidden(discourse: Discourse, i: int, heads: Heads) -> set[ActorId]:
    """Return the understood subjects of the verbs above a noun: "urged *X* to attack the tycoon"."""
    syntax = discourse.syntax
    bidden = {s for t in syntax.above(i) if syntax.pos[t] in ("VERB", "AUX") for s in understood(syntax, t)}
    return actors_at(heads, bidden)


def _who_acted(discourse: Discourse, i: int, people: list[ActorId], near: list[Casting]) -> tuple[ActorId, ...]:
    """Return who is subject of the sentence before, where the noun is subject of its own."""
    syntax = discourse.syntax
    if i not in discourse.leading and role_of(syntax, i) != _MAIN:
        return ()
    here = syntax.sentence[i]
    acted = [c.actors[0] for c in near if c.head in discourse.leading and syntax.sentence[c.head] == here - 1]
    return (acted[0],) if acted and acted[0] in people else ()
