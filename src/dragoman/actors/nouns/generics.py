"""Actors without a name: "protesters", "a Chinese official", "over 100 hostages"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.actors.directory.entries import Agent
from dragoman.actors.lookup import noun
from dragoman.actors.named.entities import is_office
from dragoman.actors.named.titles import ends_title
from dragoman.actors.nouns.universal import is_universal
from dragoman.actors.nouns.unnamed import add_generic, is_another
from dragoman.actors.owners import Heads, owner_of, owners_of
from dragoman.actors.roster import Casting, Roster, slug
from dragoman.actors.syntax import Syntax
from dragoman.claims import Actor, ActorId

_TENSES = frozenset({"VBZ", "VBD"})
_STATE = "state"


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
        agent = noun(vocabulary.agents, syntax, i) if pos in ("NOUN", "PROPN") else None
        if agent is None or _is_thing(syntax, roster, i):
            continue
        if pos == "NOUN" or syntax.words[i].islower() or syntax.entity[i] < 0 or syntax.plural(i) or _alone(syntax, roster, i):
            found[i] = agent
    for i, j, agents in vocabulary.agent_phrases.matches(syntax.lemmas):
        head = i if "of" in syntax.lemmas[i:j] else j - 1  # "*member* of parliament", "opposition *leader*"
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
    bare = vocabulary.has("acts_on_bare", syntax.lemmas[i]) and syntax.only(i, "case", "nmod")  # "*administration* of the vaccine"
    if (bare or vocabulary.has("acts_on", syntax.lemmas[i])) and any(syntax.marker(c) == "of" for c in syntax.kids(i, "nmod")):
        return True  # "protested against the *publication* of the list"
    aged = vocabulary.has("aged", syntax.lemmas[i])
    if aged and not any(vocabulary.has("aged_by", syntax.lemmas[c]) for c in syntax.kids(i, "compound")):
        return True  # "the *old*"; "a 19-year-*old*" is somebody
    if not syntax.plural(i) and any(syntax.pos[c] == "VERB" and syntax.tags[c] in _TENSES for c in syntax.kids(i, "compound")):
        return True  # "Chad weighs *force*", a clause that the parse takes for a noun
    word = syntax.lower[i] if i > 0 and syntax.pos[i - 1] == "ADP" else syntax.lemmas[i]  # "by *force*" is nobody, "by *forces*" somebody
    return i > 0 and vocabulary.has("things", f"{syntax.lower[i - 1]} {word}")


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


def _is_new(syntax: Syntax, roster: Roster, head: int) -> bool:
    """Tell whether a noun's own words may make it another than the bare one before."""
    told = syntax.kids(head, "nummod") and not syntax.articled(head)  # "*the 11* troops" are those before
    if told or syntax.kids(head, "amod", "compound"):
        return True
    return _of_somebody(syntax, roster, head) or is_another(syntax, roster, head)


def _of_somebody(syntax: Syntax, roster: Roster, head: int) -> bool:
    """Tell whether a noun is that of somebody whom it may not have been of before: "*his* campaign"; the speaker's is the same one."""
    owners = [roster.directory.vocabulary.pronouns.get(syntax.lower[c]) for c in syntax.kids(head, "nmod:poss")]
    return any(owner is None or owner.person != 1 for owner in owners)


def _everybody(syntax: Syntax, roster: Roster, agent: Agent, head: int) -> ActorId:
    """Note everybody of a kind, who is of no country and is none of those whom the report speaks of otherwise, and return the id."""
    name = syntax.lower[head]
    kind = name if name == "people" else agent.lemma  # whose lemma may be "person"
    actor = roster.add(Actor(id=ActorId(f"{slug(kind)}-in-general"), name=name, kind="people", sector=agent.sector))
    roster.plural.add(actor)
    roster.universal.add(actor)
    return actor
