"""Where reports come from; a report's text, and with it every offset, is fixed here."""

from dragoman.intake.dates import read_date
from dragoman.intake.fingerprint import fingerprint
from dragoman.intake.options import IntakeOptions
from dragoman.intake.stream import open_reports, report_of, suffixes

__all__ = ["IntakeOptions", "fingerprint", "open_reports", "read_date", "report_of", "suffixes"]
