"""Whom "they" and "their" mean by number and deed: many rather than one, and not those who do it to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from dragoman.actors.directory.entries import Pronoun
from dragoman.actors.owners import Heads, actors_at, is_official, states_of
from dragoman.actors.reference.antecedents import role_of
from dragoman.actors.reference.binding import speakers_on
from dragoman.actors.reference.captives import taken_by
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.reference.parallels import agrees, is_one_body
from dragoman.actors.reference.ranker import Anaphor, Candidate
from dragoman.actors.reference.told import is_told, those_who_met, told_to
from dragoman.actors.roster import Casting, Roster
from dragoman.claims import ActorId

_OUTLET = "media"
_REPORTING = "JRN"
_PEOPLE = ("person", "people")
_FIGHTERS = "armed_group"
_SUBJECTS = ("main", "subject")
_LEADING = ("role:main", "role:subject")
_ASIDES = ("acl:relcl", "parataxis")
_MANY = ("kind:people", "kind:band")
_TELLING = ("ccomp", "parataxis")


def they_rather(
    discourse: Discourse, pronoun: Pronoun, anaphor: Anaphor, candidates: Sequence[Candidate], found: tuple[ActorId, ...], heads: Heads
) -> tuple[ActorId, ...]:
    """Return whom "they" at an anaphor means by number and deed, rather than those who were found by their weight."""
    i = anaphor.i
    above = heads.get(anaphor.above[0]) if anaphor.above else None
    if above and above.actors and discourse.syntax.lower[above.head] == discourse.syntax.lower[i]:
        return above.actors  # "until they left the towns *they* held"
    if is_one_body(discourse.roster, found):
        found = _many_rather(discourse, anaphor, candidates, found)
    if not in_sentence(discourse, i, found):
        found = _many_around(discourse, anaphor, heads) or found
    if len(found) > 1 and anaphor.role == "subject":
        found = _those_told(discourse, i, heads, found) or found
    if anaphor.role in _SUBJECTS and (is_one_body(discourse.roster, found) or is_told(discourse, i)):
        found = _many_above(discourse, anaphor, heads) or found
    if anaphor.role != "main":
        return found
    if len(found) > 1 and not discourse.syntax.quoted[i]:
        found = _subject_before(discourse, pronoun, i, found) or found
    return those_who_met(discourse, i, found) or found


def all_above(discourse: Discourse, anaphor: Anaphor, heads: Heads, found: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return all who are joined as the subject right above, where one of them was found: "*Chad and Mali* recalled *their* envoys"."""
    if len(found) != 1 or not anaphor.above:
        return found
    joined = discourse.syntax.conjuncts(anaphor.above[0])
    known = [heads[c].actors for c in joined if c in heads and c < anaphor.i and not heads[c].place]
    every = tuple(dict.fromkeys(a for actors in known for a in actors))
    return every if len(known) == len(joined) > 1 and found[0] in every else found


def _many_rather(
    discourse: Discourse, anaphor: Anaphor, candidates: Sequence[Candidate], found: tuple[ActorId, ...]
) -> tuple[ActorId, ...]:
    """Return the many named after a state or body that was found, close before the pronoun: "*Chad* gave the *rebels* arms so that they …".

    Many who act in its sentence are meant before a state that does not: "the *Houthis* seized *Sanaa*. Riyadh bombed *them*".
    Not where the body is the one that tells what they do: "the *army* said the rebels fled and that they …".
    """
    syntax, here = discourse.syntax, discourse.syntax.sentence[anaphor.i]
    clause = syntax.heads[syntax.first_conjunct(anaphor.i)]
    if any(c.actors == found and _is_many(discourse, c) for c in candidates):
        return found
    tellers = {a for c in candidates if c.head in anaphor.above and syntax.base(clause) in _TELLING for a in c.actors}
    if anaphor.role in _SUBJECTS and not tellers.isdisjoint(found):
        return found
    latest = max((c for c in candidates if c.actors == found), key=lambda c: c.at, default=None)
    last = latest.at if latest else -1
    minor = latest is not None and latest.marks[0] not in _LEADING and not syntax.kids(latest.head, "det")  # "the Japanese" are many
    near = [c for c in candidates if here - syntax.sentence[c.head] <= 1 and _is_many(discourse, c)]
    later = [c for c in near if c.at > last or (minor and c.marks[0] in _LEADING and syntax.sentence[c.head] == syntax.sentence[last])]
    says = discourse.roster.directory.vocabulary.has
    later = [c for c in later if c.head not in anaphor.above or not says("said", syntax.lemmas[syntax.heads[c.head]])]
    return max(later, key=lambda c: (c.at, len(c.actors))).actors if later else found


