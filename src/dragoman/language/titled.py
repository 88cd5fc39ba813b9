"""A name after its title that the parser hangs elsewhere: "Chad's ruler *Omar Said* left", "the president of Chad, *Omar Said*, left"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ONCE = frozenset({"nsubj", "nsubj:pass", "obj"})  # of which a verb has one
_TWICE = _ONCE | {"obl", "nmod"}  # of which a second one follows without a preposition only as a name
_TITLED = frozenset({"PERSON", "ORG"})
_BEFORE = 8  # words before a noun among which its preposition stands
_PLACES = frozenset({"GPE", "LOC"})
_ENDS = frozenset({",", ".", ";"})
_JOINING = frozenset({"and", "or"})


def mend_titled(doc: Doc, heads: list[int], deps: list[str]) -> None:
    """Hang a name on the noun right before it where the parse makes both a verb's subjects or objects: "brewer *Oryx* left".

    So is one where both are obliques and the noun alone has a preposition: "called on cleric *Omar Said*".

    Args:
        doc: the report.
        heads: the head of each token, mended in place.
        deps: the relation of each token to its head, mended in place.
    """
    for person in doc.ents:
        noun = person.start - 1
        if noun < 0 or person.label_ not in _TITLED or doc[noun].pos_ != "NOUN":
            continue
        name = next((i for i in range(person.start, person.end) if deps[i] in _TWICE), None)
        if name is None or heads[noun] != heads[name] or deps[noun] != deps[name]:
            continue
        if person.label_ == "ORG" and deps[name] == "obj":  # what is bought is told by the noun: "acquired the *brewer* Oryx"
            continue
        if deps[name] in _ONCE or (_has_case(noun, heads, deps) and not _has_case(name, heads, deps)):
            if person.label_ == "PERSON":
                heads[name], deps[name] = noun, "appos"
            else:
                heads[noun], deps[noun] = name, "nmod:desc"
    _mend_named(doc, heads, deps)


def _has_case(i: int, heads: list[int], deps: list[str]) -> bool:
    return any(heads[t] == i and deps[t] == "case" for t in range(max(0, i - _BEFORE), i))


def _mend_named(doc: Doc, heads: list[int], deps: list[str]) -> None:
    """Hang the name of a person between commas on the noun, not on the land that this is of: "the *king* of Chad, *Omar Said*, left"."""
    for person in doc.ents:
        comma, end = person.start - 1, person.end
        if person.label_ != "PERSON" or comma < 1 or doc[comma].text != "," or end >= len(doc) or doc[end].text not in _ENDS:
            continue
        name = next((i for i in range(person.start, end) if not person.start <= heads[i] < end), person.start)
        place = heads[name]
        noun = heads[place]
        beside = place < comma and doc[comma - 1].ent_type_ in _PLACES and doc[place].ent_type_ in _PLACES
        if not beside or deps[name] not in ("appos", "conj") or deps[place] != "nmod" or doc[noun].tag_ != "NN":
            continue
        of = any(heads[t] == place and doc[t].lower_ == "of" for t in range(noun, place))
        goes_on = end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in _JOINING
        if of and not goes_on and not any(heads[t] == name and deps[t] in ("cc", "conj") for t in range(comma, len(doc))):
            heads[name], deps[name] = noun, "appos"
