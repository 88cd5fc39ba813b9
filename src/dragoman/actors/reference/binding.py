"""Whom syntax keeps a pronoun from meaning: who acts beside it, who speaks of it, and those named below it (Chomsky 1981)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from dragoman.actors.directory.entries import Pronoun
from dragoman.actors.owners import Heads, actors_at
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_MODIFIERS = ("amod", "compound")
_OBJECTS = ("obj", "iobj", "obl")
_ADDRESSED = ("to", "against", "by")
_ASIDES = ("advcl", "acl", "acl:relcl", "conj", "parataxis", "appos")
_COMPLEMENTS = ("obj", "iobj", "obl", "ccomp")
_OF_GERUNDS = ("of", "for", "with", "about")
_SHARING = ("conj", "xcomp", "advcl")
_CORE = ("nsubj", "obj", "iobj", "obl")
_COUNTING = ("DET", "PRON", "NUM", "ADJ")
_GOES_ON = 3


def barred_from(syntax: Syntax, pronoun: Pronoun, i: int) -> set[int]:
    """Return the heads that syntax keeps a pronoun from meaning: its fellow arguments, and who speaks the quotation."""
    barred: set[int] = set()
    first = syntax.first_conjunct(i)
    governor = syntax.heads[first]
    if pronoun.use == "personal":
        if syntax.base(first) in _CORE:
            fellows = {c for c in syntax.children[governor] if syntax.base(c) in _CORE}
            barred |= {m for c in fellows if not _stranded(syntax, c, i) for m in syntax.conjuncts(c)}
        barred |= understood(syntax, _verb_of_object(syntax, first))
    else:
        barred |= {governor, syntax.first_conjunct(governor)}
    barred |= {c for c in syntax.conjuncts(first) if c != i}
    if syntax.quoted[i]:
        barred |= speakers_on(syntax, i)
    return barred


def _verb_of_object(syntax: Syntax, i: int) -> int | None:
    """Return the verb whose object token i is, though the parse may take it for a subject: "accusing *it* of lying"."""
    verb = syntax.heads[i]
    if syntax.base(i) in _OBJECTS:
        return verb
    if syntax.base(i) != "nsubj":
        return None
    if i == verb + 1 and syntax.pos[verb] == "VERB" and not syntax.kids(verb, "aux", "cop"):
        return verb
    above = syntax.heads[verb]
    charged = above == i - 1 and any(syntax.lower[m] in _OF_GERUNDS for m in syntax.kids(verb, "mark"))
    return above if charged and syntax.base(verb) in ("ccomp", "advcl") else None


def _stranded(syntax: Syntax, subject: int, i: int) -> bool:
    """Tell whether a subject that hangs on the same verb as a pronoun stands before the verb above it: "*Chad* says *it* has doubts"."""
    verb = syntax.heads[i]
    above = syntax.heads[verb]
    return syntax.base(subject) == "nsubj" and above != verb and subject < above < i


def understood(syntax: Syntax, verb: int | None) -> set[int]:
    """Return the subjects of a verb that stand with another, whose objects they cannot be: "*X* wrote to him to warn her"."""
    if verb is None:
        return set()
    t = verb
    while not _subjects(syntax, t) and syntax.heads[t] != t and (syntax.base(t) in _SHARING or _is_aim(syntax, t) or _is_aside(syntax, t)):
        joined, aside, t = syntax.base(t), _is_aside(syntax, t), syntax.heads[t]
        if aside:
            t = next((above for above in syntax.above(t) if syntax.pos[above] == "VERB"), t)
        bidden = set(syntax.kids(t, "obj", "iobj")) if joined == "xcomp" else set()
        if bidden:
            return bidden
        if joined in ("advcl", "acl") and syntax.kids(t, "nsubj:pass"):
            return set()
    return _subjects(syntax, t) if t != verb and not syntax.kids(t, "nsubj:pass") else set()


def _is_aside(syntax: Syntax, i: int) -> bool:
    """Tell a participle behind a comma that is read as said of the noun before it: "recalled its envoy, *accusing* it of"."""
    return syntax.base(i) == "acl" and syntax.lower[i - 1] == ","


def _subjects(syntax: Syntax, verb: int) -> set[int]:
    """Return the subjects that stand before a verb."""
    return {c for c in syntax.kids(verb, "nsubj") if c < verb}


def _is_aim(syntax: Syntax, i: int) -> bool:
    """Tell whether a token is what somebody has a right or plan to do, or that right: "*X* reserves the *right* to *deny* them entry"."""
    if syntax.pos[i] == "NOUN":
        return syntax.deps[i] == "obj" and not syntax.kids(i, "nmod:poss") and any(_is_aim(syntax, c) for c in syntax.kids(i, "acl"))
    return (
        syntax.deps[i] == "acl" and any(syntax.lower[c] == "to" for c in syntax.kids(i, "mark")) and syntax.pos[syntax.heads[i]] == "NOUN"
    )


def others_than(syntax: Syntax, pronoun: Pronoun, i: int, heads: Heads) -> set[ActorId]:
    """Return the actors that the pronoun cannot mean wherever they are named: who speaks of it, its fellow arguments, what is its own."""
    barred = speakers_on(syntax, i) if syntax.quoted[i] else _called_in_quotes(syntax, i)
    if syntax.deps[i] == "nmod:poss":
        barred |= _described(syntax, syntax.heads[i])
    first = syntax.first_conjunct(_counted_by(syntax, i))
    governor = syntax.heads[first]
    argument = syntax.base(first) in ("nsubj", "obj", "iobj") or (syntax.base(first) == "obl" and syntax.marker(first) in _ADDRESSED)
    if pronoun.use == "personal" and argument:
        fellows = {c for c in syntax.children[governor] if syntax.base(c) in ("nsubj", "obj", "iobj")} - {i, first}
        barred |= {c for c in fellows if not _stranded(syntax, c, first)}
        barred |= understood(syntax, _verb_of_object(syntax, first))
    return actors_at(heads, (*barred, *_named_below(syntax, pronoun, first, heads)))


def _described(syntax: Syntax, noun: int) -> set[int]:
    """Return of whom a noun is said, who is nothing of himself: "*Norway* is one of its members", "*Norway*, its ally".

    Of "its own" it is nobody.
    """
    what = _counted_by(syntax, syntax.first_conjunct(noun))
    if any(syntax.lower[c] == "own" for c in syntax.children[noun]):
        return set()
    if syntax.deps[what] == "appos":
        return {syntax.heads[what]}
    if syntax.kids(what, "cop"):  # but "*X* was on his way"
        return set() if syntax.kids(what, "case") else set(syntax.kids(what, "nsubj"))
    named = syntax.base(what) in ("obl", "xcomp") and syntax.marker(what) in ("", "as")
    return set(syntax.kids(syntax.heads[what], "nsubj:pass")) if named else set()


def _counted_by(syntax: Syntax, i: int) -> int:
    """Return what stands in a pronoun's place that says how many of them are meant: "released *some* of them"; else the pronoun."""
    above = syntax.heads[i]
    counted = syntax.base(i) == "nmod" and above < i and syntax.marker(i) == "of" and syntax.pos[above] in _COUNTING
    return above if counted else i


