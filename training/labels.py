"""The classes of each head, counted from the treebanks."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from dragoman.language import lemmas
from training.conllu import Document, Word
from training.entities import TYPES

_FEWEST_SCRIPTS = 3
_FEWEST_MORPHS = 2


@dataclass(frozen=True, slots=True)
class Labels:
    """Class names by head, in the order of the head's outputs, and lemmas that no rule gives."""

    morph: tuple[str, ...]
    xpos: tuple[str, ...]
    lemma: tuple[str, ...]
    entity: tuple[str, ...]
    deprel: tuple[str, ...]
    exceptions: dict[str, str]

    def save(self, path: Path) -> None:
        """Writes JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=0), encoding="utf-8")


def count(documents: Iterable[Document]) -> Labels:
    """Counts the classes of parsed documents."""
    words = [w for d in documents for s in d.sentences if s.parsed for w in s.words]
    morphs = Counter(morph_of(w) for w in words)
    scripts = Counter(lemmas.edit(w.form, w.lemma) for w in words if w.lemma != "_")
    entity = ["O"] + [f"{mark}-{kind}" for kind in TYPES for mark in "BI"]
    return Labels(
        morph=_kept(morphs, _FEWEST_MORPHS),
        xpos=_kept(Counter(w.xpos for w in words), 1),
        lemma=_kept(scripts, _FEWEST_SCRIPTS),
        entity=tuple(entity),
        deprel=_kept(Counter(w.deprel for w in words), 1),
        exceptions=_exceptions(words, scripts),
    )


def morph_of(word: Word) -> str:
    """UPOS and FEATS as one class."""
    return f"{word.upos}|{'' if word.feats == '_' else word.feats}"


def _kept(counter: Counter[str], fewest: int) -> tuple[str, ...]:
    return tuple(name for name, n in sorted(counter.items(), key=lambda x: (-x[1], x[0])) if n >= fewest)


def _exceptions(words: list[Word], scripts: Counter[str]) -> dict[str, str]:
    """Lemmas by ``form TAB xpos`` where the treebanks agree and the edit is too rare to be learned."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for word in words:
        if word.lemma != "_":
            seen[f"{word.form.lower()}\t{word.xpos}"][word.lemma] += 1
    rare = {}
    for key, found in seen.items():
        lemma, n = found.most_common(1)[0]
        script = lemmas.edit(key.split("\t")[0], lemma)
        if n == found.total() and scripts[script] < 40 and not (n == 1 and scripts[script] < _FEWEST_SCRIPTS and lemma != lemma.lower()):
            rare[key] = lemma
    return dict(sorted(rare.items()))
