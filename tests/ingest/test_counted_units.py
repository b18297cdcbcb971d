"""What a number counts where a statement is in thousands: pence, cents, amounts a share or a thing, things."""

import pytest
from form_samples import counted, figures, html_table, periods

from tickmark.ingest.figures.make import split_marks
from tickmark.ingest.tables.counted import counts
from tickmark.ingest.tables.flows import moved

TITLE = "<p>Statements of income (in millions, except per share data)</p>"
YEARS = ("", "2023", "2022")


@pytest.mark.parametrize(
    ("label", "printed", "unit"),
    [
        ("Basic earnings per share (pence)", "12.3", "pence/share"),
        ("Basic earnings per share", "12.3p", "pence/share"),
        ("Basic earnings per share", "(12.3 pence)", "pence/share"),
        ("Dividend per share - cents", "12.3", "cents/share"),
        ("Basic earnings per share", "12.3", "GBP/share"),
        ("Shares of 5 pence each, paid up", "12", "GBP"),
        ("Rent of looms [c]", "12", "GBP"),
    ],
)
def test_pence_and_cents(label, printed, unit):
    table = html_table([YEARS, ("Sales", "£9,204", "£8,101"), (label, printed, "7")])
    found = figures(f"<p>In thousands of pounds</p>{table}")
    (first, *_) = (f for fs in found.values() for f in fs if f.printed == printed)
    assert first.unit == unit
    assert first.currency == "GBP"
    assert str(abs(first.number)) in {"12", "12.3"}


def test_a_column_in_cents():
    rows = [YEARS, ("", "Cents", "Cents"), ("Basic earnings per share", "10.21", "2.59"), ("Diluted", "9.80", "2.50")]
    found = figures("<p>All in $</p><p>Sales were $5 in 2023.</p>" + html_table(rows))
    assert [(f.unit, f.currency) for f in found["Basic earnings per share"]] == [("cents/share", "USD")] * 2
    assert [(f.unit, f.currency) for f in found["Diluted"]] == [("cents", "USD")] * 2


def test_the_one_amount_with_cents_in_a_statement_of_millions_is_a_share_s():
    rows = [YEARS, ("Sales", "$9,204", "$8,101"), ("Net income", "2,327", "9,906"), ("To the owners", "$0.41", "$1.77")]
    assert counted(figures(TITLE + html_table(rows))["To the owners"]) == [("0.41", "USD/share"), ("1.77", "USD/share")]


def test_amounts_with_cents_where_all_have_them_are_in_the_scale():
    rows = [YEARS, ("Sales", "$92.04", "$81.01"), ("Net income", "23.27", "99.06"), ("To the owners", "$0.41", "$1.77")]
    found = figures(TITLE + html_table(rows))["To the owners"]
    assert [str(f.scale) for f in found] == ["1000000", "1000000"]


def test_money_for_a_unit_sold_and_units_sold():
    rows = [YEARS, ("Revenue", "$5,581", "$4,984"), ("Revenue per new loom unit", "$56,139", "$49,937")]
    rows += [("Loom unit sales", "99,424", "99,815")]
    found = figures("<p>In millions, except unit and per unit data</p>" + html_table(rows))
    assert counted(found["Revenue per new loom unit"]) == [("56139", "USD/unit"), ("49937", "USD/unit")]
    assert counted(found["Loom unit sales"]) == [("99424", None), ("99815", None)]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Preopening and start-up expenses", None),
        ("Cash at start of year", "opening"),
        ("Cash and cash equivalents-Ending", "closing"),
        ("Trending goods", None),
    ],
)
def test_rows_of_an_opening_or_a_closing(label, said):
    assert moved(label) == said


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Cost of sales (¹)", ("Cost of sales", ("1",))),
        ("Cost of sales(ᵃ)", ("Cost of sales", ("a",))),
        ("(Loss¹) gain", ("(Loss) gain", ("1",))),
    ],
)
def test_marks_in_brackets_go_with_their_brackets(label, said):
    assert split_marks(label) == said


def test_preopening_costs_are_of_the_year():
    found = figures(
        "<p>Years ended December 31,</p>" + html_table([YEARS, ("Sales", "9", "8"), ("Start-up costs", "3", "4")])
    )
    assert periods(found["Start-up costs"])[0] == ("2023-01-01", "2023-12-31")


