"""The voice of a claim by who speaks: each source once, not the author of the report, nor who does what he says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.actors.cast import Cast
from dragoman.claims import ActorId
from dragoman.coding.frames.draft import Draft
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.statements import RawStatement

_BLAME: Final = "disapprove"


def in_own_voice(draft: Draft, cast: Cast, statements: Sequence[RawStatement], lexicon: Lexicon) -> Draft:
    """Name each source once, and drop the innermost statement where its source is himself the actor of what he says.

    What somebody denies of himself remains his word: the outlet does not say that it never happened. So does violence that somebody
    owns to: the outlet does not say that it was his.
    """
    laid = [n for n, s in enumerate(statements) if _is_laid(draft, s, cast)] if draft.is_event else []
    voice = heard((*draft.voice, *laid), statements, cast)
    if not draft.is_event and draft.type not in lexicon.grammar["made_by_saying"] and not (voice and _is_meaning(statements[voice[-1]])):
        return draft.with_(voice=voice)
    owned = draft.type in lexicon.grammar["owned"]
    if owned and (claimed := [n for n, s in enumerate(statements) if draft.token in s.cue and _is_owning(s, cast, lexicon)]):
        return draft.with_(voice=heard((*voice, *claimed), statements, cast))
    last = statements[voice[-1]] if voice else None
    if last is None or _denied(last) or _is_blaming(statements[(draft.voice or voice)[-1]]) or (owned and _is_owning(last, cast, lexicon)):
        return draft.with_(voice=voice)
    speakers = {m.mention.actor for t in last.source for m in cast.at(t)}
    actors = {m.mention.actor for m in draft.roles.get("actor" if draft.is_event else "subject", ())}
    if not actors or not actors <= speakers or (owned and last.is_said() and draft.polarity == "negative" and draft.tense != "future"):
        return draft.with_(voice=voice)  # that somebody "*did not bomb* the town" is his own word
    return _as_blamed(draft, last).with_(voice=voice[:-1])


def speaks_for_doers(draft: Draft, cast: Cast, statements: Sequence[RawStatement], lexicon: Lexicon) -> bool:
    """Tell whether the last source of a claim is of the state or group of all who do it: "the *premier* said *Ankara* would"."""
    last = statements[draft.voice[-1]] if draft.voice else None
    if last is None or not last.is_said() or _is_meaning(last):
        return False
    own = lexicon.grammar["sided"]
    sides = {w.country for t in last.source for m in cast.at(t) if (w := cast.acting(m)) and w.country and w.sector in own}
    doers = [cast.acting(m) for m in draft.roles.get("actor", ())]
    return bool(doers) and all(w and w.kind != "person" and w.country in sides and w.sector in own for w in doers)


def _as_blamed(draft: Draft, statement: RawStatement) -> Draft:
    """Return what somebody finds fault with as surely as he says so, however he hedges the fault: "it *could* be illegal, he said"."""
    by_saying = draft.hit is not None and ("speaker",) in draft.hit.frame.roles.get("actor", ())
    hedged = draft.certainty in ("possible", "probable") and draft.polarity == "positive" and not draft.condition
    if not (statement.is_said() and by_saying and hedged and _BLAME in draft.mode):
        return draft
    return draft.with_(certainty="certain", tense="present" if draft.tense == "future" else draft.tense)


def _is_laid(draft: Draft, statement: RawStatement, cast: Cast) -> bool:
    """Tell a deed that there was and that whoever is charged in it is only said to have done: "*he* is charged in two attacks"."""
    if not _is_blaming(statement) or not statement.holds(draft.token) or statement.voices(draft.token):
        return False
    first, last = statement.content[0]
    accused = {m.mention.actor for t in range(first, last) for m in cast.at(t)}
    actors = {m.mention.actor for m in draft.roles.get("actor", ())}
    return draft.token >= last and bool(actors) and actors <= accused


def _denied(statement: RawStatement) -> bool:
    return statement.attitude is not None and statement.attitude.polarity == "negative"


def _is_meaning(statement: RawStatement) -> bool:
    """Tell what somebody wants or means to be: "Poland is prepared to join the alliance"."""
    return statement.attitude is not None and statement.attitude.tense == "future"


def _is_blaming(statement: RawStatement) -> bool:
    """Tell an accusation: nobody accuses himself, whoever the parse makes the doer of "charged a man *with bombing* it"."""
    return statement.attitude is not None and statement.attitude.name == "blames"


def _is_owning(statement: RawStatement, cast: Cast, lexicon: Lexicon) -> bool:
    """Tell whether somebody owns to what he did: "admits", "claims"."""
    return cast.doc is not None and any(cast.doc[t].lemma_.lower() in lexicon.cues.owning for t in statement.cue)


def heard(voice: Sequence[int], statements: Sequence[RawStatement], cast: Cast) -> tuple[int, ...]:
    """Return a voice in which nobody reports himself: "Oman said it wants talks" is Oman's voice once.

    A statement of "I" or "we" is that of whose words they are: inside another's it adds no voice, nor does it to the report's own
    where it is nobody's in the text or the author's whom the heading names. Nor does what nobody named condemns or praises, and what
    "is reported" by nobody named within the words of somebody.

    Args:
        voice: statements, outermost first.
        statements: all statements of the report.
        cast: who their sources are.
    """
    kept: list[int] = []
    before: set[ActorId] = set()
    for n in voice:
        sources = {m.mention.actor for t in statements[n].source for m in cast.at(t) if m.mention.actor}
        own = _is_own(statements[n], cast) and (kept or not sources or sources <= _author(cast))
        quoted = bool(kept) and any(a <= t < b for t in statements[n].source for a, b in statements[kept[-1]].quoted)
        own = own or (bool(kept) and ((not quoted and _is_him_again(statements[n], cast)) or _is_anybody(statements[n], cast)))
        attitude = statements[n].attitude
        unnamed = not statements[n].source and (kept or (attitude is not None and attitude.presupposed))
        if own or unnamed or (sources and sources <= before):
            continue
        kept.append(n)
        before = sources
    return tuple(kept)


def _is_own(statement: RawStatement, cast: Cast) -> bool:
    """Tell whether whoever says something calls himself "I" or "we"."""
    return any(t in cast.first_person for t in statement.source) or _persons(statement, cast) == {"1"}


def _is_him_again(statement: RawStatement, cast: Cast) -> bool:
    """Tell "he" or "they" who is nobody known: within what somebody says, but for his very words, it is himself."""
    return _persons(statement, cast) == {"3"} and not any(cast.at(t) for t in statement.source)


def _is_anybody(statement: RawStatement, cast: Cast) -> bool:
    """Tell the wish or belief of a "you", who is anybody: "if *you* want peace"."""
    attitude = statement.attitude
    meant = attitude is not None and (attitude.certainty != "certain" or attitude.tense is not None or attitude.presupposed)
    return meant and _persons(statement, cast) == {"2"}


def _persons(statement: RawStatement, cast: Cast) -> set[str]:
    """Return the grammatical persons of sources that are pronouns; none where one is a noun."""
    tokens = [cast.doc[t] for t in statement.source] if cast.doc is not None else []
    persons = {person for t in tokens if t.pos_ == "PRON" for person in t.morph.get("Person")}
    return persons if all(t.pos_ == "PRON" for t in tokens) else set()


def _author(cast: Cast) -> set[ActorId]:
    """Return whose words the whole text is, and for whom they say "we"."""
    return {*cast.authors, *(cast.spoken_for[a].id for a in cast.authors if a in cast.spoken_for)}
