"""Parts of a year told by their months."""

import pytest

from tickmark.index.asked.periods import periods_of
from tickmark.ingest.figures.calendar import Calendar


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("glass sold in the July to September quarter of 2024", "2024-07-01", "2024-09-30"),
        ("glass sold in the July-September quarter, 2024", "2024-07-01", "2024-09-30"),
        ("glass sold from July through September 2024", "2024-07-01", "2024-09-30"),
        ("glass sold in the quarter running from July to September 2024", "2024-07-01", "2024-09-30"),
        ("glass sold in the third quarter (July-September) of 2024", "2024-07-01", "2024-09-30"),
        ("glass sold in July, August and September 2024", "2024-07-01", "2024-09-30"),
        ("glass sold in the September quarter of 2024", "2024-07-01", "2024-09-30"),
        ("glass sold in January to June of 2024", "2024-01-01", "2024-06-30"),
        ("glass sold from 1 January to 30 June 2024", "2024-01-01", "2024-06-30"),
        ("glass sold January 1 to June 30, 2024", "2024-01-01", "2024-06-30"),
        ("glass sold 1 January 2024 to 30 June 2024", "2024-01-01", "2024-06-30"),
        ("glass sold in the second three months of 2024", "2024-04-01", "2024-06-30"),
        ("glass sold in the last six months of 2024", "2024-07-01", "2024-12-31"),
        ("glass sold in the closing quarter of 2024", "2024-10-01", "2024-12-31"),
        ("glass sold in the back half of 2024", "2024-07-01", "2024-12-31"),
    ],
)
def test_such_a_part_is_one_period(text, start, end):
    periods, rest = periods_of(text, Calendar())
    assert [(m.period.start, m.period.end) for m in periods] == [(start, end)]
    assert not {"july", "june", "january", "september", "quarter"} & set(rest.lower().split())
