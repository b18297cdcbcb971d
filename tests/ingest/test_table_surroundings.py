"""What stands below and around a table says of it: scales, units of rows, days, pages that it goes on over."""

from __future__ import annotations

import pytest
from form_samples import counted, figures, html_table, periods

from tickmark.ingest.model import Figure
from tickmark.ingest.readers import read

# ---- the scale below a table


TABLE = "\tDecember 31,\t\n\t2019\t2018\nTrade receivables\t$26,496\t$15,948\nOther\t6,723\t5,711\nTotal\t$—\t$21,659\n"


def texts(page: str) -> list[Figure]:
    return [f for f in read(page.encode(), "page.md").figures() if f.cell]


@pytest.mark.parametrize(
    "below",
    [
        "Other assets of the group consisted of the following (in thousands):",
        "(In thousands)",
        "NOTES TO CONSOLIDATED FINANCIAL STATEMENTS (in thousands, except per share data)",
        "Expressed in US $000's except share amounts",
    ],
)
def test_a_scale_right_below_a_table_is_its_own(below: str) -> None:
    assert {str(f.scale) for f in texts(f"{TABLE}\n{below}\n")} == {"1000"}


@pytest.mark.parametrize(
    "below",
    [
        "Receivables rose by $9.2 million in the year.",
        "Other assets consisted of the following (in thousands):\n\n\t2019\nDeposits\t$6,106\nTaxes\t592\n",
        "We paid out 12 thousand claims (in thousands of letters) and went on.",
    ],
)
def test_words_below_that_do_not_speak_of_the_table_give_it_no_scale(below: str) -> None:
    first = [f for f in texts(f"{TABLE}\n{below}\n") if f.cell and f.cell.table == 0]
    assert {str(f.scale) for f in first} == {"1"}


def test_a_currency_sign_with_a_dash_is_nothing() -> None:
    total = [f for f in texts(TABLE) if f.label_path[-1:] == ("Total",)]
    assert [(f.status, str(f.value) if f.value is not None else None) for f in total] == [
        ("nil", None),
        ("value", "21659"),
    ]


def test_a_foot_line_of_an_html_table_says_its_scale() -> None:
    found = figures(
        html_table([["", "2023", "2022"], ["Sales", "4,105", "3,911"]])
        + "<p>(in millions of dollars)</p><p>We sell paper.</p>"
    )
    assert [str(f.value) for f in found["Sales"]] == ["4105000000", "3911000000"]


def test_purchases_of_own_shares_month_by_month() -> None:
    found = figures(
        "<p>(In millions)</p>"
        + html_table([["", "2023"], ["Sales", "$74"]])
        + "<h2>Purchases of equity securities by the issuer</h2>"
        + html_table(
            [
                [
                    "Period",
                    "Number of Shares Purchased",
                    "Average Price",
                    "Value That May Yet Be Purchased (in millions)",
                ],
                ["October 1 - October 31, 2023", "110,200", "$41.20", "$182.4"],
                ["November 1 to November 30, 2023", "98,410", "42.07", "178.3"],
            ]
        )
    )
    october = found["October 1 - October 31, 2023"]
    assert counted(october) == [("110200", "shares"), ("41.20", "USD/share"), ("182400000.0", "USD")]
    assert periods(october) == [("2023-10-01", "2023-10-31")] * 3
    assert periods(found["November 1 to November 30, 2023"])[0] == ("2023-11-01", "2023-11-30")


@pytest.mark.parametrize(
    ("label", "value", "unit"),
    [
        ("Natural gas (MMcf/d)", "640", None),
        ("Remaining contractual life (in years)", "640", None),
        ("Average realized oil price ($/Bbl)", "640", "USD/Bbl"),
    ],
)
def test_a_measure_in_brackets_is_the_unit_of_its_row(label: str, value: str, unit: str | None) -> None:
    found = figures("<p>(Dollars in millions)</p>" + html_table([["", "2023"], ["Revenue", "$74"], [label, "640"]]))
    assert counted(found[label]) == [(value, unit)]


