"""Whom a pronoun means by where it stands: in a coordination, ahead of its subject, or as object of the next verb."""

from __future__ import annotations

from dragoman.actors.directory.entries import Pronoun
from dragoman.actors.lookup import noun
from dragoman.actors.owners import Heads
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.roster import Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_PEOPLE = ("person", "people")
_OUTLET = "media"


def agrees(roster: Roster, pronoun: Pronoun, actors: tuple[ActorId, ...]) -> bool:
    """Tell whether a pronoun fits actors in number and gender; any but a single person or an outlet can be "they"."""
    if len(actors) > 1:
        return pronoun.number == "plur"
    actor = roster.actors[actors[0]]
    plural = actor.id in roster.plural
    single = actor.kind == "person" and not plural
    if pronoun.gender in ("m", "f"):
        return single and roster.genders.get(actor.id, pronoun.gender) == pronoun.gender
    if pronoun.gender == "n":
        return actor.kind not in _PEOPLE and not plural
    return not single and actor.kind != _OUTLET  # outlets report what others do


def is_one_body(roster: Roster, actors: tuple[ActorId, ...]) -> bool:
    """Tell whether actors are one state or body, which "they" means more seldom than people."""
    return len(actors) == 1 and actors[0] not in roster.plural and roster.actors[actors[0]].kind not in _PEOPLE


