"""The spaCy pipeline: our word splitting, and one component that sets everything else."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.language import docs, marks
from dragoman.language.reading import analyse
from dragoman.language.session import Model
from dragoman.language.spelling import Spelling
from dragoman.language.splitting import split

SHIPPED: Final = Path(__file__).parent / "en"
_COMPONENT: Final = "dragoman_syntax"
_ASSIGNS: Final = ["token.pos", "token.tag", "token.morph", "token.lemma", "token.dep", "token.head", "doc.sents", "doc.ents"]
_LONGEST_TEXT: Final = 100_000_000


class English(Language):
    """English without spaCy's own word lists."""

    lang = "en"


class Splitter:
    """Raw text → Doc of words, in the place of spaCy's tokenizer."""

    def __init__(self, vocab: Vocab, spelling: Spelling, known: Callable[[str], bool]) -> None:
        """``spelling`` is what ``words.toml`` says, ``known`` whether a lower-case word is a common one."""
        self.vocab = vocab
        self.spelling = spelling
        self.known = known

    def __call__(self, text: str) -> Doc:
        """The words of ``text``."""
        return docs.blank(self.vocab, text, split(text, self.spelling, self.known))

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterator[Doc]:
        """The words of each text."""
        return (self(text) for text in texts)


class Syntax:
    """Sets sentences, tags, lemmas, trees and entities of a Doc, keeping its words and given sentences."""

    model: Model

    def __init__(self) -> None:
        """Nothing is known yet of words; ``load`` gives it its model."""
        self._known: dict[int, str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, annotated."""
        words, at = docs.words_of(doc, self._known)
        analysis = analyse(self.model, words)
        if self.model.roles is not None:
            marks.keep(doc, analysis.marks, at)
        found = self.model.lemmas.of(words.forms, analysis.lemma.tolist(), analysis.xpos.tolist())
        return docs.write(doc, analysis, found, at, self.model.classes)

    def pipe(self, stream: Iterable[Doc], batch_size: int = 1000) -> Iterator[Doc]:
        """Each Doc, annotated as it would be alone."""
        return (self(doc) for doc in stream)


def _syntax(nlp: Language, name: str) -> Syntax:
    """What spaCy calls to make the component; ``load`` gives it its model."""
    return Syntax()


Language.factory(_COMPONENT, assigns=_ASSIGNS, func=_syntax)


def load(*, path: Path | str | None = None, threads: int | None = None, providers: Sequence[str] = ("CPUExecutionProvider",)) -> Language:
    """The pipeline; see ``dragoman.language.load``."""
    folder = Path(path or os.environ.get("DRAGOMAN_MODEL") or SHIPPED)
    model = Model(folder, threads=threads, providers=providers)
    nlp = English(max_length=_LONGEST_TEXT, create_tokenizer=lambda nlp: Splitter(nlp.vocab, model.spelling, model.pieces.knows))
    nlp.add_pipe(_COMPONENT).model = model
    return nlp
