"""Who met at talks of which a report goes on to say who hosts or mediates them: "*Chad and Mali* met. The talks, hosted by Qatar, …"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.frames.draft import Draft
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.tree import Tree

_MEETING = "CONSULT"
_SENTENCES = 3  # how far back the meeting may have been told
_WHICH = ("nmod", "amod", "compound", "nmod:poss", "acl", "nummod")  # words that may tell that another meeting is meant


def with_parties(drafts: Sequence[Draft], tree: Tree, lexicon: Lexicon) -> list[Draft]:
    """Give meetings that somebody hosts, and of which the sentence does not tell who meets, those of the meeting told of before.

    Args:
        drafts: the claims of the report.
        tree: the syntax.
        lexicon: which words make a noun definite.
    """
    met = sorted((d for d in drafts if _MEETING in d.kinds and len(_parties(d)) > 1), key=lambda d: -d.token)
    made = []
    for draft in drafts:
        hosted = _MEETING in draft.kinds and draft.roles.get("third_party") and not draft.roles.get("actor")
        before = _before(draft, met, tree, lexicon) if hosted else None
        made.append(draft.with_(roles={**draft.roles, "actor": before.roles["actor"]}) if before is not None else draft)
    return made


def _parties(draft: Draft) -> set[str]:
    return {str(m.mention.actor) for m in draft.roles.get("actor", ()) if m.mention.actor}


def _before(draft: Draft, met: Sequence[Draft], tree: Tree, lexicon: Lexicon) -> Draft | None:
    """Return the nearest meeting before that of a claim, where a definite noun alone tells of that and the hosts are no parties."""
    noun = _noun(draft, tree)
    if noun is None or not any(tree.words[c] in lexicon.factuality.definite for c in tree.kids(noun, "det")):
        return None
    if any(tree.deps[c] in _WHICH for c in tree.children[noun]):
        return None
    here = tree.sentences[noun]
    near = (d for d in met if 0 < here - tree.sentences[d.token] <= _SENTENCES and d.polarity == draft.polarity)
    before = next(near, None)
    hosts = {str(m.mention.actor) for m in draft.roles["third_party"]}
    return before if before is not None and hosts.isdisjoint(_parties(before)) else None


def _noun(draft: Draft, tree: Tree) -> int | None:
    """Return the noun of a meeting that a claim is of: its own word, or what is hosted."""
    if tree.pos[draft.token] == "NOUN":
        return draft.token
    hosted = draft.hit.slots.get("object") if draft.hit else ()
    return next((t for t in hosted if tree.pos[t] == "NOUN"), None)
