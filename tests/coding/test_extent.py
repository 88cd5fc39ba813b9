"""How far mentions reach, on trees written by hand."""

from __future__ import annotations

import pytest

from conllu import doc_of
from dragoman.actors.cast import CastMention
from dragoman.claims import ActorId, Mention, MentionId
from dragoman.coding.roles.extent import complete
from dragoman.coding.tree import tree_of

PHRASES = {
    "a determiner": (
        "army",
        "army",
        "generic",
        "the Sudanese army",
        "the/DET/det/3 Sudanese/ADJ/amod/3 army/NOUN/nsubj/4 fled/VERB/root/0",
    ),
    "a title": (
        "Ehud",
        "Olmert",
        "name",
        "Israeli Prime Minister Ehud Olmert",
        "Israeli/ADJ/amod/3 Prime/PROPN/compound/3 Minister/PROPN/nmod:desc/4 Ehud/PROPN/nsubj/6 Olmert/PROPN/flat/4 left/VERB/root/0",
    ),
    "a title that is the head": (
        "Rice",
        "Rice",
        "name",
        "secretary of state Rice",
        "secretary/NOUN/nsubj/5 of/ADP/case/3 state/NOUN/nmod/1 Rice/PROPN/flat/1 left/VERB/root/0",
    ),
    "a title whose of hangs on the name": (
        "Rice",
        "Rice",
        "name",
        "Secretary of State Rice",
        "Secretary/PROPN/nmod:desc/4 of/ADP/case/3 State/PROPN/nmod/4 Rice/PROPN/nsubj/5 left/VERB/root/0",
    ),
    "a title that has the same part as its name": (
        "Ali",
        "Keita",
        "name",
        "opposition leader Ali Keita",
        "They/PRON/nsubj/2 banned/VERB/root/0 opposition/NOUN/compound/4 leader/NOUN/obj/2 Ali/PROPN/obj/2 Keita/PROPN/flat/5",
    ),
    "the object before another party is no title": (
        "Keita",
        "Keita",
        "name",
        "Keita",
        "They/PRON/nsubj/2 gave/VERB/root/0 food/NOUN/obj/2 Keita/PROPN/iobj/2",
    ),
    "a description with the letters of its name": (
        "delegates",
        "delegates",
        "description",
        "delegates of the League ( TL )",
        "delegates/NOUN/root/0 of/ADP/case/4 the/DET/det/4 League/PROPN/nmod/1 (/PUNCT/punct/6 TL/PROPN/appos/4 )/PUNCT/punct/6",
    ),
    "a quantity": (
        "militants",
        "militants",
        "generic",
        "several dozens of militants",
        "several/ADJ/amod/2 dozens/NOUN/nsubj/5 of/ADP/case/4 militants/NOUN/nmod/2 fled/VERB/root/0",
    ),
    "a measure with a preposition in it": (
        "people",
        "people",
        "generic",
        "at least five people",
        "at/ADP/case/2 least/ADJ/nmod/3 five/NUM/nummod/4 people/NOUN/nsubj/5 fled/VERB/root/0",
    ),
    "the name after of": (
        "government",
        "government",
        "description",
        "the government of Peru",
        "the/DET/det/2 government/NOUN/nsubj/5 of/ADP/case/4 Peru/PROPN/nmod/2 fell/VERB/root/0",
    ),
    "the name after of, without what stands in brackets": (
        "delegation",
        "delegation",
        "description",
        "a delegation of the League",
        "a/DET/det/2 delegation/NOUN/root/0 of/ADP/case/5 the/DET/det/5 League/PROPN/nmod/2 (/PUNCT/punct/7 TL/PROPN/appos/5",
    ),
    "what a title is for": (
        "Minister",
        "Minister",
        "description",
        "the Minister for Trade",
        "the/DET/det/2 Minister/PROPN/nsubj/5 for/ADP/case/4 Trade/PROPN/nmod/2 left/VERB/root/0",
    ),
    "not what somebody does it for": (
        "envoys",
        "envoys",
        "generic",
        "the envoys",
        "the/DET/det/2 envoys/NOUN/nsubj/5 for/ADP/case/4 Peru/PROPN/nmod/2 left/VERB/root/0",
    ),
    "no part that is said of somebody": (
        "Front",
        "Front",
        "name",
        "the Front",
        "Hawks/PROPN/nsubj/7 ,/PUNCT/punct/3 part/NOUN/appos/1 of/ADP/case/6 the/DET/det/6 Front/PROPN/nmod/3 left/VERB/root/0",
    ),
    "no preposition before it": (
        "army",
        "army",
        "generic",
        "the army",
        "met/VERB/root/0 with/ADP/case/4 the/DET/det/4 army/NOUN/obl/1",
    ),
    "no other name that a hyphen joins to its front": (
        "Pakistan",
        "Pakistan",
        "name",
        "Pakistan",
        "the/DET/det/5 India/PROPN/compound/4 -/PUNCT/punct/2 Pakistan/PROPN/compound/5 truce/NOUN/nsubj/6 held/VERB/root/0",
    ),
    "a name of a land": (
        "Ministry",
        "Health",
        "name",
        "the Ministry of Health of Peru",
        "the/DET/det/2 Ministry/PROPN/nsubj/7 of/ADP/case/4 Health/PROPN/nmod/2 of/ADP/case/6 Peru/PROPN/nmod/2 met/VERB/root/0",
    ),
    "a name and its letters": (
        "Labour",
        "Congress",
        "name",
        "the Labour Congress ( LC )",
        "the/DET/det/3 Labour/PROPN/compound/3 Congress/PROPN/nsubj/7 (/PUNCT/punct/5 LC/PROPN/appos/3 )/PUNCT/punct/5 met/VERB/root/0",
    ),
    "a name without what is said of it in brackets": (
        "Ann",
        "Lee",
        "name",
        "Ann Lee",
        "Ann/PROPN/nsubj/6 Lee/PROPN/flat/1 (/PUNCT/punct/4 pictured/VERB/acl/1 )/PUNCT/punct/4 left/VERB/root/0",
    ),
    "no relative clause": (
        "army",
        "army",
        "generic",
        "the army",
        "the/DET/det/2 army/NOUN/nsubj/5 that/PRON/nsubj/4 fled/VERB/acl:relcl/2 won/VERB/root/0",
    ),
    "where those that it names are": (
        "police",
        "police",
        "generic",
        "the police in Kabul",
        "the/DET/det/2 police/NOUN/nsubj/5 in/ADP/case/4 Kabul/PROPN/nmod/2 fled/VERB/root/0",
    ),
    "a body of a town that is known by it": (
        "court",
        "court",
        "name",
        "a court in Lima",
        "a/DET/det/2 court/NOUN/nsubj/5 in/ADP/case/4 Lima/PROPN/nmod/2 sat/VERB/root/0",
    ),
    "where those of whom it is are": (
        "members",
        "members",
        "generic",
        "members of the union in Peru",
        "members/NOUN/nsubj/7 of/ADP/case/4 the/DET/det/4 union/NOUN/nmod/1 in/ADP/case/6 Peru/PROPN/nmod/4 fled/VERB/root/0",
    ),
    "not where nothing has a name": (
        "police",
        "police",
        "generic",
        "the police",
        "the/DET/det/2 police/NOUN/nsubj/6 in/ADP/case/5 the/DET/det/5 square/NOUN/nmod/2 fled/VERB/root/0",
    ),
    "not where a name is": (
        "Front",
        "Front",
        "name",
        "the Front",
        "the/DET/det/2 Front/PROPN/nsubj/5 in/ADP/case/4 Peru/PROPN/nmod/2 fled/VERB/root/0",
    ),
    "from where those who act come": (
        "soldiers",
        "soldiers",
        "generic",
        "soldiers from Peru",
        "soldiers/NOUN/nsubj/4 from/ADP/case/3 Peru/PROPN/nmod/1 fled/VERB/root/0",
    ),
    "not from where they are brought": (
        "soldiers",
        "soldiers",
        "generic",
        "soldiers",
        "they/PRON/nsubj/2 withdrew/VERB/root/0 soldiers/NOUN/obj/2 from/ADP/case/5 Peru/PROPN/nmod/3",
    ),
    "of whom several there are": (
        "group",
        "group",
        "generic",
        "a group of Peruvian farmers",
        "a/DET/det/2 group/NOUN/nsubj/6 of/ADP/case/5 Peruvian/ADJ/amod/5 farmers/NOUN/nmod/2 fled/VERB/root/0",
    ),
    "the name that a description leads to": (
        "group",
        "group",
        "description",
        "the group Red River",
        "the/DET/det/2 group/NOUN/nsubj/5 Red/PROPN/amod/4 River/PROPN/appos/2 fled/VERB/root/0",
    ),
    "no name after a comma": (
        "group",
        "group",
        "description",
        "the group",
        "the/DET/det/2 group/NOUN/nsubj/5 ,/PUNCT/punct/4 Hawks/PROPN/appos/2 fled/VERB/root/0",
    ),
    "no apposition after a comma": (
        "Ehud",
        "Ehud",
        "name",
        "Ehud",
        "the/DET/det/2 leader/NOUN/nsubj/5 ,/PUNCT/punct/4 Ehud/PROPN/appos/2 left/VERB/root/0",
    ),
    "no article of the noun that it modifies": (
        "Syrian",
        "government",
        "generic",
        "Syrian government",
        "the/DET/det/4 Syrian/ADJ/amod/3 government/NOUN/compound/4 jets/NOUN/nsubj/5 fled/VERB/root/0",
    ),
    "a pronoun alone": ("he", "he", "pronoun", "he", "even/ADV/advmod/2 he/PRON/nsubj/3 fled/VERB/root/0"),
    "an adjective alone": ("Syrian", "Syrian", "adjective", "Syrian", "the/DET/det/3 Syrian/ADJ/amod/3 jets/NOUN/nsubj/4 fled/VERB/root/0"),
}


@pytest.mark.parametrize("case", PHRASES.values(), ids=PHRASES)
def test_a_mention_is_the_whole_short_noun_phrase(case: tuple[str, str, str, str, str]) -> None:
    begin, end, form, whole, tokens = case
    rows = [token.split("/") for token in tokens.split()]
    doc = doc_of("\n".join(f"{n} {w} {w} {pos} _ _ {head} {dep} _ _" for n, (w, pos, dep, head) in enumerate(rows, 1)))
    words = [row[0] for row in rows]
    first, last = words.index(begin), words.index(end) + 1
    span = doc[first:last]
    mention = Mention(id=MentionId("m1"), start=span.start_char, end=span.end_char, text=span.text, actor=ActorId("x"))
    head = span.root.i
    found = complete(tree_of(doc), CastMention(mention, first, last, head, form), quantities={"dozens", "part"})  # type: ignore[arg-type]
    assert found.mention.text == whole == doc.text[found.mention.start : found.mention.end]
    assert (found.first, found.last, found.mention.actor) == (first, last, "x")
