"""Who holds an office of a land, league or band on the report's day, where only the office is named: "the *Iraqi oil minister*"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from dragoman.actors.directory.dates import holds
from dragoman.actors.directory.entries import Description
from dragoman.actors.named.rulers import is_ruler
from dragoman.actors.named.titles import is_styled, title_of
from dragoman.actors.owners import Heads, owner_of, state_of
from dragoman.actors.reference.chiefs import the_chief
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.reference.epithets import origin_of
from dragoman.actors.reference.readiness import WINDOW, bears_title, fits_description
from dragoman.actors.roster import STATES, Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_FAR = 5
_BODY = "government_body"
_BODIES = (_BODY, "igo", *STATES)
_PERSON = "person"
_LEADER = "leader"
_OFFICIAL = "GOV"
_BANDS = ("armed_group", "people", "group")
_KINDS = ("acl", "acl:relcl", "appos")


def the_titled(discourse: Discourse, described: Description, i: int, owner: Casting) -> tuple[ActorId, ...]:
    """Return the person of the report, else of the directory, who holds an office in the body that is named."""
    roster, syntax = discourse.roster, discourse.syntax
    country = roster.actors[owner.actors[0]].country
    title = title_of(syntax, roster, i)
    beside = set(syntax.conjuncts(syntax.first_conjunct(i))) - {i}  # "X and *the leader* of the rebels"
    if any(roster.directory.vocabulary.has("lesser", syntax.lower[c]) for c in syntax.kids(i, "amod", "compound")) and " " in title:
        return the_holder(discourse, i, {}, owner)  # "Chad's *deputy* interior minister"
    for casting in discourse.within(i, WINDOW):
        for actor in casting.actors:
            theirs = country in (roster.actors[actor].country, origin_of(roster, actor))
            single = len(casting.actors) == 1 and casting.form != "generic" and theirs and casting.head not in beside
            single = single and not _rules_others(roster, actor, owner.actors[0])
            rules = title == _LEADER and is_ruler(roster, actor)
            if single and fits_description(roster, described, actor) and (rules or bears_title(roster, actor, title)):
                return (actor,)
    sole = _sole(discourse, i, owner, title) if roster.directory.vocabulary.has("one_at_a_time", title) else None
    return (sole,) if sole is not None else the_chief(discourse, i, owner) or the_holder(discourse, i, {}, owner)


def _sole(discourse: Discourse, i: int, owner: Casting, title: str) -> ActorId | None:
    """Return who holds an office that one holds at a time: whom the report below a heading styles so, else by the directory."""
    roster, body = discourse.roster, owner.actors[0]
    if discourse.syntax.sentence[i] == 0:  # a heading's minister is named below it
        words = frozenset(title.split())
        people = [a for a, who in roster.actors.items() if who.kind == _PERSON and who.country == roster.actors[body].country]
        people = [a for a in people if not _rules_others(roster, a, body)]
        styled = [a for a in people if (is_ruler(roster, a) if title == _LEADER else is_styled(roster, a, words))]
        if len(styled) == 1 or (styled and title == _LEADER):
            return styled[0]
    holders = roster.directory.holders(body, title, roster.published) if roster.published else ()
    named = [h for h in holders if h in roster.actors] if len(holders) > 1 else holders
    return roster.enter(named[0]) if len(named) == 1 else None


def _rules_others(roster: Roster, actor: ActorId, body: ActorId) -> bool:
    """Tell whether somebody rules the country of a band, and so is not the leader of it: "*the leader* of the rebels"."""
    who = roster.actors[body]
    ruling = _OFFICIAL in (who.sector, *who.other_sectors)
    return who.kind in _BANDS and not ruling and roster.bodies.get(actor) != body and is_ruler(roster, actor)


def the_holder(discourse: Discourse, i: int, heads: Heads, owner: Casting | None = None) -> tuple[ActorId, ...]:
    """Return the one person who on the report's day holds the office that a definite noun names, which one holds at a time.

    Args:
        discourse: what has been mentioned.
        i: the noun.
        heads: the mentions by head token.
        owner: whose office it is, where that is known.
    """
    syntax, roster = discourse.syntax, discourse.roster
    if roster.published is None or syntax.plural(i) or syntax.kids(i, *_KINDS) or not _singled_out(roster, syntax, i):
        return ()
    owner = owner or owner_of(syntax, roster, heads, i)
    if owner is None or len(owner.actors) != 1 or roster.actors[owner.actors[0]].kind not in _BODIES:
        return ()
    named = bool(syntax.kids(i, "nmod:poss")) or syntax.articled(i) or syntax.articled(owner.head)
    called = set(_titles(discourse, i, owner)) if named else set()
    seats = chain.from_iterable(roster.directory.seats.get(body, ()) for body in _bodies(roster, owner.actors[0])) if called else ()
    people = {o.person for o in seats if _plain(o.title) in called and holds(o.since, o.until, roster.published)}
    told = people & set(roster.actors)
    found = told if len(told) == 1 else people
    return (roster.enter(found.pop()),) if len(found) == 1 else ()


def _singled_out(roster: Roster, syntax: Syntax, i: int) -> bool:
    """Tell whether a noun ends the title of an office that one person holds at a time: "minister", "chief", not "spokesman"."""
    return roster.directory.vocabulary.has("ends_of_offices", syntax.lemmas[i])


def _bodies(roster: Roster, owner: ActorId) -> Iterator[ActorId]:
    """Yield the bodies in which an owner's people hold their offices: itself, who governs it, and the state whose body it is."""
    who = roster.actors[owner]
    yield owner
    above = state_of(roster, who.country) if who.kind == _BODY else roster.directory.vocabulary.pairs["governed_by"].get(owner)
    if above is not None:
        yield ActorId(above)


