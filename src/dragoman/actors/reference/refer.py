"""One pass over the text that lets appositions, descriptions and pronouns refer to whom they mean."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.actors.owners import Heads
from dragoman.actors.reference.affiliations import affiliate
from dragoman.actors.reference.appositions import appose
from dragoman.actors.reference.belonging import owned_people, resolve_owned
from dragoman.actors.reference.contenders import is_of_another, the_nominee, the_opponent
from dragoman.actors.reference.counterparts import the_counterpart
from dragoman.actors.reference.definites import (
    the_also_called,
    the_band,
    the_captors,
    the_described,
    the_institution,
    the_short,
    the_source,
    the_styled,
)
from dragoman.actors.reference.descriptions import description_of, resolve_description
from dragoman.actors.reference.discourse import Discourse, Party, groups_of, joined_of, party_of
from dragoman.actors.reference.epithets import the_aged, the_epithet
from dragoman.actors.reference.forces import the_sent, the_troops
from dragoman.actors.reference.holders import the_holder
from dragoman.actors.reference.kin import children_of, known_later, note_kin, the_child, the_kin
from dragoman.actors.reference.kin_named import kin_by_given_name
from dragoman.actors.reference.landless import of_the_land_before
from dragoman.actors.reference.movements import the_movement, the_regime_opposed
from dragoman.actors.reference.national import resolve_body
from dragoman.actors.reference.own_bodies import their_own
from dragoman.actors.reference.pronouns import pronoun_of, resolve_pronoun
from dragoman.actors.reference.provinces import the_province
from dragoman.actors.reference.ranker import Ranker, shipped
from dragoman.actors.reference.sides import facing
from dragoman.actors.reference.sitting import the_sitting
from dragoman.actors.reference.speaking import led, serve
from dragoman.actors.reference.tellers import the_mission, the_tellers_own
from dragoman.actors.reference.together import Circles, called, circles_of
from dragoman.actors.reference.two import the_one_of_two
from dragoman.actors.reference.wording import referring
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_JUST_CALLED = 2


def refer(
    syntax: Syntax, roster: Roster, castings: list[Casting], ranker: Ranker | None = None
) -> tuple[list[Casting], dict[int, Circles]]:
    """Return all mentions, those resolved among them, and the first-person pronouns that wait for a speaker, each with its circles."""
    heads: dict[int, Casting] = {}
    for casting in castings:
        heads.setdefault(casting.head, casting)
    appose(syntax, roster, heads)
    led(syntax, roster, heads)
    serve(syntax, roster, heads)
    affiliate(syntax, roster, heads)
    discourse = Discourse(syntax, roster, parties=joined_of(syntax, heads.values()), ranker=ranker or shipped())
    discourse.children = children_of(syntax, roster, heads)
    for i, casting in heads.items():
        if casting.form == "description":
            note_kin(discourse, i, heads)
    words = roster.directory.vocabulary.words
    groups = groups_of(syntax, words["meeting_verbs"], words["one_sided"], words["speaking_verbs"], words["talks"])
    faced = facing(syntax, words["facing_verbs"])
    kin = roster.directory.vocabulary.pairs["kin"]
    first_person: dict[int, Circles] = {}
    worded = referring(syntax, roster.directory.vocabulary)
    for i in sorted({*worded, *heads, *groups, *faced}):
        waits = heads[i].form == "generic" if i in heads else i in worded
        found = _at(discourse, i, heads, first_person) if waits else None
        if found is not None:
            heads[i] = found
            if len(found.actors) > 1:
                discourse.join(Party(found.head, found.actors, found.head))
        if i in heads:
            if syntax.lemmas[i] in kin:
                kin_by_given_name(discourse, i, heads)
            discourse.note([heads[i]])
            note_kin(discourse, i, heads)
        for group in groups.get(i, ()):
            discourse.join(party_of(syntax, heads, group))
        if i in faced:
            discourse.facing += [party for pair in faced[i] if (party := party_of(syntax, heads, pair))]
    known_later(discourse, heads)
    return sorted(heads.values(), key=lambda c: (c.first, c.last, c.head)), first_person


def _at(discourse: Discourse, i: int, heads: dict[int, Casting], first_person: dict[int, Circles]) -> Casting | None:
    """Return what a pronoun or description at token i, which names nobody by itself, refers to; note first persons."""
    syntax, roster = discourse.syntax, discourse.roster
    pronoun = pronoun_of(syntax, roster, i) if i not in heads else None
    if i not in heads and roster.directory.vocabulary.has("second_persons", syntax.lower[i]):
        actors = called(discourse, i, _JUST_CALLED)
        return Casting(i, i + 1, i, actors, "pronoun") if actors else None
    if pronoun is not None and pronoun.person == 1:
        if not _among(syntax, roster, i):
            first_person[i] = circles_of(discourse, i)
        return None
    if pronoun is not None:
        actors = resolve_pronoun(discourse, pronoun, i, heads)
        return Casting(i, i + 1, i, actors, "pronoun") if actors else None
    known = heads.get(i)
    owned = resolve_owned(syntax, roster, i, heads) if syntax.pos[i] in ("NOUN", "PROPN") else None
    described = description_of(syntax, roster, i) if owned is None else None
    told = (
        the_one_of_two(discourse, i, heads) or the_province(discourse, i) or the_tellers_own(discourse, i, heads) if owned is None else ()
    )
    actors = (owned,) if owned is not None else told or (resolve_description(discourse, described, i, heads) if described else ())
    actors = actors or their_own(discourse, i, heads)
    if not actors and roster.directory.vocabulary.has("counterparts", syntax.lemmas[i]):
        actors = the_counterpart(discourse, i, heads)
    if not actors:
        actors = the_aged(discourse, i, heads) or (_known_otherwise(discourse, i, known, heads) if known is not None else ())
    if not actors:
        body = resolve_body(discourse, i, heads)
        actors = (body,) if body else ()
    if not actors and known is not None:
        sent = the_sent(discourse, i, heads) or of_the_land_before(discourse, i, known, heads)
        people = owned_people(syntax, roster, i, heads) or ((sent,) if sent else ())
        return replace(known, actors=people) if people else None
    if not actors:
        return None
    first, last = syntax.span_of(i)
    return Casting(first, last, i, actors, "description")


def _known_otherwise(discourse: Discourse, i: int, known: Casting, heads: Heads) -> tuple[ActorId, ...]:
    """Return whom a noun for somebody means that the report has named, the surest first: kin, contenders, bands, those it styles so."""
    actors = the_kin(discourse, i, heads) or the_child(discourse, i)
    actors = actors or the_nominee(discourse, i) or the_opponent(discourse, i, heads)
    actors = actors or the_band(discourse, i) or the_captors(discourse, i) or _styled(discourse, i, known) or the_described(discourse, i)
    actors = actors or the_movement(discourse, i) or the_regime_opposed(discourse, i, heads)
    actors = actors or the_source(discourse, i) or the_short(discourse, i) or the_institution(discourse, i) or the_sitting(discourse, i)
    return (
        actors
        or the_mission(discourse, i)
        or the_troops(discourse, i)
        or the_also_called(discourse, i)
        or the_epithet(discourse, i, known, heads)
        or the_holder(discourse, i, heads)
    )


def _among(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a pronoun means all those of whom some are spoken of, and not the speaker's side alone: "all of *us*"."""
    return (
        syntax.base(i) == "nmod" and syntax.marker(i) == "of" and roster.directory.vocabulary.has("out_of", syntax.lemmas[syntax.heads[i]])
    )


def _styled(discourse: Discourse, i: int, known: Casting) -> tuple[ActorId, ...]:
    """Return whom the report styles as a noun does, unless it says of him that he stands for others."""
    actors = the_styled(discourse, i, known)
    return () if actors and is_of_another(discourse, i, actors[0]) else actors
