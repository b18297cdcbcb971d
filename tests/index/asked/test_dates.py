"""Dates in the ways that people type them."""

import pytest

from tickmark.index.asked.dates import is_month, plain_dates
from tickmark.index.asked.periods import periods_of
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Period

CALENDAR = Calendar(Period("duration", "2025-01-01", "2025-12-31", "2025"), (12, 31), "2026-03-10")


def asked(text):
    periods, rest = periods_of(text, CALENDAR)
    return [(m.period.start, m.period.end) for m in periods], rest.split()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Sep-24", "2024-09-01", "2024-09-30"),
        ("Sept'24", "2024-09-01", "2024-09-30"),
        ("Sep 24", "2024-09-01", "2024-09-30"),
        ("sep-2024", "2024-09-01", "2024-09-30"),
        ("Septembr 2024", "2024-09-01", "2024-09-30"),
        ("Feburary 2024", "2024-02-01", "2024-02-29"),
        ("24年9月", "2024-09-01", "2024-09-30"),
        ("1H25", "2025-01-01", "2025-06-30"),
        ("1H 25", "2025-01-01", "2025-06-30"),
        ("H1'25", "2025-01-01", "2025-06-30"),
        ("2Q/25", "2025-04-01", "2025-06-30"),
        ("Q2 of '25", "2025-04-01", "2025-06-30"),
        ("third quarter '24", "2024-07-01", "2024-09-30"),
        ("FY23", "2023-01-01", "2023-12-31"),
        ("'23", "2023-01-01", "2023-12-31"),
        ("22年", "2022-01-01", "2022-12-31"),
        ("5 Sep 24", None, "2024-09-05"),
        ("17/9/2024", None, "2024-09-17"),
        ("end-2024", None, "2024-12-31"),
        ("YE24", None, "2024-12-31"),
        ("when 2024 began", None, "2023-12-31"),
        ("going into 2024", None, "2023-12-31"),
        ("on entering 2024", None, "2023-12-31"),
        ("by the time 2024 was over", None, "2024-12-31"),
        ("as 2024 drew to a close", None, "2024-12-31"),
        ("end '24", None, "2024-12-31"),
        ("2024年年初", None, "2023-12-31"),
        ("2024年底", None, "2024-12-31"),
        ("2024 half-year", "2024-01-01", "2024-06-30"),
        ("2024 interims", "2024-01-01", "2024-06-30"),
        ("2024 second half", "2024-07-01", "2024-12-31"),
        ("2024's third quarter", "2024-07-01", "2024-09-30"),
    ],
)
def test_a_date_in_any_hand(text, start, end):
    assert asked(text) == ([(start, end)], [])


def test_a_year_beside_chinese_words():
    assert asked("人数2024") == ([("2024-01-01", "2024-12-31")], ["人数"])


@pytest.mark.parametrize(
    "text",
    [
        "22 23 24",
        "22, 23 and 24",
        "'22 / '23 / '24",
        "FY22, FY23 and FY24",
        "24 23 22",
        "2022到2024每年",
        "22-24年",
        "last three years up to 2024",
        "the 3 yrs to 2024",
    ],
)
def test_several_years(text):
    assert asked(text)[0] == [(f"{year}-01-01", f"{year}-12-31") for year in (2022, 2023, 2024)]


@pytest.mark.parametrize(
    "text",
    [
        "Sep 24, 2024",
        "12 13 14 days",
        "20 21 22%",
        "open in 22 and 30 cities",
        "staff aged from 25 to 30",
        "Room 22 24 26",
        "5/6/2024",
        "May 15",
        "20年工龄",
        "FY23/24",
        "market 2024",
        "September 2024 half-year",
        "2024 interim dividend",
        "2023 first half 2024",
    ],
)
def test_what_may_be_something_else_keeps_its_words(text):
    assert plain_dates(text) == text


def test_a_month_is_told_by_its_name_its_stem_and_its_short_form():
    assert all(map(is_month, ("nov", "november", "novemb", "juli", "sept")))
    assert not any(map(is_month, ("market", "junior", "decent", "marker")))


def test_the_last_year_of_a_report_is_the_one_it_reports_on():
    assert plain_dates("rent in the last fiscal year covered by the annual report").split() == ["rent"]
    assert "last year" in plain_dates("rent in the last year")


def test_the_close_of_a_year_is_its_end_and_no_word_of_the_metric():
    assert asked("barges owned at the close of 2024") == ([(None, "2024-12-31")], ["barges", "owned"])


def test_short_years_before_brackets_dashes_and_each_other():
    assert plain_dates("staff at end 24 vs end 23") == "staff at end 2024 vs end 2023"
    assert plain_dates("water in 24 (tonnes)") == "water in 2024 (tonnes)"
    assert plain_dates("water in 24 - how many tonnes") == "water in 2024 - how many tonnes"
    assert plain_dates("water rate, change 24 vs 23") == "water rate, change 2024 vs 2023"
    assert plain_dates("heats won 24 vs 23 lost") == "heats won 24 vs 23 lost"
    assert plain_dates("water from 22 to 24") == "water from 2022 to 2024"
