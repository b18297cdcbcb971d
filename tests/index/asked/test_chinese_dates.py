"""Dates in Chinese questions."""

import pytest

from tickmark.index.asked.periods import periods_of
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Period


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025年前六个月的租金", "2025-01-01", "2025-06-30"),
        ("2025年頭三個月的租金", "2025-01-01", "2025-03-31"),
        ("25年首九个月的租金", "2025-01-01", "2025-09-30"),
        ("2025年前三季度的租金", "2025-01-01", "2025-09-30"),
        ("2025年头半年的租金", "2025-01-01", "2025-06-30"),
        ("二零二五年上半年的租金", "2025-01-01", "2025-06-30"),
        ("2025年Q2的租金", "2025-04-01", "2025-06-30"),
        ("截至2025年6月30日止三个月的租金", "2025-04-01", "2025-06-30"),
    ],
)
def test_the_months_that_a_year_begins_with(text, start, end):
    assert [(m.period.start, m.period.end) for m in periods_of(text, Calendar())[0]] == [(start, end)]


def test_long_ago_is_no_year():
    assert periods_of("25年前的租金", Calendar())[0] == []


@pytest.mark.parametrize("text", ["上年末的租金", "上一年末的租金", "前一年的租金"])
def test_the_year_before(text):
    calendar = Calendar(Period("duration", "2023-01-01", "2023-12-31", "2023"), (12, 31), "2024-03-28")
    assert [m.period.end for m in periods_of(text, calendar)[0]] == ["2022-12-31"]
