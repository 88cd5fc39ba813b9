"""Reports in a Parquet table, read a few hundred rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.errors import InputError, UnreadableFile
from dragoman.intake.fields import At, check_columns, columns, found_in, given_id, order_in
from dragoman.intake.files import opened
from dragoman.intake.found import Found, Refused
from dragoman.intake.listing import Listed
from dragoman.intake.options import IntakeOptions

SUFFIXES = frozenset({".parquet", ".pq"})
_ROWS = 256


def read(file: Listed, options: IntakeOptions) -> Iterator[Found | Refused]:
    """Yield the reports of a Parquet file, and what is wrong with each row that holds none.

    Raises:
        UnreadableFile: no Parquet file, or broken; also see `opened`.
    """
    where, number = str(file.path), 0
    order = order_in(lambda: _rows(file, replace(options, note=lambda fault: None)), where=where, options=options)
    for row in _rows(file, options):
        number += 1
        yield _found(row, name=f"{file.stem}-{number}", where=f"{where}[{number}]", options=options, at=At(number, order))
    if not number:
        raise UnreadableFile(where, "is empty", "give one report a row")


def _rows(file: Listed, options: IntakeOptions) -> Iterator[dict[str, object]]:
    import pyarrow as pa  # only tables need it
    import pyarrow.parquet as pq

    with opened(file.path) as stream:
        try:
            table = pq.ParquetFile(stream)
            if table.metadata.num_rows:
                check_columns(table.schema_arrow.names, where=str(file.path), options=options)
            names = [name for name in table.schema_arrow.names if name in columns(options)] or None
            for batch in table.iter_batches(batch_size=_ROWS, columns=names):
                yield from batch.to_pylist()
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
            reason = str(error).splitlines()[0]
            raise UnreadableFile(str(file.path), f"is no Parquet table that can be read: {reason}", "write it again") from error


def _found(row: dict[str, object], *, name: str, where: str, options: IntakeOptions, at: At) -> Found | Refused:
    try:
        name = given_id(row, name, options)
        return found_in(row, name=name, where=where, options=options, at=at)
    except InputError as error:
        return Refused(name, error)
