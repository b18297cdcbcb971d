"""What a question is for and what somebody is doing: neither names a metric."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickmark.index.asked.ages import plain_ages
from tickmark.index.asked.courtesies import without_courtesies
from tickmark.index.asked.dates import plain_dates
from tickmark.index.asked.purpose import without_purpose
from tickmark.index.asked.set_aside import set_aside


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Checking dilution risk: how many warrants are outstanding?", "how many warrants are outstanding?"),
        ("For my scoring sheet: water use per tonne", "water use per tonne"),
        ("for our comps, what was the gross margin", "what was the gross margin"),
        ("gross margin for the DCF model", "gross margin"),
        ("Modelling capex - need the outlay on capex", "the outlay on capex"),
        ("could you pull the gross margin", "the gross margin"),
        ("I'd like the gross margin", "the gross margin"),
        ("For a note on old mills I would need the gross margin", "the gross margin"),
        ("Charting the Costs build-out: what was the gross margin of Capex?", "what was the gross margin of Capex?"),
        ("For a piece on how they treat tinkerers: what was the gross margin?", "what was the gross margin?"),
        ("I'm looking for the gross margin", "the gross margin"),
        ("For the board pack I need the gross margin", "the gross margin"),
        ("for our safety line we need the gross margin", "the gross margin"),
        ("For a unit test: the gross margin", "the gross margin"),
        ("capacity of a new line", "capacity of a new line"),
        ("For the ferries I need the gross margin", "For the ferries I need the gross margin"),
        # the clause names the only metric
        ("Looking at dividends: what were they?", "dividends, what were they?"),
        ("a quick check on the May 2021 results notice - how many shares?", "how many shares?"),
        # of what it is part of, not of what it is for
        ("Pension costs - how much in cash?", "Pension costs - how much in cash?"),
        ("capex for the new model", "capex for the new model"),
        ("For the Harwick yard: floor area?", "For the Harwick yard: floor area?"),
        # perhaps a company
        ("Checking Oddlington Ferries: what was revenue?", "Checking Oddlington Ferries: what was revenue?"),
    ],
)
def test_a_purpose_is_no_metric(text, bare):
    assert without_purpose(text, {"capex", "costs"}.__contains__).rest == bare


def test_a_clause_that_may_name_a_company_says_so():
    assert without_purpose("checking oddlington ferries: revenue?", lambda _: False).names == ("oddlington", "ferri")
    # the company is told already
    assert without_purpose("updating my oddity sheet: revenue?").rest == "revenue?"


def test_what_somebody_is_doing_may_be_a_sentence():
    assert without_purpose("I'm checking cash. What was operating profit?").rest == "What was operating profit?"
    assert without_purpose("I'm checking cash. How much was it?").rest == "cash, How much was it?"


PIECES = st.sampled_from(
    [
        "Checking ",
        "R&D: ",
        "for my ",
        "model, ",
        "what was it",
        " - ",
        "hi ",
        "thx",
        "not the ",
        "Nov-23 ",
        "21 22 23 ",
        "over 50",
        "'24",
    ]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=8).map("".join))
def test_any_text_is_taken_and_none_is_emptied(text):
    for plain in (without_courtesies, plain_dates, plain_ages):
        assert bool(plain(text).strip()) >= bool(text.strip())
    assert bool(without_purpose(text, lambda _: False).rest.strip()) >= bool(text.strip())
    assert bool(set_aside(text).rest.strip()) >= bool(text.strip())
