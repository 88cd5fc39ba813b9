"""Raw text into words, as the Universal Dependencies treebanks of English split them."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from dragoman.language import broken
from dragoman.language.markup import CLITIC, ENTITY, TAG
from dragoman.language.spelling import Spelling

Cut = tuple[int, int]

_NARROW: Final = "\u00a0\u2009\u202f"  # blanks that part the thousands of a number
_CHUNK: Final = re.compile(rf"\S+(?:(?<=\d)(?<!\d{{4}})[{_NARROW}](?=\d{{3}}(?!\d))\S+)*")
_APOSTROPHES: Final = "'’`ʼ"
_CLITIC: Final = re.compile(rf"(?<=\w)(n[{_APOSTROPHES}]t|[{_APOSTROPHES}](?:s|m|d|re|ve|ll))$", re.I)
_OPENING: Final = re.compile(r"(?:[!?]+|=+|_{2,}|~+|#{2,}|\+{2,}|``|''|“|”|‘‘|’’|\.{2,}|…+|-{2,}|—+|–+|<<+|>>+|\*+|[^\w\s])")
_CLOSING: Final = re.compile(r"(?:''|``|’’|‘‘|\.{2,}|…+|-{2,}|—+|–+|<<+|>>+|\*+|[!?]+|[^\w\s])$")
_INFIX: Final = re.compile(
    r"(?<=\d),(?=\d)|\.{2,}|…+|-{2,}|—+|[\[\](){}<>\"“”;|=~]+?|[!?]+(?=\w)|(?<=[^\W\d])[,:](?=\w)|(?<=\d)[,:](?=[^\W\d])|(?:(?<=[^\W\d]{2})|(?<=\d{4}))\.(?=[A-Z][a-z])"
)
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.(?:-?[^\W\d_]\.)*|(?:[^\W\d_]\.){1,}[^\W\d_])$")
_NUMBER: Final = re.compile(
    rf"[+\-−±]?(?:\d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}(?:\.\d+)?|\d{{1,3}}(?:[{_NARROW}]\d{{3}})+(?:[.,]\d+)?|\d+(?:[.:/]\d+)*|\.\d+)$"
)
_THOUSANDS: Final = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)")
_LAST_PART: Final = re.compile(r"(?<=[-‐‑/,])[^-‐‑/,]+$")
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th|s)$", re.I)
_NUMBER_UNIT: Final = re.compile(r"(\d+(?:[.,:]\d+)*)([^\W\d_].*|%|°[CF]?)$")
_EMAIL: Final = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)*$")
_URL: Final = re.compile(r"(?:https?://|ftp://|www\.|mailto:)\S+$", re.I)
_NO_END_OF_ADDRESS: Final = ".,;:!?)]}'\"”’>»"
_HOST: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*\.([a-z]{2,5})(?:/\S*)?$", re.I)
_HANDLE: Final = re.compile(r"(?:[@#][^\W\d]\w*(?:[.-]\w+)*|\[(?:\.\.\.|…)\])$")
_SMILE: Final = re.compile(r"(?:[:;=][-o^']?[)(DPp/\\|\]\[3]+|[xX]D|<3|\^_+\^|\(:|\(;)$")
_PHONE: Final = re.compile(r"(?:\d{1,3}-)?(?:\d{3}-)?\d{3}-\d{4}$")
_PICTURE: Final = r"[\u2190-\u2bff\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
_PICTURES: Final = rf"[\U0001f1e6-\U0001f1ff]{{2}}|{_PICTURE}(?:[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d{_PICTURE})*"
_FOREIGN: Final = re.compile(rf"{CLITIC}|{ENTITY}|{_PICTURES}")
_HYPHENS: Final = "-‐‑‒–−"
_LONGEST_CHUNK: Final = 400
_REMEMBERED: Final = 60_000


def split(text: str, spelling: Spelling, known: Callable[[str], bool] | None = None) -> list[Cut]:
    """Half-open offsets of every word of ``text``, in order; what lies between them is white space.

    Where it is told which lower-case words are known, a word that the end of a line breaks is one.
    """
    if known is not None and (gaps := broken.breaks(text, known, spelling.joined_prefixes)):
        return broken.mapped(split(broken.without(text, gaps), spelling), gaps)
    cuts: list[Cut] = []
    begin = 0
    for tag in TAG.finditer(text) if "<" in text else ():
        _between(text, _chunks(text, begin, tag.start()), spelling, cuts)
        cuts.append(tag.span())
        begin = tag.end()
    _between(text, _chunks(text, begin, len(text)), spelling, cuts)
    return cuts


def _chunks(text: str, begin: int, end: int) -> Iterator[Cut]:
    """Runs of non-blank characters, thousands that narrow blanks part among them."""
    part = text[begin:end]
    if any(blank in part for blank in _NARROW):
        yield from (found.span() for found in _CHUNK.finditer(text, begin, end))
        return
    at = begin
    for one in part.split():
        start = text.index(one, at)
        at = start + len(one)
        yield start, at


def _between(text: str, chunks: Iterator[Cut], spelling: Spelling, cuts: list[Cut]) -> None:
    """Appends the cuts of runs of non-blank characters; what was cut before is remembered, since news repeats its words."""
    known = spelling.remembered
    for start, stop in chunks:
        for at in range(start, stop, _LONGEST_CHUNK):
            one = text[at : min(stop, at + _LONGEST_CHUNK)]
            after = _beginning(text[stop : stop + 12]) if "." in one else ""
            parts = known.get((one, after))
            if parts is None:
                if len(known) >= _REMEMBERED:
                    known.clear()
                parts = known[one, after] = tuple(_parted(one, after, spelling))
            if len(parts) == 1:
                cuts.append((at, at + parts[0][1]))
            else:
                cuts.extend([(at + a, at + b) for a, b in parts])


def _beginning(after: str) -> str:
    """The white space that something begins with and the first character after it: all that a full stop before it is told by."""
    return after[: len(after) - len(after.lstrip()) + 1]


def _parted(chunk: str, after: str, spelling: Spelling) -> Iterator[Cut]:
    """Cuts of one run of non-blank characters, with entities and pictures as words of their own."""
    begin = 0
    if not chunk.isascii() or ("&" in chunk and not _URL.match(chunk)):
        for found in _FOREIGN.finditer(chunk):
            if found.start() > begin:
                yield from ((begin + a, begin + b) for a, b in _chunk(chunk[begin : found.start()], "x", spelling))
            yield found.span()
            begin = found.end()
    if begin < len(chunk):
        yield from ((begin + a, begin + b) for a, b in _chunk(chunk[begin:], after, spelling))


def _chunk(chunk: str, after: str, spelling: Spelling) -> list[Cut]:
    """Cuts of one run of non-blank characters: marks peeled off both ends, the rest cut inside."""
    if chunk.isalpha() and chunk.lower() not in spelling.split_words:
        return [(0, len(chunk))]
    left: list[Cut] = []
    right: list[Cut] = []
    start, end = 0, len(chunk)
    while start < end:
        core = chunk[start:end]
        if _whole(core, spelling) or _abbreviated(core, after if not right else ",", spelling):
            break
        step = _opening(core, spelling)
        if step:
            left.append((start, start + step))
            start += step
            continue
        step = _closing(core)
        if not step:
            break
        right.append((end - step, end))
        end -= step
    inner = [(start + a, start + b) for a, b in _inside(chunk[start:end], spelling)] if start < end else []
    return left + inner + right[::-1]


def _opening(core: str, spelling: Spelling) -> int:
    """Length of the mark that the core begins with, or 0."""
    for sign in spelling.currencies:
        if core.startswith(sign) and core[len(sign) : len(sign) + 1].isdigit():
            return len(sign)
    if core[0].isalnum() or _combining(core[0]):
        return 0
    if core[0] in _APOSTROPHES and (re.match(r".\d\ds?\b", core) or _straight(core.rstrip(".,;:!?")) in spelling.whole_words):
        return 0
    if core[0] in "@#_\\" and len(core) > 1 and not core[1].isdigit() and core[1] != core[0]:
        return 0
    if core[0] in "+-−" and len(core) > 1 and core[1].isdigit():
        return 0
    found = _OPENING.match(core)
    return len(found.group()) if found else 0


def _closing(core: str) -> int:
    """Length of the mark or clitic that the core ends with, or 0."""
    clitic = _CLITIC.search(core)
    if clitic:
        return len(clitic.group())
    found = _CLOSING.search(core)
    return len(found.group()) if found and not _combining(found.group()[-1]) else 0


def _combining(char: str) -> bool:
    """Marks that belong to the letter before them, and invisible characters inside words."""
    return (
        "\u0300" <= char <= "\u036f"
        or "\u200b" <= char <= "\u200f"
        or char in "\u00ad\u2060\ufeff\ufe0f\u20e3"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
    )


def _straight(core: str) -> str:
    return core.lower().replace("’", "'")


def _whole(core: str, spelling: Spelling) -> bool:
    """Whether the core is one word as it stands."""
    if _straight(core) in spelling.whole_words or _NUMBER.match(core) or _EMAIL.match(core) or _HANDLE.match(core) or _SMILE.match(core):
        return True
    if _URL.match(core):
        return core[-1] not in _NO_END_OF_ADDRESS
    host = _HOST.match(core)
    return bool(host and host.group(1).lower() in spelling.domains and core[-1] not in _NO_END_OF_ADDRESS and not core[0].isdigit())


def _abbreviated(core: str, after: str, spelling: Spelling) -> bool:
    """Whether a core that ends in a full stop keeps it."""
    if core[-1] != "." or len(core) < 2:
        return False
    if core in spelling.before_numbers:
        return after.lstrip()[:1].isdigit()
    if core in spelling.closing or (len(core) > 3 and _INITIALS.match(core) and core.islower()):
        return not _ends_paragraph(after) and not (core in spelling.closing_before_names and after.lstrip()[:1].isupper())
    if core in spelling.doubtful:
        following = after.lstrip()[:1]
        return following.isdigit() or (core[:1].isupper() and following.isalpha()) or (following in {",", ";", ")"} and bool(following))
    if core in spelling.abbreviations:
        return True
    last = _LAST_PART.search(core)
    if last and len(last.group()) > 3:
        unsure = spelling.doubtful | spelling.closing
        return bool(_INITIALS.match(last.group())) or (last.group() in spelling.abbreviations and last.group() not in unsure)
    return bool(_INITIALS.match(core)) and (len(core) > 2 or (core[0].isupper() and core != "I."))


def _ends_paragraph(after: str) -> bool:
    """Whether nothing follows, or nothing on this line: there the full stop is the sentence's own."""
    return not after.strip() or "\n" in after[: len(after) - len(after.lstrip())]


