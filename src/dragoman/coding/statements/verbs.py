"""Verbs as cues: which tokens report, and which phrases of theirs are the content."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.lexicon.cues import CueKind, Cues, CueWord
from dragoman.coding.statements.cited import is_quoted
from dragoman.coding.statements.contents import granted_of, is_told
from dragoman.coding.statements.sources import source_of_verb
from dragoman.coding.statements.values import Cue
from dragoman.coding.tree import Tree

_CLAUSAL = frozenset({"VERB", "AUX"})
_BLAME = frozenset({"of", "for", "over", "with", "as", "against", "on", "to"})
_HOST = frozenset({"parataxis", "advcl", "dep", "discourse"})
_QUESTIONS = frozenset({"whether", "if"})
_RELATIVE = frozenset({"WDT", "WP"})
_SOMEBODY = frozenset({"PERSON", "ORG", "GPE", "NORP"})

Content = tuple[tuple[int, ...], frozenset[int]]
"""Heads of the content, and heads below them that are none of it."""


def verb_cues(tree: Tree, cues: Cues) -> Iterator[Cue]:
    """Yield a cue for each verb of the lexicon that has a content, or may have a quotation."""
    for i, lemma in enumerate(tree.lemmas):
        if tree.pos[i] not in ("VERB", "ADJ", "NOUN") or not tree.tags[i].startswith("VB"):
            continue
        if words := _words_at(tree, i, cues.verbs.get(lemma, ())):
            yield from _cue_at(tree, i, words, cues)


def _words_at(tree: Tree, i: int, words: tuple[CueWord, ...]) -> list[CueWord]:
    """Return the entries whose particle stands beside verb i, those with a particle first."""
    near = {tree.words[c] for c in tree.children[i] if (abs(c - i) <= 4 or tree.bases[c] == "xcomp") and tree.bases[c] != "nsubj"}
    fitting = [w for w in words if not w.particle or w.particle in near]
    particles = [w for w in fitting if w.particle]
    return particles + [w for w in fitting if not w.particle]


def _cue_at(tree: Tree, i: int, words: list[CueWord], cues: Cues) -> Iterator[Cue]:
    passive = _is_passive(tree, i)
    best = _best_frame(tree, i, words, cues)
    quotes = next((w for w in words if "quote" in w.takes), None)
    if best:
        word, (heads, outside) = best
        kind = cues.kinds["blames"] if word.kind.name == "judges" and _is_deed(tree, heads[-1]) else word.kind
        kind = cues.kinds["denies"] if kind.name == "refuses" and is_told(tree, heads[0], cues) else kind
        kind = cues.kinds["says"] if kind.name == "names" and is_quoted(tree, heads, cues) else kind
    elif quotes:
        word, heads, outside, kind = quotes, (), frozenset(), quotes.kind
    else:
        return
    if tree.deps[i] == "amod":
        return
    outside |= {i}
    heads = _with_beside(tree, i, tuple(h for h in heads if tree.tags[h] not in _RELATIVE) or heads)
    source = source_of_verb(tree, i, passive=passive and not (quotes and not heads))
    yield Cue(
        anchor=i,
        tokens=cue_tokens(tree, i, word, cues),
        kind=kind,
        source=source,
        heads=heads,
        outside=outside,
        quotes=quotes is not None,
        bidden=heads[0] if _is_bid(tree, heads, kind) else None,
        granted=granted_of(tree, heads, kind, cues),
    )


def _is_bid(tree: Tree, heads: tuple[int, ...], kind: CueKind) -> bool:
    """Tell a content of somebody and what he is to do."""
    return len(heads) == 2 and kind.tense == "future" and _has_to(tree, heads[1]) and not _has_to(tree, heads[0])


def _is_deed(tree: Tree, i: int) -> bool:
    """Tell what somebody is judged for doing: whoever "criticised them for breaking the truce" says that they broke it."""
    return tree.tags[i] == "VBG" and tree.is_verbal(i) and tree.marker(i) in _BLAME


def _with_beside(tree: Tree, i: int, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Add a noun beside the cue's object, which the parse joins to the cue itself: "demanded a truce and the release of all"."""
    if len(heads) != 1 or tree.pos[heads[0]] not in ("NOUN", "PROPN") or tree.bases[heads[0]] not in ("obj", "obl"):
        return heads
    joined = [c for c in tree.kids(i, "conj") if tree.pos[c] == "NOUN" and c > heads[0] and not tree.kids(c, "nsubj", "cop")]
    return (*heads, *joined)


