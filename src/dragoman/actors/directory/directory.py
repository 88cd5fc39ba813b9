"""The directory of actors: states, groups and people by every name they go by, and who held which office when."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dragoman.actors.directory.checks import check
from dragoman.actors.directory.dates import holds
from dragoman.actors.directory.entries import Entry, NameRef, Office, Standing
from dragoman.actors.directory.index import NameIndex, keys_of, lazy_index_of, pieces_of
from dragoman.actors.directory.lazy import Lazy
from dragoman.actors.directory.read import (
    Tables,
    entries_of,
    families_of,
    name_ref,
    names_of,
    names_of_people,
    offices_of,
    parts_of,
    people_named,
    standings_of,
    states_of,
    words_of,
)
from dragoman.actors.directory.rows import COLUMNS, Table, table_of
from dragoman.actors.directory.spellings import Spellings, spellings_of
from dragoman.actors.directory.vocabulary import Vocabulary, vocabulary_of
from dragoman.claims import ActorId
from dragoman.errors import DirectoryError, Fault
from dragoman.garbage import uncollected

_DATA = Path(__file__).parents[1] / "data"
# a full stop after a longer word and before a blank ends a sentence; within a name it is spelling
_WORD = re.compile(r"\w+|(?<=\w\w\w)\.(?=\s)|[^\w\s.'’‘`ʼ\-‐‑]")
_PEOPLE = "people"
_PARTISAN = ("party", "faction", "movement")
_ANYWHERE = ("igo", "person", "state")
_RANK = {"name": 0, "alias": 1, "adjective": 1, "metonym": 1, "capital": 2}


@dataclass(frozen=True, slots=True)
class Found:
    """A name found in a text, and whom it may name, likeliest first."""

    start: int
    end: int
    text: str
    actors: tuple[ActorId, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """Who there is, frozen.

    Attributes:
        names: every name, adjective, capital and metonym.
        families: family names, as `index.pieces_of` spells them, to the people who bear them.
        states: the states that bear a country's code.
        seats: the offices held in each body.
        parts: the groups that are part of a group or state.
        standings: what groups were for a time, where that is not what their rows say.
        spellings: people by how their names sound, made when it is first asked for.
    """

    entries: Mapping[ActorId, Entry] = field(repr=False)
    offices: Mapping[ActorId, tuple[Office, ...]] = field(repr=False)
    names: NameIndex[NameRef] = field(repr=False)
    families: Mapping[str, tuple[ActorId, ...]] = field(repr=False)
    vocabulary: Vocabulary = field(repr=False)
    states: Mapping[str, tuple[Entry, ...]] = field(repr=False)
    seats: Mapping[ActorId, tuple[Office, ...]] = field(repr=False)
    parts: Mapping[ActorId, tuple[ActorId, ...]] = field(repr=False)
    standings: Mapping[ActorId, tuple[Standing, ...]] = field(repr=False)
    spellings: Lazy[str, Tables, Spellings] = field(repr=False)

    def people_named(self, name: str) -> list[Entry]:
        """Return the people who bear a full name, given in the pieces of `pieces_of` with a blank between."""
        return [entry for ref in self.names.get(name) if (entry := self.entries[ref.id]).kind == "person"]

    def spelt_otherwise(self, name: str, *, on: date | None = None) -> ActorId | None:
        """Return whom a full name that is spelt as nobody's is means by its sound; of several the only one in office on the day.

        Example:
            >>> load().spelt_otherwise("Fuad Saniora")
            'fouad-siniora'
        """
        alike = self.spellings[_PEOPLE].bearers(name)
        if len(alike) > 1:
            alike = tuple(p for p in alike if on and self.offices_on(p, on))
        return alike[0] if len(alike) == 1 else None

    def holders(self, body: ActorId, title: str, on: date) -> tuple[ActorId, ...]:
        """Return who held an office of this title in a body on a day."""
        seats = (o for o in self.seats.get(body, ()) if o.title.lower() == title)
        return tuple(dict.fromkeys(o.person for o in seats if holds(o.since, o.until, on)))

    def offices_on(self, person: ActorId, on: date | None) -> tuple[Office, ...]:
        """Return the offices that a person held on a day; all known ones, latest first, where no day is given.

        Example:
            >>> [o.title for o in load().offices_on(ActorId("john-kerry"), date(2014, 5, 1))]
            ['secretary of state']
        """
        held = self.offices.get(person, ())
        if on is None:
            return tuple(sorted(held, key=lambda o: (o.until is None, o.until or "", o.since or ""), reverse=True))
        return tuple(o for o in held if holds(o.since, o.until, on))

    def standing_on(self, group: ActorId, on: date | None) -> Standing | None:
        """Return what a group was on a day, where that is not what its row says: bands come to govern, and rebels lay down their arms.

        Example:
            >>> load().standing_on(ActorId("taliban"), date(2010, 5, 1)).sector
            'REB'
        """
        return next((s for s in self.standings.get(group, ()) if holds(s.since, s.until, on)), None) if on else None

    def choose(self, refs: Sequence[NameRef], *, on: date | None, near: Collection[str] = ()) -> NameRef | None:
        """Return whom a name means, or None where it cannot be told.

        Names before aliases before capitals, but letters that several lands' bodies share are those of one at hand; those who exist on the
        day before those who do not; states before groups; then the only one whose country is among `near`.
        """
        if len(refs) == 1:
            return refs[0]
        known = [r for r in refs if r.id in self.entries]
        alive = [r for r in known if holds(self.entries[r.id].since, self.entries[r.id].until, on)] or known
        lands = {self.entries[r.id].country for r in alive if self.entries[r.id].kind in _PARTISAN}
        if len(lands) < 2 or len(alive) > sum(self.entries[r.id].kind in _PARTISAN for r in alive):
            here = [r for r in alive if self.entries[r.id].country in near] if self.share_letters(alive) else []
            alive = here or alive
            best = min((_RANK[r.form] for r in alive), default=0)  # one land's party is no likelier by its name than another's
            alive = [r for r in alive if _RANK[r.form] == best]
        gone = [r for r in alive if on and r.form == "capital" and self.entries[r.id].kind == "dissolved"]
        if gone and len(alive) <= len(gone) + 1 and holds(self.entries[gone[0].id].since, self.entries[gone[0].id].until, on):
            return gone[0]  # "Belgrade" before 2003
        states = [r for r in alive if self.entries[r.id].kind in ("state", "territory")]
        if len({r.id for r in states}) == 1:
            return states[0]
        if len({r.id for r in alive}) > 1:
            alive = [r for r in alive if on and self.entries[r.id].kind == "person" and self.offices_on(r.id, on)] or alive
        if len({r.id for r in alive}) > 1:
            alive = [r for r in alive if self.entries[r.id].country in near]
        return alive[0] if len({r.id for r in alive}) == 1 else None

    def share_letters(self, refs: Sequence[NameRef]) -> bool:
        """Tell whether an abbreviation is that of several lands' bodies, and the proper name of one perhaps: "CBI"."""
        if len(refs) < 2 or not all(r.exact for r in refs):
            return False
        bearers = [self.entries[r.id] for r in refs if r.id in self.entries]
        anywhere = any(e.kind in _ANYWHERE or self.vocabulary.has("heard_anywhere", e.id) for e in bearers)
        return len({e.country for e in bearers}) > 1 and not anywhere

    def find(self, text: str, *, on: date | None = None) -> list[Found]:
        """Return the names in a text, longest first and never overlapping, in the order of the text.

        Example:
            >>> [(f.text, f.actors) for f in load().find("Turkey and Hezbollah")]
            [('Turkey', ('turkey',)), ('Hezbollah', ('hezbollah',))]
        """
        pieces, starts, ends = _placed(text)
        found: list[Found] = []
        free = 0
        for i, j, refs in self.names.matches(pieces):
            start, end = starts[i], ends[j - 1]
            if i < free:
                continue
            fitting = [r for r in refs if fits(r, text[start:end], self.vocabulary)]
            if not fitting:
                continue
            chosen = self.choose(fitting, on=on)
            ids = dict.fromkeys([chosen.id] if chosen else [r.id for r in fitting])
            found.append(Found(start, end, text[start:end], tuple(ids)))
            free = j
        return found


