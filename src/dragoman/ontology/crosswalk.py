"""Between CAMEO and PLOVER, both ways.

From CAMEO each code has one answer. To CAMEO the answer is the code that says most of what the event's mode and contexts say, and
nothing against them; among equals the broader one; where there is none, the code of the bare type.
"""

from __future__ import annotations

from collections.abc import Collection

from dragoman.ontology.values import CameoCode, Ontology


def from_cameo(code: str, ontology: Ontology) -> CameoCode | None:
    """Return what a CAMEO code is in PLOVER; of a code that is not in the table, what its broader code is; None where neither is.

    Example:
        >>> from dragoman.ontology import load
        >>> from_cameo("042", load()).mode, from_cameo("0429", load()).mode, from_cameo("99", load())
        ('visit', 'visit', None)
    """
    while len(code) >= 2:
        if code in ontology.cameo:
            return ontology.cameo[code]
        code = code[:-1]
    return None


def to_cameo(type: str, ontology: Ontology, *, modes: Collection[str] = (), contexts: Collection[str] = ()) -> CameoCode | None:
    """Return the CAMEO code that comes nearest to a PLOVER event, None for a type that PLOVER does not have.

    Example:
        >>> from dragoman.ontology import load
        >>> to_cameo("CONSULT", load(), modes=["phone"]).code, to_cameo("AID", load(), contexts=["military", "election"]).code
        ('041', '072')
    """
    if type not in ontology.events:
        return None
    bare = ontology.cameo[ontology.events[type].cameo]
    fitting = [code for code in ontology.cameo.values() if code.type == type and len(code.code) > 2 and _fits(code, modes)]
    return min(fitting, key=lambda code: _distance(code, bare, modes, contexts), default=bare)


def _fits(code: CameoCode, modes: Collection[str]) -> bool:
    return code.mode is None or code.mode in modes


def _distance(code: CameoCode, bare: CameoCode, modes: Collection[str], contexts: Collection[str]) -> tuple[int, int, bool, int, str]:
    """Return how far a code is from an event: what it leaves unsaid, what it adds, how narrow it is; a bare type adds nothing."""
    unsaid = (code.mode is None and bool(modes)) + sum(context not in code.contexts for context in contexts)
    added = 0 if code is bare else sum(context not in contexts for context in code.contexts)
    return unsaid, added, code is not bare, len(code.code), code.code
