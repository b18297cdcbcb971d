"""Whose dollars "$" means."""

import pytest

from tickmark.ingest import read

SAID = "The presentation currency of the report is {}.\n\n"
BODY = """Sales grew to $4.5 million in 2023, of which US$1.2 million came from exports.

Key figures\t2023\t2022
\t$'000\t$'000
Revenue\t4,500\t4,100
Loan in US$\t$300\t$320
"""


def figures(currency):
    filing = read(("LARKMOOR PUMPS LIMITED\n\nANNUAL REPORT 2023\n\n" + SAID.format(currency) + BODY).encode(), "a.txt")
    return filing.currency, {f.printed: (f.currency, f.unit) for f in filing.figures()}


@pytest.mark.parametrize(
    ("currency", "code"), [("Australian dollars", "AUD"), ("Canadian dollars", "CAD"), ("US dollars", "USD")]
)
def test_a_bare_dollar_is_the_filings_own(currency, code):
    own, found = figures(currency)
    assert own == code
    assert found["4,500"] == found["$4.5 million"] == (code, code)
    assert found["US$1.2 million"] == found["$300"] == ("USD", "USD")


def test_dollars_stay_american_where_the_filing_reports_in_no_dollars():
    own, found = figures("sterling")
    assert own == "GBP"
    assert found["$4.5 million"] == ("USD", "USD")
