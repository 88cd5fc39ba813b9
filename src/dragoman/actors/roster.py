"""The actors of one report while it is being cast: who they are, and what the text says of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

import msgspec

from dragoman.actors.directory.dates import is_over
from dragoman.actors.directory.directory import Directory
from dragoman.actors.directory.entries import Entry, Office
from dragoman.claims import Actor, ActorId

Form = Literal["name", "description", "pronoun", "generic", "adjective"]
_LATELY = timedelta(days=8)
_DAY = len("2011-03-01")
STATES = ("state", "territory", "dissolved")
_RULING = "GOV"
_FORMER = "ELI"


class Casting(msgspec.Struct, frozen=True):
    """A span that refers to actors, by token indices.

    Attributes:
        actors: whom it refers to; several for a plural description.
        place: it is named as a place, and acts for nobody here.
        stands_for: the actor that a place's name would stand for if it acted.
    """

    first: int
    last: int
    head: int
    actors: tuple[ActorId, ...]
    form: Form
    place: bool = False
    stands_for: ActorId | None = None

    @property
    def named(self) -> tuple[ActorId, ...]:
        """Whom it refers to, or whom its name would stand for."""
        return self.actors or ((self.stands_for,) if self.stands_for else ())


@dataclass(frozen=True, slots=True)
class Home:
    """The country that a report names most.

    Attributes:
        country: its code; None where the report names none.
        share: its share of all mentions of countries.
        evidence: how many mentions of countries those are.
        foremost: whether it is named at least twice as often as the one named most after it, as where many mediate in one war.
    """

    country: str | None = None
    share: float = 0.0
    evidence: int = 0
    foremost: bool = False


@dataclass(slots=True)
class Roster:
    """Actors by id, with the gender and number that pronouns must agree with.

    Attributes:
        universal: those who are everybody of a kind, and of no country.
        bodies: the state or group in which the report says that somebody holds office.
        masters: the person for whom the report says that somebody speaks or acts: "*Vale's* lawyer".
        provincial: the province in which somebody holds office.
        where: gives the country of a place's name, None where it cannot be told.
        home: the country that the report speaks of most.
        worldly: whether it names two rulers or ministers at least, of two lands, by family name alone.
    """

    directory: Directory
    published: date | None
    actors: dict[ActorId, Actor] = field(default_factory=dict)
    genders: dict[ActorId, str] = field(default_factory=dict)
    plural: set[ActorId] = field(default_factory=set)
    titles: dict[ActorId, list[str]] = field(default_factory=dict)
    bodies: dict[ActorId, ActorId] = field(default_factory=dict)
    masters: dict[ActorId, ActorId] = field(default_factory=dict)
    provincial: dict[ActorId, ActorId] = field(default_factory=dict)
    universal: set[ActorId] = field(default_factory=set)
    where: Callable[[str], str | None] | None = None
    home: Home = field(default_factory=Home)
    worldly: bool = False

    def enter(self, actor: ActorId) -> ActorId:
        """Note that an actor of the directory is in the report."""
        if actor not in self.actors:
            self.actors[actor] = self._known(self.directory.entries[actor])
        return actor

    def add(self, actor: Actor) -> ActorId:
        """Note an actor of the report's own; what is known already stays, and gaps are filled."""
        known = self.actors.get(actor.id)
        if known is None:
            entry = self.directory.entries.get(actor.id)
            self.actors[actor.id] = self._known(entry) if entry else actor
        else:
            self.learn(actor.id, country=actor.country, sector=actor.sector)
        return actor.id

    def learn(self, actor: ActorId, *, country: str | None = None, sector: str | None = None, kind: str | None = None) -> None:
        """Fill in what is not known of an actor yet."""
        known = self.actors[actor]
        if (known.country or not country) and (known.sector or not sector) and not kind:
            return
        self.actors[actor] = msgspec.structs.replace(
            known, country=known.country or country, sector=known.sector or sector, kind=kind or known.kind
        )

    def has_name(self, actor: ActorId) -> bool:
        """Tell whether an actor has a name, with a capital, and not only a description: "two soldiers"."""
        name = self.actors[actor].name
        return name != name.lower()

    def countries(self) -> frozenset[str]:
        """Return the countries of the actors so far."""
        return frozenset(a.country for a in self.actors.values() if a.country)

    def land_of(self, place: str) -> str | None:
        """Return the country of a place's name; None where it cannot be told."""
        return self.where(place) if self.where else None

    def offices_lately(self, person: ActorId) -> tuple[Office, ...]:
        """Return the offices that a person of the directory holds on the report's date, else those that ended in the days before it."""
        every = self.directory.offices.get(person, ())
        return self.directory.offices_on(person, self.published) or _just_left(every, self.published)

    def offices_left(self, person: ActorId) -> tuple[Office, ...]:
        """Return the offices that a person of the directory no longer holds on the report's date; none where it has no date."""
        on = self.published
        return tuple(o for o in self.directory.offices.get(person, ()) if on and is_over(o.until, on))

    def _rank(self, office: Office) -> int:
        """Return how well known an office makes who holds it, less for more: rulers before ministers before the rest."""
        has, title = self.directory.vocabulary.has, office.title.lower()
        return 0 if has("rulers", title) else 1 if has("known_by_family_name", title) else 2

    def _known(self, entry: Entry) -> Actor:
        if entry.kind == "person":
            return self._person(entry)
        kind = "state" if entry.kind in STATES else entry.kind
        as_what = self.directory.standing_on(entry.id, self.published) or entry
        sector, others = as_what.sector, as_what.other_sectors
        return Actor(id=entry.id, name=entry.name, kind=kind, country=entry.country, sector=sector, other_sectors=others)

    def _person(self, entry: Entry) -> Actor:
        """Return a person as he stands on the report's date: in office, or of the elite that once was."""
        every = self.directory.offices.get(entry.id, ())
        offices = self.directory.offices_on(entry.id, self.published)
        if self.published is None:  # he is known for the highest of them
            offices = tuple(sorted(offices, key=self._rank)[:1])
        offices = offices or _just_left(every, self.published)
        # an office counts before merely being a candidate or member of something
        ranked = sorted(offices, key=lambda o: (o.sector != _RULING, o.since or ""), reverse=False)
        sectors = list(dict.fromkeys(s for o in ranked for s in (o.sector, *o.other_sectors) if s))
        if not ranked and self.offices_left(entry.id):
            sectors = [_FORMER]
        country = _country(ranked, entry)
        return Actor(
            id=entry.id,
            name=entry.name,
            kind="person",
            country=country,
            sector=sectors[0] if sectors else None,
            other_sectors=tuple(sectors[1:]),
        )


def _just_left(offices: Sequence[Office], on: date | None) -> tuple[Office, ...]:
    """Return the offices that ended in the days before a report, which tells of their holder's death or fall as of one in office."""
    if on is None:
        return ()
    since = (on - _LATELY).isoformat()
    return tuple(o for o in offices if o.until and len(o.until) == _DAY and since <= o.until < on.isoformat())


def _country(offices: list[Office], entry: Entry) -> str | None:
    """Return whom a person acts for: the body of the first office, else the country."""
    return next((o.country for o in offices if o.country), entry.country)


def slug(text: str) -> ActorId:
    """Return the id that a name gives.

    Example:
        >>> slug("Mohamed ElBaradei’s Union")
        'mohamed-elbaradeis-union'
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", "")).encode("ascii", "ignore").decode().lower()
    return ActorId(re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed")
