"""Whether a text is written in English; it is refused only where it plainly is not."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from dragoman.errors import LanguageRefused
from dragoman.intake.wording import wording

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 6000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FEWEST_WORDS = 9  # fewer say too little to refuse a text written in Latin letters
_ENGLISH_ENOUGH = 0.15
_HARDLY_ENGLISH = 0.08
_HARDLY_LIKELY = 0.02  # the probability that it is English, below which a text without English function words is refused
_UNLIKELY = 0.002  # and one with a few of them


def refuse_other_languages(text: str, *, where: str) -> None:
    """Return where a text may be English.

    A text most of whose letters are not Latin is certainly not. For the rest the share of English function words decides, and
    where it is small the language identifier (py3langid, on the text in small letters) must be sure that it is not English.

    Raises:
        LanguageRefused: it is not; the error names the language.
    """
    sample = text[:_SAMPLE]
    script = "Latin" if sample.isascii() else _script(sample)
    if script != "Latin":
        language, _ = _identify(sample)
        name = wording().languages.get(language, language)
        raise _refusal(where, name if language != "en" else f"{script} letters")
    words = _telling_words(sample)
    share = _english_share(words)
    if len(words) < _FEWEST_WORDS or share >= _ENGLISH_ENOUGH:
        return
    language, english = _identify(sample)
    if language != "en" and english < (_HARDLY_LIKELY if share < _HARDLY_ENGLISH else _UNLIKELY):
        raise _refusal(where, wording().languages.get(language, language))


def _refusal(where: str, name: str) -> LanguageRefused:
    return LanguageRefused(where, f"this report is written in {name}; Dragoman reads English", "give its translation")


def _telling_words(text: str) -> list[str]:
    """Return the words that tell a language, in small letters: names, known by their capital, do not."""
    words = _WORD.findall(text)
    small = [word for word in words if not word[0].isupper()]
    shouted = sum(len(word) > 1 and word.isupper() for word in words) > len(words) / 2
    return [word.lower() for word in (words if shouted else small)]


def _english_share(words: list[str]) -> float:
    known = wording().english
    return sum(word in known for word in words) / max(1, len(words))


def _script(text: str) -> str:
    """Return the name of the script that most letters belong to, as Unicode's character names say it."""
    scripts = Counter(unicodedata.name(letter, "?").split()[0] for letter in text if letter.isalpha())
    if not scripts:
        return "Latin"
    (name, _), *_ = scripts.most_common(1)
    return name.capitalize()


def _identify(text: str) -> tuple[str, float]:
    """Return the ISO 639 code of a text's likeliest language, and the probability of English."""
    ranked = _identifier().rank(text.lower())
    return str(ranked[0][0]), float(dict(ranked)["en"])


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid import langid  # half a second to load, and English seldom needs it

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
