"""Who an actor without a name is: what it is called, of what sector and country, by its noun and whom it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.directory.entries import Agent
from dragoman.actors.directory.index import pieces_of
from dragoman.actors.named.titles import title_before
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
    kept = ["another", *kept] if is_another(syntax, roster, head) else kept
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


def is_another(syntax: Syntax, roster: Roster, head: int) -> bool:
    """Tell whether a noun's own words say that one is meant who was not spoken of before: "*another* man", "a *second* group"."""
    modifiers = [syntax.lower[c] for c in syntax.kids(head, "det", "amod")]
    fresh = any(roster.directory.vocabulary.has("not_the_same", word) for word in modifiers)
    return fresh and ("another" in modifiers or "a" in modifiers) and not syntax.plural(head)


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
    if not kept:
        return None
    bodies = roster.directory.vocabulary.bodies.get(" ".join(kept))
    agent = bodies[0] if bodies else roster.directory.vocabulary.agents.get(kept[-1])
    return agent.sector if agent else None


def _once(syntax: Syntax, roster: Roster, head: int, agent: Agent, sector: str | None) -> list[str]:
    """Return "former" or the like where a noun says that its officials are none any more: "the *former* Vale president"."""
    has, official = roster.directory.vocabulary.has, roster.directory.vocabulary.titles.get(agent.lemma)
    if not agent.person or not (sector in _ELECTED or (sector in _RANKED and any(t.office for t in official))):
        return []
    return [word for c in syntax.kids(head, "amod", "compound") if has("no_longer", word := syntax.lower[c])][:1]


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
    return [(entry.adjective or entry.name) if entry else roster.actors[owner.actors[0]].name]


def _modifiers(syntax: Syntax, roster: Roster, head: int, owned: frozenset[int]) -> list[str]:
    """Return the words before a noun that say which, in order: "opposition *party*", "*foreign* minister"."""
    title = title_before(syntax, roster, head)
    bodies = roster.directory.vocabulary.bodies.get(syntax.words[head])
    # In "member of Parliament" the last word is no member's.
    if title and not ("of" in syntax.words[title[0] : head] and any(b.suffix for b in bodies)):
        return [syntax.lower[t] for t in range(*title) if t != head and t not in owned]
    kids = [c for c in syntax.kids(head, "compound") if c < head and c not in owned]
    words, has = list[str](), roster.directory.vocabulary.has
    for c in kids:
        within = ("compound", "amod", "nummod") if has("aged_by", syntax.lemmas[c]) else ("compound", "amod")  # "a *19-year*-old"
        words += [syntax.lower[k] for k in sorted([*syntax.kids(c, *within), c]) if k not in owned and syntax.pos[k] != "PUNCT"]
    return words


def _kind(roster: Roster, sector: str | None) -> str:
    return roster.directory.vocabulary.pairs.get("kind_of_sector", {}).get(sector or "", "group")
