"""Named mentions of those whom the directory knows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec.structs import replace

from dragoman.actors.directory.directory import fits
from dragoman.actors.directory.entries import NameRef
from dragoman.actors.named.demonyms import members_of_party, people_by_descent, people_of_land, stands_for_people
from dragoman.actors.named.joined import joined_lands
from dragoman.actors.named.letters import at_home, lands_near, letters_of_a_land, spelled_out
from dragoman.actors.named.matches import (
    PieceTable,
    ends_name,
    head_of,
    is_given_name,
    is_in_title,
    is_plausible,
    is_ship,
    is_whole,
    longer_first,
    surface_of,
)
from dragoman.actors.named.namesakes import (
    are_bands,
    chief_lands,
    is_body_of,
    is_plain,
    namesakes,
    of_another_group,
    of_chief_land,
    of_heir,
    of_land_at_hand,
    of_several_lands,
    without_article,
)
from dragoman.actors.named.organisations import NO_GROUPS
from dragoman.actors.named.products import names_thing
from dragoman.actors.named.settings import land_after
from dragoman.actors.owners import is_of_province
from dragoman.actors.roster import Casting, Form, Roster
from dragoman.actors.syntax import Syntax


def find_names(syntax: Syntax, roster: Roster, table: PieceTable) -> list[Casting]:
    """Return the mentions of states, groups and people of the directory, longest first and never overlapping."""
    pieces, owner = table
    pending: list[tuple[int, int, tuple[NameRef, ...], bool]] = []
    abroad: list[tuple[int, int, tuple[NameRef, ...]]] = []
    found: list[Casting] = []
    free = -1
    for i, j, refs in longer_first(pieces, list(roster.directory.names.matches(pieces))):
        first, last = owner[i], owner[j - 1] + 1
        if first < free or not is_whole(owner, i, j) or syntax.sentence[first] != syntax.sentence[last - 1]:
            continue
        surface = surface_of(syntax, first, last)
        fitting = tuple(
            r
            for r in refs
            if fits(r, surface, roster.directory.vocabulary)
            and is_plausible(syntax, first, last)
            and not is_body_of(roster, r, pieces[i:j])
            and not (r.exact and ends_name(syntax, first, last))
            and not (r.form == "adjective" and is_in_title(syntax, first, last))
            and not is_ship(syntax, roster, first)
            and not (r.exact and is_given_name(syntax, roster, first, last))
        )
        if not fitting or names_thing(syntax, roster, first, last, [(roster.directory.entries[r.id], r.form) for r in fitting]):
            continue
        free = last
        if _of_another_land(syntax, roster, last, fitting):
            continue
        if letters_of_a_land(syntax, roster, fitting, surface):
            abroad.append((first, last, fitting))
            continue
        common = roster.directory.vocabulary.has("ordinary_names", " ".join(pieces[i:j])) or of_several_lands(roster, fitting)
        plain = not common and is_plain(roster, pieces[i:j], fitting)
        later = common or plain or roster.directory.share_letters(fitting)
        chosen = None if later else roster.directory.choose(fitting, on=roster.published)
        if chosen:
            found.append(_cast(syntax, roster, chosen, first, last))
        else:
            pending.append((first, last, fitting, common or plain))
    heads = {c.head: c for c in found}
    found = [c for c in found if not _of_another(syntax, roster, c, heads) and not _of_branch(syntax, roster, c, found)]
    found = [c for c in found if not of_another_group(syntax, roster, c, found) and not of_heir(syntax, roster, c)]
    lands = {c.first for c in found if c.form == "adjective" or roster.actors[c.actors[0]].kind == "state"}
    found = [c for c in found if not _of_parish(syntax, roster, c) or lands & set(range(*syntax.entities[syntax.entity[c.first]][:2]))]
    found = namesakes(syntax, roster, [_of_owner(syntax, roster, c, heads) for c in found])
    near = lands_near(syntax, roster)
    chief = chief_lands(roster, found)
    pending += [(first, last, refs, False) for first, last, refs in at_home(syntax, roster, abroad, near)]
    for first, last, told, common in pending:
        refs = told if common else spelled_out(found, told)
        if common and is_of_province(syntax, roster, first, {c.head: c for c in found}):
            continue
        theirs = _of_lands(syntax, roster, found, chief, first, last, refs) if common and chief else refs
        chosen = _commonly(syntax, roster, first, last, refs, near | chief) if common and not (theirs and chief) else None
        chosen = chosen or (roster.directory.choose(theirs, on=roster.published, near=near) if theirs else None)
        if chosen is None and not common and are_bands(roster, refs):  # "the *Maoists*" of Nepal, which India aids against them
            here = tuple(r for r in refs if roster.directory.entries[r.id].country in near)
            chosen = roster.directory.choose(of_chief_land(roster, found, here), on=roster.published, near=near)
        casting = _cast(syntax, roster, chosen, first, last) if chosen else None
        if casting and not of_another_group(syntax, roster, casting, found) and not _of_another(syntax, roster, casting, heads):
            found.append(casting)
    found = [*found, *joined_lands(syntax, roster, found)]
    begun = {t for c in found for t in range(c.first, c.last) if t < c.head and c.form == "generic"}
    return sorted((c for c in found if c.form != "adjective" or c.first not in begun), key=lambda c: c.first)


def _of_another_land(syntax: Syntax, roster: Roster, last: int, refs: Sequence[NameRef]) -> bool:
    """Tell whether a capital's name is here that of a town elsewhere: "*Tripoli*, Lebanon"."""
    land = land_after(syntax, roster, last) if all(ref.form == "capital" for ref in refs) else None
    return land is not None and all(roster.directory.entries[ref.id].country != land for ref in refs)


