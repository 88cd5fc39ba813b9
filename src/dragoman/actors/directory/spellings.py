"""Names written over from other scripts, by how they sound: "Mohamed Farah *Aideed*" is Mohamed Farrah *Aidid*.

One letter of Arabic, Persian, Cyrillic or Korean is written in several ways ("Yousef", "Yusuf"). Names are compared by their consonants, of
which those that are written for each other are one, and then by their vowels: those written for each other agree, and no more than one is
left out. Given names whose spellings lie further apart stand in ``words.csv`` (``same_names``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.actors.directory.index import keys_of
from dragoman.claims import ActorId

_ARTICLES = re.compile(r"\b(?:[aeou]l|a[dnrstz]|ash|[eu]d|bin|ibn|ben)\b ?")
_SERVANT = re.compile(r"\b(abd)(?:[aeuo]l|er|ur|us|an|oul)?(?= ?[bcdfghjkmnqrstvwxz])")
_FIRST = re.compile(r"\b[yji](?=e)")
_MUTE = re.compile(r"h(?![aeiouy])")  # "Abdulla*h*", "Mo*h*ammed" keeps its own
_DOUBLE = re.compile(r"([^aeiouy\n])\1+")
_WRITTEN = (
    *(("tch", "C"), ("sch", "S"), ("ch", "C"), ("sh", "S"), ("kh", "X"), ("gh", "k"), ("dh", "d"), ("th", "t"), ("zh", "j")),
    *(("ph", "f"), ("dj", "j"), ("ts", "z"), ("tz", "z"), ("ck", "k"), ("q", "k"), ("g", "k"), ("c", "k"), ("w", "v"), ("x", "ks")),
)
_OPEN = tuple("aeiouy")
_VOWELS = str.maketrans("", "", "aeiouy")
_KINDS = {"a": "a", "e": "ai", "i": "i", "y": "i", "o": "u", "u": "u"}
_PARTS = re.compile(r"([aeiouy]*)([^aeiouy]?)")
_SHORTEST = 5


def sounds_of(names: Sequence[str], same: Mapping[str, str]) -> list[str]:
    """Return how names sound: their letters without articles and doublings, those that are written for each other as one.

    Args:
        names: full names.
        same: for spellings of a given name that lie far apart, the one that stands for all.

    Example:
        >>> sounds_of(["Abdel-Malek al-Houthi", "Abdulmalik Huthi"], {})
        ['abdmalekhouti', 'abdmalikhuti']
    """
    text = "\n".join(" ".join(same.get(p, p) for p in key.split()) for key in keys_of(names))
    text = _FIRST.sub("", _SERVANT.sub(r"\1", _ARTICLES.sub("", text)))
    for written, letter in _WRITTEN:
        text = text.replace(written, letter)
    return _DOUBLE.sub(r"\1", _MUTE.sub("", text).replace(" ", "")).split("\n")


def same_consonants(one: str, two: str, same: Mapping[str, str]) -> bool:
    """Tell whether two names are one but for their vowels.

    Example:
        >>> same_consonants("Abdul Vale", "Abdel Vale", {}), same_consonants("Ana Vale", "Ada Vale", {})
        (True, False)
    """
    first, second = (sound.translate(_VOWELS) for sound in sounds_of([one, two], same))
    return first == second


def agree(one: str, two: str) -> bool:
    """Tell whether two names of one sequence of consonants may be spellings of one by their vowels.

    Example:
        >>> agree("halid", "haled"), agree("hamid", "hamad")
        (True, False)
    """
    if (one[-1:] in _OPEN) != (two[-1:] in _OPEN):  # "Yusuf" is no "Yusufi"
        return False
    pairs = [(a, b) for (a, _), (b, _) in zip(_PARTS.findall(one), _PARTS.findall(two), strict=False)]
    left_out = sum(bool(a) != bool(b) for a, b in pairs)
    return left_out <= 1 and all(not _kinds(a).isdisjoint(_kinds(b)) for a, b in pairs if a and b)


def _kinds(run: str) -> set[str]:
    """Return what a run of vowels may stand for: "ei" is an i or an a, "ou" a u."""
    return {kind for letter in run for kind in _KINDS[letter]}


@dataclass(frozen=True, slots=True)
class Spellings:
    """People by how their names sound.

    Attributes:
        people: for each sequence of consonants, the names' sounds and their bearers.
        same: for spellings of a given name that lie far apart, the one that stands for all.
    """

    people: Mapping[str, tuple[tuple[str, ActorId], ...]] = field(repr=False)
    same: Mapping[str, str] = field(repr=False)

    def bearers(self, name: str) -> tuple[ActorId, ...]:
        """Return who may be meant by a full name that is spelt as nobody's is."""
        sound = sounds_of([name], self.same)[0]
        consonants = sound.translate(_VOWELS)
        if len(consonants) < _SHORTEST:
            return ()
        alike = (person for theirs, person in self.people.get(consonants, ()) if agree(sound, theirs))
        return tuple(dict.fromkeys(alike))


def spellings_of(named: Sequence[tuple[str, ActorId]], same: Mapping[str, str]) -> Spellings:
    """Return the index of these names and their bearers."""
    people: dict[str, tuple[tuple[str, ActorId], ...]] = {}
    for sound, (_, person) in zip(sounds_of([name for name, _ in named], same), named, strict=True):
        consonants = sound.translate(_VOWELS)
        people[consonants] = (*people.get(consonants, ()), (sound, person))
    return Spellings(people, same)
