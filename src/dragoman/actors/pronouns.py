"""Pronouns, by a sieve: relative, reflexive, then the readiest mention that agrees and is not barred by syntax."""

from __future__ import annotations

from dragoman.actors.discourse import Discourse, role_weight
from dragoman.actors.entries import Pronoun
from dragoman.actors.owners import Heads
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import Actor, ActorId

_PEOPLE = ("person", "people")
_WINDOW = 3
_FAR_WINDOW = 10
_LEAST = -1.5
_COLLECTIVE = -0.8
_STATE_AS_THEY = -1.2
_THING = {"personal": 0.4, "possessive": -1.5}
_CONTROL = 2.0
_AWAY = 1.2
_TOGETHER = 0.5
_CLAUSES = ("csubj", "ccomp", "xcomp", "advcl", "acl")
_CORE = ("nsubj", "obj", "iobj", "obl")


def pronoun_of(syntax: Syntax, roster: Roster, i: int) -> Pronoun | None:
    """Return what the directory says of a pronoun at token i; None for other words."""
    if syntax.pos[i] not in ("PRON", "DET") or syntax.base(i) in ("expl", "det", "mark"):
        return None
    return roster.directory.vocabulary.pronouns.get(syntax.lower[i])


def resolve_pronoun(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return whom a third-person pronoun refers to; none where it cannot be told."""
    if pronoun.use == "relative":
        return _relative(discourse.syntax, i, heads)
    if pronoun.use == "reflexive":
        return _subject(discourse.syntax, i, heads)
    if pronoun.gender == "n" and _pleonastic(discourse.syntax, i):
        return ()
    return _nearest(discourse, pronoun, i, heads)


def _pleonastic(syntax: Syntax, i: int) -> bool:
    """Tell whether "it" stands for a clause that follows: "it is clear *that* …", "it is the army *that* …"."""
    predicate = syntax.heads[i]
    if syntax.base(i) != "nsubj" or not syntax.kids(predicate, "cop"):
        return False
    return any(c > predicate and syntax.base(c) in _CLAUSES for c in syntax.children[predicate])


def _relative(syntax: Syntax, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the actors of the noun that the relative clause around token i modifies."""
    for t in (i, *syntax.above(i)):
        if syntax.deps[t] == "acl:relcl":
            modified = heads.get(syntax.heads[t])
            return modified.actors if modified and not modified.place else ()
    return ()


def _controller(syntax: Syntax, i: int) -> int | None:
    """Return the understood subject of the clause without one around token i: "urged *Israel* to end its war"."""
    for t in syntax.above(i):
        if syntax.pos[t] not in ("VERB", "AUX"):
            continue
        if any(syntax.base(c) == "nsubj" for c in syntax.children[t]) or syntax.base(t) != "xcomp":
            return None
        return next(iter(syntax.kids(syntax.heads[t], "obj", "iobj")), None)
    return None


def _subject(syntax: Syntax, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the actors of the subject of the clause around token i."""
    for t in syntax.above(i):
        for subject in (c for c in syntax.children[t] if syntax.base(c) == "nsubj"):
            found = heads.get(subject)
            return found.actors if found else ()
    return ()


def _nearest(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the readiest mention that agrees, unless a thing is readier."""
    roster, syntax = discourse.roster, discourse.syntax
    barred = _barred(syntax, pronoun, i)
    others = _others(syntax, pronoun, i, heads)
    controller = _controller(syntax, i) if pronoun.use == "possessive" else None
    best: tuple[float, tuple[ActorId, ...]] = (-_FAR_WINDOW * 2.0 if pronoun.gender in ("m", "f") else _LEAST, ())
    here = syntax.sentence[i]
    for casting in discourse.within(i, _FAR_WINDOW if pronoun.gender in ("m", "f") else _WINDOW):
        if best[1] and here - syntax.sentence[casting.head] > _WINDOW:
            break
        actors = casting.actors or ((casting.stands_for,) if casting.stands_for and pronoun.gender == "n" else ())
        if not actors or casting.head in barred or not others.isdisjoint(actors) or _contains(syntax, casting, i):
            continue
        fit = _agrees(roster, pronoun, actors)
        if fit is None:
            continue
        score = discourse.salience(casting, i) + fit + (_CONTROL if casting.head == controller else 0.0)
        if score > best[0]:
            best = (score, actors)
    if pronoun.number == "plur":
        best = _party(discourse, i, best)
    if pronoun.gender in ("m", "f") or not best[1] or _acts(discourse, i):
        return best[1]
    return () if _thing(discourse, pronoun, i) > best[0] else best[1]


def _party(discourse: Discourse, i: int, best: tuple[float, tuple[ActorId, ...]]) -> tuple[float, tuple[ActorId, ...]]:
    """Prefer actors named together to a single one for "they", where they are at least as ready."""
    syntax = discourse.syntax
    for party in reversed(discourse.parties):
        away = syntax.sentence[i] - syntax.sentence[party.at]
        if party.at < i and away <= _WINDOW:
            score = role_weight(syntax, party.lead) - _AWAY * away + _TOGETHER
            best = max(best, (score, party.actors), key=lambda found: found[0])
    return best


def _agrees(roster: Roster, pronoun: Pronoun, actors: tuple[ActorId, ...]) -> float | None:
    """Return how well a pronoun fits actors in number and gender: 0 or less, or None where it does not."""
    if len(actors) > 1:
        return 0.3 if pronoun.number == "plur" else None
    actor = roster.actors[actors[0]]
    single = actor.kind == "person" and actor.id not in roster.plural
    if pronoun.gender in ("m", "f"):
        gender = roster.genders.get(actor.id, pronoun.gender)
        return 0.0 if single and gender == pronoun.gender else None
    if pronoun.gender == "n":
        return None if actor.kind in _PEOPLE or actor.id in roster.plural else 0.0
    return _as_they(roster, actor, single=single)


def _as_they(roster: Roster, actor: Actor, *, single: bool) -> float | None:
    if single:
        return None
    if actor.id in roster.plural or actor.kind == "people":
        return 0.0
    return _STATE_AS_THEY if actor.kind == "state" else _COLLECTIVE


def _barred(syntax: Syntax, pronoun: Pronoun, i: int) -> set[int]:
    """Return the heads that syntax keeps a pronoun from meaning: its fellow arguments, and who speaks the quotation."""
    barred: set[int] = set()
    first = syntax.first_conjunct(i)
    governor = syntax.heads[first]
    if pronoun.use == "personal":
        if syntax.base(first) in _CORE:
            barred |= {c for c in syntax.children[governor] if syntax.base(c) in _CORE}
    else:
        barred |= {governor, syntax.first_conjunct(governor)}
    barred |= {c for c in syntax.conjuncts(first) if c != i}
    if syntax.quoted[i]:
        barred |= _speakers(syntax, i)
    return barred


def _others(syntax: Syntax, pronoun: Pronoun, i: int, heads: Heads) -> set[ActorId]:
    """Return the actors that the pronoun cannot mean wherever they are named: who speaks of it, and its fellow arguments."""
    barred = _speakers(syntax, i) if syntax.quoted[i] else set()
    first = syntax.first_conjunct(i)
    if pronoun.use == "personal" and syntax.base(first) in ("nsubj", "obj", "iobj"):
        barred |= {c for c in syntax.children[syntax.heads[first]] if syntax.base(c) in ("nsubj", "obj", "iobj")} - {i, first}
    return {a for h in barred if h in heads for a in heads[h].actors}


def _speakers(syntax: Syntax, i: int) -> set[int]:
    """Return the subjects, outside the quotation around token i, of the verbs that it hangs on."""
    found: set[int] = set()
    for t in (i, *syntax.above(i)):
        for verb in (t, *syntax.kids(t, "parataxis")):
            if syntax.quoted[verb] != syntax.quoted[i]:
                found |= {c for c in syntax.children[verb] if syntax.base(c) == "nsubj" and not syntax.quoted[c]}
    return found


def _contains(syntax: Syntax, casting: Casting, i: int) -> bool:
    """Tell whether a mention holds the pronoun as part of its own phrase, clauses aside."""
    for t in (i, *syntax.above(i)):
        if t == casting.head:
            return True
        if syntax.base(t) in ("acl", "advcl", "ccomp", "xcomp", "nsubj", "obj", "obl", "parataxis", "conj") and syntax.pos[t] in (
            "VERB",
            "AUX",
            "PRON",
        ):
            return False
    return False


def _acts(discourse: Discourse, i: int) -> bool:
    """Tell whether token i is the subject of a verb of saying, which things do not say."""
    syntax = discourse.syntax
    return syntax.base(i) == "nsubj" and discourse.roster.directory.vocabulary.has("said", syntax.lemmas[syntax.heads[i]])


def _thing(discourse: Discourse, pronoun: Pronoun, i: int) -> float:
    """Return how ready the readiest noun is that names no actor and agrees in number."""
    syntax, best = discourse.syntax, -9.0
    acting = {c.head for c in discourse.within(i, 1)}
    plural = pronoun.number == "plur"
    for t in range(i - 1, -1, -1):
        away = syntax.sentence[i] - syntax.sentence[t]
        if away > 1:
            break
        if syntax.pos[t] != "NOUN" or t in acting or syntax.base(t) not in ("nsubj", "obj", "obl") or syntax.plural(t) != plural:
            continue
        if syntax.deps[t] in ("obl:unmarked",) or syntax.heads[i] == t or syntax.heads[t] == syntax.heads[i]:
            continue
        best = max(best, role_weight(syntax, t) - 1.2 * away + _THING.get(pronoun.use, 0.0))
    return best
