"""Who is only suspected of a deed or charged with it: that it was done may be known, that he did it is not."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.factuality.charged import charge_over
from dragoman.coding.frames.draft import Draft
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.tree import Tree


def with_suspects(drafts: Sequence[Draft], tree: Tree, lexicon: Lexicon) -> list[Draft]:
    """Return the drafts, as probable those of deeds whose doer is only charged: "*he* is charged in three *attacks*".

    Args:
        drafts: claims; those of deeds (``hostile`` of ``grammar.yaml``) are looked at.
        tree: the report.
        lexicon: its words of charge, and which types are deeds.
    """
    return [d.with_(certainty="probable", tense="past") if _is_suspected(d, tree, lexicon) else d for d in drafts]


def _is_suspected(draft: Draft, tree: Tree, lexicon: Lexicon) -> bool:
    """Tell a deed under a charge whose doer the phrase of the deed itself does not name: "a suspect in the *killing*"."""
    doers = [m.head for m in draft.roles.get("actor", ())]
    sure = draft.certainty == "certain" and draft.polarity == "positive" and draft.type in lexicon.grammar["hostile"]
    under = charge_over(tree, draft.token, lexicon.factuality) if sure and doers else None
    if under is None or under[0] in draft.tokens:
        return False
    told = set(tree.subtree(under[1]))
    return not told.intersection(doers)
