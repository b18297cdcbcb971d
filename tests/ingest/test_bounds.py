"""The worst that a file can be is read in a bounded time. Seconds are generous: machines differ, and are shared."""

import time

import pytest
from office_samples import cell, table_xml, word_xml, workbook

from tickmark.ingest import read
from tickmark.ingest.readers import bounds
from tickmark.ingest.split import split

CASES = {
    "a table of 1,500 rows": "Item\tUnit\t2023\t2022\n"
    + "".join(f"Row {n}\ttonne\t{n * 7:,}\t{n * 3:,}\n" for n in range(1500)),
    "a line of 300,000 characters": "a" * 300_000,
    "a line of 200,000 digits": "1" * 100_000,
    "a line of spaces": "x" + " " * 200_000 + "5%",
    "a thousand tables in each other": "<table><tr><td>" * 1000 + "5" + "</td></tr></table>" * 1000,
    "a thousand tables never closed": "<table><tr><td>5\n\n" * 1000,
    "a thousand tables": "<table><tr><td>a</td><td>5</td></tr></table>\n\n" * 1000,
    "cells that span everything": "<table>" + "<tr><td colspan=200 rowspan=200>5</td></tr>" * 200 + "</table>",
    "comments never closed": "<!--" * 5_000,
    "grouped digits": "1,234," * 20_000,
    "a chain of ranges": "1-" * 6_000,
    "hyphens": "A-" * 15_000 + " Ltd",
    "capitals": "ABC DEF " * 10_000 + "LTD.",
    "open brackets": "(" * 50_000,
    "dates": "on 1 January 2023 to " * 1_000,
    "the number of": "the number of " * 5_000 + "was 5",
    "call-outs": "\n\n".join(line for n in range(700) for line in (f"{n} tonnes", f"of thing {n}")),
    "labels without end": "A\t2023\t2022\n" + "label of\t\t\n" * 1000 + "x\t1\t2\n",
    "sums without labels": "A\t2023\t2022\n" + "x\t1\t2\n\t3\t4\n" * 400,
    "a sentence without end": "收入约30%，" * 1_000,
    "tabs": "\t" * 50_000 + "x\n1\t2\n",
    "bars": "|" * 50_000 + "\n|---|\n",
    "blank lines": "\n" * 100_000 + "x",
}


@pytest.mark.parametrize("name", CASES)
def test_the_worst_cases(name):
    started = time.process_time()
    split(read(CASES[name].encode(), "worst.txt"))
    assert time.process_time() - started < 12


def test_how_many_rows_are_read():
    assert bounds.rows_read([3] * 7) == 7
    assert bounds.rows_read([1] * 20_001) == 20_000
    assert bounds.rows_read([50] * 10_001) == 10_000
    assert bounds.rows_read([900_000] * 1_001) == 1_000  # a row has 500 columns at most
    assert bounds.rows_read([]) == 0


def _sheet(book) -> None:
    for row in ROWS:
        book.active.append(list(row))


ROWS = [("Item", 2024, 2023), ("Sales", 5, 6), ("Costs", 7, 8), ("Profit", 9, 10)]
LINES = {mark: "\n".join(mark.join(map(str, row)) for row in ROWS) for mark in "\t,|"}
TAGGED = "<table>" + "".join("<tr>" + "".join(f"<td>{each}" for each in row) for row in ROWS) + "</table>"
LARGE = {
    "x.txt": LINES["\t"].encode(),
    "x.md": LINES["|"].replace("\n", "\n--|--|--\n", 1).encode(),
    "x.csv": LINES[","].encode(),
    "x.htm": f"<html><body>{TAGGED}</body></html>".encode(),
    "piece.htm": TAGGED.encode(),
    "x.docx": word_xml(table_xml(*("".join(cell(str(each)) for each in row) for row in ROWS))),
    "x.xlsx": workbook(_sheet),
}


@pytest.mark.parametrize("name", LARGE)
def test_a_table_of_too_many_cells_is_read_as_far_as_it_goes_and_reported(name, monkeypatch):
    whole = read(LARGE[name], name)
    assert [f.printed for f in whole.figures()] == ["5", "6", "7", "8", "9", "10"]
    assert not any("are read" in warning for warning in whole.warnings)
    most = 12 if name == "x.md" else 9  # the rule under a header counts as a row
    monkeypatch.setattr(bounds, "MOST_CELLS", most)
    monkeypatch.setattr("tickmark.ingest.readers.workbook.MOST_CELLS", most)
    filing = read(LARGE[name], name)
    assert [f.printed for f in filing.figures()] == ["5", "6", "7", "8"]
    assert any("read" in warning for warning in filing.warnings)