def _named_below(syntax: Syntax, pronoun: Pronoun, i: int, heads: Heads) -> Iterator[int]:
    """Yield the persons named below the verb whose subject a pronoun is, asides left out: of "*he* said *X* left" it is not X."""
    verb = syntax.heads[i]
    if pronoun.use != "personal" or pronoun.gender not in ("m", "f") or syntax.deps[i] != "nsubj" or syntax.quoted[i]:
        return
    for h in range(i + 1, len(syntax)):
        if syntax.sentence[h] != syntax.sentence[i]:
            return
        if h not in heads or heads[h].form != "name" or heads[h].place or syntax.base(h) in _MODIFIERS:
            continue
        path = [h, *takewhile(lambda t: t != verb, syntax.above(h))]
        complements = syntax.heads[path[-1]] == verb and all(syntax.deps[t] not in _ASIDES for t in path)
        if complements and syntax.base(path[-1]) in _COMPLEMENTS:
            yield h


def _called_in_quotes(syntax: Syntax, i: int) -> set[int]:
    """Return whom the quotation that the subject at token i speaks calls by name, who is not himself: "Thanks, *Joe*," *he* said."""
    if syntax.base(i) != "nsubj":
        return set()
    here = range(bisect_left(syntax.sentence, syntax.sentence[i]), i)
    return {t for t in here if syntax.quoted[t] and syntax.base(t) == "vocative"}


def speakers(syntax: Syntax, i: int) -> set[int]:
    """Return the subjects, outside the quotation around token i, of the verbs that it hangs on."""
    found: set[int] = set()
    for t in (i, *syntax.above(i)):
        for verb in (t, *syntax.kids(t, "parataxis")):
            if syntax.quoted[verb] != syntax.quoted[i]:
                found |= {c for c in syntax.children[verb] if syntax.base(c) == "nsubj" and not syntax.quoted[c]}
    return found


def speakers_on(syntax: Syntax, i: int) -> set[int]:
    """Return who speaks the quotation around token i, be it that a sentence before says so: "“We won,” *X* said. “They lost.”"."""
    found, first = speakers(syntax, i), bisect_left(syntax.sentence, syntax.sentence[i])
    for _ in range(_GOES_ON):
        if found or not first:
            break
        first, last = bisect_left(syntax.sentence, syntax.sentence[first - 1]), first
        inside = [t for t in range(first, last) if syntax.quoted[t]]
        if not inside:
            break
        found = speakers(syntax, inside[-1])
    return found
