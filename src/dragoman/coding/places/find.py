"""Finds the place names of a report and says which places they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.claims import Place
from dragoman.coding.places.choose import Named, Vague, choose, supplement
from dragoman.coding.places.gazetteer import TABLES, Entry, Gazetteer, gazetteer
from dragoman.coding.places.vocabulary import PlaceWords, place_words
from dragoman.language.columns import columns_of
from dragoman.language.dashes import HYPHENS, JOINING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.actors.cast import Cast

_LONGEST = 6
_TOWN = 100_000
_VILLAGE = 5_000
_MARKS = HYPHENS | {"'", "’", ",", "."}  # within names
_PLACES = frozenset({"GPE", "LOC"})
_JOINTS = frozenset({",", "and", "or", ", and", ", or"})
_BETWEEN = 3
_OTHERS = frozenset({"PERSON", "ORG", "NORP", "MISC"})
_Span = tuple[int, int, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name of the text: tokens [first, last), its syntactic head, the place, and what kind it is where known."""

    place: Place
    first: int
    last: int
    head: int
    kind: str | None = None


def find_places(doc: Doc, cast: Cast | None = None) -> tuple[PlaceMention, ...]:
    """Return the place names of a report in the order of the text, resolved where the gazetteer knows them.

    Names are what the tagger calls GPE or LOC, and, where it says nothing else, names of the gazetteer that begin
    with a capital and have a word beside them that says "place", or are well known.

    Args:
        doc: the report's tokens, with entities and parse where there are any.
        cast: who is mentioned in it; names of persons are no places.
    """
    finder = _Finder(doc, cast, gazetteer(), place_words())
    named = list(finder.named())
    return tuple(_mention(doc, name, entry) for name, entry in zip(named, supplement(named, choose(named)), strict=True))


def _mention(doc: Doc, name: Named, entry: Entry | Vague | None) -> PlaceMention:
    start, end = doc[name.first].idx, doc[name.last - 1].idx + len(doc[name.last - 1])
    text = name.text
    place = Place(
        start=start,
        end=end,
        text=text,
        name=entry.name if entry else text,
        lat=entry.lat if entry else None,
        lon=entry.lon if entry else None,
        country=entry.country if entry else None,
        geonames=entry.geonames if entry else None,
    )
    inside = range(name.first, name.last)
    head = next((k for k in inside if doc[k].head.i not in inside or doc[k].head.i == k), name.last - 1)
    return PlaceMention(place, name.first, name.last, head, entry.kind if entry else None)


