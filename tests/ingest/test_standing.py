"""What rows, headings and columns state whatever header stands over them."""

from __future__ import annotations

import pytest
from form_samples import COVER_10Q, figures, html_table, periods

from tickmark.ingest.tables.flows import flow_of_group
from tickmark.ingest.tables.standing import always_stands, between_equities, happened, recognized_so_far, said_of

YEARS = [("2023-01-01", "2023-12-31"), ("2022-01-01", "2022-12-31")]
ENDS = [(None, "2023-12-31"), (None, "2022-12-31")]


@pytest.mark.parametrize(
    ("label", "stands"),
    [
        ("Total long-lived assets", True),
        ("Common stock, par value", True),
        ("Unrecognized compensation cost for share awards", True),
        ("Quillmark Works shareowners' equity", True),
        ("Compensation cost", False),
        ("Sales of assets", False),
    ],
)
def test_some_rows_always_state_what_is_there(label: str, stands: bool) -> None:
    assert always_stands(label) is stands


@pytest.mark.parametrize(
    ("groups", "path", "label", "said"),
    [
        (("Long-lived assets",), ("2023",), "Norland", False),
        ((), ("Identifiable assets", "2023"), "Norland", False),
        ((), ("Sales to customers", "2023"), "Norland", True),
        (("Statement of cash flows",), ("2023",), "Leased kilns", True),
        ((), ("2023",), "Operating cash outflows for leases", True),
        ((), ("2023",), "Kilns obtained in exchange for lease liabilities", True),
        ((), ("2023",), "Undiscounted cash flows", None),
        ((), ("2023",), "Kilns", None),
    ],
)
def test_headings_over_rows_and_columns_say_it_before_the_label(
    groups: tuple[str, ...], path: tuple[str, ...], label: str, said: bool | None
) -> None:
    assert said_of(groups, path, label) is said


def test_a_heading_over_changes_in_balances_says_neither() -> None:
    assert flow_of_group(["Change in benefit obligation"]) is None
    assert flow_of_group(["Assumptions for the benefit obligation"]) is False


def test_assets_and_sales_side_by_side_have_their_own_kinds() -> None:
    found = figures(
        html_table(
            [
                ["", "Sales to customers*2", "Long-lived assets*2"],
                ["", "2023", "2022", "2023", "2022"],
                ["Norland", "$532", "$508", "$104", "$95"],
                ["Sudland", "116", "102", "25", "23"],
            ]
        )
    )
    assert periods(found["Norland"]) == YEARS + ENDS


def test_assets_under_a_header_of_years_are_those_at_their_end() -> None:
    found = figures(
        html_table(
            [
                ["", "Years ended December 31,*2"],
                ["", "2023", "2022"],
                ["Long-lived assets", "", ""],
                ["Norland", "$104", "$95"],
                ["Total long-lived assets", "$104", "$95"],
            ]
        )
    )
    assert periods(found["Norland"]) == ENDS
    assert periods(found["Total long-lived assets"]) == ENDS


def test_what_was_acquired_below_the_closing_cash_happened() -> None:
    assert happened("Fair value of assets acquired")
    assert not happened("Restricted cash")
    found = figures(
        html_table(
            [
                ["Years ended December 31", "2023", "2022"],
                ["Cash at beginning of year", "$90", "$70"],
                ["Change in cash", "12", "20"],
                ["Cash at end of year", "$102", "$90"],
                ["Purchases of equipment in accounts payable", "$5", "$4"],
            ]
        )
    )
    assert periods(found["Purchases of equipment in accounts payable"]) == YEARS


def test_losses_not_yet_earned_below_the_funded_status_stand() -> None:
    assert recognized_so_far("Net actuarial loss", ())
    assert not recognized_so_far("Net actuarial loss", ("Recognized in other comprehensive income",))
    assert not recognized_so_far("Amortization of prior service cost", ())
    found = figures(
        html_table(
            [
                ["Years ended December 31", "2023", "2022"],
                ["Obligation at beginning of year", "$90", "$70"],
                ["Actuarial loss", "12", "20"],
                ["Obligation at end of year", "$102", "$90"],
                ["Net actuarial loss", "$31", "$24"],
                ["Prior service cost", "3", "4"],
            ]
        )
    )
    assert periods(found["Actuarial loss"]) == YEARS
    assert periods(found["Net actuarial loss"]) == ENDS


def test_what_stands_between_two_sums_of_equity_is_equity() -> None:
    labels = {3: "Quillmark's stockholders' equity", 4: "Minority partners", 5: "Total equity", 7: "Dividends"}
    assert between_equities(labels) == {4}


def test_what_is_written_off_by_year_of_origination_is_of_the_year_so_far() -> None:
    found = figures(
        "<p>Loans by year of origination at June 30, 2024 were:</p>"
        + html_table(
            [
                ["", "2022", "2023", "2024", "Total"],
                ["Current", "$61", "$62", "$63", "$186"],
                ["Past due", "5", "4", "3", "12"],
                ["Gross charge-offs", "3", "2", "1", "6"],
            ]
        ),
        COVER_10Q,
    )
    assert periods(found["Current"])[3] == (None, "2024-06-30")
    assert periods(found["Gross charge-offs"]) == [("2024-01-01", "2024-06-30")] * 4


def test_an_allocation_aimed_at_is_aimed_at_now() -> None:
    found = figures(
        "<p>The target allocation for the year ended December 31, 2023 was:</p>"
        + html_table([["", "Target asset allocation*2"], ["", "Pensions", "Health"], ["Bonds", "64%", "1%"]])
    )
    assert periods(found["Bonds"]) == [(None, "2023-12-31")] * 2
