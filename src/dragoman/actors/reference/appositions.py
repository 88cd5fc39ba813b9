"""Descriptions that stand beside the names they describe, and mean the same."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.actors.directory.index import pieces_of
from dragoman.actors.lookup import noun
from dragoman.actors.named.titles import title_of
from dragoman.actors.owners import BANDS
from dragoman.actors.roster import STATES, Casting, Roster
from dragoman.actors.syntax import WITH, Syntax
from dragoman.claims import ActorId

_TITLES = 16
_IN_BRACKETS = 6
_WITHIN_TITLES = ("ADJ", "NOUN", "PROPN", "CCONJ", "ADP", "DET", "PART")
_LINKS = ("of", "for")
_NO_LINKS = ("with", "to", "by", "from", "at", "on", "in")
_BESIDE = ("appos", "flat", "compound", "nmod:unmarked")


def appose(syntax: Syntax, roster: Roster, heads: dict[int, Casting]) -> None:
    """Let a description in apposition to names mean whom they name.

    One name, one actor ("Idris, a spokesman"); a plural noun means all the names beside it ("the groups Hamas and Fatah").
    """
    ends = {c.last: c for c in heads.values() if c.form == "name"}
    for i, casting in sorted(heads.items()):
        if casting.form != "generic":
            continue
        actors = _called(syntax, roster, heads, i) or _so_called(syntax, roster, heads, casting)
        if not actors:
            beside = _beside(syntax, roster, heads, ends, casting) or _of_two_titles(syntax, roster, heads, casting)
            actors = beside if all(_can_be(syntax, roster, casting, a) for a in beside) else ()
        if actors:
            heads[i] = replace(casting, actors=actors, form="description")
            _learn(roster, casting, actors)
    for i, casting in sorted(heads.items()):
        holder = _holder(syntax, roster, heads, i) if casting.form == "generic" else None
        if holder is not None and _can_be(syntax, roster, casting, holder):
            heads[i] = replace(casting, actors=(holder,), form="description")


def _learn(roster: Roster, described: Casting, actors: tuple[ActorId, ...]) -> None:
    """Note of an organisation that the directory lacks what the noun beside its name says: "the *Dutch chipmaker* X"."""
    if len(actors) != 1 or len(described.actors) != 1 or actors[0] in roster.directory.entries:
        return
    named, said = roster.actors[actors[0]], roster.actors[described.actors[0]]
    if {named.kind, said.kind}.isdisjoint(("person", "people")) and said.kind not in STATES:
        kind = said.kind if named.kind == "group" else None
        roster.learn(named.id, country=said.country, sector=said.sector, kind=kind)


def _beside(syntax: Syntax, roster: Roster, heads: dict[int, Casting], ends: dict[int, Casting], casting: Casting) -> tuple[ActorId, ...]:
    """Return whom the names beside a description name."""
    i = casting.head
    names = _names_beside(syntax, heads, i) or _right_after(syntax, roster, heads, casting)
    if syntax.plural(i):
        return tuple(dict.fromkeys(a for n in names for a in n.actors)) if len(names) > 1 else _band(roster, casting, names)
    name = names[0] if len(names) == 1 else _before_comma(syntax, ends, casting) or _before_brackets(syntax, ends, i)
    return name.actors if name and not _of_another(syntax, roster, i, name) else ()


def _of_another(syntax: Syntax, roster: Roster, i: int, name: Casting) -> bool:
    """Tell whether a name after a noun names one whom the noun is of: "an aide to the *president*, *X*", where X is president."""
    if name.head < i or len(name.actors) != 1:
        return False
    between = [c for c in syntax.kids(i, "nmod") if i < c < name.head and syntax.pos[c] == "NOUN"]
    offices = roster.directory.offices_on(name.actors[0], roster.published)
    held = {word for o in offices for word in pieces_of(o.title)}
    return any(syntax.lemmas[c] in held for c in between) and syntax.lemmas[i] not in held


def _called(syntax: Syntax, roster: Roster, heads: dict[int, Casting], i: int) -> tuple[ActorId, ...]:
    """Return the group whose name stands before a noun that says what it is: "the *Hamas* organization", "the *Taliban* movement"."""
    vocabulary = roster.directory.vocabulary
    described = vocabulary.descriptions.get(syntax.lemmas[i])
    if described is None or syntax.plural(i) or not vocabulary.has("called_so", described.lemma):
        return ()
    if not syntax.articled(i) and not (syntax.words[i][0].isupper() and i > 0):
        return ()
    before = [c for c in syntax.kids(i, "compound", "amod", "nmod:desc") if c < i]
    names = [c for c in before if c in heads]
    if len(names) != 1 or not _named(heads, names[0]) or any(not syntax.words[c].islower() for c in before if c > names[0]):
        return ()
    actors = heads[names[0]].actors
    return actors if len(actors) == 1 and roster.actors[actors[0]].kind in described.kinds else ()


def _so_called(syntax: Syntax, roster: Roster, heads: dict[int, Casting], casting: Casting) -> tuple[ActorId, ...]:
    """Return whom a noun means that is said to be called something: "a group *called* X", "a man *known as* Y"."""
    naming = [c for c in syntax.kids(casting.head, "acl") if roster.directory.vocabulary.has("naming_verbs", syntax.lemmas[c])]
    names = [heads[n] for c in naming for n in syntax.kids(c, "xcomp", "obj", "obl") if _named(heads, n)]
    fits = len(names) == 1 and len(names[0].actors) == 1 and not syntax.plural(casting.head)
    return names[0].actors if fits and _can_be(syntax, roster, casting, names[0].actors[0]) else ()


def _holder(syntax: Syntax, roster: Roster, heads: dict[int, Casting], i: int) -> ActorId | None:
    """Return the one who does or becomes something *as* what a noun says: "X quit *as an envoy*", "named X *as an envoy*"."""
    vocabulary = roster.directory.vocabulary
    cases = [syntax.lower[c] for c in syntax.kids(i, "case")]
    if syntax.deps[i] not in ("obl", "nmod") or cases != ["as"] or syntax.plural(i) or _goes_before(syntax, roster, i):
        return None
    verb, within = syntax.heads[i], syntax.deps[i] == "nmod"
    if within:  # "named *X as an envoy*", the parser thinks
        beside, verb = verb, syntax.heads[verb]
        if syntax.deps[beside] != "obj" or not vocabulary.has("put_in_office", syntax.lemmas[verb]):
            return None
    objects = [c for c in syntax.kids(verb, "obj") if c < i]
    put = objects and vocabulary.has("put_in_office", syntax.lemmas[verb])
    went = not put and vocabulary.has("motion", syntax.lemmas[verb])  # "visited *Niger* as an envoy"
    whose = objects if put else syntax.kids(verb, "nsubj", "nsubj:pass")
    found = [heads[c].actors for c in whose if c in heads and not heads[c].place]
    others = [c for c in syntax.kids(verb, "obl") if verb < c < i and syntax.marker(c) in ("to", "of", "at")]
    if not went and (others or (objects and not put)):
        return None
    return found[0][0] if len(found) == len(whose) == 1 and len(found[0]) == 1 else None


def _goes_before(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a word before the "as" of a noun phrase makes it a comparison: "*as well* as", "*such* as"."""
    case = min(syntax.kids(i, "case"))
    return case > 0 and roster.directory.vocabulary.has("before_as", syntax.lower[case - 1])


