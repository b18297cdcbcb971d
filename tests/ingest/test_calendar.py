from datetime import date

import pytest

from tickmark.ingest.figures.calendar import (
    Calendar,
    by_weeks,
    cjk_number,
    fiscal_year,
    month_of,
    months_ended,
    parse_date,
    shift_years,
)
from tickmark.ingest.model import Period


@pytest.mark.parametrize(
    "text",
    [
        "March 28, 2024",
        "28 March 2024",
        "28th of March, 2024",
        "2024-03-28",
        "28.03.2024",
        "2024年3月28日",
        "二零二四年三月二十八日",
        "Mar. 28, 2024",
    ],
)
def test_one_day_in_every_form(text):
    assert parse_date(text) == date(2024, 3, 28)


@pytest.mark.parametrize("text", ["February 30, 2024", "31.02.2024", "2024-13-01", "tomorrow", "二零二四年十十月一日"])
def test_no_such_day(text):
    assert parse_date(text) is None


def test_chinese_numerals():
    assert [cjk_number(w) for w in ("二零二三", "十", "十二", "二十", "三十一")] == [2023, 10, 12, 20, 31]


def test_months():
    assert [month_of(w) for w in ("January", "Sept.", "dec")] == [1, 9, 12]


def test_fiscal_years_end_where_the_calendar_says():
    assert fiscal_year(2024, Calendar()) == (date(2024, 1, 1), date(2024, 12, 31))
    assert fiscal_year(2024, Calendar(fiscal_end=(6, 30))) == (date(2023, 7, 1), date(2024, 6, 30))
    assert fiscal_year(2024, Calendar(fiscal_end=(2, 29))) == (date(2023, 3, 1), date(2024, 2, 29))


def test_month_ends_stay_month_ends():
    assert shift_years(date(2024, 2, 29), -1) == date(2023, 2, 28)
    assert shift_years(date(2023, 2, 28), 1) == date(2024, 2, 29)


def test_months_that_end_on_a_day():
    assert months_ended(date(2026, 6, 30), 6) == date(2026, 1, 1)
    assert months_ended(date(2024, 3, 31), 3) == date(2024, 1, 1)
    assert months_ended(date(2024, 2, 29), 12) == date(2023, 3, 1)


def calendar_of(end, *closings):
    days = tuple(date.fromisoformat(day) for day in (end, *closings))
    return Calendar(Period("duration", "2023-01-01", end, end), closings=days)


@pytest.mark.parametrize(
    ("calendar", "weeks"),
    [
        (calendar_of("2023-12-31"), False),
        (calendar_of("2023-12-31", "2023-01-01", "2022-12-31"), False),
        (calendar_of("2023-07-01"), True),
        (calendar_of("2023-12-31", "2022-01-02"), True),
        (calendar_of("2023-12-31", "2022-01-03"), False),
        (calendar_of("2023-06-30", "2023-06-23"), False),
        (Calendar(), False),
    ],
)
def test_years_of_whole_weeks_close_on_a_weekday(calendar, weeks):
    assert by_weeks(calendar) is weeks
