"""A per-cent sign that is printed once in a row speaks for the row, where its label names a rate."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tickmark.ingest.readers import read
from tickmark.ingest.tables.rate_rows import names_rate


def units(*rows: tuple[str, ...]) -> dict[str, list[tuple[str, str | None]]]:
    cells = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows)
    page = f"<html><body><p>Year ended December 31, 2024</p><p>(in millions)</p><table>{cells}</table></body></html>"
    found: dict[str, list[tuple[str, str | None]]] = {}
    for figure in read(page.encode(), "rates.html").figures():
        if figure.cell:
            found.setdefault(figure.label_path[-1], []).append((str(figure.value), figure.unit))
    return found


HEAD = ("", "2024", "2023", "2022")
MONEY = ("Earnings before taxes", "$1,400", "$1,100", "$900")


def test_a_sign_printed_once_speaks_for_the_row() -> None:
    found = units(HEAD, MONEY, ("Effective tax rate", "15.7%", "11.5", "(1.4)"))
    assert found["Effective tax rate"] == [("15.7", "%"), ("11.5", "%"), ("-1.4", "%")]
    assert found["Earnings before taxes"][2] == ("900000000", "USD")


@pytest.mark.parametrize(
    "row",
    [
        ("Effective tax rate paid", "15.7%", "$11.5", "$12.0"),  # amounts that say so
        ("Gross margin", "15.7%", "1,150", "1,204"),  # amounts by their size
        ("Senior notes", "5.7%", "50", "40"),  # no rate by name
        ("Interest rate swaps", "5.7%", "50", "40"),
    ],
)
def test_amounts_beside_a_percentage_stay_amounts(row: tuple[str, ...]) -> None:
    assert [unit for _, unit in units(HEAD, MONEY, row)[row[0]]] == ["%", "USD", "USD"]


def test_a_column_of_rates_says_nothing_of_the_amounts_beside_it() -> None:
    head = ("", "Average rate", "2024", "2023")
    found = units(head, ("Floating rate", "5.7%", "$50", "$40"), ("Fixed rate", "4.1%", "30", "20"))
    assert found["Fixed rate"] == [("4.1", "%"), ("30000000", "USD"), ("20000000", "USD")]


def test_a_column_of_a_change_is_no_time_and_stays() -> None:
    found = units(("", "2024", "2023", "Amount"), MONEY, ("Operating margin", "15.7%", "11.5", "42"))
    assert found["Operating margin"] == [("15.7", "%"), ("11.5", "%"), ("42000000", "USD")]


@pytest.mark.parametrize(
    ("label", "rate"),
    [
        ("Profit as a % of sales", True),
        ("Dividend yield", True),
        ("Interest rate contracts", False),
        ("Generated cash", False),
        ("有效税率", True),
    ],
)
def test_what_names_a_rate(label: str, rate: bool) -> None:
    assert names_rate(label) is rate


@settings(max_examples=40, deadline=None)
@given(st.lists(st.decimals(0, 99, places=1), min_size=2, max_size=2))
def test_the_numbers_stay_as_printed(numbers: list[object]) -> None:
    found = units(HEAD, MONEY, ("Discount rate", "12.5%", *map(str, numbers)))["Discount rate"]
    assert found == [(value, "%") for value in ("12.5", *map(str, numbers))]
