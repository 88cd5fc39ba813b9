"""Writes into the pages what nobody should copy by hand: the ontology's tables, and what commands answer.

python docs/_fill.py             the tables, between ``<!-- begin: NAME -->`` and ``<!-- end: NAME -->``
python docs/_fill.py --outputs   also what follows each ``$ dragoman …`` in a block of kind ``console``,
                                 asked of a record of the example reports
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

from dragoman.ontology import Ontology, load

DOCS = Path(__file__).parent
EXAMPLES = DOCS.parent / "examples"
CONSOLE = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
SAMPLE = re.compile(r"(?<=<!-- begin: reading -->\n).*?(?=\n<!-- end: reading -->)", re.DOTALL)


def events(ontology: Ontology) -> Iterator[str]:
    """The event types, each with its modes."""
    yield from ("| type | what somebody does | class | score | CAMEO |", "|---|---|---|---|---|")
    for event in ontology.events.values():
        yield f"| `{event.name}` | {event.description} | {event.quad.name} | {number(event.score)} | {event.cameo} |"


def modes(ontology: Ontology) -> Iterator[str]:
    """The modes of the types that have any."""
    yield from ("| type | mode | how, or of what | score |", "|---|---|---|---|")
    for event in ontology.events.values():
        for mode in event.modes.values():
            yield f"| `{event.name}` | `{mode.name}` | {mode.description} | {number(mode.score)} |"


def number(score: float) -> str:
    """A score with a true minus."""
    return f"{score:g}".replace("-", "−")


def relations(ontology: Ontology) -> Iterator[str]:
    """The relation types."""
    yield from ("| type | reads | roles | may carry |", "|---|---|---|---|")
    for relation in ontology.relations.values():
        carries = [name for name, has in (("`as`", relation.takes_as), ("`scope`", relation.takes_scope)) if has]
        roles = "all sides `subject`" if relation.symmetric else "`subject`, `object`"
        yield f"| `{relation.name}` | {relation.reads} | {roles} | {', '.join(carries)} |"


def contexts(ontology: Ontology) -> Iterator[str]:
    """The contexts."""
    yield from ("| context | what it is about |", "|---|---|")
    yield from (f"| `{name}` | {text} |" for name, text in ontology.contexts.items())


def sectors(ontology: Ontology) -> Iterator[str]:
    """The sectors of actors."""
    yield from ("| code | sector | who |", "|---|---|---|")
    yield from (f"| `{one.code}` | {one.name} | {one.description} |" for one in ontology.sectors.values())


def no_states(ontology: Ontology) -> Iterator[str]:
    """The entries of the list of countries that are no states."""
    yield from ("| code | stands for |", "|---|---|")
    yield from (f"| `{one.code}` | {one.name} |" for one in ontology.countries.values() if one.kind == "non-state")


BLOCKS: dict[str, Callable[[Ontology], Iterator[str]]] = {
    "events": events,
    "modes": modes,
    "relations": relations,
    "contexts": contexts,
    "sectors": sectors,
    "no states": no_states,
}


def filled(text: str) -> str:
    """Return a page with its blocks as the ontology has them now."""
    for name, table in BLOCKS.items():
        begin, end = f"<!-- begin: {name} -->", f"<!-- end: {name} -->"
        if begin in text:
            head, _, rest = text.partition(begin)
            tail = rest.partition(end)[2]
            text = f"{head}{begin}\n" + "\n".join(table(load())) + f"\n{end}{tail}"
    return text


def sample() -> str:
    """The first agreement in the text that the README reads, with what it refers to, as a block of JSON."""
    import dragoman

    text = (
        "Egyptian officials said on Tuesday that Hamas had agreed with Fatah on a prime minister. "
        "Hamas denied that it had agreed with Fatah."
    )
    body = json.loads(dragoman.read(text, published="2011-06-16").to_json())
    claim = next(one for one in body["claims"] if one["type"] == "AGREE")
    statements = [_told(one) for one in body["statements"] if one["id"] in claim["voice"]]
    wanted = {*(m for ones in claim["roles"].values() for m in ones), *(one["source"] for one in statements)}
    mentions = [_told(one) for one in body["mentions"] if one["id"] in wanted]
    parts = [f'"text": {json.dumps(text)}', *(_listed(k, v) for k, v in (("mentions", mentions), ("statements", statements)))]
    return "```json\n{" + ",\n ".join([*parts, _listed("claims", [_told(claim)])]) + "}\n```"


def _told(value: dict[str, object]) -> dict[str, object]:
    return {key: inner for key, inner in value.items() if inner not in (None, [])}


def _listed(name: str, values: list[dict[str, object]]) -> str:
    """A list of objects in lines of at most 120 characters."""
    fill = textwrap.TextWrapper(width=120, initial_indent="   ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
    return f'"{name}": [\n' + ",\n".join("\n".join(fill.wrap(json.dumps(one, ensure_ascii=False))) for one in values) + "]"


class Asker:
    """Answers commands in a folder with the example reports and a record of them; each command once."""

    def __init__(self, folder: Path) -> None:
        """Read the examples."""
        self.folder, self.answers = folder, dict[str, list[str]]()
        (folder / "examples").symlink_to(EXAMPLES)
        self.answer("$ dragoman read examples/")

    def answer(self, command: str) -> list[str]:
        """Return the lines that a command prints."""
        if command not in self.answers:
            arguments = [sys.executable, "-m", "dragoman.cli", *shlex.split(command)[2:]]
            quiet = {**os.environ, "NO_COLOR": "1"}
            done = subprocess.run(arguments, cwd=self.folder, capture_output=True, text=True, check=False, env=quiet)
            if done.returncode:
                raise SystemExit(f"{command}\n{done.stderr}")
            self.answers[command] = (done.stdout or done.stderr).rstrip().splitlines()
        return self.answers[command]

    def page(self, text: str) -> str:
        """Return a page with its console blocks as they are answered now."""
        return CONSOLE.sub(lambda block: self._block(block[0]), text)

    def _block(self, block: str) -> str:
        commands = [line for line in block.splitlines() if line.startswith("$ dragoman ")]
        return "\n\n".join("\n".join([command, *self.answer(command)]) for command in commands) + "\n"


def main(arguments: list[str]) -> None:
    """Fill all pages."""
    with tempfile.TemporaryDirectory() as folder:
        asker = Asker(Path(folder)) if "--outputs" in arguments else None
        for page in sorted([*DOCS.glob("*.md"), DOCS.parent / "README.md"]):
            text = filled(old := page.read_text(encoding="utf-8"))
            if asker:
                text = asker.page(text)
            if asker and SAMPLE.search(text):
                text = SAMPLE.sub(lambda _: sample(), text)
            if text != old:
                page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
