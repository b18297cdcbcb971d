"""What a question says that it does not want."""

import pytest

from tickmark.index.asked.left_out import names_left_out
from tickmark.index.asked.set_aside import set_aside


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("spending on dredging - amount, not the percentage", "spending on dredging - amount"),
        ("money spent on dredging, amount not the %", "money spent on dredging, amount"),
        ("dredging in absolute terms", "dredging"),
        ("疏浚支出,不是占比", "疏浚支出"),
    ],
)
def test_an_amount_is_no_share(text, rest):
    found = set_aside(text)
    assert " ".join(found.rest.split()) == rest
    assert (found.amount, found.share) == (True, False)


def test_a_share_is_no_amount():
    found = set_aside("women on the board as a percentage, not the number")
    assert (found.amount, found.share) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "net profit, one-offs included",
        "net profit (incl. exceptional items)",
        "净利润(含非经常性损益)",
        "net profit before stripping out the one-offs",
        "net profit (attributable, before backing out exceptional items)",
        "net profit before one-time gains are taken out",
    ],
)
def test_one_offs_that_are_included_are_left_out_of_no_label(text):
    found = set_aside(text)
    assert "one" not in found.rest
    assert names_left_out("Net profit after deducting non-recurring gains or losses", found.terms)
    assert names_left_out("Net profit excluding non-recurring items", found.terms)
    assert not names_left_out("Net profit", found.terms)


def test_a_running_total_that_is_not_wanted():
    found = set_aside("dredging costs - not the running total since 2019, just 2024 on its own?")
    assert "2019" not in found.rest
    assert "own" not in found.rest
    assert names_left_out("Dredging costs since 2019", found.terms)
    assert names_left_out("Cumulative dredging costs", found.terms)
    assert not names_left_out("Dredging costs", found.terms)


def test_a_thing_that_is_not_wanted():
    found = set_aside("fuel of the ferries, not the tugs")
    assert found.rest.split() == ["fuel", "of", "the", "ferries"]
    assert names_left_out("Fuel of the tugs", found.terms)


@pytest.mark.parametrize(
    "text",
    [
        "shares not pledged",
        "ships not including barges",
        "why was the dividend not paid",
        "not the total",
        "net profit excluding one-offs",
        "net profit before exceptional items",
    ],
)
def test_what_is_part_of_the_metric_stays(text):
    found = set_aside(text)
    assert found.rest == text
    assert not found.terms
