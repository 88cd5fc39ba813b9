"""Kin by whose they are: "*Oleg's father*" is who was called so, "*his son*" is Oleg, and "*the boy*" the one child of the report."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from dragoman.actors.directory.index import pieces_of
from dragoman.actors.lookup import is_definite, noun
from dragoman.actors.owners import Heads
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_GROWN = 18
_OF_SEVERAL = ("ADJ", "NUM")
_YEAR = "year"
_PARENT = "parent"
_SPOUSE = "spouse"


def note_kin(discourse: Discourse, i: int, heads: Heads) -> None:
    """Note who is whose father or wife where a noun for kin at token i means one person and belongs to another."""
    syntax, roster = discourse.syntax, discourse.roster
    casting = heads[i]
    if syntax.lemmas[i] not in roster.directory.vocabulary.pairs["kin"] or len(casting.actors) != 1 or not _only(syntax, roster, i):
        return
    owner = owner_of_kin(syntax, roster, i, heads)
    if owner is not None and casting.actors[0] != owner and roster.actors[casting.actors[0]].kind == "person":
        discourse.kin.setdefault((syntax.lemmas[i], owner), casting.actors[0])


def the_kin(discourse: Discourse, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return who the report has said is somebody's kin: "*Oleg's father*" after "his father, Ivan", "*his son*" of the father is Oleg."""
    syntax, roster = discourse.syntax, discourse.roster
    pairs = roster.directory.vocabulary.pairs
    kin = pairs["kin"].get(syntax.lemmas[i])
    if kin is None or not _only(syntax, roster, i):
        return ()
    owner = owner_of_kin(syntax, roster, i, heads)
    told = [a for (k, whose), a in discourse.kin.items() if k == syntax.lemmas[i] and whose == owner]
    turned = [whose for (k, whose), a in discourse.kin.items() if pairs["kin"][k] == pairs["kin_of"][kin] and a == owner]
    alike = _of_one_name(discourse, owner) if kin == _SPOUSE and owner and not (told or turned) else []
    found = [a for a in dict.fromkeys((*told, *turned, *alike)) if roster.has_name(a) and _of_gender(discourse, i, a)]
    return (found[0],) if len(found) == 1 else ()


def _of_one_name(discourse: Discourse, owner: ActorId) -> list[ActorId]:
    """Return the one whom the report names beside somebody by the same last name: "Ann Lee … *her husband*" of a report of Bob Lee."""
    roster = discourse.roster
    last = pieces_of(roster.actors[owner].name)[-1:]
    people = [a for a in discourse.counts if a != owner and roster.has_name(a) and roster.actors[a].kind == "person"]
    found = [a for a in people if pieces_of(roster.actors[a].name)[-1:] == last and len(pieces_of(roster.actors[a].name)) > 1]
    known = all(a in roster.genders for a in (*found, owner))
    return found if len(found) == 1 and known and roster.genders[found[0]] != roster.genders[owner] else []


def known_later(discourse: Discourse, heads: dict[int, Casting]) -> None:
    """Let kin whom the report names only further on mean whom it names, and so the pronouns for them: "*Oleg's father* said … Ivan"."""
    later: dict[ActorId, set[ActorId]] = {}
    for i, casting in heads.items():
        if casting.form == "generic" and discourse.syntax.lemmas[i] in discourse.roster.directory.vocabulary.pairs["kin"]:
            found = the_kin(discourse, i, heads) or _the_only(discourse, i)
            later.setdefault(casting.actors[0], set()).update(found or casting.actors)
            heads[i] = replace(casting, actors=found, form="description") if found else casting
    now = {actor: meant.pop() for actor, meant in later.items() if len(meant) == 1}
    for i, casting in heads.items():
        if casting.form == "pronoun" and not now.keys().isdisjoint(casting.actors):
            heads[i] = replace(casting, actors=tuple(dict.fromkeys(now.get(a, a) for a in casting.actors)))


