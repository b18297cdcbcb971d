"""Which period a label gives its row, and a column that is headed by a day."""

from datetime import date

import pytest

from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Period
from tickmark.ingest.tables.completing import closed_by
from tickmark.ingest.tables.row_periods import RowPeriods
from tickmark.ingest.tables.when import When, closing, resolve

YEAR_2024 = Period("duration", "2024-01-01", "2024-12-31", "2024")


def rows(**more):
    said = {"flow": True, "future": False, "events": False, "segments": False, "turns": True}
    return RowPeriods(Calendar(YEAR_2024, (12, 31)), None, **(said | more))


def place(period):
    return period.kind, period.start, period.end


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("Kilns built", ("duration", "2024-01-01", "2024-12-31")),
        ("Balance at beginning of year", ("instant", None, "2023-12-31")),
        ("Balance at end of year", ("instant", None, "2024-12-31")),
        ("Balance at June 30, 2023", ("instant", None, "2023-06-30")),
        ("Balance at January 1, 2024", ("instant", None, "2023-12-31")),
        ("Balance at February 1, 2024", ("instant", None, "2024-02-01")),
        ("Changes in funded status", ("duration", "2024-01-01", "2024-12-31")),
        ("Total assets", ("instant", None, "2024-12-31")),
        ("January 1, 2023 to March 31, 2023", ("duration", "2023-01-01", "2023-03-31")),
    ],
)
def test_a_label_says_when_its_numbers_are_of(label, found):
    assert place(rows().of(label, YEAR_2024)) == found


def test_inventories_of_a_segment_are_those_at_the_end():
    assert rows(segments=True).of("Inventories", YEAR_2024).kind == "instant"
    assert rows().of("Inventories", YEAR_2024).kind == "duration"


def test_a_day_on_which_something_happens_dates_no_amount():
    assert rows(events=True).of("June 30, 2023", YEAR_2024) == YEAR_2024


def test_a_column_headed_by_the_last_day_of_a_year_is_of_that_year():
    headed = Period("instant", None, "2022-12-31", "Dec. 31, 2022")
    assert place(closed_by(headed, YEAR_2024)) == ("duration", "2022-01-01", "2022-12-31")
    assert closed_by(Period("instant", None, "2022-06-30", "June 30, 2022"), YEAR_2024) is None
    assert closed_by(YEAR_2024, YEAR_2024) is None


@pytest.mark.parametrize(
    ("end", "months", "start"),
    [("2024-06-29", 3, "2024-03-31"), ("2024-12-28", 12, "2023-12-31"), ("2024-05-31", 3, "2024-03-01")],
)
def test_months_of_a_year_of_weeks_begin_the_day_after_a_close(end, months, start):
    closings = (date(2024, 6, 29), date(2024, 12, 28), date(2023, 12, 30), date(2023, 12, 27))
    weekly = Calendar(Period("duration", "2024-03-31", "2024-06-29", ""), (12, 28), closings=closings)
    when = When(stretch=True, months=months, days=(date.fromisoformat(end),))
    assert place(resolve(when, weekly, flow=True, text="")) == ("duration", start, end)


def test_the_first_day_of_a_year_to_come_closes_none():
    calendar = Calendar(Period("duration", "2023-04-01", "2023-06-30", ""), closings=(date(2024, 1, 1),))
    assert closing(2023, None, calendar) == date(2023, 12, 31)
