"""An amendment's figures stand instead of those it amends, in whatever order the two came in."""

import pytest
from small_index import index_of

from tickmark.index.checking.amendments import amending
from tickmark.index.checks import find_conflicts
from tickmark.index.model import FilingSummary
from tickmark.ingest.model import Period
from tickmark.service.answer import answer

YEAR = Period("duration", "2023-01-01", "2023-12-31", "2023")


def summary(number, form, published, amends=None, *, issuer="Corvane plc", period=YEAR):
    return FilingSummary(
        number, f"{number}.txt", "t", issuer, (issuer,), None, form, published, period, "en", "text/plain",
        1, 1, 1, 1, amends=amends,
    )  # fmt: skip


ORIGINAL = summary("a", "10-K", "2024-02-01")
AMENDED = summary("b", "10-K/A", "2024-05-01", "10-K/A, Amendment No. 1")


@pytest.mark.parametrize(
    ("others", "links"),
    [
        ([ORIGINAL], {"a": {"b"}}),
        ([summary("c", "10-Q", "2024-02-01")], {}),
        ([summary("c", "10-K", "2024-02-01", period=Period("duration", "2022-01-01", "2022-12-31"))], {}),
        ([summary("c", "10-K", "2024-02-01", issuer="Another plc")], {}),
        ([summary("c", "10-K", "2024-06-01")], {}),
        ([ORIGINAL, summary("c", "10-K/A", "2024-03-01", "10-K/A")], {"a": {"b", "c"}, "c": {"b"}}),
    ],
)
def test_what_an_amendment_amends(others, links):
    assert amending([AMENDED, *others]) == links
    assert amending([*others, AMENDED]) == links


def test_an_announcement_amends_what_is_of_the_day_it_names():
    results = summary("a", "annual results", "2024-03-28")
    other = summary("c", "ESG report", "2024-04-30", period=Period("duration", "2022-01-01", "2022-12-31"))
    supplement = summary(
        "b", "announcement", "2024-05-02", "supplemental announcement, dated 28 March 2024", period=None
    )
    assert amending([supplement, results, other]) == {"a": {"b"}}


TEXT = """CORVANE PLC

(Stock code: CRVN)

{title} 2023

{day}

This announcement of Corvane plc covers the year ended 31 December 2023.

Key figures

Indicator\tUnit\tYear of 2022\tYear of 2023
Revenue\tGBP million\t310.00\t{revenue}
Net profit\tGBP million\t21.00\t24.00
"""
FIRST = TEXT.format(title="ANNUAL RESULTS", day="5 March 2024", revenue="355.00")
REVISED = TEXT.format(title="REVISED ANNUAL RESULTS ANNOUNCEMENT", day="9 April 2024", revenue="349.00")

model = pytest.mark.model


@pytest.fixture(scope="module", params=[False, True], ids=["in order", "amendment first"])
def library(request, tmp_path_factory):
    filings = [("first.txt", FIRST.encode()), ("revised.txt", REVISED.encode())]
    order = reversed(filings) if request.param else filings
    with index_of(tmp_path_factory.mktemp("amended") / "index", dict(order)) as library:
        yield library


@model
def test_the_amendments_figure_is_given_and_the_older_listed(library):
    given = answer(library, "Corvane revenue 2023")
    assert given.verdict.status == "answered"
    assert [(h.figure.printed, h.filing.source) for h in given.figures[:2]] == [
        ("349.00", "revised.txt"),
        ("355.00", "first.txt"),
    ]
    newer, older = given.figures[:2]
    assert given.verdict.figure_ids == (newer.figure.id,)
    assert (newer.superseded_by, older.superseded_by) == (None, newer.figure.id)
    assert "349.00" in given.verdict.text
    assert "355.00" in given.verdict.text


@model
def test_the_original_is_given_where_it_is_asked_for(library):
    given = answer(library, "Corvane revenue 2023 as originally reported")
    assert given.verdict.status == "answered"
    assert given.figures[0].figure.printed == "355.00"


@model
def test_figures_that_did_not_change_are_given_once(library):
    given = answer(library, "Corvane net profit 2023")
    assert (given.figures[0].figure.printed, given.figures[0].filing.source) == ("24.00", "revised.txt")
    assert all(hit.superseded_by is None for hit in given.figures)


@model
def test_an_amendment_is_no_conflict(library):
    assert find_conflicts(library) == []
