"""From a Doc to its statements: cues with their content, then quotations that no cue has taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.actors.cast import Cast, CastMention
from dragoman.claims import Manner
from dragoman.coding.factuality.refuted import rejecter, verdict_on
from dragoman.coding.lexicon.cues import Cues, load_cues
from dragoman.coding.lexicon.factuality import load_factuality
from dragoman.coding.statements.cited import cited_cues, is_quoted, quoted_behind, quoters, recalled, without_quoters
from dragoman.coding.statements.contents import asides_of, merged, ranges_of, whole
from dragoman.coding.statements.joined import resumed
from dragoman.coding.statements.nouns import other_cues, spoken_for
from dragoman.coding.statements.sources import is_mute, source_of_verb, speaking_through
from dragoman.coding.statements.speech import assign_speech
from dragoman.coding.statements.turns import Layout, introduced, turns, with_turns
from dragoman.coding.statements.values import Cue, RawStatement
from dragoman.coding.statements.verbs import leads, verb_cues
from dragoman.coding.tree import Tree, tree_of
from dragoman.language.quotes import Quotation, quotations

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_statements(doc: Doc | Tree, cast: Cast | None = None, lexicon: Cues | None = None) -> tuple[RawStatement, ...]:
    """Return the statements of a Doc in the order of the text.

    Args:
        doc: the report with Universal Dependencies.
        cast: who is mentioned in it; tells a speaker before a colon, and where a source is named.
        lexicon: the words that report; the shipped ones if None.
    """
    tree = doc if isinstance(doc, Tree) else tree_of(doc)
    words = lexicon or load_cues()
    quoted = cast.read.quotations if cast and cast.read else quotations(tree.doc)
    found: list[tuple[Cue | None, RawStatement]] = []
    waiting: list[Cue] = []
    behind = list(quoted_behind(tree, words))
    quoting = {t for c in behind for t in (c.anchor, *c.outside)}
    cues = _without_governors(tree, [*verb_cues(tree, words), *other_cues(tree, words)], words)
    cues = [*(c for c in cues if c.anchor not in quoting), *behind]
    cues = recalled(tree, cues, words)
    cues = _without_denied(tree, without_quoters(cues), words)
    cited = list(cited_cues(tree, cues, words))
    citing = frozenset(t for c in cited for t in (c.anchor, *c.source.heads))
    cues = spoken_for(tree, resumed(tree, [c for c in cues if c.anchor not in citing], words, quoted))
    cues = [replace(c, outside=c.outside | citing) if c.heads else c for c in cues]
    for heard in [*cues, *cited]:
        cue = replace(heard, source=speaking_through(tree, heard.source, words))
        named = heard.anchor in heard.source.heads  # "according to *the results* of a poll"
        if not cue.source.heads and verdict_on(tree, cue.anchor, load_factuality()) is not None:
            continue  # "reports that they fled are false": who calls them so says that they did not
        if not cue.source.heads and (verb := rejecter(tree, cue.anchor, load_factuality())) is not None:
            source = source_of_verb(tree, verb, words, passive=tree.is_passive(verb))
            cue = replace(cue, source=source, kind=words.kinds["denies"])
        if not named and is_mute(tree, cue.source, cue.kind.name, words):
            continue
        if _is_displayed(tree, cue, cast):
            cue = replace(cue, kind=words.kinds["speaks"])
        ranges = ranges_of(tree, cue, quoted, words) if cue.heads else ()
        if ranges:
            found.append((cue, _statement(tree, cue, ranges, quoted)))
        elif cue.quotes:
            waiting.append(cue)
    statements = assign_speech(tree, found, waiting, quoted, cast, words)
    statements += quoters(tree, tuple(statements), words)
    layout = Layout.of(tree)
    statements += introduced(layout, waiting, statements)
    statements = [_known(s, cast) for s in with_turns(statements, turns(layout, cast, words))]
    said = frozenset(c.anchor for c in cues if tree.is_verbal(c.anchor))
    return _nested([_shared_out(tree, s, quoted, said, words) for s in sorted(statements, key=lambda s: _place(tree, s, words))])


def _is_displayed(tree: Tree, cue: Cue, cast: Cast | None) -> bool:
    """Tell what somebody has rather than says: "the king *showed courage*", where "the video showed the raid" is its word."""
    if cue.kind.name != "shows" or len(cue.heads) != 1 or tree.is_verbal(cue.heads[0]) or tree.kids(cue.heads[0], "cop", "nsubj"):
        return False
    people = (tree.pos[t] in ("PRON", "DET") or (cast is not None and any(_acts(cast, m) for m in cast.at(t))) for t in cue.source.heads)
    return bool(cue.source.heads) and all(people)


def _acts(cast: Cast, mention: CastMention) -> bool:
    return mention.mention.actor is not None and cast.actors[mention.mention.actor].kind in ("person", "people", "state")


def _known(statement: RawStatement, cast: Cast | None) -> RawStatement:
    """Return a statement whose source is where the cast has a name: the parse may head "Ann van Roe" by "Roe", the cast by "Ann"."""
    if cast is None or all(cast.at(t) for t in statement.source):
        return statement
    heads = {t: next((m.head for m in cast.mentions if m.form == "name" and m.first <= t < m.last), t) for t in statement.source}
    return replace(statement, source=tuple(dict.fromkeys(t if cast.at(t) else heads[t] for t in statement.source)))


def _without_governors(tree: Tree, cues: Sequence[Cue], words: Cues) -> list[Cue]:
    """Drop a cue that only leads to another: "refused" in "refused to say whether", "voiced" in "voiced hope that"."""
    led = {tree.heads[c.anchor] for c in cues if c.heads and leads(tree, c.anchor, words)}
    lent = {t for c in cues if c.heads and not tree.is_verbal(c.anchor) for t in c.tokens if t == tree.heads[c.anchor] != c.anchor}
    return [c for c in cues if c.anchor not in led | lent]


def _without_denied(tree: Tree, cues: Sequence[Cue], words: Cues) -> list[Cue]:
    """Drop the saying by nobody named that somebody denies, and take for said what somebody named says.

    In "denied reports of an attack" he denies the attack; in "denied *Oman's claim that there was one*" Oman says so, whatever he says.
    """
    denied = {h for c in cues if c.kind.polarity == "negative" and not c.kind.presupposed for h in c.heads}
    told = {c.anchor: whole(tree, c.anchor) for c in cues if c.anchor in denied and _is_somebodys(tree, c, words)}
    kept = [c for c in cues if c.anchor in told or c.anchor not in denied or tree.is_verbal(c.anchor)]
    return [
        replace(c, granted=(*c.granted, *(told[h] for h in c.heads if h in told))) if c.kind.polarity == "negative" else c for c in kept
    ]


def _is_somebodys(tree: Tree, cue: Cue, words: Cues) -> bool:
    """Tell a noun of saying whose owner may say something: "Oman's claim", but not "last week's reports"."""
    return bool(cue.source.heads) and not tree.is_verbal(cue.anchor) and all(tree.lemmas[t] not in words.times for t in cue.source.heads)


def _statement(tree: Tree, cue: Cue, ranges: tuple[tuple[int, int], ...], quoted: Sequence[Quotation]) -> RawStatement:
    return RawStatement(
        source=cue.source.heads,
        source_span=cue.source.span,
        cue=cue.tokens,
        content=ranges,
        manner=manner_of(ranges, quoted),
        attitude=cue.kind,
        asides=(*cue.granted, *(() if cue.bidden is None else (whole(tree, cue.bidden),))),
        named=() if cue.named is None else (whole(tree, cue.named),),
    )


def _shared_out(tree: Tree, statement: RawStatement, quoted: Sequence[Quotation], said: frozenset[int], words: Cues) -> RawStatement:
    """Set what of the content is quoted, and what is no part of what was said."""
    # What somebody says within a quotation is the quoted one's wording, not his: "“Oman condemned the raid,” the envoy said".
    own = [q for q in quoted if not any(q.first <= t < q.last for t in statement.cue)]
    held = [(max(a, q.first), min(b, q.last)) for a, b in statement.content for q in own if q.first < b and a < q.last]
    if statement.manner == "direct":
        held = list(statement.content)
    added = asides_of(tree, statement.content, kind=statement.attitude, said=said, cues=words)
    return replace(statement, quoted=merged(held), asides=merged([*statement.asides, *added]))


def manner_of(ranges: Sequence[tuple[int, int]], quoted: Sequence[Quotation]) -> Manner:
    """Return direct where all of the content is quoted, mixed where a part of it is."""
    inside = [any(q.first <= first and last <= q.last and first - q.first <= 1 for q in quoted) for first, last in ranges]
    if ranges and all(inside):
        return "direct"
    partly = any(inside) or any(first <= q.first and q.last <= last for q in quoted for first, last in ranges)
    return "mixed" if partly else "indirect"


def _place(tree: Tree, statement: RawStatement, words: Cues) -> tuple[int, int, int]:
    """Return what puts statements in order: where they begin, the longer first; who is cited stands behind who cites him."""
    content, cue = statement.content, statement.cue[:1]
    # "*Citing witnesses*, the agency said".
    cited = statement.is_said() and any(tree.tags[t] == "VBG" and tree.lemmas[t] in words.citing for t in cue)
    # "*Roe* was quoted as saying by the agency that": who quotes him comes first.
    quoted = is_quoted(tree, cue, words) if cue else False
    starts = [first for first, _ in content] + ([] if cited else [*cue, *(() if quoted else statement.source[:1])])
    return min(starts), -content[-1][1], len(tree.words) if cited else (cue or (-1,))[0]


def _nested(statements: Sequence[RawStatement]) -> tuple[RawStatement, ...]:
    """Set `within` to the smallest content in which a statement's cue (or content) stands."""
    done = []
    for n, inner in enumerate(statements):
        at = inner.cue[0] if inner.cue else inner.content[0][0]
        outer = [
            m
            for m, s in enumerate(statements)
            if m != n and s.reaches(at) and _size(s) > _size(inner) and not (inner.cue and set(s.cue) & set(inner.cue))
        ]
        within = min(outer, key=lambda m: (_size(statements[m]), m)) if outer else None
        done.append(replace(inner, within=within))
    return tuple(done)


def _size(statement: RawStatement) -> int:
    return sum(last - first for first, last in statement.content)