def _is_passive(tree: Tree, i: int) -> bool:
    """Tell a passive, "asked" in "Asked about it, he said" included: without a subject it can only be a participle."""
    bare = tree.bases[i] == "advcl" and tree.tags[i] in ("VBD", "VBN") and not tree.kids(i, "nsubj", "aux", "mark")
    return bare or tree.is_passive(i)


def _best_frame(tree: Tree, i: int, words: list[CueWord], cues: Cues) -> tuple[CueWord, Content] | None:
    """Return the first entry whose content is there; a question that is put is asked, whatever else its verb means."""
    passive = _is_passive(tree, i)
    for frame, takes in _FRAMES.items():
        for word in words:
            content = takes(tree, i, word, passive) if frame in word.takes or frame == "about" else None
            if content is None or _says_nothing(tree, i, word, content[0], cues):
                continue
            asked = frame == "clause" and any(tree.marker(h) in _QUESTIONS for h in content[0])
            asking = [w for w in words if asked and w.kind.name == "asks" and frame in w.takes]
            return (asking or [word])[0], content
    return None


def _says_nothing(tree: Tree, i: int, word: CueWord, heads: tuple[int, ...], cues: Cues) -> bool:
    """Tell phrases that are no content: when something is said ("spoke on Monday"), idioms ("claimed two lives").

    Nor is what is led rather than bidden: "commanded operations to retake the town".
    """
    if word.kind.name == "bids" and len(heads) == 2 and tree.lemmas[heads[0]] in cues.undertakings and _has_to(tree, heads[1]):
        return True
    return all(tree.lemmas[h] in cues.times or f"{tree.lemmas[i]} {tree.lemmas[h]}" in cues.idioms for h in heads)


def _clause(tree: Tree, i: int, word: CueWord, passive: bool) -> Content | None:
    """A complement clause, or the clause that the cue interrupts, follows or is compared with ("as he said")."""
    clauses = tree.kids(i, "ccomp") or (tree.kids(i, "csubj") if passive and tree.kids(i, "expl") else [])
    if clauses:
        return tuple(clauses), frozenset()
    if tree.kids(i, "xcomp") and passive and tree.kids(i, "nsubj"):
        return None
    host = tree.heads[i]
    if _is_between_commas(tree, i):
        above = [h for h in tree.ancestors(i) if tree.is_verbal(h) or tree.kids(h, "cop")]
        return (tuple(above[:1]), frozenset()) if above else None
    if host == i or tree.bases[i] not in _HOST or not (tree.kids(i, "nsubj") or passive):
        return None
    mark = tree.marker(i)
    if tree.bases[i] == "advcl" and (mark != "as" or tree.pos[host] == "ADV"):
        return None
    if tree.bases[i] == "parataxis" and (tree.kids(i, "obj", "xcomp") or not _interrupts(tree, i, host)):
        return None
    while tree.bases[i] == "advcl" and tree.bases[host] == "xcomp":
        # "Agreed to leave, as was announced": all of it was.
        host = tree.heads[host]
    return (host,), frozenset()


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


def _interrupts(tree: Tree, i: int, host: int) -> bool:
    """Tell whether the cue's clause stands inside or after what it reports: short, or set off by a comma or mark."""
    clause = tree.subtree(i)
    around = [t for t in tree.subtree(host) if t < clause[0] or t > clause[-1]]
    before = clause[0] - 1
    while before >= 0 and tree.pos[before] == "SPACE":
        before -= 1
    if before < 0 or not around or around[0] > clause[0]:
        return False
    if tree.pos[before] == "PUNCT":
        return tree.words[before] not in (";", ".", ":")
    return len(clause) <= 2 and around[-1] > clause[-1]


