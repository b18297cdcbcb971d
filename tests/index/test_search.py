"""Finding: candidates, ranked, among the filings that may be looked at."""

import pytest

from tickmark.index.filters import Filters
from tickmark.index.search import Searcher

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def searcher(three_filings):
    return Searcher(three_filings)


def first(searcher, text, filters=None):
    return searcher.search(text, filters).figures[0].figure.printed


def test_the_best_comes_first(searcher):
    found = searcher.search("Palevsky scope 2 emissions 2022")
    assert found.figures[0].figure.printed == "4,250"
    scores = [c.score for c in found.figures]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= s <= 1 for s in scores)
    assert [p.score for p in found.passages] == sorted((p.score for p in found.passages), reverse=True)


def test_only_the_issuer_that_is_named(searcher):
    found = searcher.search("Brindlemoor revenue")
    assert {c.filing.issuer for c in found.figures} == {"Brindlemoor Foods plc"}
    assert [f.source for f in found.filings] == ["brindlemoor-results-2024.txt"]


def test_only_what_passes_the_filters(searcher):
    found = searcher.search("revenue", Filters(form=("ESG report",), period_from="2022-01-01", period_to="2022-12-31"))
    assert {c.filing.source for c in found.figures} == {"palevsky-esg-2023.txt"}
    assert {c.figure.period.end for c in found.figures} == {"2022-12-31"}


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Palevsky revenu 2023", "1,150.00"),
        ("Palevsky employess 2023", "1,400"),
        ("Palevsky water consumtion 2021", "91,400"),
        ("Brindlemoor operatng profit 2024", "31,840"),
    ],
)
def test_misspelt_words_are_put_right(searcher, text, printed):
    assert first(searcher, text) == printed


def test_a_misspelt_word_may_end_in_y(searcher):
    assert "salary" in searcher.search("Palevsky salery 2023").question.rest  # its stem ends in "i"
    assert searcher.search("Palevsky pecentage of women 2023").question.strong_percent  # the whole word, no stem


def test_a_letter_left_out_in_the_middle(searcher):
    assert first(searcher, "Palevsky emplyees 2023") == "1,400"


def test_a_word_of_english_is_no_slip_of_the_pen(searcher):
    assert "workforc" in searcher.search("Palevsky workforse 2023").question.rest
    assert "workhorse" in searcher.search("Palevsky workhorse 2023").question.rest  # two letters off


def test_names_that_nothing_mentions_are_strangers(searcher):
    assert searcher.search("Zorvex revenue 2023").question.strangers == ("zorvex",)
    assert searcher.search("Palevsky revenue 2023").question.strangers == ()
    assert searcher.search("tesla revenue 2023").question.strangers == ("tesla",)


def test_a_unit_named_first_is_no_company(searcher):
    assert searcher.search("tons of paint 2023").question.strangers == ()
    assert searcher.search("nuclear energy 2023").question.strangers == ("nuclear",)


def test_a_plain_word_is_no_company_unless_one_is_called_so(searcher):
    assert searcher.search("apple revenue 2023").question.strangers == ("appl",)
    assert searcher.search("roughly what was revenue in 2023").question.strangers == ()


def test_the_later_period_wins_a_tie(searcher):
    assert first(searcher, "Palevsky scope 1 emissions") == "585"


def test_the_same_question_finds_the_same(searcher):
    one, other = (searcher.search("Palevsky emissions by scope") for _ in range(2))
    assert [(c.figure.id, c.score) for c in one.figures] == [(c.figure.id, c.score) for c in other.figures]


def test_nothing_is_searched_where_no_filing_passes(searcher):
    found = searcher.search("revenue", Filters(issuer=("Nobody",)))
    assert (found.figures, found.passages, found.filings) == ([], [], [])