def _inside(core: str, spelling: Spelling) -> Iterator[Cut]:
    """Cuts within a core that has lost its outer marks."""
    lower = core.lower()
    at = spelling.split_words.get(lower)
    if at and not (core.isupper() and len(core) < 4):
        yield (0, at)
        yield (at, len(core))
        return
    short = "," not in core and not core[1:3].islower() and _abbreviated(core, "x", spelling)  # but "Israeli-U.S."
    if short or _whole(core, spelling) or _ORDINAL.match(core) or _PHONE.match(core):
        yield (0, len(core))
        return
    unit = _NUMBER_UNIT.match(core)
    if unit and unit.group(2).lower() in spelling.units | {"%", "°", "°c", "°f"}:
        yield (0, unit.end(1))
        degree = unit.end(1) + (core[unit.end(1)] == "°")
        if degree > unit.end(1):
            yield (unit.end(1), degree)
        if degree < len(core):
            yield (degree, len(core))
        return
    marks = _marks(core, spelling)
    if not marks:
        yield (0, len(core))
        return
    begin = 0
    for found in marks:
        if found[0] > begin:
            yield from ((begin + a, begin + b) for a, b in _piece(core[begin : found[0]], spelling))
        if found[0] < found[1]:
            yield found
        begin = found[1]
    if begin < len(core):
        yield from ((begin + a, begin + b) for a, b in _piece(core[begin:], spelling))


