"""Whom a name means in a record, and what is worth knowing of that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import duckdb

from dragoman.claims import ActorId
from dragoman.errors import RecordError
from dragoman.record.sql import statement

Note: TypeAlias = Callable[[str], object]
"""Takes a line on whom a name was taken to mean."""

_ID, _NAME, _WRITTEN, _FOLDED = range(4)
_MOSTLY = 0.9
"""The share of the mentions from which on words in one spelling mean one actor, and the others are slips."""
_SHOWN = 8


def who(connection: duckdb.DuckDBPyConnection, name: str, *, note: Note | None = None) -> tuple[ActorId, ...]:
    """Return the actors that a name, an id, the words of a mention or part of a person's name stand for.

    A person whom some reports name in full and others by the family name alone is asked for under both, where the record has only one of
    that family name.

    Args:
        connection: the record's.
        name: who is meant.
        note: told where somebody is taken to be meant whose name is not the one that was given.

    Raises:
        RecordError: nobody is so called (near names are listed), or the words may mean several actors.
    """
    rows = connection.execute(statement("who"), {"name": name}).fetchall()
    if not rows:
        near = [near for (near,) in connection.execute(statement("near"), {"name": name}).fetchall()]
        remedy = f"near names are: {', '.join(near)}" if near else "list them with: dragoman sql 'SELECT DISTINCT name FROM actors'"
        raise RecordError(f"{name}: nobody is so called in this record; {remedy}")
    rank = rows[0][1]
    if rank == _WRITTEN and rows[0][3] >= _MOSTLY * sum(row[3] for row in rows):
        rows = rows[:1]
    if len(rows) > 1 and rank > _NAME:
        listed = ", ".join(f"{called} ({key})" for key, _, called, _ in rows[:_SHOWN])
        raise RecordError(f"{name}: the reports mean several by it; give the id of one of them: {listed}")
    if rank > _FOLDED and note is not None:
        note(f"{name}: taken for {rows[0][2]} ({rows[0][0]})")
    found = tuple(ActorId(key) for key, *_ in rows)
    return found if rank == _ID else (*found, *_also(connection, name, found, note))


def _also(connection: duckdb.DuckDBPyConnection, name: str, found: Sequence[ActorId], note: Note | None) -> tuple[ActorId, ...]:
    """Return under whom the same person stands in other reports: by the family name alone, or by the full name."""
    kin = connection.execute(statement("kin"), {"actors": list(found)}).fetchall()
    full, short = ([one for one in kin if (" " in one[1].strip()) is whole] for whole in (True, False))
    others = [one for one in kin if one[0] not in found]
    if not others or (note is None and not full):
        return ()
    listed = ", ".join(f"{called} ({key})" for key, called, _ in others[:_SHOWN])
    countries = {country for *_, country in kin if country is not None}
    if len(full) == 1 and short and len(countries) <= 1:
        if note is not None:
            note(f"{name}: also asked for as {listed}; give an id to ask for one alone")
        return tuple(ActorId(key) for key, *_ in others)
    if short and note is not None:
        note(f"{name}: others have this family name, {listed}; what belongs to whom cannot be told by it")
    return ()
