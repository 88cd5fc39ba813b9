"""Raw text into words."""

import dataclasses
import itertools
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.spelling import Spelling
from dragoman.language.splitting import split

HERE = Path(__file__).parent
SPELLING = Spelling.load(HERE.parent.parent / "src" / "dragoman" / "language" / "en" / "words.toml")
CASES = yaml.safe_load((HERE / "splitting.yaml").read_text(encoding="utf-8"))


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in split(text, SPELLING)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_text_is_split_as_the_treebanks_split_it(case: dict[str, str]) -> None:
    assert " ".join(words(case["text"])) == case["words"]


def test_blanks_inside_a_number_are_part_of_it() -> None:
    assert words("Some 20\u00a0000 of 1\u202f234\u202f567,5; in 2011\u00a0300") == [
        *("Some", "20\u00a0000", "of", "1\u202f234\u202f567,5", ";", "in", "2011", "300")
    ]


@given(st.text(max_size=120))
def test_words_cover_all_that_is_not_white_space(text: str) -> None:
    assert "".join("".join(words(text)).split()) == "".join(text.split())


@given(st.text(alphabet="aB1.,-'’\"/$% \n(é\u0301\u00ad\u00a0…—n", max_size=60))
def test_offsets_rise_and_never_overlap(text: str) -> None:
    cuts = split(text, SPELLING)
    assert all(a < b for a, b in cuts)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(cuts))


def test_an_endless_run_of_marks_is_split_in_time() -> None:
    assert len(words("?" * 5000)) < 5000


@given(
    st.lists(st.sampled_from(["No.", "5", "p.m.", "U.S.", "Army", "etc.", "Jan.", "the", "\n", "a.m.),", "Mr.Khan", "don't"]), max_size=12)
)
def test_a_text_is_split_the_same_whatever_was_split_before(parts: list[str]) -> None:
    text = " ".join(parts)
    assert split(text, SPELLING) == split(text, dataclasses.replace(SPELLING, remembered={}))
