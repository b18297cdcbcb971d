"""Which statements a question has to be answered from."""

from __future__ import annotations

import pytest

from tickmark.index.question import Question
from tickmark.index.statements.measures import Need, measures_in, needs_of


def _question(plain: str, statements: tuple[str, ...] = (), definition: str = "") -> Question:
    return Question(text=plain, language="en", statements=statements, definition=definition)


def test_a_ratio_needs_the_lines_of_both_statements() -> None:
    assert set(needs_of(_question("What was the DPO of Acme?"))) == {
        Need("balance_sheet", ("accounts payable", "inventory")),
        Need("income_statement", ("cost of sales",)),
    }


def test_a_statement_that_is_named_is_needed_and_no_other() -> None:
    needs = needs_of(_question("What were revenue and inventory?", ("balance_sheet",)))
    assert needs == (Need("balance_sheet", ("inventory",)),)


def test_a_definition_names_the_lines() -> None:
    needs = needs_of(_question("What is the wibble ratio?", definition="It is defined as: revenue / (average PP&E)."))
    assert {need.statement for need in needs} == {"income_statement", "balance_sheet"}


def test_a_line_is_needed_where_the_whole_is_asked_for() -> None:
    assert needs_of(_question("What was net income in 2022?")) == (Need("income_statement", ("net income",), False),)
    assert needs_of(_question("Which region had the lowest revenue in 2022?")) == ()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("the working capital ratio", ["working_capital_ratio"]),
        ("the working capital", ["working_capital"]),
        ("the Fixed-Asset turnover", ["fixed_asset_turnover"]),
        ("a radio", []),
        ("毛利率", ["gross_margin"]),
        ("the accounts receivable turnover days", ["days_sales"]),
        ("the accounts receivable turnover", ["receivables_turnover"]),
        ("the free cash flow margin", ["free_cash_flow_margin"]),
        ("资产负债率", ["liabilities_to_assets"]),
    ],
)
def test_the_longest_name_counts(text: str, keys: list[str]) -> None:
    assert [measure.key for measure in measures_in(text)] == keys
