"""Who is in a report: its actors, every mention of them, and the offices that it says they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from dragoman.actors.directory.directory import Directory
from dragoman.actors.mentions import CastMention, by_head_of, casting_of, number
from dragoman.actors.named.aliases import introduced, recast
from dragoman.actors.named.compass import find_compass
from dragoman.actors.named.entities import find_entities
from dragoman.actors.named.leanings import Leaning, find_leanings
from dragoman.actors.named.matches import piece_table
from dragoman.actors.named.names import find_names
from dragoman.actors.named.offices import OfficeRead, offices_read
from dragoman.actors.named.people import find_people
from dragoman.actors.named.rulers import find_rulers
from dragoman.actors.named.settings import settle
from dragoman.actors.named.shortened import find_shortened
from dragoman.actors.named.surnames import surnames, without_surnames
from dragoman.actors.named.traits import describe_named
from dragoman.actors.nouns.attributive import find_attributive
from dragoman.actors.nouns.bodies import bodies_called, find_bodies, find_shared
from dragoman.actors.nouns.generics import find_generics
from dragoman.actors.nouns.localities import bodies_at_home, home_of, locate, locate_people
from dragoman.actors.nouns.quantities import find_quantities
from dragoman.actors.reference.authors import authors_of
from dragoman.actors.reference.ours import owned_by_speaker, with_owned
from dragoman.actors.reference.ranker import Ranker
from dragoman.actors.reference.refer import refer
from dragoman.actors.reference.speaking import is_national, nations_of, spoken_for
from dragoman.actors.reference.together import Circles
from dragoman.actors.roster import Casting, Form, Roster
from dragoman.actors.syntax import Syntax, syntax_of
from dragoman.claims import Actor, ActorId
from dragoman.language.columns import Columns, columns_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Cast", "CastMention", "cast"]
_SPOKEN: Form = "pronoun"


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a report and the mentions of them, in the order of the text.

    Attributes:
        offices: person, title tokens ``(first, last)`` and body, the first time for each person and title.
        leanings: words that say whom somebody is for or against: "*pro-Iranian* militias".
        first_person: tokens of I, we, my, our that no speaker has been found for.
        authors: whose words the whole text is, where its heading says so ("Statement by X").
        spoken_for: in whose name a person says "we": the state of an official, the group of its spokesman.
        nations: for those who speak in their own name, as candidates do, their states.
        national: tokens of "our" that own what is a land's, whoever speaks.
        circles: for a "we" or "our" of what takes several, among whom its speaker may stand.
        owned: the noun that an "our" or "my" owns, and whom it means where its speaker speaks for a side.
        read: what the parse says of each token.
    """

    actors: Mapping[ActorId, Actor]
    mentions: tuple[CastMention, ...]
    offices: tuple[tuple[CastMention, tuple[int, int], CastMention | None], ...] = ()
    leanings: tuple[Leaning, ...] = ()
    first_person: tuple[int, ...] = ()
    authors: tuple[ActorId, ...] = ()
    spoken_for: Mapping[ActorId, Actor] = field(default_factory=dict, repr=False, compare=False)
    nations: Mapping[ActorId, Actor] = field(default_factory=dict, repr=False, compare=False)
    national: frozenset[int] = frozenset()
    circles: Mapping[int, Circles] = field(default_factory=dict, repr=False, compare=False)
    owned: Callable[[int, ActorId], dict[int, Actor]] | None = field(default=None, repr=False, compare=False)
    doc: Doc | None = field(default=None, repr=False, compare=False)
    read: Columns | None = field(default=None, repr=False, compare=False)
    by_head: Mapping[int, tuple[CastMention, ...]] = field(default_factory=dict, repr=False, compare=False)

    def at(self, i: int) -> tuple[CastMention, ...]:
        """Return the mentions headed by token i, one for each actor that it refers to."""
        return self.by_head.get(i, ())

    def who(self, mention: CastMention) -> Actor | None:
        """Return whom a mention refers to; None where it refers to nobody known."""
        return self.actors.get(mention.mention.actor) if mention.mention.actor else None

    def acting(self, mention: CastMention) -> Actor | None:
        """Return whom a mention names, or would name if its place acted."""
        who = mention.mention.actor or mention.stands_for
        return self.actors.get(who) if who else None

    def _sides(self, i: int, who: tuple[ActorId, ...]) -> list[Actor]:
        """Return for whom speakers say "we" or "our" at token i: nobody can tell whom else one means who speaks for nobody."""
        alone = len(who) == 1 and self.actors[who[0]].kind == "person" and who[0] not in self.spoken_for
        sides = [] if alone else [self.spoken_for.get(a, self.actors[a]) for a in who]
        return [self.nations.get(side.id, side) for side in sides] if i in self.national else sides

    def _beside(self, i: int, who: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
        """Return whom one speaker's "we" or "our" means beside him: the rest of the circle in which he, or his side, stands."""
        if len(who) != 1:
            return ()
        side = self.spoken_for.get(who[0])
        own = {who[0], *([side.id] if side else [])}
        for circle in self.circles.get(i, ()):
            if len(circle) == 1 or not own.isdisjoint(circle):
                return tuple(a for a in circle if a not in own)
        return ()

    def _unsaid(self) -> dict[int, tuple[ActorId, ...]]:
        """Return whom "our" means outside of quotations in the words of nobody who is named: a readout's "*our* partnership"."""
        if self.read is None or self.authors:
            return {}
        meant = {i: circles[0] for i, circles in self.circles.items() if len(circles[0]) > 1}
        sided = {i: who for i, who in meant.items() if all(a in self.spoken_for or self.actors[a].kind == "state" for a in who)}
        return {i: who for i, who in sided.items() if not self.read.quoted[i]}

    def with_speakers(self, speakers: Mapping[int, tuple[ActorId, ...]]) -> Cast:
        """Return the cast with first-person pronouns referring to those who speak, "we" to those for whom they speak.

        The "we" of one person who speaks for nobody waits on.

        Args:
            speakers: token of an unresolved first-person pronoun to the actors who say it.
        """
        if self.doc is None or self.read is None or not (speakers or self.circles):
            return self
        speakers = {**self._unsaid(), **speakers}
        spoken: dict[int, Casting] = {}
        owned: dict[int, Actor] = {}
        actors = dict(self.actors)
        for i, who in sorted(speakers.items()):
            plural = "Plur" in self.doc[i].morph.get("Number")
            sides = self._sides(i, (*who, *self._beside(i, who))) if plural else [actors[a] for a in who]
            actors.update({side.id: side for side in sides})
            if sides:
                spoken[i] = Casting(i, i + 1, i, tuple(dict.fromkeys(side.id for side in sides)), _SPOKEN)
            sides = sides if plural else [self.spoken_for[a] for a in who if a in self.spoken_for]
            owned.update((self.owned(i, sides[0].id) if self.owned and len(sides) == 1 else None) or {})
        actors.update({actor.id: actor for actor in owned.values()})
        kept = [casting_of(m) for m in self.mentions if m.head not in spoken]
        mentions = number(self.read, with_owned([*kept, *spoken.values()], owned))
        used = _used(self.authors, mentions, self.leanings)
        return replace(
            self,
            actors={a: actors[a] for a in sorted(actors) if a in used or a not in self.actors},
            mentions=mentions,
            by_head=by_head_of(mentions),
            offices=_renumbered(self.offices, mentions),
            first_person=tuple(i for i in self.first_person if i not in spoken),
        )


def cast(
    doc: Doc,
    directory: Directory,
    *,
    published: date | None = None,
    where: Callable[[str], str | None] | None = None,
    ranker: Ranker | None = None,
) -> Cast:
    """Return who is mentioned in a report.

    Args:
        doc: the report with Universal Dependencies and entities PERSON, ORG, GPE, LOC, NORP.
        directory: who is known.
        published: the report's date, on which offices are looked up; None where nobody says.
        where: gives the country of a place's name, or None, for towns and provinces that the directory does not know.
        ranker: chooses what pronouns and descriptions mean; the package's own where none is given.
    """
    read = columns_of(doc)
    syntax = syntax_of(doc, read)
    roster = Roster(directory, published, where=where)
    castings = _named(syntax, roster)
    roster.home = home_of(syntax, roster, castings)
    named = _heads(castings)
    castings += find_generics(syntax, roster, named, _tokens(castings))
    castings += list(find_attributive(syntax, roster, _tokens(castings)))
    castings += list(find_quantities(syntax, roster, castings))
    castings = bodies_at_home(syntax, roster, castings)
    locate(syntax, roster, castings)
    castings, circles = refer(syntax, roster, castings, ranker)
    locate_people(syntax, roster, castings)
    mentions = number(read, castings)
    by_head = by_head_of(mentions)
    authors = authors_of(syntax, roster, _heads(castings))
    leanings = tuple(find_leanings(syntax, roster, castings))
    used = _used(authors, mentions, leanings)
    sides = spoken_for(roster) if circles else {}
    return Cast(
        actors={a: roster.actors[a] for a in sorted(roster.actors) if a in used},
        mentions=mentions,
        offices=_offices(offices_read(syntax, roster, castings), by_head),
        leanings=leanings,
        first_person=tuple(circles),
        authors=authors,
        spoken_for=sides,
        nations=nations_of(roster, sides),
        national=frozenset(i for i in circles if is_national(syntax, roster, i)),
        circles={i: among for i, among in circles.items() if among},
        owned=partial(owned_by_speaker, syntax, roster, _heads(castings)) if circles else None,
        doc=doc,
        read=read,
        by_head=by_head,
    )


def _named(syntax: Syntax, roster: Roster) -> list[Casting]:
    """Return the mentions that name somebody: by the directory, the tagger, a title, or an introduced abbreviation."""
    borne = surnames(syntax)
    table = piece_table(syntax)
    bodies = partial(find_bodies, bodies_called(syntax, roster, table))
    castings = without_surnames(syntax, roster, borne, find_names(syntax, roster, table))
    castings += find_compass(syntax, roster, _tokens(castings))
    castings += find_rulers(syntax, roster, _tokens(castings))
    capitals = {c.first for c in castings if c.place}
    for find in (bodies, find_entities, bodies):
        castings += without_surnames(syntax, roster, borne, find(syntax, roster, _heads(castings), _tokens(castings)))
    castings += list(find_shared(syntax, roster, _heads(castings), _tokens(castings)))
    short = introduced(syntax, roster, castings)
    if short:
        castings = list(recast(syntax, short, castings))
    castings += list(find_shortened(syntax, roster, castings))
    describe_named(syntax, roster, _heads(castings), castings)
    castings += find_people(syntax, roster, _heads(castings), _tokens(castings), borne)
    return [_settled(syntax, roster, c, capital=c.first in capitals) for c in sorted(castings, key=lambda c: (c.first, c.last))]


def _settled(syntax: Syntax, roster: Roster, casting: Casting, *, capital: bool) -> Casting:
    """Settle whether a state's name, a capital or a seat of government acts."""
    actors = casting.named
    if casting.form != "name" or len(actors) != 1 or roster.actors[actors[0]].kind != "state":
        return casting
    return settle(syntax, roster, casting, capital=capital)


def _heads(castings: Iterable[Casting]) -> dict[int, Casting]:
    heads: dict[int, Casting] = {}
    for casting in castings:
        heads.setdefault(casting.head, casting)
    return heads


def _tokens(castings: Iterable[Casting]) -> set[int]:
    return {t for c in castings for t in range(c.first, c.last)}


def _used(authors: Iterable[ActorId], mentions: Iterable[CastMention], leanings: Iterable[Leaning]) -> set[ActorId]:
    """Return those of whom a cast speaks: whose words the text is, whom it mentions, and for whom its places stand."""
    return {*authors, *(one.actor for one in leanings), *(actor for m in mentions for actor in (m.mention.actor, m.stands_for) if actor)}


def _offices(
    read: Iterable[OfficeRead], by_head: Mapping[int, tuple[CastMention, ...]]
) -> tuple[tuple[CastMention, tuple[int, int], CastMention | None], ...]:
    found = []
    for office in read:
        person = next((m for m in by_head.get(office.person, ()) if m.mention.actor), None)
        body = next((m for m in by_head.get(office.body, ()) if m.mention.actor), None) if office.body is not None else None
        if person:
            found.append((person, (office.first, office.last), body))
    return tuple(found)


def _renumbered(
    offices: tuple[tuple[CastMention, tuple[int, int], CastMention | None], ...], mentions: Iterable[CastMention]
) -> tuple[tuple[CastMention, tuple[int, int], CastMention | None], ...]:
    """Return the offices with the mentions' new numbers."""
    now = {(m.first, m.last, m.mention.actor): m for m in mentions}
    return tuple(
        (now[p.first, p.last, p.mention.actor], span, now[b.first, b.last, b.mention.actor] if b else None) for p, span, b in offices
    )
