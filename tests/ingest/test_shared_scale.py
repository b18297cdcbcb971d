"""A table without a scale of its own takes that of a table that prints the same amounts, and no other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tickmark.ingest.model import Filing
from tickmark.ingest.readers import read

ROWS = (("Net sales", "$5,359", "$6,550"), ("Cost of sales", "2,704", "3,115"), ("Research", "1,443", "1,300"))
HEAD = ("", "2023", "2022")


def table(*rows: tuple[str, ...]) -> str:
    cells = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in (HEAD, *rows))
    return f"<table>{cells}</table>"


def filing(summary: tuple[tuple[str, ...], ...], statement: str) -> Filing:
    """A summary without a scale, text between, and what stands below it."""
    return read(
        f"<html><body><p>Annual report for the year ended December 31, 2023</p><p>Summary</p>{table(*summary)}"
        f"<p>What follows was drawn up with care by those who keep the books.</p>{statement}</body></html>".encode(),
        "summary.html",
    )


def values(read_from: Filing) -> dict[str, list[str]]:
    """The values of the first table by their labels."""
    found: dict[str, list[str]] = {}
    for figure in read_from.tables[0].figures:
        found.setdefault(figure.label_path[-1], []).append(f"{figure.value:f} {figure.unit}")
    return found


MILLIONS = "<p>Statement of income</p><p>(in millions)</p>"


def test_a_summary_takes_the_scale_of_the_statement_it_repeats() -> None:
    more = (*ROWS, ("Marketing", "547", "592"), ("Earnings per share", "0.02", "0.27"), ("Margin", "46%", "46%"))
    found = filing(more, MILLIONS + table(*ROWS))
    assert values(found) == {
        "Net sales": ["5359000000 USD", "6550000000 USD"],
        "Cost of sales": ["2704000000 USD", "3115000000 USD"],
        "Research": ["1443000000 USD", "1300000000 USD"],
        "Marketing": ["547000000 USD", "592000000 USD"],
        "Earnings per share": ["0.02 USD/share", "0.27 USD/share"],
        "Margin": ["46 %", "46 %"],
    }
    assert "1 table prints no scale: read in that of a table with the same amounts" in found.warnings


def test_the_words_may_be_a_part_of_those_of_the_statement() -> None:
    rows = (("Net sales of goods", "$5,359", "$6,550"), ("Cost of sales (a)", "2,704", "3,115"))
    assert values(filing(ROWS, MILLIONS + table(*rows)))["Research"] == ["1443000000 USD", "1300000000 USD"]


@pytest.mark.parametrize(
    "statement",
    [
        MILLIONS + table(("Net sales", "$5,359", "6,111")),  # one amount is no proof
        MILLIONS + table(("Assets", "$5,359", "$6,550"), ("Debt", "2,704", "3,115")),  # other words
        table(*ROWS),  # nobody says a scale
        # the same rows in thousands and in millions
        MILLIONS + table(*ROWS) + "<p>Of the parent</p><p>(in thousands)</p>" + table(*ROWS),
        # the amounts in full: what the summary prints is what they are
        "<p>(in thousands)</p>" + table(("Net sales", "$5.359", "$6.550"), *ROWS[1:]),
        "<p>Lists</p><p>(in millions)</p>" + table(("Net sales", "$12", "$11"), ("Cost of sales", "10", "9")),
    ],
)
def test_without_such_a_statement_it_stays_as_printed(statement: str) -> None:
    assert values(filing(ROWS, statement))["Net sales"] == ["5359 USD", "6550 USD"]


@pytest.mark.parametrize("label", ["Price per ton", "Sales"])
def test_cents_among_whole_amounts_stay(label: str) -> None:
    found = values(filing((*ROWS, (label, "12.25", "11.75")), MILLIONS + table(*ROWS)))
    assert [value.split()[0] for value in found[label]] == ["12.25", "11.75"]


def test_what_counts_things_takes_no_scale_of_money() -> None:
    found = values(
        filing((*ROWS, ("Vessel days (1)", "7,340", "8,337"), ("Tons", "$7,340", "8")), MILLIONS + table(*ROWS))
    )
    assert [value.split()[0] for value in found["Tons"]] == ["7340000000", "8"]
    assert "7340000000" not in found["Vessel days (1)"][0]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 99_999), min_size=1, max_size=6), st.booleans())
def test_numbers_stay_as_printed_and_one_table_has_one_scale(numbers: list[int], shared: bool) -> None:
    rows = tuple((f"Amount {chr(65 + at)}", f"${number:,}", f"${number + 1:,}") for at, number in enumerate(numbers))
    found = filing(rows, MILLIONS + table(*(rows if shared else ROWS)))
    figures = found.tables[0].figures
    printed = [Decimal(number) for n in numbers for number in (n, n + 1)]
    assert [f.number for f in figures] == printed
    assert len({f.scale for f in figures}) == 1
    known = {n for n in printed if n > 99}
    assert {f.scale for f in figures} == {Decimal(1_000_000 if shared and len(known) > 2 else 1)}