def _of_two_titles(syntax: Syntax, roster: Roster, heads: dict[int, Casting], casting: Casting) -> tuple[ActorId, ...]:
    """Return who bears two titles that stand joined, and without articles, before his name: "met *Minister and Envoy* X"."""
    i = casting.head
    bare = not syntax.kids(i, "det", "nmod:poss") and not syntax.plural(i) and syntax.words[i][0].isupper()
    after = [c for c in heads.values() if i < c.first <= i + _TITLES and c.form == "name" and len(c.actors) == 1]
    name = min((c for c in after if roster.actors[c.actors[0]].kind == "person"), key=lambda c: c.first, default=None)
    if not bare or name is None or syntax.sentence[name.head] != syntax.sentence[i]:
        return ()
    between = range(i + 1, name.first)
    joints = [t for t in between if syntax.lower[t] == "and"]
    second = i if not joints and syntax.deps[i] == "conj" else joints[0] + 1 if len(joints) == 1 else -1
    listed = len(joints) == 1 and bool(roster.directory.offices.get(name.actors[0]))  # "President, Envoy and Minister X"
    titles = all(syntax.pos[t] in _WITHIN_TITLES or (listed and syntax.words[t] in (",", "-")) for t in between)
    if not titles or second < 0 or syntax.pos[second] == "DET" or not syntax.words[second][0].isupper():
        return ()
    own, other = title_of(syntax, roster, i), " ".join(syntax.lower[second : name.first])
    bodies = [roster.actors[roster.bodies[a]] for a in casting.actors if a in roster.bodies]
    lands = {who.country for who in (*bodies, roster.actors[name.actors[0]])} - {None}
    if own in other or len(lands) > 1:
        return ()
    fellow = heads.get(syntax.first_conjunct(i), casting)
    return name.actors if fellow is casting or fellow.actors == name.actors else ()


