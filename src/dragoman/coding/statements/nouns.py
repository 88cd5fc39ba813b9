"""Nouns, adjectives, adverbs and phrases as cues: "the claim that", "is convinced that", "reportedly", "according to"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.lexicon.cues import Cues, CueWord
from dragoman.coding.statements.contents import MARKS, whole
from dragoman.coding.statements.sources import NOBODY, noun_phrase, source_of_noun, source_of_verb
from dragoman.coding.statements.values import LOOSE, Cue, Range, Source
from dragoman.coding.statements.verbs import cue_tokens
from dragoman.coding.tree import Tree

_STIRRED = ("hopes", "fears")
_CLAUSE_DEPS = ("root", "ROOT", "ccomp", "advcl", "acl", "parataxis", "conj", "xcomp", "csubj")


def other_cues(tree: Tree, cues: Cues) -> Iterator[Cue]:
    """Yield the cues of a Doc that are no verbs."""
    for i, lemma in enumerate(tree.lemmas):
        if tree.pos[i] == "NOUN" and lemma in cues.nouns:
            yield from _noun(tree, i, cues.nouns[lemma], cues)
        elif tree.pos[i] in ("ADJ", "VERB") and lemma_of(tree, i) in cues.adjectives and not _is_active(tree, i):
            yield from _adjective(tree, i, cues.adjectives[lemma_of(tree, i)], cues)
        if (tree.words[i] in cues.adverbs and tree.bases[i] == "advmod") or (
            tree.words[i] in cues.attributives and tree.bases[i] == "amod"
        ):
            yield from _hedge(tree, i, cues)
        if tree.bases[i] in ("obl", "nmod", "advcl", "parataxis", "advmod", "root") and tree.is_nominal(i):
            yield from _according(tree, i, cues)


def _is_active(tree: Tree, i: int) -> bool:
    """Tell "has determined", which is no adjective; "has been convinced" is one."""
    perfect = tree.is_perfect(i) and not tree.is_passive(i) and not tree.kids(i, "cop")
    return perfect or tree.tags[i] == "VBD"


def lemma_of(tree: Tree, i: int) -> str:
    """Return the word itself for participles, which adjectives of the lexicon are listed as."""
    return tree.words[i] if tree.pos[i] == "VERB" or tree.words[i].endswith("ed") else tree.lemmas[i]


def _noun(tree: Tree, i: int, word: CueWord, cues: Cues) -> Iterator[Cue]:
    """A noun of saying with its clause, or with the phrase that says what about."""
    light = _light_verb(tree, i, cues)
    if tree.lemmas[i] in cues.doubtless and tree.has(i, cues.hardly, "det", "amod"):
        if tree.bases[i] != "obj" or not tree.kids(tree.heads[i], "nsubj"):
            return  # "there is *no doubt* that": it is so
        word, light = replace(word, kind=cues.kinds["says"]), tree.heads[i]
    owned = bool(tree.kids(i, "nmod:poss")) or any(tree.marker(c) == "by" for c in tree.kids(i, "nmod"))
    clauses = _noun_clauses(tree, i, word, cues, meant=owned or light is not None)
    if not clauses and tree.bases[i] == "nsubj" and tree.lemmas[tree.heads[i]] == "be":
        clauses = tree.kids(tree.heads[i], "ccomp")
    heads = tuple(clauses[:1])
    if not heads and not _is_command(tree, i, cues) and (light is not None or owned or tree.lemmas[i] in cues.bare_nouns):
        phrases = [c for c in tree.kids(i, "nmod", "acl", "ccomp") if tree.marker(c) in word.about and c > i]
        phrases = [c for c in phrases if tree.lemmas[c] not in cues.times]
        beside = [c for c in tree.kids(light, "obl") if c > i and tree.lemmas[c] not in cues.times] if light is not None else []
        heads = tuple((phrases or [c for c in beside if tree.marker(c) in word.about])[:1])
    told = tree.heads[i] if not heads and _is_what_of(tree, i, word) else None
    heads = heads if told is None else (told,)
    if not heads and light is not None and tree.lemmas[i] in cues.medium and word.kind.name == "says":
        # "Issued a statement to “condemn the attack”": what it says may only be quoted.
        source = source_of_noun(tree, i, cues, light=light, content=())
        yield Cue(anchor=i, tokens=tuple(sorted({*cue_tokens(tree, light, None, cues), i})), kind=word.kind, source=source, quotes=True)
    if not heads:
        return
    source = source_of_noun(tree, i, cues, light=light, content=heads)
    if light is not None and tree.tags[light] == "VBG" and tree.lemmas[light] in cues.comments and word.kind.name in _STIRRED:
        source = NOBODY  # "they agreed, Qatar said, *raising hopes* of peace": whose they are is not told
    if (
        not source.heads and tree.lemmas[tree.heads[i]] in cues.citing and tree.tags[tree.heads[i]] == "VBG" and tree.bases[i] == "obj"
    ):  # "citing concerns that"
        source = source_of_verb(tree, tree.heads[i], cues, passive=False)
    if not source.heads and tree.is_root(i) and not tree.kids(i, "cop"):  # "rebels report that", the verb read as a noun
        source = next((noun_phrase(tree, c, cues, cue=i) for c in tree.kids(i, "nsubj") if c < i), NOBODY)
    tokens = {i, *(c for c in tree.kids(i, "det", "amod") if not source.heads or c not in source.heads)}
    tokens |= {t for h in heads for t in tree.kids(h, "case") if t > i and t - i <= 2}
    if light is not None:
        tokens |= {*cue_tokens(tree, light, None, cues), *(t for t in range(light + 1, i) if i - light <= 5 and tree.pos[t] != "PUNCT")}
    # "Reports of an attack" say that there was one; "a report on the attack" takes it for granted.
    topic = not clauses and (word.kind.name == "asks" or (word.kind.name in ("says", "believes") and tree.marker(heads[0]) != "of"))
    kind = cues.kinds["speaks"] if topic else word.kind
    beside, parts = _beyond(tree, heads[0], cues) if tree.lemmas[i] in cues.held_for else ([], ())
    beside += [] if told is None else [*tree.kids(told, "cop"), *(c for c in tree.kids(told, "conj", "parataxis") if tree.kids(c, "nsubj"))]
    outside = frozenset({i, *beside})
    yield Cue(anchor=i, tokens=tuple(sorted(tokens)), kind=kind, source=source, heads=heads, outside=outside, granted=parts)


def _is_what_of(tree: Tree, i: int, word: CueWord) -> bool:
    """Tell a noun of saying that a copula parts from what it says: "the first *reports were of clashes*"."""
    said = tree.heads[i]
    return (
        tree.deps[i] == "nsubj"
        and tree.is_nominal(said)
        and bool(tree.kids(said, "cop"))
        and tree.marker(said) == "of"
        and "of" in word.about
    )


def _is_command(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell the charge of who leads from one that is laid: "in charge of", "took charge of"."""
    bare = tree.tags[i] == "NN" and tree.bases[i] == "obj" and not tree.kids(i, "det", "amod", "nmod:poss")
    return tree.lemmas[i] in cues.held_for and (bare or tree.marker(i) == "in")


