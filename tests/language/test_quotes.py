"""Where quotation marks open and close, on plain text."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from dragoman.language.quotes import numbered, paragraphs, quotations

NLP = spacy.blank("en")


def quoted(text: str) -> list[str]:
    doc: Doc = NLP(text)
    return [doc[q.first : q.last].text for q in quotations(doc)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "no deal" twice.', ['"no deal"']),
        ("He said “no deal” twice.", ["“no deal”"]),
        ("He said ''no deal'' twice.", ["''no deal''"]),
        ("He said «no deal» twice.", ["«no deal»"]),
        ("The envoys' car and the ministers' car left.", []),
        ("It's the general's idea.", []),
        ("\"They said 'no deal' again,\" she said.", ["\"They said 'no deal' again,\"", "'no deal'"]),
        ('A 6" shell fell, he said.', []),
        ('She said: "It came across as “shrill” or worse."', ['"It came across as “shrill” or worse."']),
        ("He said: “We left.“ Then he went.", ["“We left.“"]),
        ('He said: "It is over. "We won," he added.', ['"It is over.', '"We won,"']),
    ],
)
def test_marks_of_every_kind_pair(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_quotation_left_open_is_resumed_by_the_next_paragraph() -> None:
    doc = NLP('He began. "One thing is clear.\n\n"Another is not."')
    first, second = quotations(doc)
    assert (first.resumed, second.resumed) == (False, True)
    assert second.paragraph == first.paragraph + 1


def test_a_mark_that_is_never_closed_takes_no_other_paragraph_with_it() -> None:
    assert quoted('He called it a "deal and left.\n\nNobody answered.') == []


def test_a_blank_line_divides_paragraphs_and_a_break_inside_a_sentence_does_not() -> None:
    text = "Title\nA sentence that is\nbroken.\n\nAnother."
    assert [text[a:b].strip() for a, b in paragraphs(text)] == ["Title", "A sentence that is\nbroken.", "Another."]


def test_every_token_knows_the_quotation_that_it_stands_in() -> None:
    doc = NLP("''No deal,'' she said. ''We left.''")
    inside = {token.text: number for token, number in zip(doc, numbered(quotations(doc), len(doc)), strict=True)}
    assert (inside["deal"], inside["she"], inside["left"]) == (1, 0, 2)


@given(st.text(alphabet="ab \n.,\"“”'’«»", max_size=60))
def test_quotations_lie_inside_the_text_whatever_its_marks(text: str) -> None:
    doc = NLP(text)
    for q in quotations(doc):
        assert 0 <= q.first < q.last <= len(doc)
