"""Pronouns, by a sieve: relative, reflexive, then the readiest mention that agrees and is not barred by syntax."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from dragoman.actors.directory.entries import Pronoun
from dragoman.actors.owners import Heads, is_seat
from dragoman.actors.reference.answers import is_answered
from dragoman.actors.reference.antecedents import anaphor_at, marks_of, pair_marks, party_marks, thing_at
from dragoman.actors.reference.binding import barred_from, others_than
from dragoman.actors.reference.captives import the_held
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.reference.following import following
from dragoman.actors.reference.many import all_above, in_sentence, is_told_news, others_by_deed, they_rather, told_news
from dragoman.actors.reference.own_bodies import dispatched_by
from dragoman.actors.reference.parallels import (
    agrees,
    ahead,
    joined_owner,
    owner_of_whole,
    same_object,
    told_before,
    who_is_told_of,
)
from dragoman.actors.reference.ranker import Anaphor, Candidate
from dragoman.actors.reference.speaking import side_of
from dragoman.actors.reference.tellers import it_of_teller
from dragoman.actors.reference.terms import bound_by_terms
from dragoman.actors.roster import STATES, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_OF_PERSONS = ("he", "his")
_OFTEN = 3
_MAIN = "role:main"
_MODIFIERS = ("amod", "compound")
_WINDOW = 3
_FAR_WINDOW = 10
_MOST = 25
_SUBJECTS = ("main", "subject")
_PARTS = ("compound", "flat", "amod", "det", "nummod")
_CLAUSES = ("csubj", "ccomp", "xcomp", "advcl", "acl")
_OBJECTS = ("obj", "iobj", "obl")
_CLAUSAL = ("acl", "advcl", "ccomp", "xcomp", "nsubj", "obj", "obl", "parataxis", "conj")
_VERBAL = ("VERB", "AUX", "PRON")
_COUNTING = ("NUM", "DET", "PRON")


def pronoun_of(syntax: Syntax, roster: Roster, i: int) -> Pronoun | None:
    """Return what the directory says of a pronoun at token i; None for other words."""
    if syntax.pos[i] not in ("PRON", "DET") or syntax.base(i) in ("expl", "det", "mark") or syntax.is_letters(i):
        return None
    pronoun = roster.directory.vocabulary.pronouns.get(syntax.lower[i])
    object_ = pronoun is not None and pronoun.use == "possessive" and syntax.base(i) in _OBJECTS  # "accused *her*"
    return replace(pronoun, use="personal") if pronoun is not None and object_ else pronoun


def resolve_pronoun(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return whom a third-person pronoun refers to; none where it cannot be told."""
    if pronoun.use == "relative":
        return _relative(discourse.syntax, i, heads)
    if pronoun.use == "reflexive":
        return _subject(discourse.syntax, i, heads)
    if (pronoun.gender == "n" and _pleonastic(discourse, i)) or is_answered(discourse, pronoun, i):
        return ()
    told = bound_by_terms(discourse, pronoun, i, heads) or told_before(discourse, pronoun, i, heads)
    told = told or the_held(discourse, pronoun, i, heads)
    if told:
        return told
    if pronoun.use == "personal":
        same = same_object(discourse, pronoun, i, heads)
    else:
        same = joined_owner(discourse, pronoun, i, heads) or owner_of_whole(discourse, pronoun, i, heads)
        same = same or dispatched_by(discourse, pronoun, i, heads)
    same = same or ahead(discourse, pronoun, i, heads)
    if same:
        return same
    found = _ranked(discourse, pronoun, i, heads)
    return following(discourse, pronoun, i, heads, found) or found


def _pleonastic(discourse: Discourse, i: int) -> bool:
    """Tell whether "it" stands for a clause that follows: "it is clear *that* …", "it is the army *that* …"; not "it is ready *to* …"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    predicate = syntax.heads[i]
    if syntax.base(i) != "nsubj" or not syntax.kids(predicate, "cop") or has("moods", syntax.lemmas[predicate]):
        return False
    clauses = [c for c in syntax.children[predicate] if c > predicate and syntax.base(c) in _CLAUSES]
    return bool(clauses) and not (has("chances", syntax.lemmas[predicate]) and all(syntax.marker(c) == "to" for c in clauses))


def _relative(syntax: Syntax, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the actors of the noun that the relative clause around token i modifies."""
    for t in (i, *syntax.above(i)):
        if syntax.deps[t] == "acl:relcl" and syntax.deps[syntax.heads[t]] != "acl:relcl":  # "Mali, *which* he said had refused"
            modified = heads.get(syntax.heads[t])
            return modified.actors if modified and not modified.place else ()
    return ()