@pytest.mark.parametrize(
    ("label", "unit"),
    [("Less off-hire days", None), ("Training days", None), ("30-59 days past due", "GBP"), ("Over 90 days", "GBP")],
)
def test_days_of_doing_something_are_no_money_and_days_past_due_are(label, unit):
    table = html_table([YEARS, ("Sales", "£9,204", "£8,101"), (label, "512", "527")])
    found = figures(f"<p>In thousands of pounds</p>{table}")
    (first, *_) = (f for fs in found.values() for f in fs if f.printed == "512")
    assert first.currency == unit


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Denominator for diluted earnings per share", "shares"),
        ("Denominator: average shares", "shares"),
        ("Denominator", None),  # of any ratio
        ("Common equivalent shares for stock units", "shares"),
        ("Options and stock units excluded from EPS calculations", "perhaps shares"),
        (
            "The calculation per share excluded this number of shares, as the exercise price was above their value",
            "shares",
        ),
        ("Gain on share awards", None),
        ("Quantity", "count"),
        ("Term extensions (# of months)", "count"),
        ("Days sales outstanding in receivables", "count"),
        ("30-59 days past due", None),
        ("Open claims, beginning balance", "count"),
        ("Claims unresolved at the end of period", "count"),
        ("Claims paid", None),
        ("Reserve for claims filed", None),
        ("Weighted average exchange rate", "count"),
        ("Average exchange rate (USD per EUR)", "count"),
        ("Effect of exchange rates on cash", None),
        ("Wholesale units (000)", "count"),
        ("Leased square footage", "things"),
        ("Revenue ton-miles (billions)", "things"),
        ("Average cost per claim", "per thing"),
    ],
)
def test_what_labels_count(label, said):
    assert counts(label) == said


def test_claims_that_became_of_open_ones_are_counted_with_them():
    rows = [YEARS, ("Provision for claims", "$379", "$383"), ("Open claims, beginning", "1,871", "2,036")]
    rows += [("New claims", "2,842", "3,008"), ("Settled or dismissed claims", "(3,146)", "(3,173)")]
    found = figures(TITLE + html_table(rows))
    assert counted(found["New claims"]) == [("2842", None), ("3008", None)]
    assert counted(found["Settled or dismissed claims"]) == [("-3146", None), ("-3173", None)]
    assert counted(found["Provision for claims"])[0] == ("379000000", "USD")


@pytest.mark.parametrize("label", ["Treasury shares", "Share awards reserve"])
def test_shares_that_are_a_part_of_equity_are_money(label):
    rows = [YEARS, ("", "R'000", "R'000"), ("Share capital", "64 816", "64 816"), (label, "(101 827)", "(98 672)")]
    assert [f.currency for f in figures(html_table(rows))[label]] == ["ZAR", "ZAR"]


def test_treasury_shares_among_numbers_of_shares_are_shares():
    rows = [YEARS, ("Shares issued", "9,000", "9,000"), ("Treasury shares", "(400)", "(300)")]
    assert [f.unit for f in figures("<p>(£'000)</p>" + html_table(rows))["Treasury shares"]] == ["shares", "shares"]


def test_net_rows_between_two_balances_stay_in_their_group():
    rows = [YEARS, ("Common shares outstanding", "", ""), ("Balance, beginning of period", "228.9", "237.3")]
    rows += [("Net shares issued to staff", "0.1", "0.2"), ("Balance, end of period", "229.0", "237.5")]
    found = figures(TITLE + html_table([*rows, ("Net income", "$ 40", "$ 38")]))
    assert counted(found["Net shares issued to staff"]) == [("100000.0", "shares"), ("200000.0", "shares")]
    assert counted(found["Balance, end of period"])[0] == ("229000000.0", "shares")
    assert found["Net income"][0].label_path == ("Net income",)


@pytest.mark.parametrize(("head", "first"), [("% Change 2023 against 2022", "5.0"), ("Change", "5.0%")])
def test_a_column_of_changes_in_per_cent_beside_things_counted(head, first):
    rows = [("", "2023", "2022", head), ("Sales", "$1,050", "$1,000", first)]
    rows += [("Revenue ton-miles (billions)", "409.7", "413.3", "(1.4)"), ("Trains (hours)", "22.6", "23.4", "3.2")]
    found = figures(TITLE + html_table(rows))
    assert counted(found["Revenue ton-miles (billions)"])[::2] == [("409700000000.0", None), ("-1.4", "%")]
    assert counted(found["Trains (hours)"])[::2] == [("22.6", None), ("3.2", "%")]


def test_a_change_in_number_is_none_in_per_cent():
    rows = [("", "2023", "2022", "Change"), ("Passengers (thousands)", "409", "413", "(412)")]
    assert [f.unit for f in figures(TITLE + html_table(rows))["Passengers (thousands)"]] == [None] * 3
