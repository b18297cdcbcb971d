"""Tables in the shapes of filings not seen before: invented companies, every expected value worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tickmark.ingest.model import Figure
from tickmark.ingest.readers import read

COVER = "<p>FORM 10-K</p><p>For the fiscal year ended December 31, 2023</p><p>Quillmark Works, Inc.</p>"
COVER_10Q = "<p>FORM 10-Q</p><p>For the quarterly period ended June 30, 2024</p><p>Quillmark Works, Inc.</p>"


def html_table(rows: Sequence[Sequence[str]]) -> str:
    """An HTML table of plain cells; "text*3" spans three columns."""
    lines = []
    for row in rows:
        cells = []
        for cell in row:
            text, _, span = cell.partition("*")
            cells.append(f'<td colspan="{span}">{text}</td>' if span else f"<td>{text}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(lines)}</table>"


def figures(body: str, cover: str = COVER) -> dict[str, list[Figure]]:
    """The figures of the cells of a page, by the last part of their label, in the order printed."""
    filing = read(f"<html><body>{cover}{body}</body></html>".encode(), "sample.htm")
    found: dict[str, list[Figure]] = {}
    for figure in filing.figures():
        assert filing.text[slice(*figure.span.chars)] == figure.quote
        if figure.cell is not None:
            found.setdefault(figure.label_path[-1] if figure.label_path else "", []).append(figure)
    return found


def periods(figs: Sequence[Figure]) -> list[tuple[str | None, str | None]]:
    return [(f.period.start, f.period.end) if f.period else (None, None) for f in figs]


def counted(figs: Sequence[Figure]) -> list[tuple[str, str | None]]:
    """(value, unit) of each."""
    return [(str(f.value), f.unit) for f in figs]


# ---- periods


def test_a_year_alone_in_a_row_is_completed_by_the_banner_over_the_labels() -> None:
    found = figures(
        "<p>The following tables summarize revenues by segment:</p>"
        + html_table(
            [
                ["(For the three months ended June 30, in millions)", "Paper", "Ink"],
                ["2024", "", ""],
                ["Sales", "$410", "$96"],
                ["2023", "", ""],
                ["Sales to others", "388", "81"],
            ]
        ),
        COVER_10Q,
    )
    assert periods(found["Sales"]) == [("2024-04-01", "2024-06-30")] * 2
    assert periods(found["Sales to others"]) == [("2023-04-01", "2023-06-30")] * 2


def test_a_year_between_label_and_numbers_dates_its_row_and_the_one_below() -> None:
    found = figures(
        "<p>Results of our segments:</p>"
        + html_table(
            [
                ["", "", "Three Months Ended June 30*2", "Six Months Ended June 30*2"],
                ["", "", "Net sales", "Net earnings", "Net sales", "Net earnings"],
                ["Paper", "2024", "$1,210", "$130", "$2,480", "$255"],
                ["", "2023", "1,150", "118", "2,301", "241"],
            ]
        ),
        COVER_10Q,
    )
    paper = found["Paper"]
    assert [f.value for f in paper] == [1_210, 130, 2_480, 255, 1_150, 118, 2_301, 241]
    assert periods(paper)[:4] == [("2024-04-01", "2024-06-30")] * 2 + [("2024-01-01", "2024-06-30")] * 2
    assert periods(paper)[4:] == [("2023-04-01", "2023-06-30")] * 2 + [("2023-01-01", "2023-06-30")] * 2


def test_a_table_of_an_acquisition_is_dated_by_the_text_under_its_heading() -> None:
    found = figures(
        "<h2>Acquisition of Fernley Mills</h2>"
        "<p>On March 4, 2023, the Company completed its purchase of Fernley Mills for cash. "
        "The deal widens our range.</p>"
        "<p>The following table summarizes the assets acquired and liabilities assumed as of the acquisition date:</p>"
        + html_table([["(in millions)", "Amount"], ["Inventories", "$212"], ["Goodwill", "540"], ["Total", "$752"]])
    )
    assert periods(found["Goodwill"]) == [(None, "2023-03-04")]
    assert found["Goodwill"][0].value == 540_000_000


def test_labels_that_are_days_of_maturity_do_not_date_the_amounts() -> None:
    found = figures(
        "<p>Long-term debt comprises the following as of December 31, 2023:</p>"
        + html_table(
            [
                ["Scheduled Maturity (Dollars in millions)", "Book value", "Rate"],
                ["March 27, 2027", "$998", "2.75%"],
                ["$750 3.5%, Feb 2026", "749", "3.50%"],
            ]
        )
    )
    assert periods(found["March 27, 2027"]) == [(None, "2023-12-31")] * 2
    assert periods(found["$750 3.5%, Feb 2026"]) == [(None, "2023-12-31")] * 2


def test_what_consists_of_the_following_at_a_day_is_a_balance() -> None:
    found = figures(
        "<p>Accrued expenses consisted of the following at December 31, 2023 and 2022:</p>"
        + html_table([["", "2023", "2022"], ["Commissions", "$1,165", "$398"], ["Payroll", "1,156", "173"]])
    )
    assert periods(found["Payroll"]) == [(None, "2023-12-31"), (None, "2022-12-31")]


def test_net_sales_under_their_heading_are_of_the_year_beside_assets_at_its_end() -> None:
    found = figures(
        "<p>The following table shows sales and long-lived assets, as of the end of each year (in millions):</p>"
        + html_table(
            [
                ["", "2023", "2022"],
                ["Net sales:", "", ""],
                ["Norland", "$142", "$138"],
                ["Other", "60", "58"],
                ["Long-lived assets:", "", ""],
                ["Norland plants", "$31", "$30"],
            ]
        )
    )
    assert periods(found["Norland"]) == [("2023-01-01", "2023-12-31"), ("2022-01-01", "2022-12-31")]
    assert periods(found["Norland plants"]) == [(None, "2023-12-31"), (None, "2022-12-31")]


def test_short_months_and_years_head_columns() -> None:
    found = figures(
        "<p>Cash as of the days shown:</p>"
        + html_table([["Reconciliation", "Sep-23", "Dec-22"], ["Cash at bank", "$43,908", "$33,914"]])
    )
    assert periods(found["Cash at bank"]) == [(None, "2023-09-30"), (None, "2022-12-31")]


def test_lease_terms_are_those_at_the_end_of_the_year() -> None:
    found = figures(
        html_table(
            [
                ["Years ended December 31", "2023", "2022"],
                ["Operating lease cost", "$18", "$17"],
                ["Weighted-average remaining lease term (years)", "7", "8"],
                ["Weighted-average discount rate", "3.3%", "3.0%"],
            ]
        )
    )
    assert periods(found["Operating lease cost"])[0] == ("2023-01-01", "2023-12-31")
    assert periods(found["Weighted-average discount rate"]) == [(None, "2023-12-31"), (None, "2022-12-31")]


def test_balances_and_flows_side_by_side_under_as_of_and_for() -> None:
    found = figures(
        "<p>Key indicators as of or for the six months ended June 30:</p>"
        + html_table(
            [
                ["", "2024*2", "2023*2"],
                ["", "Write-off rate", "Past due", "Write-off rate", "Past due"],
                ["Consumer", "1.7%", "1.3%", "0.9%", "0.8%"],
            ]
        ),
        COVER_10Q,
    )
    assert periods(found["Consumer"]) == [
        ("2024-01-01", "2024-06-30"),
        (None, "2024-06-30"),
        ("2023-01-01", "2023-06-30"),
        (None, "2023-06-30"),
    ]


def test_buckets_over_columns_are_a_header() -> None:
    found = figures(
        html_table(
            [
                ["(at December 31, 2022, in millions)", "3 months or less", "Greater than 12 months", "Total"],
                ["Bonds", "$81", "$776", "$857"],
            ]
        )
    )
    assert counted(found["Bonds"]) == [("81000000", "USD"), ("776000000", "USD"), ("857000000", "USD")]
    assert periods(found["Bonds"]) == [(None, "2022-12-31")] * 3


# ---- units


def test_two_currencies_side_by_side_are_told_by_their_columns() -> None:
    found = figures(
        "<p>(Amounts in thousands of Renminbi (“RMB”) and U.S. dollars (“US$”), except for number of shares)</p>"
        + html_table(
            [
                ["", "As of December 31,*3"],
                ["", "2022", "2023", "2023"],
                ["", "RMB", "RMB", "US$"],
                ["Total assets", "6,410,009", "7,118,456", "1,002,614"],
                ["Weighted average number of ordinary shares", "311,004", "312,918", "312,918"],
            ]
        )
    )
    assert [(f.unit, f.currency, str(f.value)) for f in found["Total assets"]] == [
        ("RMB", "CNY", "6410009000"),
        ("RMB", "CNY", "7118456000"),
        ("USD", "USD", "1002614000"),
    ]
    assert counted(found["Weighted average number of ordinary shares"]) == [
        ("311004", "shares"),
        ("312918", "shares"),
        ("312918", "shares"),
    ]


@pytest.mark.parametrize(
    ("label", "printed", "value", "unit"),
    [
        ("Total square feet (000's)", "1,205", "1205000", None),
        ("Employees", "4,310", "4310", None),
        ("Barrels", "88", "88", None),
        ("Average realized price per barrel", "71.20", "71.20", "USD/barrel"),
        ("Revenue per employee", "412,000", "412000", "USD/employee"),
        ("Loans to employees", "14", "14000000", "USD"),
        ("Deferred revenue", "301.9", "301900000.0", "USD"),
        ("Total fair value of shares vested", "106", "106000000", "USD"),
        ("Common share repurchases, shares", "17", "17000000", "shares"),
    ],
)
def test_a_label_that_names_its_own_unit_gets_no_currency_and_no_scale_of_dollars(
    label: str, printed: str, value: str, unit: str | None
) -> None:
    found = figures("<p>$ in millions</p>" + html_table([["", "2023"], ["Cash", "$812.4"], [label, printed]]))
    assert counted(found[label]) == [(value, unit)]


def test_a_scale_for_all_numbers_holds_for_things_counted() -> None:
    found = figures("<p>(in thousands)</p>" + html_table([["", "2023"], ["Cash", "$812"], ["Subscribers", "9,497"]]))
    assert counted(found["Subscribers"]) == [("9497000", None)]


def test_an_amount_beside_a_number_of_shares_is_money() -> None:
    found = figures(
        html_table(
            [
                ["", "Shares", "Amount"],
                ["Balance, December 31, 2022", "18,017,944", "$18,018"],
                ["Shares issued for cash", "3,141,361", "3,141"],
                ["Balance, December 31, 2023", "21,159,305", "$21,159"],
            ]
        )
    )
    assert counted(found["Shares issued for cash"]) == [("3141361", "shares"), ("3141", "USD")]


def test_a_table_of_shares_counts_shares_though_its_labels_do_not_say_so() -> None:
    found = figures(
        "<p>The following table shows the changes in shares of common stock (in thousands):</p>"
        + html_table([["", "2023", "2022"], ["Opening", "15,550", "15,943"], ["Bought back", "(499)", "(471)"]])
    )
    assert counted(found["Bought back"]) == [("-499000", "shares"), ("-471000", "shares")]


def test_thousands_that_are_abbreviated_over_a_column_are_its_own() -> None:
    found = figures(
        "<p>(Dollars in millions)</p>"
        + html_table(
            [
                ["", "Options (thous.)", "Weighted-average exercise price"],
                ["Outstanding at January 1, 2023", "2,072", "$181.02"],
                ["Granted", "311", "203.50"],
            ]
        )
    )
    assert counted(found["Granted"]) == [("311000", "shares"), ("203.50", "USD/share")]


def test_a_compensation_table_is_dated_by_its_years_and_counts_by_its_header() -> None:
    found = figures(
        "<p>Notice of the annual meeting to be held on May 14, 2024</p><h2>Summary Compensation Table</h2>"
        + html_table(
            [
                ["Name and Principal Position", "Year", "Salary ($)", "Stock Awards (#)", "Total ($)"],
                ["Ilse Brandt, Chief Executive", "2023", "950,000", "88,410", "7,401,227"],
                ["", "2022", "925,000", "80,112", "6,913,768"],
            ]
        )
    )
    ilse = found["Ilse Brandt, Chief Executive"]
    assert periods(ilse) == [("2023-01-01", "2023-12-31")] * 3 + [("2022-01-01", "2022-12-31")] * 3
    assert [f.value for f in ilse] == [950_000, 88_410, 7_401_227, 925_000, 80_112, 6_913_768]
    assert [f.currency for f in ilse] == ["USD", None, "USD"] * 2


def test_an_ownership_table_counts_shares_and_percents() -> None:
    found = figures(
        "<p>Ownership of common stock as of March 18, 2024:</p>"
        + html_table(
            [
                ["", "Ordinary shares beneficially owned*2"],
                ["", "Number", "%"],
                ["Granite Row Partners", "8,204,116", "9.7"],
                ["Tom Aker", "210,400", "*"],
            ]
        )
    )
    assert counted(found["Granite Row Partners"]) == [("8204116", "shares"), ("9.7", "%")]
    assert periods(found["Granite Row Partners"]) == [(None, "2024-03-18")] * 2


def test_guidance_is_a_range_of_the_period_it_is_given_for() -> None:
    found = figures(
        "<p>For the third quarter of 2024 the company expects:</p>"
        + html_table([["", "Q3 2024", "Full Year 2024"], ["Revenue (in millions)", "$410 - $425", "$1,640 to $1,680"]]),
        COVER_10Q,
    )
    quarter, year = found["Revenue (in millions)"]
    assert (quarter.low, quarter.high, quarter.scale, quarter.unit) == (410, 425, 1_000_000, "USD")
    assert periods([quarter, year]) == [("2024-07-01", "2024-09-30"), ("2024-01-01", "2024-12-31")]


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
