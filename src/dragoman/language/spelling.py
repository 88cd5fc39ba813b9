"""What a language's file ``words.toml`` says of written words."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.language.regions import Regions


@dataclass(frozen=True, slots=True)
class Spelling:
    """What ``words.toml`` says about written words."""

    abbreviations: frozenset[str]
    doubtful: frozenset[str]
    closing: frozenset[str]
    closing_before_names: frozenset[str]
    joined_prefixes: frozenset[str]
    split_words: dict[str, int]
    whole_words: frozenset[str]
    units: frozenset[str]
    currencies: tuple[str, ...]
    domains: frozenset[str]
    before_numbers: frozenset[str]
    regions: Regions
    remembered: dict[tuple[str, str], tuple[tuple[int, int], ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def load(cls, path: Path) -> "Spelling":
        """Reads ``words.toml``."""
        raw = {name: text.split() for name, text in tomllib.loads(path.read_text(encoding="utf-8")).items()}
        return cls(
            abbreviations=frozenset(raw["abbreviations"]),
            doubtful=frozenset(raw["doubtful"]),
            closing=frozenset(raw["closing"]),
            closing_before_names=frozenset(raw["closing_before_names"]),
            joined_prefixes=frozenset(raw["joined_prefixes"]),
            split_words={w.replace("|", ""): w.index("|") for w in raw["split_words"]},
            whole_words=frozenset(raw["whole_words"]),
            units=frozenset(raw["units"]),
            currencies=tuple(sorted(raw["currencies"], key=len, reverse=True)),
            domains=frozenset(raw["domains"]),
            before_numbers=frozenset(raw["before_numbers"]),
            regions=Regions.of(raw["regions"], raw["no_towns"]),
        )
