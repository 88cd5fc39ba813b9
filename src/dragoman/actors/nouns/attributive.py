"""Those who act or are acted upon in a noun's or participle's modifier: "a *militant* attack", "*rebel*-held", "*civilian* deaths"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from dragoman.actors.directory.entries import Agent
from dragoman.actors.lookup import noun
from dragoman.actors.roster import Casting, Roster, slug
from dragoman.actors.syntax import Syntax
from dragoman.claims import Actor
from dragoman.language.dashes import JOINING

_MODIFIERS = ("amod", "compound")
_PLURALS = (("man", "men"), ("y", "ies"), ("s", "ses"), ("ch", "ches"), ("sh", "shes"), ("", "s"))


def find_attributive(syntax: Syntax, roster: Roster, taken: Container[int]) -> Iterator[Casting]:
    """Yield the nouns for people that say whose deed or fate the noun or participle after them is."""
    vocabulary = roster.directory.vocabulary
    for i, dep in enumerate(syntax.deps):
        if dep not in _MODIFIERS or i in taken or not vocabulary.has("attributive", syntax.lemmas[i]):
            continue
        agent = vocabulary.agents.get(syntax.lemmas[i])
        if agent and _says_whose(syntax, roster, i, taken):
            yield Casting(i, i + 1, i, (roster.add(people_of(agent)),), "adjective")


def _says_whose(syntax: Syntax, roster: Roster, i: int, taken: Container[int]) -> bool:
    """Tell whether what a token modifies is a participle hyphened to it, or a noun that names nobody and no way to fight."""
    head, vocabulary = syntax.heads[i], roster.directory.vocabulary
    if vocabulary.has("ways_of_war", syntax.lemmas[head]) and vocabulary.has("fighting_so", syntax.lemmas[i]):
        return False  # "*guerrilla* warfare", which an army may wage
    if syntax.pos[head] == "VERB":
        return head == i + 2 and syntax.words[i + 1] in JOINING
    acts = noun(vocabulary.agents, syntax, head)
    return head > i and syntax.pos[head] == "NOUN" and head not in taken and acts is None


def people_of(agent: Agent) -> Actor:
    """Return the people whom a noun names, without saying how many."""
    single, many = next(pair for pair in _PLURALS if agent.lemma.endswith(pair[0]))
    name = agent.lemma.removesuffix(single) + many
    return Actor(id=slug(agent.lemma), name=name, kind="people", sector=agent.sector)
