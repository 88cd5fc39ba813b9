"""Entity tags from GUM's entity annotation and from CrossNER, in the six types that the model knows."""

import re
from pathlib import Path

from training.conllu import Document, Sentence, Word

TYPES = ("PERSON", "ORG", "GPE", "LOC", "NORP", "MISC")
_FIELD = re.compile(r"(?:^|\|)Entity=([^|]*)")
_PART = re.compile(r"\(([^()]*)(\))?|([^()]+)\)")
_KINDS = {"person": "PERSON", "organization": "ORG", "place": "GPE", "event": "MISC", "object": "MISC", "abstract": "MISC"}
_CROSSNER = {
    "politician": "PERSON",
    "person": "PERSON",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "country": "GPE",
    "location": "GPE",
    "election": "MISC",
    "event": "MISC",
    "misc": "MISC",
}


class Names:
    """Name lists that decide between types: one name a line, under ``training/names``."""

    def __init__(self, folder: Path) -> None:
        """Reads ``places.txt`` (what has no government) and ``peoples.txt``."""
        self.lands = _lines(folder / "lands.txt")
        self.terrain = {word.lower() for word in _lines(folder / "terrain.txt")}
        self.peoples = _lines(folder / "peoples.txt")
        self.titles = _lines(folder / "titles.txt")

    def place(self, name: str) -> str:
        """``LOC`` for land, water and buildings, ``GPE`` for what is governed."""
        bare = re.sub(r"^the ", "", name, flags=re.I)
        words = bare.lower().split()
        if bare in self.lands or (words and (words[-1] in self.terrain or words[0] in self.terrain)):
            return "LOC"
        return "GPE"


