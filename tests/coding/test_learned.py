"""What the learned heads may do beside the lexicon; their word is given here by hand, so that no model decides these tests."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from math import log
from pathlib import Path

import pytest
from spacy.language import Language

from dragoman import actors, coding
from dragoman.coding import Coder, Coding, Lexicon
from dragoman.coding.lexicon import About, Bounds, Trust
from dragoman.language import marks
from dragoman.language.marks import Mark

Code = Callable[..., Coding]
SURE = Trust(sense=2.0, sure=0.5, fill=0.5, role=0.5, default=Bounds(keep=0.1, alone=0.6))


@pytest.fixture
def coded(nlp: Language) -> Code:
    """Codes a text with marks of ``(word, type, likely, [(word, role, likely)])``."""
    shipped = coding.load_lexicon()

    def run(
        text: str,
        *told: tuple[str, str, float, list[tuple[str, str, float]]],
        coders: tuple[Coder, ...] = coding.CODERS,
        lexicon: Lexicon = shipped,
        heads: bool = True,
    ) -> Coding:
        doc = nlp(text)
        doc.user_data.clear()
        at = {token.text: token.i for token in doc}
        found = [Mark(at[w], kind, p, tuple((at[f], role, q) for f, role, q in roles)) for w, kind, p, roles in told]
        if heads:
            marks.keep(doc, found, range(len(doc)))
        cast = actors.cast(doc, actors.load_directory(), published=date(2024, 5, 1))
        return coding.code(doc, cast, replace(lexicon, trust=SURE), published=date(2024, 5, 1), coders=coders)

    return run


def roles_of(found: Coding, n: int = 0) -> dict[str, list[str]]:
    words = {m.id: m.text for m in found.mentions}
    return {role: [words[m] for m in ms] for role, ms in found.claims[n].roles.items()}


def types(found: Coding) -> list[str]:
    return [c.type for c in found.claims]


def test_what_no_frame_covers_is_found_and_says_so(coded: Code) -> None:
    found = coded("Turkey zorbled Syria on Monday.", ("zorbled", "ASSAULT", 0.9, [("Turkey", "actor", 0.9), ("Syria", "recipient", 0.8)]))
    (claim,) = found.claims
    assert (claim.type, claim.rule) == ("ASSAULT", "learned#0.90")
    assert roles_of(found) == {"actor": ["Turkey"], "recipient": ["Syria"]}
    assert (claim.polarity, claim.certainty, claim.tense) == ("positive", "certain", "past")
    assert claim.time is not None


def test_what_only_the_heads_find_must_fit_the_report_better_than_what_a_frame_finds(coded: Code, monkeypatch: pytest.MonkeyPatch) -> None:
    evens = About(base=log(2), least=1.5, alone=3.0)  # whatever they are, claims are right by two to one
    monkeypatch.setitem(globals(), "SURE", replace(SURE, about=evens))
    parts = [("Turkey", "actor", 0.9), ("Syria", "recipient", 0.8)]
    assert types(coded("Turkey attacked Syria.", ("attacked", "ASSAULT", 0.9, parts))) == ["ASSAULT"]
    assert not coded("Turkey zorbled Syria.", ("zorbled", "ASSAULT", 0.9, parts)).claims
    monkeypatch.setitem(globals(), "SURE", replace(SURE, about=replace(evens, alone=1.9)))
    assert types(coded("Turkey zorbled Syria.", ("zorbled", "ASSAULT", 0.9, parts))) == ["ASSAULT"]


def test_what_the_heads_hardly_believe_is_left_out(coded: Code) -> None:
    text, parts = "Turkey zorbled Syria on Monday.", [("Turkey", "actor", 0.9)]
    assert types(coded(text, ("zorbled", "ASSAULT", 0.9, parts))) == ["ASSAULT"]
    assert not coded(text, ("zorbled", "ASSAULT", 0.3, parts)).claims


def test_a_claim_needs_somebody(coded: Code) -> None:
    assert types(coded("Turkey zorbled on Monday.", ("zorbled", "ASSAULT", 0.9, [("Turkey", "actor", 0.9)]))) == ["ASSAULT"]
    assert not coded("It zorbled on Monday.", ("zorbled", "ASSAULT", 0.9, [])).claims


def test_a_frames_claim_falls_where_the_heads_deny_it(coded: Code) -> None:
    text = "Turkey and Syria held talks in Moscow."
    doubted = ("talks", "CONSULT", 0.05, [])
    elsewhere = ("Moscow", "AID", 0.05, [])
    assert types(coded(text, ("talks", "CONSULT", 0.5, []))) == ["CONSULT"]
    assert not coded(text, doubted).claims
    assert not coded(text, elsewhere).claims
    assert types(coded(text, doubted, coders=("lexicon",))) == ["CONSULT"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Saboteurs derailed a freight train in Poland.", "assault.yaml#derail-trains"),
        ("The president survived a coup attempt in July.", "coerce.yaml#coup-attempt"),
        ("Croatia reintroduced conscription.", "mobilize.yaml#restore-conscription"),
    ],
)
def test_the_heads_are_not_asked_of_a_frame_that_is_sure(coded: Code, text: str, rule: str) -> None:
    elsewhere, shipped = (text.rsplit(maxsplit=1)[-1].strip("."), "AID", 0.05, []), coding.load_lexicon()
    unsure = replace(shipped, index={word: tuple((p, replace(f, sure=False)) for p, f in found) for word, found in shipped.index.items()})
    assert [c.rule for c in coded(text, elsewhere).claims] == [rule]
    assert not coded(text, elsewhere, lexicon=unsure).claims


def test_a_pipeline_without_heads_codes_by_the_lexicon(coded: Code) -> None:
    text = "Turkey and Syria held talks in Moscow."
    assert types(coded(text, heads=False)) == ["CONSULT"]
    assert types(coded(text)) == []  # heads that find nothing doubt all


def test_heads_alone(coded: Code) -> None:
    text = "Turkey and Syria held talks in Moscow. Iran shelled Iraq."
    told = ("talks", "CONSULT", 0.9, [("Turkey", "actor", 0.9), ("Syria", "actor", 0.9)])
    both, alone = coded(text, told), coded(text, told, coders=("learned",))
    assert (types(alone), alone.claims[0].rule) == (["CONSULT"], "learned#0.90")
    assert both.claims[0].rule.startswith("consult.yaml#")


def test_an_open_role_is_filled(coded: Code) -> None:
    text = "Iran was attacked after a warning to Iraq."
    told = ("attacked", "ASSAULT", 0.9, [("Iraq", "actor", 0.8)])
    assert roles_of(coded(text, ("attacked", "ASSAULT", 0.9, [])))["recipient"] == ["Iran"]
    assert roles_of(coded(text, told)) == {"actor": ["Iraq"], "recipient": ["Iran"]}


def test_who_has_no_part_in_it_gives_way_to_who_has(coded: Code) -> None:
    text = "Turkey attacked Syria and Iran."
    none, one = ("attacked", "ASSAULT", 0.9, []), ("attacked", "ASSAULT", 0.9, [("Turkey", "actor", 0.9), ("Iran", "recipient", 0.9)])
    assert roles_of(coded(text, none))["recipient"] == ["Syria", "Iran"]
    assert roles_of(coded(text, one)) == {"actor": ["Turkey"], "recipient": ["Iran"]}
    assert roles_of(coded(text, one, coders=("lexicon",)))["recipient"] == ["Syria", "Iran"]


def test_a_claim_with_one_party_must_be_surer(coded: Code, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "SURE", replace(SURE, single=0.95))
    two = [("Turkey", "actor", 0.9), ("Syria", "recipient", 0.9)]
    assert types(coded("Turkey zorbled Syria.", ("zorbled", "ASSAULT", 0.9, two))) == ["ASSAULT"]
    assert not coded("Turkey zorbled on Monday.", ("zorbled", "ASSAULT", 0.9, two[:1])).claims


def test_a_claim_without_its_doer_must_be_all_but_sure(coded: Code, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "SURE", replace(SURE, bare=0.95, doers=frozenset({"AGREE"})))
    assert types(coded("The text was zorbled.", ("zorbled", "AGREE", 0.96, []))) == ["AGREE"]
    assert not coded("The text was zorbled.", ("zorbled", "AGREE", 0.94, [])).claims
    assert not coded("The text was zorbled by Turkey.", ("zorbled", "AGREE", 0.94, [("Turkey", "recipient", 0.9)])).claims


def test_who_may_have_a_part_counts_and_who_surely_has_it_is_told(coded: Code, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "SURE", replace(SURE, single=0.95, part=0.5, role=0.8))
    parts = [("Turkey", "actor", 0.9), ("Syria", "recipient", 0.6)]
    assert roles_of(coded("Turkey zorbled Syria.", ("zorbled", "ASSAULT", 0.9, parts))) == {"actor": ["Turkey"]}
    assert not coded("Turkey zorbled Syria.", ("zorbled", "ASSAULT", 0.9, parts[1:])).claims


def test_a_relation_has_two_ends(coded: Code) -> None:
    text = "Turkey zorbled Syria."
    assert not coded(text, ("zorbled", "backs", 0.9, [("Turkey", "subject", 0.9)])).claims
    assert not coded(text, ("zorbled", "backs", 0.9, [("Turkey", "subject", 0.9), ("Syria", "subject", 0.9)])).claims
    assert types(coded(text, ("zorbled", "fights", 0.9, [("Turkey", "subject", 0.9), ("Syria", "subject", 0.9)]))) == ["fights"]
    ends = [("Turkey", "subject", 0.9), ("Syria", "object", 0.9)]
    assert types(coded(text, ("zorbled", "backs", 0.9, ends))) == ["backs"]


def test_parts_of_one_word_make_one_claim(coded: Code) -> None:
    text = "Turkey test-fired a ballistic missile."
    told = [(w, "MOBILIZE", 0.9, [("Turkey", "actor", 0.9)]) for w in ("test", "fired")]
    assert types(coded(text, *told)) == ["MOBILIZE"]


@pytest.mark.parametrize(
    ("text", "word", "kind", "parts", "kept"),
    [
        ("Turkey is a donor of aid to Syria.", "donor", "AID", {"Turkey": "actor", "Syria": "recipient"}, ["aid"]),
        ("Turkey asserted that Syria was responsible.", "asserted", "ACCUSE", {"Turkey": "actor", "Syria": "recipient"}, ["responsible"]),
        ("Turkey zorbled Niger and bombed Syria.", "zorbled", "ASSAULT", {"Turkey": "actor", "Niger": "recipient"}, ["zorbled", "bombed"]),
    ],
)
def test_an_event_is_told_once_beside_the_noun_or_clause_that_tells_it(
    coded: Code, text: str, word: str, kind: str, parts: dict[str, str], kept: list[str]
) -> None:
    who = [(name, role, 0.9) for name, role in parts.items()]
    found = coded(text, (word, kind, 1.0, who), (kept[-1], kind, 0.5, who)).claims
    assert [text[c.trigger[0].start : c.trigger[0].end] for c in found if c.type == kind] == kept


def test_a_user_s_own_frame_is_not_contradicted(coded: Code, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "type: ASSAULT\nframes:\n  outflank:\n    verbs: [outflank]\n    roles: {actor: subject, recipient: object}\n"
        "    example: The rebels outflanked a convoy.\n"
    )
    doubted = ("Syria", "AID", 0.05, [])
    assert types(coded("Turkey outflanked Syria.", doubted, lexicon=coding.load_lexicon(tmp_path))) == ["ASSAULT"]


OURS_ASKS_MORE = "Turkey cut ties with Syria."


@pytest.mark.parametrize("heads", [True, False])
def test_a_user_s_own_frame_comes_before_ours_that_asks_for_more(coded: Code, tmp_path: Path, *, heads: bool) -> None:
    (tmp_path / "mine.yaml").write_text(
        "type: PROTEST\nframes:\n  cut:\n    verbs: [cut]\n    roles: {actor: subject}\n    example: The workers cut the power.\n"
    )
    told = [("cut", "SANCTION", 0.99, [])] if heads else []
    found = coded(OURS_ASKS_MORE, *told, lexicon=coding.load_lexicon(tmp_path)).claims
    assert [c.rule for c in found if c.trigger[0].start == OURS_ASKS_MORE.index("cut")] == ["mine.yaml#cut"]


def test_a_user_s_own_frame_of_type_none_silences_ours_that_asks_for_more(coded: Code, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("frames:\n  no-cut:\n    type: none\n    verbs: [cut]\n")
    found = coded(OURS_ASKS_MORE, lexicon=coding.load_lexicon(tmp_path)).claims
    assert all(c.trigger[0].start != OURS_ASKS_MORE.index("cut") for c in found)


def test_a_relation_that_a_frame_tells_is_not_told_again(coded: Code) -> None:
    text = "Turkey is allied with Syria, its partner."
    again = ("partner", "allied_with", 0.99, [("Turkey", "subject", 0.9), ("Syria", "subject", 0.9)])
    told = [c for c in coded(text, again).claims if c.type == "allied_with"]
    assert len(told) == 1


@pytest.mark.parametrize(
    ("text", "word", "kind", "polarity"),
    [
        ("Turkey will not attend the ceremony in Syria.", "attend", "REJECT", "positive"),
        ("Turkey did not approve of the raid by Syria.", "approve", "ACCUSE", "positive"),
        ("Turkey did not criticize Syria.", "criticize", "ACCUSE", "negative"),
        ("Turkey would not prevent Syria from talking.", "prevent", "REJECT", "negative"),
        ("Turkey did not zorble Syria.", "zorble", "ASSAULT", "negative"),
    ],
)
def test_words_of_denial_that_make_a_claim_do_not_deny_it(coded: Code, text: str, word: str, kind: str, polarity: str) -> None:
    found = coded(text, (word, kind, 0.9, [("Turkey", "actor", 0.9), ("Syria", "recipient", 0.8)]))
    assert {c.polarity for c in found.claims if c.type == kind} == {polarity}


@pytest.mark.parametrize(
    ("text", "word", "sure"),
    [
        ("Syria should zorble the prisoners.", "zorble", ("certain", "present")),
        ("Turkey said that Syria must zorble the prisoners.", "zorble", ("certain", "past")),
        ("Syria would zorble the prisoners.", "zorble", ("hypothetical", "future")),
        ("Syria should zorble the prisoners if it can.", "zorble", ("hypothetical", "future")),
    ],
)
def test_words_of_duty_ask_for_something_now(coded: Code, text: str, word: str, sure: tuple[str, str]) -> None:
    found = coded(text, (word, "REQUEST", 0.9, [("Syria", "recipient", 0.9)]))
    assert {(c.certainty, c.tense) for c in found.claims if c.rule.startswith("learned")} == {sure}


@pytest.mark.parametrize(
    ("text", "word", "actor", "voiced"),
    [
        ("Turkey said that Syria was a gloomp.", "gloomp", ["Turkey"], False),
        ("Turkey said that Syria was gloompy.", "gloompy", ["Turkey"], False),
        ("Turkey said that Oman gloomped Syria.", "gloomped", None, True),
        ("Turkey said that the gloomp angered Syria.", "gloomp", None, True),
        ("Turkey said that Syria was criticized.", "criticized", None, True),
        ("Syria was a gloomp.", "gloomp", None, False),
    ],
)
def test_who_judges_by_what_he_says_is_the_actor(coded: Code, text: str, word: str, actor: list[str] | None, voiced: bool) -> None:
    found = coded(text, (word, "ACCUSE", 0.9, [("Syria", "recipient", 0.9)]))
    (n,) = (n for n, c in enumerate(found.claims) if c.type == "ACCUSE")
    assert roles_of(found, n).get("actor") == actor
    assert bool(found.claims[n].voice) == voiced


def test_who_says_what_has_to_be_done_asks_those_who_have_to(coded: Code) -> None:
    found = coded("Turkey said that Syria should zorble.", ("zorble", "REQUEST", 0.9, [("Syria", "actor", 0.9)]))
    (n,) = (n for n, c in enumerate(found.claims) if c.rule.startswith("learned"))
    assert roles_of(found, n) == {"actor": ["Turkey"], "recipient": ["Syria"]}
    assert found.claims[n].voice == ()


def test_by_whom_something_is_done_suffers_nothing(coded: Code) -> None:
    found = coded(
        "Chad was subject to zorbling by Oman.", ("subject", "ACCUSE", 0.9, [("Chad", "recipient", 0.9), ("Oman", "recipient", 0.9)])
    )
    assert ["Chad"] in [roles_of(found, n).get("recipient") for n in range(len(found.claims))]


def test_a_person_is_neither_led_nor_belonged_to(coded: Code) -> None:
    def led(text: str, whom: str) -> bool:
        found = coded(text, ("outvoted", "leads", 0.9, [("Lee", "subject", 0.9), (whom, "object", 0.9)]))
        return "leads" in types(found)

    assert led("Ann Lee outvoted Hamas in the polls.", "Hamas")
    assert not led("Ann Lee outvoted Omar Said in the polls.", "Said")


def test_a_noun_that_says_of_what_another_is_tells_nothing_more(coded: Code) -> None:
    sides = [("Turkey", "actor", 0.9), ("Syria", "actor", 0.9)]
    text = "There was an exchange of zorbles between Turkey and Syria."
    assert types(coded(text, ("exchange", "ASSAULT", 0.9, sides), ("zorbles", "ASSAULT", 0.9, sides))) == ["ASSAULT"]


def test_who_stands_outside_the_phrase_of_a_noun_of_friends_is_none_of_them(coded: Code) -> None:
    mark = ("supporters", "backs", 0.99, [("Turkey", "subject", 0.9), ("Syria", "object", 0.9)])
    assert "backs" not in types(coded("Turkey arrested Syria supporters.", mark))
    told = coded("Turkey and Iran are Syria supporters.", mark)
    assert "backs" in types(told)


def test_a_frame_of_type_none_silences_relations_of_the_heads_too(coded: Code) -> None:
    parts = [("Turkey", "subject", 0.9), ("Syria", "object", 0.9)]
    assert "leads" in types(coded("Turkey outdoes Syria.", ("outdoes", "leads", 0.99, parts)))
    assert "leads" not in types(coded("Turkey leads Syria by ten points.", ("leads", "leads", 0.99, parts)))
