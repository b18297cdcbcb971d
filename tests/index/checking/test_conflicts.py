"""Figures that contradict each other."""

from dataclasses import replace
from decimal import Decimal

from tickmark.index.checking.conflicts import conflicting
from tickmark.index.model import FilingSummary
from tickmark.index.ranking.matching import Features
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


def clashing(one, other):
    return bool(conflicting(one, [other]))


def line(number, table, *labels, row=1, in_statement=False, scale="1"):
    one = candidate(number, table)
    found = replace(
        one.figure, id=f"{number}{table}{row}", label_path=labels, scale=Decimal(scale), cell=CellRef(table, row, 1)
    )
    kept = replace(one.row, id=f"r{table}.{row}", label=" > ".join(labels), table=table)
    return replace(one, figure=found, row=kept, in_statement=in_statement)


def test_a_note_prints_the_lines_of_the_statement_again_for_a_part_of_it():
    stated = line("90", 0, "Gross profit", in_statement=True)
    of_dyeing = line("61", 1, "Gross profit")
    assert not clashing(stated, of_dyeing)
    assert clashing(replace(stated, in_statement=False), of_dyeing)
    assert clashing(stated, line("61", 1, "Gross profit", in_statement=True))


def test_a_total_is_none_of_the_lines_above_it():
    total, part = line("90", 0, "Total gross profit", row=3), line("61", 0, "Gross profit", row=1)
    assert not clashing(total, part)
    assert clashing(replace(total, row=replace(total.row, table=5)), part)


def test_a_part_listed_below_the_name_of_the_whole_is_not_the_whole():
    assert not clashing(line("90", 0, "Gross profit"), line("61", 1, "Gross profit", "All others"))


def test_what_would_have_been_contradicts_nothing():
    would_be = line("61", 1, "Gross profit")
    assert clashing(line("90", 0, "Gross profit"), would_be)
    told = replace(would_be, row=replace(would_be.row, index_text="Unaudited pro forma results"))
    assert not clashing(line("90", 0, "Gross profit"), told)


def test_a_scale_that_was_not_told_contradicts_nothing():
    in_millions, bare = line("90", 0, "Gross profit", scale="1000000"), line("90", 1, "Gross profit")
    assert not clashing(in_millions, bare)
    assert clashing(in_millions, line("90", 1, "Gross profit", scale="1000"))


def test_brackets_around_a_rounded_loss_contradict_nothing():
    loss = line("-38258", 0, "Gross profit", scale="1000")
    assert not clashing(loss, line("38.3", 1, "Gross profit", scale="1000000"))
    assert clashing(loss, line("38.9", 1, "Gross profit", scale="1000000"))
