"""What a wording of times needs: a filter that never hides a match."""

import re
from pathlib import Path

import pytest

from dragoman.coding.times.grammar import fitting, grammar
from dragoman.coding.times.needs import first_words, needs_of

MEMBERS = {"unit": ["day", "week"], "of": ["early in", "late in"], "mixed": ["noon", "24/7"]}
EXAMPLES = Path(__file__).parents[3] / "examples"
WORDS = re.compile(r"[a-z]+")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("the {unit}", [{"the"}, {"day", "week"}]),
        ("(?:the )?{unit}", [{"day", "week"}]),
        ("{unit}?", []),
        ("years? ago", [{"ago"}]),
        ("(?:last|this) {unit:u}", [{"last", "this"}, {"day", "week"}]),
        ("(?P<u>week|month)(?! old)", [{"week", "month"}]),
        (r"(?:\d+|few) {unit}", [{"day", "week"}]),
        ("{of} the night", [{"early", "late"}, {"the"}, {"night"}]),
        ("{mixed}", []),
        ("today|tomorrow", []),
        ("(?:(?:very )?early|late) May", [{"early", "late"}, {"may"}]),
    ],
)
def test_needs(pattern: str, expected: list[set[str]]) -> None:
    assert [set(need) for need in needs_of(pattern, MEMBERS)] == expected


def test_a_class_without_letters_in_one_member_needs_no_word() -> None:
    assert first_words(["mid-May", "24/7"]) == frozenset()


def test_no_rule_that_matches_is_left_out() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.*"))]
    assert texts
    tried = hidden = 0
    for text in texts:
        for word in re.finditer(r"\b\w+", text):
            among = fitting().among(WORDS.findall(text[word.start() : word.start() + 160].lower()))
            tried += len(among)
            hidden += sum(rule.regex.match(text, word.start()) is not None for rule in grammar().rules if rule not in among)
    assert tried
    assert hidden == 0
