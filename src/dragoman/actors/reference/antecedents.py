"""What speaks for a mention as that which a pronoun or description means: marks that a ranker weighs.

A mark is a short string, such as ``role:subject`` or ``away:1``. Marks of a mention alone are made once; marks of the pair are made
for each pronoun that could mean it. After Soon et al. (2001) and Denis and Baldridge (2008).
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator

from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.reference.ranker import Anaphor, Candidate
from dragoman.actors.roster import Casting
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_ROLES = {
    "nsubj": "subject",
    "obj": "object",
    "iobj": "object",
    "obl": "oblique",
    "nmod": "noun",
    "appos": "beside",
    "root": "root",
    "ROOT": "root",
    "vocative": "called",
}
_KINDS = {
    "person": "person",
    "people": "people",
    "state": "state",
    "government_body": "body",
    "court": "body",
    "igo": "igo",
    "armed_group": "band",
    "faction": "band",
    "movement": "band",
    "party": "band",
}
_RANKS = (0, 1, 2, 3, 4, 5, 8)
_GAPS = (0, 5, 10, 20)
_COUNTS = (0, 1, 2, 3, 4, 7, 12)
_CLAUSES = ("ccomp", "csubj", "xcomp", "advcl")


def role_of(syntax: Syntax, head: int) -> str:
    """Return a noun phrase's grammatical role; an apposition's is that of its noun."""
    first = syntax.first_conjunct(head)
    while syntax.deps[first] == "appos" and syntax.heads[first] != first:
        first = syntax.first_conjunct(syntax.heads[first])
    dep = syntax.deps[first]
    if dep == "nmod:poss":
        return "owner"
    if dep == "obl:agent":
        return "agent"
    role = _ROLES.get(syntax.base(first), "other")
    if role == "subject" and syntax.heads[syntax.heads[first]] == syntax.heads[first]:
        return "main"
    return role


def anaphor_at(discourse: Discourse, i: int, style: str) -> Anaphor:
    """Return what is asked of a pronoun or description at token i, whoever may be meant."""
    syntax = discourse.syntax
    role = role_of(syntax, i)
    above = tuple(c for t in syntax.above(i) for c in syntax.children[t] if c < i and syntax.base(c) == "nsubj")
    governor = syntax.heads[syntax.first_conjunct(i)]
    verb = syntax.lemmas[governor]
    said = role in ("main", "subject") and discourse.roster.directory.vocabulary.has("said", verb)
    marks = [f"none:{role}"]
    if said:
        marks.append("none:says")
    if syntax.quoted[i]:
        marks.append("none:quoted")
    if discourse.talk:
        marks.append("none:talk")
    if syntax.kids(governor, "cop"):
        marks.append("none:copula")
    if any(syntax.base(c) in _CLAUSES and c > governor for c in syntax.children[governor]):
        marks.append("none:clause")
    if syntax.kids(i, "nmod", "acl", "acl:relcl"):
        marks.append("none:modified")
    return Anaphor(i, style, role, verb, above, tuple(_controllers(syntax, i)), said, tuple(marks))


def _controllers(syntax: Syntax, i: int) -> Iterator[int]:
    """Yield the understood subjects of the clauses without one around token i: "urged *Israel* to end its war"."""
    for t in (i, *syntax.above(i)):
        if syntax.base(t) == "xcomp" and syntax.heads[t] != t:
            yield from syntax.kids(syntax.heads[t], "obj", "iobj")


def marks_of(discourse: Discourse, casting: Casting) -> tuple[str, ...]:
    """Return what speaks for a mention, whatever refers to it."""
    known = discourse.known.get(casting.head)
    if known is None:
        known = discourse.known[casting.head] = _marks_of(discourse, casting)
    return known


def _marks_of(discourse: Discourse, casting: Casting) -> tuple[str, ...]:
    syntax, roster = discourse.syntax, discourse.roster
    actors = casting.named
    if len(actors) > 1:
        kind, plural = "several", True
    else:
        who = roster.actors[actors[0]]
        kind, plural = _KINDS.get(who.kind, "group"), actors[0] in roster.plural
        if kind == "person" and plural:
            kind = "people"
    marks = [f"role:{role_of(syntax, casting.head)}", f"form:{casting.form}", f"kind:{kind}"]
    if casting.place:
        marks.append("place")
    if plural:
        marks.append(f"plural:{kind}")
    if syntax.deps[casting.head] == "conj" or syntax.kids(casting.head, "conj"):
        marks.append("joined")
    if casting.form in ("generic", "description"):
        marks.append(f"{casting.form}:{_article(syntax, casting.head)}")
    return tuple(marks)


def party_marks(discourse: Discourse, lead: int, actors: tuple[ActorId, ...]) -> tuple[str, ...]:
    """Return what speaks for several who were named together."""
    kinds = {_KINDS.get(discourse.roster.actors[a].kind, "group") for a in actors}
    kind = kinds.pop() if len(kinds) == 1 else "mixed"
    return (f"role:{role_of(discourse.syntax, lead)}", "form:party", "kind:several", f"several:{kind}", f"several:{min(len(actors), 4)}")


def thing_at(syntax: Syntax, i: int) -> Candidate:
    """Return the noun at token i as a thing that acts for nobody."""
    marks = (f"role:{role_of(syntax, i)}", "form:thing", "kind:thing", f"thing:{_article(syntax, i)}", f"thing:{syntax.pos[i]}")
    return Candidate(i, i, (), marks)


def _article(syntax: Syntax, i: int) -> str:
    for c in syntax.children[i]:
        if c < i and syntax.deps[c] == "det":
            return "the" if syntax.lower[c] in ("the", "this", "that", "these", "those") else "a"
        if c < i and syntax.deps[c] == "nmod:poss":
            return "owned"
    return "bare"


def pair_marks(discourse: Discourse, anaphor: Anaphor, candidate: Candidate, rank: int) -> list[str]:
    """Return what speaks for one mention as what an anaphor means.

    Args:
        discourse: what has been mentioned.
        anaphor: what refers back.
        candidate: what it may mean.
        rank: how many other candidates stand between them.
    """
    syntax, i, head = discourse.syntax, anaphor.i, candidate.head
    role, _, kind, *_ = candidate.marks
    away = syntax.sentence[i] - syntax.sentence[head]
    near = min(away, 2)
    marks = [f"away:{min(away, 6)}", f"rank:{_floor(rank, _RANKS)}", f"{role}@{near}", f"{role}>{anaphor.role}", f"{kind}>{anaphor.role}"]
    if away == 0:
        marks += _clause_marks(anaphor, candidate)
    if discourse.paragraph[head] != discourse.paragraph[i]:
        marks.append(f"paragraph@{near}")
    if head in discourse.leading:
        marks.append(f"first@{near}")
    if syntax.quoted[head] != syntax.quoted[i]:
        marks.append("quotes:in" if syntax.quoted[i] else "quotes:out")
    if syntax.lemmas[syntax.heads[head]] == anaphor.verb:
        marks.append("same-verb")
    if anaphor.said:
        marks += [f"says:{'actor' if candidate.actors else 'thing'}", f"says:{kind}"]
    if candidate.actors:
        marks += _actor_marks(discourse, anaphor, candidate)
    elif anaphor.role in ("main", "subject"):
        marks.append(f"does:{anaphor.verb}")
    return marks


def _clause_marks(anaphor: Anaphor, candidate: Candidate) -> Iterator[str]:
    """Yield what speaks for a mention in the sentence of what refers back."""
    yield f"gap:{_floor(anaphor.i - candidate.at, _GAPS)}"
    if candidate.head in anaphor.above:
        yield f"above:{min(anaphor.above.index(candidate.head), 2)}"
    if candidate.head in anaphor.controls:
        yield "controls"


def _actor_marks(discourse: Discourse, anaphor: Anaphor, candidate: Candidate) -> Iterator[str]:
    """Yield what the report has said so far of those whom a mention means."""
    actors, roster = candidate.actors, discourse.roster
    yield f"often:{_floor(max(map(discourse.counts.__getitem__, actors)), _COUNTS)}"
    if not discourse.headline.isdisjoint(actors):
        yield "headline"
    if candidate.marks[1] == "form:pronoun":
        yield f"pronoun:{'same' if discourse.styles.get(candidate.head) == anaphor.style[:2] else 'other'}"
    if roster.home.country and len(actors) == 1 and roster.actors[actors[0]].country == roster.home.country:
        yield "home"


def _floor(value: int, steps: tuple[int, ...]) -> int:
    """Return the highest step that a value reaches; the first step is the least value."""
    return steps[bisect(steps, value) - 1]
