"""What a quick start leaves out of spaCy is there when it is asked for."""

import subprocess
import sys

AFTER = {
    "the command line is not imported": "assert not {'spacy.cli', 'spacy.cli.info', 'weasel'} & set(sys.modules)",
    "it is, as an attribute": "assert callable(spacy.cli.download) and sys.modules['spacy.cli'] is spacy.cli and spacy.cli.__file__",
    "it is, as a module": "import spacy.cli; from spacy import cli; assert cli is spacy.cli and callable(cli.train_cli)",
    "its parts are": "from spacy.cli.convert import convert; assert callable(convert)",
    "what it offers is": "from spacy.cli import download; assert callable(download)",
    "info answers": "assert spacy.info(silent=True)['spacy_version'] == spacy.__version__",
    "what is not there is not": "assert not hasattr(spacy, 'nonsense')",
    "garbage is collected again": "import gc; assert gc.isenabled()",
}
STARTED = "import sys\nfrom dragoman.language.light import quick_start\nwith quick_start():\n    import spacy\n"


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=False)


def test_all_of_spacy_is_there_when_it_is_asked_for() -> None:
    done = run(STARTED + "\n".join(AFTER.values()))
    assert done.returncode == 0, done.stderr


def test_a_command_line_that_is_there_stays() -> None:
    done = run("import spacy, spacy.cli\nkept = spacy.cli, spacy.info\n" + STARTED + "assert (spacy.cli, spacy.info) == kept")
    assert done.returncode == 0, done.stderr


def test_what_spacy_takes_from_its_command_line_as_it_starts_is_the_real_thing() -> None:
    asking = "sys.meta_path.insert(0, type('Asks', (), {'find_spec': staticmethod(asks)}))\n"
    hook = (
        "import sys\n"
        "def asks(name, path=None, target=None):\n"
        "    if name == 'spacy.glossary':\n"
        "        sys.meta_path.pop(0)\n"
        "        from spacy.cli.info import info\n"
        "        from spacy.cli import _util\n"
        "        assert callable(info) and callable(_util.setup_cli)\n"
    )
    done = run(hook + asking + STARTED + "assert callable(spacy.cli.download)")
    assert done.returncode == 0, done.stderr


def test_the_collector_is_left_as_it_was() -> None:
    done = run("import gc; gc.disable()\n" + STARTED + "assert not gc.isenabled()")
    assert done.returncode == 0, done.stderr
