"""Notes on what numbers count: scales of several things in one note, whole dollars, what only looks like a note."""

from __future__ import annotations

from decimal import Decimal

import pytest
from form_samples import counted, figures, html_table

from tickmark.ingest.tables.unit_notes import note_of


@pytest.mark.parametrize("text", ["0.000% notes due 2031", "5.000% three-year bonds", "Looms 12,000 and more"])
def test_decimals_and_large_numbers_are_no_note(text: str) -> None:
    assert note_of(text) is None


@pytest.mark.parametrize(
    ("text", "scale", "shares"),
    [
        ("(options in thousands, total value in millions)", 1_000_000, 1_000),
        ("(in millions; stock units in thousands)", 1_000_000, 1_000),
        ("(dollars in millions, awards in thousands)", 1_000_000, 1_000),
        ("(cost of stock options in millions)", 1_000_000, None),
    ],
)
def test_awards_may_have_a_scale_of_their_own(text: str, scale: int, shares: int | None) -> None:
    note = note_of(text)
    assert note is not None
    assert (note.scale, note.shares) == (Decimal(scale), None if shares is None else Decimal(shares))


def test_whole_dollars_over_a_column_of_a_filing_in_millions() -> None:
    head = [("", "2023", "2022"), ("", "(in whole dollars)", "(in whole dollars)")]
    table = html_table([*head, ("Settled per kiln", "$ 59,200", "$ 56,000"), ("Other", "520", "400")])
    found = figures(f"<p>(Dollars in tables in millions)</p><p>What was paid.</p>{table}")
    assert [value for value, _ in counted(found["Settled per kiln"])] == ["59200", "56000"]
    assert [value for value, _ in counted(found["Other"])] == ["520", "400"]


def test_notes_without_a_coupon_are_in_the_scale_of_their_table() -> None:
    rows = [("(in millions)", "2023", "2022"), ("2.125% bonds due 2031", "$ 410", "$ 405")]
    found = figures(html_table([*rows, ("0.000% bonds due 2029", "607", "589")]))
    assert counted(found["0.000% bonds due 2029"]) == [("607000000", "USD"), ("589000000", "USD")]