def _bid(tree: Tree, i: int, word: CueWord, passive: bool) -> Content | None:
    """Somebody bidden and what to do: "urged Iran to stop", "Iran was urged to stop"."""
    infinitives = [c for c in tree.kids(i, "xcomp", "advcl", "ccomp") if _has_to(tree, c)]
    bidden = tree.kids(i, "obj", "iobj") or (tree.kids(i, "nsubj:pass") if passive else [])
    bidden = bidden or [c for c in tree.kids(i, "obl") if word.about and tree.marker(c) in word.about]
    if not infinitives or not bidden:
        return None
    if word.about and not any(tree.marker(c) in word.about for c in tree.kids(i, "obl")):
        return None
    return (*bidden[:1], infinitives[0]), frozenset()


def _naming(tree: Tree, i: int, word: CueWord, passive: bool) -> Content | None:
    """Something and what it is called: "called him a liar", "described it as a trap", "sees it as a trap" (``see+as``)."""
    named = tree.kids(i, "obj") or (tree.kids(i, "nsubj:pass") if passive else [])
    named = named or [c for c in tree.kids(i, "obl") if tree.marker(c) in word.about - {"as"}]
    if not named:
        names = tree.kids(i, "xcomp") if tree.deps[i] == "acl:relcl" and tree.words[tree.heads[i]] == "what" else []
        return (tuple(names), frozenset()) if names else None
    names = [c for c in tree.kids(i, "obl", "advcl", "xcomp") if tree.marker(c) == "as"]
    names = names or [c for c in tree.kids(named[0], "nmod") if tree.marker(c) == "as"]
    if "as" not in word.about:
        names = tree.kids(i, "xcomp") or names or tree.kids(i, "obj")[1:]
    return ((named[0], names[0]), frozenset()) if names else None


def _infinitive(tree: Tree, i: int, word: CueWord, passive: bool) -> Content | None:
    """What somebody claims, wants or promises to do."""
    if passive or word.about:
        return None
    found = _infinitives(tree, i)
    return (tuple(found[:1]), frozenset()) if found else None


def _passive(tree: Tree, i: int, word: CueWord, passive: bool) -> Content | None:
    """What nobody named says of the subject: "is believed to have fled"."""
    found = _infinitives(tree, i) if passive else []
    return ((*tree.kids(i, "nsubj:pass", "nsubj")[:1], *found[:1]), frozenset()) if found else None


def _infinitives(tree: Tree, i: int) -> list[int]:
    return [c for c in tree.kids(i, "xcomp") if tree.pos[c] in _CLAUSAL or _has_to(tree, c) or tree.kids(c, "cop")]


def _about(tree: Tree, i: int, word: CueWord, passive: bool) -> Content | None:
    """The phrase that one of the entry's prepositions marks: "called for talks"."""
    if not word.about:
        return None
    found = [c for c in tree.kids(i, "obl", "advcl", "xcomp") if tree.marker(c) in word.about and c > i and not _has_to(tree, c)]
    found = found or [c for o in tree.kids(i, "obj") for c in tree.kids(o, "nmod") if word.particle and tree.marker(c) in word.about]
    return (tuple(found[:1]), frozenset()) if found else None


def _object(tree: Tree, i: int, word: CueWord, passive: bool) -> Content | None:
    """The object itself, with what is said of it; of a passive only where an agent is named."""
    if word.about or (word.kind.polarity == "negative" and tree.kids(i, "iobj")):
        return None
    if passive:
        subjects = tree.kids(i, "nsubj:pass")
        by = any(tree.deps[c] == "obl:agent" or tree.marker(c) == "by" for c in tree.kids(i, "obl"))
        return (tuple(subjects[:1]), frozenset()) if subjects and by else None
    objects = [c for c in tree.kids(i, "obj") if tree.tags[c] not in _RELATIVE]
    return (tuple(objects[:1]), frozenset()) if objects else None


