"""Verbs as cues: which tokens report, and which phrases of theirs are the content."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.lexicon.cues import CueKind, Cues, CueWord
from dragoman.coding.statements.cited import is_quoted
from dragoman.coding.statements.complements import BLAME, COMPLEMENTS, RELATIVE, Content
from dragoman.coding.statements.contents import granted_of, is_told
from dragoman.coding.statements.sources import NOBODY, noun_phrase, source_of_verb
from dragoman.coding.statements.values import LOOSE, Cue
from dragoman.coding.tree import Tree


def verb_cues(tree: Tree, cues: Cues) -> Iterator[Cue]:
    """Yield a cue for each verb of the lexicon that has a content, or may have a quotation."""
    for i, lemma in enumerate(tree.lemmas):
        if tree.pos[i] not in ("VERB", "ADJ", "NOUN") or not tree.tags[i].startswith("VB"):
            continue
        if _is_filler(tree, i, cues):
            continue
        if words := _words_at(tree, i, cues.verbs.get(lemma, ())):
            yield from _cue_at(tree, i, words, cues)


def _is_filler(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell what only fills a pause: "and, *you know*, they left"."""
    return 0 < i < len(tree.words) - 1 and f"{tree.words[i - 1]} {tree.words[i]}" in cues.fillers and tree.words[i + 1] == ","


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
        told = kind.name == "names" and is_quoted(tree, heads, cues)
        clause = tree.kids(heads[0], "nsubj") or (tree.lemmas[heads[0]] in cues.instances and tree.kids(heads[0], "acl"))
        kind = cues.kinds["says"] if told or (kind.name == "speaks" and clause) else kind
        kind = cues.kinds["speaks"] if _is_topic(tree, heads[0], word, kind, cues) or _is_unsaid(tree, i, kind, cues) else kind
    elif quotes:
        word, heads, outside, kind = quotes, (), frozenset(), quotes.kind
    else:
        return
    if tree.deps[i] == "amod":
        return
    outside |= {i, *(_circumstances(tree, i, heads[0], cues) if best and word.kind.name == "says" else ())}
    heads = tuple(h for h in heads if tree.tags[h] not in RELATIVE) or heads
    heads = _with_beside(tree, cues, i, heads, meant=kind.tense == "future")
    source = source_of_verb(tree, i, cues, passive=passive and not (quotes and not heads))
    if kind.name == "knows" and tree.lemmas[i] in cues.listening and all(tree.lemmas[t] in cues.tribunals for t in source.heads or (i,)):
        # What is said before a court is said by whom it hears it from.
        speakers = [c for c in tree.kids(i, "obl") if tree.marker(c) == "from"]
        kind, source = cues.kinds["says"], noun_phrase(tree, speakers[0], cues, cue=i) if speakers else NOBODY
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
        named=heads[1] if kind.name == "names" and len(heads) == 2 and not _is_denied(tree, i, cues) else None,
    )


def _circumstances(tree: Tree, i: int, clause: int, cues: Cues) -> list[int]:
    """Return when and where something is said, which the parse hangs on what is said: "said *after the talks* they had failed"."""
    opening = [*tree.kids(clause, "mark"), *(t for s in tree.kids(clause, "nsubj", "expl", "csubj") for t in tree.subtree(s))]
    if tree.heads[clause] != i or clause < i or not opening:
        return []
    start = min(opening)
    when = cues.medium | cues.occasions | cues.times
    before = [c for c in tree.kids(clause, "obl") if i < c < start and tree.lemmas[c] in when]
    return [] if "," in tree.words[i + 1 : start] else before


def _is_bid(tree: Tree, heads: tuple[int, ...], kind: CueKind) -> bool:
    """Tell a content of somebody and what he is to do."""
    return len(heads) == 2 and kind.tense == "future" and tree.has_to(heads[1]) and not tree.has_to(heads[0])