def same_object(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return whom the verb before has as its object where a verb goes on with a pronoun: "to phone *X* and thank him".

    So it is of what is said to him, be it in a paper: "wrote to *X* urging him to go", "sent a letter to *X* asking him".
    """
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    governor = syntax.heads[i]
    if syntax.base(i) not in ("obj", "iobj") or syntax.base(governor) not in ("conj", "advcl", "acl") or syntax.kids(governor, "nsubj"):
        return ()
    before = syntax.heads[governor]
    aim = any(syntax.lower[c] == "to" for c in syntax.kids(governor, "mark"))
    said = has("addressing", syntax.lemmas[governor])
    if not (syntax.base(governor) == "conj" or said or (aim and syntax.base(governor) == "advcl")):
        return ()
    paper = _to_whom(syntax, before, "nmod", governor) if syntax.pos[before] == "NOUN" else []
    if syntax.base(governor) == "acl" and syntax.pos[before] == "NOUN" and not paper:
        before = syntax.heads[before]
    objects = paper or [c for c in syntax.kids(before, "obj", "iobj") if c < governor and (not said or c in heads)]
    if not objects and syntax.base(governor) != "conj":
        sent = syntax.kids(before, "obj") if said else []
        objects = [*_to_whom(syntax, before, "obl", governor), *(c for o in sent for c in _to_whom(syntax, o, "nmod", governor))]
    known = [heads[c] for c in objects if c in heads]
    if len(objects) != 1 or len(known) != 1 or not known[0].actors:
        return ()
    return known[0].actors if agrees(discourse.roster, pronoun, known[0].actors) and not known[0].place else ()


def _to_whom(syntax: Syntax, i: int, dep: str, end: int) -> list[int]:
    """Return those with "to" that hang so on a word, before the end."""
    return [c for c in syntax.kids(i, dep) if c < end and syntax.marker(c) == "to"]


def joined_owner(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return whom "his", "its" or "their" means within a coordination: those named before in it, "*Chad* and its ally"."""
    syntax = discourse.syntax
    owned = syntax.heads[i]
    vocabulary = discourse.roster.directory.vocabulary
    acts = owned in heads or bool(noun(vocabulary.agents, syntax, owned)) or bool(noun(vocabulary.descriptions, syntax, owned))
    if pronoun.use != "possessive" or syntax.base(owned) != "conj" or not acts:
        return ()
    first = syntax.first_conjunct(owned)
    before = [c for c in syntax.conjuncts(first) if c < owned]
    kin = vocabulary.pairs["kin"]
    if syntax.lemmas[first] in kin and syntax.lemmas[owned] in kin:  # "Oleg's brother and *his* son" are Oleg's
        whose = [heads[c].actors for c in syntax.kids(first, "nmod:poss") if c in heads]
        if len(whose) == 1 and len(whose[0]) == 1 and agrees(discourse.roster, pronoun, whose[0]):
            return whose[0]
    known = [heads[c].actors for c in before if c in heads and heads[c].actors]
    if len(known) != len(before):
        return ()
    every = tuple(dict.fromkeys(a for actors in known for a in actors))
    for actors in (every, known[-1]) if pronoun.number == "plur" else (known[-1],):
        if agrees(discourse.roster, pronoun, actors):
            return actors
    return ()


def owner_of_whole(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return whose the whole is of which "its" names a part: "praised *Chad's* conduct, including *its* support for the talks"."""
    syntax, owned = discourse.syntax, discourse.syntax.heads[i]
    led_by = (syntax.marker(owned), *(syntax.lower[c] for c in syntax.kids(owned, "advmod")))
    if pronoun.use != "possessive" or not any(discourse.roster.directory.vocabulary.has("parts_after", word) for word in led_by):
        return ()
    above = syntax.heads[owned]
    wholes = [above] if syntax.pos[above] == "NOUN" else syntax.kids(above, "obj", "obl")
    owners = [c for w in wholes if w < owned for c in syntax.kids(w, "nmod:poss") if c in heads and heads[c].form == "name"]
    actors = heads[owners[0]].actors if len(owners) == 1 else ()
    return actors if actors and agrees(discourse.roster, pronoun, actors) else ()


def ahead(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the subject by name after a phrase that opens its sentence with "his" or "its": "In *his* speech, *X* said"."""
    syntax = discourse.syntax
    owned = syntax.heads[i]
    verb = syntax.heads[owned]
    if syntax.base(owned) == "nmod" and not syntax.kids(verb, "nmod:poss"):  # "As part of *his* plea, *X* said"
        owned, verb = verb, syntax.heads[verb]
    fronted = pronoun.use == "possessive" and syntax.base(owned) in ("obl", "advmod") and owned < verb
    left = discourse.roster.directory.vocabulary.has("is_gone", syntax.lemmas[owned])  # "after his *death*, X took over"
    if not fronted or left or syntax.quoted[i] or syntax.heads[verb] != verb:
        return ()
    subjects = [c for c in syntax.kids(verb, "nsubj") if owned < c < verb and syntax.marker(owned)]
    if len(subjects) != 1 or subjects[0] not in heads or heads[subjects[0]].form != "name" or heads[subjects[0]].place:
        return ()
    actors = heads[subjects[0]].actors
    return actors if actors and agrees(discourse.roster, pronoun, actors) else ()


def owner_above(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return who owns the noun above the one whose clause has a pronoun for its subject: "*Chad's* rejection of calls that *it* stop"."""
    syntax = discourse.syntax
    clause = syntax.heads[i]
    said = syntax.heads[clause]
    nominal = syntax.base(i) == "nsubj" and syntax.base(clause) in ("acl", "ccomp") and syntax.pos[said] == "NOUN" and said < clause
    if not nominal or syntax.deps[clause] == "acl:relcl" or syntax.kids(said, "nmod:poss") or syntax.base(said) != "nmod":
        return ()
    owners = [heads[c] for c in syntax.kids(syntax.heads[said], "nmod:poss") if c in heads]
    if len(owners) != 1 or not owners[0].named:
        return ()
    return owners[0].named if agrees(discourse.roster, pronoun, owners[0].named) else ()


def told_before(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return whom a pronoun means that stands in what was said of him before, in the sentence or in the one before."""
    told = answering(discourse, pronoun, i) or answering_here(discourse, pronoun, i, heads) or its_own(discourse, pronoun, i, heads)
    told = told or joined_subject(discourse, pronoun, i, heads)
    told = told or asked(discourse, pronoun, i, heads) or going_on(discourse, pronoun, i) or for_what_he_did(discourse, pronoun, i, heads)
    return told or owner_above(discourse, pronoun, i, heads)


def asked(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the one person who is asked what he does: "X asked *Y* whether *he* would go"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    clause = syntax.heads[i]
    verb = syntax.heads[clause]
    question = has("asking", syntax.lemmas[verb]) and any(has("asked_marks", syntax.lower[c]) for c in syntax.kids(clause, "mark"))
    if pronoun.gender not in ("m", "f") or syntax.deps[i] != "nsubj" or not question or verb == clause:
        return ()
    people = [heads[c].actors for c in syntax.kids(verb, "obj", "iobj", "nsubj:pass") if c in heads and c < i]
    return people[0] if len(people) == 1 and people[0] and agrees(discourse.roster, pronoun, people[0]) else ()


def going_on(discourse: Discourse, pronoun: Pronoun, i: int) -> tuple[ActorId, ...]:
    """Return the subject of the sentence before, which does one thing more: "*The group* claimed the attack. *They* also threatened …"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    verb = syntax.heads[i]
    more = any(has("one_thing_more", syntax.lower[c]) for c in syntax.kids(verb, "advmod"))
    if syntax.deps[i] != "nsubj" or syntax.heads[verb] != verb or syntax.quoted[i] or not more:
        return ()
    before = [c for c in discourse.just_before(i) if c.head in discourse.leading]
    plain = (c for c in before if c.actors and not c.place and not syntax.quoted[c.head])
    acted = next((c.actors for c in plain if syntax.heads[syntax.heads[c.head]] == syntax.heads[c.head]), ())
    return acted if acted and agrees(discourse.roster, pronoun, acted) else ()


def for_what_he_did(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return who is judged for what is his: "fined *the firms* over *their* refusal", "thanked *Chad* for *its* help"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    owned = syntax.heads[i]
    verb = syntax.heads[owned]
    judged = syntax.base(owned) in ("obl", "advcl") and has("grounds", syntax.marker(owned)) and has("judged_for", syntax.lemmas[verb])
    if pronoun.use != "possessive" or not judged:
        return ()
    passive = syntax.kids(verb, "nsubj:pass")
    return _together(discourse, pronoun, [c for c in passive or syntax.kids(verb, "obj") if c < i], heads)


def answering(discourse: Discourse, pronoun: Pronoun, i: int) -> tuple[ActorId, ...]:
    """Return who was accused in the sentence before by somebody else, where the pronoun denies it: "X accused *Y*. *She* denied it"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    verb = syntax.heads[i]
    if syntax.deps[i] != "nsubj" or syntax.quoted[i] or not has("answering", syntax.lemmas[verb]) or syntax.heads[verb] != verb:
        return ()
    before = [c for c in discourse.just_before(i) if not c.place]
    accused = [c for c in before if _is_accused(discourse, c.head) and c.actors and agrees(discourse.roster, pronoun, c.actors)]
    return accused[0].actors if len({c.actors for c in accused}) == 1 else ()


def answering_here(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return who is accused in the sentence itself of what the pronoun denies: "accused *Y* of a plot, a charge *he* denies"."""
    syntax, has = discourse.syntax, discourse.roster.directory.vocabulary.has
    verb = syntax.heads[i]
    if syntax.deps[i] != "nsubj" or not has("answering", syntax.lemmas[verb]):
        return ()
    for t in syntax.above(verb):
        if has("accusing", syntax.lemmas[t]) and syntax.pos[t] == "VERB":
            accused = [heads[c].actors for c in syntax.kids(t, "obj", "nsubj:pass") if c < i and c in heads]
            fits = len(accused) == 1 and accused[0] and agrees(discourse.roster, pronoun, accused[0])
            return accused[0] if fits else ()
    return ()


def its_own(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the subject around "its own": "the bloc, *which* has sent *its own* mediators"."""
    syntax = discourse.syntax
    owned = syntax.heads[i]
    if pronoun.use != "possessive" or syntax.lower[i + 1 : i + 2] != ("own",) or syntax.heads[i + 1] != owned:
        return ()
    for t in (owned, *syntax.above(owned)):
        subjects = [c for c in syntax.children[t] if syntax.base(c) == "nsubj" and c < i]
        if subjects:
            return _together(discourse, pronoun, subjects[-1:], heads)
    return ()


def joined_subject(discourse: Discourse, pronoun: Pronoun, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the subject whose deed a clause goes on to tell by what its people do: "*Chad* urged calm, and *its* officials said …"."""
    syntax, vocabulary = discourse.syntax, discourse.roster.directory.vocabulary
    owned = syntax.heads[i]
    clause = syntax.heads[owned]
    first = syntax.heads[clause]
    who = noun(vocabulary.agents, syntax, owned)
    if pronoun.use != "possessive" or pronoun.gender in ("m", "f") or who is None or not who.person or syntax.deps[clause] != "conj":
        return ()
    if syntax.base(owned) != "nsubj" or owned > clause or vocabulary.has("done_on_terms", syntax.lemmas[first]):
        return ()
    return _together(discourse, pronoun, syntax.kids(first, "nsubj"), heads)


def _together(discourse: Discourse, pronoun: Pronoun, tokens: list[int], heads: Heads) -> tuple[ActorId, ...]:
    """Return all who are at some tokens or joined to them, places aside, where the pronoun agrees with them."""
    members = [heads[m] for c in tokens for m in discourse.syntax.conjuncts(c) if m in heads and not heads[m].place]
    every = tuple(dict.fromkeys(a for c in members for a in c.actors))
    return every if every and agrees(discourse.roster, pronoun, every) else ()


def _is_accused(discourse: Discourse, i: int) -> bool:
    syntax = discourse.syntax
    verb = syntax.heads[i]
    main = syntax.heads[verb] == verb and discourse.roster.directory.vocabulary.has("accusing", syntax.lemmas[verb])
    return main and syntax.deps[i] in ("obj", "nsubj:pass")


def who_is_told_of(
    discourse: Discourse, pronoun: Pronoun, i: int, above: tuple[int, ...], heads: Heads, found: tuple[ActorId, ...]
) -> tuple[ActorId, ...]:
    """Return the subject right above a pronoun, where he who was found only owns it, or is not of its sentence.

    "*Oleg's father* said he" means no Oleg, and "*Oleg* fell as he ran" nobody of whom the sentences before it told. Nor does "his" after
    a "he" of its sentence.
    """
    syntax, subject = discourse.syntax, heads.get(above[0]) if above else None
    if subject is None or not found or pronoun.gender not in ("m", "f"):
        return ()
    owners = [heads[c].actors for c in syntax.kids(subject.head, "nmod:poss") if c in heads]
    one = len(subject.actors) == 1 and agrees(discourse.roster, pronoun, subject.actors)
    before = discourse.within(i, 0)
    elsewhere = {a for c in before for a in c.actors}.isdisjoint(found)
    clause = syntax.heads[syntax.first_conjunct(i)]
    aside = syntax.base(clause) == "advcl" and syntax.heads[clause] == syntax.heads[subject.head] and elsewhere
    aside = aside and syntax.deps[i] == "nsubj" and discourse.roster.has_name(subject.actors[0])
    if one and (aside or found in owners):
        return subject.actors
    same = [c for c in before if c.form == "pronoun" and _of_one_gender(discourse, c.head, pronoun)] if elsewhere else []
    return same[0].actors if same and len(same[0].actors) == 1 else ()


def _of_one_gender(discourse: Discourse, i: int, pronoun: Pronoun) -> bool:
    """Tell whether a token is a pronoun of the same gender: "*he* spoke with *his* wife"."""
    other = discourse.roster.directory.vocabulary.pronouns.get(discourse.syntax.lower[i])
    return other is not None and other.gender == pronoun.gender and other.person == pronoun.person
