"""Descriptions that refer back: "the regime", "the two factions", "both sides", "the Turkish president"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.directory.entries import Description
from dragoman.actors.lookup import is_bare, noun
from dragoman.actors.named.rulers import is_ruler
from dragoman.actors.named.titles import ends_title, is_styled, title_before, title_of
from dragoman.actors.owners import Heads, is_seat, owner_of
from dragoman.actors.reference.chiefs import is_former, the_former
from dragoman.actors.reference.definites import the_worded
from dragoman.actors.reference.discourse import Discourse
from dragoman.actors.reference.holders import the_titled
from dragoman.actors.reference.national import PARTS, own_states
from dragoman.actors.reference.parties import last_named, last_party, principals, sides_of_principals, subjects_before
from dragoman.actors.reference.readiness import bears_title, fits_description, readiest
from dragoman.actors.reference.seats import the_administration, the_government_named, the_home_government, the_seat, the_speakers_land
from dragoman.actors.roster import Roster
from dragoman.actors.syntax import Syntax
from dragoman.claims import ActorId

_PERSONS = Description("", frozenset(("person",)), frozenset())
_LEADER = "leader"
_EACH, _CLAUSE = "each", 15
_PAIR = 2
_PRIVATE = (None, "CVL")
_SUPERLATIVE = ("JJS", "RBS")
_NONE = Description("", frozenset(), frozenset())


def description_of(syntax: Syntax, roster: Roster, i: int) -> Description | None:
    """Return the description that a noun phrase headed by token i may be: a definite one, or one that says "rivals"."""
    vocabulary = roster.directory.vocabulary
    known = noun(vocabulary.descriptions, syntax, i) if syntax.pos[i] in ("NOUN", "PROPN") else None
    counted = (syntax.pos[i] in ("NUM", "PRON", "DET") or syntax.base(i) == "nsubj") and syntax.lower[i] in vocabulary.pairs["numbers"]
    if known is None and not counted:
        return None
    dets = [syntax.lower[c] for c in syntax.kids(i, "det", "det:predet", "cc:preconj", "nummod")]
    each = _EACH in (syntax.lower[i], *dets)
    if (each and not _has_the_other(syntax, i)) or (known and not each and _too_few(syntax, roster, i, known.lemma)):
        return None
    if syntax.base(i) in PARTS or syntax.deps[i] == "nmod:desc" or syntax.kids(i, "cop") or ends_title(syntax, roster, i):
        return None
    if syntax.lower[i - 1 : i] and vocabulary.has("things", f"{syntax.lower[i - 1]} {syntax.lemmas[i]}"):  # "the aircraft *carrier*"
        return None
    if known and "person" in known.kinds and syntax.plural(i) and _of_a_kind(syntax, roster, i):
        return None
    before = [syntax.lower[c] for c in syntax.kids(i, "amod", "det", "compound")]
    if any(vocabulary.has(key, word) for word in before for key in ("not_the_same", "below_nation")):  # "the *local* government"
        return None
    called = known is not None and "person" not in known.kinds and _is_called(syntax, i)
    if called or (syntax.plural(i) and _told_which(syntax, roster, i)):
        return None
    definite = any(vocabulary.has("definite", d) for d in dets) or (counted and (each or syntax.lower[i] == "both"))
    owners = [vocabulary.pronouns.get(syntax.lower[c]) for c in syntax.kids(i, "nmod:poss") if syntax.pos[c] == "PRON"]
    both = vocabulary.has("own_state", syntax.lemmas[i])  # "our countries" are the speaker's and another's, "our partners" only others'
    ours = any(both or owner is None or owner.person != 1 for owner in owners)
    definite = definite or (ours and (syntax.plural(i) and "state" in (known or _NONE).kinds))
    if not definite and known and syntax.plural(i):
        definite = paired(syntax, roster, i, known)
    if not definite and known and not syntax.plural(i):
        definite = not dets and not _sought(syntax, roster, i) and vocabulary.has("one_at_a_time", title_of(syntax, roster, i))
    return (known or _NONE) if definite else None


def _has_the_other(syntax: Syntax, i: int) -> bool:
    """Tell whether "the other" follows in the clause, so that "each" is one of two: "*each* side blamed *the other*"."""
    ends = range(i + 1, min(i + _CLAUSE, len(syntax)))
    found = next((t for t in ends if syntax.lower[t] == "other" and syntax.lower[t - 1] == "the"), None)
    return found is not None and syntax.sentence[found] == syntax.sentence[i] and syntax.base(i) == "nsubj"


def _too_few(syntax: Syntax, roster: Roster, i: int, lemma: str) -> bool:
    """Tell whether a noun refers back only where it says of how many: "*the camp*" is of tents, "*the men*" are anybody, not "both men"."""
    vocabulary = roster.directory.vocabulary
    if not syntax.plural(i):
        return vocabulary.has("sides_only_in_pairs", lemma) or vocabulary.has("only_counted", lemma)
    numbers = [syntax.lower[c] for c in syntax.kids(i, "nummod", "det", "det:predet", "cc:preconj")]
    return vocabulary.has("only_counted", lemma) and vocabulary.words["dual"].isdisjoint(numbers)


def _is_called(syntax: Syntax, i: int) -> bool:
    """Tell whether a name right behind a noun says who is meant: "the advocacy group *Campaign for Vale*"."""
    return i + 1 < len(syntax) and syntax.pos[i + 1] == "PROPN" and syntax.heads[i + 1] == i


def _told_which(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a plural says itself who is meant, whoever that may be: "*those* states *who share it*", "the *poorest* countries"."""
    if any(syntax.lower[c] in roster.directory.vocabulary.pairs["numbers"] for c in syntax.kids(i, "nummod", "det", "det:predet")):
        return False
    most = [c for a in syntax.kids(i, "amod") for c in (a, *syntax.kids(a, "advmod"))]
    if any(syntax.tags[c] in _SUPERLATIVE for c in most):
        return True
    dets = {syntax.lower[c] for c in syntax.kids(i, "det")}
    clauses = [c for c in syntax.kids(i, "acl:relcl") if "," not in syntax.words[i + 1 : c]]
    could = any(roster.directory.vocabulary.has("could", syntax.lower[a]) for c in clauses for a in syntax.kids(c, "aux"))
    return bool(clauses) and ("those" in dets or could)


