"""The table of contents of the reading wing: a report goes in, a reading comes out."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from dragoman import actors, coding, language
from dragoman.claims import Failure, Reading, Report
from dragoman.coding.cast import cast_of
from dragoman.errors import DataError, DragomanError, Fault
from dragoman.garbage import uncollected

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from dragoman.coding.explaining.explain import Explainer

_LOG = logging.getLogger(__name__)
_BATCH_REPORTS = 64
_BATCH_CHARACTERS = 250_000
_PARSED_AHEAD = 16


class Parsed(NamedTuple):
    """A report as coding takes it.

    Attributes:
        doc: its text with Universal Dependencies.
        cast: who is mentioned in it.
        day: its date; None where it has none.
    """

    doc: Doc
    cast: actors.Cast
    day: date | None


class Reader:
    """Reads reports. What it needs is loaded when it is made; reading one report never changes it.

    Args:
        nlp: any spaCy pipeline with Universal Dependencies; ours by default.
        directory: who is who; the one that comes with the package by default.
        lexicon: which words say what; the one that comes with the package by default.
        coders: who finds claims: the ``lexicon``, the ``learned`` heads of our model, or both together, which is the default.

    Example:
        >>> from dragoman import Reader, Report
        >>> reading = Reader().read(Report(id="r1", text="Turkey and Syria held talks in Moscow.", published="2023-01-02"))
        >>> [claim.type for claim in reading.claims]
        ['CONSULT']
    """

    def __init__(
        self,
        *,
        nlp: Language | None = None,
        directory: actors.Directory | None = None,
        lexicon: coding.Lexicon | None = None,
        coders: Collection[coding.Coder] | None = None,
    ) -> None:
        """Load what is not given."""
        self._nlp = nlp or language.load()
        self._directory = directory or actors.load_directory()
        self._lexicon = lexicon or coding.load_lexicon()
        self._coders = frozenset(coders or coding.CODERS)

    def read(self, report: Report) -> Reading:
        """Return the reading of one report.

        Raises:
            LanguageError: the pipeline's documents lack an annotation that coding needs.
        """
        return self._reading(report, self._nlp(report.text))

    def parsed(self, report: Report) -> Parsed:
        """Return what coding starts from: the report's tree, and who is in it on its day.

        Raises:
            LanguageError: the pipeline's documents lack an annotation that coding needs.
        """
        return self._parsed(report, self._nlp(report.text))

    def explain(self, report: Report) -> Explainer:
        """Return what explains a report's sentences: how each comes to its claims.

        Raises:
            LanguageError: the pipeline's documents lack an annotation that coding needs.

        Example:
            >>> from dragoman import Reader, Report
            >>> explainer = Reader().explain(Report(id="r1", text="Talks failed. Turkey shelled Syria."))
            >>> [claim.type for claim in explainer.sentence(2).claims]
            ['ASSAULT']
        """
        from dragoman.coding.explaining.explain import explainer

        doc, cast, day = self.parsed(report)
        return explainer(doc, cast, self._lexicon, published=day, coders=self._coders)

    def read_many(self, reports: Iterable[Report | Failure]) -> Iterator[Reading | Failure]:
        """Yield a reading for each report, in order; failures pass through, and new ones take their report's place.

        Reports are parsed in batches of bounded size, so memory does not grow with their number.

        Raises:
            DataError: our own or the user's data files have faults.
        """
        for batch in _batches(reports):
            docs = _ahead(self._nlp.pipe([r.text for r in batch if isinstance(r, Report)]))
            for one in batch:
                yield one if isinstance(one, Failure) else self._safely(one, next(docs))

    def _safely(self, report: Report, doc: Doc) -> Reading | Failure:
        try:
            return self._reading(report, doc)
        except DataError:  # every report would fail of it
            raise
        except DragomanError as error:
            return Failure(id=report.id, error=str(error))
        except Exception as error:  # one report must never cost the others
            _LOG.exception("reading %s failed", report.id)
            fault = Fault(report.id, f"{type(error).__name__}: {error}", "this is a fault of Dragoman: keep the text and the version")
            return Failure(id=report.id, error=str(fault))

    def _parsed(self, report: Report, doc: Doc) -> Parsed:
        language.require(doc)
        return Parsed(doc, *cast_of(doc, report, self._directory))

    def _reading(self, report: Report, doc: Doc) -> Reading:
        with uncollected():
            doc, cast, day = self._parsed(report, doc)
            coded = coding.code(doc, cast, self._lexicon, published=day, coders=self._coders)
            return coded.reading(report)


def _ahead(docs: Iterator[Doc]) -> Iterator[Doc]:
    """Yield documents of which some are parsed before the first is coded: the network's weights stay in the processor's cache meanwhile.

    Those before one that cannot be parsed are still yielded.
    """
    fault: Exception | None = None
    while fault is None:
        parsed: list[Doc] = []
        try:
            parsed.extend(islice(docs, _PARSED_AHEAD))
        except Exception as error:
            fault = error
        if not parsed:
            break
        yield from parsed
    if fault is not None:
        raise fault


def _batches(reports: Iterable[Report | Failure]) -> Iterator[list[Report | Failure]]:
    """Yield runs of reports of bounded number and length."""
    batch: list[Report | Failure] = []
    size = 0
    for one in reports:
        batch.append(one)
        size += len(one.text) if isinstance(one, Report) else 0
        if len(batch) >= _BATCH_REPORTS or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
