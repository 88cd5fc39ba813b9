"""The model's card."""

import hashlib
import re
from pathlib import Path

EN = Path(__file__).parents[2] / "src" / "dragoman" / "language" / "en"


def test_the_sums_on_the_card_are_those_of_the_files() -> None:
    listed = dict(re.findall(r"^\| `([\w.]+)` \| `([0-9a-f]{64})` \|$", (EN / "MODEL_CARD.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(listed) == {"model.onnx", "arcs.npz", "labels.json", "tokenizer.json", "examples.npz"}
    assert {name: hashlib.sha256((EN / name).read_bytes()).hexdigest() for name in listed} == listed


def test_the_card_has_no_place_left_to_fill() -> None:
    assert "{{" not in (EN / "MODEL_CARD.md").read_text(encoding="utf-8")