def _names_beside(syntax: Syntax, heads: dict[int, Casting], i: int) -> list[Casting]:
    """Return the names that a noun is in apposition to or that are in apposition to it, with what is coordinated to them."""
    first = next((c for c in syntax.kids(i, *_BESIDE) if c > i and _named(heads, c)), None)
    if syntax.deps[i] == "appos" and syntax.marker(i) in WITH:  # "Rumsfeld, *with* the chairman, Myers"
        return [heads[first]] if first is not None else []
    if first is None and syntax.deps[i] == "appos":
        first = syntax.first_conjunct(syntax.heads[i])
    if first is None:
        first = _of_the_joined(syntax, heads, i)
    if first is None and _goes_on(syntax, heads, i):
        return [heads[syntax.heads[i]]]
    members = syntax.conjuncts(first) if first is not None else []
    if first is not None and syntax.deps[first] == "flat" and syntax.heads[first] == i and not syntax.plural(i):
        members = [first]  # "*journalist* X, Y and a driver"
    if syntax.deps[i] == "appos" and not syntax.plural(i):
        members = [syntax.heads[i]]
    return [heads[m] for m in members if m != i and _named(heads, m)]


def _of_the_joined(syntax: Syntax, heads: dict[int, Casting], i: int) -> int | None:
    """Return the name beside the other of two offices under one article: "the *head* of X and *candidate*, Y, said"."""
    others = [c for c in syntax.conjuncts(syntax.first_conjunct(i)) if c != i]
    if len(others) != 1 or syntax.plural(i) or syntax.plural(others[0]) or syntax.kids(max(i, others[0]), "det", "nmod:poss"):
        return None
    beside = [c for c in syntax.kids(others[0], *_BESIDE) if c > max(i, others[0]) and _named(heads, c)]
    if syntax.deps[others[0]] == "appos" and _named(heads, syntax.heads[others[0]]):  # "X, the *senator* and *candidate*"
        beside.append(syntax.heads[others[0]])
    return beside[0] if len(beside) == 1 else None


def _goes_on(syntax: Syntax, heads: dict[int, Casting], i: int) -> bool:
    """Tell whether an office follows another beside a name, though the parser joins it to the name: "X, Dean and *Rector* of Y"."""
    name = syntax.heads[i]
    bare = not syntax.plural(i) and not syntax.kids(i, "det", "nmod:poss", "amod", "flat") and syntax.words[i][:1].isupper()
    if syntax.deps[i] != "conj" or not bare or not _named(heads, name) or syntax.words[heads[name].last : heads[name].last + 1] != (",",):
        return False
    titles = [c for c in syntax.kids(name, "appos") if name < c < i and syntax.words[c][:1].isupper() and not syntax.plural(c)]
    alone = len(titles) == 1 and not syntax.kids(titles[0], "det", "nmod:poss")
    return alone and len(syntax.kids(name, "conj")) == 1 and syntax.lower[i - 1] == "and" and "," not in syntax.words[titles[0] : i]


def _right_after(syntax: Syntax, roster: Roster, heads: dict[int, Casting], casting: Casting) -> list[Casting]:
    """Return the persons whose names follow a noun without a comma, though the parser hangs them elsewhere: "such as *candidate* X"."""
    name = next((c for c in heads.values() if c.first == casting.last and c.form == "name" and len(c.actors) == 1), None)
    if name is None or casting.last != casting.head + 1:
        return _after_office(syntax, roster, heads, casting)
    if roster.actors[name.actors[0]].kind != "person" and syntax.articled(casting.head) and not syntax.plural(casting.head):
        beside = syntax.base(name.head) == syntax.base(casting.head) and syntax.heads[name.head] == syntax.heads[casting.head]
        return [name] if beside and syntax.entity[name.head] >= 0 and roster.actors[name.actors[0]].kind not in STATES else []
    if syntax.plural(casting.head):  # "*coaches* X and Y praised", of which the parser makes two subjects
        members = [heads[m] for m in syntax.conjuncts(name.head) if _named(heads, m)]
        beside = syntax.heads[name.head] == syntax.heads[casting.head] and all(roster.actors[m.actors[0]].kind == "person" for m in members)
        return members if beside else []
    alike = syntax.heads[name.head] == syntax.heads[casting.head] and syntax.base(name.head) == syntax.base(casting.head)
    twice = alike and syntax.base(casting.head) == "nsubj" and not syntax.kids(casting.head, "det", "nmod:poss")  # "said *protester X*"
    twice = twice or (alike and syntax.base(casting.head) == "obj")  # "summoned the *ambassador X*"
    if syntax.base(name.head) != "appos" and not twice:
        return []
    if twice and roster.actors[name.actors[0]].kind == "person":
        described = roster.actors[casting.actors[0]]
        roster.learn(name.actors[0], country=described.country, sector=described.sector)
    return [name] if roster.actors[name.actors[0]].kind == "person" else []


