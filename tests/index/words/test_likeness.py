"""Whether a word is another spelling or form of another."""

import pytest

from tickmark.index.words.likeness import Spellings, can_be_another_spelling


@pytest.mark.parametrize(
    ("term", "other"),
    [
        ("leak", "leakage"),  # another form
        ("sinter", "sintered"),
        ("emision", "emission"),  # a slip of the pen
        ("photovolta", "photovoltaic"),
        ("environment", "environmental"),  # four letters apart, the first six the same
    ],
)
def test_words_that_are_alike(term, other):
    assert Spellings(["water", other, "REVENUE"]).of(term) == (other,)


@pytest.mark.parametrize(
    ("term", "other"),
    [
        ("magnet", "agnet"),  # another first letter
        ("leak", "leadership"),
        ("water", "waste"),
        ("envir", "environmentally"),  # too much longer
        ("wast", "WASTE"),  # a concept is no spelling of a word
        ("tonn", "ton"),  # too short to mean anything
    ],
)
def test_words_that_are_not(term, other):
    assert Spellings([other]).of(term) == ()


@pytest.mark.parametrize("term", ["REVENUE", "co2", "2023", "温室气体"])
def test_what_has_no_other_spelling(term):
    assert not can_be_another_spelling(term)
    assert Spellings(["REVENUES", "co2e", "20231", "温室气体排放"]).of(term) == ()


def test_words_that_are_learned_later_are_found_too():
    known = Spellings(["leakage", "water"])
    assert known.of("leak") == ("leakage",)
    known.learn(["leaked", "leakage"])
    assert known.of("leak") == ("leakage", "leaked")
