"""The words that report: what a user adds, and what is wrong with what he adds."""

from __future__ import annotations

from pathlib import Path

import pytest

from conllu import doc_of
from dragoman.coding.lexicon import load as load_lexicon
from dragoman.coding.lexicon.cues import load_cues
from dragoman.coding.statements import find_statements
from dragoman.errors import LexiconError

VERB = """
1 Norway Norway PROPN NNP _ 2 nsubj _ _
2 communiqued communique VERB VBD _ 0 root _ _
3 that that SCONJ IN _ 5 mark _ _
4 rebels rebel NOUN NNS _ 5 nsubj _ _
5 fled flee VERB VBD _ 2 ccomp _ _
"""


def user(folder: Path, text: str) -> Path:
    (folder / "cues.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_verb_that_a_user_adds_reports(tmp_path: Path) -> None:
    cues = load_cues(user(tmp_path, "verbs:\n  - kind: says\n    takes: [clause]\n    words: [communique]\n"))
    doc = doc_of(VERB)
    assert find_statements(doc) == ()
    [statement] = find_statements(doc, lexicon=cues)
    assert [doc[t].text for t in (*statement.source, *statement.cue)] == ["Norway", "communiqued"]


def test_the_shipped_words_stay_beside_a_users(tmp_path: Path) -> None:
    cues = load_cues(user(tmp_path, "adverbs: [purportively]\n"))
    assert "purportively" in cues.adverbs
    assert "reportedly" in cues.adverbs


def test_all_faults_are_reported_together_with_file_and_line(tmp_path: Path) -> None:
    text = "verbs:\n  - kind: sais\n    words: [utter]\n  - kind: says\n    takes: [claws]\n    words: [utter]\n"
    with pytest.raises(LexiconError) as caught:
        load_cues(user(tmp_path, text))
    message = str(caught.value)
    assert "unknown kind 'sais'" in message
    assert "did you mean says" in message
    assert "unknown content 'claws'" in message
    assert "cues.yaml:2" in message


def test_a_kind_outside_the_model_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="kind mumbles: unknown certainty 'sure'"):
        load_cues(user(tmp_path, "kinds:\n  mumbles: {certainty: sure}\n"))


def test_every_kind_of_cue_has_a_word() -> None:
    cues = load_cues()
    used = {w.kind.name for words in cues.verbs.values() for w in words}
    used |= {w.kind.name for w in (*cues.nouns.values(), *cues.adjectives.values())}
    assert set(cues.kinds) == used


def test_a_folder_over_the_lexicon_brings_its_cues_and_their_faults(tmp_path: Path) -> None:
    folder = user(tmp_path, "verbs:\n  - kind: says\n    takes: [clause]\n    words: [communique]\n")
    assert "communique" in load_lexicon(folder).cues.verbs
    user(tmp_path, "verbs:\n  - kind: sais\n    takes: [clause]\n    words: [communique]\n")
    with pytest.raises(LexiconError, match="unknown kind 'sais'"):
        load_lexicon(folder)


def test_a_list_that_there_is_not_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"cues.yaml:2: unknown key 'adverb'; did you mean adverbs"):
        load_cues(user(tmp_path, "askers: [anchor]\nadverb: [purportively]\n"))
