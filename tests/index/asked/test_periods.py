"""Periods that a question names, and how they lean on each other."""

import pytest

from tickmark.index.asked.periods import periods_of
from tickmark.ingest.figures.calendar import Calendar


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("rent in H1 2026 vs same period 2025", ["2025-06-30", "2026-06-30"]),
        ("rent in Q2 2026 against the corresponding quarter of 2025", ["2025-06-30", "2026-06-30"]),
        ("2026年上半年的租金比2025年同期多多少", ["2025-06-30", "2026-06-30"]),
        ("rent in 2026 vs same period 2025", ["2025-12-31", "2026-12-31"]),
        ("rent in Q1 and Q2 2026 vs same period 2025", ["2025-12-31", "2026-03-31", "2026-06-30"]),
    ],
)
def test_the_same_period_of_another_year_is_the_same_part_of_it(text, ends):
    assert [m.period.end for m in periods_of(text, Calendar())[0]] == ends