def _commonly(syntax: Syntax, roster: Roster, first: int, last: int, refs: Sequence[NameRef], lands: Collection[str]) -> NameRef | None:
    """Return whom a name commonly means, where the report speaks of no land but perhaps that one's: "*Republicans* opposed it"."""
    whom = roster.directory.vocabulary.pairs["commonly"].get(surface_of(syntax, first, last).lower().removeprefix("the "))
    every = (*refs, *without_article(roster, surface_of(syntax, first, last)))
    meant = next((r for r in every if r.id == whom), None)
    return meant if meant and (not lands or roster.directory.entries[meant.id].country in lands) else None


def _of_lands(
    syntax: Syntax, roster: Roster, found: Sequence[Casting], chief: frozenset[str], first: int, last: int, refs: tuple[NameRef, ...]
) -> tuple[NameRef, ...]:
    """Return those whom a common name may mean of the countries of which the report speaks: here, else more than in passing."""
    every = (*refs, *without_article(roster, surface_of(syntax, first, last)))
    theirs = tuple(r for r in every if roster.directory.entries[r.id].country in chief)
    return of_land_at_hand(syntax, roster, found, every, first) or of_chief_land(roster, found, theirs)


def _of_parish(syntax: Syntax, roster: Roster, casting: Casting) -> bool:
    """Tell whether a church's name only says of which faith a building or parish is: "St. John's *Episcopal Church*"."""
    k = syntax.entity[casting.first]
    kind = roster.actors[casting.actors[0]].kind if len(casting.actors) == 1 else ""
    house = kind == "government_body" and casting.last - casting.first == 1  # "Wikimedia *Commons*"
    if k < 0 or not (kind == "church" or house):
        return False
    first, last, label = syntax.entities[k]
    before = [t for t in range(first, casting.first) if syntax.pos[t] not in ("DET", "ADJ", "PUNCT", "PART")]
    return label != "PERSON" and last == casting.last and bool(before) and any(syntax.pos[t] == "PROPN" for t in before)