def _of_a_kind(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a noun before a plural one says of which sort they are, so that they are spoken of anew: "the *church* officials"."""
    counted = syntax.kids(i, "nummod") or any(roster.directory.vocabulary.has("both", syntax.lower[c]) for c in syntax.kids(i, "det"))
    sort = [c for c in syntax.kids(i, "compound") if c < i and syntax.pos[c] == "NOUN"]
    return bool(sort) and not counted and title_before(syntax, roster, i) is None


def _sought(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether an office is what somebody runs for or is put in, not who holds it: "ran for *president*", "named her *chancellor*"."""
    first = syntax.first_conjunct(i)
    verb = syntax.heads[first]
    put = syntax.base(first) in ("obj", "xcomp") and roster.directory.vocabulary.has("put_in_office", syntax.lemmas[verb])
    return put or any(syntax.marker(c) in ("for", "as") for c in (i, first))


def paired(syntax: Syntax, roster: Roster, i: int, described: Description) -> bool:
    """Tell whether a plural noun speaks of the parties of one conflict: "*rival* groups", "*two* factions"."""
    vocabulary = roster.directory.vocabulary
    modifiers = [syntax.lemmas[c] for c in syntax.kids(i, "amod", "compound")]
    dual = any(syntax.lower[c] in vocabulary.words["dual"] for c in syntax.kids(i, "nummod"))
    return any(vocabulary.has("pairing", m) for m in modifiers) or (dual and vocabulary.has("of_a_pair", described.lemma))


def resolve_description(discourse: Discourse, described: Description, i: int, heads: Heads) -> tuple[ActorId, ...]:
    """Return whom a description refers to; none where nobody before it fits."""
    syntax, roster = discourse.syntax, discourse.roster
    described = _narrowed(syntax, roster, described, i)
    for c in syntax.kids(i, "compound", "amod"):
        if c in heads and heads[c].form == "name" and described.lemma == "side" and len(heads[c].actors) == 1:
            return heads[c].actors
    numbers = roster.directory.vocabulary.pairs["numbers"]
    marks = [syntax.lower[c] for c in syntax.kids(i, "nummod", "det", "det:predet", "cc:preconj", "amod")]
    count = next((int(numbers[w]) for w in (*marks, syntax.lower[i]) if w in numbers), None)
    owner = owner_of(syntax, roster, heads, i)
    owner = None if owner and is_seat(syntax, roster, owner) else owner
    beyond = count is None and any(syntax.pos[c] == "NUM" for c in syntax.kids(i, "nummod"))  # "the *18* ministers": more than are named
    if count or syntax.plural(i):
        if count is None and paired(syntax, roster, i, described):
            count = 2
        home = roster.actors[owner.actors[0]].country if owner else _home(syntax, roster, heads, i)
        return () if beyond else _several(discourse, described, i, count, home)
    person, own, governs = "person" in described.kinds, frozenset[ActorId](), _governs(discourse, i)
    if person and is_former(discourse, i):
        return the_former(discourse, i, owner)
    if person and owner is not None:
        return the_titled(discourse, described, i, owner)
    if "state" in described.kinds:
        own = own_states(discourse, i, heads, ruled=governs)
    if owner is not None or (person and _of_something(syntax, roster, i)):
        return ()
    if person and syntax.base(i) == "vocative":
        return _spoken_to(discourse, i)
    if person:
        return readiest(discourse, described, i, own=own) or _sole_bearer(discourse, i)
    seat = the_worded(discourse, i) or (the_seat(discourse, i, heads) if "state" in described.kinds else ())
    seat = seat or (the_government_named(discourse, i, own) if governs else ())
    found = seat or the_administration(discourse, i, readiest(discourse, described, i, own=own, bare=governs))
    return found or the_home_government(discourse, i) or the_speakers_land(discourse, i, own, heads)


def _governs(discourse: Discourse, i: int) -> bool:
    """Tell whether a noun alone is for those who govern: "*the government*"."""
    return discourse.roster.directory.vocabulary.has("government_nouns", discourse.syntax.lemmas[i]) and is_bare(discourse.syntax, i)


def _of_something(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether one person's office is that of a body which is nobody of the report: "the president *of its board*"."""
    vocabulary = roster.directory.vocabulary
    below = (c for c in syntax.kids(i, "nmod") if c > i and syntax.marker(c) == "of" and not ends_title(syntax, roster, c))
    return any(syntax.pos[c] == "NOUN" and not vocabulary.has("own_state", syntax.lemmas[c]) for c in below)


def _narrowed(syntax: Syntax, roster: Roster, described: Description, i: int) -> Description:
    """Return a description of what one alone, or one so qualified, is: "*the party*" is no state, nor are "both *major* parties"."""
    vocabulary = roster.directory.vocabulary
    political = any(syntax.lemmas[c] in vocabulary.pairs["political"] for c in syntax.kids(i, "amod"))
    if not vocabulary.has("alone", described.lemma) or (syntax.plural(i) and not political):
        return described
    return replace(described, kinds=described.kinds - vocabulary.words["alone_is_no"])


def _several(discourse: Discourse, described: Description, i: int, count: int | None, home: str | None) -> tuple[ActorId, ...]:
    """Return those whom a plural description means: holders of one office, persons where they speak, else any who fit."""
    syntax, roster = discourse.syntax, discourse.roster
    titled = "person" in described.kinds and roster.directory.vocabulary.has("titled_only", described.lemma)
    title = frozenset(title_of(syntax, roster, i).split()) if titled else frozenset[str]()

    proper = roster.directory.vocabulary.has("worded_only", described.lemma)

    def fits(actor: ActorId) -> bool:
        who = roster.actors[actor]
        nobody = proper or (titled and who.sector in _PRIVATE and described.lemma not in who.name.split())  # a family is no envoy
        return fits_description(roster, described, actor) and not (nobody and who.name.islower())

    anybody = roster.directory.vocabulary.has("only_counted", described.lemma)
    unnamed = (c.head for c in discourse.past if c.form == "generic") if anybody else ()
    if any(syntax.lemmas[h] == described.lemma and not syntax.kids(h, "nmod:poss") for h in unnamed):
        return ()  # "two men robbed a bank … *the two men*"
    if not described.kinds and (before := subjects_before(discourse, i)) and len(before) == count:
        return before
    if not described.kinds and _says(syntax, roster, i):
        named = last_party(discourse, i, count, lambda a: fits_description(roster, _PERSONS, a) and roster.has_name(a), home=home)
        found = named or last_party(discourse, i, count, lambda a: fits_description(roster, _PERSONS, a), home=home)
        if found:
            return found
    found = last_party(discourse, i, count, fits, home=home, states=described.kinds == {"state"}, whose=bool(described.kinds))
    if count and described.lemma == _LEADER and not any(set(found) == set(p.actors) for p in discourse.parties):
        rulers = [p.actors for p in discourse.parties if p.at < i and len(p.actors) == count and all(is_ruler(roster, a) for a in p.actors)]
        found = last_party(discourse, i, count, lambda a: fits(a) and is_ruler(roster, a), home=home) or (rulers or [found])[-1]
    if "state" in described.kinds and count == _PAIR:
        sides = sides_of_principals(discourse, i, found)
        found = sides if sides and all(fits(a) for a in sides) else found
    if titled and not any(is_styled(roster, a, title) for a in found):
        found = last_named(discourse, i, count, lambda a: fits(a) and is_styled(roster, a, title)) or found
    if not found and titled:
        found = principals(discourse, count, fits)
    if not found and any(syntax.lower[c] in ("these", "those") for c in syntax.kids(i, "det")):
        found = last_named(discourse, i, count, fits)
    return found


def _spoken_to(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return who is called by his title: the one of those called by name, or who take turns, that bears it: "*Mr. President*"."""
    syntax, roster = discourse.syntax, discourse.roster
    title = title_of(syntax, roster, i)
    labels = [c for c in discourse.past if c.form == "name" and syntax.words[c.last : c.last + 1] == (":",)]
    speaking = labels[-1].actors if labels else ()
    called = [c for c in discourse.past if syntax.base(c.head) == "vocative" and c.form == "name"]
    people = {a for c in (*labels, *called) if len(c.actors) == 1 for a in c.actors if a not in speaking}
    bearing = [a for a in people if bears_title(roster, a, title)]
    return (bearing[0],) if len(bearing) == 1 else ()


def _sole_bearer(discourse: Discourse, i: int) -> tuple[ActorId, ...]:
    """Return the one person of the report so far, or below a heading, who bears a title that one bears at a time: "*the Chancellor*"."""
    syntax, roster = discourse.syntax, discourse.roster
    title = title_of(syntax, roster, i)
    if not roster.directory.vocabulary.has("one_at_a_time", title):
        return ()
    everybody = roster.actors if discourse.headed and syntax.sentence[i] == 0 else discourse.counts
    people = [a for a in everybody if roster.actors[a].kind == "person" and roster.has_name(a)]
    bearing = [a for a in people if bears_title(roster, a, title)]
    return (bearing[0],) if len(bearing) == 1 else ()


def _says(syntax: Syntax, roster: Roster, i: int) -> bool:
    """Tell whether a noun phrase says or does what persons do: "*the two* said", "the remarks by *both*"."""
    has, head = roster.directory.vocabulary.has, syntax.heads[i]
    if syntax.base(i) == "nsubj":
        return has("said", syntax.lemmas[head]) or has("personal_verbs", syntax.lemmas[head])
    return syntax.base(i) == "nmod" and syntax.marker(i) in ("by", "of") and has("own_words", syntax.lemmas[head])


def _home(syntax: Syntax, roster: Roster, heads: Heads, i: int) -> str | None:
    """Return the country in which a description places whom it describes: "factions *in Palestine*"."""
    places = [heads[c].stands_for for c in syntax.kids(i, "nmod") if c in heads and heads[c].place]
    entry = roster.directory.entries.get(places[0]) if places and places[0] else None
    return entry.country if entry else None
