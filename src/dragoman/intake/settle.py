"""From what a source gives to a report: text, title, date and language are fixed here and never changed after."""

from __future__ import annotations

from datetime import date, datetime

from dragoman.claims import Report, ReportId
from dragoman.errors import Fault, UnreadableFile
from dragoman.intake.dates import could_be_two, read_date
from dragoman.intake.found import Found
from dragoman.intake.heading import guess_title, own_author, own_date
from dragoman.intake.languages import refuse_other_languages
from dragoman.intake.options import IntakeOptions


def settle(found: Found, options: IntakeOptions, *, file: str | None = None) -> Report:
    r"""Return the report.

    The text is the title as the first line and the body after. Where the source has no title of its own, the text stays as it
    stands, and its first line is the title if it looks like one. Apart from ``\r\n``, no character is changed.

    Raises:
        LanguageRefused: the text is not written in English.
        UnreadableFile: it is empty, longer than it may be, or holds what no text holds.
    """
    text, title = _text_and_title(found)
    _check(text, found.where, options)
    if options.check_language:
        refuse_other_languages(text, where=found.where)
    return Report(
        id=ReportId(found.id),
        title=title,
        outlet=found.outlet or options.outlet,
        author=found.author or own_author(text, title=title),
        published=_published(found, text, title, options),
        url=found.url,
        text=text,
        file=file if file is None or found.row is None else f"{file}:{found.row}",
    )


def _text_and_title(found: Found) -> tuple[str, str | None]:
    body = found.text.replace("\r\n", "\n")
    title = found.title
    if title is None or not title.strip():
        return body, guess_title(body)
    if "\n" in title or "\r" in title:
        title = " ".join(title.split())
    first = body.lstrip().partition("\n")[0]
    if " ".join(first.split()) == " ".join(title.split()):
        return body.lstrip(), first.strip()
    return f"{title}\n{body}", title


def _check(text: str, where: str, options: IntakeOptions) -> None:
    if not text.strip():
        raise UnreadableFile(where, "the text is empty", "give a text")
    if "\0" in text:
        raise UnreadableFile(where, f"the text holds a NUL character at {text.index(chr(0))}", "remove it")
    if len(text) > options.max_characters:
        what = f"the text has {len(text):,} characters, more than the {options.max_characters:,} that one report may have"
        raise UnreadableFile(where, what, "split it into its reports")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UnreadableFile(where, f"the text holds half a character at {error.start}", "mend its encoding") from error


def _published(found: Found, text: str, title: str | None, options: IntakeOptions) -> str | None:
    """Return the source's date, else the one that the caller gives, else the text's own."""
    if found.published is not None:
        return _iso(found.published, found.where, options)
    if options.published is not None:
        return _iso(options.published, "published", options)
    return own_date(text, title=title)


def _iso(value: date | str, where: str, options: IntakeOptions) -> str | None:
    if isinstance(value, datetime | date):
        return value.isoformat()
    day = read_date(value, order=options.dates)
    if day is None and could_be_two(value):
        remedy = "say which number comes first, day-first or month-first (dates), or write it as 2009-01-31"
        options.note(Fault(where, f"the date '{value}' could be two days, so the report has none", remedy))
    elif day is None:
        options.note(Fault(where, f"the date '{value}' is none, so the report has none", "write it as 2009-01-31"))
    return day
