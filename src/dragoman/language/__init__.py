"""Report → spaCy ``Doc`` with Universal Dependencies and entities; the only door to onnxruntime.

``load()`` gives an ordinary spaCy pipeline that reads with our own model; ``require(doc)`` tells a foreign pipeline's
Doc from one that coding can work on.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.language.check import require
from dragoman.language.examples import Example, example

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Example", "example", "load", "require"]


def load(*, path: Path | str | None = None, threads: int | None = None, providers: Sequence[str] = ("CPUExecutionProvider",)) -> Language:
    """Return our reading model as a spaCy pipeline.

    ``nlp(text)`` reads raw text; ``nlp(doc)`` keeps the words of a Doc, and its sentences where they are set.

    Args:
        path: folder of another model; the environment variable ``DRAGOMAN_MODEL`` names one too, else the shipped
            one is used.
        threads: cores to compute on; all that this process may use where it is not given.
        providers: onnxruntime's execution providers, in order of preference; with onnxruntime-gpu installed,
            ``("CUDAExecutionProvider", "CPUExecutionProvider")`` computes on an NVIDIA GPU.

    Raises:
        LanguageError: the model is not there or cannot be opened, or the provider is not there.

    Example:
        >>> nlp = load(threads=1)
        >>> [(word.text, word.dep_) for word in nlp("Talks began.")]
        [('Talks', 'nsubj'), ('began', 'root'), ('.', 'punct')]

    Source:
        One encoder over windows of sentences, with deep biaffine arcs (Dozat and Manning 2017).
    """
    from dragoman.language.light import quick_start

    with quick_start():
        from dragoman.language import pipeline

        return pipeline.load(path=path, threads=threads, providers=providers)
