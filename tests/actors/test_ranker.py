"""Which candidate a pronoun means, by learned weights."""

from __future__ import annotations

from actors.shorthand import doc_from
from dragoman.actors.cast import cast
from dragoman.actors.directory.directory import Directory
from dragoman.actors.reference.antecedents import role_of
from dragoman.actors.reference.ranker import Anaphor, Candidate, shipped, weights_of
from dragoman.actors.syntax import syntax_of
from dragoman.claims import ActorId

HE = Anaphor(9, "he", "main", "say", (), (), said=True, marks=("none:main",))
MET = "Chad PROPN 4 nsubj\nand CCONJ 3 cc\nSudan PROPN 1 conj\nmet VERB 0 root lemma=meet"
TABLE = ["mark,he", "least,0.5", "none,1", "near,1.5", "far,0.9", "none:main,-0.5"]


def _marked(actor: str, *marks: str) -> tuple[Candidate, tuple[str, ...]]:
    return Candidate(0, 0, (ActorId(actor),) if actor else (), marks), marks


def test_every_style_has_weights_and_a_least_share() -> None:
    styles = shipped().styles
    assert set(styles) == {"he", "his", "it", "its", "they", "their"}
    assert all(0 < weights["least"] < 1 for weights in styles.values())


def test_the_worthiest_candidate_is_meant() -> None:
    assert weights_of(TABLE).choose(HE, [_marked("idris", "near", "near"), _marked("marta", "far")]) == ("idris",)


def test_mentions_of_one_actor_add_up() -> None:
    weights = weights_of([*TABLE[:1], "least,0.4", *TABLE[2:]])
    assert weights.choose(HE, [_marked("idris", "near"), _marked("marta", "far"), _marked("marta", "far")]) == ("marta",)


def test_further_mentions_may_count_for_less() -> None:
    far = [_marked("marta", "far"), _marked("marta", "far")]
    assert weights_of(["mark,he", "least,0.3", "again,0.2", *TABLE[2:]]).choose(HE, [_marked("idris", "near"), *far]) == ("idris",)


def test_nobody_is_meant_where_no_actor_has_the_least_share() -> None:
    assert weights_of(TABLE).choose(HE, [_marked("idris", "near"), _marked("marta", "near")]) == ()
    assert weights_of(TABLE).choose(HE, [_marked("idris", "near"), _marked("", "near", "near")]) == ()
    assert weights_of(TABLE).choose(HE, []) == ()


def test_an_apposition_has_the_role_of_its_noun() -> None:
    doc = doc_from(
        """The DET 2 det
envoy NOUN 6 nsubj
, PUNCT 4 punct
Idris PROPN 2 appos
, PUNCT 4 punct
left VERB 0 root lemma=leave"""
    )
    assert role_of(syntax_of(doc), 3) == "main"


class Nobody:
    """A ranker that knows nobody, and keeps whom it was asked to choose from."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[tuple[ActorId, ...], ...]]] = []

    def choose(self, anaphor: Anaphor, candidates: list[tuple[Candidate, tuple[str, ...]]]) -> tuple[ActorId, ...]:
        self.asked.append((anaphor.style, tuple(c.actors for c, _ in candidates)))
        return ()


def test_another_ranker_is_asked_in_place_of_the_package_s_own(directory: Directory) -> None:
    doc = doc_from(f"{MET}\n\nIts PRON 2 nmod:poss\npartner NOUN 3 nsubj\nleft VERB 0 root lemma=leave")
    ranker = Nobody()
    assert cast(doc, directory, ranker=ranker).at(4) == ()
    ((style, offered),) = ranker.asked
    assert style == "its"
    assert {("chad",), ("sudan",)} <= set(offered)


def test_they_who_act_in_a_report_are_those_last_named_together_as_subject_where_nobody_is_likely(directory: Directory) -> None:
    they = "They PRON 2 nsubj\nagreed VERB 0 root lemma=agree"
    ranker = Nobody()
    assert {m.mention.actor for m in cast(doc_from(f"{MET}\n\n{they}"), directory, ranker=ranker).at(4)} == {"chad", "sudan"}
    assert ("chad", "sudan") in ranker.asked[0][1]
    talk = f"I PRON 2 nsubj\nlistened VERB 0 root lemma=listen\n\n{MET}\n\n{they}"
    assert cast(doc_from(talk), directory, ranker=Nobody()).at(6) == ()


def test_an_outlet_is_not_offered_for_they_but_for_it(directory: Directory) -> None:
    told = "Kenya PROPN 2 nsubj\nspoke VERB 0 root lemma=speak\nto ADP 4 case\nCNN PROPN 2 obl ner=B-ORG"
    they, it = Nobody(), Nobody()
    cast(doc_from(f"{told}\n\nThey PRON+ 2 nsubj\nwaited VERB 0 root lemma=wait"), directory, ranker=they)
    cast(doc_from(f"{told}\n\nIt PRON 2 nsubj\nwaited VERB 0 root lemma=wait"), directory, ranker=it)
    assert they.asked == [("they", (("kenya",),))]
    assert set(it.asked[0][1]) == {("kenya",), ("cnn",)}


def test_they_who_act_after_a_quotation_are_not_those_of_whom_it_spoke(directory: Directory) -> None:
    said = f"{MET}\n\n“ PUNCT 3 punct\nHamas PROPN 3 nsubj\nwaits VERB 0 root lemma=wait\n” PUNCT 3 punct"
    ranker = Nobody()
    cast(doc_from(f"{said}\n\nThey PRON+ 2 nsubj\nagreed VERB 0 root lemma=agree"), directory, ranker=ranker)
    assert {actors for actors in ranker.asked[0][1] if actors} == {("chad",), ("sudan",), ("chad", "sudan")}
