"""Bodies that states and groups have: "the Turkish foreign ministry", "Chad's army", "the Assad regime"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from dragoman.actors.directory.dates import holds
from dragoman.actors.directory.entries import Body
from dragoman.actors.directory.index import key_of
from dragoman.actors.directory.vocabulary import Vocabulary
from dragoman.actors.lookup import plurals, singulars
from dragoman.actors.named.matches import PieceTable, head_of
from dragoman.actors.owners import Heads, is_of_province, owner_of, owners_of, state_of
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import Actor, ActorId

_LEAGUE = "igo"
_ARMED = "MIL"
Called = tuple[int, int, tuple[Body, ...]]


def bodies_called(syntax: Syntax, roster: Roster, table: PieceTable) -> list[Called]:
    """Return where the text has nouns for bodies, the longest first at each word."""
    pieces, owner = table
    every = ((owner[i], owner[j - 1] + 1, bodies) for i, j, bodies in roster.directory.vocabulary.bodies.matches(pieces))
    return [(first, last, bodies) for first, last, bodies in every if syntax.pos[last - 1] in ("NOUN", "PROPN")]


def find_bodies(called: Sequence[Called], syntax: Syntax, roster: Roster, named: Heads, taken: set[int]) -> Iterator[Casting]:
    """Yield mentions of bodies whose state or group the text names beside them."""
    free = -1
    for first, last, bodies in called:
        if first < free or any(t in taken for t in range(first, last)):
            continue
        head = head_of(syntax, first, last)
        if syntax.plural(head) and len(owners_of(syntax, roster, named, head)) > 1 and body_at(syntax, roster, head, single=True):
            continue
        possessor = owner_of(syntax, roster, named, head, persons=True) or _inside(syntax, roster, named, first, last)
        actor = body_actor(roster, bodies[0], possessor.actors[0], " ".join(syntax.lower[first:last])) if possessor else None
        actor = _seated(syntax, roster, head, possessor, actor) if actor and possessor else actor
        province = is_of_province(syntax, roster, first, named) and first - 1 not in taken
        if possessor is None or actor is None or province or _abroad(syntax, roster, bodies[0], possessor):
            continue
        free = last
        start = min(first, possessor.first) if possessor.last <= first else syntax.span_of(head)[0]
        yield Casting(start, max(last, head + 1), head, (actor,), "description" if actor == possessor.actors[0] else "name")


def _seated(syntax: Syntax, roster: Roster, head: int, possessor: Casting, actor: ActorId) -> ActorId | None:
    """Return the court of many lands that sits in a town, which is none of the town's land: "the tribunal in *The Hague*"."""
    seat = f"{syntax.lemmas[head]} {' '.join(syntax.lower[possessor.first : possessor.last])}"
    meant = roster.directory.vocabulary.pairs["seats_of_courts"].get(seat)
    if meant is None:
        return actor
    court = roster.directory.entries.get(ActorId(meant))
    return roster.enter(court.id) if court is not None and holds(court.since, court.until, roster.published) else None


def _abroad(syntax: Syntax, roster: Roster, body: Body, possessor: Casting) -> bool:
    """Tell whether a land is only where soldiers or envoys are, who may be anybody's: "peacekeepers *in Sudan*", "embassy *in Chad*"."""
    has = roster.directory.vocabulary.has
    own = has("bare_bodies", body.suffix)  # "government forces in Libya" are Libya's
    there = (body.sector == _ARMED and not own and not has("seated_bodies", body.suffix)) or has("foreign_bodies", body.suffix)
    return there and syntax.base(possessor.head) == "nmod" and syntax.marker(possessor.head) == "in"


def find_shared(syntax: Syntax, roster: Roster, named: Heads, taken: set[int]) -> Iterator[Casting]:
    """Yield mentions of the same body of several states: "the Chinese and U.S. *governments*", "the *navies* of India and Oman"."""
    for i, pos in enumerate(syntax.pos):
        if pos != "NOUN" or i in taken or i in named or not syntax.plural(i):
            continue
        body, words = body_at(syntax, roster, i, single=True) or (None, "")
        owners = owners_of(syntax, roster, named, i) if body is not None else []
        if body is None or len(owners) < 2:
            continue
        every = [body_actor(roster, body, owner.actors[0], words) for owner in owners]
        actors = tuple(dict.fromkeys(actor for actor in every if actor is not None))
        first, last = syntax.span_of(i)
        yield Casting(first, last, i, actors, "description")


