"""Groups of one table that are divided alike, and lists in Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest

from tickmark.index.library import Library
from tickmark.ingest import read
from tickmark.ingest.split import split
from tickmark.service.answer import answer
from tickmark.service.parts.named_parts import many_listed

WORKS = """HOLT DYE WORKS PLC

ANNUAL REPORT 2023

28 March 2024

This report of Holt Dye Works plc covers the year ended 31 December 2023.

1. Staff recruitment

Indicator\tUnit\tYear of 2022\tYear of 2023
Number of employees\tperson\t820\t860
By region\tNorth county\tperson\t500\t520
\tSouth county\tperson\t200\t220
\tAbroad\tperson\t120\t120
Number of new employees by region\tNorth county\tperson\t40\t44
\tSouth county\tperson\t20\t28
\tAbroad\tperson\t10\t9
"""


@pytest.mark.model
def test_new_employees_are_employees_too(tmp_path: Path, three_filings: Library) -> None:
    with Library.open(tmp_path / "index", create=True, embedder=three_filings.embedder) as library:
        filing = read(WORKS.encode(), "holt-2023.txt")
        library.add(filing, *split(filing))
        library.refresh()
        told = answer(library, "Where were the recruits of 2023? Need the headcount of new joiners per region.")
    assert {h.figure.printed for h in told.figures if h.figure.id in told.verdict.figure_ids} == {"44", "28", "9"}


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("赞成、反对、弃权各多少票", True),
        ("会议上，增加资本及修改公司章程那一项议案有多少票反对", False),
        ("wool, flax and hemp", True),
    ],
)
def test_clauses_are_no_list_of_short_things(text: str, listed: bool) -> None:
    assert many_listed(text) is listed
