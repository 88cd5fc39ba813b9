"""Words that the end of a line breaks."""

import itertools
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from dragoman.language import broken
from dragoman.language.pieces import plain
from dragoman.language.spelling import Spelling
from dragoman.language.splitting import split

SPELLING = Spelling.load(Path(broken.__file__).parent / "en" / "words.toml")
WORDS = ["minister", "Cairo", "negotiations", "cannot", "governments", "MINISTRY", "term", "long", "led", "war", "present"]
KNOWN = {word.lower() for word in WORDS}
BETWEEN = [" ", ", ", ". ", " “", "” ", "\n", " — ", " (", ") "]
MARKS = ["-\n", "‐\n", "\u00ad\n", "- \r\n  ", "-\n\t"]


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in split(text, SPELLING, KNOWN.__contains__)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The prime minis-\nter spoke.", ["The", "prime", "minis-\nter", "spoke", "."]),
        ("A norma-\nlisation of ties", ["A", "norma-\nlisation", "of", "ties"]),
        ("at pre-\nsent", ["at", "pre-\nsent"]),
        ("a long-\nterm truce", ["a", "long", "-", "term", "truce"]),
        ("the US-\nled talks", ["the", "US", "-", "led", "talks"]),
        ("an anti-\nsmuggler patrol", ["an", "anti", "-", "smuggler", "patrol"]),
        ("the Rome-\nCairo flight", ["the", "Rome", "-", "Cairo", "flight"]),
        ("a step-by-\nstep plan", ["a", "step", "-", "by", "-", "step", "plan"]),
        ("See news.example/minis-\nter now", ["See", "news.example", "/", "minis", "-", "ter", "now"]),
        ("ended the war -\nled by none", ["ended", "the", "war", "-", "led", "by", "none"]),
        ("the minis-\n\nter", ["the", "minis", "-", "ter"]),
        ("Mr. Zor-\nbel met Zorbel", ["Mr.", "Zor-\nbel", "met", "Zorbel"]),
        ("Mr. Zor-\nbel met Zor-bel", ["Mr.", "Zor", "-", "bel", "met", "Zor", "-", "bel"]),
        ("Mr. Zor-\nbel met him", ["Mr.", "Zor", "-", "bel", "met", "him"]),
        ("now at pre-\nsent the pre-sent", ["now", "at", "pre", "-", "sent", "the", "pre-sent"]),
        ("They can-\nnot go", ["They", "can-\n", "not", "go"]),
    ],
)
def test_what_a_line_end_breaks_is_one_word_and_a_compound_is_none(text: str, found: list[str]) -> None:
    assert words(text) == found


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(BETWEEN), st.sampled_from(MARKS), st.integers(0, 12)), max_size=8))
def test_broken_words_are_read_as_whole_ones_at_their_own_places(parts: list[tuple[str, str, str, int]]) -> None:
    whole = "".join(word + between for word, between, _, _ in parts)
    text = "".join((f"{w[:n]}{mark}{w[n:]}" if 2 <= n <= len(w) - 2 else w) + between for w, between, mark, n in parts)
    cuts = split(text, SPELLING, KNOWN.__contains__)
    assert [plain(text[a:b]) for a, b in cuts] == [whole[a:b] for a, b in split(whole, SPELLING)]


@given(st.text(alphabet="abAB.- \n\r\t\u00ad’(", max_size=60), st.booleans())
def test_offsets_rise_and_leave_out_white_space_alone(text: str, known: bool) -> None:
    cuts = split(text, SPELLING, lambda word: known)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(cuts))
    edges = [0, *itertools.chain.from_iterable(cuts), len(text)]
    assert not "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)).strip()


def test_many_breaks_are_told_in_time() -> None:
    began = time.process_time()
    text = "".join(f"nego-\ntia{'abcdefghij'[n % 10]}{'abcdefghij'[n // 10 % 10]}{'abcdefghij'[n // 100 % 10]} " for n in range(50_000))
    assert broken.breaks(text, lambda word: False, ())
    assert time.process_time() - began < 5


def test_a_broken_word_has_the_analysis_of_a_whole_one(nlp: Language) -> None:
    text = "The prime minis-\nter of Norway had talks in Cairo about the nego-\ntiations on Monday."
    doc, whole = nlp(text), nlp(text.replace("-\n", ""))
    assert doc.text == text
    told = [[(word.lemma_, word.tag_, word.dep_, word.head.i, word.ent_type_) for word in one] for one in (doc, whole)]
    assert told[0] == told[1]
    assert doc[2].idx == text.index("minis")
    assert doc[2].lemma_ == "minister"
