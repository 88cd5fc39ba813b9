"""Quotations that syntax gives to no cue: found by where they stand, as a reader finds their speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.actors.cast import Cast
from dragoman.claims import Manner
from dragoman.coding.lexicon.cues import Cues
from dragoman.coding.statements.contents import MARKS, merged
from dragoman.coding.statements.marked import colon_speakers, signed, trailing_speakers
from dragoman.coding.statements.orphans import beside
from dragoman.coding.statements.sources import phrase
from dragoman.coding.statements.values import LOOSE, Cue, RawStatement
from dragoman.coding.tree import Tree
from dragoman.language.dashes import DASHES, HYPHENS
from dragoman.language.quotes import Quotation

_INTRODUCING = frozenset({":", ",", ".", "!", "?", "”", '"'}) | HYPHENS | DASHES  # a quotation
_ENDS = frozenset({".", "!", "?", "…", "...", ","})
Found = tuple[Cue | None, RawStatement]


@dataclass(slots=True)
class _Table:
    """The statements while quotations are being given out."""

    statements: list[RawStatement]
    anchors: list[int]

    def add(self, statement: RawStatement, anchor: int = -1) -> int:
        """Add a statement, and return its place."""
        self.statements.append(statement)
        self.anchors.append(anchor)
        return len(self.statements) - 1

    def holder(self, q: Quotation) -> int | None:
        """Return the statement whose content covers a quotation, the smallest."""
        inside = [n for n, s in enumerate(self.statements) if any(first <= q.first + 1 and q.last - 1 <= last for first, last in s.content)]
        return min(inside, key=lambda n: sum(b - a for a, b in self.statements[n].content), default=None)


def assign_speech(
    tree: Tree, found: Sequence[Found], waiting: Sequence[Cue], quoted: Sequence[Quotation], cast: Cast | None, cues: Cues
) -> list[RawStatement]:
    """Return all statements, each quotation that is speech given to its speaker.

    In order: the statement that already holds it; a name behind a dash; a cue that waits for direct speech beside it; the statement that
    it continues, in the same paragraph or from a paragraph whose quotation was left open; whoever the sentence before it says
    spoke; whoever is spoken of beside it; else nobody. Then come those whom a colon names, and the source behind a headline.
    """
    table = _Table([s for _, s in found], [c.anchor if c else -1 for c, _ in found])
    free = list(waiting)
    last: tuple[int, Quotation] | None = None
    for q in quoted:
        if q.nested and any(o.first < q.first and q.last < o.last for o in quoted):
            continue
        holder = table.holder(q)
        if holder is None and not _is_speech(tree, q):
            continue
        if holder is None:
            holder = _signed(tree, table, q, cues)
        if holder is None:
            holder = _by_cue(tree, table, free, q, quoted)
        if holder is None:
            holder = _continued(table, last, q)
        if holder is not None and q.resumed and last is not None and _is_nobodys(table.statements[last[0]]) and holder != last[0]:
            _given(table, last[0], holder)
        if holder is None:
            holder = _after_speech(tree, table, q)
        if holder is None:
            holder = _orphan(tree, table, q, cast, cues)
        if holder is None:
            holder = _unclaimed(tree, table, q, goes_on=any(o.resumed and o.paragraph == q.paragraph + 1 for o in quoted))
        if holder is not None:
            last = (holder, q)
    statements = [s for s in table.statements if s.content]
    return [*statements, *colon_speakers(tree, statements, cast, cues), *trailing_speakers(tree, statements, cast, cues)]


def _is_nobodys(statement: RawStatement) -> bool:
    return not statement.source and not statement.cue


def _given(table: _Table, n: int, holder: int) -> None:
    """Give what was left open and recorded as nobody's to whoever is said to speak the next paragraph of it."""
    s, content = table.statements[holder], table.statements[n].content
    table.statements[holder] = replace(s, content=merged([*content, *s.content]))
    table.statements[n] = replace(table.statements[n], content=())


def _orphan(tree: Tree, table: _Table, q: Quotation, cast: Cast | None, cues: Cues) -> int | None:
    """Give a quotation without a verb of saying to who is spoken of beside it."""
    found = beside(tree, table.statements, q, cast, cues) if _is_sentence(tree, q) else None
    if isinstance(found, int):
        extend(table, found, q)
        return found
    if found is None:
        return None
    span = phrase(tree, found[0], cues, cue=tree.heads[found[0]])
    return table.add(RawStatement(found, span, (), ((q.first, q.last),), "direct", attitude=cues.kinds["says"]))


