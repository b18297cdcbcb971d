"""Restated figures, figures as first reported, and what speaks against the figures of an answer."""

import pytest
from small_index import given_by, index_of

from tickmark.index.checks import find_misfits
from tickmark.service.commands.render import print_misfits

pytestmark = pytest.mark.model

FIRST = """ORLAND FERRIES PLC

ANNUAL RESULTS 2022

3 March 2023

This announcement of Orland Ferries plc covers the year ended 31 December 2022.

Key figures

GBP million\t2022\t2021
Fares income\t210.0\t180.0
Harbour dues\t31.5\t30.1
"""
LATER = """ORLAND FERRIES PLC

ANNUAL RESULTS 2023

1 March 2024

This announcement of Orland Ferries plc covers the year ended 31 December 2023.

Key figures

GBP million\t2023\t2022 (restated)\t2022 (as previously reported)
Fares income\t233.0\t204.0\t210.0

Costs

GBP million\t2023\t2022
Fuel\t61.0\t58.0
Crews\t84.0\t80.0
Harbour dues\t33.0\t29.4
Total costs\t178.0\t169.4
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with index_of(
        tmp_path_factory.mktemp("ferries") / "index", {"first.txt": FIRST.encode(), "later.txt": LATER.encode()}
    ) as library:
        yield library


@pytest.mark.parametrize("question", ["Orland fares income 2022", "Orland fares income 2022, restated"])
def test_the_restated_figure_is_given_and_the_other_named(library, question):
    verdict, printed = given_by(library, question)
    assert (verdict.status, printed) == ("answered", ["204.0"])
    assert "210.0" in verdict.text


def test_the_figure_as_originally_reported_is_given_where_it_is_asked_for(library):
    verdict, printed = given_by(library, "Orland fares income 2022 as originally reported")
    assert (verdict.status, printed) == ("answered", ["210.0"])


def test_another_value_for_an_earlier_year_is_a_conflict_the_newest_first(library):
    verdict, printed = given_by(library, "Orland harbour dues 2022")
    assert (verdict.status, printed) == ("conflicting", ["29.4", "31.5"])
    assert "later.txt prints another value for this earlier period" in verdict.reason


def test_of_a_conflict_the_first_reported_is_given_where_it_is_asked_for(library):
    verdict, printed = given_by(library, "Orland harbour dues 2022 as originally reported")
    assert (verdict.status, printed) == ("answered", ["31.5"])
    assert "29.4" in verdict.text


def test_a_series_says_where_another_filing_prints_another_value(library):
    verdict, printed = given_by(library, "Orland harbour dues 2021 to 2023")
    assert verdict.status == "answered"
    assert "Note: " in verdict.text
    assert {"31.5", "29.4"} & set(printed)


def test_an_answer_says_that_its_table_does_not_foot(library):
    # 58.0 + 80.0 + 29.4 = 167.4
    verdict, printed = given_by(library, "Orland total costs 2022")
    assert printed == ["169.4"]
    assert "its 3 rows add up to 167.4" in verdict.text


def test_a_check_cites_the_total_and_its_rows(library, capsys):
    print_misfits(find_misfits(library))
    said = capsys.readouterr().out
    assert "Total costs in 2022 is printed as 169.4" in said
    assert all(printed in said for printed in ("58.0", "80.0", "29.4"))
    assert "1 figure does not add up." in said
