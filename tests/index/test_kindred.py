"""Words near in meaning: groups of plain words, which stand for one another at a discount."""

from importlib.resources import files

import pytest

from tickmark.index.cover import Wanted
from tickmark.index.kindred import kindred
from tickmark.index.likeness import Spellings
from tickmark.index.question import Asked
from tickmark.index.terms import is_concept, stem, terms

OPPOSED = [
    ("increase", "decrease"), ("buy", "sell"), ("income", "profit"), ("assets", "equity"), ("assets", "liabilities"),
    ("injury", "death"), ("domestic", "overseas"), ("hire", "leave"), ("woman", "man"), ("old", "young"),
    ("first", "last"), ("average", "total"), ("hazardous", "safe"), ("lender", "borrower"), ("import", "export"),
]  # fmt: skip


def lines():
    text = (files("tickmark.index") / "data" / "kindred.txt").read_text("utf-8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]


def test_words_of_a_group_are_near_each_other_and_not_to_themselves():
    assert stem("leftover") in kindred(stem("kitchen"))
    assert stem("kitchen") in kindred(stem("leftover"))
    assert stem("kitchen") not in kindred(stem("kitchen"))


def test_a_concept_has_words_of_its_own():
    assert is_concept(terms("headcount")[0])
    assert kindred(terms("headcount")[0]) == frozenset()


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_opposites_are_never_near(one, other):
    assert stem(one) not in kindred(stem(other))


def test_every_group_has_several_different_words():
    assert all(len({stem(word) for word in line}) > 1 for line in lines())


def test_a_kindred_word_counts_less_than_another_spelling():
    worth = {stem("collateral"): 1.0, stem("lorry"): 1.0}
    near = Wanted([Asked(stem("encumber"))], {}, Spellings(worth))
    assert 0.5 < near.cover(worth) < 0.8
    assert near.missing(worth) == ()
    assert Wanted([Asked(stem("quarry"))], {}, Spellings(worth)).missing(worth) == (stem("quarry"),)
