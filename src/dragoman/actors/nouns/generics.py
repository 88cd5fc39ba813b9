"""Actors without a name: "protesters", "a Chinese official", "over 100 hostages"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.actors.directory.entries import Agent
from dragoman.actors.directory.index import pieces_of
from dragoman.actors.lookup import noun
from dragoman.actors.named.entities import is_office
from dragoman.actors.named.titles import ends_title, title_before
from dragoman.actors.nouns.universal import is_universal
from dragoman.actors.owners import Heads, owner_of, owners_of
from dragoman.actors.roster import STATES, Casting, Roster, slug
from dragoman.actors.syntax import Syntax
from dragoman.claims import Actor, ActorId

_IGO = "IGO"
_STATE = "state"
_ELITE = "ELI"
_RULING = "GOV"
_LEAGUE = "igo"
_BODIES = ("government_body", "court", "group")
_ELECTED = ("GOV", "LEG")
_RANKED = ("MIL", "COP", "SPY", "JUD")


def find_generics(syntax: Syntax, roster: Roster, named: Heads, taken: set[int]) -> Iterator[Casting]:
    """Yield mentions headed by a noun for somebody who acts; a bare repetition means the same actor again."""
    known: dict[tuple[str, bool], ActorId] = {}
    for head, agent in sorted(_agents(syntax, roster, taken).items()):
        if head in taken or not _stands_alone(syntax, roster, head) or _ends_office(syntax, roster, head):
            continue
        plural = syntax.plural(head)
        if agent.plural_only and not plural:
            continue
        first, last = syntax.span_of(head)
        name = _place_name(syntax, roster, head)
        if name is not None:
            yield Casting(first, max(last, name), head, (), "name", place=True)
            continue
        owners = owners_of(syntax, roster, named, head)
        if _is_of_the_named(syntax, roster, agent, owners):
            yield Casting(first, last, head, tuple(dict.fromkeys(a for o in owners for a in o.actors)), "generic")
            continue
        if len(owners) > 1:
            every = frozenset(t for o in owners for t in range(o.first, o.last))
            actors = tuple(add_generic(syntax, roster, agent, head, o, plural=plural, owned=every) for o in owners)
            yield Casting(first, last, head, actors, "generic")
            continue
        owner = owners[0] if owners else _person_owner(syntax, roster, agent, named, head)
        if owner is None and is_universal(syntax, roster, head):
            yield Casting(first, last, head, (_everybody(syntax, roster, agent, head),), "generic")
            continue
        actor = None
        indefinite = roster.directory.vocabulary.has("from_anywhere", agent.lemma) and _indefinite(syntax, head)
        if owner is None and not indefinite and not _is_new(syntax, roster, head):
            actor = known.get((agent.lemma, plural))
        if actor is None:
            actor = add_generic(syntax, roster, agent, head, owner, plural=plural)
        roster.learn(actor, country=_beside(syntax, roster, named, head))
        known[agent.lemma, plural] = actor
        yield Casting(first, last, head, (actor,), "generic")


def _beside(syntax: Syntax, roster: Roster, named: Heads, head: int) -> str | None:
    """Return the country of the owner of those who are called after a people or faith besides: "*Chad's* Muslim clerics"."""
    beside = [roster.actors[a] for c in syntax.kids(head, "nmod:poss", "amod") if c in named for a in named[c].actors]
    return next((owner.country for owner in beside if owner.kind == _STATE), None)


def _person_owner(syntax: Syntax, roster: Roster, agent: Agent, named: Heads, head: int) -> Casting | None:
    """Return the name of him whose body a noun is, where it is one that persons have: "the *Vale* campaign"."""
    theirs = roster.directory.vocabulary.has("of_persons", agent.lemma)
    return owner_of(syntax, roster, named, head, persons=True) if theirs else None


def _ends_office(syntax: Syntax, roster: Roster, head: int) -> bool:
    """Tell whether a noun ends the title of an office and names no body: "secretary of *state*", but "member of *parliament*"."""
    return ends_title(syntax, roster, head) and not any(b.suffix for b in roster.directory.vocabulary.bodies.get(syntax.lower[head]))


def _is_of_the_named(syntax: Syntax, roster: Roster, agent: Agent, owners: Sequence[Casting]) -> bool:
    """Tell whether a noun only says what the states named after its "of" are: "the *nations* of Chad and Niger"."""
    if not owners or not roster.directory.vocabulary.has("polities", agent.lemma):
        return False
    below = {syntax.heads[o.head] if syntax.base(o.head) == "conj" else o.head for o in owners}
    return all(syntax.marker(i) == "of" for i in below) and all(roster.actors[a].kind == _STATE for o in owners for a in o.actors)


def _place_name(syntax: Syntax, roster: Roster, head: int) -> int | None:
    """Return where the name ends that a noun for a place has after "of", if that does nothing here: "took the *village of Vale*"."""
    if not roster.directory.vocabulary.has("settlements", syntax.lemmas[head]) or syntax.plural(head) or syntax.deps[head] == "nsubj":
        return None
    names = [c for c in syntax.kids(head, "nmod", "appos") if syntax.marker(c) == "of" and syntax.pos[c] == "PROPN"]
    return max([names[0], *syntax.kids(names[0], "flat")]) + 1 if names else None


def _agents(syntax: Syntax, roster: Roster, taken: set[int]) -> dict[int, Agent]:
    """Return the agent that each noun names, phrases before words; no phrase begins within a name: "Vale *Union officials*"."""
    vocabulary = roster.directory.vocabulary
    found: dict[int, Agent] = {}
    for i, pos in enumerate(syntax.pos):
        agent = noun(vocabulary.agents, syntax, i) if pos in ("NOUN", "PROPN") and not _is_thing(syntax, roster, i) else None
        if agent and (pos == "NOUN" or syntax.words[i].islower() or syntax.entity[i] < 0 or syntax.plural(i) or _alone(syntax, roster, i)):
            found[i] = agent
    lemmas = [syntax.lemmas[i] for i in range(len(syntax))]
    for i, j, agents in vocabulary.agent_phrases.matches(lemmas):
        head = i if "of" in lemmas[i:j] else j - 1  # "*member* of parliament", "opposition *leader*"
        if not taken.isdisjoint(range(i, head)):
            continue
        if syntax.pos[head] == "NOUN":
            found[head] = agents[0]
        elif syntax.pos[i] == "NOUN":
            found[i] = agents[0]
    return found


def _is_thing(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a noun for somebody is with the word before it one for a thing: "open *source*", "a media *player*"."""
    vocabulary = roster.directory.vocabulary
    if vocabulary.has("owned_things", syntax.lemmas[i]) and syntax.kids(i, "nmod:poss"):  # "the council's *powers*"
        return True
    if vocabulary.has("own_qualities", syntax.lemmas[i]) and any(syntax.pos[c] == "PRON" for c in syntax.kids(i, "nmod:poss")):
        return True  # "thanked him for his *leadership*"
    return i > 0 and vocabulary.has("things", f"{syntax.lower[i - 1]} {syntax.lemmas[i]}")


