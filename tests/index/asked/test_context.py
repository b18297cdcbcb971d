"""Sentences beside a question that ask nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickmark.index.asked.context import without_context


def of_filings(word):
    return word in {"looms", "weavers", "tarn", "carding"}


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("We're looking at old mills. How many looms stood idle?", "How many looms stood idle?"),
        ("How many looms stood idle? Just the count, not a percentage.", "How many looms stood idle?"),
        ("How many looms stood idle? Saw a few numbers on Slack.", "How many looms stood idle?"),
        ("Did idle looms go up? How many idle looms were sold?", "How many idle looms were sold?"),
        ("The number of employees seems to have jumped. How many employees wove?", "How many employees wove?"),
        ("The company says that it saves coal. How many looms did it sell?", "How many looms did the company sell?"),
        ("I need the idle looms of the mill. Not those at Carding.", "I need the idle looms of the mill."),
        (
            "Weaving slumped at the river-based group. How many looms did it sell?",
            "How many looms did the company sell?",
        ),
        ("一共停了多少台织机？只要台数", "一共停了多少台织机？"),
        ("How many looms stood idle? I.e. unused looms plus broken ones", "How many looms stood idle?"),
    ],
)
def test_what_asks_nothing_is_taken_out(text, rest):
    assert without_context(text, of_filings).rest == rest


@pytest.mark.parametrize(
    "text",
    [
        "Tarn wove sailcloth in May. How much was it?",  # the question leans on it
        "Our client is Oddlington. How many looms stood idle?",  # perhaps a company without filings
        "Tarn runs the Carding mill. How many looms stood idle?",  # it names which mill
        "How many looms stood idle? (The larger mill)",
        "How many looms stood idle? Excluding those on loan.",
        "How much did a weaver earn? Wages divided by weavers.",
        "How much thread was bought? In tonnes please",
        "How many looms stood idle? Show me the yearly numbers.",
        "Idle looms, i.e. those unused, in 2023?",
        "Looms were sold to schools. How many are they said to have bought?",
    ],
)
def test_what_an_answer_hangs_on_stays(text):
    assert without_context(text, of_filings).rest == text


def test_per_cent_may_be_asked_for_beside_the_question():
    assert without_context("How much of the cloth was dyed blue? A percentage will do.", of_filings).percent
    assert not without_context("How much of the cloth was dyed blue? Not the percentage.", of_filings).percent


@given(st.text(max_size=80))
def test_something_is_always_left(text):
    assert without_context(text, of_filings).rest.strip() or not text.strip()


def test_what_a_sentence_beside_the_question_does_not_want_is_kept():
    found = without_context("How many looms stood idle? I don't need the weavers.", of_filings)
    assert found.unwanted.terms
    assert found.rest == "How many looms stood idle?"
