"""What is said of a figure row, so that it can be found."""

from __future__ import annotations

from tickmark.ingest import read
from tickmark.ingest.rows import figure_rows, headed_by

TABLE = b"""Holders of the shares of Larkmoor Mills Inc.

Name of holder\tShares held\tShare of the capital
Alder Fund\t1,200\t12.00%
Birch Trust\t800\t8.00%
"""


def test_a_row_says_what_heads_the_labels_of_its_table():
    rows = list(figure_rows(read(TABLE, "holders.txt")))
    assert [(row.label, headed_by(row)) for row in rows] == [
        ("Alder Fund", "Name of holder"),
        ("Birch Trust", "Name of holder"),
    ]