class _Finder:
    """Walks over one report's tokens."""

    def __init__(self, doc: Doc, cast: Cast | None, places: Gazetteer, words: PlaceWords) -> None:
        self.doc, self.places, self.words = doc, places, words
        self.read = (cast and cast.read) or columns_of(doc)
        self.texts = self.read.words
        self.labels = [""] * len(doc)
        for entity in doc.ents:
            self.labels[entity.start : entity.end] = [entity.label_] * (entity.end - entity.start)
        self.tagged = any(self.labels)
        self.persons = _person_tokens(cast) if cast is not None else frozenset()

    def named(self) -> Iterator[Named]:
        """Yield the place names, none over another."""
        found = list(self._spans())
        for n, (first, last, entries) in enumerate(found):
            outer = found[n + 1] if n + 1 < len(found) else None
            inner = found[n - 1] if n else None
            within = outer[2] if outer is not None and self._lies_in(self.texts[last : outer[0]]) else ()
            around = inner[2] if inner is not None and self.texts[inner[1] : first] == [","] else ()
            state = self._is_division(first, last) or self._among_divisions(found, n)
            listed = self._in_list(found, n)
            yield Named(first, last, entries, within, around, state=state, listed=listed, text=self._worded(first, last))

    def _lies_in(self, between: list[str]) -> bool:
        """Tell whether what stands between two names says that the first lies in the second: ",", "in", "district of"."""
        if between in ([","], ["("], ["in"], []):
            return True
        return 2 <= len(between) <= _BETWEEN and between[-1] in ("in", "of") and between[-2] in self.words.parts

    def _is_division(self, first: int, last: int) -> bool:
        """Tell whether a word says that a name is a division's: "*Kano* state", "Kandahar *Province*"."""
        return self._text(last).lower() in self.words.states or (last - first > 1 and self.texts[last - 1].lower() in self.words.states)

    def _joined(self, found: Sequence[_Span], n: int, step: int) -> _Span | None:
        """Return the name next in a list after (or, with step -1, before) the n-th."""
        m = n + step
        if not 0 <= m < len(found):
            return None
        left, right = (found[n], found[m]) if step > 0 else (found[m], found[n])
        return found[m] if " ".join(self.texts[left[1] : right[0]]) in _JOINTS else None

    def _in_list(self, found: Sequence[_Span], n: int) -> bool:
        """Tell whether a name stands in a list, so that the comma after it says nothing of what contains it."""
        before, after = self._joined(found, n, -1), self._joined(found, n, 1)
        last = self._joined(found, n + 1, 1) if after is not None else None
        return before is not None or (last is not None and self.texts[found[n + 1][1]] in ("and", "or"))

    def _among_divisions(self, found: Sequence[_Span], n: int) -> bool:
        """Tell whether a name stands with two others of a list that are divisions of a country: "Idaho, *New York*, Oregon"."""
        near = [self._joined(found, n, -1), self._joined(found, n, 1)]
        near += [self._joined(found, m, step) if near[k] is not None else None for k, m, step in ((0, n - 1, -1), (1, n + 1, 1))]
        divisions = [one for one in near if one is not None and any(e.kind == "province" for e in one[2])]
        return len(divisions) > 1

    def _spans(self) -> Iterator[_Span]:
        i = 0
        while i < len(self.texts):
            if not (self.labels[i] or self.texts[i][:1].isupper()):
                i += 1
                continue
            span = self._tagged_at(i) if self.labels[i] in _PLACES else None
            span = span or (self._known_at(i) if self._may_begin(i) else None)
            if span is None or " ".join(self.texts[i : span[0]]) in self.words.never:
                i += 1
                continue
            yield i, *span
            i = span[0]

    def _may_begin(self, i: int) -> bool:
        text = self.texts[i]
        return text[:1].isupper() and i not in self.persons and not (self.labels[i] in _OTHERS and self._is_inside(i))

    def _is_inside(self, i: int) -> bool:
        """Tell whether a token is part of a longer name of somebody or something, or a name that is no place."""
        token = self.doc[i]
        longer = token.ent_iob_ == "I" or (i + 1 < len(self.doc) and self.doc[i + 1].ent_iob_ == "I")
        return longer or token.ent_type_ in ("PERSON", "NORP")

    def _tagged_at(self, i: int) -> tuple[int, tuple[Entry, ...]] | None:
        """Return the end of a tagged place name and what it can mean."""
        last = i + 1
        while last < len(self.doc) and self.doc[last].ent_iob_ == "I":
            last += 1
        while self._goes_on(last):
            last += 2
        while last - i > 1 and not any(c.isupper() or c.isdigit() for c in self.texts[last - 1]):
            last -= 1
        return last, self._lookup(i, last)

    def _goes_on(self, i: int) -> bool:
        """Tell whether a hyphen and another capital make one word of a name and what follows ("Port-au-Prince")."""
        doc = self.doc
        joined = 0 < i < len(doc) - 1 and doc[i].text in JOINING and not doc[i - 1].whitespace_ and not doc[i].whitespace_
        return joined and (self.texts[i + 1][:1].isupper() or (self.texts[i + 1] in self.words.links and self._goes_on(i + 2)))

    def _worded(self, first: int, last: int) -> str:
        return self.read.text[self.read.starts[first] : self.read.starts[last - 1] + len(self.texts[last - 1])]

    def _lookup(self, first: int, last: int) -> tuple[Entry, ...]:
        """Return what a name can mean, without its article, its kind or its side where it is not known with them."""
        name = " ".join(self._worded(first, last).split())
        entries = self.places.find(name)
        if not entries and name.lower().startswith("the "):
            entries = self.places.find(name[4:])
        if not entries and last - first > 1 and self.texts[last - 1] in self.words.seats:
            entries = self._lookup(first, last - 1)
        if not entries and last - first > 1 and self.texts[first].lower() in self.words.compass:
            entries = tuple(e for e in self._lookup(first + 1, last) if e.kind == "city" and e.weight >= _TOWN)
        if not entries and "of" in self.texts[first + 1 : last - 1]:
            at = self.texts.index("of", first + 1)
            lands = {e.country for e in self._lookup(at + 1, last)}
            entries = tuple(e for e in self._lookup(first, at) if e.country in lands)
        return entries

    def _known_at(self, i: int) -> tuple[int, tuple[Entry, ...]] | None:
        """Return the end and meanings of the longest name of the gazetteer at a token, where it may be one here."""
        end = i
        while end < min(i + _LONGEST, len(self.texts)) and self._may_name(end):
            end += 1
        for last in range(end, i, -1):
            if not self.texts[last - 1][:1].isalpha() or self.texts[last - 1].islower():
                continue
            entries = self._lookup(i, last)
            known = any(e.kind not in TABLES or e.weight >= _VILLAGE for e in entries)
            if known and self._is_place_here(i, last, entries):
                return last, entries
        return None

    def _may_name(self, i: int) -> bool:
        """Tell whether a token may stand in a name."""
        word = self.texts[i]
        return word[:1].isupper() or word.lower() in self.words.links or word in _MARKS

    def _is_place_here(self, first: int, last: int, entries: tuple[Entry, ...]) -> bool:
        before = self._text(first - 1)
        after = self._text(last)
        words = self.words
        own = any(e.kind not in TABLES for e in entries)
        if before in words.not_before or after in words.not_after:
            return False
        cue = before.lower() in words.cues or self.texts[last - 1] in words.kinds or after in words.kinds
        cue = cue or (after == "," and bool(self.places.own(self._text(last + 1)))) or (before == "," and cue)
        single = last - first == 1
        if single and self.texts[first] in words.common and not own and not cue:
            return False
        if self._capital(first - 1) and before not in (".", ",") and not self._starts_sentence(first - 1) and not own:
            return False
        if self._capital(last) and not own and after not in words.kinds:
            return False
        if own:
            return len(self.texts[first]) > 1
        return cue or (self._listed(first, last) and entries[0].weight >= 10_000) or entries[0].weight >= _TOWN

    def _listed(self, first: int, last: int) -> bool:
        """Tell whether a name stands in a list or before the name of what contains it."""
        return self._text(first - 1) in (",", "and", "or") and self._text(last) in (",", "and", "or", ".")

    def _capital(self, i: int) -> bool:
        return self._text(i)[:1].isupper()

    def _starts_sentence(self, i: int) -> bool:
        return i <= 0 or self._text(i - 1) in (".", "!", "?", "“", '"', "\n")

    def _text(self, i: int) -> str:
        return self.texts[i] if 0 <= i < len(self.texts) else ""


def _person_tokens(cast: Cast) -> frozenset[int]:
    """Return the tokens of the names of persons."""
    found: set[int] = set()
    for m in cast.mentions:
        actor = cast.who(m)
        if actor is not None and actor.kind == "person" and m.form == "name":
            found.update(range(m.first, m.last))
    return frozenset(found)
