"""The time of claims whose own clause gives none: what is said, what is told again, and the story that goes on."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from dragoman.actors.cast import Cast
from dragoman.claims import TimeValue
from dragoman.coding.frames.draft import Draft
from dragoman.coding.statements import RawStatement, Voices
from dragoman.coding.times import TimeMention, time_of
from dragoman.coding.times.grammar import grammar
from dragoman.coding.tree import Tree

# A story is taken up again after so many sentences at most, and an event named again after so many.
_REACH = 3
_FAR = 6


def dated(
    tree: Tree,
    cast: Cast,
    drafts: Sequence[Draft],
    statements: Sequence[RawStatement],
    said: Sequence[TimeValue | None],
    times: Sequence[TimeMention],
    *,
    voices: Voices,
) -> list[Draft]:
    """Return the claims, those without a time with the one that the words around give them.

    What somebody does by saying it ("foreign powers should leave", he said on Monday) happens when he says it. What a
    definite noun names again ("the attack") happened when the text said that it did. A sentence in the simple past whose
    subject goes on from a dated one ("They also discussed …") tells of the same day. The value's span points at the
    words that say so.

    Args:
        tree: the report.
        cast: who is mentioned in it.
        drafts: its claims in any order.
        statements: who says what.
        said: the time of each statement.
        times: the report's times.
        voices: the statements that put each token forward.
    """
    found = [d if d.time else _by_saying(d, voices.get(d.token, ()), statements, said) for d in drafts]
    story = _Story(tree, cast, times)
    found = [d if d.time or not d.is_event else story.going_on(d) for d in found]
    return _told_again(tree, found)


def _by_saying(draft: Draft, voice: Sequence[int], statements: Sequence[RawStatement], said: Sequence[TimeValue | None]) -> Draft:
    """Date what its actor does by saying it with the time of the statement."""
    if not voice or not draft.is_event or said[voice[-1]] is None:
        return draft
    source = statements[voice[-1]].source
    heads = {m.head for m in draft.roles.get("actor", ())}
    return draft.with_(time=said[voice[-1]]) if heads & set(source) else draft


class _Story:
    """Where a dated sentence in the simple past is gone on from."""

    def __init__(self, tree: Tree, cast: Cast, times: Sequence[TimeMention]) -> None:
        self.tree, self.cast = tree, cast
        self.anchors: dict[int, TimeValue] = {}
        self._walk(times, {tree.sentences[t.first] for t in times if t.timex.type in ("DATE", "TIME")})

    def _walk(self, times: Sequence[TimeMention], busy: AbstractSet[int]) -> None:
        """Note the day of each sentence that goes on from a dated one; another time between them ends the story."""
        tree, last, who, at = self.tree, None, frozenset[str](), 0
        for root in (i for i, head in enumerate(tree.heads) if head == i and tree.is_verbal(i)):
            sentence = tree.sentences[root]
            if sentence in busy:
                own = time_of(tree.doc, root, times)
                told = own is not None and own.start == own.end and self._is_told(root)
                last, who, at = (own, self._actors(sentence), sentence) if told else (None, who, at)
            elif last is not None and sentence - at <= _REACH and self._is_told(root) and self._subject(root) & who:
                self.anchors[sentence] = last
                at = sentence

    def _is_told(self, root: int) -> bool:
        """Tell whether a main verb is in the simple past and no clause beside it tells of another time."""
        tree = self.tree
        past = tree.tags[root] == "VBD" or any(
            tree.tags[c] == "VBD" and tree.bases[c] in ("aux", "cop") and tree.lemmas[c] == "be" for c in tree.children[root]
        )
        return past and not any(tree.marker(c) in grammar().shifting for c in tree.kids(root, "advcl", "obl", "advmod"))

    def _subject(self, root: int) -> frozenset[str]:
        return frozenset(
            m.mention.actor
            for s in self.tree.kids(root, "nsubj")
            for t in self.tree.conjuncts(s)
            for m in self.cast.at(t)
            if m.mention.actor
        )

    def _actors(self, sentence: int) -> frozenset[str]:
        return frozenset(m.mention.actor for m in self.cast.mentions if m.mention.actor and self.tree.sentences[m.head] == sentence)

    def going_on(self, draft: Draft) -> Draft:
        """Date a claim of a main clause that goes on from a dated sentence."""
        anchor = self.anchors.get(self.tree.sentences[draft.token])
        return draft.with_(time=anchor) if anchor is not None and self._is_main(draft) else draft

    def _is_main(self, draft: Draft) -> bool:
        tree, i = self.tree, draft.token
        while tree.heads[i] != i:
            head = tree.heads[i]
            noun = tree.bases[i] == "obj" and head in draft.tokens
            verb = tree.bases[i] == "conj" and tree.tags[i] == "VBD"
            if not noun and not verb:
                return False
            i = head
        return True


def _told_again(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """Date what a definite noun names again, and what the headline says before the report does."""
    found = sorted((d for d in drafts if d.time and d.time.start and d.time.end and d.is_event), key=lambda d: d.token)
    return [d if d.time or not d.is_event else d.with_(time=_time_like(tree, d, found)) for d in drafts]


def _time_like(tree: Tree, draft: Draft, dated: Sequence[Draft]) -> TimeValue | None:
    """Return the time of the event that a draft without one is the same as, as far as can be told."""
    token, sentence, who = draft.token, tree.sentences[draft.token], _who(draft)
    same = [d for d in dated if d.type == draft.type and _within(tree.sentences[d.token], sentence)]
    if sentence == 0:
        return next((d.time for d in same if who & _who(d)), None)
    if tree.pos[token] != "NOUN" or not any(tree.words[c] in grammar().again for c in tree.children[token]):
        return None
    return next((d.time for d in reversed(same) if d.token < token and (not who or not _who(d) or who & _who(d))), None)


def _within(there: int, here: int) -> bool:
    """Tell whether a sentence is near enough to be spoken of again: after the headline, or shortly before."""
    return 0 < there <= _REACH if here == 0 else 0 <= here - there <= _FAR


def _who(draft: Draft) -> frozenset[str]:
    return frozenset(m.mention.actor for found in draft.roles.values() for m in found if m.mention.actor)
