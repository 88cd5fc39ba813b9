"""The characters that join words or part what is said: one spelling of each set for every room that reads text."""

from __future__ import annotations

from typing import Final

#: Hyphens: the sign on the keyboard, the hyphen proper, and the one at which no line breaks.
HYPHENS: Final = frozenset("-‐‑")

#: What joins two words without blanks: a hyphen, or the short dash between two names ("Serbia–Kosovo").
JOINING: Final = HYPHENS | {"–"}

#: What parts a beginning or an aside from the rest, typed as one sign or two.
DASHES: Final = frozenset({"–", "—", "―", "--"})
