"""What an XBRL tag says of a figure against what was asked for."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tickmark.index.words.tagged import tag_fit
from tickmark.ingest.model import Figure, Span

DILUTED = {"WEIGHTED_AVERAGE", "DILUTED", "ISSUED_SHARES"}


def tagged(name, *members):
    return Figure(
        "f", "12", "12", Span((0, 2), (1, 1)), "cell", number=Decimal(12), concept=f"us-gaap:{name}",
        dimensions=tuple(("us-gaap:StatementBusinessSegmentsAxis", m) for m in members),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "name", "fit"),
    [
        ({"EPS"}, "EarningsPerShareBasic", 1.0),
        ({"EPS"}, "EarningsPerShareDiluted", 0.0),  # says more than was asked
        (DILUTED, "WeightedAverageNumberOfDilutedSharesOutstanding", 1.0),
        (DILUTED, "WeightedAverageNumberOfSharesOutstandingBasic", 0.0),  # another element says all of it
        (DILUTED - {"DILUTED"}, "WeightedAverageNumberOfSharesOutstandingBasic", 1.0),
        ({"DIVIDENDS_PAID"}, "PaymentsOfDividends", 1.0),
        ({"DIVIDENDS_PAID"}, "PaymentsOfDividendsCommonStock", 0.5),  # not the plainest
        ({"DIVIDENDS_PAID"}, "SomethingElseAltogether", 0.0),
        ({"water"}, "PaymentsOfDividends", 0.0),
    ],
)
def test_a_tag_fits_when_it_says_all_that_was_asked_and_no_more(asked, name, fit):
    assert tag_fit(asked, tagged(name)) == fit


def test_a_part_that_was_not_asked_for_is_another_figure():
    assert tag_fit({"EPS"}, tagged("EarningsPerShareBasic", "mill:WeavingMember")) == 0.0


@pytest.mark.parametrize(
    ("asked", "label", "fit"),
    [
        ({"NET_PROFIT"}, "Net income attributable to Tallow & Wick", 0.6),
        ({"NET_PROFIT"}, "Net income attributable to common shareholders", 0.3),  # less the preferred dividends
        ({"NET_PROFIT"}, "Net income attributable to noncontrolling interests", 0.0),
        ({"NET_PROFIT"}, "Net income", 0.0),
        ({"water"}, "Net income attributable to Tallow & Wick", 0.0),
        ({"REVENUE"}, "Total net revenues", 0.6),
        ({"REVENUE"}, "Total lamp oil sales", 0.0),  # of one product
        ({"REVENUE"}, "Net sales", 0.0),
    ],
)
def test_a_label_may_say_as_much_as_a_tag(asked, label, fit):
    assert tag_fit(asked, replace(tagged("Assets"), concept=None, label_path=("Income", label))) == fit
