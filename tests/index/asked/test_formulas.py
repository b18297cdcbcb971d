"""Formulas read into trees, and the rows that print their lines."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickmark.index.asked.formulas import Leaf, Number, Operation, defined_in, leaves, read_formula
from tickmark.index.statements.lines import line_named, rows_of_line
from tickmark.index.statements.measures import measure_named, measures_in
from tickmark.ingest.model import FigureRow, Span


def test_a_formula_is_read_with_its_brackets_and_what_binds_closer() -> None:
    assert read_formula("(current assets - inventory) / current liabilities") == Operation(
        "/", Operation("-", Leaf("current assets"), Leaf("inventory")), Leaf("current liabilities")
    )
    assert read_formula("fares + 2 x sales") == Operation(
        "+", Leaf("fares"), Operation("*", Number(Decimal(2)), Leaf("sales"))
    )


def test_a_definition_as_people_write_it() -> None:
    said = (
        "DPO is defined as: 365 * (average accounts payable between FY2019 and FY2020) "
        "/ (FY2020 COGS + change in inventory)."
    )
    made = read_formula(defined_in(said))
    assert made is not None
    assert leaves(made) == [
        Leaf("accounts payable", "average", (2019, 2020)),
        Leaf("cogs", "value", (2020,)),
        Leaf("inventory", "change"),
    ]


@pytest.mark.parametrize(
    ("words", "leaf"),
    [
        ("long-term debt", Leaf("long-term debt")),
        ("net cash from operating activities", Leaf("net cash from operating activities")),
        ("property, plant and equipment", Leaf("property, plant and equipment")),
        ("the average of total assets over 2021 and 2022", Leaf("total assets", "average", (2021, 2022))),
        ("FY2019 revenue", Leaf("revenue", "value", (2019,))),
    ],
)
def test_a_hyphen_a_comma_and_a_year_make_no_operation(words: str, leaf: Leaf) -> None:
    assert read_formula(words) == leaf


@pytest.mark.parametrize("broken", ["", "(revenue", "revenue /", "/ revenue", "revenue) / assets", "( ) / sales"])
def test_what_is_no_formula(broken: str) -> None:
    assert read_formula(broken) is None


@given(st.text(alphabet="ab +-*/()x2", max_size=40))
def test_any_text_is_a_formula_or_none(text: str) -> None:
    made = read_formula(text)
    assert made is None or isinstance(made, (Number, Leaf, Operation))


def test_every_formula_of_a_measure_is_one() -> None:
    for name in ("quick ratio", "cash conversion cycle", "capital intensity", "return on assets", "ebitda margin"):
        (measure,) = measures_in(name)
        ways = [way for part in measure.formula.split(";") for way in part.split(" or ")]
        trees = [read_formula(way) for way in ways]
        assert all(trees), name
        for leaf in (leaf for tree in trees if tree for leaf in leaves(tree)):
            assert line_named(leaf.name) or measure_named(leaf.name), leaf.name


def _row(label: str) -> FigureRow:
    return FigureRow(label, "f", label, label, (), "cell", Span((0, 1), (1, 1)))


def _found(name: str, *labels: str) -> list[str]:
    line = line_named(name)
    assert line is not None
    return [row.label for row in rows_of_line(line, [_row(label) for label in labels])]


def test_a_line_is_the_row_of_that_whole_label() -> None:
    assert _found("inventory", "Other inventories and supplies", "Assets > Inventories, net (Note 6)") == [
        "Assets > Inventories, net (Note 6)"
    ]
    assert _found("total equity", "Total liabilities and shareholders’ equity", "Total shareholders’ equity") == [
        "Total shareholders’ equity"
    ]
    assert _found("net income", "Net income attributable to noncontrolling interests") == []


def test_the_surest_label_is_taken_before_others() -> None:
    assert _found("revenue", "Revenues", "Total revenues") == ["Total revenues"]
    assert _found("pp&e", "Property, plant and equipment", "Property, plant and equipment — net") == [
        "Property, plant and equipment — net"
    ]
    assert _found("pp&e", "Property, plant and equipment") == []  # before depreciation, or after: it does not say


def test_costs_of_which_others_stand_beside_are_not_the_cost_of_sales() -> None:
    assert _found("cogs", "Cost of products sold", "Selling expenses") == ["Cost of products sold"]
    assert _found("cogs", "Medical costs", "Cost of products sold") == []
    assert _found("cogs", "Products", "Cost of services", "Total cost of sales") == ["Total cost of sales"]


@pytest.mark.parametrize(
    "name",
    [
        "receivables turnover",
        "payables turnover",
        "asset-liability ratio",
        "equity multiplier",
        "pretax margin",
        "operating cash flow margin",
        "fcf margin",
    ],
)
def test_a_measure_is_worked_out_of_lines_and_measures_that_are_known(name: str) -> None:
    measure = measure_named(name)
    made = read_formula(measure.formula) if measure else None
    assert made is not None
    assert [
        leaf.name for leaf in leaves(made) if line_named(leaf.name) is None and measure_named(leaf.name) is None
    ] == []
