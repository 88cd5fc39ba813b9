"""Whether a Doc has what coding needs, for pipelines other than ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dragoman.errors import LanguageError

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NEEDED: Final = {
    "SENT_START": "sentence starts",
    "POS": "universal parts of speech",
    "MORPH": "morphological features",
    "LEMMA": "lemmas",
    "DEP": "dependency relations",
    "HEAD": "heads",
}
_FOREIGN: Final = frozenset({"dobj", "pobj", "nsubjpass"})


def require(doc: Doc) -> Doc:
    """Return ``doc`` where it carries Universal Dependencies annotation.

    Raises:
        LanguageError: annotations are missing, all of them named, or the relations are of another scheme.
    """
    if not len(doc):
        return doc
    missing = [name for attr, name in _NEEDED.items() if not doc.has_annotation(attr)]
    if missing:
        raise LanguageError(
            f"Doc of {len(doc)} tokens: no {', '.join(missing)}; read it with dragoman.language.load(), or add the components that set them"
        )
    if doc.has_annotation("DEP") and _foreign(doc):
        raise LanguageError(
            "Doc: its dependency relations are not Universal Dependencies (they have dobj or pobj); "
            "use a pipeline trained on a UD treebank, or dragoman.language.load()"
        )
    return doc


def _foreign(doc: Doc) -> bool:
    """Whether relations of ClearNLP's scheme, which spaCy's own English models use, are among the Doc's."""
    strings = doc.vocab.strings
    return not _FOREIGN.isdisjoint(strings[n] for n in set(doc.to_array("DEP").tolist()))
