"""Verbs that say nothing by themselves, put as what a table counts."""

import pytest

from tickmark.index.asked.doing import in_nouns
from tickmark.index.question import understand
from tickmark.index.words.terms import terms
from tickmark.ingest.figures.calendar import Calendar


def asked(text):
    return {wanted.term for wanted in understand(text, [], Calendar()).asked}


@pytest.mark.parametrize(
    "text",
    [
        "How many people left in 2024?",
        "number of staff over 50 that left",
        "how many of the women left us in the spring",
        "how many staff walked away from the mill",
        "number of people who upped and left",
    ],
)
def test_people_who_left_are_leavers(text):
    assert "STAFF_TURNOVER" in terms(in_nouns(text))


@pytest.mark.parametrize(
    "text",
    [
        "How many employees are left?",
        "how many people were left over",
        "how many staff left to train",
        "how many shares does she have left",
        "how much cash is left",
    ],
)
def test_what_remains_has_not_left(text):
    assert in_nouns(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "How many shares does Orla Quinn own?",
        "how many shares did Orla Quinn hold as at 5 May 2024",
        "Number of shares do the Quinns together hold, please",
        "how many A shares does Orla Quinn have in total?",
    ],
)
def test_shares_that_somebody_owns_are_shares_held(text):
    assert "STAKE" in asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "how many pledged shares does Orla Quinn hold?",
        "how many shares does Orla Quinn hold under pledge?",
        "how many shares does Orla Quinn have pledged?",
        "how many ships does Orla Quinn own?",
    ],
)
def test_other_holdings_keep_their_words(text):
    assert in_nouns(text) == text


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("number of lost-time accidents at the quarry", False),
        ("lost time type injury cases 2024", False),
        ("lost-time events due to workplace accidents", False),
        ("count of lost-time work injuries, not days", False),
        ("working time lost to injuries", True),
        ("how many days of lost time from injuries", True),
        ("lost time due to work injuries", True),
    ],
)
def test_injuries_that_cost_time_are_no_days(text, days):
    assert ("LOST_DAYS" in asked(text)) is days
    assert ("loss_ev" in asked(text)) is not days


def test_that_what_is_counted_took_place_says_nothing():
    assert asked("how many tutors were on the books") == asked("how many tutors were there")
    assert asked("number of lectures that were organised") == asked("number of lectures")
    assert in_nouns("value on the books") == "value on the books"


@pytest.mark.parametrize("text", ["shares that aren't pledged", "shares she hasn't yet pledged", "shares not pledged"])
def test_what_was_not_done_is_put_as_a_label_has_it(text):
    assert {"UNPLEDGED"} <= set(asked(text))
    assert "PLEDGE" not in asked(text)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("how many people joined the payroll in Norway", "NEW_HIRE"),
        ("how many workers were added to the workforce", "NEW_HIRE"),
        ("how many people came off the payroll", "STAFF_TURNOVER"),
        ("of the people taken on, how many were women", "NEW_HIRE"),
        ("of the staff that the mill hired, how many were women", "NEW_HIRE"),
    ],
)
def test_who_comes_and_goes_is_hired_and_leaves(text, term):
    assert term in terms(in_nouns(text))


@pytest.mark.parametrize(
    "text",
    [
        "how many people had been recruited from poor valleys",
        "how many staff had the mill hired from poor valleys",
        "how many people joined the ranks of the managers",
        "how many managers were hired to run the mills",
    ],
)
def test_where_people_come_from_and_what_they_became_is_no_hiring(text):
    assert in_nouns(text) == text or "NEW_HIRE" not in terms(in_nouns(text))


@pytest.mark.parametrize(
    "text",
    [
        "lost-time incidents linked to work injuries",
        "lost-time incidents arising from workplace accidents",
        "accidents that led to lost working days",
    ],
)
def test_incidents_that_cost_time_are_counted_whatever_they_are_linked_to(text):
    assert in_nouns(text) == "lost-time incidents"


def test_where_people_worked_says_where_they_are():
    assert in_nouns("how many staff worked in Norway") == "how many staff in Norway"
    assert in_nouns("how many people worked in Norway") == "how many people worked in Norway"
