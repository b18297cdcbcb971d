"""The passages of the statements that a question needs."""

from __future__ import annotations

from tickmark.index.model import FilingSummary
from tickmark.index.question import Question
from tickmark.index.statements.needed import Needed, needed
from tickmark.index.statements.primary import Statement
from tickmark.ingest.model import Passage, Period, Span


def _passage(name: str, at: int, text: str) -> Passage:
    return Passage(name, "f", "table", text, text, Span((at, at + 90), (1, 1), page=at // 100))


ASSETS = _passage("assets", 100, "Inventories | 3 | 4\nTotal current assets | 9 | 8")
DEBTS = _passage("debts", 200, "Accounts payable | 2 | 2\nTotal current liabilities | 5 | 4")
SALES = _passage("sales", 300, "Net sales | 50 | 48\nCost of sales | 30 | 29")
FOUND = {
    "balance_sheet": Statement("balance_sheet", (ASSETS, DEBTS)),
    "income_statement": Statement("income_statement", (SALES,)),
}


def _filing(id_: str, issuer: str = "Acme Inc.", form: str = "10-K", end: str = "2020-12-31") -> FilingSummary:
    period = Period("duration", f"{end[:4]}-01-01", end, end)
    return FilingSummary(
        id_, id_, "", issuer, (issuer,), None, form, None, period, "en", "application/pdf", 1, 1, 1, 1
    )  # fmt: skip


def _needed(text: str, *filings: FilingSummary, statements: tuple[str, ...] = ()) -> Needed:
    question = Question(text=text, language="en", rest=text, statements=statements)
    return needed(question, filings, lambda _: FOUND)


def test_a_passage_of_each_statement_comes_before_its_further_lines() -> None:
    found = _needed("days payable outstanding", _filing("f"))
    assert [p.id for p in found.passages] == ["debts", "sales", "assets"]


def test_how_far_it_stands_from_the_statement_that_is_needed() -> None:
    found = _needed("days payable outstanding", _filing("f"))
    assert found.distance("f", 110) == 0.0
    assert found.distance("f", 10) == 1.0
    assert found.distance("another", 110) == 1.0
    assert _needed("scope 2 emissions", _filing("f")).distance("f", 10) == 0.0


def test_another_primary_statement_is_nearer_than_a_note() -> None:
    found = _needed("total assets", _filing("f"))
    sales, _ = SALES.span.chars
    assert (found.distance("f", ASSETS.span.chars[0]), found.distance("f", sales)) == (0.0, 0.5)
    assert found.distance("f", 10) == 1.0


def test_a_statement_that_is_named_is_shown_by_the_line_asked_for() -> None:
    found = _needed("cost of sales", _filing("f"), statements=("income_statement",))
    assert [p.id for p in found.passages] == ["sales"]


def test_the_annual_report_before_the_release_and_none_of_many_issuers() -> None:
    release = _filing("r", form="annual results")
    assert set(_needed("quick ratio", release, _filing("f")).places) == {"f"}
    assert _needed("quick ratio", _filing("f"), _filing("g", "Bolt plc")).passages == ()
