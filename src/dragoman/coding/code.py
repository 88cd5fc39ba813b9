"""Doc and cast in, statements and claims out: the table of contents of this room."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dragoman.actors.cast import Cast
from dragoman.claims import Actor, Claim, Mention, Place, Reading, Report, Statement, Timex
from dragoman.coding.assemble import actors_of, claims_of, mentions_of, statements_of
from dragoman.coding.confidence import confidence_in
from dragoman.coding.frames import compose
from dragoman.coding.leanings import leaning_drafts, targeted
from dragoman.coding.learned import CODERS, Coder, in_place, proposed
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.offices import named_drafts, office_drafts, with_offices
from dragoman.coding.public import in_public
from dragoman.coding.roles.accused import with_suspects
from dragoman.coding.roles.apart import on_two_sides
from dragoman.coding.roles.beneficiaries import reaching
from dragoman.coding.roles.called import told_to
from dragoman.coding.roles.deeds import without_deeds
from dragoman.coding.roles.excepted import without_excepted
from dragoman.coding.roles.posts import posted
from dragoman.coding.said import times_said
from dragoman.coding.scene import set_scene
from dragoman.coding.succession import with_successions
from dragoman.coding.voices import in_own_voice
from dragoman.coding.when import dated

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Coding:
    """What coding finds in one report."""

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    times: tuple[Timex, ...]
    places: tuple[Place, ...]

    def reading(self, report: Report) -> Reading:
        """Return the reading of the report in which this was found."""
        return Reading(
            report=report,
            actors=self.actors,
            mentions=self.mentions,
            statements=self.statements,
            claims=self.claims,
            times=self.times,
            places=self.places,
        )


def code(doc: Doc, cast: Cast, lexicon: Lexicon, *, published: date | None = None, coders: Collection[Coder] = CODERS) -> Coding:
    """Return the statements, claims, times and places of a report.

    Args:
        doc: the report with Universal Dependencies.
        cast: who is mentioned in it.
        lexicon: the frames to look for.
        published: the report's date, which relative times are read against; None where nobody says.
        coders: who finds claims: the ``lexicon``, the ``learned`` heads of our model, or both together.
    """
    scene = set_scene(doc, cast, lexicon, published=published)
    drafts = proposed(scene, coders)
    drafts = told_to(reaching(drafts, scene), scene)
    drafts = compose.join(compose.inherit(drafts, scene.tree, scene.lexicon, scene.caster), scene.tree)
    drafts = without_deeds(drafts, scene.lexicon, scene.caster)
    drafts = with_suspects(drafts, scene.tree, scene.lexicon)
    drafts = without_excepted(posted(drafts, scene), scene)
    drafts = [*targeted(drafts, scene), *in_place(scene, leaning_drafts(scene), coders)]
    drafts = in_public(drafts, scene)
    drafts = [in_own_voice(d, scene.cast, scene.statements, scene.lexicon) for d in drafts]
    offices = office_drafts(scene.tree, scene.cast, scene.statements, scene.voices, lexicon=lexicon)
    named = named_drafts(scene.tree, scene.cast, scene.statements, scene.voices, lexicon=lexicon)
    offices += in_place(scene, named, coders)
    drafts = with_successions(with_offices(drafts, offices), scene)
    said = times_said(scene.tree, scene.cast, scene.statements, scene.times, published=published)
    drafts = dated(scene.tree, scene.cast, drafts, scene.statements, said, scene.times, voices=scene.voices)
    drafts = on_two_sides(drafts, scene)
    mentions = mentions_of(scene.tree, scene.cast, drafts, scene.statements)
    return Coding(
        actors=actors_of(scene.cast, mentions.values()),
        mentions=tuple(mentions.values()),
        statements=statements_of(scene.tree, scene.cast, scene.statements, said, mentions),
        claims=claims_of(scene.tree, drafts, mentions, confidence_in(scene, coders)),
        times=tuple(t.timex for t in scene.times),
        places=tuple(p.place for p in scene.places),
    )
