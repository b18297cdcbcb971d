"""Rows that turn a table in time."""

from __future__ import annotations

import pytest
from form_samples import COVER_10Q, figures, html_table, periods

from tickmark.ingest.model import Period
from tickmark.ingest.tables.turns import between, closed_on, columns_between, year_said
from tickmark.ingest.tables.when import when_of


def stretches(labels: dict[int, str], **more: bool) -> dict[int, tuple[str | None, str | None]]:
    return {row: (p.start, p.end) for row, p in between(labels, **more).items()}


def test_rows_before_the_first_dated_balance_are_of_the_quarter_before_it() -> None:
    labels = {0: "Beginning balance", 1: "Paid", 2: "Balance at March 31, 2024", 3: "Paid", 4: "Balance, June 30, 2024"}
    quarter = ("2024-01-01", "2024-03-31")
    assert stretches(labels) == {0: quarter, 1: quarter, 3: ("2024-04-01", "2024-06-30")}


def test_without_a_second_balance_a_quarter_later_nothing_says_how_long_the_first_rows_took() -> None:
    assert stretches({0: "Beginning balance", 1: "Paid", 2: "Balance at March 31, 2024"}) == {}


def test_a_dividend_that_names_its_month_is_no_balance() -> None:
    labels = {
        0: "Balance - October 31, 2022",
        1: "Distribution on 9,000 units, November 2022 $0.25 per unit",
        2: "Net income",
        3: "Balance - October 31, 2023",
    }
    assert stretches(labels)[2] == ("2022-11-01", "2023-10-31")


def test_a_year_that_opens_on_its_first_day_begins_with_it() -> None:
    labels = {0: "Balance at January 1, 2023", 1: "Built", 2: "Balance at December 31, 2023"}
    assert stretches(labels) == {1: ("2023-01-01", "2023-12-31")}
    assert stretches(labels, weeks=True) == {1: ("2023-01-02", "2023-12-31")}
    labels[0] = "Balance at December 31, 2022"
    assert stretches(labels) == {1: ("2023-01-01", "2023-12-31")}


def test_columns_between_the_first_and_the_last_day_of_a_year() -> None:
    first, last = (Period("instant", None, day, day) for day in ("2023-10-01", "2024-09-30"))
    found = [(p.start, p.end) for p in columns_between([first, None, last]) if p]
    assert found == [(None, "2023-09-30"), ("2023-10-01", "2024-09-30"), (None, "2024-09-30")]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ({(1, 1), (6, 30)}, (True, 6, (6, 30))),
        ({(12, 31), (9, 30)}, (True, 9, (9, 30))),
        ({(1, 1), (12, 31)}, (False, None, None)),
        ({(6, 30)}, (False, None, None)),
    ],
)
def test_a_year_over_its_first_day_and_another_is_what_lies_between(days, found) -> None:
    when = closed_on(when_of("2024"), frozenset(days), (12, 31))
    assert (when.stretch, when.months, when.day) == found


def test_balances_of_january_1_and_june_30_under_bare_years() -> None:
    found = figures(
        html_table(
            [
                ["", "2024", "2023"],
                ["Contract assets - January 1", "$229", "$206"],
                ["Contract assets - June 30", "243", "224"],
                ["Change in contract assets", "$14", "$18"],
            ]
        ),
        COVER_10Q,
    )
    assert periods(found["Contract assets - January 1"]) == [(None, "2023-12-31"), (None, "2022-12-31")]
    assert periods(found["Contract assets - June 30"]) == [(None, "2024-06-30"), (None, "2023-06-30")]
    assert periods(found["Change in contract assets"]) == [("2024-01-01", "2024-06-30"), ("2023-01-01", "2023-06-30")]


def test_a_label_that_is_a_year_dates_its_row() -> None:
    assert [year_said(text) for text in ("Fiscal 2023", "Fiscal year 2023", "2023 Plan")] == [2023, 2023, None]
    found = figures(
        "<p>Sales of paper and felt:</p>"
        + html_table([["", "Paper", "Felt"], ["Fiscal 2023", "$41", "$39"], ["Fiscal 2022", "38", "36"]])
    )
    assert periods(found["Fiscal 2022"]) == [("2022-01-01", "2022-12-31")] * 2
