"""Calculations asked for in few and short words, and shares printed of another whole than was asked for."""

from decimal import Decimal

import pytest

from tickmark.index.asked.dates import plain_dates
from tickmark.index.asked.left_out import left_out, names_left_out
from tickmark.service.calculations.operands import takes_off
from tickmark.service.calculations.plans import plans

pytestmark = pytest.mark.model

BOATS = """WENDLE BOATYARDS PLC

(Stock code: WNDL)

ANNUAL REPORT 2023

14 March 2024

This report of Wendle Boatyards plc ("Wendle") covers the year ended 31 December 2023.

1. Results

Item\tUnit\tYear of 2022\tYear of 2023
Revenue\tGBP\t80,000\t100,000
Operating profit\tGBP\t9,600\t13,000
Net profit\tGBP\t6,000\t7,000
Net cash flow from operating activities\tGBP\t9,000\t17,500

2. People

Indicator\tUnit\tYear of 2022\tYear of 2023
Number of employees\tperson\t400\t500
Number of designers\tperson\t30\t40
Design spending as a percentage of revenue\t%\t4.10\t4.40
Slipway accidents\tcase\t50\t40
"""


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(BOATS, "wendle-2023.txt")


@pytest.mark.parametrize(
    ("question", "result"),
    [
        # 9,600 / 80,000; 13,000 / 100,000
        ("op margin fy2022?", "12.00"),
        ("what was Wendle's op. margin in 2023, in percent", "13.00"),
        # 13,000 / 100,000 less 9,600 / 80,000; 7,000 / 100,000 less 6,000 / 80,000
        ("Operating margin 2023 vs 2022 - change in percentage points? (operating profit over revenue)", "1.00"),
        ("how did the net margin change from 2022 to 2023", "-0.50"),
        # 17,500 / 7,000: what it is called goes before, how it is told behind
        ("Cash check - operating cash flow 2023 divided by net profit 2023, as a multiple", "2.50"),
        # (40 - 50) / 50
        ("slipway accidents, pct change 22 -> 23", "-20.00"),
        ("slipway accidents 2022 → 2023, percentage change", "-20.00"),
        # 40 / 500: the printed share is of revenue
        ("designers as % of total employees 2023", "8.00"),
        ("Designers in 2023 as a share of the workforce", "8.00"),
    ],
)
def test_few_words_tell_what_is_to_be_worked_out(given, question, result):
    calculation = given(question).verdict.calculation
    assert calculation is not None
    assert calculation.result == Decimal(result)


def test_a_share_that_is_printed_of_the_whole_asked_for_stays(given):
    answered = given("design spending as % of revenue 2023")
    assert answered.verdict.calculation is None
    assert "4.40" in [h.figure.printed for h in answered.figures if h.figure.id in answered.verdict.figure_ids]


def test_a_whole_before_its_part_and_sides_cut_short():
    (share,) = plans("Of the family's combined stake, what % sits in the Tarn vehicle")
    assert share.kind == "share"
    assert share.operands[0][1] == "Tarn vehicle"
    assert share.operands[1] == ("family's combined stake",)
    (total,) = plans("shares seen at the A and H class meetings added together")
    assert total.operands[0] == ("shares seen at the A class meetings",)
    (gap,) = plans("A股出席率比H股高多少个百分点")
    assert gap.operands[1][0] == "H股出席率"


def test_that_year_is_the_one_named_before_it():
    assert plain_dates("from 23 November 2023 to the end of that year").endswith("to the end of 2023")


def test_what_is_set_aside_as_the_other_one_is_not_asked_for():
    asked = left_out("net profit forecast, not the adjusted one")
    assert "EXCLUDING" in asked.terms
    assert asked.rest.split() == ["net", "profit", "forecast"]
    assert names_left_out("Profit excluding one-off items", asked.terms - {"one"})
    assert not takes_off("net profit forecast, not the adjusted one")
    assert takes_off("adjusted net profit forecast")