def _subject(syntax: Syntax, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the actors of the subject of the clause around token i."""
    for t in syntax.above(i):
        for subject in (c for c in syntax.children[t] if syntax.base(c) == "nsubj"):
            owners = (c for c in syntax.kids(subject, "nmod:poss") if c in heads)  # "*Chad's* aim is to arm itself"
            found = heads.get(subject if subject in heads else next(owners, subject))
            return found.actors if found else ()
    return ()


def _ranked(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the likeliest of those that agree, unless it is likelier that nobody of them is meant."""
    style = _style(discourse.syntax, pronoun, i)
    discourse.styles[i] = style[:2]
    anaphor = anaphor_at(discourse, i, style)
    others = others_than(discourse.syntax, pronoun, i, heads) | others_by_deed(discourse, pronoun, i, heads)
    near = sorted(_candidates(discourse, pronoun, i, heads, others), key=lambda c: -c.at)
    candidates = _single(discourse.syntax, anaphor, _outside(discourse.syntax, anaphor, near))[:_MOST]
    marked = [(c, (*c.marks, *pair_marks(discourse, anaphor, c, rank))) for rank, c in enumerate(candidates)]
    found = discourse.ranker.choose(anaphor, marked)
    if style == "their":
        found = all_above(discourse, anaphor, heads, found)
    elif style == "they":
        found = they_rather(discourse, pronoun, anaphor, candidates, found, heads)
    elif style == "it" and anaphor.role == "subject" and not in_sentence(discourse, i, found):
        found = it_of_teller(discourse, i, heads) or found
    elif style in _OF_PERSONS:
        told = who_is_told_of(discourse, pronoun, i, anaphor.above, heads, found)
        found = told if told and others.isdisjoint(told) else found
    found = found or _side_of_teller(discourse, anaphor, heads) or (_the_only(discourse, candidates) if style in _OF_PERSONS else ())
    return found or (_together(candidates) if style == "they" and anaphor.role in _SUBJECTS and not discourse.talk else ())


def _outside(syntax: Syntax, anaphor: Anaphor, candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates outside of quotations for one who acts outside of them, where any of them acts himself."""
    if syntax.quoted[anaphor.i] or anaphor.role != "main":
        return candidates
    outside = [c for c in candidates if not syntax.quoted[c.head]]
    return outside if any(c.actors and c.marks[0] == _MAIN for c in outside) else candidates


def _single(syntax: Syntax, anaphor: Anaphor, candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates other than those who acted together in a sentence before: in "*Mali and Chad* list it" neither is "it"."""
    if anaphor.style not in ("it", "its") or anaphor.role != "main":
        return candidates
    here = syntax.sentence[anaphor.i]
    acted = (c for c in candidates if c.marks[0] == _MAIN and syntax.sentence[c.head] < here)
    joint = {c.head for c in acted if len(syntax.conjuncts(syntax.first_conjunct(c.head))) > 1}
    single = [c for c in candidates if c.head not in joint]
    return single if any(c.actors for c in single) else candidates


def _side_of_teller(discourse: Discourse, anaphor: Anaphor, heads: Heads) -> tuple[ActorId, ...]:
    """Return the side for which he speaks who tells what "they" do, where nobody else is meant: "its *spokesman* said *they* would"."""
    syntax, roster = discourse.syntax, discourse.roster
    teller = anaphor.above[0] if anaphor.above else -1
    clause = syntax.heads[syntax.first_conjunct(anaphor.i)]
    says = roster.directory.vocabulary.has("said", syntax.lemmas[syntax.heads[clause]])
    told = says and teller in heads and heads[teller].form == "name" and not syntax.quoted[anaphor.i]
    if not told or anaphor.style not in ("they", "it") or anaphor.role != "subject" or syntax.base(clause) != "ccomp":
        return ()
    sides = {side_of(roster, actor) for actor in heads[teller].actors}
    side = sides.pop() if len(sides) == 1 else None
    if side is None or side in heads[teller].actors:
        return ()
    side = roster.enter(side) if side in roster.directory.entries else side
    # "it" after a minister's "said" is seldom his state, and may be nothing: "said it rained"
    return () if anaphor.style == "it" and (roster.actors[side].kind == "state" or syntax.kids(clause, "cop")) else (side,)


def _the_only(discourse: Discourse, candidates: list[Candidate]) -> tuple[ActorId, ...]:
    """Return the one person of those who agree whose gender is known, where the report often speaks of him: "he" is seldom nobody."""
    roster = discourse.roster
    known = {c.actors for c in candidates if c.actors and c.actors[0] in roster.genders and roster.has_name(c.actors[0])}
    found = known.pop() if len(known) == 1 else ()
    return found if found and discourse.counts[found[0]] >= _OFTEN else ()


def _together(candidates: list[Candidate]) -> tuple[ActorId, ...]:
    """Return those who were last named together as a subject; in a report "they" that act are seldom nobody."""
    roles = [f"role:{role}" for role in _SUBJECTS]
    return next((c.actors for c in candidates if len(c.actors) > 1 and c.marks[0] in roles), ())


def _style(syntax: Syntax, pronoun: Pronoun, i: int) -> str:
    """Return which weights a pronoun is judged by."""
    owner = syntax.deps[i] == "nmod:poss"
    if pronoun.gender in ("m", "f"):
        return "his" if owner else "he"
    if pronoun.gender == "n":
        return "its" if owner else "it"
    return "their" if owner else "they"


def _candidates(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads, others: Set[ActorId]) -> Iterator[Candidate]:
    """Yield the mentions that agree and that neither syntax nor what is said bars, those named together, and the things that agree."""
    roster, syntax = discourse.roster, discourse.syntax
    barred = barred_from(syntax, pronoun, i) | _phrases_around(syntax, i)
    personal, near, several = pronoun.gender in ("m", "f"), False, _is_of_several(discourse, i)
    for casting in discourse.within(i, _FAR_WINDOW if personal else _WINDOW):
        if near and syntax.sentence[i] - syntax.sentence[casting.head] > _WINDOW:
            break
        actors = casting.actors or ((casting.stands_for,) if casting.stands_for and pronoun.gender == "n" else ())
        if not actors or casting.head in barred or not others.isdisjoint(actors) or not agrees(roster, pronoun, actors):
            continue
        if is_seat(syntax, roster, casting) or is_told_news(discourse, casting):
            continue
        if several and len(actors) == 1 and roster.actors[actors[0]].kind in STATES:
            continue
        if pronoun.gender == "n" and casting.form != "pronoun" and syntax.pos[casting.head] == "NOUN" and syntax.plural(casting.head):
            continue  # "troops" are they
        if pronoun.number == "plur" and syntax.base(casting.head) in _MODIFIERS and syntax.heads[casting.head] in heads:
            continue  # "*US* band": they are the band
        near = True
        yield Candidate(casting.head, casting.head, actors, marks_of(discourse, casting))
    if pronoun.number == "plur":
        for party in reversed(discourse.parties):
            close = party.at < i and syntax.sentence[i] - syntax.sentence[party.at] <= _WINDOW
            rest = tuple(a for a in party.actors if a not in others) if close else ()  # "X met Y and Z and invited *them*"
            if len(rest) > 1 and not told_news(discourse, party.actors):
                yield Candidate(party.lead, party.at, rest, party_marks(discourse, party.lead, rest))
    if not personal:
        yield from _things(discourse, pronoun, i)


def _is_of_several(discourse: Discourse, i: int) -> bool:
    """Tell a pronoun of which some are counted, who are no one land: "fired missiles at Chad; most *of them* were intercepted"."""
    syntax, counted = discourse.syntax, discourse.syntax.heads[i]
    if syntax.deps[i] != "nmod" or syntax.marker(i) != "of":
        return False
    return syntax.pos[counted] in _COUNTING or discourse.roster.directory.vocabulary.has("amounts", syntax.lower[counted])


def _things(discourse: Discourse, pronoun: Pronoun, i: int) -> Iterator[Candidate]:
    """Yield the nouns close before a pronoun that name no actor and agree in number."""
    syntax = discourse.syntax
    acting = {c.head for c in discourse.within(i, 1) if c.actors}
    plural, here = pronoun.number == "plur", syntax.sentence[i]
    for t in range(i - 1, -1, -1):
        if here - syntax.sentence[t] > 1:
            break
        if syntax.pos[t] not in ("NOUN", "PROPN") or t in acting or syntax.base(t) in _PARTS or syntax.plural(t) != plural:
            continue
        if syntax.heads[i] != t and syntax.heads[t] != syntax.heads[i]:
            yield thing_at(syntax, t)


def _phrases_around(syntax: Syntax, i: int) -> set[int]:
    """Return the heads of the phrases that hold a pronoun as part of them, clauses aside."""
    found = set()
    for t in (i, *syntax.above(i)):
        found.add(t)
        if syntax.deps[t] == "acl:relcl":  # "X, who was on *his* way"
            break
        if syntax.base(t) in _CLAUSAL and syntax.pos[t] in _VERBAL:
            break
    return found