def _of_branch(syntax: Syntax, roster: Roster, casting: Casting, found: Sequence[Casting]) -> bool:
    """Tell whether a land's name only says which branch of an organisation is meant: "BBC *Wales*", "Vale Watch *Russia*"."""
    k, kind = syntax.entity[casting.first], roster.actors[casting.actors[0]].kind if casting.actors else ""
    if k < 0 or syntax.entities[k][2] != "ORG" or kind not in ("state", "territory") or syntax.entities[k][1] != casting.last:
        return False
    start = syntax.entities[k][0]
    whole = next((c for c in found if c.last == casting.first and c.first >= start and c.actors), None)
    if whole is not None:
        return roster.actors[whole.actors[0]].kind in ("media", "ngo", "company")
    named = start < casting.first and all(syntax.pos[t] == "PROPN" for t in range(start, casting.first))
    return named and casting.form == "name" and not any(start <= c.first < casting.first for c in found)


def _of_owner(syntax: Syntax, roster: Roster, casting: Casting, named: Mapping[int, Casting]) -> Casting:
    """Return a group's name as that of its namesake in the state that owns it here: "*Pakistan's* Taliban"."""
    entries = roster.directory.entries
    group = entries.get(casting.actors[0]) if casting.actors else None
    if group is None or group.kind in NO_GROUPS:
        return casting
    near = list(syntax.kids(casting.head, "amod", "nmod:poss", "compound"))
    if syntax.base(casting.head) == "compound":  # "*Pakistan's* new Taliban leader"
        near += [c for c in syntax.kids(syntax.heads[casting.head], "nmod:poss") if c < casting.first]
    beside = (named[c] for c in near if c in named)
    for owner in (entries[c.actors[0]] for c in beside if c.actors and c.actors[0] in entries):
        namesakes = roster.directory.names.get(f"{owner.adjective} {syntax.text_of(casting.first, casting.last)}")
        if owner.kind == "state" and owner.country != group.country and len(namesakes) == 1:
            return replace(casting, actors=(roster.enter(namesakes[0].id),))
    return casting


def _of_another(syntax: Syntax, roster: Roster, casting: Casting, named: Mapping[int, Casting]) -> bool:
    """Tell whether a name is that of a body which every state has, and another state's here: "the House of Representatives of *Cyprus*"."""
    entries = roster.directory.entries
    group = entries.get(casting.actors[0]) if casting.actors else None
    if (
        group is None
        or group.country is None
        or not roster.directory.vocabulary.bodies.get(" ".join(syntax.words[casting.first : casting.last]))
    ):
        return False
    if is_of_province(syntax, roster, casting.first, named):
        return True
    of = [c for c in syntax.kids(casting.head, "nmod") if syntax.marker(c) == "of"]
    owners = (named[c] for c in (*of, *syntax.kids(casting.head, "amod", "nmod:poss", "compound")) if c in named)
    states = [entries[c.actors[0]] for c in owners if c.actors and c.actors[0] in entries]
    return any(s.kind == "state" and s.country != group.country for s in states)


def _cast(syntax: Syntax, roster: Roster, ref: NameRef, first: int, last: int) -> Casting:
    head = head_of(syntax, first, last)
    actor = roster.enter(ref.id)
    form: Form = "name"
    if syntax.plural(head) and roster.directory.entries[ref.id].kind == "people":
        roster.plural.add(actor)
    elif ref.form == "adjective":
        form = "adjective"
        descent = people_by_descent(syntax, roster, ref.id, first, last, head)
        if descent is not None:
            return descent
        hyphened = last < len(syntax.words) and syntax.words[last] == "-"  # "*Sunni*-led"
        noun_like = syntax.pos[head] in ("NOUN", "PROPN") or stands_for_people(syntax, head)
        if noun_like and syntax.base(head) not in ("amod", "compound") and not hyphened:
            return people_of_land(syntax, roster, ref.id, first, last, head)
    members = members_of_party(syntax, roster, ref.id, head)
    if members is not None:
        return Casting(min(first, *syntax.kids(head, "nummod", "det", "amod")), last, head, (members,), "generic")
    place = ref.form == "capital"
    return Casting(first, last, head, (actor,), form, place=place, stands_for=actor if place else None)
