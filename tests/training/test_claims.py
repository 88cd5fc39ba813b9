"""Claims marked in a text become targets of its words."""

import json
from pathlib import Path

import pytest
from spacy.language import Language

pytest.importorskip("torch", reason="torch is not installed; training needs it, the package does not")
pytest.importorskip("safetensors", reason="safetensors is not installed; training needs it")

from training.conllu import Document

TEXT = "Rebels shelled the port on Monday.\nThe army said it would strike back, a spokesman told reporters."


@pytest.fixture(scope="module")
def document(nlp: Language) -> Document:
    from training.claims import Mark, Marks, documents

    shelled = Mark("ASSAULT", (7, 14), (("actor", (0, 6)), ("recipient", (15, 23))))
    found = documents({"r": Marks((shelled,), (("GPE", (19, 23)),))}, "marked", {"r": TEXT}, nlp)
    return next(iter(found))


def test_a_mark_becomes_word_numbers(document: Document) -> None:
    first = document.sentences[0]
    (claim,) = first.claims
    assert first.words[claim.trigger].form == "shelled"
    assert [(first.words[i].form, role) for i, role in claim.roles] == [("Rebels", "actor"), ("port", "recipient")]
    assert [first.words[i].form for i in claim.beside] == ["the"]
    assert first.entities[3] == "B-GPE"
    assert document.sentences[1].claims == ()


def test_documents_come_back_from_their_file(document: Document, tmp_path: Path) -> None:
    from training.claims import save, saved

    save([document], tmp_path / "d.jsonl")
    assert saved(tmp_path / "d.jsonl") == [document]


def test_targets_leave_open_what_was_not_marked(document: Document) -> None:
    from training.claims import ROLES, TYPES
    from training.labels import Labels

    from dragoman.language.pieces import Pieces
    from training import augment, windows

    en = Path(__file__).parents[2] / "src" / "dragoman" / "language" / "en"
    raw = json.loads((en / "labels.json").read_text(encoding="utf-8"))
    labels = Labels(**{k: raw[k] for k in Labels.__dataclass_fields__})
    batch = windows.Maker(Pieces.load(en / "tokenizer.json"), labels).batch([augment.plain(document)])
    assert int(batch.claim[0, 1, TYPES.index("ASSAULT")]) == 1
    assert int((batch.claim == 1).sum()) == 1
    assert set(batch.xpos.flatten().tolist()) == {windows.NONE}
    roles = {(int(w), ROLES[int(r)]) for _, _, _, w, r in batch.pairs}
    assert {(0, "actor"), (3, "recipient"), (5, "none")} <= roles
    assert 2 not in {w for w, _ in roles}, "a mention's other words are left open"
