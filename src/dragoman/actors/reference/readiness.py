"""Who is the readiest to be meant by a description: who fits it, near before far, subjects before objects."""

from __future__ import annotations

from dragoman.actors.directory.dates import holds
from dragoman.actors.directory.entries import Description
from dragoman.actors.directory.index import pieces_of
from dragoman.actors.named.titles import title_of
from dragoman.actors.owners import CHIEFLY, TELLING_MUCH, state_of
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.reference.unlike import is_unlike, others_around
from dragoman.actors.roster import Casting, Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

WINDOW = 8
_LATELY = 2
_BRIDGE = 0
_NEAR = 0.06
_FARTHEST = 40
_NAMED = 0.8
_BRIDGED = -0.3
_HOME = 2.0
_OF_ITSELF = 2.0
_OWN = 2.5
_LOCATED = 3.0
_ADMINISTERED = 3.0
_GOVERNING = frozenset(["GOV", "COP"])
_INTO = ("into", "to", "onto", "in")


def readiest(
    discourse: Discourse, described: Description, i: int, *, own: frozenset[ActorId] = frozenset(), bare: bool = False
) -> tuple[ActorId, ...]:
    """Return the readiest single actor that fits: the named before the described, the near before the far.

    Args:
        discourse: what has been mentioned.
        described: what the actor must be.
        i: the description's head.
        own: the states whose officials act or speak here, which are readier than others.
        bare: whether it names a government or body of state alone, which is that of the report's own country if no other's is ready.
    """
    syntax, roster = discourse.syntax, discourse.roster
    governor = syntax.heads[i]
    vocabulary = roster.directory.vocabulary
    titled, title = vocabulary.has("titled_only", described.lemma), title_of(syntax, roster, i)
    worded = vocabulary.has("worded_only", described.lemma)
    against = vocabulary.has("opposed", described.lemma)
    located = syntax.base(i) in ("obl", "nmod") and (syntax.marker(i) == "of" or vocabulary.has("place_prepositions", syntax.marker(i)))
    beside = set(syntax.conjuncts(syntax.first_conjunct(i)))
    barred = {a for c in discourse.within(i, 0) if c.head in beside for a in c.actors}
    if _of_ours(syntax, roster, governor):
        barred |= own
    barred |= _others(discourse, i) | others_around(discourse, described, i, own) | _supporting(discourse, i)
    home = _far_ahead(roster) if bare else None
    ready = _OF_ITSELF + (_OWN if home in own else 0.0)
    best: tuple[float, tuple[ActorId, ...]] = (ready, (home,)) if home and home not in barred else (-9.9, ())
    for casting in discourse.within(i, WINDOW):
        actor, extra = _candidate(discourse, described, casting, i)
        if actor is None or (casting.form == "generic" and _bare(syntax, casting)):
            continue
        if (
            syntax.heads[syntax.first_conjunct(casting.head)] == governor and syntax.base(i) in ("obj", "obl", "nsubj")
        ) or governor == casting.head:
            continue
        if (titled and not bears_title(roster, actor, title)) or actor in barred or (against and actor in own):
            continue
        if is_unlike(discourse, described, i, actor):
            continue
        away = syntax.sentence[i] - syntax.sentence[casting.head]
        said = syntax.lemmas[casting.head] == described.lemma and away <= _LATELY  # "the Israeli *military*", which is the IDF
        if worded and (not (said or described.lemma in pieces_of(roster.actors[actor].name)) or _strange(discourse, actor, casting, i)):
            continue
        near = extra - _NEAR * min(i - casting.head, _FARTHEST) + (_NAMED if casting.form == "name" else 0.0)
        near += _ADMINISTERED if described.lemma == "administration" and vocabulary.has("administered", actor) else 0.0
        near += (_OWN if actor in own else 0.0) + (_LOCATED if located and casting.place else 0.0)
        score = discourse.salience(casting, i) + near + _at_home(roster, actor)
        if score > best[0]:
            best = (score, (actor,))
    return best[1]


def _at_home(roster: Roster, actor: ActorId) -> float:
    """Return how much readier one of the report's own country is: as much as it is spoken of, all the more where no other comes near."""
    if roster.actors[actor].country != roster.home.country:
        return 0.0
    return _HOME * (1.0 if roster.home.foremost else roster.home.share)


def _far_ahead(roster: Roster) -> ActorId | None:
    """Return the state of which a report speaks far more often than of any other: that of a war in which many mediate."""
    state = state_of(roster, roster.home.country) if roster.home.foremost and roster.home.evidence >= TELLING_MUCH else None
    return roster.enter(state) if state else None


def _others(discourse: Discourse, i: int) -> set[ActorId]:
    """Return who does something to what token i describes, and is not it: "*Chad* invaded the country", "*Chad* sent aid to it"."""
    syntax, roster = discourse.syntax, discourse.roster
    verb = syntax.heads[i]
    if syntax.base(i) == "nmod" and syntax.base(verb) == "obj":
        verb = syntax.heads[verb]
    sent = syntax.marker(i) in _INTO and roster.directory.vocabulary.has("sent_out", syntax.lemmas[verb])
    if syntax.base(i) not in ("obj", "iobj") and not (sent and syntax.base(i) in ("obl", "nmod")):
        return set()
    subjects = {m for c in syntax.kids(verb, "nsubj") for m in syntax.conjuncts(c)}
    return {a for c in discourse.within(i, 0) if c.head in subjects for a in c.actors}