def fits(ref: NameRef, surface: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a name's letter case in the text is the name's own: "US" is not "us", nor "Turkey" "turkey"."""
    if ref.exact is not None:
        letters = "".join(c for c in surface if c.isalnum())
        return letters == ref.exact or (len(letters) > 3 and ref.exact.isupper() and letters == ref.exact.capitalize())
    if not ref.capital:
        return True
    if surface.startswith("the ") and vocabulary.has("capital_article", surface.lower()):
        return False
    if surface.islower() and vocabulary.has("told_by_any_letters", surface.removeprefix("the ")):
        return True
    words = surface.replace(" - ", "-").removeprefix("the ").split()
    if len(words) > 1 and vocabulary.has("small_after_names", words[-1]):
        words.pop()
    if len(words) > 1 and vocabulary.has("name_particles", words[0]):
        words = words[1:]
    if any(vocabulary.has("months", word.lower()) for word in words) and any(word.isdigit() for word in words):
        return len(words) > 2 and words[-1][:1].isupper()  # "April 6" is a day, the "April 6 Movement" is none
    edges = words[:1] if ref.ends_small else [*words[:1], *words[-1:]]
    return bool(words) and all(word[:1].isdigit() or any(c.isupper() for c in word) for word in edges)


def load(*, extra: Path | None = None) -> Directory:
    """Return the directory, with a user's own folder of CSV files laid over ours.

    Our own rows are checked by `faults_of` before they are shipped; with a user's folder over them all are checked here.

    Args:
        extra: a folder with files of the same names and columns, or one such file; a row there takes the place of ours with the same id.

    Raises:
        DirectoryError: all faults at once, each with file and line.
    """
    with uncollected():
        faults: list[Fault] = []
        tables = _tables(extra, faults)
        if extra is not None:
            check(tables, faults)
        if faults:
            raise DirectoryError(faults)
        return _directory(tables)


def _directory(tables: Mapping[str, Table]) -> Directory:
    entries = entries_of(tables)
    others, people = list(names_of(tables)), list(names_of_people(tables))
    named = others + people
    keys = keys_of([name for _, _, name in named])
    return Directory(
        entries=entries,
        offices=offices_of(tables, entries),
        names=lazy_index_of(keys, named, name_ref),
        families=families_of(tables, people, keys[len(others) :]),
        vocabulary=vocabulary_of(tables),
        states=states_of(tables, entries),
        seats=offices_of(tables, entries, by_body=True),
        parts=parts_of(tables),
        standings=standings_of(tables),
        spellings=Lazy({_PEOPLE: tables}, _spellings),
    )


def _spellings(tables: Tables) -> Spellings:
    """Return by sound those people whose names are written over from another script."""
    lands, pairs = words_of(tables, "written_over"), words_of(tables, "same_names")
    return spellings_of(people_named(tables, frozenset(lands)), dict(pair.split("=", 1) for pair in pairs))


def faults_of(*, extra: Path | None = None) -> list[Fault]:
    """Return all that is wrong with the directory's files, and with a user's over them.

    Example:
        >>> faults_of()
        []
    """
    faults: list[Fault] = []
    check(_tables(extra, faults), faults)
    return faults


def _tables(extra: Path | None, faults: list[Fault]) -> dict[str, Table]:
    if extra is None:
        return {name: table_of([_DATA], name, faults) for name in COLUMNS}
    if extra.is_file() and extra.suffix == ".csv" and extra.stem in COLUMNS:
        return {name: table_of([_DATA, extra.parent] if name == extra.stem else [_DATA], name, faults) for name in COLUMNS}
    if not extra.is_dir():
        wrong = f"no such table; the tables are {', '.join(f'{name}.csv' for name in COLUMNS)}" if extra.is_file() else "no such folder"
        raise DirectoryError([Fault(str(extra), wrong, "give a folder of CSV files, or one of them")])
    if not any((extra / f"{name}.csv").is_file() for name in COLUMNS):
        raise DirectoryError(
            [Fault(str(extra), "no table in this folder", f"name its files {', '.join(f'{name}.csv' for name in COLUMNS)}")]
        )
    return {name: table_of([_DATA, extra], name, faults) for name in COLUMNS}


def _placed(text: str) -> tuple[list[str], list[int], list[int]]:
    """Return the pieces of a text with their offsets; the full stop of an abbreviation belongs to it."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        word = match[0]
        start, end = match.span()
        pieces.append(word.lower() if word.isascii() and word != "&" else (pieces_of(word) or [word])[0])
        starts.append(start)
        ends.append(end + 1 if len(word) == 1 and text[end : end + 1] == "." and text[end - 2 : end - 1] == "." else end)
    return pieces, starts, ends
