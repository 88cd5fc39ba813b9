"""To which organisation somebody belongs, where the text says so without an office: "X *of* Y", "X, who works *for* Y"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.actors.owners import Heads
from dragoman.actors.roster import STATES, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_NO_BODIES = ("person", "people", "government_body", "court", "igo", *STATES)
_OF = ("of", "from", "with", "at")
_AT = ("for", "with", "at", "in")


def affiliate(syntax: Syntax, roster: Roster, heads: Heads) -> None:
    """Note the one organisation to which the text says that a person belongs, where no title of his has told it."""
    for i, casting in sorted(heads.items()):
        if casting.form not in ("name", "description") or casting.place:
            continue
        people = [a for a in casting.actors if roster.actors[a].kind == "person" and a not in roster.bodies]
        bodies = dict.fromkeys(_bodies(syntax, roster, heads, i)) if people else {}
        if len(bodies) == 1:
            for person in people:
                roster.bodies.setdefault(person, next(iter(bodies)))


def _bodies(syntax: Syntax, roster: Roster, heads: Heads, i: int) -> Iterator[ActorId]:
    """Yield the organisations after a person's name, in the clause about him and in the sentence of which he is the subject."""
    for c in syntax.kids(i, "nmod"):
        if syntax.marker(c) in _OF:
            yield from _body(roster, heads, c)
    first = syntax.first_conjunct(i)
    clauses = [c for t in {i, first} for c in syntax.kids(t, "acl:relcl")]
    if syntax.base(first) == "nsubj":
        clauses.append(syntax.heads[first])
    for clause in clauses:
        yield from _in_clause(syntax, roster, heads, clause)


def _in_clause(syntax: Syntax, roster: Roster, heads: Heads, clause: int) -> Iterator[ActorId]:
    """Yield the organisation that a clause says its subject works for or is part of."""
    has = roster.directory.vocabulary.has
    if syntax.kids(clause, "cop") and has("belonging_nouns", syntax.lemmas[clause]):
        inside = [c for c in syntax.kids(clause, "nmod") if syntax.marker(c) == "of"]
    elif has("belonging_verbs", syntax.lemmas[clause]) and syntax.pos[clause] == "VERB":
        inside = [c for c in syntax.kids(clause, "obl") if syntax.marker(c) in _AT]
    else:
        return
    for c in inside:
        yield from _body(roster, heads, c) or _called(syntax, roster, heads, c)


def _body(roster: Roster, heads: Heads, i: int) -> tuple[ActorId, ...]:
    known = heads.get(i)
    named = known is not None and known.form == "name" and not known.place and len(known.actors) == 1
    return known.actors if known and named and roster.actors[known.actors[0]].kind not in _NO_BODIES else ()


def _called(syntax: Syntax, roster: Roster, heads: Heads, i: int) -> tuple[ActorId, ...]:
    """Return the organisation that a noun is said to be called: "a group *called* Y"."""
    called = [c for c in syntax.kids(i, "acl") if roster.directory.vocabulary.has("naming_verbs", syntax.lemmas[c])]
    return next((found for c in called for n in syntax.children[c] if (found := _body(roster, heads, n))), ())