def _supporting(discourse: Discourse, i: int) -> set[ActorId]:
    """Return who is named before a participle of a noun's own phrase, and is not what it names: "the *Saudi*-backed government"."""
    syntax = discourse.syntax
    parts = {c for a in syntax.kids(i, "amod") for c in syntax.children[a] if c < a}
    return {a for c in discourse.within(i, 0) if c.head in parts for a in c.named} if parts else set()


def _strange(discourse: Discourse, actor: ActorId, casting: Casting, i: int) -> bool:
    """Tell whether a body was named some sentences ago and is another country's than that of the report: not its "*army*"."""
    syntax, roster = discourse.syntax, discourse.roster
    country = roster.actors[actor].country
    abroad = country is not None and roster.home.country is not None and country != roster.home.country
    return abroad and roster.home.share >= CHIEFLY and syntax.sentence[i] - syntax.sentence[casting.head] > _LATELY


def _bare(syntax: Syntax, casting: Casting) -> bool:
    """Tell whether a noun phrase is a noun with no more than an article, which names nobody: "*the coalition*"."""
    return all(t == casting.head or syntax.base(t) == "det" for t in range(casting.first, casting.last))


def _of_ours(syntax: Syntax, roster: Roster, verb: int) -> bool:
    """Tell whether a verb's subject is the first person, whose deeds are done to others: "*we* will speak to the new government"."""
    who = [roster.directory.vocabulary.pronouns.get(syntax.lower[c]) for c in syntax.kids(verb, "nsubj")]
    return any(pronoun is not None and pronoun.person == 1 for pronoun in who)


def _candidate(discourse: Discourse, described: Description, casting: Casting, i: int) -> tuple[ActorId | None, float]:
    """Return whom a mention offers to a description: its actor, or the state whose government it is part of."""
    roster, syntax = discourse.roster, discourse.syntax
    state_like = "state" in described.kinds
    actors = casting.actors or ((casting.stands_for,) if casting.stands_for and state_like else ())
    if len(actors) != 1:
        return None, 0.0
    if fits_description(roster, described, actors[0]):
        return actors[0], 0.0
    who = roster.actors[actors[0]]
    ruling = who.kind == "party" and "GOV" in (who.sector, *who.other_sectors)
    governing = ruling or (who.kind == "government_body" and not _GOVERNING.isdisjoint((who.sector, *who.other_sectors)))
    if state_like and governing and syntax.sentence[i] - syntax.sentence[casting.head] <= _BRIDGE:
        state = state_of(roster, who.country)
        if state is not None:
            return roster.enter(state), _BRIDGED
    return None, 0.0


def fits_description(roster: Roster, described: Description, actor: ActorId) -> bool:
    """Tell whether an actor is of the kind, and in the place, that a description asks for."""
    who = roster.actors[actor]
    if not described.kinds:
        return True
    if who.kind not in described.kinds or (who.kind == "person" and actor in roster.plural):
        return False
    entry = roster.directory.entries.get(actor)
    if not can_be_called(roster, described.lemma, actor):
        return False
    if entry and not holds(entry.since, entry.until, roster.published):
        return False
    if described.lemma == "territory" and (entry is None or entry.kind != "territory"):
        return False
    if entry and entry.kind == "territory" and roster.directory.vocabulary.has("sovereign", described.lemma):
        return False
    if not described.sectors or who.sector is None or who.sector in described.sectors:
        return True
    return any(o.sector in described.sectors for o in roster.directory.offices_on(actor, roster.published)) if roster.published else False


def can_be_called(roster: Roster, lemma: str, actor: ActorId) -> bool:
    """Tell whether an actor is one of the few of whom a noun is true, where it is true of few: "*the kingdom*", "*the island*".

    Of what its name says it is another noun may not be true: a council is no alliance.
    """
    has = roster.directory.vocabulary.has
    if any(has("never_called_so", f"{lemma} {word}") for word in (actor, *pieces_of(roster.actors[actor].name))):
        return False
    return not has("true_of_few", lemma) or has("few", f"{lemma} {actor}")


def bears_title(roster: Roster, actor: ActorId, title: str) -> bool:
    """Tell whether a person is styled so in the report or holds such an office on its date: with all words of the title, and no "vice"."""
    titles = [*roster.titles.get(actor, ()), *(o.title for o in roster.directory.offices_on(actor, roster.published))]
    vocabulary = roster.directory.vocabulary
    lesser, same = vocabulary.words["lesser"], vocabulary.pairs["same_office"].get(title, title)
    either = {frozenset(pieces_of(title)), frozenset(pieces_of(same))}
    return any(words <= (has := set(pieces_of(own))) and lesser.isdisjoint(has - words) for own in titles for words in either)