def _inside(syntax: Syntax, roster: Roster, named: Heads, first: int, last: int) -> Casting | None:
    """Return the owner of any word of a body's name: the parser may hang it on another than the head."""
    for t in range(first, last):
        found = owner_of(syntax, roster, named, t, persons=False)
        if found:
            return found
    return None


def body_at(syntax: Syntax, roster: Roster, i: int, *, single: bool = False) -> tuple[Body, str] | None:
    """Return the body that the longest phrase ending with the noun at token i names, and its words: "*foreign ministry*".

    Args:
        syntax: the report's syntax.
        roster: the report's actors.
        i: the noun.
        single: whether to read a plural noun as one of them ("navies").
    """
    bodies, last, word = roster.directory.vocabulary.bodies, last_words(roster.directory.vocabulary), syntax.lower[i]
    if word.isascii() and word.isalpha() and word not in (_last_forms(roster.directory.vocabulary) if single else last):
        return None
    forms = singulars(word) if single else (word,)
    nouns = [noun for noun in forms if (key := key_of(noun).rpartition(" ")[2]) in last or not key]
    if not nouns:
        return None
    for t in range(syntax.span_of(i)[0], i + 1):
        if t < i and not bodies.may_begin(syntax.lower[t]):
            continue
        for noun in nouns:
            words = " ".join([*syntax.lower[t:i], noun])
            found = bodies.get(words)
            if found:
                return found[0], words
    return None


@lru_cache(maxsize=8)
def last_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words with which what bodies are called ends."""
    return frozenset(name.rpartition(" ")[2] for name in vocabulary.bodies.names)


@lru_cache(maxsize=8)
def _last_forms(vocabulary: Vocabulary) -> frozenset[str]:
    """Return these words and how their plurals may be spelt."""
    words = last_words(vocabulary)
    return words.union(*map(plurals, words))


def body_actor(roster: Roster, body: Body, owner: ActorId, words: str | None = None) -> ActorId | None:
    """Return the actor that is this body of this owner; a government is its state itself.

    Args:
        roster: the report's actors.
        body: the kind of body.
        owner: the state, group or ruler that has it.
        words: the report's words for it, by which it is called here unless it has a name ("troops", "forces").
    """
    holder = roster.actors[owner]
    if holder.kind == "person":
        state = state_of(roster, holder.country)
        if state is None or body.suffix:
            return None
        return roster.enter(state)
    same = body.kind == holder.kind == "armed_group"  # "the Houthi *rebels*" are the Houthis
    if not body.suffix or owner.endswith(body.suffix) or same:
        return owner
    entry = roster.directory.entries.get(owner)
    adjective = entry.adjective if entry else holder.name
    actor = Actor(
        id=ActorId(f"{owner}{body.suffix}"),
        name=_called(body, adjective, words),
        kind=body.kind,
        country=holder.country,
        sector=body.sector,
    )
    known = _known_as(roster, actor) or (_worded(roster, holder, words) if words and holder.kind == _LEAGUE else None)
    return roster.enter(known) if known else roster.add(actor)


def _known_as(roster: Roster, body: Actor) -> ActorId | None:
    """Return the one body that the directory knows by this name in this country: the North Korean Military is the Korean People's Army."""
    entries = roster.directory.entries
    known = {ref.id for ref in roster.directory.names.get(body.name) if entries[ref.id].country == body.country}
    return min(known) if len(known) == 1 and entries[min(known)].kind == body.kind else None


def _worded(roster: Roster, holder: Actor, words: str) -> ActorId | None:
    """Return the one body of a league of states that is called so: the "UN *security council*" is no council on national security."""
    known = {r.id for r in roster.directory.names.get(f"{holder.name} {words}")}
    same = [k for k in known if roster.directory.entries[k].country == holder.country]
    return same[0] if len(same) == 1 else None


def _called(body: Body, adjective: str, words: str | None) -> str:
    """Return what a body is called: by name ("Chadian Army"), else as the report has it ("Chadian forces")."""
    named = body.name.rpartition(" ")[2][:1].isupper()
    if words and not named:
        return f"{adjective} {words}"
    return body.name.replace("people of {state}", f"{adjective} people").replace("{state}", adjective)
