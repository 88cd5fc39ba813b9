"""Descriptions that refer back: "the regime", "the two factions", "both sides", "the Turkish president"."""

from __future__ import annotations

from dragoman.actors.discourse import Discourse
from dragoman.actors.entries import Description
from dragoman.actors.index import pieces_of
from dragoman.actors.owners import Heads, owner_of
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_WINDOW = 8
_CLOSE_BY = 5
_NONE = Description("", frozenset(), frozenset())


def description_of(syntax: Syntax, roster: Roster, i: int) -> Description | None:
    """Return the description that a definite noun phrase headed by token i may be."""
    vocabulary = roster.directory.vocabulary
    known = vocabulary.descriptions.get(syntax.lemmas[i]) if syntax.pos[i] in ("NOUN", "PROPN") else None
    counted = syntax.pos[i] in ("NUM", "PRON", "DET") and syntax.lower[i] in vocabulary.pairs["numbers"]
    if known is None and not counted:
        return None
    if (
        syntax.base(i) in ("compound", "amod", "flat", "det", "nummod", "cc", "advmod")
        or syntax.deps[i] == "nmod:desc"
        or syntax.kids(i, "cop")
    ):
        return None
    dets = [syntax.lower[c] for c in syntax.kids(i, "det", "det:predet", "cc:preconj", "nummod")]
    definite = any(vocabulary.has("definite", d) for d in dets) or (counted and syntax.lower[i] == "both")
    return (known or _NONE) if definite else None


def resolve_description(discourse: Discourse, described: Description, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return whom a description refers to; none where nobody before it fits."""
    syntax, roster = discourse.syntax, discourse.roster
    numbers = roster.directory.vocabulary.pairs["numbers"]
    marks = [syntax.lower[c] for c in syntax.kids(i, "nummod", "det", "det:predet", "cc:preconj", "amod")]
    count = next((int(numbers[w]) for w in (*marks, syntax.lower[i]) if w in numbers), None)
    owner = owner_of(syntax, roster, heads, i)
    if "person" in described.kinds and owner is not None and not syntax.plural(i):
        return _holder(discourse, described, i, owner)
    if owner is not None:
        return ()
    if count or syntax.plural(i):
        return _several(discourse, described, i, count)
    return _one(discourse, described, i)


def _several(discourse: Discourse, described: Description, i: int, count: int | None) -> tuple[ActorId, ...]:
    """Return the actors last named together that fit, else the only ones that do."""
    roster, syntax = discourse.roster, discourse.syntax
    for party in reversed(discourse.parties):
        if party.at >= i or syntax.sentence[i] - syntax.sentence[party.at] > _WINDOW:
            continue
        fitting = tuple(a for a in party.actors if _fits(roster, described, a))
        if len(fitting) == len(party.actors) and (count is None or len(fitting) == count):
            return fitting
    if count is None:
        return ()
    recent = dict.fromkeys(a for c in discourse.within(i, _CLOSE_BY) if not c.place for a in c.actors if _fits(roster, described, a))
    return tuple(sorted(recent)) if len(recent) == count else ()


def _one(discourse: Discourse, described: Description, i: int) -> tuple[ActorId, ...]:
    """Return the readiest single actor that fits."""
    syntax, roster = discourse.syntax, discourse.roster
    governor = syntax.heads[i]
    titled = roster.directory.vocabulary.has("titled_only", described.lemma)
    best: tuple[float, tuple[ActorId, ...]] = (-9.9, ())
    for casting in discourse.within(i, _WINDOW):
        actors = casting.actors or ((casting.stands_for,) if casting.stands_for and "state" in described.kinds else ())
        if len(actors) != 1 or not _fits(roster, described, actors[0]) or (casting.form == "generic" and casting.last - casting.first == 1):
            continue
        if (syntax.heads[casting.head] == governor and syntax.base(i) in ("obj", "obl", "nsubj")) or governor == casting.head:
            continue
        if titled and not _bears(roster, actors[0], described.lemma):
            continue
        score = discourse.salience(casting, i)
        if score > best[0]:
            best = (score, actors)
    return best[1]


def _fits(roster: Roster, described: Description, actor: ActorId) -> bool:
    who = roster.actors[actor]
    if not described.kinds:
        return True
    if who.kind not in described.kinds or (who.kind == "person" and actor in roster.plural):
        return False
    return not described.sectors or who.kind != "person" or who.sector is None or who.sector in described.sectors


def _bears(roster: Roster, actor: ActorId, lemma: str) -> bool:
    """Tell whether a person is styled so in the report or holds such an office on its date."""
    titles = [*roster.titles.get(actor, ()), *(o.title for o in roster.directory.offices_on(actor, roster.published))]
    return any(lemma in pieces_of(title) for title in titles)


def _holder(discourse: Discourse, described: Description, i: int, owner: Casting) -> tuple[ActorId, ...]:
    """Return the person of the report, else of the directory, who holds an office in the body that is named."""
    roster, syntax = discourse.roster, discourse.syntax
    country = roster.actors[owner.actors[0]].country
    before = [syntax.lower[c] for c in syntax.kids(i, "compound") if c < i]
    title = " ".join([*before, syntax.lemmas[i]])
    for casting in discourse.within(i, _WINDOW):
        for actor in casting.actors:
            who = roster.actors[actor]
            if (
                len(casting.actors) == 1
                and casting.form != "generic"
                and who.country == country
                and _fits(roster, described, actor)
                and _bears(roster, actor, described.lemma)
            ):
                return (actor,)
    if roster.published is None or not roster.directory.vocabulary.has("one_at_a_time", title):
        return ()
    holders = roster.directory.holders(owner.actors[0], title, roster.published)
    return (roster.enter(holders[0]),) if len(holders) == 1 else ()