def _piece(piece: str, spelling: Spelling) -> list[Cut]:
    """Cuts of what stands between two inner marks: a clitic may end it, or marks that now stand outside."""
    if piece.isalpha() or piece.isdigit():
        return [(0, len(piece))]
    if piece[-1] in ".,:;!?'\"’”%" or piece[0] in "$£€" or _NUMBER_UNIT.match(piece) or _CLITIC.search(piece) or piece[0] in "'\"“‘(":
        return _chunk(piece, "x", spelling)
    return [(0, len(piece))]


def _marks(core: str, spelling: Spelling) -> list[Cut]:
    """Marks inside the core that are words of their own, in order; an empty one parts two words that nothing stands between."""
    inside = {i for m in _THOUSANDS.finditer(core) for i in range(m.start(), m.end())}
    found = [_parting(core, m.span(), spelling) for m in _INFIX.finditer(core) if m.start() not in inside]
    taken = {i for a, b in found for i in range(a, b)}
    for i in range(1, len(core) - 1):
        char = core[i]
        if i in taken:
            continue
        if (
            (char in _HYPHENS and _parts(core, i, spelling))
            or (char == "/" and _slashed(core, i))
            or (char in "&+" and core[i - 1].islower() and core[i + 1].islower())
        ):
            found.append((i, i + 1))
    return sorted(found)


def _parting(core: str, mark: Cut, spelling: Spelling) -> Cut:
    """The mark, or what follows it where it is a full stop that belongs to the abbreviation before it ("Mr.Khan")."""
    start, end = mark
    if core[start:end] == "." and re.split(r"[^\w.]", core[:end])[-1] in spelling.abbreviations:
        return end, end
    return mark


def _parts(core: str, i: int, spelling: Spelling) -> bool:
    """Whether the hyphen at ``i`` parts two words."""
    before = re.split(rf"[{_HYPHENS}/]", core[:i])[-1]
    if core[i] in "–−‒":
        return True
    if before.lower() in spelling.joined_prefixes and i == len(before) and not (before.isupper() and i > 1):
        return False
    if core[i - 1] == "." or core[i + 1] == ".":
        return core[i - 1].isalnum() or core[i - 1] == "."
    return (core[i - 1].isalnum() and core[i + 1].isalnum()) or core[i + 1] in "$£€'’\"“" or core[i - 1] in "'’\"”%"


def _slashed(core: str, i: int) -> bool:
    """Whether the slash at ``i`` parts two words rather than the numbers of a date or fraction."""
    return (
        not (core[i - 1].isdigit() and core[i + 1].isdigit())
        and (core[i - 1].isalnum() or core[i - 1] in ".)")
        and min(len(p) for p in core.split("/")) > 1
    )
