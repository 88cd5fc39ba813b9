"""Those whom a source quotes: "according to the agency, citing an official", "the agency quoted him as saying"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.lexicon.cues import Cues
from dragoman.coding.statements.complements import interrupts
from dragoman.coding.statements.sources import noun_phrase
from dragoman.coding.statements.values import Cue, RawStatement
from dragoman.coding.tree import Tree

_SOMEBODY = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def cited_cues(tree: Tree, found: Sequence[Cue], cues: Cues) -> Iterator[Cue]:
    """Yield a cue for everybody whom a source cites for all that it says: "reported, citing witnesses, that"."""
    says = [c for c in found if c.kind.name == "says" and c.heads and c.source.heads]
    for i in (t for t, lemma in enumerate(tree.lemmas) if lemma in cues.citing):
        described = tree.deps[i] == "acl:relcl" and any(tree.tags[c] in ("WP", "WDT") for c in tree.kids(i, "nsubj"))
        if not (tree.tags[i] == "VBG" or described):
            continue
        cited = _cited(tree, i)
        if (
            cited is None
            or not (tree.lemmas[i] in cues.wording or _speaks(tree, cited, cues))
            or tree.kids(i, "ccomp")
            or any(c < i and not described for c in tree.kids(i, "nsubj"))
        ):
            continue
        above = tree.heads[cited if tree.bases[i] in ("case", "mark") else i]
        outer = next((c for c in says if i not in c.tokens and (above == c.anchor or above in (*c.heads, *c.source.heads))), None)
        if outer is not None:
            tokens = (i,)
            outside = frozenset({*outer.outside, *outer.tokens, *outer.source.heads, i, cited})
            yield Cue(i, tokens, outer.kind, noun_phrase(tree, cited, cues, cue=i), outer.heads, outside)


def _cited(tree: Tree, i: int) -> int | None:
    """Return the head of what stands after the participle, wherever the parse hangs it."""
    if objects := [*tree.kids(i, "obj"), *(c for c in tree.kids(i, "nsubj") if c > i)]:
        return objects[0]
    near = [tree.heads[i], *tree.children[tree.heads[i]]]
    after = (t for t in near if t > i and tree.pos[t] in ("NOUN", "PROPN"))
    return next((t for t in after if min(s for s in tree.subtree(t) if s > i) == i + 1), None)


def _speaks(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell who can be cited from reasons: "citing an official", not "citing security concerns"."""
    names = {tree.lemmas[i], tree.words[i].removesuffix("es")}
    return bool(names & (cues.speaking | cues.citable)) or tree.doc[i].ent_type_ in _SOMEBODY or tree.pos[i] == "PROPN"


def quoters(tree: Tree, statements: Sequence[RawStatement], cues: Cues) -> Iterator[RawStatement]:
    """Yield who quotes, and who is quoted, where only one of them is found: "the agency *quoted* him as *saying*: “It is over”"."""
    said, telling_of = cues.kinds["says"], cues.quoting | cues.recalling
    for i in (t for t, lemma in enumerate(tree.lemmas) if lemma in telling_of):
        told = (c for c in tree.kids(i, "advcl", "ccomp", "xcomp") if is_quoted(tree, (c,), cues) or _recalled(tree, c, cues) is not None)
        saying = next(told, None)
        if saying is None:
            yield from _named_behind(tree, statements, i, cues)
            continue
        heard = [s for s in statements if saying in s.cue]
        telling = [s for s in statements if i in s.cue and saying not in s.cue]
        quoter, quoted = _quoter_and_quoted(tree, i, saying)
        content = (heard or telling)[0].content if heard or telling else ()
        if quoter and heard and not any(s.source and s.holds(content[0][0]) for s in telling):
            source = noun_phrase(tree, quoter[0], cues, cue=i)
            yield RawStatement(source.heads, source.span, (i,), content, "indirect", attitude=said)
        elif quoted and telling and not heard and content:
            source = noun_phrase(tree, quoted[0], cues, cue=i)
            yield RawStatement(source.heads, source.span, (saying,), content, telling[0].manner, attitude=said)


