"""What layout gives to a speaker: turns under a label in interviews and transcripts, and a paragraph that a colon leads to."""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.actors.cast import Cast, CastMention
from dragoman.coding.lexicon.cues import Cues
from dragoman.coding.statements.labels import Label, is_credit, is_question, labels_of, people_in, speaker_of
from dragoman.coding.statements.values import Cue, Range, RawStatement
from dragoman.coding.tree import Tree
from dragoman.language.quotes import paragraphs

_OPENING: Final = tuple("\"“„«‘'*•-–—")  # a quotation is found without a label; a list is nobody's speech
_MARKS: Final = 5  # tokens at most from a name in a label to what is said: "Roe", ")", ")", ":", a blank
_STOPS: Final = frozenset(".!?")
_OWN: Final = re.compile(r"\b(?:I|[Ww]e|my|our)\b(?!\.)")
_QUOTED: Final = re.compile(r"[\"“][^\"”\n]*(?:[\"”]|\Z)")


@dataclass(frozen=True, slots=True)
class Layout:
    """A text's paragraphs by their characters, and where each token starts."""

    tree: Tree
    blocks: Sequence[tuple[int, int]]
    starts: Sequence[int]

    @classmethod
    def of(cls, tree: Tree) -> Layout:
        """Return the layout of a report."""
        return cls(tree, paragraphs(tree.text), [t.idx for t in tree.doc])

    def tokens(self, start: int, end: int) -> Range | None:
        """Return the half-open range of the tokens between two characters, blanks at its ends left out."""
        first, last = bisect.bisect_left(self.starts, start), bisect.bisect_left(self.starts, end)
        while first < last and self.tree.doc[first].is_space:
            first += 1
        while first < last and self.tree.doc[last - 1].is_space:
            last -= 1
        return (first, last) if first < last else None


@dataclass(frozen=True, slots=True)
class _Turn:
    """What is said under one label, or without one: who speaks, and the paragraphs by their numbers."""

    label: Label | None
    speaker: CastMention | None
    first: int
    last: int


def turns(layout: Layout, cast: Cast | None, cues: Cues) -> Iterator[RawStatement]:
    """Yield what is said under each label of an interview or a transcript ("((Jane Roe)) …", "PRESIDENT ROE: …", "Q: …").

    A turn reaches to the next label; the last is no longer, in paragraphs, than the longest before it. There must be two
    labels at least, one of which names a person of the report or says that one asks and one answers. A label whose speaker is nobody
    that the report names gives its turn an unknown source. Who asks is done with the question: what follows without a label and says
    "I" or "we" is the answer of who is interviewed, and the rest is the report's. Captions of pictures are nobody's speech.
    """
    if cast is None:
        return
    blocks = layout.blocks
    for turn in _turns(layout.tree.text, blocks, cast, cues):
        first = blocks[turn.first][0] if turn.label is None else turn.label.speech
        content = _content(layout, cues, [(first, blocks[turn.first][1]), *blocks[turn.first + 1 : turn.last]])
        if content:
            yield RawStatement(
                source=(turn.speaker.head,) if turn.speaker else (),
                source_span=(turn.speaker.first, turn.speaker.last) if turn.speaker else None,
                cue=(),
                content=content,
                manner="direct",
            )


def _turns(text: str, blocks: Sequence[tuple[int, int]], cast: Cast, cues: Cues) -> Iterator[_Turn]:
    labels = labels_of(text, blocks, cast, cues)
    who = [speaker_of(cast, one) for one in labels]
    asking = _asking(text, blocks, labels)
    names = Counter(one.name for one in labels)
    spoken = [one for one, m in zip(labels, who, strict=True) if m or one.asks or one.answers or names[one.name] > 1]
    if len(spoken) < 2 or not (asking or any(who) or any(one.answers for one in labels)):
        return
    lengths = [b.paragraph - a.paragraph for a, b in itertools.pairwise(labels)]
    ends = [one.paragraph for one in labels[1:]] + [min(labels[-1].paragraph + max(lengths), len(blocks))]
    asked = _interviewed(cast, labels, who, asking)
    before = labels[0].paragraph - 1
    if before >= 0 and labels[0].name not in asking and is_question(text, blocks[before]):
        yield _Turn(None, None, before, before + 1)
    for label, speaker, end in zip(labels, who, ends, strict=True):
        first = label.paragraph
        if label.name not in asking:
            # Where no label asks, the question that leads to the next answer stands bare between two labels.
            bare = not asking and label is not labels[-1] and end - first > 1 and is_question(text, blocks[end - 1])
            yield _Turn(label, asked if label.answers and speaker is None else speaker, first, end - bare)
            if bare:
                yield _Turn(None, None, end - 1, end)
            continue
        stop = max((n + 1 for n in range(first, end) if is_question(text, blocks[n])), default=first + 1)
        stop = stop if all(is_question(text, blocks[n]) for n in range(first + 1, stop)) else first + 1
        yield _Turn(label, speaker, first, stop)
        if stop < end and _OWN.search(_QUOTED.sub("", text[slice(*blocks[stop])])):
            yield _Turn(None, asked, stop, end)


