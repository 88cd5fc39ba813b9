"""Speakers that a mark names: a name behind a dash, a speaker before a colon, a source at the end of a headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.actors.cast import Cast
from dragoman.claims import Manner
from dragoman.coding.lexicon.cues import Cues
from dragoman.coding.statements.contents import MARKS
from dragoman.coding.statements.values import LOOSE, RawStatement
from dragoman.coding.tree import Tree
from dragoman.language.dashes import DASHES, HYPHENS
from dragoman.language.quotes import Quotation

_MEDIA = "media"
_TRAILING = 5  # words at most of the source behind a headline


def signed(tree: Tree, q: Quotation, cues: Cues) -> RawStatement | None:
    """Return a quotation with a name behind it, to the end of the line: "“We left.” — Ann Roe"."""
    dash = next((t for t in range(q.last, len(tree.words)) if tree.pos[t] != "SPACE"), None)
    if dash is None or tree.words[dash] not in DASHES or "\n" in tree.doc[q.last - 1 : dash].text:
        return None
    name = [t for t in range(dash + 1, min(_line_end(tree, dash + 1), dash + 8)) if tree.pos[t] not in LOOSE]
    if not name or any(tree.is_verbal(t) for t in name) or tree.pos[name[0]] != "PROPN" or _line_end(tree, dash + 1) > name[-1] + 2:
        return None
    source, span = (_head(tree, name, name[0]),), (name[0], name[-1] + 1)
    return RawStatement(source, span, (dash,), ((q.first, q.last),), "direct", attitude=cues.kinds["says"])


def colon_speakers(tree: Tree, statements: Sequence[RawStatement], cast: Cast | None, cues: Cues) -> Iterator[RawStatement]:
    """Yield what stands after a speaker and a colon: "Minister: no deal before spring"."""
    given: list[RawStatement] = []
    for i in (t for t, word in enumerate(tree.words) if word == ":"):
        start = _line_start(tree, i)
        if not 0 < i - start <= 9 or i + 2 >= len(tree.words):
            continue
        span = [t for t in range(start, i) if tree.pos[t] not in LOOSE]
        if not span or tree.pos[span[-1]] == "ADV" or any(tree.is_verbal(t) for t in span) or any(i in s.cue for s in statements):
            continue
        head = _head(tree, span, span[-1])
        end = _line_end(tree, i + 1)
        covered = any(s.holds(i + 1 + (tree.pos[i + 1] in LOOSE)) for s in (*statements, *given))
        topic = _is_land(head, cast) and any(_tells(tree, s, i, end) for s in statements)  # "Colombia: rebels say they will leave"
        if _speaks(tree, head, cast, cues) and not covered and not topic and end - i > 2:
            content = _trimmed(tree, i + 1, end)
            kind = cues.kinds["says"]
            given.append(RawStatement((head,), (span[0], span[-1] + 1), (i,), (content,), _manner(tree, content), attitude=kind))
    yield from given


def trailing_speakers(tree: Tree, statements: Sequence[RawStatement], cast: Cast | None, cues: Cues) -> Iterator[RawStatement]:
    """Yield a headline that its source follows behind a dash or a colon: "Rebels take Aden – minister"."""
    end = _line_end(tree, 0)
    line = [t for t in range(end) if tree.pos[t] != "SPACE"]
    marks = [t for t in line[1:-1] if tree.words[t] == ":" or (tree.words[t] in DASHES | HYPHENS and tree.doc[t - 1].whitespace_)]
    marks = [t for t in marks if tree.doc[t].whitespace_]
    if not marks or tree.words[line[-1]] in (".", "!", "?"):
        return
    mark = marks[-1]
    span = [t for t in line if t > mark and tree.pos[t] not in LOOSE]
    told = [t for t in line if t < mark]
    if MARKS.intersection(tree.words[mark : line[-1] + 1]):
        return  # "Roe praises rebels: ‘Brave men’"
    if not span or len(span) > _TRAILING or any(tree.is_verbal(t) for t in span) or not any(tree.is_verbal(t) for t in told):
        return
    head, content = _head(tree, span, span[-1]), _trimmed(tree, 0, mark)
    published = tree.words[mark] != ":" and _publishes(tree, head, cast, cues)  # "Rebels take Aden – BBC News": whose page it is
    if _speaks(tree, head, cast, cues) and not published and not any(s.holds(content[0]) for s in statements):
        yield RawStatement((head,), (span[0], span[-1] + 1), (mark,), (content,), "indirect", attitude=cues.kinds["says"])


def _head(tree: Tree, span: Sequence[int], otherwise: int) -> int:
    return next((t for t in span if tree.heads[t] not in span or tree.heads[t] == t), otherwise)


def _speaks(tree: Tree, head: int, cast: Cast | None, cues: Cues) -> bool:
    """Tell who can speak: a person, a body, a paper or a poll."""
    known = bool(cast and any(m.mention.actor and not m.place for m in cast.at(head)))
    return known or tree.lemmas[head] in cues.speaking or tree.doc[head].ent_type_ in ("PERSON", "ORG")


def _is_land(head: int, cast: Cast | None) -> bool:
    return cast is not None and any(m.mention.actor and cast.actors[m.mention.actor].kind == "state" for m in cast.at(head))


def _tells(tree: Tree, statement: RawStatement, start: int, end: int) -> bool:
    """Tell a saying that heads what stands after a colon: somebody named says it."""
    verb = next((t for t in statement.cue if tree.is_verbal(t)), None)
    if verb is None or not statement.source or not start < statement.source[0] < verb < end or not tree.is_finite(verb):
        return False
    return not start < tree.heads[verb] < end or tree.heads[verb] == verb


def _publishes(tree: Tree, head: int, cast: Cast | None, cues: Cues) -> bool:
    """Tell a medium, or a name of nobody known, which behind a dash is where a headline was printed."""
    known = [cast.actors[m.mention.actor] for m in cast.at(head) if m.mention.actor] if cast else []
    unknown = tree.pos[head] == "PROPN" and not any(a.sector for a in known) and tree.lemmas[head] not in cues.speaking
    return unknown or any(a.kind == _MEDIA for a in known)


def _line_start(tree: Tree, i: int) -> int:
    """Return the first token of the sentence, or of the line, that token i stands in."""
    while i and tree.sentences[i] == tree.sentences[i - 1] and "\n" not in tree.words[i - 1]:
        i -= 1
    return i


def _line_end(tree: Tree, i: int) -> int:
    """Return where the paragraph that holds token i ends."""
    while i < len(tree.words) and "\n" not in tree.doc[i].text:
        i += 1
    return i


def _trimmed(tree: Tree, first: int, last: int) -> tuple[int, int]:
    while first < last and tree.pos[first] == "SPACE":
        first += 1
    while last > first + 1 and (tree.pos[last - 1] == "SPACE" or tree.words[last - 1] in (".", ";")):
        last -= 1
    return first, last


def _manner(tree: Tree, content: tuple[int, int]) -> Manner:
    return "direct" if tree.tags[content[0]] in ("``", "''") else "indirect"
