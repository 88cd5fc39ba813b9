"""Reports whose claims were marked by reading, as documents to train on.

Two sources: the annotated reports under ``claims/`` of the data, and the project's own marks on other open reports under
``training/claims``, which hold offsets alone. Neither has trees: words, sentences and the head word of each phrase come from
the shipped model.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from dragoman.language import load
from training.conllu import Claim, Document, Sentence, Word, read, text_of

HERE = Path(__file__).parent
# The order of the heads' outputs: PLOVER's events, then relations.
TYPES = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    *("recognizes", "designates", "backs", "opposes", "allied_with", "fights", "member_of", "leads"),
    *("holds_office", "governs", "claims_territory", "holds_captive", "influences"),
)
# The genres of documents whose claims were annotated to measure by as well, and of those that were marked to learn from alone.
ANNOTATED, MARKED = "annotated", "marked"
ROLES = ("none", "actor", "recipient", "third_party", "subject", "object")

Span2 = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marks:
    """What was marked in a text: claims, and names as type and character span; ``names`` is None where names were not marked."""

    claims: tuple["Mark", ...]
    names: tuple[tuple[str, Span2], ...] | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim marked in a text: character spans of its trigger and of the mentions in its roles."""

    type: str
    trigger: Span2
    roles: tuple[tuple[str, Span2], ...]


def texts(data: Path) -> dict[str, str]:
    """Texts by report id, the title on the first line where there is one; events of a day are numbered by their line.

    Those of treebanks have the bank before their name: ``gum:GUM_news_sensitive``.
    """
    found: dict[str, str] = {}
    for name in ("wikinews-all", "wikinews-diplomacy", "whitehouse-readouts"):
        for line in (data / "reports" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            report = json.loads(line)
            found[report["id"]] = f"{report['title']}\n{report['text']}"
    for number, line in enumerate((data / "reports" / "current-events.jsonl").read_text(encoding="utf-8").splitlines()):
        event = json.loads(line)
        found[f"ce-{event['date']}-{number}"] = event["text"]
    for bank in ("ewt", "gum"):
        for document in read(data / "treebanks" / f"{bank}-train.conllu"):
            found[f"{bank}:{document.name}"] = text_of(document)
    return found


def annotated(path: Path, text_of: dict[str, str]) -> dict[str, Marks]:
    """Marks of annotated reports, whose claims name words; each is looked for in its sentence, mentions nearest the trigger."""
    found: dict[str, Marks] = {}
    for report in json.loads(path.read_text(encoding="utf-8")):
        text = text_of[report["id"]]
        marks = (_located(text, claim) for claim in report["claims"])
        found[report["id"]] = Marks(tuple(m for m in marks if m))
    return found


def _located(text: str, claim: dict[str, Any]) -> Mark | None:
    begin = max(0, text.find(claim["sentence"]))
    rest = re.search(r"(?<=[.!?”\"’'])\s+(?=[\"“‘A-Z])|\n", text[begin + len(claim["sentence"]) :])
    end = begin + len(claim["sentence"]) + rest.end() if rest else len(text)
    trigger = _nearest(text, claim["trigger"], begin, end, begin) or _nearest(
        text, claim["trigger"], begin, min(len(text), begin + 900), begin
    )
    if not trigger:
        return None
    roles = []
    for role, fillers in (claim.get("roles") or {}).items():
        for filler in fillers or ():
            where = filler.get("text") and _nearest(text, filler["text"], begin, max(end, trigger[1]), trigger[0])
            if where:
                roles.append((role, where))
    return Mark(claim["type"], trigger, tuple(roles))


def _nearest(text: str, words: str, begin: int, end: int, to: int) -> Span2 | None:
    spans = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text[begin:end])]
    return min(((begin + a, begin + b) for a, b in spans), key=lambda s: abs(s[0] - to), default=None)


def own(folder: Path) -> dict[str, Marks]:
    """The project's own marks, a report a line.

    ``{"id": …, "claims": [[type, start, end, [[role, start, end], …]], …], "names": [[type, start, end], …]}``, without
    ``names`` where they were not marked, and with the ``text`` itself where it was written for the purpose.
    """
    found: dict[str, Marks] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            report = json.loads(line)
            claims = tuple(Mark(k, (a, b), tuple((r, (x, y)) for r, x, y in roles)) for k, a, b, roles in report["claims"])
            names = tuple((k, (a, b)) for k, a, b in report["names"]) if "names" in report else None
            found[report["id"]] = Marks(claims, names, report.get("text"))
    return found