def _asking(text: str, blocks: Sequence[tuple[int, int]], labels: Sequence[Label]) -> set[str]:
    """Return the names of the labels that say that one asks, or under which half of the paragraphs at least are questions."""
    under: dict[str, list[bool]] = {}
    for one in labels:
        under.setdefault(one.name, []).append(is_question(text, blocks[one.paragraph]))
    saying = {one.name for one in labels if one.asks}
    return saying | {name for name, asked in under.items() if 2 * sum(asked) >= len(asked)}


def _interviewed(cast: Cast, labels: Sequence[Label], who: Sequence[CastMention | None], asking: set[str]) -> CastMention | None:
    """Return the one person who answers under a label; where nobody does, the person most spoken of before the first question."""
    answering = {m.mention.actor: m for one, m in zip(labels, who, strict=True) if m and one.name not in asking}
    if answering:
        return next(iter(answering.values())) if len(answering) == 1 else None
    askers = {m.mention.actor for m in who if m}
    before = [m for m in people_in(cast) if m.mention.start < labels[0].start and m.mention.actor not in askers]
    named = Counter(m.mention.actor for m in before).most_common(2)
    if not named or (len(named) > 1 and named[0][1] == named[1][1]):
        return None
    return next((m for m in before if m.mention.actor == named[0][0] and m.form == "name"), None)


def with_turns(statements: Sequence[RawStatement], spoken: Iterable[RawStatement]) -> list[RawStatement]:
    """Return statements with turns in place of what was taken from their labels already ("ROE: …" in one paragraph)."""
    every = list(spoken)

    def told(one: RawStatement) -> bool:
        return any(
            (turn.source == one.source or 0 < turn.content[0][0] - max(one.source) <= _MARKS)
            and turn.holds(one.content[0][0])
            and not any(map(turn.holds, one.source))
            for turn in every
        )

    return [*(s for s in statements if not s.source or not told(s)), *every]


def introduced(layout: Layout, waiting: Sequence[Cue], statements: Sequence[RawStatement]) -> Iterator[RawStatement]:
    """Yield the paragraphs without quotation marks that a cue and a colon before them give to somebody ("She wrote:").

    Args:
        layout: the report.
        waiting: cues that may have direct speech for their content.
        statements: what is given to somebody already.
    """
    tree, text = layout.tree, layout.tree.text
    taken = {t for s in statements for t in s.cue}
    for (start, end), (first, last) in itertools.pairwise(layout.blocks):
        led = text[start:end].rstrip()
        if not led.endswith(":") or text[first:last].lstrip().startswith(_OPENING):
            continue
        content, inside = layout.tokens(first, last), layout.tokens(start, end)
        if not content or not inside or any(s.holds(content[0]) for s in statements):
            continue
        near = [c for c in waiting if inside[0] <= c.anchor < inside[1] and c.source.heads and not taken & set(c.tokens)]
        cue = next((c for c in reversed(near) if not _STOPS & set(tree.words[c.anchor : inside[1]])), None)
        if cue:
            yield RawStatement(cue.source.heads, cue.source.span, cue.tokens, (content,), "direct", attitude=cue.kind)


def _content(layout: Layout, cues: Cues, blocks: Sequence[tuple[int, int]]) -> tuple[Range, ...]:
    """Return the tokens of paragraphs that follow each other as one range, or as several around captions."""
    found: list[Range] = []
    whole = True
    for block in blocks:
        tokens = None if is_credit(layout.tree.text, block, cues) else layout.tokens(*block)
        if tokens and found and whole:
            found[-1] = (found[-1][0], tokens[1])
        elif tokens:
            found.append(tokens)
        whole = tokens is not None
    return tuple(found)
