"""Organisations that the tagger found and the directory lacks: which of the report's they are, of what country and sector."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.actors.directory.index import legible, pieces_of
from dragoman.actors.roster import STATES, Casting, Roster, slug
from dragoman.actors.syntax import Syntax
from dragoman.claims import Actor, ActorId

_PARTY = "PTY"
_LINKS = ("of", "for")
_ANY_GROUP = ("group", "union")
NO_GROUPS = ("person", *STATES)


def organisation_at(syntax: Syntax, roster: Roster, named: Mapping[int, Casting], first: int, last: int) -> ActorId:
    """Return the organisation that a span names: one that the report has named in full, else a new one."""
    name = syntax.text_of(first, last)
    known = _without_form(syntax, roster, first, last) or _branch_of(roster, named, first, last) or in_full(roster, name)
    return known or roster.add(_made(roster, name, _land_in(syntax, roster, named, first, last) or _of_town(syntax, roster, first, last)))


def _without_form(syntax: Syntax, roster: Roster, first: int, last: int) -> ActorId | None:
    """Return the company of the directory, or of the report, whose name a word for its legal form follows: "Siemens *AG*"."""
    end = last
    while end - first > 1 and roster.directory.vocabulary.has("legal_forms", syntax.lower[end - 1].strip(".,")):
        end -= 1
    if end == last:
        return None
    base = slug(" ".join(syntax.words[first:end]))
    if base in roster.actors and roster.actors[base].kind not in NO_GROUPS:  # "Vale" of the heading is "Vale *F.C.*"
        return base
    refs = roster.directory.names.get(" ".join(syntax.words[first:end]))
    chosen = roster.directory.choose(refs, on=roster.published) if refs else None
    known = roster.directory.entries.get(chosen.id) if chosen else None
    return roster.enter(known.id) if known and known.kind in ("company", "media") else None


def _branch_of(roster: Roster, named: Mapping[int, Casting], first: int, last: int) -> ActorId | None:
    """Return the outlet, company or NGO whose name a land's follows: "*BBC* Wales"."""
    whole = next((c for c in named.values() if c.first == first and c.last == last - 1 and len(c.actors) == 1), None)
    entry = roster.directory.entries.get(whole.actors[0]) if whole else None
    return entry.id if entry and entry.kind in ("media", "company", "ngo") else None


def in_full(roster: Roster, name: str) -> ActorId | None:
    """Return the one organisation of the report whose longer name begins or ends with this one word, or holds these several.

    "Etihad" is Etihad Airways, "the Joint Chiefs" are South Korea's Joint Chiefs of Staff, "the House" that of
    Representatives, "the Tigers" the Detroit Tigers.
    """
    if name.isupper():
        return None
    groups = [a for a in roster.actors.values() if a.kind not in NO_GROUPS and a.name != name]
    within = name if " " in name else f"{name} of" if roster.directory.vocabulary.has("short_before_of", name.lower()) else None
    longer = [
        a.id for a in groups if a.name.startswith(f"{name} ") or a.name.endswith(f" {name}") or (within and f" {within} " in f" {a.name} ")
    ]
    return longer[0] if len(longer) == 1 else None


def _land_in(syntax: Syntax, roster: Roster, named: Mapping[int, Casting], first: int, last: int) -> str | None:
    """Return the country whose adjective or name is the first word of an organisation's: "*Greek* Energy Forum"."""
    casting = next((named[i] for i in range(first, last) if i in named), None)
    if casting is None or casting.first != first or not (casting.actors or casting.stands_for):
        return None
    entry = roster.directory.entries.get(casting.actors[0] if casting.actors else casting.stands_for or ActorId(""))
    has = roster.directory.vocabulary.has
    if entry and has("of_two_lands", entry.id) and any(has("of_their_town", word) for word in syntax.lower[first:last]):
        return None  # of "*Georgia* Institute of Technology" only the reader knows
    return entry.country if entry and entry.kind in ("state", "territory") else None


def _of_town(syntax: Syntax, roster: Roster, first: int, last: int) -> str | None:
    """Return the country, spoken of otherwise too, of a public body's town: "*Haifa* University", "University of *Maryland*"."""
    has, words = roster.directory.vocabulary.has, syntax.words[first:last]
    if roster.where is None or len(words) < 2:
        return None
    named_last = has("of_their_town", words[-1].lower())
    named_first = len(words) > 2 and has("of_their_town", words[0].lower()) and words[1] == "of"
    town = words[:-1] if named_last else words[2:] if named_first else []
    country = roster.where(" ".join(town)) if town else None
    return country if country in roster.countries() else None


def _sector(heads: Mapping[str, str], pieces: list[str]) -> str | None:
    """Return an organisation's sector by the nouns of its name: a "Group *of* Nine" is no firm, a "Union *for* Reform" not of labour."""
    link = next((n for n, piece in enumerate(pieces) if n and piece in _LINKS), None)
    if link is not None and pieces[link - 1] in _ANY_GROUP:
        pieces = pieces[: link - 1] + pieces[link:]
    return next((heads[p] for p in reversed(pieces) if p in heads), None)


def _made(roster: Roster, name: str, country: str | None) -> Actor:
    vocabulary, pieces = roster.directory.vocabulary, pieces_of(name)
    heads = vocabulary.pairs.get("organisation_heads", {})
    sector = _sector(heads, pieces)
    if sector == _PARTY and any(vocabulary.has("sports", p) for p in pieces):  # "the Premier League"
        sector = None
    kind = vocabulary.pairs.get("kind_of_sector", {}).get(sector or "", "group")
    return Actor(id=slug(name), name=legible(name), kind=kind, country=country, sector=sector)
