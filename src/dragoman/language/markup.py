"""What is left of HTML in a text: tags, which are no words, and characters written as entities."""

import html
import re
from typing import Final

_ATTRIBUTE: Final = r"\s+[\w:-]{1,40}(?:\s?=\s?(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))?"
_OPENED: Final = rf"<[a-zA-Z][a-zA-Z0-9]{{0,9}}(?:\s+[\w:-]{{1,40}}\s?=\s?(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+)(?:{_ATTRIBUTE})*)?\s?/?>"
TAG: Final = re.compile(rf"{_OPENED}|</[a-zA-Z][a-zA-Z0-9]{{0,9}}\s?>")
_PARAGRAPHS: Final = re.compile(r"</?(?:p|div|li|ul|ol|h[1-6]|hr|table|tr|blockquote|section|article|figure|figcaption)\b", re.I)
_LINES: Final = re.compile(r"<br\b", re.I)

_APOSTROPHE: Final = r"&(?:#39|#x27|apos|rsquo|#8217|#x2019|#X27|#X2019);"
CLITIC: Final = rf"(?:n{_APOSTROPHE}t|{_APOSTROPHE}(?:s|re|ve|ll|d|m))(?![^\W_])"
ENTITY: Final = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});"


def is_tag(word: str) -> bool:
    """Whether a word is a tag, which says how words are shown and is none itself."""
    return word[:1] == "<" and TAG.fullmatch(word) is not None


def opens(word: str) -> bool:
    """Whether a word is a tag that opens something; what is put between it and its end is shown by it."""
    return word[:1] == "<" and word[1:2].isalpha() and word[-2:-1] != "/" and not _LINES.match(word) and is_tag(word)


def white_of(tag: str) -> str:
    """The white space that a browser shows for a tag: an empty line, a line break, or none."""
    if _PARAGRAPHS.match(tag):
        return "\n\n"
    return "\n" if _LINES.match(tag) else ""


def unescaped(word: str) -> str:
    """The word with its entities as the characters they stand for.

    Example:
        >>> unescaped("&quot;"), unescaped("n&#39;t"), unescaped("R&D")
        ('"', "n't", 'R&D')
    """
    return html.unescape(word) if "&" in word and ";" in word else word