def _matter(tree: Tree, i: int, word: CueWord, passive: bool) -> Content | None:
    """The object, where it is nobody: one backs a plan in words, a candidate in other ways too."""
    content = _object(tree, i, word, passive)
    return content if content and not any(_is_somebody(tree, h) for h in content[0]) else None


def _is_somebody(tree: Tree, i: int) -> bool:
    return tree.pos[i] in ("PROPN", "PRON") or tree.doc[i].ent_type_ in _SOMEBODY


def _blame(tree: Tree, i: int, word: CueWord, passive: bool) -> Content | None:
    """Whom or what it is laid on, and what for."""
    if word.about:
        return _about(tree, i, word, passive)
    blamed = tree.kids(i, "obj") or (tree.kids(i, "nsubj:pass") if passive else [])
    beside = [i, *(c for c in tree.kids(i, "xcomp") if tree.words[c] == word.particle)]
    grounds = [c for t in beside for c in tree.kids(t, "obl", "advcl") if tree.marker(c) in _BLAME and c > i]
    if not blamed or (passive and not grounds and not any(tree.marker(c) == "by" for c in tree.kids(i, "obl"))):
        return None
    grounds = [c for c in grounds if tree.deps[c] != "obl:agent"]
    return (*blamed[:1], *grounds[:1]), frozenset()


_FRAMES = {
    "bid": _bid,
    "naming": _naming,
    "clause": _clause,
    "about": _about,
    "infinitive": _infinitive,
    "passive": _passive,
    "blame": _blame,
    "object": _object,
    "matter": _matter,
}


def _has_to(tree: Tree, i: int) -> bool:
    return any(tree.deps[c] == "mark" and tree.tags[c] == "TO" for c in tree.children[i])


def cue_tokens(tree: Tree, i: int, word: CueWord | None, cues: Cues) -> tuple[int, ...]:
    """Return the tokens of a verbal cue: auxiliaries, "not", particles, and the verbs that only lead to it."""
    found = {i, *tree.kids(i, "aux", "compound:prt")}
    found |= {c for c in tree.kids(i, "advmod") if tree.lemmas[c] in ("not", "n't", "never") or (c < i and i - c == 1)}
    if word and word.particle:
        found |= {c for c in tree.children[i] if tree.words[c] == word.particle and abs(c - i) <= 4}
    if word and word.about:
        found |= {
            t
            for c in tree.kids(i, "obl", "advcl", "nmod")
            for t in tree.kids(c, "case", "mark")
            if tree.words[t] in word.about and t - i <= 2 and t > i
        }
    for c in tree.kids(i, "obl"):
        phrase = [*tree.kids(c, "case", "det", "amod", "compound"), c]
        if tree.lemmas[c] in cues.medium and sorted(phrase) == list(range(i + 1, c + 1)):
            found |= set(phrase)
    head = tree.heads[i]
    if head != i and leads(tree, i, cues) and 0 < i - head <= 4:
        found |= {head, *range(head + 1, i), *tree.kids(head, "aux")}
    elif tree.bases[i] == "xcomp":
        found |= {c for c in tree.kids(i, "mark") if tree.tags[c] == "TO"}
    found = {t for t in found if abs(t - i) <= 6 and tree.pos[t] not in ("PUNCT", "SPACE")}
    return tuple(sorted(found))


def leads(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell whether the verb that governs infinitive or participle i only leads to it: "refused to say"."""
    head = tree.heads[i]
    beside = tree.bases[i] == "xcomp" or (tree.bases[i] == "advcl" and _has_to(tree, i) and i - head <= 3)
    if not beside or tree.kids(head, "obj"):
        return False
    lemma = tree.lemmas[head]
    particles = [tree.words[c] for c in tree.kids(head, "compound:prt", "advmod")]
    return lemma in cues.chain or any(f"{lemma}_{p}" in cues.chain for p in particles)
