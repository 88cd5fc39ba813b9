"""Where reports come from; a report's text, and with it every offset, is fixed here."""

from dragoman.intake.dates import read_date
from dragoman.intake.fingerprint import fingerprint
from dragoman.intake.found import Refused
from dragoman.intake.options import IntakeOptions
from dragoman.intake.stream import checked_report, dated, open_reports, report_of, suffixes, taken_in

__all__ = [
    "IntakeOptions",
    "Refused",
    "checked_report",
    "dated",
    "fingerprint",
    "open_reports",
    "read_date",
    "report_of",
    "suffixes",
    "taken_in",
]
