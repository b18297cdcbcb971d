"""When two figures are of the same metric and say the same."""

from decimal import Decimal

import pytest

from tickmark.index.matching import Features
from tickmark.index.model import FilingSummary
from tickmark.index.sameness import conflicting, far_apart, same_metric, same_value, unit_key
from tickmark.index.search import FigureCandidate
from tickmark.ingest.model import CellRef, Figure, FigureRow, Period, Span


def figure(number="12", label=("Water consumption",), origin="cell", **more):
    fields = {"number": None if number is None else Decimal(number), **more}
    return Figure(f"f{number}", str(number), "q", Span((0, 1), (1, 1)), origin, label_path=label, **fields)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("12", {}), ("12.0", {}), True),
        (("12", {}), ("12.4", {}), True),
        (("12", {}), ("13", {}), False),
        (("12.00", {}), ("12.01", {}), False),
        (("1.2", {"scale": Decimal(1_000_000)}), ("1234567", {}), True),
        (("1.2", {"scale": Decimal(1_000_000)}), ("1260000", {}), False),
        (("12", {"qualifiers": ("approximate",)}), ("14", {}), True),
        (("12", {"qualifiers": ("approximate",)}), ("15", {}), False),
        (("-12", {}), ("12", {}), False),
        ((None, {"status": "not_disclosed"}), (None, {"status": "not_disclosed"}), True),
        ((None, {"status": "not_disclosed"}), ("12", {}), False),
    ],
)
def test_values_agree_within_the_rounding_of_the_coarser(one, other, same):
    a, b = figure(one[0], **one[1]), figure(other[0], **other[1])
    assert same_value(a, b) is same
    assert same_value(b, a) is same


@pytest.mark.parametrize(("one", "other", "apart"), [("10", "20", False), ("10", "21", True), ("-10", "21", True)])
def test_what_is_more_than_twice_as_much_is_far_apart(one, other, apart):
    assert far_apart(figure(one), figure(other)) is apart
    assert far_apart(figure(other), figure(one)) is apart
    assert not far_apart(figure(None), figure(other))


def test_ranges_agree_when_both_ends_do():
    wide = {"low": Decimal(400), "high": Decimal(460)}
    assert same_value(figure(None, **wide), figure(None, **wide))
    assert not same_value(figure(None, **wide), figure(None, low=Decimal(400), high=Decimal(450)))
    assert not same_value(figure(None, **wide), figure("400"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Total water consumption",), ("Water consumption",), True),
        (("Revenue",), ("Turnover",), True),
        (("Scope 1 emissions",), ("Scope 2 emissions",), False),
        (("Training", "Female"), ("Management", "Female"), False),
        (("Training", "Female"), ("Training", "Female"), True),
        ((), ("Revenue",), False),
    ],
)
def test_metrics(one, other, same):
    assert same_metric(figure(label=one), figure(label=other)) is same
    assert same_metric(figure(label=other), figure(label=one)) is same


def test_units_are_the_same_in_the_plural():
    assert unit_key(figure(unit="tonnes")) == unit_key(figure(unit="Tonne"))
    assert unit_key(figure(unit="RMB", currency="CNY")) != unit_key(figure(unit="RMB"))
    assert unit_key(figure(unit="hours")) != unit_key(figure(unit="days"))


# claims that differ

YEAR = Period("duration", "2024-01-01", "2024-12-31", "2024")
WHOLLY = Features(1.0, 1.0, 1.0, 0.5, 0.5, 1.0, 0.2, 0.0, 1.0, 0.0, wanted=frozenset({"GROSS_PROFIT"}), asked=1)
FILING = FilingSummary(
    "d", "a.htm", "A", "Fenwick Mills plc", (), None, None, None, YEAR, "en", "text/html", 9, 4, 4, 4
)


def candidate(number, table):
    found = figure(
        number, ("Gross profit of the mill",), unit="GBP", currency="GBP", period=YEAR, column_path=("2024",),
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