def _lines(path: Path) -> frozenset[str]:
    text = path.read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def marked(path: Path) -> dict[tuple[str, int], list[tuple[int, int, str]]]:
    """Names typed by reading, by document and sentence: first word, word after the last, type."""
    found: dict[tuple[str, int], list[tuple[int, int, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            document, sentence, first, last, kind = line.split("\t")
            found.setdefault((document, int(sentence)), []).append((int(first), int(last), kind))
    return found


def typed(document: Document, spans: dict[tuple[str, int], list[tuple[int, int, str]]]) -> list[tuple[str, ...]]:
    """BIO tags of each sentence of a document whose names were typed by reading."""
    rows = []
    for number, sentence in enumerate(document.sentences):
        tags = ["O"] * len(sentence.words)
        for first, last, kind in spans.get((document.name, number), ()):
            tags[first:last] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first - 1)
        rows.append(tuple(tags))
    return rows


def gum(document: Document, names: Names) -> list[tuple[str, ...]]:
    """BIO tags of each sentence of a GUM document."""
    return [_gum_sentence(sentence, names) for sentence in document.sentences]


def _gum_sentence(sentence: Sentence, names: Names) -> tuple[str, ...]:
    words = sentence.words
    tags = ["O"] * len(words)
    spans = sorted(_spans(words), key=lambda s: s[0] - s[1])
    for start, end, kind, identity in spans:
        kind_here = _KINDS.get(kind)
        named = kind_here and _name(words, start, end, kind, bool(identity), names)
        if not named or not kind_here:
            continue
        first, last = named
        if any(tags[i] != "O" for i in range(first, last)):
            continue
        text = " ".join(w.form for w in words[first:last])
        label = names.place(text) if kind == "place" else kind_here
        if text in names.peoples or (kind == "person" and words[last - 1].form in names.peoples and words[last - 1].xpos == "NNPS"):
            label = "NORP"
        tags[first:last] = [f"B-{label}"] + [f"I-{label}"] * (last - first - 1)
    return with_peoples([w.form for w in words], tags, names)


def with_peoples(forms: list[str], tags: list[str], names: Names) -> tuple[str, ...]:
    """Tags with ``NORP`` on names of peoples and creeds that no other entity holds."""
    marked = ["B-NORP" if t == "O" and f in names.peoples else t for f, t in zip(forms, tags, strict=True)]
    return tuple(marked)


def _spans(words: tuple[Word, ...]) -> list[tuple[int, int, str, str]]:
    found: list[tuple[int, int, str, str]] = []
    open_at: dict[str, list[tuple[int, str, str]]] = {}
    for i, word in enumerate(words):
        field = _FIELD.search(word.misc)
        if not field:
            continue
        for opening, closed, ending in _PART.findall(field.group(1)):
            if ending:
                stack = open_at.get(ending)
                if stack:
                    start, kind, identity = stack.pop()
                    found.append((start, i + 1, kind, identity))
                continue
            cells = opening.split("-", 7)
            group, kind = cells[0], cells[1] if len(cells) > 1 else ""
            identity = cells[7] if len(cells) > 7 else ""
            if closed:
                found.append((i, i + 1, kind, identity))
            else:
                open_at.setdefault(group, []).append((i, kind, identity))
    return found


def _name(words: tuple[Word, ...], start: int, end: int, kind: str, known: bool, names: Names) -> tuple[int, int] | None:
    heads = [i for i in range(start, end) if not start < words[i].head <= end and words[i].upos != "PUNCT"]
    if not heads or words[heads[0]].upos != "PROPN":
        return None
    if kind in ("event", "object", "abstract") and not known:
        return None
    head = heads[0]
    first, last = head, head + 1
    while first > start and _belongs(words, first - 1, kind, names):
        first -= 1
    while last < end:
        step = _onward(words, last, end, kind)
        if not step:
            break
        last += step
    while first < last - 1 and ((words[first].form in names.titles and kind == "person") or words[first].upos in ("DET", "PUNCT")):
        first += 1
    return first, last


def _belongs(words: tuple[Word, ...], i: int, kind: str, names: Names) -> bool:
    word = words[i]
    if kind == "person" and word.form in names.titles:
        return False
    if word.xpos == "HYPH" or word.form in {"'s", "’s", "&", ".", "'"}:
        return i > 0 and words[i - 1].form[:1].isupper() and words[i - 1].upos in ("PROPN", "NOUN", "ADJ", "X")
    if word.form in {"of", "for", "de", "al", "van", "von", "bin", "and"}:
        return (kind != "person" and i > 0 and words[i - 1].upos == "PROPN") or word.upos == "PROPN"
    if not (word.form[:1].isupper() or word.form[:1].isdigit()) or word.upos in ("DET", "PRON"):
        return False
    return word.upos in ("PROPN", "X") or (kind != "person" and word.upos in ("ADJ", "NOUN", "NUM"))


def _onward(words: tuple[Word, ...], i: int, end: int, kind: str) -> int:
    word = words[i]
    if (word.upos in ("PROPN", "X") and word.form[:1].isupper()) or word.upos == "PROPN":
        return 1
    if word.xpos in ("HYPH", "CD") and (word.xpos == "CD" or i + 1 < end):
        return 1 if word.deprel not in ("nummod",) or kind != "place" else 0
    if word.form in {"Jr.", "Sr.", "II", "III", "."} and word.upos == "PROPN":
        return 1
    if kind == "person":
        return 0
    joint = i + 1
    while joint < end and words[joint].form in {"of", "for", "and", "the", "on", "&", "in", "de"} and joint - i < 3:
        joint += 1
    links = word.form in {"of", "for", "&"} or (word.form == "and" and words[i + 1 : i + 2] and kind == "organization")
    goes_on = joint < end and words[joint].form[:1].isupper() and words[joint].upos in ("PROPN", "ADJ", "NOUN")
    return joint - i + 1 if links and goes_on else 0


def crossner(path: Path, names: Names) -> list[Document]:
    """CrossNER's sentences, each a document of its own without syntax."""
    documents = []
    for number, block in enumerate(path.read_text(encoding="utf-8").strip().split("\n\n")):
        rows = [line.split("\t") for line in block.splitlines() if line.strip()]
        forms = [row[0] for row in rows]
        tags = _crossner_tags(forms, [row[1].strip() for row in rows], names)
        words = tuple(Word(f, f, "X", "X", "_", 0, "dep", _space_after(f, nxt)) for f, nxt in zip(forms, [*forms[1:], ""], strict=True))
        documents.append(Document(f"crossner-{number}", "politics", (Sentence(words, True, tags, parsed=False),)))
    return documents


def _space_after(form: str, following: str) -> bool:
    return form not in "([$“" and following[:1] not in {",", ".", ")", ";", ":", "?", "!", "]", "”", "'"}


def _crossner_tags(forms: list[str], gold: list[str], names: Names) -> tuple[str, ...]:
    tags: list[str] = []
    for i, tag in enumerate(gold):
        if tag == "O":
            tags.append("O")
            continue
        mark, kind = tag.split("-", 1)
        label = _CROSSNER[kind]
        start = i
        while gold[start].startswith("I-") and start > 0:
            start -= 1
        stop = i + 1
        while stop < len(gold) and gold[stop] == f"I-{kind}":
            stop += 1
        text = " ".join(forms[start:stop])
        if kind == "location":
            label = names.place(text)
        if kind == "misc" and text in names.peoples:
            label = "NORP"
        tags.append(f"{mark}-{label}")
    return with_peoples(forms, tags, names)
