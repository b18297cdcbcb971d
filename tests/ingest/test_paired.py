"""Columns without a date beside dated ones, and stretches without a length."""

from __future__ import annotations

from form_samples import APART, COVER_10Q, figures, html_table, periods

from tickmark.ingest.model import Period
from tickmark.ingest.tables.paired import beside

NOW = Period("instant", None, "2023-12-31", "2023")
THEN = Period("instant", None, "2022-12-31", "2022")


def test_the_same_column_behind_every_date_is_of_that_date() -> None:
    paths = [("2023",), ("Rate",), ("2022",), ("Rate",)]
    assert beside(paths, [NOW, None, THEN, None]) == [NOW, NOW, THEN, THEN]


def test_other_columns_behind_dates_stay_as_they_are() -> None:
    change = [("2023",), ("2022",), ("Change",)]
    assert beside(change, [NOW, THEN, None]) == [NOW, THEN, None]
    moves = [("2022",), ("Built",), ("Sold",), ("2023",)]
    assert beside(moves, [THEN, None, None, NOW]) == [THEN, None, None, NOW]
    ahead = [("Rate",), ("2023",), ("Rate",), ("2022",)]
    assert beside(ahead, [None, NOW, None, THEN]) == [None, NOW, None, THEN]


def test_rates_beside_the_notes_of_each_year() -> None:
    found = figures(
        f"{APART}<p>The components of long-term debt are as follows:</p>"
        + html_table(
            [
                ["", "2023", "Effective rate", "2022", "Effective rate"],
                ["Kiln notes payable", "$831", "0.68%", "$637", "6.75%"],
                ["Mill notes payable", "750", "2.63%", "740", "2.63%"],
            ]
        )
    )
    assert periods(found["Kiln notes payable"]) == [(None, "2023-12-31")] * 2 + [(None, "2022-12-31")] * 2


def test_a_period_without_a_length_over_balances_is_its_last_day() -> None:
    found = figures(
        APART
        + html_table(
            [
                ["", "Period ended*2"],
                ["", "June 30, 2024", "December 31, 2023"],
                ["Cash and cash equivalents", "$435", "$631"],
                ["Restricted cash", "22", "23"],
            ]
        ),
        COVER_10Q,
    )
    assert periods(found["Restricted cash"]) == [(None, "2024-06-30"), (None, "2023-12-31")]