def _after_office(syntax: Syntax, roster: Roster, heads: dict[int, Casting], casting: Casting) -> list[Casting]:
    """Return whose name follows an office, without article or comma, and what it is of: "met *Minister of Trade of Chad* X"."""
    i = casting.head
    after = [c for c in heads.values() if i + 1 < c.first <= i + _TITLES and c.form == "name" and len(c.actors) == 1]
    name = min((c for c in after if roster.actors[c.actors[0]].kind == "person"), key=lambda c: c.first, default=None)
    bare = not syntax.plural(i) and not syntax.kids(i, "det", "nmod:poss")
    if name is None or not bare or syntax.lower[i + 1] not in _LINKS or syntax.sentence[name.head] != syntax.sentence[i]:
        return []
    if syntax.marker(name.head) in _LINKS or any(i < c < name.first for c in syntax.children[name.head]):  # "daughter of *President X*"
        return []
    between = range(i + 1, name.first)
    agents = [noun(roster.directory.vocabulary.agents, syntax, t) for t in between]
    if any(agent is not None and agent.person for agent in agents):  # "wife of former *minister* of trade X"
        return []
    office = all(syntax.pos[t] in _WITHIN_TITLES and syntax.lower[t] not in _NO_LINKS for t in between)
    governor = syntax.heads[name.head]
    return [name] if office and (i <= governor < name.first or syntax.heads[i] in (governor, i)) else []


def _named(heads: dict[int, Casting], i: int) -> bool:
    return i in heads and heads[i].form == "name" and bool(heads[i].actors) and not heads[i].place


def _band(roster: Roster, generic: Casting, names: list[Casting]) -> tuple[ActorId, ...]:
    """Return the one group whose members a noun for rebels beside its name describes: "the rebels *Ansar*"."""
    armed = roster.directory.vocabulary.has("of_no_country", roster.actors[generic.actors[0]].sector or "")
    actors = names[0].actors if armed and len(names) == 1 else ()
    return actors if len(actors) == 1 and roster.actors[actors[0]].kind in BANDS else ()


def _before_comma(syntax: Syntax, ends: dict[int, Casting], casting: Casting) -> Casting | None:
    """Return the name before the comma before a noun phrase that ends with the next mark: "…, Kenya, *the host*."."""
    comma, after = casting.first - 1, casting.last
    bounded = after >= len(syntax) or syntax.pos[after] == "PUNCT"
    if comma < 1 or syntax.words[comma] != "," or not bounded or syntax.kids(casting.head, "conj", "cc"):
        return None
    if syntax.deps[casting.head] == "conj" or syntax.base(casting.head) == "nsubj":
        return None
    name = ends.get(comma)
    return name if name and name.actors and not name.place else None


def _before_brackets(syntax: Syntax, ends: dict[int, Casting], i: int) -> Casting | None:
    """Return the name before brackets of which the parser takes a noun for an apposition: "X (*D-Ohio*), head of the caucus"."""
    governor = syntax.heads[i]
    opening = next((t for t in range(governor, max(-1, governor - _IN_BRACKETS), -1) if syntax.words[t] in ("(", "[")), None)
    closed = opening is not None and any(word in (")", "]") for word in syntax.words[governor:i])
    if syntax.deps[i] not in ("appos", "conj") or opening is None or not closed or syntax.sentence[opening] != syntax.sentence[i]:
        return None
    name = ends.get(opening)
    return name if name and name.actors and not name.place else None


def _can_be(syntax: Syntax, roster: Roster, generic: Casting, actor: ActorId) -> bool:
    """Tell whether a noun and a name can be one: both a person, or neither, unless the noun may be either ("ally")."""
    if roster.directory.vocabulary.has("either_kind", syntax.lemmas[generic.head]):
        return True
    if roster.actors[actor].kind in BANDS and syntax.plural(generic.head):
        return True
    described = roster.actors[generic.actors[0]].kind in ("person", "people")
    return described == (roster.actors[actor].kind == "person")
