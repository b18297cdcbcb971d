"""The primary statements are found by the lines they print."""

from __future__ import annotations

from tickmark.index.statements.primary import find_statements, named_statements
from tickmark.ingest.model import Passage, Span

BALANCE = """Cash and cash equivalents | 5 | 4
Accounts receivable, net | 7 | 6
Inventories | 3 | 3
Total current assets | 15 | 13
Property, plant and equipment, net | 20 | 21
Total assets | 35 | 34
Accounts payable | 6 | 5
Total current liabilities | 9 | 8
Long-term debt | 10 | 11
Retained earnings | 16 | 15
Total liabilities and shareholders' equity | 35 | 34"""
INCOME = """Net sales | 50 | 48
Cost of sales | 30 | 29
Gross profit | 20 | 19
Selling, general and administrative expenses | 9 | 9
Operating income | 11 | 10
Interest expense | 1 | 1
Income before income taxes | 10 | 9
Provision for income taxes | 2 | 2
Net income | 8 | 7"""
SUMMARY = "\n".join(INCOME.split("\n")[:7])


def _page(number: int, text: str, section: tuple[str, ...] = ()) -> Passage:
    span = Span((number * 1000, number * 1000 + len(text)), (number, number), page=number)
    return Passage(f"p{number}", "f", "table", text, text, span, section, number)


def test_each_statement_is_where_most_of_its_lines_stand() -> None:
    pages = [_page(1, "Our sales grew."), _page(2, INCOME), _page(3, BALANCE)]
    found = find_statements(pages)
    assert found["balance_sheet"].passages == (pages[2],)
    assert found["income_statement"].passages == (pages[1],)
    assert "cash_flow_statement" not in found


def test_selected_data_far_from_the_balance_sheet_is_not_the_statement() -> None:
    pages = [_page(4, SUMMARY), *(_page(n, "Prose.") for n in range(5, 30)), _page(30, BALANCE), _page(31, INCOME)]
    assert [p.id for p in find_statements(pages)["income_statement"].passages] == ["p31"]


def test_a_parents_own_statements_are_not_the_groups() -> None:
    pages = [_page(1, BALANCE, ("Schedule I", "Parent company balance sheet")), _page(2, BALANCE, ("Balance sheet",))]
    assert find_statements(pages)["balance_sheet"].passages[0].id == "p2"


def test_a_statement_goes_on_over_the_page() -> None:
    lines = BALANCE.split("\n")
    pages = [_page(1, "\n".join(lines[:7])), _page(2, "\n".join(lines[7:]))]
    assert [p.id for p in find_statements(pages)["balance_sheet"].passages] == ["p1", "p2"]


def test_names() -> None:
    assert named_statements("the statement of financial\nposition and the P&L") == ("balance_sheet", "income_statement")
    assert named_statements("using the statement of cash flows") == ("cash_flow_statement",)
    assert named_statements("利润表") == ("income_statement",)
    assert named_statements("a statement of the chair on its balance") == ()
