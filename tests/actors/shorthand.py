"""Sentences written short: ``word UPOS head relation``, a plus for plural, ``lemma=`` and ``ner=`` where needed."""

from __future__ import annotations

from spacy.tokens import Doc

from conllu import doc_of

_TAGS = {"NOUN": ("NN", "NNS"), "PROPN": ("NNP", "NNPS"), "VERB": ("VBD", "VBD"), "ADJ": ("JJ", "JJ"), "PRON": ("PRP", "PRP")}


def doc_from(text: str) -> Doc:
    """Return the Doc of sentences in shorthand; a blank line divides them."""
    return doc_of("\n\n".join(_sentence(block) for block in text.strip().split("\n\n")))


def _sentence(block: str) -> str:
    rows = []
    for n, line in enumerate(block.strip().splitlines(), 1):
        word, pos, head, dep, *more = line.split()
        options = dict(part.split("=", 1) for part in more)
        plural = pos.endswith("+")
        pos = pos.rstrip("+")
        tag = _TAGS.get(pos, (pos, pos))[plural]
        feats = ("Number=Plur" if plural else "Number=Sing") if plural or pos in ("NOUN", "PROPN") else "_"
        misc = "|".join([f"NER={options['ner']}"] if "ner" in options else ["_"])
        rows.append("\t".join([str(n), word, options.get("lemma", word.lower()), pos, tag, feats, head, dep, "_", misc]))
    return "\n".join(rows)
