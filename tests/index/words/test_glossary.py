"""The glossary: phrases, each of one concept."""

from tickmark.index.words.glossary import glossary
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import all_terms, is_concept, terms


def test_the_glossary_names_only_concepts_that_it_has():
    known = glossary()
    assert {broader for term, broader in known.broader.items() if is_concept(term)} <= set(known.names)
    assert {side.upper() for sides in known.ratios.values() for side in sides} <= set(known.names)
    assert known.ratios["NET_MARGIN"] == ("net_profit", "revenue")
    assert all(name == name.upper() for name in known.names)


def test_every_phrase_of_the_glossary_is_read_as_a_concept():
    for concept, phrases in glossary().words.items():
        for phrase in phrases:
            assert concept in all_terms(phrase) or any(is_concept(t) for t in terms(phrase)), (concept, phrase)


def test_everyday_turns_of_phrase_name_a_concept_and_are_none_of_its_words():
    known = glossary()
    assert set(known.said) <= set(known.names)
    for concept, phrases in known.said.items():
        assert set(phrases).isdisjoint(known.words[concept]), concept
        for phrase in phrases:
            assert concept in all_terms(phrase), (concept, phrase)


def test_no_phrase_of_the_glossary_stands_for_two_concepts():
    owners = {}
    for first, phrases in glossary().phrases.items():
        for phrase, concept in phrases:
            owners.setdefault((first, phrase), set()).add(concept)
    assert {phrase: names for phrase, names in owners.items() if len(names) > 1} == {}


def test_phrases_of_one_length_are_tried_in_one_order_in_every_process():
    tried = [(-len(phrase), phrase, concept) for phrase, concept in glossary().chinese]
    assert tried == sorted(tried)


def test_a_loose_word_is_one_of_its_concepts_own_words():
    own = {(stem(word), concept) for concept, found in glossary().words.items() for word in found}
    assert set(glossary().loose.items()) <= own
