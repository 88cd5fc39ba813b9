"""What titles and appositions say of a person: the office he holds, whom he leads, what he belongs to; the first time only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.actors.cast import Cast, CastMention
from dragoman.claims import ActorId
from dragoman.coding.frames.draft import Draft, span_of
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.statements import RawStatement, Voices
from dragoman.coding.tree import Tree

BELONGING: Final = "offices#of"
_OWNED: Final = "offices#whose"
_LED: Final = frozenset({"party", "faction", "armed_group"})
_HOSTILE: Final = frozenset({"opposes", "fights"})
Title = tuple[CastMention, tuple[int, int], CastMention | None]


def office_drafts(tree: Tree, cast: Cast, statements: Sequence[RawStatement], voices: Voices, *, lexicon: Lexicon) -> list[Draft]:
    """Return the relations that the cast's titles and appositions tell.

    A post makes a `holds_office`, the head of a group a `leads`, a calling within a body a `member_of`. Kinship, callings by
    themselves, ranks without a body or beside a post, and candidates hold nothing: the classes of ``relations.yaml`` say which
    nouns are which. Appositions and titles in indirect speech are the outlet's words; in direct speech they are the speaker's.
    """
    reader = _Titles(tree, cast, lexicon)
    drafts = []
    for person, (first, last), body in cast.offices:
        voice = _spoken(statements, voices, first)
        for kind, whom in reader.told(person, (first, last), body):
            roles: dict[str, tuple[CastMention, ...]] = {"subject": (person,)}
            if whom is not None:
                roles["object"] = (whom,)
            drafts.append(
                Draft(
                    type=kind,
                    rule="offices#title",
                    tokens=tuple(range(first, last)),
                    roles=roles,
                    as_=span_of(tree, first, last),
                    tense=reader.tense(person, first, last),
                    voice=voice,
                )
            )
    return drafts


class _Titles:
    """Tells what the titles of one report say.

    Attributes:
        posted: persons of whom the report tells a post or a leadership: their rank says no more.
    """

    def __init__(self, tree: Tree, cast: Cast, lexicon: Lexicon) -> None:
        self.tree, self.cast, self.lexicon = tree, cast, lexicon
        known = self._of("post") | self._of("heading")
        self.posted = {person.mention.actor for person, title, _ in cast.offices if self._words(*title) & known}

    def told(self, person: CastMention, title: tuple[int, int], body: CastMention | None) -> Iterator[tuple[str, CastMention | None]]:
        """Yield the types of the relations that one title makes, each with its object where that is named."""
        first, last = title
        words = self._words(first, last)
        body = self._apart(body, first, last)
        kind = _kind(self.cast, body) if body else ""
        if words & self._of("unheld"):
            return
        if words & self._of("post"):
            within = kind in ("party", "faction", "group") and bool(words & self._of("public_post"))
            yield "holds_office", None if within else body
            if within:
                yield "member_of", body
        elif words & self._of("heading"):
            leads = body and not (kind == "state" and words & self._of("commanding"))
            yield ("leads" if leads else "holds_office", body)
        elif words & self._of("rank"):
            if body and person.mention.actor not in self.posted:
                yield "holds_office", body
        elif words & self._of("calling") and kind and kind not in ("state", "people", "group", "person"):
            yield "member_of", body

    def tense(self, person: CastMention, first: int, last: int) -> str:
        """Return when an office is held: "*former* minister" and "*then*-president" are past, "president-*elect*" future."""
        tree = self.tree
        near = {t for i in range(first, last) for t in [i, *tree.children[i]]} | set(range(min(person.first, first), first))
        near |= {first - 1} if first else set()
        near |= set(range(last, person.head))
        if any(tree.tags[c] == "VBD" for i in range(first, last) for c in tree.kids(i, "cop")):
            return "past"
        said = {part for t in near if tree.sentences[t] == tree.sentences[first] for part in tree.words[t].split("-")}
        if said & self.lexicon.factuality.bygone:
            return "past"
        return "future" if said & self._of("coming") else "present"

    def _words(self, first: int, last: int) -> set[str]:
        """Return the words of a title as they stand and in their dictionary form, those of compounds too."""
        tree = self.tree
        return {part for t in range(first, last) for word in (tree.words[t], tree.lemmas[t].lower()) for part in (word, *word.split("-"))}

    def _of(self, name: str) -> frozenset[str]:
        return self.lexicon.classes.get(name, frozenset())

    def _apart(self, body: CastMention | None, first: int, last: int) -> CastMention | None:
        """Return the body of an office where it is more than a word of the title: not the *State* of a secretary of state."""
        return None if body and body.first >= first and body.last <= last else body


def with_offices(drafts: Sequence[Draft], offices: Sequence[Draft]) -> list[Draft]:
    """Return claims with those that titles make, each relation once.

    A frame that tells the office of a title gives way to it. Of an office and a leadership in the same words, the one that names
    in what stands: "Iran's supreme leader" holds an office, "the opposition leader" leads the opposition.
    """
    kept = [o for o in offices if not any(_is_fuller(d, o) for d in drafts)]
    posts = [o for o in kept if o.type == "holds_office"]
    told = [*(d for d in drafts if not any(_is_same(d, o) or _is_leading(d, o) for o in posts)), *kept]
    return [d for d in told if d.hit or d.type not in _HOSTILE or not any(_is_own(o, d) for o in told)]


def _is_own(one: Draft, hostile: Draft) -> bool:
    """Tell whether a relation joins to a body just him who is said to be against it: "*X*, chair of the *opposition party*"."""
    if one.is_event or one.type in _HOSTILE or len(one.roles) < 2:
        return False
    sides = {m.mention.actor for m in hostile.roles.get("subject", ())}
    return sides == {m.mention.actor for found in one.roles.values() for m in found}


def _is_fuller(draft: Draft, office: Draft) -> bool:
    """Tell whether what a title tells is told with more by a frame or the heads: who leads or belongs to whom."""
    if office.type != "holds_office":
        return _is_same(draft, office)
    return "object" not in office.roles and _is_leading(draft, office)


def _is_same(draft: Draft, office: Draft) -> bool:
    """Tell whether a claim found otherwise says no more than a title does: the same person, in the same words or the same body."""
    if draft.type != office.type or draft.polarity != office.polarity:
        return False
    bodies = [{m.mention.actor or m.stands_for for m in d.roles.get("object", ())} for d in (draft, office)]
    if office.rule == BELONGING:
        return _of_one(draft, office) and bool(bodies[0] & bodies[1])
    titled = any(m.first <= draft.token < m.head for m in draft.roles.get("subject", ()))
    if draft.as_ is None and titled and draft.type == "holds_office":  # "*Prime* Minister X" again
        return _of_one(draft, office)
    return _of_one(draft, office) and (bool(set(draft.tokens) & set(office.tokens)) or (draft.as_ is None and bodies[0] <= bodies[1]))


def _is_leading(draft: Draft, office: Draft) -> bool:
    """Tell whether a claim takes for leadership the words in which a title names an office: "Iran's supreme *leader*"."""
    return draft.type == "leads" and _of_one(draft, office) and bool(set(draft.tokens) & set(office.tokens))


def _of_one(draft: Draft, office: Draft) -> bool:
    one, other = ({m.mention.actor for m in d.roles.get("subject", ())} for d in (draft, office))
    return bool(one & other)


def named_drafts(tree: Tree, cast: Cast, statements: Sequence[RawStatement], voices: Voices, *, lexicon: Lexicon) -> list[Draft]:
    """Return the relations of those who are only named together, each pair's once.

    A `member_of` joins a person to the body that he is of or from ("Omar Said *of* the provincial council"), no country and no place;
    a `leads` joins him to a party or armed group that is named as his ("*Omar Said's* Mahdi Army"). The words belong to the outlet as
    those of titles do.
    """
    told: dict[tuple[str, ActorId | None, ActorId | None], Draft] = {}
    for one in cast.mentions:
        belonging = (("member_of", BELONGING, mark, one, body) for mark, body in _bodies(tree, cast, one, lexicon))
        owned = (("leads", _OWNED, mark, leader, one) for mark, leader in _owners(tree, cast, one))
        for kind, rule, mark, who, whom in (*belonging, *owned):
            roles: dict[str, tuple[CastMention, ...]] = {"subject": (who,), "object": (whom,)}
            made = Draft(type=kind, rule=rule, tokens=(mark,), roles=roles, voice=_spoken(statements, voices, mark))
            told.setdefault((rule, who.mention.actor, whom.mention.actor), made)
    return list(told.values())


def _bodies(tree: Tree, cast: Cast, person: CastMention, lexicon: Lexicon) -> Iterator[tuple[int, CastMention]]:
    """Yield the bodies that a person's name stands with, each with the preposition before it."""
    if person.form != "name" or _kind(cast, person) != "person":
        return
    for c in tree.kids(person.head, "nmod"):
        body = next((m for m in cast.at(c) if not m.place and _kind(cast, m) in lexicon.grammar["ranks"]), None)
        if body and tree.marker(c) in lexicon.grammar["belonging"] and (body.form == "name" or _is_one(tree, c, lexicon)):
            yield tree.kids(c, "case")[0], body


def _owners(tree: Tree, cast: Cast, group: CastMention) -> Iterator[tuple[int, CastMention]]:
    """Yield the persons whose a party or armed group is by its name, each with what marks him as its owner."""
    if group.form != "name" or _kind(cast, group) not in _LED:
        return
    for c in tree.kids(group.head, "nmod:poss"):
        leaders = (m for m in cast.at(c) if m.form == "name" and _kind(cast, m) == "person")
        yield from ((next(iter(tree.kids(c, "case")), c), leader) for leader in leaders)


def _spoken(statements: Sequence[RawStatement], voices: Voices, t: int) -> tuple[int, ...]:
    """Return the statements in direct speech that hold a token."""
    return tuple(s for s in voices.get(t, ()) if statements[s].manner == "direct")


def _is_one(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun is a body that is not named beside it: "of the provincial *council*", not "of the *group* Amnesty"."""
    return tree.lemmas[i] in lexicon.classes["organization"] and not tree.kids(i, "appos", "flat")


def _kind(cast: Cast, mention: CastMention) -> str:
    actor = cast.who(mention)
    return actor.kind if actor else ""
