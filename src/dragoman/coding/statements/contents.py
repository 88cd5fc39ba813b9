"""What is said: from the heads of a content to its ranges of tokens."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from dragoman.coding.lexicon.cues import CueKind, Cues
from dragoman.coding.statements.values import LOOSE, Cue, Range
from dragoman.coding.tree import Tree
from dragoman.language.quotes import Quotation

MARKS = frozenset("“”„‟«»\"'‘’`") | {"''", "``", "’’", "‘‘"}
_GROUNDS = frozenset({"of", "with", "for", "in", "over"})
_SUMMING = frozenset({"appos", "parataxis", "dep"})
_ASIDES = frozenset({"appos", "acl:relcl", "advcl:relcl"})


def ranges_of(tree: Tree, cue: Cue, quotations: Sequence[Quotation], cues: Cues) -> tuple[Range, ...]:
    """Return the content of a cue that has content heads: their clauses without the cue's own words.

    What hangs on a host clause after an interrupting cue belongs to the content as well. Quotation marks go with
    what they enclose; where the content ends inside a quotation that goes on, the whole quotation is content.
    """
    own = set(cue.tokens) | ({cue.anchor} if cue.anchor not in cue.heads else set())
    source = set(range(*cue.source.span)) if cue.source.span else set()
    tokens: set[int] = set()
    for head in cue.heads:
        tokens |= set(_below(tree, head, own | set(cue.outside)))
    interrupting = any(h in _above(tree, cue.anchor) for h in cue.heads)
    if not interrupting:
        source = {t for t in source if cue.source.span and not _inside(t, cue)} if not (tokens & source) else set()
    tokens -= own | (source if interrupting else set())
    if not interrupting or not tree.is_verbal(cue.anchor):
        tokens -= _behind(tree, cue, tokens, quotations, cues)
    return _closed(tree, sorted(tokens), own | (source if interrupting else set()), quotations)


def _behind(tree: Tree, cue: Cue, tokens: Collection[int], quotations: Sequence[Quotation], cues: Cues) -> set[int]:
    """Return what the parse hangs on what was said though it tells of who said it, or when: "“It is over,” said Roe, *who had fled*"."""
    spoken = range(*cue.source.span) if cue.source.span else range(cue.anchor, cue.anchor + 1)
    first, last = min(cue.anchor, spoken[0], *cue.tokens), max(cue.anchor, spoken[-1])
    before = tree.before(first)
    if before is None or not (tree.words[before] == "," or tree.words[before] in MARKS) or min(tokens) > first:
        return set()
    after = sorted(t for t in tokens if t > last and tree.pos[t] not in LOOSE and not any(q.first <= t < q.last for q in quotations))
    if not after:
        return set()
    apart = [t for t in range(last + 1, after[0]) if tree.pos[t] != "SPACE"]
    if not apart:  # "“It is over,” Roe said *after the talks*", but not "they bombed it, Roe said *on Monday*, killing ten"
        told = {t for t in tokens if t > last and tree.words[last + 1] != ","}
        return told - _goes_on(tree, after, told, cues)
    hung = [t for t in after if tree.heads[t] < first and tree.edges(t)[0] == after[0]]
    if answered := [t for t in hung if _is_answered(tree, t, cues)]:
        return set(tree.subtree(answered[0]))
    inverted = cue.source.span is not None and spoken[0] > cue.anchor
    beside = [t for t in hung if tree.deps[t] == "acl:relcl" and inverted]
    beside += [t for t in hung if tree.bases[t] in _SUMMING and tree.kids(t, "det") and tree.pos[t] == "NOUN"]
    beside += [t for t in hung if tree.bases[t] == "advcl" and tree.marker(t) == "as" and tree.kids(t, "nsubj")]  # "*as others fled*"
    beside += [t for t in hung if tree.bases[t] == "advcl" and _is_comment(tree, t, cues)]
    return {t for c in beside for t in tree.subtree(c)}


def _goes_on(tree: Tree, after: Sequence[int], told: Collection[int], cues: Cues) -> set[int]:
    """Return the participle behind a comma that goes on with what was said, over the time of the saying: "*killing* ten"."""
    first = after[0]
    while tree.heads[first] in told and tree.heads[first] > first:
        first = tree.heads[first]
    hung = [t for t in after if t > first and tree.heads[t] == tree.heads[first] and tree.tags[t] == "VBG" and tree.bases[t] == "advcl"]
    free = [t for t in hung if tree.edges(t)[0] == t and tree.words[t - 1] == "," and not _is_comment(tree, t, cues)]
    return {t for c in free for t in tree.subtree(c)}


def _is_comment(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell what the reporter adds of a thing told: "…, Roe said on Monday, *raising hopes of* peace", "*after raids killed* ten"."""
    mark = tree.marker(i)
    if not mark:
        return tree.tags[i] == "VBG" and tree.lemmas[i] in cues.comments
    foretold = any(tree.tags[t] == "MD" for t in tree.kids(tree.heads[i], "aux"))
    return mark in cues.sequels and tree.tags[i] == "VBD" and bool(tree.kids(i, "nsubj")) and not foretold


