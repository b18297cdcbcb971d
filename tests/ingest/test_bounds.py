"""The worst that a file can be is read in a bounded time. Seconds are generous: machines differ, and are shared."""

import time

import pytest

from tickmark.ingest import read
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