def _is_denied(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell a verb with "not"."""
    return any(tree.lemmas[c] in cues.negations for c in tree.kids(i, "advmod"))


def _is_deed(tree: Tree, i: int) -> bool:
    """Tell what somebody is judged for doing: whoever "criticised them for breaking the truce" says that they broke it."""
    return tree.tags[i] == "VBG" and tree.is_verbal(i) and tree.marker(i) in BLAME


def _with_beside(tree: Tree, cues: Cues, i: int, heads: tuple[int, ...], *, meant: bool) -> tuple[int, ...]:
    """Add a noun beside the cue's object that the parse hangs on the cue itself: "demanded a truce and the release of all"."""
    if len(heads) != 1 or tree.pos[heads[0]] not in ("NOUN", "PROPN") or tree.bases[heads[0]] not in ("obj", "obl"):
        return heads
    joined = [c for c in tree.kids(i, "conj") if tree.pos[c] == "NOUN" and c > heads[0] and not tree.kids(c, "nsubj", "cop")]
    joined += [c for c in tree.kids(i, "obl") if c > heads[0] and tree.marker(c) in cues.examples]
    if meant:  # "warned of strikes *if they did not leave*"
        joined += [c for c in tree.kids(i, "advcl") if c > heads[0] and tree.marker(c) in cues.provisos]
    return (*heads, *joined)


def _is_passive(tree: Tree, i: int) -> bool:
    """Tell a passive, "asked" in "Asked about it, he said" included: without a subject it can only be a participle."""
    bare = tree.bases[i] == "advcl" and tree.tags[i] in ("VBD", "VBN") and not tree.kids(i, "nsubj", "aux", "mark")
    does = any(tree.deps[c] == "nsubj" for c in tree.children[i]) and bool(tree.kids(i, "obj")) and not tree.kids(i, "aux")
    return bare or (tree.is_passive(i) and not does)


def _best_frame(tree: Tree, i: int, words: list[CueWord], cues: Cues) -> tuple[CueWord, Content] | None:
    """Return the first entry whose content is there; a question that is put is asked, whatever else its verb means."""
    passive = _is_passive(tree, i)
    for frame, takes in COMPLEMENTS.items():
        for word in words:
            content = takes(tree, i, word, passive, cues) if frame in word.takes or frame == "about" else None
            if content is None or _says_nothing(tree, i, word, content[0], cues):
                continue
            asked = frame == "clause" and any(_is_question(tree, h, cues) for h in content[0])
            asking = [w for w in words if asked and w.kind.name == "asks" and frame in w.takes]
            return (asking or [word])[0], content
    return None


def _is_question(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell a clause that asks: "whether they left", "why they left"."""
    return tree.marker(i) in cues.questions or _is_puzzle(tree, i, cues)


def _is_puzzle(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell a question that takes for granted what it is about: "why they left", "*who* left"."""
    return any(tree.words[c] in cues.puzzles for c in tree.children[i] if c < i)


def _is_topic(tree: Tree, i: int, word: CueWord, kind: CueKind, cues: Cues) -> bool:
    """Tell what is only asked or thought about, and so taken for granted: "asked why they fled", "thinks about the attack"."""
    if kind.name == "asks" and _is_puzzle(tree, i, cues):
        return True
    return kind.name in ("asks", "believes") and bool(word.about & {"about", "of"}) and not tree.is_verbal(i)


def _is_unsaid(tree: Tree, i: int, kind: CueKind, cues: Cues) -> bool:
    """Tell what somebody did not say though it was so: "*failed to report* the plot"."""
    return kind.name == "says" and tree.lemmas[tree.heads[i]] in cues.unsaid and leads(tree, i, cues)


def _says_nothing(tree: Tree, i: int, word: CueWord, heads: tuple[int, ...], cues: Cues) -> bool:
    """Tell phrases that are no content: when something is said ("spoke on Monday"), idioms ("claimed two lives", "found them dead").

    Nor is what is led rather than bidden: "commanded operations to retake the town".
    """
    if word.kind.name == "bids" and len(heads) == 2 and tree.lemmas[heads[0]] in cues.undertakings and tree.has_to(heads[1]):
        return True
    if word.kind.name == "shows" and tree.kids(i, "iobj"):  # who shows somebody a thing
        return True
    if len(heads) == 2 and any(f"{tree.lemmas[i]} {name}" in cues.idioms for name in (tree.lemmas[heads[1]], tree.words[heads[1]])):
        return True
    whens = [tree.lemmas[h] in cues.times and not (tree.is_verbal(h) or tree.kids(h, "cop")) for h in heads]  # "said it *was time*"
    return all(when or f"{tree.lemmas[i]} {tree.lemmas[h]}" in cues.idioms for h, when in zip(heads, whens, strict=True))


def cue_tokens(tree: Tree, i: int, word: CueWord | None, cues: Cues) -> tuple[int, ...]:
    """Return the tokens of a verbal cue: auxiliaries, "not", particles, and the verbs that only lead to it."""
    found = {i, *tree.kids(i, "aux", "compound:prt")}
    found |= {c for c in tree.kids(i, "advmod") if tree.lemmas[c] in cues.negations or (c < i and i - c == 1)}
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
        about = word is not None and tree.marker(c) in word.about  # "objected to the statement"
        if tree.lemmas[c] in cues.medium and not about and sorted(phrase) == list(range(i + 1, c + 1)):
            found |= set(phrase)
    head = tree.heads[i]
    if head != i and leads(tree, i, cues) and 0 < i - head <= 4:
        found |= {head, *range(head + 1, i), *tree.kids(head, "aux")}
    elif tree.bases[i] == "xcomp":
        found |= {c for c in tree.kids(i, "mark") if tree.tags[c] == "TO"}
    found = {t for t in found if abs(t - i) <= 6 and tree.pos[t] not in LOOSE}
    return tuple(sorted(found))


def leads(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell whether the verb that governs infinitive or participle i only leads to it: "refused to say"."""
    head = tree.heads[i]
    beside = tree.bases[i] == "xcomp" or (tree.bases[i] == "advcl" and tree.has_to(i) and i - head <= 3)
    if not beside or tree.kids(head, "obj"):
        return False
    lemma = tree.lemmas[head]
    particles = [tree.words[c] for c in tree.kids(head, "compound:prt", "advmod")]
    return lemma in cues.chain or any(f"{lemma}_{p}" in cues.chain for p in particles)