def test_spending_under_the_days_that_close_the_years_is_of_the_years() -> None:
    found = figures(
        "<p>Segment information:</p>"
        + html_table(
            [
                ["", "December 31, 2023", "December 31, 2020"],
                ["Total capital expenditures:", "", ""],
                ["Paper", "$13", "$6"],
                ["Ink", "19", "17"],
            ]
        )
    )
    assert periods(found["Paper"]) == [("2023-01-01", "2023-12-31"), ("2020-01-01", "2020-12-31")]


def test_a_table_set_right_under_another_has_its_scale() -> None:
    found = figures(
        html_table([["(Millions)", "2023"], ["Cash flow", "$120"]])
        + html_table([["Reconciliation of cash", "Dec-23"], ["Cash per balance sheet", "$88"]])
    )
    assert counted(found["Cash per balance sheet"]) == [("88000000", "USD")]


def test_dividends_paid_during_the_year_are_no_balance_though_its_end_is_mentioned() -> None:
    found = figures(
        "<p>Dividends paid during the year (without those owed at the end of the year before):</p>"
        + html_table([["", "2023", "2022"], ["On A shares", "$197", "$185"], ["On B shares", "132", "136"]])
    )
    assert periods(found["On A shares"]) == [("2023-01-01", "2023-12-31"), ("2022-01-01", "2022-12-31")]


def test_counts_in_thousands_beside_amounts_in_millions() -> None:
    head = ["Number of accounts (thousands)", "Balances (millions)"]
    found = figures(html_table([["", "2023*2", "2022*2"], ["", *head, *head], ["Consumer", "4", "$18", "12", "$70"]]))
    assert [str(f.value) for f in found["Consumer"]] == ["4000", "18000000", "12000", "70000000"]


def test_days_under_quarter_ended_are_the_quarters_of_their_column() -> None:
    found = figures(
        "<p>Dividends paid to partners:</p>"
        + html_table([["Quarter Ended", "2023", "2022"], ["March 31", "$61", "$58"], ["December 31", "61", "59"]])
    )
    assert periods(found["March 31"]) == [("2023-01-01", "2023-03-31"), ("2022-01-01", "2022-03-31")]
    assert periods(found["December 31"]) == [("2023-10-01", "2023-12-31"), ("2022-10-01", "2022-12-31")]


def test_what_falls_due_in_years_to_come_is_owed_now() -> None:
    found = figures(
        "<p>Future minimum rentals are as follows:</p>"
        + html_table(
            [
                ["Years Ended December 31,", "Amount"],
                ["Year ending December 31, 2024", "$383"],
                ["Year ending December 31, 2025", "140"],
            ]
        )
    )
    assert periods(found["Year ending December 31, 2025"]) == [(None, "2023-12-31")]


def test_a_statement_goes_on_over_the_edge_of_a_page_with_its_columns_and_scale() -> None:
    found = figures(
        "<h2>Statements of Cash Flows</h2><p>(in thousands)</p>"
        + html_table([["", "2023", "2022"], ["Net income", "$1,200", "$1,100"]])
        + "<p>See accompanying notes.</p><p>F-5</p><p>Table of Contents</p>"
        + "<h2>Statements of Cash Flows (continued)</h2><p>Quillmark Works, Inc.</p>"
        + html_table([["Purchases of equipment", "$(410)", "$(390)"], ["Dividends paid", "(55)", "(50)"]])
    )
    assert periods(found["Dividends paid"]) == [("2023-01-01", "2023-12-31"), ("2022-01-01", "2022-12-31")]
    assert [str(f.value) for f in found["Dividends paid"]] == ["-55000", "-50000"]


def test_the_day_a_report_was_signed_closes_no_year() -> None:
    found = figures(
        "<p>March 15, 2024</p>"
        + html_table([["", "2023", "2022"], ["Revenues", "$410", "$388"], ["Costs", "300", "288"]])
    )
    assert periods(found["Revenues"]) == [("2023-01-01", "2023-12-31"), ("2022-01-01", "2022-12-31")]


def test_a_loss_per_share_outstanding_is_an_amount_per_share() -> None:
    label = "Basic and diluted net loss per Class A common shares outstanding"
    found = figures("<p>(in thousands)</p>" + html_table([["", "2023"], ["Net loss", "$(560)"], [label, "$(0.56)"]]))
    assert counted(found[label]) == [("-0.56", "USD/share")]
