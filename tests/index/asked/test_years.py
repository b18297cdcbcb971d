"""Several years named at once, and words that ask for the figure of each."""

from __future__ import annotations

import pytest

from tickmark.index.asked.intents import intent_of
from tickmark.index.asked.periods import periods_of
from tickmark.index.asked.ways import last_years
from tickmark.index.asked.years import in_each_period, without_each_period, years_named
from tickmark.ingest.figures.calendar import Calendar


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("steel bought 2019-2021", (2019, 2020, 2021)),
        ("steel bought 2019 thru 2021", (2019, 2020, 2021)),
        ("steel bought from 2019 up to 2021", (2019, 2020, 2021)),
        ("steel bought 2019~2021", (2019, 2020, 2021)),
        ("steel bought 2019/20/21", (2019, 2020, 2021)),
        ("steel bought, 19 20 21", (2019, 2020, 2021)),
        ("steel bought '21, '20 and '19", (2019, 2020, 2021)),
        ("steel bought between '19 and '21", (2019, 2020, 2021)),
        ("steel bought, three years to 2021", (2019, 2020, 2021)),
        ("steel bought over the last 3 years up to the end of 2021", (2019, 2020, 2021)),
        ("2019到2021采购的钢材", (2019, 2020, 2021)),
        ("2019年至2021年采购的钢材", (2019, 2020, 2021)),
    ],
)
def test_every_year_of_a_stretch_or_list(text: str, years: tuple[int, ...]) -> None:
    found = years_named(text)
    assert found is not None
    assert found.years == years
    assert [m.period.end for m in periods_of(text, Calendar())[0]] == [f"{year}-12-31" for year in years]


@pytest.mark.parametrize(
    "text",
    [
        "steel bought in 2020/21",  # one fiscal year
        "resolutions 10, 11 and 12",
        "workers aged 31 32 33",
        "pumps of 20 25 30 kW",
        "steel bought in 2021",
        "on 2021-12-31",
    ],
)
def test_numbers_that_are_no_years(text: str) -> None:
    assert years_named(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("steel bought, each year", "steel bought,"),
        ("steel bought in every fiscal year shown", "steel bought"),
        ("steel bought, year-wise", "steel bought,"),
        ("steel bought: yearly figures", "steel bought:"),
        ("steel bought over time", "steel bought"),
        ("Trend please: steel bought", "please: steel bought"),
        ("steel bought, all three years", "steel bought,"),
        ("steel bought, one figure per year", "steel bought,"),
        ("逐年采购的钢材", "采购的钢材"),
        ("每年采购的钢材", "采购的钢材"),
        ("历年采购的钢材", "采购的钢材"),
    ],
)
def test_words_for_each_period_ask_for_a_series_and_name_no_metric(text: str, rest: str) -> None:
    assert in_each_period(text)
    assert intent_of(text, []) == "series"
    assert without_each_period(text).strip() == rest


@pytest.mark.parametrize(
    "text", ["steel bought in 2021", "trend-setting products sold", "year-on-year growth of steel"]
)
def test_other_questions_ask_for_no_series(text: str) -> None:
    assert not in_each_period(text)


def test_nothing_is_left_out_where_nothing_else_is_said() -> None:
    assert without_each_period("trend") == "trend"


def test_a_trend_of_so_many_years_is_the_newest_of_them() -> None:
    found = last_years("steel bought, 3-year trend")
    assert found is not None
    assert (found.years, found.rest.split()) == (3, ["steel", "bought,"])


@pytest.mark.parametrize(
    "text",
    [
        "steel bought, both years shown",
        "steel bought over the reported years",
        "steel bought in each of the three years",
        "steel bought, this year and last",
        "steel bought for all three years in the 2021 report",
        "过去三年采购的钢材各是多少",
        "三年来采购的钢材",
    ],
)
def test_years_that_only_a_report_counts_are_each_asked_for(text: str) -> None:
    assert in_each_period(text)
    assert intent_of(text, []) == "series"


@pytest.mark.parametrize("text", ["steel bought three years ago", "the year the mill opened", "the two plants' steel"])
def test_a_number_of_years_alone_asks_for_no_series(text: str) -> None:
    assert not in_each_period(text)


@pytest.mark.parametrize(
    "text",
    [
        "这三年的耗水量",
        "三年分别用水多少",
        "这三个年度的耗水量",
        "报告的三年里的耗水量",
        "water used, all reported yrs",
        "water used in all 3 yrs",
    ],
)
def test_each_of_these_years(text: str) -> None:
    assert in_each_period(text)


def test_days_are_no_stretch_of_years() -> None:
    assert years_named("clay sold from 1 January 2024 to 30 June 2024") is None


@pytest.mark.parametrize(("text", "each"), [("2年变化", True), ("较2022年变化了多少", False)])
def test_the_last_digit_of_a_year_counts_no_years(text, each):
    assert in_each_period(text) is each


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("what went into research and development in 2022", False),
        ("what went into research & development in 2022", False),
        ("steel bought: development over 2020 to 2022", True),
    ],
)
def test_development_that_is_paid_for_is_no_series(text, each):
    assert in_each_period(text) is each
