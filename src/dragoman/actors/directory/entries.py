"""What the directory knows, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from dragoman.claims import ActorId

NameForm = Literal["name", "alias", "adjective", "capital", "metonym"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A state, territory, group or person of the directory.

    Attributes:
        kind: state, territory, dissolved, person, or a kind of group.
        adjective: how the name stands before a noun ("Turkish"); the name itself where it has no such form.
        demonyms: the names of its people, plural ("Turks").
        since: first date of its existence, as precise as known; None where unknown.
        until: last date of its existence; None where it lasts or is unknown.
    """

    id: ActorId
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    other_sectors: tuple[str, ...] = ()
    adjective: str = ""
    demonyms: tuple[str, ...] = ()
    parent: ActorId | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held in a body for a time."""

    person: ActorId
    title: str
    body: ActorId | None
    country: str | None
    sector: str | None
    other_sectors: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What a group was for a time, where that is not what its own row says."""

    sector: str | None
    other_sectors: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


class NameRef(NamedTuple):
    """One name of one entry; a tuple, for there are tens of thousands.

    Attributes:
        exact: the letters as they must stand in the text, for abbreviations; None where a capital is enough.
        ends_small: whether its own last word begins small, and may do so in the text: "Vale Front militants".
    """

    id: ActorId
    form: NameForm
    exact: str | None = None
    capital: bool = True
    ends_small: bool = False


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun that names somebody who acts without naming who ("protester")."""

    lemma: str
    sector: str | None
    person: bool
    plural_only: bool
    gender: str | None


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of body that a state has, such as its foreign ministry."""

    suffix: str
    name: str
    sector: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Title:
    """What stands before a person's name: an office, a rank or a form of address."""

    title: str
    sector: str | None
    office: bool
    gender: str | None


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun's person, number (None: either), gender (m, f, n, None: any) and use."""

    form: str
    person: int
    number: str | None
    gender: str | None
    use: str


@dataclass(frozen=True, slots=True)
class Description:
    """A noun that can refer back to an actor of these kinds and, for persons, sectors ("the regime")."""

    lemma: str
    kinds: frozenset[str]
    sectors: frozenset[str]