def _beyond(tree: Tree, i: int, cues: Cues) -> tuple[list[int], tuple[Range, ...]]:
    """Return what is no part of a charge, behind a comma and "with", and what it takes for granted: "involvement *in the raid*"."""
    below = tree.subtree(i)
    beside = [t for t in below if t > i and tree.marker(t) == "with" and tree.words[tree.edges(t)[0] - 1] == ","]
    parts = [whole(tree, c) for t in below if tree.lemmas[t] in cues.parts for c in tree.kids(t, "nmod") if tree.marker(c) == "in"]
    return beside, tuple(parts)


def _light_verb(tree: Tree, i: int, cues: Cues) -> int | None:
    """Return the verb whose subject makes the statement: "made a claim that", "said in a statement that"."""
    head = tree.heads[i]
    told = tree.lemmas[i] in cues.medium or cues.nouns[tree.lemmas[i]].kind.name == "says"
    if tree.bases[i] == "obl" and told and _is_medium(tree, i, cues) and tree.kids(i, "acl", "ccomp") and not tree.kids(head, "ccomp"):
        return head if any("clause" in word.takes for word in cues.verbs.get(tree.lemmas[head], ())) else None
    if tree.bases[i] in ("obj", "nsubj") and head != i:
        particles = [tree.words[c] for c in tree.kids(head, "compound:prt", "advmod")]
        names = {tree.lemmas[head], *(f"{tree.lemmas[head]}_{p}" for p in particles)}
        if names & cues.light and (tree.bases[i] == "obj") != (tree.deps[i] == "nsubj:pass") and not _is_anothers(tree, i):
            return head
    return None


