"""Tables in the shapes of filings not seen before: invented companies, every expected value worked out by hand."""

from __future__ import annotations

import pytest
from form_samples import COVER_10Q, counted, figures, html_table, periods

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
