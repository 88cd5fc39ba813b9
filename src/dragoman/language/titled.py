"""A name after its title that the parser makes a second subject or object: "Chad's military ruler *Omar Said* left"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ONCE = frozenset({"nsubj", "nsubj:pass", "obj"})  # of which a verb has one


def mend_titled(doc: Doc, heads: list[int], deps: list[str]) -> None:
    """Hang the name of a person on the noun right before it where the parse makes both a verb's subjects or objects.

    Args:
        doc: the report.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
    """
    for person in doc.ents:
        noun = person.start - 1
        name = next((i for i in range(person.start, person.end) if deps[i] in _ONCE), None) if noun >= 0 else None
        if name is None or person.label_ != "PERSON" or doc[noun].pos_ != "NOUN":
            continue
        if heads[noun] == heads[name] and deps[noun] == deps[name]:
            heads[name], deps[name] = noun, "appos"
