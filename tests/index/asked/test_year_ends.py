"""Years and quarters called by the month that they end in."""

import pytest

from tickmark.index.asked.periods import periods_of
from tickmark.index.asked.year_ends import by_their_end
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Period

CALENDAR = Calendar(Period("duration", "2024-07-01", "2025-06-30", "2025"), (6, 30), "2025-09-10")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("rent in the June 2024 year", "2023-07-01", "2024-06-30"),
        ("rent, Jun 2024 financial year", "2023-07-01", "2024-06-30"),
        ("rent in the March 2024 quarter", "2024-01-01", "2024-03-31"),
        ("rent FY June 2024", "2023-07-01", "2024-06-30"),
        ("rent FYE 30 June 2024", "2023-07-01", "2024-06-30"),
        ("rent FYE24", "2023-07-01", "2024-06-30"),
        ("rent FYE 2024", "2023-07-01", "2024-06-30"),
        ("rent, full-year 24", "2023-07-01", "2024-06-30"),
        ("rent in FY2023 (to 31 Mar 2024)", "2023-04-01", "2024-03-31"),
        ("rent in fiscal 2023 (year ended March 31, 2024)", "2023-04-01", "2024-03-31"),
        ("rent FY24 (12 months to June 2024)", "2023-07-01", "2024-06-30"),
    ],
)
def test_a_period_may_be_called_by_its_last_month(text, start, end):
    assert [(m.period.start, m.period.end) for m in periods_of(text, CALENDAR)[0]] == [(start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "barges at June 2024 year-end",
        "rent in 2023 (2024: 40)",
        "rent in 2023 (and in June 2024)",
        "a year in June 2024",
        "a full year 24 days late",
        "full-year 24% margin",
    ],
)
def test_other_months_stay_as_they_are(text):
    assert by_their_end(text) == text


@pytest.mark.parametrize("text", ["kilns, YE22-YE24", "kilns YE2022 to YE2024", "kilns year-end 2022 - 2024"])
def test_the_ends_of_several_years_are_each_of_them(text):
    assert [m.period.end for m in periods_of(text, Calendar())[0]] == ["2022-12-31", "2023-12-31", "2024-12-31"]


def test_the_end_of_a_year_of_two_digits():
    assert by_their_end("barges, end-24") == "barges, end of 2024"
    assert by_their_end("barges, year-end '24") == "barges, end of 2024"
    assert by_their_end("an end-24 loom") == "an end of 2024 loom"
    assert by_their_end("a dead end 24 miles long") == "a dead end 24 miles long"


def test_the_beginning_of_a_period_that_is_said_to_be_a_year():
    text = "looms at the beginning of the Reporting Period (being the year ended December 31, 2023)"
    assert [m.period.end for m in periods_of(text, Calendar())[0]] == ["2022-12-31"]