def _titles(discourse: Discourse, i: int, owner: Casting) -> Iterator[str]:
    """Yield what the office at token i may be called in the directory: its words without those that say whose it is or praise it."""
    syntax, roster = discourse.syntax, discourse.roster
    has, same = roster.directory.vocabulary.has, roster.directory.vocabulary.pairs["title_also"]
    start = min([i, *(c for c in syntax.kids(i, "amod", "compound", "nmod:desc") if c < i)])
    start = min(start, owner.first) if owner.last <= i <= owner.last + _FAR else start
    before = [t for t in range(start, i) if syntax.pos[t] not in ("DET", "PART")]
    after = syntax.lower[i + 1 : i + 3] if has("ends_with_of", " ".join(syntax.lower[i : i + 3])) else ()
    land = _land_words(discourse, owner)
    own = [t for t in before if t in range(owner.first, owner.last)]
    kept = [t for t in before if t not in own[:land]]
    while True:
        title = _plain(" ".join((*(syntax.lower[t] for t in kept), syntax.lemmas[i], *after)))
        if len(title.split()) > 1:
            yield same.get(title, title)
        if not kept or syntax.pos[kept[0]] != "ADJ" or has("not_in_office", syntax.lower[kept[0]]):
            return
        kept = kept[1:]


def _land_words(discourse: Discourse, owner: Casting) -> int:
    """Return how many words of an owner's name name the land or league that it is of: "*South Korean* army", "*US* Treasury"."""
    syntax, roster = discourse.syntax, discourse.roster
    who = roster.actors[owner.actors[0]]
    words = syntax.words[owner.first : owner.last]
    for k in range(len(words), 0, -1):
        refs = roster.directory.names.get(" ".join(words[:k]))
        named = (roster.directory.entries.get(r.id) for r in refs)
        if any(e is not None and (e.kind in STATES or e.kind == "igo") and e.country == who.country for e in named):
            return k
    return 0


def _plain(title: str) -> str:
    """Return a title as it is compared: small, American or British, with hyphens or without."""
    return title.lower().replace(" - ", " ").replace("-", " ").replace("defense", "defence").replace("adviser", "advisor")
