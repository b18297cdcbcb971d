"""The unit that a question names."""

import pytest

from tickmark.index.asked.named_unit import unit_asked


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("water use in tonnes", "tonnes"),
        ("electricity in MWh", "mwh"),
        ("training hours", "hours"),
        ("how many kilos of clay", "kilos"),
        ("用水量多少吨", "吨"),
        ("water per tonne", None),
        ("revenue", None),
    ],
)
def test_the_unit_that_is_named(text, unit):
    assert unit_asked(text) == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("how many B shares were there on the day of the vote", None),
        ("how many weavers had 30 hours of lessons", None),
        ("accidents per 100,000 hours", None),
        ("how much money was lent against the shares", None),
        ("how many people held shares", None),
        ("how many days were lost", "days"),
        ("how many bales, in tonnes", "tonnes"),
        ("training hours of weavers", "hours"),
        ("how much wool, tonnes", "tonnes"),
    ],
)
def test_the_unit_of_the_answer_is_that_of_what_is_counted(text, unit):
    assert unit_asked(text) == unit
