"""What sort of number is asked for: per cent, money, a count."""

import pytest

from tickmark.index.asked.number import asks_currency, asks_percent_alone
from tickmark.index.question import understand
from tickmark.ingest.figures.calendar import Calendar


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("percentage of women", {"percent", "strong_percent"}),
        ("share of women", {"percent", "strong_percent"}),
        ("green power share at the works", {"percent", "strong_percent"}),
        ("pledged shares relative to share capital", {"percent", "strong_percent"}),
        ("share of profit of associates", {"percent", "money"}),
        ("dividend per share of the company", set()),
        ("share-based payments of the company", set()),
        ("net sales of the company", {"money"}),
        ("sales staff of the company", set()),
        ("women in sales and design", set()),
        ("how much did they put into training", {"spending"}),
        ("how much went on looms", {"spending"}),
        ("how much soot went up", set()),
        ("how much was spent on R&D", {"money", "spending"}),
        ("how much soot did the kilns put into the air", set()),
        ("how many staff", {"count"}),
        ("turnout at the meeting", {"strong_percent"}),
        ("turnout: how many shares were represented", {"count"}),
        ("公司有多少名员工", {"count"}),
        ("织机多少钱", {"spending"}),
        ("water use in tonnes", set()),
    ],
)
def test_what_the_words_say_of_the_unit(text, flags):
    question = understand(text, [], Calendar())
    names = {"percent", "strong_percent", "money", "spending", "count"}
    assert {name for name in names if getattr(question, name)} == flags


@pytest.mark.parametrize("rate", ["interest rate", "tax rate", "vacancy rate", "approval rate", "rate of support"])
def test_rates_that_are_told_in_percent_alone(rate):
    assert asks_percent_alone(f"what {rate} did Palevsky have")
    assert not asks_percent_alone("what exchange rate did Palevsky use")


def test_a_part_in_per_cent_is_in_no_currency():
    assert asks_currency("cost of the kiln (in USD)", None)
    assert asks_currency("cost of the kiln", "USD")
    assert not asks_currency("percentage of the cost (in USD)", "USD")
