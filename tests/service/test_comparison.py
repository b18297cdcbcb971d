"""One metric of several issuers side by side."""

import pytest

pytestmark = pytest.mark.model


def cited(given):
    return [
        (h.filing.issuer.split()[0].title(), h.figure.printed)
        for h in given.figures
        if h.figure.id in given.verdict.figure_ids
    ]


def test_two_issuers_are_shown_side_by_side(ask):
    given = ask("compare the number of employees of Palevsky and Brindlemoor")
    assert given.interpretation.intent == "comparison"
    assert given.verdict.status == "answered"
    assert sorted(name for name, _ in cited(given)) == ["Brindlemoor", "Palevsky"]


def test_amounts_in_different_currencies_are_not_ranked(ask):
    given = ask("revenue of Palevsky and Brindlemoor")
    assert sorted(cited(given)) == [("Brindlemoor", "318,400"), ("Palevsky", "1,150.00")]
    assert "not ranked" in given.verdict.reason


def test_which_company_puts_the_greatest_first(ask):
    most, fewest = ask("which company has the most employees"), ask("which company has the fewest employees")
    assert len(cited(most)) > 1
    assert cited(most) == cited(fewest)[::-1]


def test_an_issuer_without_the_figure_is_named(ask):
    given = ask("scope 1 emissions of Palevsky and Brindlemoor 2023")
    assert ("Palevsky", "585") in cited(given)
    assert "Brindlemoor" not in dict(cited(given))
