"""The two sides of a conflict, of whom one may have acted against the other and whom others bring together."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.actors.reference.discourse import Discourse, Party
from dragoman.actors.syntax import Syntax


def facing(syntax: Syntax, verbs: Collection[str]) -> dict[int, list[tuple[int, int]]]:
    """Return the tokens of one and the other of whom one acts towards the other, by the latter: "*Chad* accused *Mali*".

    Args:
        syntax: the report's syntax.
        verbs: verbs of what one side does to the other ("accuse", "attack", "offer").
    """
    found: dict[int, list[tuple[int, int]]] = {}
    for verb, lemma in enumerate(syntax.lemmas):
        if lemma not in verbs or syntax.pos[verb] != "VERB":
            continue
        doers = syntax.kids(verb, "nsubj") or syntax.kids(syntax.first_conjunct(verb), "nsubj")
        others = syntax.kids(verb, "iobj") or syntax.kids(verb, "obj")
        if len(doers) == len(others) == 1 and doers[0] < others[0]:
            found.setdefault(others[0], []).append((doers[0], others[0]))
    return found


def brokers(discourse: Discourse, party: Party) -> bool:
    """Tell whether those named together bring others together: "mediated by *Chad and Mali*", "*Chad and Mali* hosted talks"."""
    syntax = discourse.syntax
    lead = syntax.first_conjunct(party.lead)
    acting = syntax.base(lead) == "nsubj" or syntax.deps[lead] == "obl:agent" or syntax.marker(lead) == "by"
    return acting and discourse.roster.directory.vocabulary.has("brokering_verbs", syntax.lemmas[syntax.heads[lead]])
