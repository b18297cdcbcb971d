"""What a question asks to be worked out, read from its words."""

import pytest

from tickmark.service.calculations.operations import over_periods_asked, shares_asked, without_operation


@pytest.mark.parametrize(
    ("rest", "part", "whole", "ratio"),
    [
        ("What was fuel as a percentage of total costs", "fuel", "total costs", False),
        ("fuel expressed as a percent of total costs", "fuel", "total costs", False),
        ("what percentage of total costs was fuel", "fuel", "total costs", False),
        ("what portion of total costs is attributable to fuel", "fuel", "total costs", False),
        ("fuel represents what share of total costs", "fuel", "total costs", False),
        ("What is the percentage of fuel in total costs", "fuel", "total costs", False),
        ("what is the proportion of fuel over total costs", "fuel", "total costs", False),
        ("For , what is the percentage constitution of fuel among the total costs", "fuel", "total costs", False),
        ("the ratio of fuel to wages", "fuel", "wages", True),
        ("fuel as a ratio of wages", "fuel", "wages", True),
        ("debt-to-equity ratio", "debt", "equity", True),
        ("fuel divided by wages", "fuel", "wages", False),
        ("share of total costs that was fuel", "fuel", "total costs", False),
        ("proportion of drivers who worked in Kent", "in Kent", "drivers", False),
        ("share of fuel in total costs, percent", "fuel", "total costs", False),
        ("乘客中儿童占比", "儿童", "乘客", False),
        ("燃料占总成本的比例", "燃料", "总成本", False),
    ],
)
def test_a_part_and_its_whole(rest, part, whole, ratio):
    assert next(shares_asked(rest))[:3] == (part, whole, ratio)


@pytest.mark.parametrize(
    ("text", "periods", "wanted"),
    [
        ("average fuel cost in 2022 and 2023", 2, ("average", False)),
        ("average annual fuel cost", 1, ("average", True)),
        ("What is the total fuel cost in 2022 and 2023?", 2, ("total", False)),
        ("fuel cost in 2022 and 2023 altogether", 2, ("total", True)),
        ("what was the total fuel cost in 2022 and 2023 respectively?", 2, (None, False)),
        ("average fuel cost in 2023", 1, (None, False)),
        ("change of the average fuel cost from 2022 to 2023", 2, (None, False)),
        ("fuel cost in 2022 and 2023", 2, (None, False)),
        ("lessons that the average worker had over 2022 and 2023", 2, (None, False)),
        ("the average worker turnover over 2022 and 2023", 2, ("average", True)),
    ],
)
def test_an_average_or_a_total_over_periods(text, periods, wanted):
    assert over_periods_asked(text, periods) == wanted


def test_the_question_for_the_figures_themselves():
    assert without_operation("What is the average fuel cost in 2022 and 2023?") == "What is fuel cost in 2022 and 2023?"
