"""Who heads a body that is named before a noun for its head: "the *IMF* chief", "the *FBI* director"."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.actors.directory.dates import holds
from dragoman.actors.directory.index import pieces_of
from dragoman.actors.named.titles import title_of
from dragoman.actors.owners import state_of
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.reference.readiness import bears_title
from dragoman.actors.roster import Casting, Roster
from dragoman.claims import ActorId

_NO_BODIES = ("state", "person", "people")
_NOT_HEADS = ("amod", "advmod", "acl", "acl:relcl")


def the_chief(discourse: Discourse, i: int, owner: Casting) -> tuple[ActorId, ...]:
    """Return the one person who heads a body on the report's day, by the directory; nobody where the noun has more words to it."""
    syntax, roster = discourse.syntax, discourse.roster
    words, body = roster.directory.vocabulary.words, roster.actors[owner.actors[0]]
    plain = title_of(syntax, roster, i) == syntax.lemmas[i] and not syntax.kids(i, *_NOT_HEADS)
    if syntax.lemmas[i] not in words["chiefs"] or not plain or body.kind in _NO_BODIES or roster.published is None:
        return ()
    theirs = _only_holder(roster, body.id, words["chief_titles"])
    state = state_of(roster, body.country)
    if theirs is None and state is not None:  # "FBI director" of the state
        called = " ".join(syntax.words[owner.first : owner.last]).lower()
        theirs = _only_holder(roster, state, {f"{called} {title}" for title in words["chief_titles"]})
    return (roster.enter(theirs),) if theirs else ()


def _only_holder(roster: Roster, body: ActorId, titles: Collection[str]) -> ActorId | None:
    """Return the one person who holds an office with one of these titles in a body on the report's date."""
    seats = (o for o in roster.directory.seats.get(body, ()) if o.title.lower() in titles)
    people = {o.person for o in seats if holds(o.since, o.until, roster.published)}
    return people.pop() if len(people) == 1 else None


def is_former(discourse: Discourse, i: int) -> bool:
    """Tell whether a noun speaks of who held an office once: "the *former* president"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    return any(has("former", syntax.lower[c]) for c in syntax.kids(i, "amod", "compound", "advmod"))


def the_former(discourse: Discourse, i: int, owner: Casting | None) -> tuple[ActorId, ...]:
    """Return the one person of the report so far who held an office once, by the directory: "the *former* secretary of state"."""
    syntax, roster = discourse.syntax, discourse.roster
    if syntax.plural(i):
        return ()
    title = frozenset(pieces_of(title_of(syntax, roster, i))) - roster.directory.vocabulary.words["former"]
    country = roster.actors[owner.actors[0]].country if owner else None
    found = []
    for actor in discourse.counts:
        past = [o for o in roster.offices_left(actor) if country in (None, o.country)]
        if any(title == frozenset(pieces_of(o.title)) for o in past) and not bears_title(roster, actor, " ".join(title)):
            found.append(actor)
    return (found[0],) if len(found) == 1 else ()
