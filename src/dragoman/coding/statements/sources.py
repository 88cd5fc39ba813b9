"""Who says it: from a cue's place in the tree to the heads and the span of its source."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.coding.lexicon.cues import Cues
from dragoman.coding.statements.values import LOOSE, TENSED, Range, Source
from dragoman.coding.tree import Tree

NOBODY = Source()
_GOVERNED = frozenset({"xcomp", "advcl", "conj", "parataxis", "ccomp", "dep", "acl"})
_LATER = frozenset({"parataxis", "dep", "list", "discourse"})
_STRAY = frozenset({"parataxis", "appos", "dep", "conj"})
_HELD = frozenset({"on", "over", "for"})  # "arrested him *on* suspicion of murder"


def source_of_verb(tree: Tree, i: int, cues: Cues, *, passive: bool) -> Source:
    """Return who does the saying of verb i: its subject, its agent, or whoever controls it."""
    if passive:
        return agent_of(tree, i, cues)
    subjects = tree.kids(i, "nsubj", "csubj")
    subjects = [s for s in subjects if tree.deps[s] not in ("nsubj:pass", "csubj:pass")] or subjects
    behind = [s for s in subjects if s < i and any(c < s for c in tree.kids(i, "ccomp"))]
    if len(subjects) > 1 and behind:  # "Its chief, Roe, left and its chairman stepped in, *the company* said": the first is of what is said
        return noun_phrase(tree, behind[-1], cues, cue=i)
    if subjects:
        named = subjects[1:2] and subjects[1] == subjects[0] + 1 and tree.pos[subjects[1]] == "PROPN"  # "Adviser *Roe*", read as two
        return noun_phrase(tree, subjects[1 if named else 0], cues, cue=i)
    prefixed = [c for c in tree.kids(i, "compound") if c == i - 1 and tree.pos[c] == "PROPN"] if tree.tags[i] in TENSED else []
    if prefixed:  # "*ACLED* reports that", read as one name
        return noun_phrase(tree, prefixed[0], cues, cue=i)
    stray = stray_subject(tree, i)
    return _controller(tree, i, cues) if stray is None else noun_phrase(tree, stray, cues, cue=i)


def stray_subject(tree: Tree, i: int) -> int | None:
    """Return the noun behind a comma and right before a verb that the parse has given no subject: ", *sources who saw it* told us"."""
    told = tree.bases[i] == "parataxis" or any(c < i for c in tree.kids(i, "ccomp"))
    if not told or tree.tags[i] not in TENSED or tree.kids(i, "nsubj", "csubj", "expl"):
        return None
    near = [t for t in range(max(0, i - 12), i) if tree.is_nominal(t) and tree.edges(t)[-1] == i - 1]
    near = [t for t in near if tree.bases[t] in _STRAY or (tree.deps[t] == "nsubj" and tree.heads[t] < t)]
    return next((t for t in near if tree.words[max(0, tree.edges(t)[0] - 1)] == ","), None)


def agent_of(tree: Tree, i: int, cues: Cues) -> Source:
    """Return the "by" phrase of a passive verb or a noun."""
    agents = [c for c in tree.kids(i, "obl", "nmod") if tree.marker(c) == "by"]  # not "blamed *on* rebels"
    return noun_phrase(tree, agents[0], cues, cue=i) if agents else NOBODY


def _controller(tree: Tree, i: int, cues: Cues) -> Source:
    """Return the subject that a verb without one shares with what governs it."""
    seen = i
    for head in tree.ancestors(i):
        base = tree.bases[seen]
        if base not in _GOVERNED:
            return NOBODY
        if base == "acl":
            return _described_by(tree, head, seen, cues)
        between = [s for s in tree.kids(head, "nsubj") if head < s < seen] if base == "ccomp" else []
        if between and len(tree.kids(head, "nsubj")) > 1:
            return noun_phrase(tree, between[0], cues, cue=seen)
        if base == "ccomp" and tree.tags[seen] in TENSED and (objects := [o for o in tree.kids(head, "obj") if head < o < seen]):
            # "The agency reported the minister urged them to leave", the minister read as what was reported.
            return noun_phrase(tree, objects[0], cues, cue=seen)
        if base == "xcomp" and (objects := tree.kids(head, "obj", "iobj")) and not _keeps_subject(tree, head, cues):
            return noun_phrase(tree, objects[0], cues, cue=seen)
        quoted = tree.kids(head, "obj", "iobj") if base == "advcl" and tree.marker(seen) == "as" and tree.tags[seen] == "VBG" else []
        if subjects := (quoted or tree.kids(head, "nsubj")):
            # Of "quoted him as saying" he is the subject.
            return noun_phrase(tree, subjects[0], cues, cue=seen if quoted else head)
        if base == "ccomp":
            return NOBODY
        seen = head
    return NOBODY


def _described_by(tree: Tree, noun: int, i: int, cues: Cues) -> Source:
    """Return whom a participle that hangs on a noun describes: the noun, or whoever speaks at or in what it names."""
    if tree.kids(noun, "cop") and tree.kids(noun, "nsubj") and any(tree.tags[c] == "TO" for c in tree.kids(i, "mark")):
        return noun_phrase(tree, tree.kids(noun, "nsubj")[0], cues, cue=i)  # "*Roe* was at pains to stress"
    bare = tree.marker(i) in ("", "as")  # not "their hope *of* saying"
    if not (bare and tree.deps[i] == "acl" and tree.tags[i] in ("VBG", "VBN")):
        return _possessor(tree, noun, cues)
    if _is_where_said(tree, noun, cues):
        return source_of_verb(tree, tree.heads[noun], cues, passive=False)
    return noun_phrase(tree, noun, cues, cue=i) if tree.is_nominal(noun) else _possessor(tree, noun, cues)


def _is_where_said(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell at what or in what somebody says something: "said *at a news conference* announcing that", "said *in a letter* warning of"."""
    verb = tree.heads[i]
    if tree.bases[i] != "obl" or tree.lemmas[i] not in cues.medium | cues.occasions or tree.marker(i) not in cues.venues:
        return False
    return not tree.is_passive(verb) and any("clause" in word.takes for word in cues.verbs.get(tree.lemmas[verb], ()))


