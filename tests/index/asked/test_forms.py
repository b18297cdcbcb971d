"""Forms that a question names."""

import pytest

from tickmark.index.asked.forms import asked_forms, of_forms
from tickmark.index.model import FilingSummary


def summary(form):
    return FilingSummary(
        form, f"{form}.txt", "t", "Acme", ("Acme",), None, form, None, None, "en", "text/html", 1, 1, 1, 1
    )


FILINGS = [summary(form) for form in ("10-K", "10-K/A", "10-Q", "DEF 14A", "ESG report")]


@pytest.mark.parametrize(
    ("text", "forms", "rest"),
    [
        ("net sales in the 10-K", ("10-K",), "net sales"),
        ("net sales according to its Form 10-Q filing", ("10-Q",), "net sales"),
        ("net sales from the 2023 annual report", ("10-K", "20-F", "40-F"), "net sales 2023"),
        ("directors in the proxy statement", ("DEF 14A",), "directors"),
        ("net sales in the 20-F", (), "net sales in the 20-F"),
        ("cost of the annual report", (), "cost of the annual report"),
        ("scope 2 in the ESG report", (), "scope 2 in the ESG report"),
    ],
)
def test_forms_that_some_filing_has(text, forms, rest):
    found, left = asked_forms(text, FILINGS)
    assert (found, " ".join(left.split())) == (forms, rest)


def test_an_amended_form_is_one_of_the_form_it_amends():
    assert [f.form for f in of_forms(FILINGS, ["10-K"])] == ["10-K", "10-K/A"]
