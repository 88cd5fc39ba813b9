"""Those who stand for an office against each other: "the *Republican nominee*", "*her opponent*"."""

from __future__ import annotations

from dragoman.actors.directory.index import pieces_of
from dragoman.actors.lookup import is_unmodified
from dragoman.actors.owners import Heads
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.roster import Roster
from dragoman.claims import ActorId

_VICE = "vice"


def the_nominee(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the one contender of a party, else the one of whom the report says no other party: "the *Democratic* nominee"."""
    syntax, roster = discourse.syntax, discourse.roster
    if not _stands(roster, syntax.lemmas[i]) or not syntax.articled(i) or syntax.plural(i) or syntax.kids(i, "acl:relcl", "acl"):
        return ()
    label, vice = _label(discourse, i), any(_VICE in syntax.lower[c] for c in syntax.kids(i, "amod", "compound"))
    running = {a: labels_of(discourse, a) for a in contenders(discourse) if vice == _is_second(roster, a)}
    if not label:
        alone = len(running) == 1 and is_unmodified(syntax, i)
        return tuple(running) if alone and not discourse.talk else ()
    theirs = [a for a, labels in running.items() if labels & label]
    if not theirs and any(running.values()):  # the other one's party is told
        theirs = [a for a, labels in running.items() if not labels]
    return (theirs[0],) if len(theirs) == 1 else ()


def is_of_another(discourse: Discourse, i: int, actor: ActorId) -> bool:
    """Tell whether a nominee is one of another party than the report gives somebody: the *Republican* nominee is not the Democratic one."""
    label, labels = _label(discourse, i), labels_of(discourse, actor)
    return bool(label and labels) and label.isdisjoint(labels)


def the_opponent(discourse: Discourse, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return the one other contender of the report where a noun says that he is against the one who owns it: "*her* opponent"."""
    syntax, roster = discourse.syntax, discourse.roster
    has, owners = roster.directory.vocabulary.has, syntax.kids(i, "nmod:poss")
    if not has("opponents", syntax.lemmas[i]) or syntax.plural(i) or len(owners) != 1 or owners[0] not in heads:
        return ()
    more = [c for c in syntax.children[i] if syntax.deps[c] not in ("nmod:poss", "case", "punct")]
    if any(syntax.deps[c] not in ("amod", "compound") or not syntax.words[c][0].isupper() for c in more):  # "his *Democratic* rival"
        return ()
    running, one = contenders(discourse), heads[owners[0]].actors
    others = [a for a in running if a not in one]
    return (others[0],) if len(one) == 1 and one[0] in running and len(others) == 1 else ()


def contenders(discourse: Discourse) -> list[ActorId]:
    """Return the persons of the report so far who stand for an office, by the directory on its day or by what the report tells of them."""
    roster = discourse.roster
    people = (a for a in discourse.counts if a in roster.actors and roster.actors[a].kind == "person" and a not in roster.plural)
    named = (a for a in people if roster.has_name(a))
    told = {c.actors[0] for c in discourse.past if len(c.actors) == 1 and _owns_candidacy(discourse, c.head)}
    return [a for a in named if a in told or is_contender(roster, a)]


def is_contender(roster: Roster, actor: ActorId) -> bool:
    """Tell whether somebody stands for an office, by the directory on the report's day or by what the report calls him."""
    return any(_names_contender(roster, title) for title in _titles(roster, actor))


def _names_contender(roster: Roster, title: str) -> bool:
    return any(_stands(roster, word) for word in pieces_of(title))


def _owns_candidacy(discourse: Discourse, i: int) -> bool:
    """Tell whether a report speaks of somebody's standing for an office: "*Vale's* candidacy", "the candidacy *of Vale*"."""
    syntax, whose = discourse.syntax, discourse.syntax.heads[i]
    owns = syntax.deps[i] == "nmod:poss" or (syntax.base(i) == "nmod" and syntax.marker(i) == "of")
    return owns and discourse.roster.directory.vocabulary.has("candidacies", syntax.lemmas[whose])


def _titles(roster: Roster, actor: ActorId) -> list[str]:
    return [*roster.titles.get(actor, ()), *(o.title for o in roster.directory.offices_on(actor, roster.published))]


def _stands(roster: Roster, word: str) -> bool:
    return roster.directory.vocabulary.has("contenders", word)


def _is_second(roster: Roster, actor: ActorId) -> bool:
    """Tell whether somebody stands for the second office, beside one who stands for the first."""
    standing = [title for title in _titles(roster, actor) if _names_contender(roster, title)]
    return bool(standing) and all(_VICE in title.lower() for title in standing)


def _label(discourse: Discourse, i: int) -> frozenset[str]:
    """Return the words with a capital that say for whom a contender stands: "the *Republican* nominee"; none for other nouns."""
    syntax = discourse.syntax
    if not _stands(discourse.roster, syntax.lemmas[i]):
        return frozenset()
    before = [c for c in syntax.kids(i, "amod", "compound", "nmod:desc") if c < i]
    called = discourse.roster.directory.vocabulary.pairs["party_labels"]
    named = [c for c in before if syntax.words[c][:1].isupper() and syntax.pos[c] in ("ADJ", "PROPN", "NOUN")]
    return frozenset(called.get(syntax.lower[c], syntax.lower[c]) for c in named)


def labels_of(discourse: Discourse, actor: ActorId) -> frozenset[str]:
    """Return the words that the directory or the report so far puts before what he stands for: in his title, beside it, or after "is"."""
    syntax, roster = discourse.syntax, discourse.roster
    standing = [o.title.split() for o in roster.directory.offices_on(actor, roster.published)]
    found = {word.lower() for title in standing if _stands(roster, title[-1]) for word in title if word[0].isupper()}
    for c in (c for c in discourse.past if c.actors == (actor,)):
        told = syntax.heads[c.head] if syntax.base(c.head) == "nsubj" and syntax.kids(syntax.heads[c.head], "cop") else c.head
        for t in (*range(c.first, c.last), *syntax.kids(c.head, "nmod:desc", "compound", "appos"), told):
            found |= _label(discourse, t)
    return frozenset(found)