def _indefinite(syntax: Syntax, head: int) -> bool:
    """Tell whether a noun's determiner brings others in: "*some* members"."""
    return any(syntax.lower[c] in ("some", "any", "many", "several", "few", "a", "another") for c in syntax.kids(head, "det"))


def _alone(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a token is all of its entity, an office, or one of a party: "Parliament" is the noun, however it is written."""
    first, last, label = syntax.entities[syntax.entity[i]]
    if roster.directory.vocabulary.has("partisans", syntax.lemmas[i]) and syntax.kids(i, "det") and not syntax.kids(i, "conj"):
        return True  # "the Texas *Republican*"
    return last - first == 1 or (label == "ORG" and is_office(syntax, roster, i, last))


def _stands_alone(syntax: Syntax, roster: Roster, head: int) -> bool:
    """Tell whether a noun is a phrase of its own: no title or modifier, no predicate but of many ("among them are *students*")."""
    if syntax.base(head) in ("compound", "flat", "fixed", "amod", "xcomp") or syntax.deps[head] == "nmod:desc":
        return False
    if _adverbial(syntax, roster, head) or _hyphened(syntax, head):
        return False
    return syntax.plural(head) or not syntax.kids(head, "cop")


def _hyphened(syntax: Syntax, head: int) -> bool:
    """Tell whether a hyphen and a preposition follow a noun: "*head*-to-head"; "*rebel*-held" has somebody."""
    return syntax.words[head + 1 : head + 2] == ("-",) and syntax.pos[head + 2 : head + 3] == ("ADP",)


def _adverbial(syntax: Syntax, roster: Roster, head: int) -> bool:
    """Tell whether a noun after a preposition, without so much as an article, names nobody: "in *person*", "by *force*"."""
    links = [syntax.base(c) for c in syntax.children[head] if syntax.pos[c] != "PUNCT"]
    has = roster.directory.vocabulary.has
    if has("never_bare", syntax.lemmas[head]) and not syntax.plural(head) and not {"det", "nmod:poss", "compound", "amod"} & set(links):
        return True
    return links == ["case"] and not syntax.plural(head) and has("bare_is_nobody", syntax.lemmas[head])


def add_generic(
    syntax: Syntax, roster: Roster, agent: Agent, head: int, owner: Casting | None, *, plural: bool, owned: frozenset[int] = frozenset()
) -> ActorId:
    """Note the actor that a noun names by what it is and to whom it belongs, and return its id.

    Args:
        syntax: the report's syntax.
        roster: the report's actors.
        agent: what the noun says.
        head: the noun.
        owner: the mention of whom it belongs to.
        plural: whether several are meant.
        owned: tokens of all its owners, where it has several.
    """
    holder = roster.actors[owner.actors[0]] if owner else None
    kept = _modifiers(syntax, roster, head, owned or frozenset(range(owner.first, owner.last) if owner else ()))
    sector = _sector(roster, agent, holder) or _of_modifiers(roster, kept)
    sector = _ELITE if (former := _once(syntax, roster, head, agent, sector)) else sector
    kind = ("people" if plural else "person") if agent.person else _kind(roster, sector)
    adjective = _adjective(syntax, roster, owner) if owner else []
    kept = [*former, *kept]
    name = " ".join([*adjective, *kept, syntax.words[head] if syntax.words[head].islower() else syntax.lower[head]])
    noun_ = agent.lemma.split()[-1] if kept else agent.lemma
    kept = ["another", *kept] if _is_another(syntax, roster, head) else kept
    whose = owner.actors if owner else ()
    id_ = ActorId("-".join([*whose, slug(" ".join([*kept, noun_]))]))
    if id_ in roster.actors and agent.person and plural != (id_ in roster.plural):  # a driver is not the drivers
        id_ = ActorId("-".join([*whose, slug(" ".join([*kept, syntax.lower[head]] if plural else ["one", *kept, noun_]))]))
    actor = Actor(
        id=id_,
        name=name,
        kind=kind,
        country=holder.country if holder else _of_many(syntax, roster, agent, head),
        sector=sector,
    )
    roster.add(actor)
    if plural:
        roster.plural.add(actor.id)
    if agent.gender:
        roster.genders.setdefault(actor.id, agent.gender)
    if owner and agent.person:
        roster.bodies.setdefault(actor.id, owner.actors[0])
    return actor.id


def _sector(roster: Roster, agent: Agent, holder: Actor | None) -> str | None:
    """Return the sector of somebody by his noun, else by whom he belongs to; officials are of their body's: "*police* officials"."""
    if holder is None or holder.kind == _STATE:
        return agent.sector
    has = roster.directory.vocabulary.has
    if has("of_their_body", agent.lemma) and holder.kind in _BODIES and holder.sector:
        return holder.sector
    leads = holder.kind == _LEAGUE or has("peoples_of_many_lands", holder.id)
    if leads and has("leads_states", agent.lemma):  # "EU *leaders*" lead its members
        return _RULING
    return agent.sector or holder.sector


def _of_modifiers(roster: Roster, kept: Sequence[str]) -> str | None:
    """Return the sector that the words before a noun give it: "a *rebel* spokesman", "a *foreign ministry* spokesman"."""
    bodies = roster.directory.vocabulary.bodies.get(" ".join(kept)) if kept else ()
    agent = roster.directory.vocabulary.agents.get(kept[-1]) if kept else None
    return bodies[0].sector if bodies else agent.sector if agent else None


def _once(syntax: Syntax, roster: Roster, head: int, agent: Agent, sector: str | None) -> list[str]:
    """Return "former" or the like where a noun says that its officials are none any more: "the *former* Vale president"."""
    has, official = roster.directory.vocabulary.has, roster.directory.vocabulary.titles.get(agent.lemma)
    if not agent.person or not (sector in _ELECTED or (sector in _RANKED and any(t.office for t in official))):
        return []
    return [word for c in syntax.kids(head, "amod", "compound") if has("no_longer", word := syntax.lower[c])][:1]


def _is_new(syntax: Syntax, roster: Roster, head: int) -> bool:
    """Tell whether a noun's own words may make it another than the bare one before."""
    told = syntax.kids(head, "nummod") and not syntax.articled(head)  # "*the 11* troops" are those before
    if told or syntax.kids(head, "amod", "compound"):
        return True
    return _of_somebody(syntax, roster, head) or _is_another(syntax, roster, head)


def _of_somebody(syntax: Syntax, roster: Roster, head: int) -> bool:
    """Tell whether a noun is that of somebody whom it may not have been of before: "*his* campaign"; the speaker's is the same one."""
    owners = [roster.directory.vocabulary.pronouns.get(syntax.lower[c]) for c in syntax.kids(head, "nmod:poss")]
    return any(owner is None or owner.person != 1 for owner in owners)


def _is_another(syntax: Syntax, roster: Roster, head: int) -> bool:
    """Tell whether a noun's own words say that one is meant who was not spoken of before: "*another* man", "a *second* group"."""
    modifiers = [syntax.lower[c] for c in syntax.kids(head, "det", "amod")]
    fresh = any(roster.directory.vocabulary.has("not_the_same", word) for word in modifiers)
    return fresh and ("another" in modifiers or "a" in modifiers) and not syntax.plural(head)


def _everybody(syntax: Syntax, roster: Roster, agent: Agent, head: int) -> ActorId:
    """Note everybody of a kind, who is of no country and is none of those whom the report speaks of otherwise, and return the id."""
    name = syntax.lower[head]
    kind = name if name == "people" else agent.lemma  # whose lemma may be "person"
    actor = roster.add(Actor(id=ActorId(f"{slug(kind)}-in-general"), name=name, kind="people", sector=agent.sector))
    roster.plural.add(actor)
    roster.universal.add(actor)
    return actor


def _of_many(syntax: Syntax, roster: Roster, agent: Agent, head: int) -> str | None:
    """Return the code of bodies of several states for one that is called so: "an *international* coalition"."""
    has = roster.directory.vocabulary.has
    joint = has("joint_bodies", agent.lemma) and any(has("of_many", syntax.lemmas[c]) for c in syntax.kids(head, "amod", "compound"))
    return _IGO if joint else None


def _adjective(syntax: Syntax, roster: Roster, owner: Casting) -> list[str]:
    """Return an owner's name as it stands before a noun, in the text's own words where they are an adjective."""
    if owner.form == "adjective" or syntax.base(owner.head) == "compound":
        return [" ".join(syntax.words[owner.first : owner.last])]
    entry = roster.directory.entries.get(owner.actors[0])
    words = " ".join(syntax.words[owner.first : owner.last])
    if entry and owner.form == "name" and entry.kind not in STATES and set(pieces_of(words)).isdisjoint(pieces_of(entry.name)):
        return [words]
    return [entry.adjective if entry else roster.actors[owner.actors[0]].name]


def _modifiers(syntax: Syntax, roster: Roster, head: int, owned: frozenset[int]) -> list[str]:
    """Return the words before a noun that say which, in order: "opposition *party*", "*foreign* minister"."""
    title = title_before(syntax, roster, head)
    bodies = roster.directory.vocabulary.bodies.get(syntax.words[head])
    # In "member of Parliament" the last word is no member's.
    if title and not ("of" in syntax.words[title[0] : head] and any(b.suffix for b in bodies)):
        return [syntax.lower[t] for t in range(*title) if t != head and t not in owned]
    kids = [c for c in syntax.kids(head, "compound") if c < head and c not in owned]
    words: list[str] = []
    for c in kids:
        words += [syntax.lower[k] for k in sorted([*syntax.kids(c, "compound", "amod"), c]) if k not in owned and syntax.pos[k] != "PUNCT"]
    return words


def _kind(roster: Roster, sector: str | None) -> str:
    return roster.directory.vocabulary.pairs.get("kind_of_sector", {}).get(sector or "", "group")
