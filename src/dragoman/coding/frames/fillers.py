"""What slots are made of: the words that reading them needs, the slots of one predicate, and slots while they are gathered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """The word lists that reading slots needs, from ``grammar.yaml``.

    Attributes:
        support: verbs that lend a noun of action their subject ("launch", "hold", "carry out").
        taken_up: adjectives and passive verbs of those who do what the noun after their preposition tells ("*locked in* talks").
        laid: verbs, with a preposition, that lay on somebody what a noun names ("blamed the *attack* on X").
        receiving: verbs whose subject has from others what a noun of `bestowed` names ("*won* praise"), and
        having: verbs whose subject does so where a "from" says from whom ("*has* support from Iran").
        orders: nouns of what whoever has them has from others ("*has orders* to shoot").
        bestowed: nouns of what somebody gives, says or does to another ("support", "threat").
        inclined: nouns, with a preposition, whose owner does what follows it ("no *interest in* talks").
        foiling: verbs of stopping, finding out, condemning or outliving what others plot ("*foiled* a plot"), and
        intents: nouns of what is plotted or planned ("a *plan* to attack").
        happening: verbs whose subject is the event itself ("take place", "begin").
        attending: verbs of having part in what there is without their subject, who has none if denied ("did not *attend* talks").
        absent: words of having no part in it ("*absent from* the talks").
        brokering: verbs whose subject is a third party to the event ("host", "mediate").
        inside: prepositions that put a clause inside an event ("at talks", "during a conflict").
        beside: those of `inside` that may also put it beside an event of others ("during the meeting, protesters gathered").
        issuing: verbs of signing and saying, whose passive has for party to an event beside it who does so ("*signed* by X after talks").
        causative: verbs whose subject has done what is done beside their object ("*had* the envoy recalled").
        charging: verbs with a preposition that does so beside them alone ("charged him *with* lying").
        never: adverbs that deny their verb.
        foretelling: modals of what was to come, in what somebody said.
        object_control: prepositions that give their gerund the object for subject ("accused him *of* lying").
        papers: what is issued ("resolution", "letter"); the issuer does what a participle says of it.
        refusing: verbs of what is done to a paper by somebody who does not issue it ("*vetoed* a resolution condemning X").
        refusals: nouns of what somebody has against a paper or thinks of it ("cast its *veto* over a resolution condemning X").
        appearing: verbs of coming before a court, of whose subject a participle after the court tells ("appeared in court *charged* with").
        bidding: verbs of telling somebody to do something, passive after a passive ("was stopped and *told* to leave").
        asking: words that make a clause a question ("whether").
        negating: words that deny the adverb that they stand before ("*no* longer"), or a verb before its subject or object.
        otherwise: words that put a clause before another as its only other way out ("leave *or* face arrest").
        assailing: nouns of attacks, whose "of" is who attacks where an "on" says whom ("the attacks *of rebels* on the town").
        harm: words of what is done to people by attacks and accidents alike ("*died* in shelling").
        harmful: nouns of attacks, which do harm that a clause after their object tells ("the bombing of a clinic *that killed* two").
        harming: verbs of doing such harm.
        of_new: verbs that lend their subject a deed only where it is new ("called *a* strike", but "called *the* attack unjust").
        violence: nouns of such deeds, which somebody else may have done.
        striking: verbs of what does such harm ("a shell *hit* a bus, killing two").
        presiding: verbs of calling others together; who does so with others takes part ("convened a meeting *with* the mayors").
        minded: verbs whose participle before "to" says what somebody thinks ("those *opposed* to the dam").
        custody: nouns of what somebody is held in or taken to for what he did ("held him in *contempt* for refusing").
        alleging: nouns of blame, which somebody's is by the "from" after what is blamed ("allegations of abuse *from X*").
        singular: pronouns after which a bare verb is no present tense ("that *she* go").
        wishing: modals that say what is to be ("that she *should* go").
        future: modals of what is to come.
        relative: words that open a relative clause.
        naming: verbs of saying what a thing is, which a pronoun before them stands for ("struck *what* it called bases").
        quantities: words that only say how many or how much of what follows their "of" ("a *round* of talks").
        premises: what is struck where it stands before a noun of attack ("the *embassy* bombings").
        patronage: what somebody lends to an event of others ("under the *auspices* of X").
        scolding: prepositions before whom one scolds, who does what a "for" says ("lashed out *at* him for lying").
        subject_control: verbs whose infinitive has the verb's own subject even beside an object.
        calling: verbs of calling somebody in or up, who does what the infinitive says ("called him *to come*") but for
        addressing: what he who calls does with him ("called him *to thank* him", "summoned the envoy *to complain*").
        called_up: nouns of many, who are called on and not phoned ("called *workers* to protest").
        directives: nouns of telling others to do something, whose own subject does not do it ("*joined calls* to arm them").
        sharing: verbs that do something to somebody, and so have the object of a verb joined to them ("*killing* and wounding X").
        complement: verbs whose "to" clause says what is asked, wherever the parser hangs it ("called on X to leave").
    """

    support: frozenset[str] = frozenset()
    taken_up: frozenset[str] = frozenset()
    laid: frozenset[str] = frozenset()
    receiving: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()
    bestowed: frozenset[str] = frozenset()
    inclined: frozenset[str] = frozenset()
    foiling: frozenset[str] = frozenset()
    intents: frozenset[str] = frozenset()
    happening: frozenset[str] = frozenset()
    brokering: frozenset[str] = frozenset()
    scolding: frozenset[str] = frozenset()
    attending: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    subject_control: frozenset[str] = frozenset()
    calling: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    called_up: frozenset[str] = frozenset()
    complement: frozenset[str] = frozenset()
    directives: frozenset[str] = frozenset()
    sharing: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    issuing: frozenset[str] = frozenset()
    causative: frozenset[str] = frozenset()
    object_control: frozenset[str] = frozenset()
    charging: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    foretelling: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    refusing: frozenset[str] = frozenset()
    refusals: frozenset[str] = frozenset()
    appearing: frozenset[str] = frozenset()
    bidding: frozenset[str] = frozenset()
    negating: frozenset[str] = frozenset()
    otherwise: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    patronage: frozenset[str] = frozenset()
    assailing: frozenset[str] = frozenset()
    harm: frozenset[str] = frozenset()
    harmful: frozenset[str] = frozenset()
    harming: frozenset[str] = frozenset()
    of_new: frozenset[str] = frozenset()
    violence: frozenset[str] = frozenset()
    striking: frozenset[str] = frozenset()
    presiding: frozenset[str] = frozenset()
    premises: frozenset[str] = frozenset()
    minded: frozenset[str] = frozenset()
    custody: frozenset[str] = frozenset()
    alleging: frozenset[str] = frozenset()
    singular: frozenset[str] = frozenset()
    wishing: frozenset[str] = frozenset()
    future: frozenset[str] = frozenset()
    relative: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    quantities: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Slots:
    """The deep slots of one predicate.

    Attributes:
        fillers: slot name to head tokens, coordination not yet unfolded.
        support: tokens of a support verb that belong to the predicate.
        passive: whether the predicate is a passive verb.
    """

    fillers: Mapping[str, tuple[int, ...]]
    support: tuple[int, ...] = ()
    passive: bool = False

    def get(self, slot: str) -> tuple[int, ...]:
        """Return the fillers of a slot, empty if it is not there."""
        return self.fillers.get(slot, ())

    def with_(self, fillers: Mapping[str, tuple[int, ...]]) -> Slots:
        """Return the slots with some filled, or filled otherwise."""
        return Slots({**self.fillers, **fillers}, self.support, self.passive)


class Fillers:
    """Slots while they are being gathered; those whose names begin with ``_`` are left behind."""

    def __init__(self) -> None:
        self._slots: dict[str, list[int]] = {}

    def put(self, slot: str, *tokens: int) -> None:
        """Add tokens to a slot, each once."""
        have = self._slots.setdefault(slot, [])
        for t in tokens:
            if t not in have:
                have.append(t)

    def take(self, slot: str) -> list[int]:
        """Return a slot's tokens and empty it."""
        return self._slots.pop(slot, [])

    def get(self, slot: str) -> list[int]:
        """Return a slot's tokens."""
        return self._slots.get(slot, [])

    def has(self, slot: str) -> bool:
        """Tell whether a slot is filled."""
        return bool(self._slots.get(slot))

    def frozen(self) -> dict[str, tuple[int, ...]]:
        """Return the filled slots."""
        return {slot: tuple(tokens) for slot, tokens in self._slots.items() if tokens and not slot.startswith("_")}
