"""Vectors of the written examples' triggers, by which the package says what a claim of the heads is most like."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dragoman.language.examples import FILE
from dragoman.language.pieces import gap_of
from dragoman.language.session import Model
from training import claims
from training.conllu import Document, Sentence

MOST = 120  # of a type
_STEPS = 127
_NAME = "…"


def write(folder: Path, documents: Iterable[Document]) -> Path:
    """Writes ``examples.npz`` into a made model's folder: claims of the documents that were written for this project.

    A type's examples are taken evenly over the documents, ``MOST`` of them.
    """
    ours = {name for name, marks in claims.own(claims.HERE / "claims").items() if marks.text is not None}
    held = [document for document in documents if document.name in ours]
    every = Counter(c.type for d in held for s in d.sentences for c in s.claims or ())
    seen: Counter[str] = Counter()
    model = Model(folder, threads=1, providers=("CPUExecutionProvider",))
    rows: list[tuple[str, str, str, str]] = []
    vectors: list[npt.NDArray[np.float32]] = []
    for document in held:
        for sentence in document.sentences:
            wanted = []
            for claim in sentence.claims or ():
                before = seen[claim.type] * MOST // every[claim.type]
                seen[claim.type] += 1
                if every[claim.type] <= MOST or seen[claim.type] * MOST // every[claim.type] > before:
                    wanted.append(claim)
            if not wanted:
                continue
            forms = [w.form for w in sentence.words]
            gaps = [gap_of("\n\n"), *(gap_of(" " if w.space else "") for w in sentence.words[:-1])]
            told = model.run(model.pieces.window(forms, gaps))
            text = _without_names(sentence, [model.classes.xpos[i] for i in told.xpos.tolist()])
            for claim in wanted:
                rows.append((document.name, claim.type, text, forms[claim.trigger]))
                vectors.append(told.trigger[claim.trigger])
    found = np.stack(vectors) if vectors else np.zeros((0, 1), dtype=np.float32)
    scale = np.abs(found).max(1, keepdims=True, initial=1e-6)
    ids, types, texts, triggers = (np.asarray([row[i] for row in rows], dtype=np.str_) for i in range(4))
    path = folder / FILE
    small = np.round(found / scale * _STEPS).astype(np.int8)
    np.savez_compressed(path, vectors=small, ids=ids, types=types, texts=texts, triggers=triggers)
    return path


def _without_names(sentence: Sentence, tags: list[str]) -> str:
    """The sentence with proper names left out: its events are invented, and nobody shall be shown to have had part in them."""
    parts: list[str] = []
    for word, tag in zip(sentence.words, tags, strict=True):
        if not tag.startswith("NNP"):
            parts.append(word.form + " " * word.space)
        elif parts and parts[-1].startswith(_NAME):
            parts[-1] = _NAME + " " * word.space
        else:
            parts.append(_NAME + " " * word.space)
    return "".join(parts).strip()
