"""The documentation holds: its examples run, its commands exist, its links lead somewhere, its frames load."""

from __future__ import annotations

import doctest
import importlib.util
import json
import re
import shlex
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import msgspec
import pytest
import typer
import yaml
from spacy.language import Language

from dragoman import claims
from dragoman.cli.app import COMMANDS, build
from dragoman.coding import load_lexicon
from dragoman.coding.lexicon.cues import load_cues
from dragoman.coding.lexicon.factuality import load_factuality
from dragoman.coding.lexicon.shape import KEYS
from dragoman.errors import LexiconError
from dragoman.ontology import load as load_ontology

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.glob("*.md"), *ROOT.glob("*.md"), *(ROOT / "benchmarks").glob("*.md"), ROOT / "examples" / "README.md"])
BLOCK = re.compile(r"((?:^<!-- [\w ]+: [\w-]+ -->\n)*)^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"(?<!`)`(dragoman [^`\n]+)`(?!`)")
LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)")
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


@dataclass(frozen=True, slots=True)
class Block:
    """A block of code of a page, with the marks before it."""

    page: Path
    line: int
    kind: str
    code: str
    needs_model: bool
    folder: str


def blocks(page: Path, kind: str) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    found = []
    for match in BLOCK.finditer(text):
        marks, kind_, code = match.groups()
        folder = re.search(r"folder: ([\w-]+)", marks)
        line = text[: match.start(3)].count("\n")
        found.append(Block(page, line, kind_, code, "needs: model" in marks, folder[1] if folder else ""))
    return [block for block in found if block.kind == kind]


def script(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"docs{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def model(request: pytest.FixtureRequest) -> bool:
    """Whether the reading model is there."""
    try:
        request.getfixturevalue("nlp")
    except pytest.skip.Exception:
        return False
    return True


# examples


def lay_out(page: Path, folder: Path) -> None:
    """Make the folder that a page's examples expect: its lexicon files, and the example reports."""
    (folder / "examples").symlink_to(ROOT / "examples")
    for block in blocks(page, "yaml"):
        if block.folder:
            (folder / block.folder).mkdir(exist_ok=True)
            (folder / block.folder / name_of(block)).write_text(block.code, encoding="utf-8")


def name_of(block: Block) -> str:
    """Return the file name that a lexicon example begins with as a comment."""
    named = re.match(r"# ([\w-]+\.yaml)$", block.code, flags=re.MULTILINE)
    assert named or "frames:" not in block.code, f"{block.page.name}:{block.line}: begin with a comment that names the file"
    return named[1] if named else "shown.yaml"


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "python")], ids=lambda page: page.name)
def test_every_python_example_runs_and_gives_what_it_shows(
    page: Path, model: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(page, tmp_path)
    monkeypatch.chdir(tmp_path)
    parser, names, said = doctest.DocTestParser(), dict[str, object](), list[str]()
    runner = doctest.DocTestRunner(verbose=False)
    ran = 0
    for block in blocks(page, "python"):
        if block.needs_model and not model:
            continue
        example = parser.get_doctest(block.code.replace("/tmp/", f"{tmp_path}/"), names, page.name, str(page), block.line)
        if not example.examples:  # not interactive but a piece of a program
            compile(block.code, f"{page.name}:{block.line}", "exec")
        runner.run(example, out=said.append, clear_globs=False)
        names = example.globs
        ran += 1
    assert not said, "".join(said)
    if not ran:
        pytest.skip("all its examples need the reading model, which is not there")


# commands


def shell_commands(page: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield each command of ours in blocks of shell, with its line."""
    for block in [*blocks(page, "sh"), *blocks(page, "console")]:
        for number, line in enumerate(block.code.splitlines(), start=1):
            if block.kind == "console" and not line.startswith("$ "):
                continue
            words = shlex.split(line.removeprefix("$ "), comments=True)
            for part in " ".join(map(shlex.quote, words)).split(" && "):
                arguments = re.split(r" '?[|>]'? ", part)
                for one in arguments:
                    if one.startswith("dragoman "):
                        yield block.line + number, shlex.split(one)[1:]


@each_page
def test_every_command_shown_is_one_and_has_these_options(page: Path) -> None:
    group = typer.main.get_command(build(*COMMANDS))
    for line, (name, *rest) in shell_commands(page):
        assert name in COMMANDS, f"{page.name}:{line}: there is no command {name}"
        group.commands[name].make_context(name, rest)


@each_page
def test_every_command_named_in_the_text_is_one_and_has_these_options(page: Path) -> None:
    group = typer.main.get_command(build(*COMMANDS))
    for words in (shlex.split(found) for found in INLINE.findall(page.read_text(encoding="utf-8"))):
        name = words[1]
        if name.startswith("-"):
            options = {option for parameter in group.params for option in parameter.opts} | {"--help"}
            assert name in options, f"{page.name}: dragoman has no option {name}"
        elif name != "…":
            assert name in COMMANDS, f"{page.name}: there is no command {name}"
            command = group.commands[name]
            command.make_parser(command.context_class(command)).parse_args([word for word in words[2:] if word != "…"])


@each_page
def test_every_answer_shown_answers_a_command(page: Path) -> None:
    for block in blocks(page, "console"):
        first, *answer = block.code.splitlines()
        assert answer or not first.startswith("$ dragoman "), f"{page.name}:{block.line}: run make tables"


# links


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower()) for heading in headings}


@each_page
def test_every_relative_link_leads_to_a_file_and_heading(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for link in LINK.findall(text):
        if re.match(r"\w+:", link):
            continue
        target, _, anchor = link.partition("#")
        there = (page.parent / target).resolve() if target else page
        assert there.exists(), f"{page.name}: {link} leads nowhere"
        assert not anchor or anchor in anchors(there), f"{page.name}: {link}: no such heading"


# frames


@pytest.mark.parametrize("block", [b for page in PAGES for b in blocks(page, "yaml")], ids=lambda b: f"{b.page.name}:{b.line}")
def test_every_file_of_the_lexicon_shown_loads_over_ours(block: Block, tmp_path: Path) -> None:
    name = name_of(block)
    (tmp_path / name).write_text(block.code, encoding="utf-8")
    if block.folder == "faulty":
        with pytest.raises(LexiconError):
            load_lexicon(tmp_path)
    elif name in ("cues.yaml", "factuality.yaml"):
        (load_cues if name == "cues.yaml" else load_factuality)(tmp_path)
    else:
        ids = {frame.id for frame in load_lexicon(tmp_path).frames}
        assert {f"{name}#{frame}" for frame in yaml.safe_load(block.code).get("frames", {})} <= ids


def test_every_frame_shown_finds_its_example(nlp: Language, tmp_path: Path) -> None:
    from dragoman import Reader, Report

    shown = [b for page in PAGES for b in blocks(page, "yaml") if "frames:" in b.code and b.folder != "faulty"]
    for block in shown:
        (tmp_path / name_of(block)).write_text(block.code, encoding="utf-8")
    reader = Reader(nlp=nlp, lexicon=load_lexicon(tmp_path))
    for block in shown:
        for name, frame in yaml.safe_load(block.code)["frames"].items():
            rules = {claim.rule for claim in reader.read(Report(id="r", text=frame["example"])).claims} if "example" in frame else None
            assert rules is None or f"{name_of(block)}#{name}" in rules, f"{block.page.name}:{block.line}: {name}"


def test_every_key_of_a_frame_is_explained() -> None:
    text = (DOCS / "lexicon.md").read_text(encoding="utf-8")
    table = text.partition("## The keys of a frame")[2].partition("\n## ")[0]
    assert {key for key in KEYS if f"`{key}`" not in table} == set()


# what the pages say of the program


def test_the_tables_of_the_ontology_are_those_that_the_program_reads() -> None:
    filled = script(DOCS / "_fill.py").filled
    stale = [page.name for page in PAGES if filled(text := page.read_text(encoding="utf-8")) != text]
    assert not stale, f"run make tables: {stale}"


def test_the_short_tables_of_results_show_what_is_measured() -> None:
    """Figures may be newer in the files of results than on the pages (`make results`); what they are of may not differ."""
    table = script(ROOT / "benchmarks" / "_table.py")
    names = [line.rsplit("|", 2)[0] for line in table.short()]
    for page in table.SHORT:
        shown = page.read_text(encoding="utf-8").partition(table.BEGIN)[2].partition(table.END)[0].strip().splitlines()
        assert [line.rsplit("|", 2)[0] for line in shown] == names, f"{page.name}: run make results"
        assert all(re.fullmatch(r"[\d.,]+", line.rsplit("|", 2)[1].strip()) for line in shown[2:]), page.name


def test_the_results_are_told_with_every_figure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = script(ROOT / "benchmarks" / "_table.py")
    monkeypatch.setattr(table, "RESULTS", tmp_path)
    monkeypatch.setattr(table, "ROWS", [row for row in table.ROWS if row.path.startswith("models/shipped/ewt")])
    (tmp_path / "syntax.json").write_text('{"date": "2024-05-01", "models": {"shipped": {"ewt, raw text": {"f1": {"las": 80.125}}}}}')
    assert [line for line in table.short() if "80" in line] == ["| syntax, raw text | UD English-EWT dev | LAS | 80.12 |"]
    assert "| models / shipped / ewt, raw text / f1 / las | 80.12 |" in list(table.whole())
    assert "`python benchmarks/syntax.py`: date 2024-05-01" in list(table.whole())


def test_every_type_is_in_the_tables() -> None:
    text = (DOCS / "types.md").read_text(encoding="utf-8")
    ontology = load_ontology()
    assert all(f"| `{name}` |" in text for name in [*ontology.events, *ontology.relations, *ontology.contexts, *ontology.sectors])


def test_every_field_of_a_reading_is_explained() -> None:
    text = (DOCS / "concepts.md").read_text(encoding="utf-8")
    values = (claims.Report, claims.Mention, claims.Actor, claims.Statement, claims.Claim, claims.Count, claims.TimeValue)
    fields = {name for value in values for name in (field.encode_name for field in msgspec.structs.fields(value))}
    assert {name for name in fields if f"`{name}`" not in text} == set()


@each_page
def test_json_shown_has_only_fields_of_the_format(page: Path) -> None:
    known = {"format", "error", *(name for value in vars(claims).values() for name in encoded(value))}
    for block in blocks(page, "json"):
        shown = {key for key in keys(json.loads(block.code)) if key not in claims.ROLES}
        assert shown <= known, f"{page.name}:{block.line}: {sorted(shown - known)}"


def encoded(value: object) -> list[str]:
    if isinstance(value, type) and issubclass(value, msgspec.Struct):
        return [field.encode_name for field in msgspec.structs.fields(value)]
    return []


def keys(value: object) -> Iterator[str]:
    """Yield every key of a JSON value."""
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys(inner)


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    names = {re.split(r"[<>=\[]", one)[0] for one in project["dependencies"]}
    assert {name for name in names if f"[{name}]" not in text} == set()


def test_every_room_is_on_the_plan() -> None:
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    rooms = {path.name for path in (ROOT / "src" / "dragoman").iterdir() if path.is_dir() and (path / "__init__.py").is_file()}
    assert {room for room in rooms if f"`{room}" not in text} == set()


def test_every_benchmark_and_recipe_named_is_there() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    heads = re.findall(r"^([\w -]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    recipes = {name for head in heads for name in head.split()}
    assert [name for name in re.findall(r"benchmarks/\w+\.py", text) if not (ROOT / name).is_file()] == []
    assert set(re.findall(r"`make (\w+)`", text)) <= recipes


def test_every_page_is_in_the_navigation() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert {page.name for page in DOCS.glob("*.md") if f": {page.name}" not in text} == set()
