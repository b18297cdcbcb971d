"""What a number counts where a statement is in thousands: pence, cents, amounts a share or a thing, things."""

import pytest
from form_samples import counted, figures, html_table, periods

from tickmark.ingest.figures.make import split_marks
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
