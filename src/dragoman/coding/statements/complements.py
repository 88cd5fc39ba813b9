"""Which phrases of a verb are the content of what it reports."""

from __future__ import annotations

from dragoman.coding.lexicon.cues import Cues, CueWord
from dragoman.coding.statements.contents import MARKS
from dragoman.coding.statements.sources import stray_subject
from dragoman.coding.statements.values import LOOSE, TENSED
from dragoman.coding.tree import Tree

_CLAUSAL = frozenset({"VERB", "AUX"})
BLAME = frozenset({"of", "for", "over", "with", "as", "against", "on", "to"})
_FRONTED = frozenset({"obl", "dep", "nsubj", "obj", "parataxis"})
_HOST = frozenset({"parataxis", "advcl", "dep", "discourse"})
RELATIVE = frozenset({"WDT", "WP"})
_SOMEBODY = frozenset({"PERSON", "ORG", "GPE", "NORP"})
Content = tuple[tuple[int, ...], frozenset[int]]
"""Heads of the content, and heads below them that are none of it."""


def _clause(tree: Tree, i: int, word: CueWord, passive: bool, cues: Cues) -> Content | None:
    """A complement clause, or the clause that the cue interrupts, follows or is compared with ("as he said")."""
    clauses = tree.kids(i, "ccomp") or (tree.kids(i, "csubj") if passive and tree.kids(i, "expl") else [])
    clauses = clauses[:1] + [c for c in clauses[1:] if not _is_relative(tree, c)]
    clauses = clauses or [c for p in tree.kids(i, "xcomp") if tree.words[p] == word.particle for c in tree.kids(p, "ccomp")]
    if clauses:
        stray = stray_subject(tree, i)
        return (*_raised(tree, i, clauses[0]), *clauses), frozenset() if stray is None else frozenset({stray})
    if last := _said_last(tree, i):
        return last, frozenset()
    if tree.kids(i, "xcomp") and passive and tree.kids(i, "nsubj"):
        return None
    return _clause_around(tree, i, word, passive, cues)


def _is_relative(tree: Tree, i: int) -> bool:
    """Tell a relative clause that the parse hangs on the verb of saying: "said they would visit Aden, *which Oman holds dear*"."""
    return tree.has(i, ("which", "whom"), "nsubj", "obj")


def _clause_around(tree: Tree, i: int, word: CueWord, passive: bool, cues: Cues) -> Content | None:
    """The clause that a cue without a complement stands in, behind or is compared with."""
    host = tree.heads[i]
    if _is_between_commas(tree, i):
        above = [h for h in tree.ancestors(i) if tree.is_verbal(h) or tree.kids(h, "cop")]
        return (tuple(_interrupted(tree, i, h) for h in above[:1]), frozenset()) if above else None
    if host == i or tree.bases[i] not in _HOST or not (tree.kids(i, "nsubj") or passive or stray_subject(tree, i) is not None):
        return None
    mark = tree.marker(i)
    if tree.bases[i] == "advcl" and (mark != "as" or tree.pos[host] == "ADV" or _is_apart(tree, i, cues)):
        return None
    if mark == "as" and word.kind.tense == "future":
        return None  # "they left, *as he had demanded*", "they met *as the army pushed* on"
    if tree.bases[i] == "parataxis" and (tree.kids(i, "obj", "xcomp") or not interrupts(tree, i, host)):
        return None
    if passive and (word.kind.name == "bids" or (mark == "as" and tree.lemmas[i] in cues.meant)):
        return None  # "the king - nobody *was invited* - met them", "they left *as planned*"
    if tree.bases[i] == "advcl" and (quoted := _quoted_before(tree, i, host)) is not None:
        return (quoted,), frozenset()
    while tree.bases[i] == "advcl" and tree.bases[host] == "xcomp":
        # "Agreed to leave, as was announced": all of it was.
        host = tree.heads[host]
    return (_interrupted(tree, i, host) if tree.bases[i] == "parataxis" else host,), frozenset()


def _quoted_before(tree: Tree, i: int, host: int) -> int | None:
    """Return the clause whose quoted end stands right before "as": "urged a stand, saying he would ''run'', *as Roe put it*"."""
    first = tree.edges(i)[0]
    close = next((t for t in range(first - 1, max(-1, first - 3), -1) if tree.words[t] in MARKS), None)
    word = next((t for t in range((close or 0) - 1, -1, -1) if tree.pos[t] not in LOOSE), None)
    if close is None or word is None or i < host:
        return None
    return next((t for t in (word, *tree.ancestors(word)) if tree.is_verbal(t) and host in tree.ancestors(t)), None)