def _is_medium(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell in what somebody says something from what he speaks of: "said *in* a report", "told *by* letter", "commented *on* reports"."""
    marker = tree.marker(i)
    if any(marker in word.about for word in cues.verbs.get(tree.lemmas[tree.heads[i]], ())):
        return False
    return marker in cues.venues or (tree.lemmas[i] in cues.medium and marker in cues.media)


def _is_anothers(tree: Tree, i: int) -> bool:
    """Tell a noun whose owner is named: who "reaffirmed *the union's* readiness" is not himself ready."""
    owners = [*tree.kids(i, "nmod:poss"), *(c for c in tree.kids(i, "compound", "amod") if tree.pos[c] == "PROPN")]
    return any(tree.pos[c] in ("PROPN", "NOUN") and tree.lemmas[c] != tree.lemmas[i] for c in owners)


def _noun_clauses(tree: Tree, i: int, word: CueWord, cues: Cues, *, meant: bool) -> list[int]:
    """Return the clauses of a noun; an infinitive only where somebody means it ("its pledge to leave")."""
    found = []
    for c in tree.kids(i, "acl", "ccomp"):
        marks = list(tree.kids(c, "mark"))
        finite = any(tree.words[t] in cues.subordinators for t in marks)
        infinitive = any(tree.tags[t] == "TO" for t in marks) and word.kind.tense == "future" and meant
        gap = any(tree.is_asking(t) for t in tree.kids(c, "obj", "nsubj"))  # "a claim *that Oman denies*" does not say that it does
        if tree.deps[c] != "acl:relcl" and not gap and (finite or infinitive or tree.bases[c] == "ccomp"):
            found.append(c)
    return found


def _adjective(tree: Tree, i: int, word: CueWord, cues: Cues) -> Iterator[Cue]:
    """An attitude that somebody is said to have: "is convinced that", "was critical of"."""
    copula = tree.kids(i, "cop", "aux:pass", "aux")
    if not any(tree.lemmas[c] != "have" for c in copula) or not tree.kids(i, "nsubj"):
        return
    clauses = tree.kids(i, "ccomp")
    if word.kind.name not in ("knows", "believes"):  # what "is certain to fall" knows nothing
        clauses += [c for c in tree.kids(i, "xcomp", "advcl") if any(tree.tags[t] == "TO" for t in tree.kids(c, "mark"))]
    phrases = [c for c in tree.kids(i, "obl", "advcl") if tree.marker(c) in word.about and c > i]
    heads = tuple((clauses or phrases)[:1])
    if (
        not heads
        or tree.kids(i, "expl")
        or (word.kind.tense == "future" and tree.kids(heads[0], "aux") and not tree.kids(heads[0], "nsubj"))
    ):
        return  # "was determined to have been there" is found out, not wanted
    tokens = {*cue_tokens(tree, i, None, cues), *copula, *(t for h in heads for t in tree.kids(h, "case") if t - i in (1, 2))}
    source = source_of_verb(tree, i, cues, passive=False)
    yield Cue(anchor=i, tokens=tuple(sorted(tokens)), kind=word.kind, source=source, heads=heads, outside=frozenset({i, *tokens}))


def _hedge(tree: Tree, i: int, cues: Cues) -> Iterator[Cue]:
    """A word that puts its clause or noun in the mouth of somebody unnamed: "reportedly", "alleged"."""
    head = tree.heads[i]
    if head == i:
        return
    amod = tree.bases[i] == "amod"
    others = [c for c in tree.children[head] if c < i or tree.bases[c] == "conj"] if amod else _apart(tree, i, head, cues)
    others += [c for c in tree.subtree(head) if amod and c > head and tree.marker(c) in cues.adjuncts]
    yield Cue(anchor=i, tokens=(i,), kind=cues.kinds["says"], source=NOBODY, heads=(head,), outside=frozenset({i, *others}))


def _apart(tree: Tree, i: int, head: int, cues: Cues) -> list[int]:
    """Return what a hedge is not said of: clauses of their own ("reportedly left after they met"), what a comma parts before."""
    clauses = [c for c in tree.kids(head, "conj", "parataxis") if tree.kids(c, "nsubj", "aux", "cop")]
    clauses += [c for c in tree.kids(head, "advcl") if tree.marker(c) in cues.meanwhile and tree.kids(c, "nsubj")]
    subjects = tree.kids(head, "nsubj")
    before = [c for c in tree.kids(head, "obl", "advcl") if subjects and c < subjects[0] < i]
    return clauses + [c for c in before if "," in tree.words[tree.edges(c)[-1] + 1 : subjects[0]]]


def _according(tree: Tree, i: int, cues: Cues) -> Iterator[Cue]:
    """A phrase that names the source: "according to the ministry", "in his words", "in the view of the court"."""
    mark = tree.marker(i).replace("_", " ")
    source: Source | None = None
    tokens: list[int] = []
    if mark in cues.source_phrases and tree.lemmas[i] not in cues.no_sources:
        source = noun_phrase(tree, i, cues, cue=max(list(tree.kids(i, "case", "mark")), default=i))
        tokens = [t for c in tree.kids(i, "case", "mark") for t in (c, *tree.kids(c, "fixed"))]
    elif mark in cues.source_prepositions and tree.lemmas[i] in cues.source_nouns and tree.bases[i] != "nmod":
        owners = tree.kids(i, "nmod:poss") or [c for c in tree.kids(i, "nmod") if tree.marker(c) == "of" and tree.kids(i, "det")]
        if owners and tree.bases[i] != "advmod":
            source = noun_phrase(tree, owners[0], cues, cue=i)
            tokens = [*tree.kids(i, "case", "det", "amod"), i, *tree.kids(owners[0], "case")]
    host = _host_clause(tree, i, cues)
    if source and tokens and host is not None:
        kind = cues.kinds["says"]
        outside = frozenset({i})
        yield Cue(anchor=i, tokens=tuple(sorted(set(tokens))), kind=kind, source=source, heads=(host,), outside=outside, quotes=True)


def spoken_for(tree: Tree, cues: Sequence[Cue]) -> list[Cue]:
    """Return cues without the phrase for whoever tells of them in what they say: "Roe said they had left, *according to the king*"."""
    found = list(cues)
    for phrase in (c for c in cues if c.heads and not tree.is_verbal(c.anchor) and tree.bases[c.anchor] != "conj"):
        above = set(tree.ancestors(phrase.anchor))
        for n, cue in enumerate(found):
            if cue.anchor != phrase.anchor and above & set(cue.heads) and set(phrase.heads) & {cue.anchor, *tree.ancestors(cue.anchor)}:
                found[n] = replace(cue, outside=cue.outside | {phrase.anchor})
    for n, phrase in enumerate(found):  # "Ten died, *according to the king*, and the agency says that they had fled"
        if phrase.kind.name == "says" and phrase.tokens and not tree.is_verbal(phrase.anchor) and tree.bases[phrase.anchor] == "obl":
            beside = {
                c.anchor for c in cues if c.kind.name == "says" and c.anchor > phrase.anchor and _tells_too(tree, c.anchor, phrase.heads)
            }
            found[n] = replace(phrase, outside=phrase.outside | beside)
    return found


def _tells_too(tree: Tree, i: int, heads: Sequence[int]) -> bool:
    """Tell a verb of saying whose subject is named, no "they", and which is joined to what somebody else says."""
    named = any(tree.pos[s] != "PRON" for s in tree.kids(i, "nsubj"))
    return named and tree.is_verbal(i) and tree.bases[i] == "conj" and tree.first_conjunct(i) in heads


def _host_clause(tree: Tree, i: int, cues: Cues) -> int | None:
    """Return the head of the clause that a phrase belongs to; at the end of a sentence it speaks for all clauses joined there."""
    seen, part = i, tree.heads[i]
    if tree.bases[part] == "conj" and set(tree.kids(part, "cc")) & set(_before(tree, i)):
        return part  # "a large party and, according to Oman, *supportive of it*"
    for head in tree.ancestors(i):
        if tree.bases[head] in _CLAUSE_DEPS and (tree.is_verbal(head) or tree.kids(head, "cop", "nsubj")):
            return _first_clause(tree, head, cues) if _is_last(tree, i) else head
        seen = head
    return seen if seen != i else None


def _before(tree: Tree, i: int) -> list[int]:
    """Return the word before a phrase, over a comma."""
    first = next((t for t in tree.subtree(i) if tree.pos[t] not in LOOSE), i)
    return [t for t in range(max(0, first - 2), first) if tree.pos[t] not in LOOSE][-1:]


def _is_last(tree: Tree, i: int) -> bool:
    """Tell a phrase after a comma with which its sentence ends."""
    first, last = tree.edges(i)
    after = last + 1
    while after < len(tree.words) and tree.pos[after] in LOOSE and tree.sentences[after] == tree.sentences[i]:
        after += 1
    return tree.words[max(0, first - 1)] == "," and (after == len(tree.words) or tree.sentences[after] != tree.sentences[i])


def _first_clause(tree: Tree, i: int, cues: Cues) -> int:
    """Return the first of the clauses that one is joined to, where each says who did what."""
    while tree.kids(tree.heads[i], "nsubj") and (tree.bases[i] == "ccomp" or (tree.kids(i, "nsubj") and _goes_on(tree, i, cues))):
        if tree.is_root(i) or (tree.bases[i] == "ccomp" and MARKS.intersection(tree.words[min(i, tree.heads[i]) : tree.edges(i)[1]])):
            break  # what is quoted names its own source
        i = tree.heads[i]
    return i


def _goes_on(tree: Tree, i: int, cues: Cues) -> bool:
    return tree.bases[i] == "conj" or _is_beside(tree, i, cues)


def _is_beside(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell a clause that goes on with the one before it: "five were killed, *while* ten were hurt"."""
    return tree.bases[i] == "advcl" and i > tree.heads[i] and tree.marker(i) in cues.contrasts and tree.words[tree.edges(i)[0] - 1] == ","
