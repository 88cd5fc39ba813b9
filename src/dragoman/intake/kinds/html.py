"""A report as a web page, one a file: text, title, date, outlet and author by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.errors import UnreadableFile
from dragoman.intake.encoding import decode
from dragoman.intake.files import opened, read_whole
from dragoman.intake.found import Found
from dragoman.intake.listing import Listed
from dragoman.intake.options import IntakeOptions

SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_REMEDY = "give the text of the report itself"
_LONG_TAG = re.compile(r"<([a-zA-Z][\w-]*)\s[^<>]{20000,}>")
_MANY = 1000
# The page's own word for its date only, never a date found somewhere in its text; nothing may depend on today.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}


def read(file: Listed, options: IntakeOptions) -> Iterator[Found]:
    """Yield the report of an HTML file.

    Raises:
        UnreadableFile: no report is found in it; also see `decode` and `opened`.
    """
    where = str(file.path)
    with opened(file.path) as stream:
        raw = read_whole(stream, where=where, limit=options.max_bytes)
    declared = _CHARSET.search(raw[:4096])
    page = decode(raw, where=where, options=options, declared=declared[1].decode() if declared else None)
    yield found_in_page(page, name=file.stem, where=where)


def found_in_page(page: str, *, name: str, where: str) -> Found:
    """Return the report that a web page holds, without its scripts, navigation and comments.

    Raises:
        UnreadableFile: no report is found in it.
    """
    import trafilatura  # a second to load, and few sources need it
    from trafilatura.settings import Document

    try:
        document = trafilatura.bare_extraction(
            _LONG_TAG.sub(_without_attributes, page),
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=_DATES,
        )
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableFile(where, f"is markup that cannot be taken apart: {error}", _REMEDY) from error
    if not isinstance(document, Document) or not (document.text or "").strip():
        raise UnreadableFile(where, "is a web page in which no report is found", _REMEDY)
    return Found(
        id=name,
        where=where,
        text=document.text or "",
        title=document.title or None,
        published=document.date or None,
        outlet=document.sitename or None,
        author=document.author or None,
        url=document.url or None,
    )


def _without_attributes(tag: re.Match[str]) -> str:
    """Return a tag without its attributes where there are more than any page needs: each is held against all others."""
    return f"<{tag[1]}>" if len(tag[0].split()) > _MANY else tag[0]