def documents(marks: dict[str, Marks], genre: str, text_of: dict[str, str], nlp: Language) -> Iterator[Document]:
    """Documents of sentences with claims, words and heads as the pipeline reads them."""
    wording = (mark.text if mark.text is not None else text_of[name] for name, mark in marks.items())
    for name, doc in zip(marks, nlp.pipe(wording), strict=True):
        yield Document(name, genre, tuple(_sentence(s, marks[name]) for s in doc.sents if any(not t.is_space for t in s)))


def _sentence(span: Span, marks: Marks) -> Sentence:
    tokens = [t for t in span if not t.is_space]
    number = {t.i: n for n, t in enumerate(tokens)}
    words = tuple(Word(t.text, t.lemma_, "X", "X", "_", 0, "dep", _space(t)) for t in tokens)
    claims = tuple(c for c in (_claim(span.doc, m, number) for m in marks.claims if span.start_char <= m.trigger[0] < span.end_char) if c)
    before = span.doc.text[: span.start_char]
    paragraph = not before.strip() or before.rstrip(" ").endswith("\n")
    return Sentence(words, paragraph, _entities(span.doc, marks.names, number), parsed=False, claims=claims)


def _entities(doc: Doc, names: tuple[tuple[str, Span2], ...] | None, number: dict[int, int]) -> tuple[str, ...]:
    """BIO tags of a sentence's words, nothing where names were not marked."""
    tags = ["O"] * len(number)
    for kind, where in names or ():
        inside = [number[t.i] for t in _words(doc, where, number)]
        for i in inside:
            tags[i] = f"{'B' if i == inside[0] else 'I'}-{kind}"
    return () if names is None else tuple(tags)


def _space(token: Token) -> bool:
    following = token.doc.text[token.idx + len(token) :][:1]
    return bool(following) and following.isspace()


def _claim(doc: Doc, mark: Mark, number: dict[int, int]) -> Claim | None:
    trigger = _words(doc, mark.trigger, number)
    if not trigger:
        return None
    roles: dict[int, str] = {}
    beside: set[int] = set()
    for role, where in mark.roles:
        words = _words(doc, where, number)
        if words:
            roles[number[_top(words).i]] = role
            beside.update(number[t.i] for t in words)
    at = number[_top(trigger).i]
    return Claim(
        mark.type,
        at,
        tuple(sorted({number[t.i] for t in trigger} - {at})),
        tuple(sorted(roles.items())),
        tuple(sorted(beside - set(roles))),
    )


def _words(doc: Doc, where: Span2, number: dict[int, int]) -> list[Token]:
    span = doc.char_span(*where, alignment_mode="expand")
    return [t for t in span or () if t.i in number]


def _top(tokens: list[Token]) -> Token:
    """The word on which the others hang: the first whose head is outside."""
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    return next((t for t in tops if t.pos_ not in ("PUNCT", "DET", "ADP", "PART", "AUX")), (tops or tokens)[0])


def save(found: Iterable[Document], path: Path) -> None:
    """Writes documents as JSON lines, in one move."""
    beside = path.with_suffix(".tmp")
    beside.write_text("".join(json.dumps(asdict(d), ensure_ascii=False) + "\n" for d in found), encoding="utf-8")
    beside.replace(path)


def saved(path: Path) -> list[Document]:
    """Documents that :func:`save` wrote."""
    return [_document(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _document(raw: dict[str, Any]) -> Document:
    sentences = []
    for s in raw["sentences"]:
        claims = tuple(
            Claim(c["type"], c["trigger"], tuple(c["same"]), tuple((w, r) for w, r in c["roles"]), tuple(c["beside"])) for c in s["claims"]
        )
        sentences.append(Sentence(tuple(Word(**w) for w in s["words"]), s["paragraph"], tuple(s["entities"]), parsed=False, claims=claims))
    return Document(raw["name"], raw["genre"], tuple(sentences))


def prepare(data: Path, names: Iterable[str], path: Path) -> None:
    """Reads the annotated sets of these names and the project's own marks, and saves their documents."""
    text_of = texts(data)
    nlp = load()
    found: list[Document] = []
    for name in names:
        if name == "own":
            found += documents(own(HERE / "claims"), MARKED, text_of, nlp)
        else:
            found += documents(annotated(data / "claims" / f"{name}.json", text_of), ANNOTATED, text_of, nlp)
    save(found, path)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sets", nargs="+", default=["train", "own"])
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    prepare(options.data, options.sets, options.out)


if __name__ == "__main__":
    main()
