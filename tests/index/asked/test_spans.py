"""Stretches and ends of time as people call them."""

import pytest

from tickmark.index.asked.intents import intent_of
from tickmark.index.asked.periods import periods_of
from tickmark.index.asked.spans import plain_spans
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Period

CALENDAR = Calendar(Period("duration", "2023-01-01", "2023-12-31", "2023"), (12, 31), "2024-03-28")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("rent FY-23", "2023-01-01", "2023-12-31"),
        ("rent at YE-22", None, "2022-12-31"),
        ("rent HY25", "2025-01-01", "2025-06-30"),
        ("rent between January and June 2025", "2025-01-01", "2025-06-30"),
        ("rent between 1 April and 30 June 2025", "2025-04-01", "2025-06-30"),
        ("rent in the first two quarters of 2025", "2025-01-01", "2025-06-30"),
        ("rent in the first three quarters of 2025", "2025-01-01", "2025-09-30"),
        ("debt at the prior year end", "2022-01-01", "2022-12-31"),
        ("debt a year before the end of 2023", None, "2022-12-31"),
        ("rent in the comparison year", "2022-01-01", "2022-12-31"),
        ("rent in 2021, the comparison year", "2021-01-01", "2021-12-31"),
    ],
)
def test_a_time_that_is_called_otherwise(text, start, end):
    assert [(m.period.start, m.period.end) for m in periods_of(text, CALENDAR)[0]] == [(start, end)]


@pytest.mark.parametrize("text", ["FY-23/24", "halls between May and Main streets", "the comparison of years"])
def test_what_names_no_such_time_stays(text):
    assert plain_spans(text) == text


def test_by_the_end_of_a_year_is_no_series():
    assert intent_of("debt by year-end 2023", []) == "figure"
    assert intent_of("debt by year", []) == "series"
