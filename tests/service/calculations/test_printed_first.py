"""Printed figures that count before what could be worked out, and operands that do not belong together."""

from decimal import Decimal

import pytest
from tests.small_index import given_by, index_of

from tickmark.service.answer import searcher_of
from tickmark.service.calculations.printed_first import printed_first
from tickmark.service.fitting import Decision
from tickmark.service.model import Calculation

pytestmark = pytest.mark.model

REPORT = """Tarn Ferries Limited
Annual report for the year ended 31 December 2023

Staff and suppliers

Indicator\tUnit\t2022\t2023
Number of employees\tperson\t410\t437
Employee benefits\tRMB\t9,120,000\t9,870,000
Training costs per capita\tRMB\t140\t152
Percentage of timely procurement delivery\t%\t96.1\t97.4
Soot emissions\ttonne\t1.31\t1.52

In 2023, the Company put soot filters into service, achieving a reduction of soot emissions by 17.4 tonnes per year as
compared with the permitted emission level.
"""

PLEDGE = """Tarn Ferries Limited
Announcement: pledge of shares by a shareholder, 14 May 2024

Accumulated pledged shares upon the changes in the pledge

Name of shareholder\tNumber of shares held\tNumber of pledged shares before the changes in the pledge\tNumber of \
pledged shares upon the changes in the pledge\tProportion to the number of shares held\tProportion in the total share \
capital of the Company
Alder Holdings\t6,000\t400\t900\t15.00%\t0.90%
Birch Partners\t2,000\t100\t100\t5.00%\t0.10%
Total\t8,000\t500\t1,000\t12.50%\t1.00%
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    filings = {"report.txt": REPORT.encode(), "pledge.txt": PLEDGE.encode()}
    return index_of(tmp_path_factory.mktemp("printed") / "index", filings)


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        (
            "Alder Holdings keeps using its stock as collateral. After the May 2024 pledge, what percentage of all the "
            "shares it owns is tied up in pledges in total?",
            "15.00%",
        ),
        ("What % of the shares Alder Holdings owns is pledged in all?", "15.00%"),
        ("All pledges combined as a % of the total share capital, after the pledge?", "1.00%"),
        ("By how many tonnes per year did the filters cut soot emissions below the permitted level?", "17.4"),
    ],
)
def test_what_is_printed_is_not_worked_out(library, question, printed):
    verdict, figures = given_by(library, question)
    assert verdict.calculation is None
    assert [figure.split()[0] for figure in figures] == [printed]


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("what share of all shares pledged after the change is pledged by Alder Holdings?", "90"),
        ("By how much did soot emissions rise from 2022 to 2023?", "0.21"),
    ],
)
def test_what_is_not_printed_is_worked_out(library, question, result):
    verdict, _ = given_by(library, question)
    assert verdict.calculation is not None
    assert str(verdict.calculation.result.normalize()) == str(Decimal(result).normalize())


def _decided(searcher, *asked):
    """The best figure for each of some questions, as a decision; a calculation where they are several."""
    found = [searcher.search(question, None).figures[0] for question in asked]
    worked_out = Calculation("a / b", Decimal(1), "RMB") if len(found) > 1 else None
    return Decision("answered", "", figures=found, calculation=worked_out)


@pytest.mark.parametrize(
    ("asked", "operands", "first"),
    [
        # a row that is just what was asked for, and operands that each say little of their own question
        ("training costs per capita 2023", ("staff benefits paid in cash in 2023", "people in 2023"), True),
        ("employee benefits 2023", ("employee benefits 2023", "number of employees 2023"), False),
        # a sentence that says all of it, and two years of a row that says little of it
        (
            "reduction of soot emissions by filters compared with the permitted emission level",
            ("soot emissions 2022", "soot emissions 2023"),
            True,
        ),
        ("soot emissions 2023", ("soot emissions 2022", "soot emissions 2023"), False),
    ],
)
def test_operands_far_from_the_question_do_not_stand_in_place_of_what_is_printed(library, asked, operands, first):
    searcher = searcher_of(library)
    made = _decided(searcher, asked)
    worked_out = _decided(searcher, *operands)
    assert printed_first(searcher, searcher.search(asked, None), made, worked_out) is first
    assert not printed_first(searcher, searcher.search(asked, None), None, worked_out)
