"""Whether two full names may be spellings of one, or one a part of the other."""

from __future__ import annotations

from rapidfuzz.fuzz import ratio

from dragoman.actors.directory.index import pieces_of

SAME_LETTERS = 88
FUZZY_FROM = 6


def is_variant(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Tell whether two full names are spellings of one: same initials, same or nearly the same parts, no middle names that differ."""
    if len(one) < 2 or len(two) < 2:
        return False
    pairs = [(one[0], two[0]), (one[-1], two[-1])]
    if not all(a[0] == b[0] for a, b in pairs) or not _agreeing(one[1:-1], two[1:-1]):
        return False
    same = sum(a == b for a, b in pairs)
    return all(_alike(a, b) for a, b in pairs) and same >= 1


def _alike(one: str, two: str) -> bool:
    """Tell whether two parts of names are the same, or nearly so and long."""
    return one == two or (min(len(one), len(two)) >= FUZZY_FROM - 1 and ratio(one, two) >= SAME_LETTERS)


def _agreeing(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Tell whether the fewer middle parts of two names are all among the more, an initial for any that begins so."""
    few, many = sorted((one, two), key=len)
    return all(any(_alike(a, b) or (1 in (len(a), len(b)) and a[0] == b[0]) for b in many) for a in few)


def is_same_person(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Tell whether two full names of one report name one person: spellings of one name, or one begins or ends the other."""
    short, long = sorted((one, two), key=len)
    part = len(short) > 1 and short in (long[: len(short)], long[-len(short) :])
    return part or is_variant(one, two)


def same_given(one: str, two: str) -> bool:
    """Tell whether no hyphen makes the given name of one name another than that of the other: "Jean-Marc Vale" is not Jean.

    Example:
        >>> same_given("Jean-Marc Vale", "Jean Vale"), same_given("Abdel-Aziz Vale", "Abdel Aziz Vale")
        (False, True)
    """
    for joined, other in ((one, two), (two, one)):
        given, own = pieces_of(joined.split()[0]), pieces_of(other)
        if len(given) > 1 and given[:1] == own[:1] and own[: len(given)] != given:
            return False
    return True
