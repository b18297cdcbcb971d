"""Dates of what a question tells before it asks."""

import pytest

from tickmark.index.asked.told_dates import without_told_dates
from tickmark.index.question import understand
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Period

CALENDAR = Calendar(Period("duration", "2023-01-01", "2023-12-31", "2023"), (12, 31), "2024-03-28")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The note gives tallow used in 2023 and 2022. What was it in 2021?", ["2021-12-31"]),
        ("Of the money put into looms since 2021, how much was spent in 2022?", ["2022-12-31"]),
        ("We have 2022 already. How much tallow was used?", ["2022-12-31"]),
        ("Tallow used stood at 40 in 2021. By how much did it rise by 2022?", ["2021-12-31", "2022-12-31"]),
        ("What was it in 2021? And in 2022?", ["2021-12-31", "2022-12-31"]),
    ],
)
def test_only_the_dates_of_what_asks_count_where_it_has_any(text, ends):
    assert [span.end for span in understand(text, [], CALENDAR).spans] == ends


def test_one_year_out_of_a_whole_since_then_is_no_series():
    text = "Of the money put into looms since 2021, how much was spent in 2022?"
    assert understand(text, [], CALENDAR).intent == "figure"


@pytest.mark.parametrize("text", ["tallow used in 2021 and 2022", "How much tallow was used? It was 40 in 2021."])
def test_what_tells_nothing_first_stays_as_it_is(text):
    assert without_told_dates(text, CALENDAR) == text
