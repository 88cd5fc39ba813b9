"""Definite nouns for people who have been named: "*the rebels*" are the Houthis, "*the commissioner*" is Commissioner X."""

from __future__ import annotations

from collections import Counter

from dragoman.actors.directory.index import pieces_of
from dragoman.actors.lookup import is_definite, noun, says_what
from dragoman.actors.named.titles import is_styled, title_of
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.roster import Casting, Roster
from dragoman.claims import ActorId

_NEAR = 3
_JUST = 2
_LAST = 1
_CRIME = "CRM"
_LATELY = 5
_PUBLIC = ("government_body", "igo", "court", "group", "ngo")
_BUSINESS = ("BUS", "SOC")
_NO_INSTITUTIONS = ("person", "people", "state", "government_body", "court", "igo", "armed_group", "party", "media")


def the_band(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the one band of the report so far that a definite noun for armed people means: "*the rebels*" are the Houthis."""
    syntax, roster = discourse.syntax, discourse.roster
    has, agent = roster.directory.vocabulary.has, noun(roster.directory.vocabulary.agents, syntax, i)
    definite = is_definite(syntax, roster.directory.vocabulary, i)
    if agent is None or not agent.person or not has("of_no_country", agent.sector or "") or not definite or not syntax.plural(i):
        return ()
    if not syntax.only(i, "det", "case", "punct", "cc", "conj"):
        return ()
    before = discourse.within(i, len(syntax))
    bands = [(a, c.head) for c in before if c.form == "name" for a in c.actors if _is_band(roster, a)]
    if agent.sector == _CRIME:
        bands = [(a, head) for a, head in bands if roster.actors[a].sector == _CRIME]
    if len({a for a, _ in bands}) > 1:  # the one just named
        bands = [(a, head) for a, head in bands if syntax.sentence[i] - syntax.sentence[head] <= _LAST]
    groups = {a for a, _ in bands}
    others = [c for c in before if c.form == "generic" and c.actors and _is_band(roster, c.actors[0])]
    later = [c.head for c in others if not any(roster.bodies.get(a) in groups for a in c.actors)]
    return tuple(groups) if len(groups) == 1 and max(later, default=-1) < bands[0][1] else ()


def _is_band(roster: Roster, actor: ActorId) -> bool:
    """Tell whether an actor is a band under arms or of criminals, such as belong to no country."""
    who = roster.actors[actor]
    return who.kind != "person" and roster.directory.vocabulary.has("of_no_country", who.sector or "")


def the_styled(discourse: Discourse, i: int, known: Casting) -> tuple[ActorId, ...]:
    """Return the one person of the report so far whom it styles as a definite noun does: "*the commissioner*" after "Commissioner X"."""
    syntax, roster = discourse.syntax, discourse.roster
    named_so = syntax.articled(i)
    more = syntax.plural(i) or syntax.kids(i, "nmod:poss", "nmod", "acl", "acl:relcl")
    who = roster.actors[known.actors[0]]
    if len(known.actors) != 1 or who.kind != "person" or who.sector in (None, "CVL") or not named_so or more:
        return ()
    before = discourse.within(i, len(syntax))
    if any(c.form == "generic" and syntax.lemmas[c.head] == syntax.lemmas[i] and not syntax.plural(c.head) for c in before):
        return ()
    title = frozenset(title_of(syntax, roster, i).lower().split())
    people = dict.fromkeys(a for c in before if c.form == "name" for a in c.actors if roster.actors[a].kind == "person")
    known_of = [a for a in people if roster.actors[a].country in (None, who.country or roster.actors[a].country)]
    styled = [a for a in known_of if is_styled(roster, a, title)]
    if not styled and len(title) == 1 and not any(c.form == "generic" and syntax.lemmas[c.head] == syntax.lemmas[i] for c in before):
        just = {a for c in discourse.within(i, _JUST) for a in c.actors}
        styled = [a for a in known_of if a in just and _is_one(roster, a, syntax.lemmas[i])]
    return tuple(styled) if len(styled) == 1 else ()


def _is_one(roster: Roster, actor: ActorId, lemma: str) -> bool:
    """Tell whether a noun is another word for one of a person's titles: "the *monarch*" is King X, "the *officer*" Colonel X."""
    has = roster.directory.vocabulary.has
    return any(has("called_after", f"{lemma} {word}") for own in roster.titles.get(actor, ()) for word in pieces_of(own))


def the_described(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the one named person of whom the report has said what a definite noun says: "*the boy*" after "X, a Cuban *boy*"."""
    syntax, roster = discourse.syntax, discourse.roster
    if syntax.plural(i) or not syntax.only(i, "det", "case", "punct", "cc", "conj", "appos"):
        return ()
    vague = not is_definite(syntax, roster.directory.vocabulary, i) or not all(says_what(syntax, c) for c in syntax.kids(i, "appos"))
    if vague or roster.directory.vocabulary.has("counterparts", syntax.lemmas[i]):
        return ()
    alike = [c for c in discourse.within(i, len(syntax)) if _same_noun(discourse, c.head, i) and c.form in ("generic", "description")]
    people = dict.fromkeys(a for c in alike for a in c.actors)
    one = len(people) == 1 and all(len(c.actors) == 1 and not syntax.plural(c.head) for c in alike)
    named = one and roster.actors[next(iter(people))].kind == "person" and any(c.form == "description" for c in alike)
    return tuple(people) if named else ()


def _same_noun(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether two nouns can be said of one: the same one, or "boy" and "child"."""
    broader, one, two = discourse.roster.directory.vocabulary.pairs["broader"], discourse.syntax.lemmas[i], discourse.syntax.lemmas[j]
    return one == two or broader.get(one, one) == two or broader.get(two, two) == one


def the_source(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return whom "the source" means: the last person spoken of without a name, "a Kremlin *official*"."""
    syntax, roster = discourse.syntax, discourse.roster
    named_so = syntax.articled(i) and not syntax.plural(i)
    if not named_so or not roster.directory.vocabulary.has("unnamed", syntax.lemmas[i]) or syntax.base(i) != "nsubj":
        return ()
    for casting in discourse.within(i, _NEAR):
        one = len(casting.actors) == 1 and roster.actors[casting.actors[0]].kind == "person"
        if casting.form == "generic" and one and not syntax.plural(casting.head):
            return casting.actors
    return ()


def the_captors(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the last band of many before a noun for those who hold or attack somebody: pirates, after "*their captors*"."""
    syntax, roster = discourse.syntax, discourse.roster
    has = roster.directory.vocabulary.has
    definite = is_definite(syntax, roster.directory.vocabulary, i) or bool(syntax.kids(i, "nmod:poss"))
    if not has("captors", syntax.lemmas[i]) or not syntax.plural(i) or not definite:
        return ()
    for casting in discourse.within(i, _NEAR):
        one = len(casting.actors) == 1 and casting.form in ("generic", "name") and not casting.place
        band = one and has("of_no_country", roster.actors[casting.actors[0]].sector or "")
        if band and roster.actors[casting.actors[0]].kind != "person":
            return casting.actors
    return ()


def the_short(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the body of the report for which news has one word with a capital: "the *Alliance*", "our *Alliance*" is NATO."""
    syntax, roster = discourse.syntax, discourse.roster
    meant = roster.directory.vocabulary.pairs["known_as"].get(syntax.lower[i])
    bare = syntax.only(i, "det", "case", "punct", "nmod:poss", "conj")
    ours = any(syntax.lower[c] in ("our", "its", "their") for c in syntax.kids(i, "nmod:poss"))
    if meant is None or not syntax.words[i][0].isupper() or not bare or not (ours or syntax.articled(i)):
        return ()
    return (ActorId(meant),) if meant in roster.actors else ()


def the_institution(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the one organisation that a definite noun for one means: "*the hospital*" of that name, "*the club*" just named."""
    syntax, roster = discourse.syntax, discourse.roster
    vocabulary, lemma = roster.directory.vocabulary, syntax.lemmas[i]
    agent = noun(vocabulary.agents, syntax, i)
    alone = syntax.only(i, "det", "case", "punct", "conj")
    if agent is None or not vocabulary.has("institutions", lemma) or not syntax.articled(i) or syntax.plural(i) or not alone:
        return ()
    named = [c for c in discourse.within(i, len(syntax)) if c.form == "name" and len(c.actors) == 1 and not c.place]
    bodies = [(c, roster.actors[c.actors[0]]) for c in named if roster.actors[c.actors[0]].kind not in _NO_INSTITUTIONS]
    worded = dict.fromkeys(who.id for _, who in bodies if lemma in pieces_of(who.name))
    if worded:
        return tuple(worded) if len(worded) == 1 else ()
    just = dict.fromkeys(
        who.id
        for c, who in bodies
        if syntax.sentence[i] - syntax.sentence[c.head] <= _JUST
        and (who.sector == agent.sector or (who.sector is None and agent.sector in _BUSINESS))
    )
    often = Counter(who.id for _, who in bodies if who.sector == agent.sector)
    # a school is not the institute just named if another is told of more
    rival = any(n > often[next(iter(just))] for n in often.values()) if just else False
    return tuple(just) if len(just) == 1 and not rival else ()


def the_worded(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the one body of the report so far whose name has all words of a definite noun: "*the contact group*" of that name."""
    syntax, roster = discourse.syntax, discourse.roster
    words = {syntax.lower[c] for c in syntax.kids(i, "compound") if c < i}
    if not words or syntax.plural(i) or not syntax.only(i, "det", "case", "punct", "conj", "cc", "compound"):
        return ()
    named = {a for c in discourse.within(i, len(syntax)) if c.form == "name" and not c.place for a in c.actors}
    found = [a for a in named if {*words, syntax.lemmas[i]} <= set(pieces_of(roster.actors[a].name))]
    return (found[0],) if len(found) == 1 else ()


def the_also_called(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the one body just named that news has another noun for: "*the panel*" is a committee, "*the bureau*" the FBI."""
    syntax, roster = discourse.syntax, discourse.roster
    has, lemma = roster.directory.vocabulary.has, syntax.lemmas[i]
    if not syntax.articled(i) or syntax.plural(i) or not syntax.only(i, "det", "case", "punct", "conj", "cc", "compound"):
        return ()
    which = {syntax.lower[c] for c in syntax.kids(i, "compound")}  # "the *oversight* panel"
    reach = len(syntax) if which else _LATELY
    named = [c for c in discourse.within(i, reach) if c.form == "name" and len(c.actors) == 1 and not c.place]
    public = [a for c in named for a in c.actors if roster.actors[a].kind in _PUBLIC]
    bodies = [a for a in public if any(has("also_called", f"{lemma} {word}") for word in _called(roster, a))]
    just = dict.fromkeys(a for a in bodies if which <= _called(roster, a))
    return tuple(just) if len(just) == 1 else ()


def _called(roster: Roster, actor: ActorId) -> set[str]:
    return {*pieces_of(roster.actors[actor].name), *actor.split("-")}
