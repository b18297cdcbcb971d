"""Whether filings agree on a figure, and breakdowns by the columns of a row."""

import pytest
from small_index import given_by, index_of

from tickmark.service.agreement import without_documents

RESULTS = """MARLOW MILLS PLC

ANNUAL RESULTS 2023

1 March 2024

This announcement of Marlow Mills plc covers the year ended 31 December 2023.

Key figures

Indicator\tUnit\t2023\t2022
Flour sold\ttonnes\t8,420\t8,105
Water used\tm3\t5,150\t5,300
Staff\tpersons\t412\t405

Revenue by region

GBP million\tNorth\tSouth\tTotal
Revenue\t61.5\t38.5\t100.0
"""
REPORT = """MARLOW MILLS PLC

ESG REPORT 2023

2 April 2024

This report of Marlow Mills plc covers the year ended 31 December 2023.

Key figures

Indicator\tUnit\t2023\t2022
Flour sold\ttonnes\t8,420\t8,105
Water used\tm3\t5,510\t5,300
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with index_of(
        tmp_path_factory.mktemp("mills") / "index", {"results.txt": RESULTS.encode(), "report.txt": REPORT.encode()}
    ) as library:
        yield library


@pytest.mark.parametrize(
    ("asked", "bare"),
    [
        (
            "Is flour sold in 2023 the same in the annual results and in the ESG report?",
            "Is flour sold in 2023 the same?",
        ),
        ("flour sold, using the two documents", "flour sold,"),
        ("flour sold in 2023", "flour sold in 2023"),
    ],
)
def test_the_words_for_the_filings_are_set_aside(asked, bare):
    assert without_documents(asked).replace(" ?", "?") == bare


@pytest.mark.model
def test_filings_that_agree_are_both_cited(library):
    verdict, printed = given_by(library, "Do the annual results and the ESG report give the same flour sold in 2023?")
    assert (verdict.status, printed) == ("answered", ["8,420", "8,420"])
    assert "the filings agree" in verdict.text


@pytest.mark.model
def test_filings_that_differ_are_a_conflict(library):
    verdict, printed = given_by(
        library, "Is the water used in 2023 the same in the annual results and in the ESG report?"
    )
    assert (verdict.status, sorted(printed)) == ("conflicting", ["5,150", "5,510"])
    assert "the filings differ" in verdict.text


@pytest.mark.model
def test_a_row_is_broken_down_by_its_columns(library):
    verdict, printed = given_by(library, "Marlow Mills revenue by region")
    assert (verdict.status, printed) == ("answered", ["61.5", "38.5"])
    assert "North: " in verdict.text


@pytest.mark.model
def test_columns_that_a_question_lists_are_given(library):
    verdict, printed = given_by(library, "Marlow Mills revenue north / south")
    assert (verdict.status, printed) == ("answered", ["61.5", "38.5"])
