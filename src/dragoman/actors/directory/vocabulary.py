"""The directory's closed lists: agents, bodies, titles, pronouns, descriptions and little word lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.actors.directory.entries import Agent, Body, Description, Pronoun, Title
from dragoman.actors.directory.index import NameIndex, index_of, keys_of
from dragoman.actors.directory.rows import Cells, Table, parts

_PLURAL = "yes"
_NONE = frozenset[str]()


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Words that say who acts without naming them."""

    agents: Mapping[str, Agent]
    agent_phrases: NameIndex[Agent]
    bodies: NameIndex[Body]
    titles: NameIndex[Title]
    pronouns: Mapping[str, Pronoun]
    descriptions: Mapping[str, Description]
    given: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    pairs: Mapping[str, Mapping[str, str]]

    def has(self, key: str, word: str) -> bool:
        """Tell whether a word is in the list of that name in ``words.csv``."""
        return word in self.words.get(key, _NONE)


def vocabulary_of(tables: Mapping[str, Table]) -> Vocabulary:
    """Return the lists that these tables hold, later rows over earlier ones."""
    agents = {cells[0].lower(): _agent(cells) for cells in tables["agents"].cells}
    words = {key: parts(cell) for key, cell in tables["words"].cells}
    return Vocabulary(
        agents={lemma: agent for lemma, agent in agents.items() if " " not in lemma},
        agent_phrases=index_of((lemma, agent) for lemma, agent in agents.items() if " " in lemma),
        bodies=index_of((name, _body(cells)) for cells in tables["bodies"].cells for name in parts(cells[0])),
        titles=index_of((cells[0], _title(cells)) for cells in tables["titles"].cells),
        pronouns={cells[0]: _pronoun(cells) for cells in tables["pronouns"].cells},
        descriptions={cells[0]: _description(cells) for cells in tables["descriptions"].cells},
        given=_given(tables["given_names"]),
        words={key: frozenset(several) for key, several in words.items()},
        pairs={key: dict(p.split("=", 1) for p in several) for key, several in words.items() if all("=" in p for p in several)},
    )


def _given(table: Table) -> dict[str, str]:
    """Return given name to gender; names that both genders bear are left out."""
    genders: dict[str, set[str]] = {}
    for gender, names in table.cells:
        for name in keys_of(parts(names)):
            genders.setdefault(name, set()).add(gender)
    return {name: min(found) for name, found in genders.items() if len(found) == 1}


def _agent(cells: Cells) -> Agent:
    lemma, sector, kind, plural_only, gender = cells
    return Agent(lemma, sector or None, kind == "person", plural_only == _PLURAL, gender or None)


def _body(cells: Cells) -> Body:
    _, suffix, name, sector, kind = cells
    return Body(suffix, name, sector or None, kind)


def _title(cells: Cells) -> Title:
    title, sector, kind, gender = cells
    return Title(title, sector or None, kind == "office", gender or None)


def _pronoun(cells: Cells) -> Pronoun:
    form, person, number, gender, use = cells
    return Pronoun(form, int(person), number or None, gender or None, use)


def _description(cells: Cells) -> Description:
    lemma, kinds, sectors = cells
    return Description(lemma, frozenset(parts(kinds)), frozenset(parts(sectors)))
