"""Marks of the tagger into names."""

from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.alike import alike
from dragoman.language.names import Tags, tidy
from dragoman.language.reading import entities

MARKS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-GPE", "I-GPE", "B-NORP", "I-NORP", "B-LOC", "I-LOC")
CASES = yaml.safe_load((Path(__file__).parent / "names.yaml").read_text(encoding="utf-8"))


def names(words: list[str], marks: list[int]) -> list[str]:
    found: list[str] = []
    for word, mark in zip(words, marks, strict=True):
        if MARKS[mark].startswith("B-"):
            found.append(f"{word}/{MARKS[mark][2:]}")
        elif mark:
            before, kind = found[-1].rsplit("/", 1)
            assert kind == MARKS[mark][2:]
            found[-1] = f"{before} {word}/{kind}"
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["words"].replace("/", ".")[:50])
def test_names_are_whole_and_hold_a_proper_noun(case: dict[str, object]) -> None:
    rows = [cell.rsplit("/", 2) for cell in str(case["words"]).split(" ")]
    marks = np.asarray([MARKS.index(mark) for _, _, mark in rows])
    forms, upos = [row[0] for row in rows], [row[1] for row in rows]
    part_of = [-1] * len(rows)
    for part, head in dict(case.get("parts", {})).items():  # type: ignore[call-overload]
        part_of[forms.index(part)] = forms.index(head)
    tags = Tags(
        forms,
        upos,
        [form[:1].isupper() for form in forms],
        part_of,
        hyphens={i for i, form in enumerate(forms) if form == "-"},
        opens={i for i, form in enumerate(forms) if form == case.get("line")},
        articles={i for i, form in enumerate(forms) if form == "The" and i},
    )
    assert names(forms, tidy(marks, tags, MARKS).tolist()) == case["names"]


@given(st.lists(st.tuples(st.sampled_from(["PROPN", "ADP", "DET", "NOUN"]), st.integers(0, 8)), max_size=12))
def test_what_comes_out_has_no_inside_without_a_beginning(words: list[tuple[str, int]]) -> None:
    marks = [mark for _, mark in words]
    for i, mark in enumerate(marks):
        if mark and mark % 2 == 0 and (i == 0 or marks[i - 1] not in (mark, mark - 1)):
            marks[i] = mark - 1
    n = len(words)
    upos = [pos for pos, _ in words]
    tags = Tags(["Oriel"] * n, upos, [pos == "PROPN" for pos in upos], [(i + 1) % n for i in range(n)])
    tidied = tidy(np.asarray(marks, dtype=np.int64), tags, MARKS).tolist()
    names([str(i) for i in range(len(words))], tidied)
    assert all(mark or pos == "PROPN" for mark, after, (pos, _) in zip(marks, tidied, words, strict=True) if after)


@pytest.mark.parametrize(
    ("kind", "over", "kept"),
    [
        ("ORG", (1.0, 1.0), False),
        ("GPE", (1.9, 1.9), False),
        ("GPE", (0.5, 4.0), True),
        ("LOC", (2.5, 3.0), False),
        ("LOC", (2.5, 4.0), True),
        ("PERSON", (0.1, 1.1), False),
        ("PERSON", (0.9, 1.2), True),
        ("NORP", (1, 1), True),
    ],
)
def test_no_name_in_doubt_is_one(kind: str, over: tuple[float, float], kept: bool) -> None:
    logits = np.full((3, len(MARKS)), -9.0, dtype=np.float32)
    logits[:, 0] = 0
    begin = MARKS.index(f"B-{kind}")
    logits[0, begin], logits[1, begin + 1] = over
    found = entities(logits, np.asarray([True, False, False]), MARKS)
    alike(found, logits, ["Blue", "Fort", "fell"], MARKS)
    assert found.tolist() == ([begin, begin + 1, 0] if kept else [0, 0, 0])


def test_one_name_has_one_type_in_a_text() -> None:
    person, place = MARKS.index("B-PERSON"), MARKS.index("B-GPE")
    logits = np.full((5, len(MARKS)), -9.0, dtype=np.float32)
    logits[:, 0] = 0
    logits[0, [person, place]] = 4.0, 3.0
    logits[2, [person, place]] = 1.0, 6.0
    logits[4, [person, place]] = 5.0, 1.0
    found = np.asarray([person, 0, place, 0, person])
    alike(found, logits, ["Chelan", "and", "CHELAN", "saw", "Oriel"], MARKS)
    assert found.tolist() == [place, 0, place, 0, person]


def read_alike(text: str, marked: dict[str, tuple[str, float]]) -> list[str]:
    """The names of a text whose words the tagger favours as told over no name, and over other types."""
    forms = text.split()
    logits = np.full((len(forms), len(MARKS)), -1.0, dtype=np.float32)
    logits[:, 0] = 0
    for i, form in enumerate(forms):
        if form in marked:
            kind, over = marked[form]
            goes_on = i > 0 and marked.get(forms[i - 1], ("", 0.0))[0] == kind
            logits[i, MARKS.index(f"{'I' if goes_on else 'B'}-{kind}")] = over
    found = entities(logits, np.zeros(len(forms), dtype=bool), MARKS)
    alike(found, logits, forms, MARKS)
    return names(forms, found.tolist())


LEAGUE = {"Blue": ("ORG", 5.0), "River": ("ORG", 5.0), "League": ("ORG", 5.0)}


def test_the_initials_that_a_text_gives_a_name_are_that_name() -> None:
    told = read_alike("the Blue River League ( BRL ) lost , and Oriel left BRL", {**LEAGUE, "BRL": ("GPE", 3.0), "Oriel": ("PERSON", 5.0)})
    assert told == ["Blue River League/ORG", "BRL/ORG", "Oriel/PERSON", "BRL/ORG"]


def test_initials_that_the_tagger_did_not_mark_are_names_too() -> None:
    assert read_alike("BRL and the Blue River League ( BRL )", LEAGUE) == ["BRL/ORG", "Blue River League/ORG", "BRL/ORG"]


@pytest.mark.parametrize(("person", "kind"), [(9.0, "PERSON"), (5.5, "ORG")])
def test_initials_in_brackets_are_seldom_a_persons(person: float, kind: str) -> None:
    logits = np.full((6, len(MARKS)), -9.0, dtype=np.float32)
    logits[:, 0] = 0
    for i in range(3):
        for name, says in (("PERSON", person), ("ORG", 5.0)):
            logits[i, MARKS.index(f"{'I' if i else 'B'}-{name}")] = says
    forms = ["Liga", "Verde", "Nova", "(", "LVN", ")"]
    found = entities(logits, np.zeros(6, dtype=bool), MARKS)
    alike(found, logits, forms, MARKS)
    assert names(forms, found.tolist()) == [f"Liga Verde Nova/{kind}", f"LVN/{kind}"]


@pytest.mark.parametrize(
    "text", ["the Blue River League ( KPT ) lost KPT", "the Blue River League ( Oslo ) lost", "the Blue River League , BRL , lost"]
)
def test_what_is_no_initials_of_a_name_is_not_that_name(text: str) -> None:
    assert read_alike(text, LEAGUE) == ["Blue River League/ORG"]