def _is_many(discourse: Discourse, candidate: Candidate) -> bool:
    """Tell whether a mention is of several: those named together, or a plural noun's, "the *rebels*", "the *Armenians*"."""
    syntax, head = discourse.syntax, candidate.head
    if not candidate.actors or "place" in candidate.marks:
        return False
    named = syntax.pos[head] == "PROPN" and candidate.marks[1] == "form:name" and candidate.marks[2] not in _MANY
    many = syntax.plural(head) or discourse.roster.directory.vocabulary.has("many", syntax.lemmas[head])
    return len(candidate.actors) > 1 or (many and not named)


def in_sentence(discourse: Discourse, i: int, actors: Collection[ActorId]) -> bool:
    """Tell whether the sentence has named any of these before token i."""
    return any(not set(c.named).isdisjoint(actors) for c in discourse.within(i, 0))


def _many_around(discourse: Discourse, anaphor: Anaphor, heads: Heads) -> tuple[ActorId, ...]:
    """Return the many who are subject of the clause that one without them explains: "*the refugees* left when soldiers beat *them*"."""
    syntax = discourse.syntax
    clause = syntax.heads[syntax.first_conjunct(anaphor.i)]
    if anaphor.role not in ("object", "oblique") or syntax.base(clause) != "advcl" or not syntax.kids(clause, "nsubj"):
        return ()
    around = [heads[c] for c in syntax.kids(syntax.heads[clause], "nsubj", "nsubj:pass") if c in heads and c < anaphor.i]
    one = around[0] if len(around) == 1 and not around[0].place else None
    acting = actors_at(heads, syntax.kids(clause, "nsubj"))
    many = one is not None and (len(one.actors) > 1 or (syntax.plural(one.head) and syntax.pos[one.head] == "NOUN"))
    return one.actors if one and many and acting.isdisjoint(one.actors) else ()


def _those_told(discourse: Discourse, i: int, heads: Heads, found: Collection[ActorId]) -> tuple[ActorId, ...]:
    """Return to whom somebody says what "they" do, of him and them who were found: "told *his soldiers* that *they* would go home"."""
    syntax = discourse.syntax
    clause = syntax.heads[syntax.first_conjunct(i)]
    if syntax.base(clause) != "ccomp":
        return ()
    told = [heads[c] for c in syntax.kids(syntax.heads[clause], "obj", "iobj") if c in heads and c < i]
    many = len(told) == 1 and syntax.plural(told[0].head)
    return told[0].actors if many and set(told[0].actors) < set(found) else ()


def _many_above(discourse: Discourse, anaphor: Anaphor, heads: Heads) -> tuple[ActorId, ...]:
    """Return the people who are subject right above, or anywhere above "they say": "*crowds* want Chad to end what they call war"."""
    clause = discourse.syntax.heads[discourse.syntax.first_conjunct(anaphor.i)]
    aside = anaphor.said and discourse.syntax.deps[clause] in _ASIDES
    told = told_to(discourse.syntax, clause) if not anaphor.said else []
    for c in (*told, *(anaphor.above if aside else anaphor.above[:1])):
        known = [heads[m].actors for m in discourse.syntax.conjuncts(c) if m in heads and heads[m].actors]
        every = tuple(dict.fromkeys(a for actors in known for a in actors)) if len(known) == len(discourse.syntax.conjuncts(c)) else ()
        many = discourse.syntax.pos[c] == "NOUN" and discourse.syntax.plural(c)
        if every and (many or len(every) > 1 or _are_many(discourse.roster, every[0])):
            return every
    return ()


def _are_many(roster: Roster, actor: ActorId) -> bool:
    """Tell people in the plural, and those who fight under one name: "the *Rapid Support Forces* said *they* would leave"."""
    kind = roster.actors[actor].kind
    return kind == _FIGHTERS or (actor in roster.plural and kind in _PEOPLE)


