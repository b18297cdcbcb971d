"""Words near in meaning: groups of plain words, which stand for one another at a discount."""

from importlib.resources import files

import pytest

from tickmark.index.asked.terms import asked_in
from tickmark.index.question import Asked
from tickmark.index.ranking.cover import Wanted
from tickmark.index.words.kindred import kindred, phrases, read_groups
from tickmark.index.words.likeness import Spellings
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import is_concept, terms

OPPOSED = [
    ("increase", "decrease"), ("buy", "sell"), ("income", "profit"), ("assets", "equity"), ("assets", "liabilities"),
    ("injury", "death"), ("domestic", "overseas"), ("hire", "leave"), ("woman", "man"), ("old", "young"),
    ("first", "last"), ("average", "total"), ("hazardous", "safe"), ("lender", "borrower"), ("import", "export"),
]  # fmt: skip


def lines():
    folder = files("tickmark.index") / "data" / "kindred"
    found = [line for file in folder.iterdir() for line in file.read_text("utf-8").splitlines()]
    return [line for line in found if line and not line.startswith("#")]


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


def test_every_line_joins_different_words_and_is_well_formed():
    for line in lines():
        asked, one_way, told = line.partition("#")[0].partition(">")
        assert list(read_groups([line])), line
        assert ">" not in told, line
        assert "_" not in (told if one_way else asked), f"phrases are those of questions, before a '>': {line}"
        assert all(not is_concept(stem(word)) for word in (*asked.split(), *told.split())), line


def test_the_words_of_a_phrase_tell_it_as_well():
    assert {"hock", "pledg"} <= kindred("in_hock")
    assert "in" not in kindred("in_hock")


def test_a_line_with_an_arrow_goes_one_way():
    assert set(read_groups(["gripe moan_about > complaint grievance"])) == {
        ("gripe", "complaint"), ("gripe", "grievanc"), ("moan_about", "complaint"), ("moan_about", "grievanc"),
    }  # fmt: skip
    assert set(read_groups(["outlay spending  # money"])) == {("outlay", "spend"), ("spend", "outlay")}
    assert list(read_groups(["# nothing", ""])) == []


def test_a_phrase_of_a_question_is_one_term_that_other_words_tell():
    first, known = next(iter(phrases().items()))
    stems, term = known[0]
    assert term == "_".join(stems)
    assert term in {want.term for want in asked_in(" ".join(stems))}
    assert kindred(term)
    assert first == stems[0]


def test_a_kindred_word_counts_less_than_another_spelling():
    worth = {stem("collateral"): 1.0, stem("lorry"): 1.0}
    near = Wanted([Asked(stem("encumber"))], {}, Spellings(worth))
    assert 0.5 < near.cover(worth) < 0.8
    assert near.missing(worth) == ()
    assert Wanted([Asked(stem("quarry"))], {}, Spellings(worth)).missing(worth) == (stem("quarry"),)


def test_people_go_by_short_names():
    assert stem("Thomas".lower()) in kindred("tom")
    assert stem("william") in kindred("bill")
    assert "bill" not in kindred(stem("william"))  # a bill is no William


def test_core_profit_may_be_told_as_what_recurs_and_not_the_other_way_round():
    assert stem("recurring") in kindred(stem("core"))
    assert stem("core") not in kindred(stem("recurring"))