def _the_only(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the one person of the report who is somebody's kin of the sort that a noun with no more than "the" says: "*the father*"."""
    syntax, roster = discourse.syntax, discourse.roster
    found = {a for (k, _), a in discourse.kin.items() if k == syntax.lemmas[i]}
    plain = syntax.articled(i) and not syntax.plural(i) and syntax.only(i, "det", "case", "punct")
    return tuple(found) if plain and len(found) == 1 and all(roster.has_name(a) for a in found) else ()


def children_of(syntax: Syntax, roster: Roster, heads: Heads) -> list[ActorId]:
    """Return those of a report whose age, beside a name, is a child's, else whom it calls by given name as a child: "*6-year-old* Oleg"."""
    named = [c for c in heads.values() if c.form in ("name", "description") and len(c.actors) == 1 and not c.place]
    people = [c for c in named if roster.actors[c.actors[0]].kind == "person"]
    young = dict.fromkeys(c.actors[0] for c in people if _age(syntax, c) < _GROWN)
    called = Counter(c.actors[0] for c in people if _by_given_name(syntax, roster, c))
    return list(young) or [person for person, n in called.items() if n > 1]


def _by_given_name(syntax: Syntax, roster: Roster, casting: Casting) -> bool:
    """Tell whether the report itself calls somebody who holds no office by the first of several names alone."""
    actor, directory = casting.actors[0], roster.directory
    pieces = pieces_of(roster.actors[actor].name)
    alone = casting.form == "name" and casting.last - casting.first == 1 and not syntax.quoted[casting.head]
    first = alone and len(pieces) > 1 and pieces_of(syntax.words[casting.head])[:1] == pieces[:1]
    return first and syntax.base(casting.head) != "vocative" and actor not in directory.entries and _western(roster, actor)


def _western(roster: Roster, actor: ActorId) -> bool:
    """Tell whether the first of a person's names is no family name, as far as his country tells."""
    return not roster.directory.vocabulary.has("family_name_first", roster.actors[actor].country or "")


def the_child(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the one child whom the report names where a noun with no more than an article speaks of one: "*the boy*"."""
    syntax, roster = discourse.syntax, discourse.roster
    has = roster.directory.vocabulary.has
    if not has("child_nouns", syntax.lemmas[i]) or syntax.plural(i) or not is_definite(syntax, roster.directory.vocabulary, i):
        return ()
    if not _alone(syntax, i) or not syntax.only(i, "det", "case", "punct", "amod"):
        return ()
    past = [c for c in discourse.within(i, len(syntax)) if c.form == "generic" and len(c.actors) == 1]
    if any(has("child_nouns", syntax.lemmas[c.head]) and not syntax.articled(c.head) and not syntax.plural(c.head) for c in past):
        return ()
    found = [a for a in discourse.children if discourse.counts[a] and _of_gender(discourse, i, a)]
    return (found[0],) if len(found) == 1 else ()


def owner_of_kin(syntax: Syntax, roster: Roster, i: int, heads: Heads) -> ActorId | None:
    """Return the one person to whom a noun belongs: "*Oleg's* father", "the father *of Oleg*"."""
    owners = [*syntax.kids(i, "nmod:poss"), *(c for c in syntax.kids(i, "nmod") if syntax.marker(c) == "of")]
    actors = heads[owners[0]].actors if len(owners) == 1 and owners[0] in heads else ()
    return actors[0] if len(actors) == 1 and roster.actors[actors[0]].kind == "person" and actors[0] not in roster.plural else None


def _only(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a noun means one of somebody's kin and no word says which of several: of fathers there is one."""
    return not syntax.plural(i) and (roster.directory.vocabulary.pairs["kin"].get(syntax.lemmas[i]) == _PARENT or _alone(syntax, i))


def _alone(syntax: Syntax, i: int) -> bool:
    """Tell whether no word but an age says which of several kin is meant: "his *older* brother", "her *former* husband" may be another."""
    return all(
        syntax.pos[c] not in _OF_SEVERAL or any(_YEAR in word for word in syntax.words[c : c + 3])
        for c in syntax.kids(i, "amod", "nummod", "compound")
    )


def _age(syntax: Syntax, casting: Casting) -> int:
    """Return how old a name's words or those beside it say that somebody is; a grown-up's age where they do not say."""
    words, first, last = syntax.words, casting.first, casting.last
    for n in range(max(0, first - 5), casting.head):
        if _YEAR in words[n + 1 : n + 3] and words[n].isdigit() and syntax.sentence[n] == syntax.sentence[casting.head]:
            return int(words[n])
        if words[n].endswith("-year-old") and words[n].split("-")[0].isdigit():
            return int(words[n].split("-")[0])
    beside = words[last : last + 3]
    aged = len(beside) == 3 and beside[0] == "," and beside[1].isdigit() and beside[2] in (",", ".")
    return int(beside[1]) if aged else _GROWN


def _of_gender(discourse: Discourse, i: int, actor: ActorId) -> bool:
    roster = discourse.roster
    agent = noun(roster.directory.vocabulary.agents, discourse.syntax, i)
    gender = agent.gender if agent else None
    return gender is None or roster.genders.get(actor, gender) == gender
