"""The filings of the period that is asked for."""

from __future__ import annotations

from tickmark.index.asked.periods import newest_calendar
from tickmark.index.filters import issuer_key
from tickmark.index.model import FilingSummary
from tickmark.index.question import issuer_names, understand
from tickmark.index.ranking.home import home_filings
from tickmark.ingest.model import Period


def _filing(number: int, form: str, start: str | None, end: str, issuer: str = "Acme Tools Inc.") -> FilingSummary:
    period = Period("duration" if start else "instant", start, end, end)
    return FilingSummary(
        f"f{number}", f"{number}.pdf", "", issuer, (issuer,), None, form, None, period, "en", "application/pdf",
        1, 1, 1, 1, fiscal_year_end="12-31" if form == "10-K" else None,
    )  # fmt: skip


YEARS = [_filing(year, "10-K", f"{year}-01-01", f"{year}-12-31") for year in (2017, 2018, 2019, 2020)]
QUARTER = _filing(1, "10-Q", "2020-04-01", "2020-06-30")
EVENT = _filing(2, "8-K", None, "2019-05-20")
FILINGS = [*YEARS, QUARTER, EVENT]


def _home(text: str, filings: list[FilingSummary]) -> set[str] | None:
    question = understand(text, issuer_names(filings), newest_calendar(filings))
    found = home_filings(question, filings, {issuer_key(f.issuer): issuer_key(f.issuer) for f in filings})
    return None if found is None else set(found)


def test_the_filing_of_the_year_and_not_the_next_one() -> None:
    assert _home("Acme revenue FY2018", FILINGS) == {"f2018"}


def test_of_several_years_the_filing_of_the_last() -> None:
    assert _home("Acme revenue FY2016 - FY2018", FILINGS) == {"f2018"}


def test_the_quarter_and_half_have_the_quarterly_report() -> None:
    assert _home("Acme revenue Q2 2020", FILINGS) == {"f1"}
    assert _home("Acme revenue in H1 2020", FILINGS) == {"f1"}


def test_an_event_of_the_year_may_be_told_in_a_current_report() -> None:
    assert _home("Who joined Acme's board in 2019?", FILINGS) == {"f2019", "f2"}


def test_without_its_own_filing_a_year_is_told_by_the_next_or_the_newest() -> None:
    assert _home("Acme revenue FY2016", FILINGS) == {"f2017"}
    assert _home("What does Acme expect for FY2021?", FILINGS) == {"f2020"}


def test_a_quarter_is_told_beside_the_same_one_a_year_later() -> None:
    assert _home("Acme revenue Q2 2019", FILINGS) == {"f1", "f2"}


def test_no_period_and_no_issuer_tell_nothing() -> None:
    assert _home("Who are the customers of Acme?", FILINGS) is None
    other = _filing(9, "10-K", "2018-01-01", "2018-12-31", "Bolt plc")
    assert _home("revenue FY2018", [*FILINGS, other]) is None