def _interrupted(tree: Tree, i: int, host: int) -> int:
    """Return the narrowest clause within its host that cue i stands in the midst of: "arrested two men who, *police say*, had fled"."""
    clause = [t for t in tree.subtree(i) if tree.pos[t] != "SPACE"]
    before = next((t for t in range(clause[0] - 1, -1, -1) if tree.pos[t] not in LOOSE), None)
    after = next((t for t in range(clause[-1] + 1, len(tree.words)) if tree.pos[t] not in LOOSE), None)
    if before is None or after is None or tree.sentences[before] != tree.sentences[after]:
        return host
    above = [after, *tree.ancestors(after)]
    narrow = next((t for t in (before, *tree.ancestors(before)) if t in above), host)
    told = any(tree.deps[t] == "acl:relcl" for t in above[: above.index(narrow)]) if narrow in above else False
    described = tree.deps[narrow] == "acl:relcl" or (tree.deps[narrow] == "appos" and told)
    return narrow if described and host in tree.ancestors(narrow) else host


def _said_last(tree: Tree, i: int) -> tuple[int, ...]:
    """Return what stands before a source and its verb that the parse has joined or made dependent on them: "he may win, *Roe told us*"."""
    subjects = tree.kids(i, "nsubj")
    start = tree.edges(subjects[0])[0] if len(subjects) == 1 else 0
    finite = tree.tags[i] in TENSED and not tree.kids(i, "mark", "cc", "xcomp")
    if not finite or start < 2 or subjects[0] > i or tree.words[start - 1] != ",":
        return ()
    if tree.bases[i] == "conj":
        host = tree.first_conjunct(i)
        return (host,) if host < start and tree.is_verbal(host) and tree.edges(i)[0] >= start else ()
    before = [c for c in tree.children[i] if c < start and tree.edges(c)[-1] < start and tree.pos[c] != "PUNCT"]
    told = any(tree.is_finite(t) and tree.kids(t, "nsubj") for c in before for t in tree.subtree(c))
    return tuple(before[:1]) if tree.is_root(i) and len(before) == 1 and told and tree.bases[before[0]] in _FRONTED else ()


def _raised(tree: Tree, i: int, clause: int) -> list[int]:
    """Return the subject of a finite clause that the parse takes for the object: "argued *the ban* violates the law"."""
    own = tree.tags[clause] in TENSED and not tree.kids(clause, "nsubj", "csubj", "expl", "mark")
    subjects = tree.kids(i, "nsubj")
    first = [s for s in subjects if s < clause < subjects[-1] < i]  # of what is said: see `source_of_verb`
    return [*first, *(c for c in tree.kids(i, "obj") if own and i < c < clause)]