def _quoter_and_quoted(tree: Tree, i: int, saying: int) -> tuple[list[int], list[int]]:
    """Return who quotes and who is quoted with verb i: "*the agency* quoted *him* as saying", "*he* was quoted as saying by *it*"."""
    subjects = tree.kids(i, "nsubj")
    if tree.is_passive(i):
        return [c for v in (i, saying) for c in tree.kids(v, "obl") if tree.marker(c) == "by"], subjects
    return [c for c in subjects if c < i], [*tree.kids(i, "obj", "iobj"), *(c for c in subjects if c > i)]


def _named_behind(tree: Tree, statements: Sequence[RawStatement], i: int, cues: Cues) -> Iterator[RawStatement]:
    """Yield who is quoted without a word of saying: "“It is over,” the agency *quoted the king*"."""
    if tree.lemmas[i] not in cues.citing or not tree.is_finite(i):
        return
    named = [c for c in tree.kids(i, "obj", "iobj", "nsubj") if c > i and _speaks(tree, c, cues)]
    if not named:
        return
    for told in statements:
        if i in told.cue and told.manner == "direct" and told.content[-1][1] <= i:
            source = noun_phrase(tree, named[0], cues, cue=i)
            yield RawStatement(source.heads, source.span, (i,), told.content, told.manner, attitude=told.attitude)


def quoted_behind(tree: Tree, cues: Cues) -> Iterator[Cue]:
    """Yield those whose words stand before who is quoted as saying them: "they fled, *the king was quoted* by an agency *as saying*"."""
    for i in (t for t, lemma in enumerate(tree.lemmas) if lemma in cues.quoting and tree.bases[t] == "parataxis"):
        saying = next((c for c in tree.kids(i, "advcl") if is_quoted(tree, (c,), cues) and not tree.kids(c, "ccomp", "obj")), None)
        if saying is None or not interrupts(tree, i, tree.heads[i]):
            continue
        for anchor, found in zip((i, saying), _quoter_and_quoted(tree, i, saying), strict=True):
            if found:
                source = noun_phrase(tree, found[0], cues, cue=anchor)
                yield Cue(anchor, (anchor,), cues.kinds["says"], source, (tree.heads[i],), frozenset({i}))


def recalled(tree: Tree, found: Sequence[Cue], cues: Cues) -> list[Cue]:
    """Return cues where whoever is remembered as saying something says it: "the king recalled *the general telling* him that"."""
    done = list(found)
    for n, cue in enumerate(found):
        speaker, i = _recalled(tree, cue.anchor, cues), tree.heads[cue.anchor]
        if speaker is None:
            continue
        done[n] = replace(cue, source=noun_phrase(tree, speaker, cues, cue=cue.anchor))
        teller = [c for c in tree.kids(i, "nsubj") if c < i]
        if cue.heads and teller and not any(c.anchor == i and c.heads for c in found):
            source = noun_phrase(tree, teller[0], cues, cue=i)
            done.append(Cue(i, (i,), cues.kinds["says"], source, cue.heads, cue.outside | {i, cue.anchor}))
    return done


def _recalled(tree: Tree, i: int, cues: Cues) -> int | None:
    """Return who is remembered as saying something with verb i: "recalled *him* telling them"; the parse may make him a subject."""
    head = tree.heads[i]
    if tree.lemmas[head] not in cues.recalling or tree.tags[i] != "VBG" or tree.marker(i) or tree.kids(i, "nsubj"):
        return None
    if not _is_saying(tree, i, cues):
        return None
    return next((c for c in tree.kids(head, "obj", "nsubj") if head < c < i), None)


def is_quoted(tree: Tree, heads: Sequence[int], cues: Cues) -> bool:
    """Tell "quoted him as saying" from "cited him as an example"."""
    last = heads[-1]
    return _is_saying(tree, last, cues) and tree.tags[last] == "VBG" and tree.marker(last) == "as"


def _is_saying(tree: Tree, i: int, cues: Cues) -> bool:
    return any(word.kind.name == "says" for word in cues.verbs.get(tree.lemmas[i], ()))


def without_quoters(cues: Sequence[Cue]) -> list[Cue]:
    """Drop the quoting by nobody named: what somebody "was quoted as saying" is his word alone."""
    anchors = {c.anchor for c in cues}
    return [c for c in cues if c.source.heads or not (c.kind.name == "says" and len(c.heads) == 2 and c.heads[-1] in anchors)]
