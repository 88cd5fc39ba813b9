"""The ontology as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

CountryKind = Literal["state", "territory", "non-state"]
COUNTRY_KINDS: tuple[CountryKind, ...] = ("state", "territory", "non-state")


@dataclass(frozen=True, slots=True)
class Quad:
    """One of PLOVER's four classes of events.

    Attributes:
        id: ``verbal_cooperation`` and so on.
        number: 1 to 4, as PLOVER's files give it.
    """

    id: str
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event of one type happens.

    Attributes:
        score: from -10, conflict, to 10, cooperation; the type's where PLOVER gives the mode none.
        context: the context that comes with the mode, or None.
    """

    name: str
    description: str
    score: float
    context: str | None = None


@dataclass(frozen=True, slots=True)
class EventType:
    """One of PLOVER's sixteen event types.

    Attributes:
        score: from -10, conflict, to 10, cooperation, where no mode is known.
        cameo: the CAMEO code of an event of which no more than the type is known.
        requires_recipient: whether PLOVER counts no event of this type without a recipient.
    """

    name: str
    description: str
    quad: Quad
    score: float
    cameo: str
    requires_recipient: bool = False
    modes: Mapping[str, Mode] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RelationType:
    """One way in which actors stand to each other.

    Attributes:
        reads: the relation in words.
        roles: ``subject`` alone where it is symmetric, else ``subject`` and ``object``.
        takes_as: whether it usually carries a status, title or designation.
        takes_scope: whether it usually carries a territory or matter.
    """

    name: str
    reads: str
    symmetric: bool = False
    takes_as: bool = False
    takes_scope: bool = False

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that its actors fill."""
        return ("subject",) if self.symmetric else ("subject", "object")


@dataclass(frozen=True, slots=True)
class Sector:
    """A part of society that an actor belongs to, by PLOVER's three-letter code."""

    code: str
    name: str
    description: str
    frequent: bool = False


@dataclass(frozen=True, slots=True)
class Country:
    """A country by ISO 3166-1 alpha-3 and PLOVER's exceptions, or one of PLOVER's non-state entries.

    Attributes:
        parent: the state that PLOVER counts a dependent territory under, or None.
    """

    code: str
    name: str
    kind: CountryKind = "state"
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code and what it is in PLOVER.

    Attributes:
        type: None for the comments and appeals (01 and 02), which PLOVER drops.
    """

    code: str
    name: str
    type: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ontology:
    """PLOVER, the relation types, and the codes of countries, sectors and CAMEO.

    Attributes:
        events: PLOVER's event types by name.
        relations: relation types by name.
        contexts: PLOVER's contexts, name to description.
        sectors: sectors by code.
        countries: countries by code.
        cameo: CAMEO codes by code.
    """

    events: Mapping[str, EventType]
    relations: Mapping[str, RelationType]
    contexts: Mapping[str, str]
    sectors: Mapping[str, Sector]
    countries: Mapping[str, Country]
    cameo: Mapping[str, CameoCode]

    def score(self, type: str, modes: tuple[str, ...] = ()) -> float:
        """Return an event's conflict and cooperation score: of its modes the one farthest from 0, of its type where it has none.

        Raises:
            KeyError: PLOVER has no such type, or the type no such mode.

        Example:
            >>> from dragoman.ontology import load
            >>> load().score("CONSULT"), load().score("CONSULT", ("visit",))
            (2.5, 4.0)
        """
        event = self.events[type]
        return max((event.modes[mode].score for mode in modes), key=abs, default=event.score)

    def plover_country(self, code: str) -> str:
        """Return the code that PLOVER counts a country under: a dependent territory is its state's.

        Example:
            >>> from dragoman.ontology import load
            >>> load().plover_country("GRL"), load().plover_country("HKG")
            ('DNK', 'HKG')
        """
        country = self.countries.get(code)
        return country.parent if country and country.parent else code
