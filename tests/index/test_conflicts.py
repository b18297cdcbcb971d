"""Figures that contradict each other."""

from dataclasses import replace
from decimal import Decimal

from tickmark.index.conflicts import conflicting
from tickmark.index.matching import Features
from tickmark.index.model import FilingSummary
from tickmark.index.search import FigureCandidate
from tickmark.ingest.model import CellRef, Figure, FigureRow, Period, Span

YEAR = Period("duration", "2024-01-01", "2024-12-31", "2024")
WHOLLY = Features(1.0, 1.0, 1.0, 0.5, 0.5, 1.0, 0.2, 0.0, 1.0, 0.0, wanted=frozenset({"GROSS_PROFIT"}), asked=1)
FILING = FilingSummary(
    "d", "a.htm", "A", "Fenwick Mills plc", (), None, None, None, YEAR, "en", "text/html", 9, 4, 4, 4
)


def candidate(number, table, head="2024"):
    found = Figure(
        f"f{number}", number, "q", Span((0, 1), (1, 1)), "cell", number=Decimal(number),
        label_path=("Gross profit of the mill",), unit="GBP", currency="GBP", period=YEAR, column_path=(head,),
        cell=CellRef(table, 1, 1),
    )  # fmt: skip
    row = FigureRow(f"r{table}", "d", "Gross profit of the mill", "", (found.id,), "cell", Span((0, 1), (1, 1)))
    return FigureCandidate(found, row, FILING, WHOLLY, 1.0)


def test_a_filing_that_contradicts_itself():
    found = conflicting(candidate("90", 0), [candidate("90", 0), candidate("82", 1), candidate("90.0", 2)])
    assert [c.figure.printed for c in found[:1]] == ["82"]
    assert {c.figure.printed for c in found} == {"82"}


def test_a_table_for_each_part_of_the_company_contradicts_nothing():
    parts = [candidate("48", 1), candidate("49", 2), candidate("50", 3)]
    assert conflicting(candidate("90", 0), parts[:2])
    assert conflicting(candidate("90", 0), parts) == []


def test_the_name_of_a_fiscal_year_over_a_column_tells_of_no_other_metric():
    named = replace(YEAR, text="FY2024")
    one = candidate("90", 0, "FY2024")
    one = replace(one, figure=replace(one.figure, period=named))
    assert {c.figure.printed for c in conflicting(one, [candidate("82", 1)])} == {"82"}
