"""First sentences that only lead up to the question."""

import pytest

from tickmark.index.asked.leading_up import leads_up


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("How top-heavy is the crew?", "Share of officers in all hands"),
        ("How old is the fleet?", "Please give me the number of ferries in each age group."),
        ("How busy was the port?", "I'd like to know how many ships called."),
    ],
)
def test_the_second_sentence_says_which_figure(first, second):
    assert leads_up([first, second])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("How many ferries sailed?", "Give me the number of ferries in May."),
        ("How old is the fleet?", "Please round the answer."),
        ("How old were ferries in 2021?", "Give me the number of ferries."),
    ],
)
def test_a_first_sentence_that_asks_itself_leads_up_to_nothing(first, second):
    assert not leads_up([first, second])


def test_one_sentence_leads_up_to_nothing():
    assert not leads_up(["How old is the fleet?"])