def _is_apart(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell a clause with "as" that says when another thing was done, and does not say who tells of it."""
    return _acts_on_itself(tree, i) or _is_going_on(tree, i) or _says_its_own(tree, i, cues)


def _says_its_own(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell a verb with what it says beside it: "as Roe *declared a truce*", "as he *called for talks*", but not "as Roe told reporters"."""
    words = cues.verbs.get(tree.lemmas[i], ())
    about = {p for word in words for p in word.about}
    behind = [c for c in tree.kids(i, "obj", "obl", "nsubj") if c > i]
    objects = [c for c in behind if tree.bases[c] == "obj" or (tree.bases[c] == "nsubj" and tree.kids(i, "nsubj")[0] < i)]
    said = [c for c in objects if any("object" in word.takes for word in words)]
    said += [c for c in behind if tree.marker(c) in about and tree.lemmas[c] not in cues.times | cues.medium]
    return any(tree.pos[c] == "NOUN" or tree.doc[c].ent_type_ in _SOMEBODY for c in said)


def _acts_on_itself(tree: Tree, i: int) -> bool:
    """Tell a verb with its own subject for an object: "as they found themselves in a battle"."""
    return any("Reflex=Yes" in tree.features[c] for c in tree.kids(i, "obj"))


def _is_going_on(tree: Tree, i: int) -> bool:
    """Tell what somebody was at when something happened: "just as Kenya *was hoping* for an end to it"."""
    return tree.tags[i] == "VBG" and any(tree.lemmas[a] == "be" for a in tree.kids(i, "aux"))


def _is_between_commas(tree: Tree, i: int) -> bool:
    """Tell "the ministry said" in "The attack, the ministry said, killed two", which looks like a clause on "attack".

    A relative clause between commas needs a relative pronoun.
    """
    subjects = tree.kids(i, "nsubj")
    if tree.deps[i] != "acl:relcl" or len(subjects) != 1 or tree.kids(i, "obj", "ccomp", "xcomp", "mark"):
        return False
    clause = tree.subtree(i)
    relative = any(tree.tags[t] in ("WDT", "WP", "WP$", "WRB") or tree.words[t] == "that" for t in clause)
    before, after = clause[0] - 1, clause[-1] + 1
    return not relative and before >= 0 and after < len(tree.words) and tree.words[before] == tree.words[after] == ","


def interrupts(tree: Tree, i: int, host: int) -> bool:
    """Tell whether the cue's clause stands inside or after what it reports: short, or set off by a comma or mark."""
    if tree.marker(i) not in ("", "as"):
        return False  # "they left, the king said, *because the envoy did not trust them*"
    stray = stray_subject(tree, i)
    clause = sorted({*tree.subtree(i), *(() if stray is None else tree.subtree(stray))})
    around = [t for t in tree.subtree(host) if t < clause[0] or t > clause[-1]]
    before = clause[0] - 1
    while before >= 0 and tree.pos[before] == "SPACE":
        before -= 1
    if before < 0 or not around or around[0] > clause[0]:
        return False
    if tree.pos[before] == "PUNCT":
        return tree.words[before] not in (";", ".", ":")
    return len(clause) <= 2 and around[-1] > clause[-1]


def _bid(tree: Tree, i: int, word: CueWord, passive: bool, cues: Cues) -> Content | None:
    """Somebody bidden and what to do: "urged Iran to stop", "Iran was urged to stop"."""
    infinitives = [c for c in tree.kids(i, "xcomp", "advcl", "ccomp") if tree.has_to(c)]
    bidden = tree.kids(i, "obj", "iobj") or (tree.kids(i, "nsubj:pass") if passive else [])
    bidden = bidden or [c for c in tree.kids(i, "obl") if word.about and tree.marker(c) in word.about]
    if not infinitives or not bidden:
        return None
    if not word.about and tree.lemmas[i] in cues.calling and tree.lemmas[infinitives[0]] in cues.conveyed:  # "called him to thank him"
        return None
    if word.about and not any(tree.marker(c) in word.about for c in tree.kids(i, "obl")):
        return None
    return (*bidden[:1], infinitives[0]), frozenset()


def _naming(tree: Tree, i: int, word: CueWord, passive: bool, cues: Cues) -> Content | None:
    """Something and what it is called: "called him a liar", "described it as a trap", "sees it as a trap" (``see+as``)."""
    named = tree.kids(i, "obj") or (tree.kids(i, "nsubj:pass") if passive else [])
    named = named or [c for c in tree.kids(i, "obl") if tree.marker(c) in word.about - {"as"}]
    if not named:
        names = tree.kids(i, "xcomp") if tree.deps[i] == "acl:relcl" and tree.words[tree.heads[i]] == "what" else []
        return (tuple(names), frozenset()) if names else None
    names = [c for c in tree.kids(i, "obl", "advcl", "xcomp") if tree.marker(c) == "as" and not tree.kids(c, "nsubj")]
    names = names or [c for c in tree.kids(named[0], "nmod") if tree.marker(c) == "as"]
    if "as" not in word.about:
        names = tree.kids(i, "xcomp") or names or tree.kids(i, "obj")[1:]
    return ((named[0], names[0]), frozenset()) if names else None


def _infinitive(tree: Tree, i: int, word: CueWord, passive: bool, cues: Cues) -> Content | None:
    """What somebody claims, wants or promises to do."""
    if passive or word.about:
        return None
    found = _infinitives(tree, i)
    return (tuple(found[:1]), frozenset()) if found else None


def _passive(tree: Tree, i: int, word: CueWord, passive: bool, cues: Cues) -> Content | None:
    """What nobody named says of the subject: "is believed to have fled"."""
    found = _infinitives(tree, i) if passive else []
    return ((*tree.kids(i, "nsubj:pass", "nsubj")[:1], *found[:1]), frozenset()) if found else None


def _infinitives(tree: Tree, i: int) -> list[int]:
    return [c for c in tree.kids(i, "xcomp") if tree.pos[c] in _CLAUSAL or tree.has_to(c) or tree.kids(c, "cop")]


def _about(tree: Tree, i: int, word: CueWord, passive: bool, cues: Cues) -> Content | None:
    """The phrase that one of the entry's prepositions marks: "called for talks"."""
    if not word.about:
        return None
    found = [c for c in tree.kids(i, "obl", "advcl", "xcomp") if tree.marker(c) in word.about and c > i and not tree.has_to(c)]
    found = found or [c for o in tree.kids(i, "obj") for c in tree.kids(o, "nmod") if word.particle and tree.marker(c) in word.about]
    return (tuple(found[:1]), frozenset()) if found else None


def _object(tree: Tree, i: int, word: CueWord, passive: bool, cues: Cues) -> Content | None:
    """The object itself, with what is said of it; of a passive only where an agent is named."""
    if word.about or (word.kind.polarity == "negative" and tree.kids(i, "iobj")):
        return None
    if passive:
        subjects = tree.kids(i, "nsubj:pass")
        by = any(tree.marker(c) == "by" for c in tree.kids(i, "obl"))
        told = by or (tree.lemmas[i] in cues.reporting and not tree.kids(i, "xcomp") and any(tree.pos[s] == "NOUN" for s in subjects))
        return (tuple(subjects[:1]), frozenset()) if subjects and told else None
    objects = [c for c in tree.kids(i, "obj") if tree.tags[c] not in RELATIVE]
    return (tuple(objects[:1]), frozenset()) if objects else None


def _matter(tree: Tree, i: int, word: CueWord, passive: bool, cues: Cues) -> Content | None:
    """The object, where it is nobody: one backs a plan in words, a candidate in other ways too."""
    content = _object(tree, i, word, passive, cues)
    return content if content and not any(_is_somebody(tree, h) for h in content[0]) else None


def _is_somebody(tree: Tree, i: int) -> bool:
    return tree.pos[i] in ("PROPN", "PRON") or tree.doc[i].ent_type_ in _SOMEBODY


def _blame(tree: Tree, i: int, word: CueWord, passive: bool, cues: Cues) -> Content | None:
    """Whom or what it is laid on, and what for."""
    if word.about:
        return _about(tree, i, word, passive, cues)
    blamed = tree.kids(i, "obj") or (tree.kids(i, "nsubj:pass") if passive else [])
    relative = tree.deps[i] == "acl:relcl" and tree.kids(i, "nsubj")
    reduced = tree.deps[i] == "acl" and tree.tags[i] in ("VBN", "VBD")  # "a man accused of it"
    blamed = blamed or ([tree.heads[i]] if passive and (relative or reduced) else [])
    blamed = [tree.heads[i] if tree.tags[c] in RELATIVE and tree.deps[i] == "acl:relcl" else c for c in blamed]
    beside = [i, *(c for c in tree.kids(i, "xcomp") if tree.words[c] == word.particle)]
    grounds = [c for t in beside for c in tree.kids(t, "obl", "advcl", "acl") if tree.marker(c) in BLAME and c > i]
    if tree.lemmas[i] in cues.charging:
        grounds += [c for c in tree.kids(i, "obl") if tree.marker(c) == "in" and c > i and _is_deed(tree, c, cues)]
    grounds = [c for c in grounds if not tree.kids(c, "nsubj")]  # "with the minister saying" is another's
    if not blamed:  # "accuse *them* of hiding it", read as one clause
        clauses = [c for c in tree.kids(i, "ccomp", "advcl") if tree.tags[c] == "VBG" and tree.marker(c) in BLAME]
        blamed = [s for c in clauses for s in tree.kids(c, "nsubj") if i < s < min(tree.kids(c, "mark", "case"))]
        grounds = clauses[:1] if blamed else []
    if not blamed or (passive and not grounds and not any(tree.marker(c) == "by" for c in tree.kids(i, "obl"))):
        return None
    grounds = [c for c in grounds if tree.deps[c] != "obl:agent"]
    # "Accused them *on Monday* of lying", "in a speech".
    when = cues.times | cues.medium | cues.occasions
    deeds = [c for c in grounds if tree.tags[c] == "VBG"] or [c for c in grounds if tree.lemmas[c] not in when]
    grounds = deeds or grounds
    return (*blamed[:1], *grounds[:1]), frozenset()


def _is_deed(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell what one may be charged in, a noun that is no name, time, paper or court: "charged *in two attacks*"."""
    return tree.pos[i] == "NOUN" and tree.lemmas[i] not in cues.courts | cues.times | cues.medium | cues.papers


def _grounds(tree: Tree, i: int, word: CueWord, passive: bool, cues: Cues) -> Content | None:
    """What somebody is laid into for doing: "attacked him *for breaking the truce*", where the verb alone may mean blows."""
    found = _blame(tree, i, word, passive, cues)
    done = found is not None and len(found[0]) == 2 and tree.tags[found[0][1]] == "VBG" and tree.marker(found[0][1]) in ("for", "over")
    return found if done else None


COMPLEMENTS = {
    "bid": _bid,
    "naming": _naming,
    "clause": _clause,
    "about": _about,
    "infinitive": _infinitive,
    "passive": _passive,
    "blame": _blame,
    "grounds": _grounds,
    "object": _object,
    "matter": _matter,
}
