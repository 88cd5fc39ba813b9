"""The directory's closed lists: agents, bodies, titles, pronouns, descriptions and little word lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.actors.directory.entries import Agent, Body, Description, Pronoun, Title
from dragoman.actors.directory.index import NameIndex, index_of, pieces_of
from dragoman.actors.directory.rows import Row, Table

_PLURAL = "yes"


@dataclass(frozen=True, slots=True)
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
        return word in self.words.get(key, frozenset())


def vocabulary_of(rows: Mapping[str, Table]) -> Vocabulary:
    """Return the lists that these rows hold, later rows over earlier ones."""
    agents = {row.cells["lemma"].lower(): _agent(row) for row in rows["agents"]}
    words = {row.cells["key"]: row.list("words") for row in rows["words"]}
    return Vocabulary(
        agents={lemma: agent for lemma, agent in agents.items() if " " not in lemma},
        agent_phrases=index_of((lemma, agent) for lemma, agent in agents.items() if " " in lemma),
        bodies=index_of((name, _body(row)) for row in rows["bodies"] for name in row.list("pattern")),
        titles=index_of((row.cells["title"], _title(row)) for row in rows["titles"]),
        pronouns={row.cells["form"]: _pronoun(row) for row in rows["pronouns"]},
        descriptions={row.cells["lemma"]: _description(row) for row in rows["descriptions"]},
        given=_given(rows["given_names"]),
        words={key: frozenset(parts) for key, parts in words.items()},
        pairs={key: dict(part.split("=", 1) for part in parts) for key, parts in words.items() if all("=" in part for part in parts)},
    )


def _given(rows: Table) -> dict[str, str]:
    """Return given name to gender; names that both genders bear are left out."""
    genders: dict[str, set[str]] = {}
    for row in rows:
        for name in row.list("names"):
            genders.setdefault(" ".join(pieces_of(name)), set()).add(row.cells["gender"])
    return {name: min(found) for name, found in genders.items() if len(found) == 1}


def _agent(row: Row) -> Agent:
    cells = row.cells
    return Agent(cells["lemma"], row.text("sector"), cells["kind"] == "person", cells["plural_only"] == _PLURAL, row.text("gender"))


def _body(row: Row) -> Body:
    return Body(row.cells["id_suffix"], row.cells["name"], row.text("sector"), row.cells["kind"])


def _title(row: Row) -> Title:
    return Title(row.cells["title"], row.text("sector"), row.cells["kind"] == "office", row.text("gender"))


def _pronoun(row: Row) -> Pronoun:
    return Pronoun(row.cells["form"], int(row.cells["person"]), row.text("number"), row.text("gender"), row.cells["use"])


def _description(row: Row) -> Description:
    return Description(row.cells["lemma"], frozenset(row.list("kinds")), frozenset(row.list("sectors")))
