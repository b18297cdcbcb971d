"""Which times something is asked over where one of them only says since when it runs."""

import pytest

from tickmark.index.question import understand
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Period
from tickmark.service.calculations.points import in_points, of_points
from tickmark.service.calculations.times import asked_times, spans_of

YEAR = Calendar(Period("duration", "2024-01-01", "2024-12-31"), published="2025-03-01")


def asked(text):
    return understand(text, (), YEAR)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Since 2022, by how much have fares climbed, up to 2024?", ["2022-12-31", "2024-12-31"]),
        ("average grant per pupil since 2015, as of 2024", ["2024-12-31"]),
        ("fares in 2023 and 2024", ["2023-12-31", "2024-12-31"]),
    ],
)
def test_the_year_something_runs_since_is_a_time_of_its_own_only_where_things_moved(text, ends):
    assert sorted(span.end for span in asked_times(asked(text))) == ends
    assert [span.end for span in spans_of(asked(text))] == ends


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("What's the gap, in points, between the two rates in 2024?", True),
        ("how many percentage points separate them", True),
        ("What's the gap, in boats, between the two piers in 2024?", False),
    ],
)
def test_points_are_asked_for_wherever_that_is_said(text, points):
    assert in_points(asked(text)) is points


def test_rates_and_scores_differ_by_points_and_amounts_do_not():
    assert of_points("%") and of_points("point")
    assert not of_points("RMB") and not of_points(None)