def _is_sentence(tree: Tree, q: Quotation) -> bool:
    """Tell a quotation that is a sentence at least: it ends as one, and has a finite verb."""
    return _last_word(tree, q) in _ENDS - {","} and any(tree.is_finite(t) for t in range(q.first, q.last))


def _last_word(tree: Tree, q: Quotation) -> str:
    """Return the last word or stop inside the marks of a quotation, empty where there is none."""
    inside = (t for t in range(q.last - 1, q.first - 1, -1) if tree.pos[t] != "SPACE" and tree.words[t] not in MARKS)
    return next((tree.words[t] for t in inside), "")


def _is_speech(tree: Tree, q: Quotation) -> bool:
    """Tell speech from titles and scare quotes: a clause that stands by itself, or ends as a sentence does."""
    words = [t for t in range(q.first, q.last) if tree.pos[t] not in LOOSE]
    if len(words) < 2:
        return False
    inner = [t for t in range(q.first, q.last) if tree.words[t] in _ENDS]
    ends = bool(inner) and all(tree.pos[t] in LOOSE for t in range(inner[-1], q.last))
    after = tree.words[q.last] if q.last < len(tree.words) else ""
    verbal = any(tree.is_verbal(t) for t in words)
    before = tree.before(q.first)
    introduced = before is None or tree.words[before] in _INTRODUCING
    return (ends and (verbal or introduced)) or (introduced and verbal and (len(words) > 3 or after in (",", ".")))


def _by_cue(tree: Tree, table: _Table, free: list[Cue], q: Quotation, quoted: Sequence[Quotation]) -> int | None:
    """Give a quotation to the nearest cue that waits for one in the sentences that touch it."""
    near = [c for c in free if _touches(tree, c.anchor, q, quoted) or _follows(tree, c.anchor, q, quoted)]
    if near:
        cue = min(near, key=lambda c: (_gap(c.anchor, q), c.anchor > q.first))
        free.remove(cue)
        return table.add(_spoken(cue, q), cue.anchor)
    taken = [
        n
        for n, s in enumerate(table.statements)
        if table.anchors[n] >= 0
        and s.attitude
        and _touches(tree, table.anchors[n], q, quoted)
        and any((first < q.last and q.first < last) or abs(first - q.last) <= 12 or abs(q.first - last) <= 12 for first, last in s.content)
    ]
    if taken:
        n = min(taken, key=lambda m: (_gap(table.anchors[m], q), m))
        extend(table, n, q)
        return n
    return None


def _touches(tree: Tree, anchor: int, q: Quotation, quoted: Sequence[Quotation]) -> bool:
    """Tell whether a cue stands outside a quotation but in a sentence that it begins, ends or is introduced by."""
    if q.first <= anchor < q.last or any(o.first < anchor < o.last and not o.nested for o in quoted if o is not q):
        return False
    first, last = tree.sentences[q.first], tree.sentences[q.last - 1]
    at = tree.sentences[anchor]
    if first <= at <= last:
        return True
    if at == first - 1:
        before = tree.before(q.first)
        return before is not None and tree.words[before] == ":"
    if at == last + 1 and q.last < len(tree.words):
        start = next((t for t in range(q.last, len(tree.words)) if tree.pos[t] not in LOOSE), None)
        goes_on = any(o.paragraph == q.paragraph and o.last <= q.first for o in quoted)  # with whoever spoke before in this paragraph
        return (
            start is not None
            and not (goes_on and tree.kids(anchor, "ccomp") and not tree.doc[start].text[:1].islower())
            and anchor - q.last < 12
            and "\n" not in tree.doc[q.last : start + 1].text
            and (tree.doc[start].text[:1].islower() or anchor - start <= 4)
        )
    return False


def _follows(tree: Tree, anchor: int, q: Quotation, quoted: Sequence[Quotation]) -> bool:
    """Tell whether a cue without a content of its own says, in the sentence right after a quotation, whose that was."""
    if any(o.first < anchor < o.last for o in quoted):
        return False  # "“They left,” said Roe. “We will *respond*,” he added"
    if anchor < q.last or tree.sentences[anchor] != tree.sentences[q.last - 1] + 1 or "\n" in tree.doc[q.last : anchor].text:
        return False
    return _breaks_off(tree, q) or _only_says(tree, anchor)


