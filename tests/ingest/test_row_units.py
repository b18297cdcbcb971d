"""Units that a row is told by what stands beside or around it."""

from __future__ import annotations

import pytest
from form_samples import counted, figures, html_table

NOTE = "<p>Year ended December 31, 2023</p><p>(in millions)</p>"
YEARS = ("", "2023", "2022")
MONEY = ("Earnings", "$ 1,400", "$ 1,100")


def test_a_column_of_units_tells_the_unit_of_its_rows() -> None:
    rows = [("", "2023", "2022", "Unit of measure"), ("Heating oil", "2.1", "19.2", "million barrels")]
    found = figures(NOTE + html_table([*rows, ("Clay", "410", "395", "thousand metric tons")]))
    assert counted(found["Heating oil"]) == [("2100000.0", "barrels"), ("19200000.0", "barrels")]
    assert counted(found["Clay"]) == [("410000", "metric tons"), ("395000", "metric tons")]


def test_a_group_of_rates_prints_its_sign_first_and_last() -> None:
    rates = [("Tax rates:", "", ""), ("Statutory", "21.0%", "21.0%"), ("Works abroad", "(5.2)", "8.1")]
    found = figures(NOTE + html_table([YEARS, MONEY, *rates, ("Effective", "15.8%", "29.1%")]))
    assert counted(found["Works abroad"]) == [("-5.2", "%"), ("8.1", "%")]


def test_a_group_of_rates_that_ends_in_an_amount_says_nothing() -> None:
    rates = [("Tax rates and taxes:", "", ""), ("Statutory", "21.0%", "21.0%"), ("Taxes abroad", "52", "81")]
    found = figures(NOTE + html_table([YEARS, MONEY, *rates]))
    assert counted(found["Taxes abroad"]) == [("52000000", "USD"), ("81000000", "USD")]


def test_a_group_of_percentages_prints_its_sign_first() -> None:
    rows = [("Percentage growth:", "", ""), ("Clay", "11%", "9%"), ("Glaze", "163", "(3)")]
    found = figures(NOTE + html_table([YEARS, MONEY, *rows]))
    assert counted(found["Glaze"]) == [("163", "%"), ("-3", "%")]


@pytest.mark.parametrize("last", ["Combined ratio", "Return on equity"])
def test_ratios_between_ratios_with_a_sign(last: str) -> None:
    rows = [("Loss ratio", "70.0%", "66.9%"), ("Expense ratio", "29.1", "29.4"), ("Net margin", "3.6", "(6.0)")]
    found = figures(NOTE + html_table([YEARS, MONEY, *rows, (last, "99.1%", "96.3%")]))
    assert counted(found["Expense ratio"]) == [("29.1", "%"), ("29.4", "%")]
    assert counted(found["Net margin"]) == [("3.6", "%"), ("-6.0", "%")]


@pytest.mark.parametrize("row", [("Gross margin", "50", "48"), ("Rent of looms", "5.1", "4.8")])
def test_whole_numbers_and_other_rows_between_ratios_stay_amounts(row: tuple[str, ...]) -> None:
    rows = [("Loss ratio", "70.0%", "66.9%"), row, ("Combined ratio", "99.1%", "96.3%")]
    assert [f.unit for f in figures(NOTE + html_table([YEARS, MONEY, *rows]))[row[0]]] == ["USD", "USD"]


def test_a_change_of_a_rate_is_one_of_percentage() -> None:
    rows = [("", "2023", "2022", "Change"), ("Earnings", "$ 1,400", "$ 1,100", "$ 300"), ("Tax rates:", "", "", "")]
    rows += [("Statutory", "21.0%", "21.0%", "0.0%"), ("Works abroad", "5.2", "8.1", "(2.9)")]
    found = figures(NOTE + html_table([*rows, ("Effective", "26.2%", "29.1%", "(2.9)%")]))
    assert counted(found["Works abroad"]) == [("5.2", "%"), ("8.1", "%"), ("-2.9", "%")]


@pytest.mark.parametrize("label", ["Gross margin", "Current ratio"])
def test_what_follows_a_percentage_may_be_an_amount(label: str) -> None:
    rows = [("Gross margin percentage", "45.2%", "44.0%"), (label, "2.5", "1.9"), ("Income", "8.0", "7.5")]
    found = figures(NOTE + html_table([YEARS, MONEY, *rows]))
    assert "%" not in {unit for _, unit in counted(found[label])}


@pytest.mark.parametrize(
    ("head", "printed", "value", "unit"),
    [
        ("Contractual interest rate", "3.70", "3.70", "%"),
        ("Weighted-average discount rate", "4.4", "4.4", "%"),
        ("Contractual interest rate", "370", "370000000", "USD"),  # by its size
        ("Weighted-average exchange rate", "1.094", "1.094", None),
        ("Interest rate", "3.70", "3700000.00", "USD"),  # perhaps what a change of rates moved
    ],
)
def test_a_column_of_rates_without_a_sign(head: str, printed: str, value: str, unit: str | None) -> None:
    rows = [("", "Principal", head), ("Bonds of 2028", "$ 1,500", printed), ("Bonds of 2031", "900", printed)]
    assert counted(figures(NOTE + html_table(rows))["Bonds of 2028"])[1] == (value, unit)


def test_a_group_that_says_percent_in_brackets() -> None:
    rows = [YEARS, MONEY, ("Discount used (%)", "", ""), ("Workshops", "3.8", "3.6")]
    assert counted(figures(NOTE + html_table(rows))["Workshops"]) == [("3.8", "%"), ("3.6", "%")]
