"""Who is for or against whom by a word that says so: "*pro-Iranian* militias" back Iran, an "*anti-Houthi*" one opposes the Houthis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dragoman.actors.cast import CastMention
from dragoman.actors.named.leanings import Leaning
from dragoman.claims import Mention, MentionId
from dragoman.coding.frames.draft import Draft
from dragoman.coding.frames.drafting import told
from dragoman.coding.scene import Scene

_RULES: Final = {False: ("backs", "leanings#for"), True: ("opposes", "leanings#against")}


def leaning_drafts(scene: Scene) -> list[Draft]:
    """Return a `backs` or `opposes` for each word that says whom its bearers are for or against, where they are somebody."""
    drafts: list[Draft] = []
    beside: tuple[CastMention, ...] = ()
    before = 0
    for leaning in reversed(scene.cast.leanings):
        near = beside if leaning.last + 1 == before else ()  # "the *anti-Houthi*, pro-government coalition"
        beside, before = _bearers(scene, leaning) or near, leaning.token
        drafts += _told(scene, leaning, beside)
    return drafts


def targeted(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts, protests with those against whom a word before them says that they are: "an *anti-Vale* rally"."""
    against = {scene.tree.heads[_top(scene, one)]: one for one in scene.cast.leanings if one.against}
    return [_targeted(made, scene, against) if made.type in scene.lexicon.grammar["rallying"] and against else made for made in drafts]


def _targeted(made: Draft, scene: Scene, against: Mapping[int, Leaning]) -> Draft:
    leaning = next((against[t] for t in made.tokens if t in against), None)
    if leaning is None or "recipient" in made.roles:
        return made
    return made.with_(roles={**made.roles, "recipient": (_mention(scene, leaning),)})


def _told(scene: Scene, leaning: Leaning, bearers: Sequence[CastMention]) -> Iterator[Draft]:
    whom = _mention(scene, leaning)
    bearers = tuple(m for m in bearers if m.mention.actor != leaning.actor)
    if not bearers:
        return
    kind, rule = _RULES[leaning.against]
    roles: dict[str, tuple[CastMention, ...]]
    roles = {"subject": (*bearers, whom)} if leaning.against else {"subject": bearers, "object": (whom,)}
    made = Draft(type=kind, rule=rule, tokens=tuple(range(leaning.token, leaning.last)), roles=roles)
    yield told(scene, made, scene.reader.slots(leaning.token))


def _mention(scene: Scene, leaning: Leaning) -> CastMention:
    """Return the name without its prefix as a mention."""
    doc, last = scene.tree.doc, leaning.last - 1
    start, end = leaning.start, doc[last].idx + len(doc[last])
    mention = Mention(id=MentionId("m0"), start=start, end=end, text=doc.text[start:end], actor=leaning.actor)
    return CastMention(mention, leaning.token, leaning.last, leaning.token, "adjective")


def _bearers(scene: Scene, leaning: Leaning) -> tuple[CastMention, ...]:
    """Return who is said to be so: whoever the word stands before, or is said of."""
    tree, t = scene.tree, _top(scene, leaning)
    heads = [tree.heads[t]] if tree.bases[t] in ("amod", "compound", "nmod") else tree.kids(t, "nsubj")
    return tuple(m for h in heads for m in scene.cast.at(h) if m.mention.actor and not m.place and m.form != "adjective")


def _top(scene: Scene, leaning: Leaning) -> int:
    """Return the word of a leaning that the others hang on, the first of those that it is joined to: "*anti-Islamic State*"."""
    tree, inside = scene.tree, range(leaning.token, leaning.last)
    top = next((t for t in inside if tree.heads[t] not in inside or tree.heads[t] == t), leaning.token)
    return tree.first_conjunct(top)