def _is_answered(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell what the reporter calls what was said, to tell who denies it: "Chad was to blame, Mali said, *a charge* that Chad denies"."""
    if tree.lemmas[i] not in cues.alleged and tree.lemmas[i] not in cues.summing:
        return False
    apart = tree.words[i - len(tree.kids(i, "det", "amod")) - 1] == ","
    return apart and not tree.marker(i) and any(tree.lemmas[c] in cues.answering for c in tree.kids(i, "acl"))


def _inside(token: int, cue: Cue) -> bool:
    return token in cue.heads


def _above(tree: Tree, i: int) -> set[int]:
    return set(tree.ancestors(i))


def _below(tree: Tree, head: int, stop: set[int]) -> list[int]:
    """Return the tokens of a phrase without its preposition and without the branch in which the cue stands."""
    found, todo = [head], [c for c in tree.children[head] if c not in stop and not _sheds(tree, head, c)]
    while todo:
        token = todo.pop()
        found.append(token)
        todo += [c for c in tree.children[token] if c not in stop]
    return found


def _sheds(tree: Tree, head: int, child: int) -> bool:
    """Tell whether a child of the content's head is no part of it: its preposition, a conjunction before it.

    What is said to be there keeps its own: "the fires were *under control*".
    """
    base = tree.bases[child]
    if base == "case" and tree.kids(head, "cop"):
        return False
    if base == "case":
        return child < head and tree.words[child] not in ("like",) and tree.deps[head] != "nmod"
    return base == "cc" and child < head and tree.bases[head] == "conj"


def _closed(tree: Tree, tokens: Sequence[int], barred: set[int], quotations: Sequence[Quotation]) -> tuple[Range, ...]:
    """Join tokens over punctuation to ranges, trim them, and square them with the quotations they touch."""
    ranges: list[list[int]] = []
    for token in tokens:
        if tree.pos[token] in LOOSE:
            continue
        if ranges and all(tree.pos[t] in LOOSE and t not in barred for t in range(ranges[-1][1], token)):
            ranges[-1][1] = token + 1
        else:
            ranges.append([token, token + 1])
    squared = [_with_marks(tree, first, last, quotations) for first, last in ranges]
    return merged(squared)


def _with_marks(tree: Tree, first: int, last: int, quotations: Sequence[Quotation]) -> Range:
    """Widen a range over the marks of quotations that begin or end with it, and over one that goes on beyond it."""
    for q in quotations:
        touches = q.first < last and first < q.last
        if not touches:
            continue
        whole = q.first >= first - 1 and q.last <= last + 2
        inside = q.first < first and last < q.last - 1 and not (_opens(tree, q, first))
        if whole:
            first, last = min(first, q.first), max(last, q.last)
        elif not inside and not q.nested:
            if _opens(tree, q, first) or q.first >= first:
                first, last = min(first, q.first), max(last, q.last)
            elif last >= q.last - 2 and _only_loose(tree, last, q.last):
                last = max(last, q.last)
    return first, last


def _opens(tree: Tree, q: Quotation, first: int) -> bool:
    """Tell whether a quotation begins where a range does."""
    return q.first <= first and _only_loose(tree, q.first, first)


def _only_loose(tree: Tree, first: int, last: int) -> bool:
    return all(tree.pos[t] in LOOSE or tree.words[t] in MARKS for t in range(first, last))


def asides_of(tree: Tree, content: Sequence[Range], *, kind: CueKind | None, said: Collection[int], cues: Cues) -> tuple[Range, ...]:
    """Return what the reporter adds inside a content.

    That is appositions, participles and relative clauses between commas, titles before names, a contrast with what somebody else says,
    and what had happened before something was wanted: "urged those who *had fled* to return after *the attack*".

    Args:
        tree: the syntax.
        content: what is said.
        kind: how its cue commits the source.
        said: the verbs by which somebody says something.
        cues: the words that report.
    """
    wanted = kind is not None and kind.tense == "future"
    found = []
    for first, last in content:
        for i in range(first, last):
            if not first <= tree.heads[i] < last:
                continue
            start, end = whole(tree, i)
            apart = start > first and tree.words[start - 1] in (",", "(", "—", "–")
            added = apart and (_is_apposed(tree, i) or _is_description(tree, i, cues) or _is_contrast(tree, i, said, cues))
            if added or _is_of_name(tree, i) or _is_received(tree, i, first, cues) or (wanted and _is_before(tree, i, cues)):
                found.append((start, end))
            elif _is_title(tree, i):
                found.append((start, min(end, tree.heads[i])))
    return merged(found)


def _is_apposed(tree: Tree, i: int) -> bool:
    """Tell appositions and relative clauses; a clause with its own subject is no apposition, though the parse may call it one."""
    return tree.deps[i] in _ASIDES and not (tree.deps[i] == "appos" and tree.is_verbal(i) and bool(tree.kids(i, "nsubj")))


def _is_description(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell what describes a noun or sums up a clause behind a comma: "the party, *led by Roe*", "fled, *a move backed by Oman*"."""
    noun = tree.heads[i]
    if i > noun and _is_answered(tree, i, cues):
        return True
    if i < noun or tree.kids(i, "nsubj", "cop", "cc", "case"):
        return False
    if tree.bases[i] == "parataxis":
        return tree.pos[i] == "NOUN" and tree.is_verbal(noun) and bool(tree.kids(i, "det"))
    described = (tree.deps[i] == "acl" and tree.tags[i] == "VBN") or (tree.deps[i] == "amod" and tree.pos[i] == "ADJ")
    return described and tree.is_nominal(noun)


def _is_received(tree: Tree, i: int, first: int, cues: Cues) -> bool:
    """Tell what others did with what somebody put forward: "announced a plan *that was accepted by Chad*"."""
    host = tree.heads[i]
    outer = not tree.is_verbal(host) and tree.bases[host] == "obj" and tree.heads[host] < first
    told = tree.is_passive(i) and all(tree.tags[t] != "MD" for t in tree.kids(i, "aux"))
    return outer and told and tree.deps[i] == "acl:relcl" and tree.lemmas[i] in cues.received


def _is_of_name(tree: Tree, i: int) -> bool:
    """Tell a relative clause of place on a name, which needs none to say which place it is: "to Geneva *where he fled in May*"."""
    named = tree.pos[tree.heads[i]] == "PROPN" and not tree.kids(tree.heads[i], "det")
    return tree.deps[i] in _ASIDES and named and any(tree.words[c] == "where" for c in tree.kids(i, "advmod", "obl"))


def _is_title(tree: Tree, i: int) -> bool:
    """Tell what somebody is called before his name: "*the Kenyan minister* Ann Roe"."""
    return tree.deps[i] == "nmod:desc" and i < tree.heads[i] and tree.pos[tree.heads[i]] == "PROPN"


def _is_contrast(tree: Tree, i: int, said: Collection[int], cues: Cues) -> bool:
    """Tell what is set against a clause before it: "*despite* protests", "*while* his rival called it a trap"."""
    mark = tree.marker(i)
    if i < tree.heads[i] or not (mark in cues.contrasts or mark in cues.oppositions or mark in cues.sequels):
        return False
    if tree.is_verbal(i) and mark in cues.sequels and _is_measured(tree, i, cues):
        return True
    return mark in cues.oppositions if not tree.is_verbal(i) else i in said and bool(tree.kids(i, "nsubj"))


def _is_measured(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell a clause of a time counted from another, which the reporter sets beside: "would leave, *days after they had come*"."""
    marks = tree.kids(i, "mark")
    lengths = [c for c in tree.kids(i, "obl", "advmod") if marks and c < marks[0]]
    return any(tree.lemmas[c] in cues.times or tree.words[c] in cues.soon for c in lengths) and tree.is_finite(i)


def _is_before(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell what is told as over beside what is wanted or bidden: a clause about the past, a phrase with "after"."""
    tense = next((tree.tags[t] for t in (i, *tree.kids(i, "aux", "cop")) if tree.tags[t] in ("VBD", "MD", "VBP", "VBZ")), "")
    if tree.bases[i] == "advcl" and tree.marker(i) in cues.alongside:  # "is reluctant to act *while talks go on*"
        return bool(tree.kids(i, "nsubj")) and tense not in ("", "MD")
    if tree.bases[i] in ("advcl", "obl", "nmod"):
        return tree.marker(i) in cues.backgrounds and tree.tags[i] not in ("VB", "VBG")
    return tree.deps[i] == "acl:relcl" and tense == "VBD"


def granted_of(tree: Tree, heads: tuple[int, ...], kind: CueKind, cues: Cues) -> tuple[Range, ...]:
    """Return what is taken for granted.

    Who is accused; in a denial that something was alleged ("denied the charge"), and what one had no part in.
    """
    if len(heads) == 2 and kind.name == "blames" and tree.marker(heads[1]) in _GROUNDS and heads[1] not in tree.subtree(heads[0]):
        # Who is accused is described by the reporter: "accused *the former soldier* of murder".
        deed = [whole(tree, heads[1])] if tree.marker(heads[1]) == "in" else []  # there were the attacks that he is charged in
        return (whole(tree, heads[0]), *deed)
    if len(heads) == 2 and tree.deps[heads[0]] == "nsubj:pass" and not kind.presupposed and kind.name != "blames":
        # "The attack is believed to have been an accident": there was one.
        known = tree.has(heads[0], cues.known, "det", "nmod:poss")
        return (whole(tree, heads[0]),) if known else ()
    if kind.polarity != "negative" or len(heads) != 1 or tree.is_verbal(heads[0]):
        return ()
    first = heads[0]
    alleged = [(first, first + 1)] if tree.lemmas[first] in cues.alleged else []
    if any(tree.marker(c) == "by" for c in tree.kids(first, "nmod")) and tree.kids(first, "acl", "ccomp"):
        alleged = [whole(tree, first)]  # "denied *a report by the agency that they had fled*": it says so, whatever he says
    told = [c for c in tree.kids(first, "nmod", "acl") if tree.lemmas[first] in cues.parts and c > first]
    return (*alleged, *(whole(tree, c) for c in told))


def is_told(tree: Tree, i: int, cues: Cues) -> bool:
    """Tell something alleged and what it says: whoever "rejected the claim that he fled" says that he did not."""
    told = [c for c in tree.kids(i, "acl", "ccomp") if tree.marker(c) == "that" or tree.deps[c] == "ccomp"]
    told += [c for c in tree.kids(i, "acl") if tree.deps[c] == "acl" and not tree.marker(c) and tree.is_finite(c)]
    return tree.lemmas[i] in cues.alleged and bool(told or [c for c in tree.kids(i, "nmod", "acl") if tree.marker(c) == "of"])


def whole(tree: Tree, i: int) -> Range:
    """Return the range of a word with all that hangs on it."""
    first, last = tree.edges(i)
    return first, last + 1


def merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Return ranges sorted, those that overlap or touch joined."""
    found: list[Range] = []
    for first, last in sorted(ranges):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)
