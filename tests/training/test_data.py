"""Treebanks and entity annotation as training reads them; no torch is needed."""

from pathlib import Path

import pytest
from training.conllu import read
from training.entities import Names, gum, with_peoples
from training.labels import count

ROOT = Path(__file__).parents[2]
TINY = """# newdoc id = GUM_news_tiny
# newpar
1\tMary\tMary\tPROPN\tNNP\tNumber=Sing\t3\tnsubj\t_\tEntity=(1-person-giv:inact-cf1-2-coref-Mary_Doe(1-person
2\tDoe\tDoe\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\tEntity=1)1)
3\tleft\tleave\tVERB\tVBD\tTense=Past\t0\troot\t_\t_
4\tNile\tNile\tPROPN\tNNP\tNumber=Sing\t5\tcompound\t_\tEntity=(2-place-new
5\tCity\tCity\tPROPN\tNNP\tNumber=Sing\t3\tobj\t_\tSpaceAfter=No|Entity=2)
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

1-2\tWe'll\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
1\tWe\twe\tPRON\tPRP\tCase=Nom\t0\troot\t_\t_
2\t'll\twill\tAUX\tMD\tVerbForm=Fin\t1\taux\t_\t_
2.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t1:dep\t_
3\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_

"""


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.conllu"
    path.write_text(TINY, encoding="utf-8")
    return path


def test_a_treebank_is_read_with_its_white_space_and_without_empty_nodes(tiny: Path) -> None:
    [document] = read(tiny)
    assert (document.name, document.genre, len(document.sentences)) == ("GUM_news_tiny", "GUM", 2)
    assert [w.form for w in document.sentences[1].words] == ["We", "'ll", "!"]
    assert [w.space for w in document.sentences[1].words] == [False, False, True]
    assert [s.paragraph for s in document.sentences] == [True, False]


def test_named_mentions_become_entities(tiny: Path) -> None:
    names = Names(ROOT / "training" / "names")
    assert gum(read(tiny)[0], names)[0] == ("B-PERSON", "I-PERSON", "O", "B-GPE", "I-GPE", "O")


def test_peoples_are_marked_where_nothing_else_is() -> None:
    names = Names(ROOT / "training" / "names")
    assert with_peoples(["Kenyan", "Airways"], ["B-ORG", "I-ORG"], names) == ("B-ORG", "I-ORG")
    assert with_peoples(["Kenyan", "envoys"], ["O", "O"], names) == ("B-NORP", "O")


def test_classes_are_counted_from_words_that_are_parsed(tiny: Path) -> None:
    classes = count(read(tiny))
    assert classes.deprel[:2] == ("root", "punct") or classes.deprel[:2] == ("punct", "root")
    assert classes.entity[0] == "O"
