"""Figures that contradict each other."""

import pytest

from tickmark.index.checks import find_conflicts
from tickmark.index.filters import Filters

pytestmark = pytest.mark.model


def table_conflicts(library, filters=None):
    return [c for c in find_conflicts(library, filters) if all(h.figure.cell for h in c.hits)]


def test_the_same_metric_with_two_values_is_a_conflict(three_filings):
    (conflict,) = table_conflicts(three_filings)
    assert conflict.label == "Total water consumption"
    assert {(h.figure.printed, h.filing.source) for h in conflict.hits} == {
        ("86,010", "palevsky-esg-2023.txt"),
        ("87,900", "palevsky-results-2023.txt"),
    }
    one, other = conflict.hits
    assert one.conflicts_with == (other.figure.id,)
    assert other.conflicts_with == (one.figure.id,)


def test_one_filing_alone_has_nothing_to_disagree_with(three_filings):
    assert table_conflicts(three_filings, Filters(form=("ESG report",))) == []


def test_the_dates_of_two_filings_do_not_contradict_each_other(three_filings):
    assert [c.label for c in find_conflicts(three_filings)] == ["Total water consumption"]
