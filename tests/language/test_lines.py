"""Where the layout says that sentences start."""

import re
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.lines import starts
from dragoman.language.pieces import gap_of

CASES = yaml.safe_load((Path(__file__).parent / "lines.yaml").read_text(encoding="utf-8"))


def known(text: str) -> list[str]:
    words = list(re.finditer(r"\S+", text))
    gaps = [gap_of(text[before : word.start()]) for before, word in zip([0, *(w.end() for w in words)], words, strict=False)]
    told = starts(text, [word.start() for word in words], gaps)
    return [word.group() for word, start in zip(words, told.tolist(), strict=True) if start == 1]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40].replace("\n", "|"))
def test_a_sentence_starts_where_the_layout_says_so(case: dict[str, object]) -> None:
    assert known(str(case["text"])) == case["starts"]


@given(st.text(alphabet="AZaz0 ,.-–—()/'\n•", max_size=200))
def test_any_text_has_its_first_word_as_a_start(text: str) -> None:
    assert known(text)[:1] == text.split()[:1]


@pytest.mark.parametrize("part", ["AAA, ", "A-", "A.A,A ", "(A", "Aa, A ", "A\n", "- A\n", "•\n"])
def test_hostile_layout_is_read_in_time(part: str) -> None:
    began = time.process_time()
    known(part * 20_000)
    assert time.process_time() - began < 5