def _subject_before(discourse: Discourse, pronoun: Pronoun, i: int, found: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return the subject of the sentence before where those found were named only before it: "The *union* denied it. *They* asked …"."""
    syntax = discourse.syntax
    if any(not set(c.actors).isdisjoint(found) for c in discourse.within(i, 1)):
        return ()
    subjects = [c for c in discourse.just_before(i) if role_of(syntax, c.head) == "main" and not c.place]
    fitting = [c for c in subjects if c.actors and agrees(discourse.roster, pronoun, c.actors)]
    return fitting[-1].actors if len(fitting) == 1 else ()


def told_news(discourse: Discourse, actors: Iterable[ActorId]) -> bool:
    """Tell whether some of those named together are outlets, which only report what the others do: "*X* told *Reuters*"."""
    outlets = [discourse.roster.actors[a].kind == _OUTLET for a in actors]
    return any(outlets) and not all(outlets)


def is_told_news(discourse: Discourse, casting: Casting) -> bool:
    """Tell whether somebody is only told what the others do, to whom no pronoun goes back: "told *reporters* that they had fled"."""
    syntax, roster = discourse.syntax, discourse.roster
    if casting.form != "generic" or len(casting.actors) != 1 or roster.actors[casting.actors[0]].sector != _REPORTING:
        return False
    told = syntax.base(casting.head) in ("obj", "iobj", "obl")
    return told and roster.directory.vocabulary.has("said", syntax.lemmas[syntax.heads[casting.head]])


def others_by_deed(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> set[ActorId]:
    """Return the actors that a pronoun cannot mean by what is said of it.

    Who attacks or takes what is somebody's does so to somebody else ("gunmen stormed *their* base"), and those of whom somebody says
    "they" are not the side for which he speaks.
    """
    syntax, roster, found = discourse.syntax, discourse.roster, set[ActorId]()
    owned = syntax.heads[i]
    hostile = roster.directory.vocabulary.has("done_to_others", syntax.lemmas[syntax.heads[owned]])
    attacked = syntax.heads[owned] if hostile and syntax.deps[owned] in ("obj", "obl") else None
    verb = attacked if attacked is not None else taken_by(discourse, owned)
    if pronoun.use == "possessive" and verb is not None:
        doing = [m for c in syntax.kids(verb, "nsubj") for m in syntax.conjuncts(c)]
        found |= actors_at(heads, doing)
        found |= actors_at(heads, (c for m in doing for c in syntax.kids(m, "compound", "nmod:poss")))  # "*Chad's* police arrested …"
    found |= actors_at(heads, (m for c in _credited(discourse, i) | _asking(discourse, i) for m in syntax.conjuncts(c)))
    if syntax.quoted[i] and pronoun.number == "plur":
        speaking = actors_at(heads, speakers_on(syntax, i))
        found |= states_of(roster, filter(is_official, (roster.actors[a] for a in speaking)))
        found |= {roster.bodies[a] for a in speaking if a in roster.bodies}
    return found


def _credited(discourse: Discourse, i: int) -> set[int]:
    """Return who thanks or blames somebody else for what the pronoun at token i owns: "*X* voiced gratitude to Y for *his* mediation"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    owned = syntax.first_conjunct(syntax.heads[i])
    if syntax.deps[i] != "nmod:poss" or syntax.marker(owned) != "for":
        return set()
    verb = next((t for t in syntax.above(owned) if syntax.pos[t] == "VERB"), owned)
    whom = has("credits", syntax.lemmas[verb]) and syntax.kids(verb, "obj", "iobj")
    thanks = any(has("credit", syntax.lemmas[c]) for c in syntax.kids(verb, "obj"))
    return set(syntax.kids(verb, "nsubj")) if whom or thanks else set()


def _asking(discourse: Discourse, i: int) -> set[int]:
    """Return who asks that another go free or laments his lot: "*X* demanded that *he* be freed", "*X* protested at *his* arrest".

    So is he who asks that another do something: "*X* demands that *it* suspend the talks".
    """
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    above = syntax.heads[i]
    lot = syntax.deps[i] == "nmod:poss" and has("lots", syntax.lemmas[above]) and syntax.base(above) in ("obj", "obl", "nmod", "xcomp")
    done = syntax.deps[i] in ("nsubj:pass", "obj") and syntax.base(above) in ("ccomp", "xcomp")
    freed = (done and has("frees", syntax.lemmas[above])) or _is_bidden(discourse, i)
    verb = next((t for t in syntax.above(above) if syntax.pos[t] == "VERB"), above) if lot or freed else above
    if not has("asks_for" if freed else "laments", syntax.lemmas[verb]):
        return set()
    while not syntax.kids(verb, "nsubj") and syntax.base(verb) in ("advcl", "conj", "xcomp", "acl"):
        verb = syntax.heads[verb]
    return set(syntax.kids(verb, "nsubj")) or ({verb} if syntax.pos[verb] in ("NOUN", "PROPN") else set())


def _is_bidden(discourse: Discourse, i: int) -> bool:
    """Tell who is to do something, and not just to have or be it, in a clause with a bare verb: "that *it suspend* the talks"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    verb = syntax.heads[i]
    bare = syntax.deps[i] == "nsubj" and syntax.base(verb) == "ccomp" and syntax.lower[verb] == syntax.lemmas[verb]
    return bare and not syntax.kids(verb, "aux", "aux:pass", "cop") and not has("kept_to_oneself", syntax.lemmas[verb])
