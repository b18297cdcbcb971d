"""The published filings, where they are at hand: every cell of their tables, against a reading by hand.

``real_structure.jsonl`` holds no words of them: the line of each cell, its number, unit, scale and period, and a hash
of its row's label.
"""

import json
import re
import unicodedata
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
from ingest_samples import label_hash, shared_filings

from tickmark.ingest import read

FILINGS = shared_filings()
ABSENT = "the published filings are not here: set TICKMARK_SHARED to the folder that has filings/*.txt"
CELLS = [json.loads(line) for line in (Path(__file__).parent / "real_structure.jsonl").read_text().splitlines()]


def unit_of(text):
    folded = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or "")).casefold().replace("per", "/")
    folded = {"pp": "percentagepoints", "persons": "person", "people": "person", "employees": "person"}.get(
        folded, folded
    )
    return "/".join(part[:-1] if len(part) > 3 and part.endswith("s") else part for part in folded.split("/"))


def number_right(cell, figure):
    if cell["st"] != "value":
        return figure.status == cell["st"]
    if "r" in cell:
        return [figure.low, figure.high] == [Decimal(n) for n in cell["r"]]
    return figure.number in [Decimal(n) for n in [cell["n"], *cell.get("na", [])]]


def period_right(cell, figure):
    period = figure.period
    for wanted in cell["p"]:
        if wanted is None:
            if period is None:
                return True
        elif (
            period is not None and period.end == wanted[1] and (wanted[0] is None or period.start in {None, wanted[0]})
        ):
            return True
    return False


def faults(cell, figure):
    """What of a figure is not as the cell has it."""
    found = []
    if cell["st"] == "value" and figure.scale != Decimal(cell["s"]):
        found.append("scale")
    units = {unit_of(u) for u in [cell["u"], *cell.get("ua", [])]}
    if cell["st"] == "value" and unit_of(figure.unit) not in units:
        found.append(f"unit {figure.unit}")
    if not period_right(cell, figure):
        found.append("period")
    label = figure.label_path
    if label_hash(label) not in cell["h"] and label_hash(label[-1:]) not in cell["h"]:
        found.append("label")
    return found


@pytest.mark.skipif(not FILINGS, reason=ABSENT)
def test_at_least_99_of_100_cells_are_right():
    figures = defaultdict(list)
    for name, path in FILINGS.items():
        for figure in read(path.read_bytes(), path.name).figures():
            if figure.origin == "cell":
                figures[name, figure.span.lines[0]].append(figure)
    wrong = []
    for cell in CELLS:
        near = [
            f for line in [cell["l"], *cell.get("la", [])] for f in figures[cell["f"], line] if number_right(cell, f)
        ]
        best = min((faults(cell, f) for f in near), key=len, default=["missing"])
        if best:
            wrong.append((cell["f"], cell["l"], cell["n"], best))
    assert len(wrong) <= 0.01 * len(CELLS), wrong[:20]


@pytest.mark.skipif(not FILINGS, reason=ABSENT)
def test_their_faces():
    read_as = {name: read(path.read_bytes(), path.name) for name, path in FILINGS.items()}
    assert {f.stock_code for f in read_as.values()} == {"06680"}
    assert {f.issuer for f in read_as.values()} == {"JL MAG RARE-EARTH CO., LTD."}
    assert {name: (f.form, f.published) for name, f in read_as.items()} == {
        "000": ("share pledge", "2024-03-20"),
        "001": ("annual results", "2024-03-14"),
        "002": ("poll results", "2023-11-23"),
        "003": ("profit estimate", "2026-07-01"),
        "004": ("ESG report", "2024-03-28"),
    }
    assert {name: (f.period.start, f.period.end) for name, f in read_as.items()} == {
        "000": (None, "2024-03-20"),
        "001": ("2023-01-01", "2023-12-31"),
        "002": (None, "2023-11-23"),
        "003": ("2026-01-01", "2026-06-30"),
        "004": ("2023-01-01", "2023-12-31"),
    }
