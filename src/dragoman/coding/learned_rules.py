"""What a claim that only the learned heads find names as its rule."""

from __future__ import annotations

from typing import Final

from dragoman.language.marks import Mark

_RULE: Final = "learned"


def is_learned(rule: str) -> bool:
    """Tell whether a claim's rule says that only the heads found it."""
    return rule.startswith(f"{_RULE}#")


def rule_of(mark: Mark) -> str:
    """Return what a claim of the heads gives as its rule: how likely it is, and the training example that it is most like."""
    return f"{_RULE}#{mark.likely:.2f}" + (f"~{mark.like}" if mark.like else "")