def _breaks_off(tree: Tree, q: Quotation) -> bool:
    """Tell a quotation that ends with a comma: its sentence goes on, and says whose it is, though the parse cuts it there."""
    return _last_word(tree, q) == ","


def _only_says(tree: Tree, anchor: int) -> bool:
    """Tell a short sentence that only says who spoke: "The director of the museum said in a statement."."""
    own = [t for t in tree.subtree(anchor) if tree.pos[t] not in LOOSE]
    sentence = [t for t in range(own[0], own[-1] + 1) if tree.pos[t] not in LOOSE]
    return tree.is_root(anchor) and len(sentence) <= 16 and not tree.kids(anchor, "obj", "xcomp", "ccomp", "conj", "advcl")


def _gap(anchor: int, q: Quotation) -> int:
    return anchor - q.last if anchor >= q.last else q.first - anchor


def _spoken(cue: Cue, q: Quotation) -> RawStatement:
    return RawStatement(
        source=cue.source.heads,
        source_span=cue.source.span,
        cue=cue.tokens,
        content=((q.first, q.last),),
        manner="direct",
        attitude=cue.kind,
    )


def extend(table: _Table, n: int, q: Quotation) -> None:
    """Add a quotation to the content of a statement."""
    s = table.statements[n]
    quoter = _quoter(table, n)
    if quoter is not None:
        extend(table, quoter, q)
    manner: Manner = "direct" if s.manner == "direct" else "mixed"
    table.statements[n] = replace(s, content=merged([*s.content, (q.first, q.last)]), manner=manner)


def _quoter(table: _Table, n: int) -> int | None:
    """Return the statement inside whose content another is made: who quotes somebody goes on quoting him."""
    s = table.statements[n]
    if not s.cue or s.attitude is None or s.attitude.name != "says":
        return None
    around = [m for m, o in enumerate(table.statements) if m != n and o.attitude == s.attitude and o.source and o.holds(s.cue[0])]
    return min(around, key=lambda m: sum(last - first for first, last in table.statements[m].content), default=None)


def _continued(table: _Table, last: tuple[int, Quotation] | None, q: Quotation) -> int | None:
    """Give a quotation to the speaker of the one before: in the same paragraph, or where that was left open."""
    if last is None:
        return None
    n, before = last
    same = before.paragraph == q.paragraph and table.statements[n].manner != "indirect"
    if same or (q.resumed and before.paragraph == q.paragraph - 1):
        extend(table, n, q)
        return n
    return None


def _after_speech(tree: Tree, table: _Table, q: Quotation) -> int | None:
    """Give a quotation that begins a sentence to whoever the sentence before it, in the same paragraph, says spoke."""
    before = tree.before(q.first)
    if before is None or tree.words[before] not in (".", "!", "?") or "\n" in tree.doc[before : q.first].text:
        return None
    for n, s in enumerate(table.statements):
        speaks = s.attitude is not None and s.attitude.name in ("says", "judges") and bool(s.source)
        if speaks and tree.is_root(table.anchors[n]) and tree.sentences[table.anchors[n]] == tree.sentences[before]:
            extend(table, n, q)
            return n
    return None


def _signed(tree: Tree, table: _Table, q: Quotation, cues: Cues) -> int | None:
    """Record a quotation with a name behind it."""
    found = signed(tree, q, cues)
    return None if found is None else table.add(found)


def _unclaimed(tree: Tree, table: _Table, q: Quotation, *, goes_on: bool) -> int | None:
    """Record a paragraph or whole sentences that are quoted as said by nobody named; what is quoted inside a running sentence is none."""
    words = sum(tree.pos[t] not in LOOSE for t in range(q.first, q.last))
    before = tree.doc[max(0, q.first - 1)]
    starts = q.first == 0 or "\n" in before.text or "\n" in before.whitespace_
    after = q.last >= len(tree.words) or "\n" in tree.doc[q.last].text
    stop = tree.before(q.first)
    whole = _is_sentence(tree, q)
    apart = whole and stop is not None and tree.words[stop] in _ENDS - {","}
    closed = after or (whole and not tree.doc[q.last].text[:1].islower())
    if (starts or apart) and closed and (words >= 5 or goes_on):
        return table.add(RawStatement(source=(), source_span=None, cue=(), content=((q.first, q.last),), manner="direct"))
    return None