def _keeps_subject(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell whether verb i leaves its subject to an infinitive even beside an object ("promised him to say")."""
    return tree.lemmas[i] in cues.keeping


def _possessor(tree: Tree, noun: int, cues: Cues) -> Source:
    owners = tree.kids(noun, "nmod:poss")
    return noun_phrase(tree, owners[0], cues, cue=noun) if owners else NOBODY


def source_of_noun(tree: Tree, noun: int, cues: Cues, *, light: int | None, content: Iterable[int]) -> Source:
    """Return who makes the statement that a noun names: the light verb's subject, a possessor, a "by" or "from" phrase."""
    if light is not None and tree.lemmas[noun] in cues.orders and tree.lemmas[light] in cues.having:
        giver = next((c for n in (noun, light) for c in tree.kids(n, "nmod", "obl") if tree.marker(c) == "from"), None)
        return NOBODY if giver is None else noun_phrase(tree, giver, cues, cue=noun)
    if light is not None:
        return source_of_verb(tree, light, cues, passive=tree.is_passive(light))
    owner = _possessor(tree, noun, cues)
    if owner.heads:
        return owner
    taken = set(content)
    for child in tree.kids(noun, "nmod", "obl"):
        if child not in taken and tree.marker(child) in ("by", "from", "of", "among", "between") and tree.deps[child] != "nmod:poss":
            return noun_phrase(tree, child, cues, cue=noun)
    before = [(c, [c, *tree.kids(c, "compound", "amod")]) for c in tree.kids(noun, "amod", "compound")]
    named = [c for c, words in before if any(tree.pos[t] == "PROPN" or tree.words[t][:1] != tree.doc[t].text[:1] for t in words)]
    if named:  # "the *U.S. community* consensus"
        return Source((named[0],), (tree.edges(named[0])[0], named[0] + 1))
    head = tree.heads[noun]
    held = tree.lemmas[noun] in cues.held_for and tree.marker(noun) in _HELD and bool(tree.is_passive(head) or tree.kids(head, "obj"))
    grounds = tree.marker(noun) in cues.grounds or held  # who "appeared on *charges* of murder" is held by others
    reason = tree.bases[noun] == "obl" and grounds and tree.is_verbal(head) and taken & set(tree.kids(noun, "acl", "nmod"))
    return source_of_verb(tree, head, cues, passive=tree.is_passive(head)) if reason else NOBODY


def noun_phrase(tree: Tree, i: int, cues: Cues, *, cue: int) -> Source:
    """Return the source that the noun phrase headed by i is, coordinated heads apart.

    A relative pronoun stands for its antecedent: that is the head, the pronoun the span. An expletive is nobody.
    """
    if tree.deps[i] == "expl" or (tree.words[i] in cues.expletives and tree.kids(cue, "csubj", "expl")):
        return NOBODY
    if tree.tags[i] in ("WP", "WDT") and (antecedent := _antecedent(tree, i)) is not None:
        return Source(tuple(_heads(tree, _described(tree, antecedent))), (i, i + 1))
    return Source(tuple(_heads(tree, i)), phrase(tree, i, cues, cue=cue))


def _described(tree: Tree, i: int) -> int:
    """Return who is said to be what a relative clause describes: "*Roe* is a teacher, writer and poet who has promised"."""
    top = i
    if tree.pos[i] == "PROPN" and not tree.kids(i, "det"):
        return i
    while not tree.kids(top, "cop") and tree.bases[top] in ("conj", "appos") and tree.is_nominal(tree.heads[top]):
        top = tree.heads[top]
    told = [top, *(t for t in tree.ancestors(top) if tree.first_conjunct(top) == tree.first_conjunct(t))] if tree.kids(top, "cop") else []
    subjects = next((found for t in told if (found := tree.kids(t, "nsubj", "expl"))), [])
    return subjects[0] if subjects and tree.bases[subjects[0]] == "nsubj" else i


def speaking_through(tree: Tree, source: Source, cues: Cues) -> Source:
    """Return who speaks through a source that cannot itself: the author of a letter, the members of "one of them".

    Reports and rumours of nobody named are nobody; the span stays what the text says.
    """
    heads: list[int] = []
    for i in source.heads:
        written = tree.lemmas[i] in cues.medium | cues.anonymous | cues.mindless
        if written and (author := _author(tree, i, cues)) is not None:
            heads += _heads(tree, author)
        elif tree.lemmas[i] not in cues.anonymous or (tree.lemmas[i] in cues.papers and tree.tags[i] == "NN" and tree.kids(i, "det")):
            heads.append(_member(tree, i, cues))
    return Source(tuple(dict.fromkeys(heads)), source.span)


def is_mute(tree: Tree, source: Source, kind: str, cues: Cues) -> bool:
    """Tell a source that cannot make such a statement: "the speed of it shows", a paper that awaits or believes."""
    mute = cues.mindless | cues.happenings | (cues.papers if kind in cues.minds else frozenset())
    if source.heads and all(_is_nobody(tree, i, cues) for i in source.heads):
        return True
    return bool(source.heads) and all(tree.pos[i] == "NOUN" and tree.lemmas[i] in mute for i in source.heads)


def _is_nobody(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell "nobody" and "no one"."""
    return tree.words[i] in cues.nobody or (tree.words[i] == "one" and any(tree.words[c] == "no" for c in tree.kids(i, "det")))


def _author(tree: Tree, i: int, cues: Cues) -> int | None:
    """Return the head of the phrase that says whose a document is: "by the agency", "the agency's", "sent by the agency".

    Where no phrase does, it is whoever issued it: "both issued statements saying".
    """
    if tree.has(i, cues.unadopted, "amod", "compound"):
        # A draft is not yet the word of the body that is to adopt it.
        return None
    owners = tree.kids(i, "nmod:poss") + [c for c in tree.kids(i, "nmod") if tree.marker(c) in cues.authorship]
    written = [v for v in tree.kids(i, "acl") if tree.lemmas[v] not in cues.handled]
    owners += [a for v in written for a in tree.kids(v, "obl") if tree.marker(a) == "by"]
    owners += [c for c in tree.kids(i, "compound", "amod", "nmod") if tree.pos[c] == "PROPN" and not tree.marker(c)]
    owners += [c for c in tree.kids(i, "compound") if tree.lemmas[c] in cues.citable | cues.speaking]  # "*police* reports say"
    issued = tree.lemmas[i] in cues.medium and tree.bases[i] == "obj" and tree.lemmas[tree.heads[i]] in cues.light | cues.issuing
    return next(iter(owners + (tree.kids(tree.heads[i], "nsubj") if issued else [])), None)


def _member(tree: Tree, i: int, cues: Cues) -> int:
    """Return who is meant by "one of the ministers", "a share of voters": who is named beside it, else the group."""
    counts = tree.pos[i] in ("NUM", "DET", "PRON", "ADJ") or tree.lemmas[i] in cues.shares
    if counts and (named := [c for c in tree.kids(i, "appos") if tree.pos[c] == "PROPN" and c > i]):
        return named[0]  # "a third, *Ann Roe*, said"
    if counts and (group := [c for c in tree.kids(i, "nmod") if tree.marker(c) == "of"]):
        return (tree.kids(i, "appos") or tree.kids(group[0], "appos") or group)[0]
    return i


def _heads(tree: Tree, i: int) -> list[int]:
    named = _named(tree, i)
    found = [named]
    for child in dict.fromkeys([*tree.kids(i, "conj"), *tree.kids(named, "conj")]):
        if tree.is_nominal(child) and child > i:  # "the minister *for trade and* industry Jane Doe" is one
            found += _heads(tree, child)
    return sorted(found)


def _named(tree: Tree, i: int) -> int:
    """Return the name right after a title that the parse hangs on it: "candidate *Ann Roe*"."""
    names = [c for c in tree.kids(i, "appos", "flat", "nmod") if c == i + 1 and tree.pos[c] == "PROPN"] if tree.pos[i] == "NOUN" else []
    return names[0] if names else i


def _antecedent(tree: Tree, pronoun: int) -> int | None:
    """Return the noun that the relative clause around a pronoun belongs to."""
    seen = pronoun
    for head in tree.ancestors(pronoun):
        if tree.deps[seen] == "acl:relcl":
            return head
        if tree.bases[seen] not in ("nsubj", "conj", "xcomp", "ccomp", "nmod", "obl", "aux", "cop"):
            return None
        seen = head
    return None


def phrase(tree: Tree, i: int, cues: Cues, *, cue: int) -> Range:
    """Return the span of the noun phrase headed by i: without its preposition, and without what the cue belongs to."""
    skip = {c for c in tree.children[i] if tree.bases[c] in ("case", "mark", "cc", "cop", "aux", *_LATER)}
    skip |= {c for c in tree.children[i] if tree.bases[c] == "advmod" and c < i and tree.lemmas[c] in cues.connectives}
    tokens = _below(tree, i, skip, cue)
    first, last = min(tokens), max(tokens) + 1
    if cue < i:
        first = max(first, cue + 1)
    elif cue > i:
        last = min(last, cue)
    while last > i + 1 and tree.pos[last - 1] in LOOSE:
        last -= 1
    commas = [t for t in range(i, last) if tree.words[t] == ","]
    if commas and last < len(tree.words) and tree.words[last] == "," and cue > i and _set_off(tree, i):
        last += 1
    return first, last


def _set_off(tree: Tree, i: int) -> bool:
    return any(tree.bases[c] in ("appos", "acl", "amod", "nmod") and c > i for c in tree.children[i])


def _below(tree: Tree, i: int, skip: set[int], cue: int) -> list[int]:
    found, todo = [i], [c for c in tree.children[i] if c not in skip and c != cue]
    while todo:
        token = todo.pop()
        found.append(token)
        todo += [c for c in tree.children[token] if c != cue]
    return found
