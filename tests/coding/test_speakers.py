"""Who says "I" and "we"."""

from __future__ import annotations

from spacy.tokens import Doc

from actors.shorthand import doc_from
from dragoman.actors import load_directory
from dragoman.actors.cast import cast
from dragoman.coding.speakers import speakers_of
from dragoman.coding.statements import RawStatement
from dragoman.coding.tree import tree_of

QUOTED = """“ PUNCT 3 punct
We PRON+ 3 nsubj
object VERB 0 root lemma=object
, PUNCT 3 punct
” PUNCT 3 punct
said VERB 3 parataxis lemma=say
Norway PROPN 6 nsubj

{mark} PUNCT 3 punct
We PRON+ 3 nsubj
regret VERB 0 root lemma=regret
it PRON 3 obj
. PUNCT 3 punct
{mark} PUNCT 3 punct"""


def _said_by(doc: Doc) -> dict[int, tuple[str, ...]]:
    found = cast(doc, load_directory())
    statement = RawStatement(source=(6,), source_span=(6, 7), cue=(5,), content=((1, 3),), manner="direct", quoted=((1, 3),))
    return speakers_of(tree_of(doc), found, (statement,))


def test_a_quotation_without_a_source_goes_on_the_one_before_it() -> None:
    doc = doc_from(QUOTED.replace("{mark}", "“", 1).replace("{mark}", "”"))
    assert _said_by(doc) == {1: ("norway",), 8: ("norway",)}


def test_outside_of_quotations_nobody_is_guessed() -> None:
    doc = doc_from(QUOTED.replace("{mark}", ";"))
    assert _said_by(doc) == {1: ("norway",)}
