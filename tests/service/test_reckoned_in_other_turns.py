"""The same calculations in other turns of phrase: bidden, over rows, of running totals, of lists in one sentence."""

from decimal import Decimal

import pytest

pytestmark = pytest.mark.model

QUARRIES = """BRANTHOLM QUARRIES PLC

(Stock code: BRQ)

SUSTAINABILITY REPORT 2024

11 March 2025

This report of Brantholm Quarries plc ("Brantholm") covers the year ended 31 December 2024.

1. Operations

Indicator\tUnit\tYear of 2022\tYear of 2023\tYear of 2024
Slate quarried\ttonne\t8,000\t9,500\t11,400
Gravel quarried\ttonne\t4,000\t4,600\t5,700
Diesel burned\tm3\t500\t640\t576
Rock drills overhauled\tset\t40\t55\t65
Investment in replanting since 2022\tRMB million\t4.00\t10.00\t16.00
Days lost to accidents\tday\t300\t250\t200
Share of women among the drivers\t%\t21.0\t20.0\t18.5
Hours of safety teaching\thour\t4,000\t5,000\t6,000
Safety courses held\tcourse\t100\t110\t120
Number of persons taught safety\tperson\t800\t900\t1,000
New staff hired\tperson\t90\t120\t160
Staff who left\tperson\t60\t70\t75
Staff turnover rate of men\t%\t9.0\t8.5\t8.0
Staff turnover rate of women\t%\t10.0\t11.0\t12.5

In 2024 the Brantholm Stone Alliance joined 4 schools, 11 masonries and 25 hauliers.
"""
MEETING = """BRANTHOLM QUARRIES PLC

(Stock code: BRQ)

POLL RESULTS OF THE EXTRAORDINARY GENERAL MEETING

6 June 2024

The Extraordinary General Meeting (the "EGM") of Brantholm Quarries plc was held on 6 June 2024.

Poll Results of the EGM

RESOLUTIONS\tFOR\tAGAINST\tABSTAIN
1. To approve the lease of the north quarry\t900,000 (90.00%)\t60,000 (6.00%)\t40,000 (4.00%)
2. To approve the rules of the pension fund\t800,000 (80.00%)\t150,000 (15.00%)\t50,000 (5.00%)
3. To approve the new name\t720,000 (72.00%)\t200,000 (20.00%)\t80,000 (8.00%)
"""


@pytest.fixture(scope="module")
def quarries(asked_of):
    return asked_of(QUARRIES, "brantholm-2024.txt")


@pytest.fixture(scope="module")
def meeting(asked_of):
    return asked_of(MEETING, "brantholm-poll-2024.txt")


REPORT = [
    # 11,400 / 1,000; 6,000 / 120 twice; 160 - 75 three times; 11,400 / 5,700; 5,700 + 11,400
    ("Divide the hours of safety teaching by the safety courses held in 2024: what is that per course?", "50.00"),
    ("Average length of a safety course in 2024, in hours (hours of teaching over courses held)", "50.00"),
    ("Subtract the staff who left from the new staff hired in 2024: what remains?", "85"),
    ("New staff hired net of staff who left, 2024", "85"),
    ("How many times gravel quarried was slate quarried in 2024?", "2.00"),
    ("Add the gravel quarried to the slate quarried in 2024: how many tonnes?", "17100"),
    ("By how many tonnes did slate quarried outstrip gravel quarried in 2024?", "5700"),
    # 12.5 - 8.0 twice; 18.5 - 21.0
    ("What's the gap, in points, between women's and men's staff turnover rates in 2024?", "4.5"),
    ("How many percentage points lay between the staff turnover rate of men and that of women in 2024?", "-4.5"),
    ("By how many percentage points has the share of women among the drivers slipped from 2022 to 2024?", "-2.5"),
    # 40 + 55 + 65 twice; 200 / 250 - 1; 576 / 500 - 1; 6 / 16
    ("Rock drills overhauled over 2022-2024, all told", "160"),
    ("Rock drills overhauled, three-year total 2022 to 2024?", "160"),
    ("Days lost to accidents: what was the rate of decline in 2024 against the year before?", "-20.00"),
    ("Since 2022, diesel burned has climbed by what percentage (to 2024)?", "15.20"),
    ("How much of the money invested in replanting since 2022 went out in 2024, in percent?", "37.50"),
    # 4 + 11 + 25
    ("How many members does the Brantholm Stone Alliance have in all (schools, masonries, hauliers)?", "40"),
    ("Schools, masonries and hauliers: how many members does the Brantholm Stone Alliance have altogether?", "40"),
    # 5,700 / 11,400
    ("How gravel-heavy is the digging? Ratio of gravel quarried to slate quarried, 2024", "50.00"),
]
VOTES = [
    # (60,000 + 150,000 + 200,000) / 3; 40,000 + 50,000 + 80,000; 900,000 - 60,000
    ("Mean number of votes cast against, across the three resolutions at the EGM", "136666.67"),
    ("Total abstentions over the three resolutions at the EGM", "170000"),
    ("By how many votes did the votes in favour beat the votes against on the lease of the north quarry?", "840000"),
]


@pytest.mark.parametrize(("question", "result"), REPORT)
def test_what_a_report_tells_is_worked_out_in_other_turns(quarries, question, result):
    calculation = quarries(question).verdict.calculation
    assert calculation is not None
    assert calculation.result == Decimal(result)


@pytest.mark.parametrize(("question", "result"), VOTES)
def test_votes_are_worked_out_over_the_rows_of_a_poll(meeting, question, result):
    calculation = meeting(question).verdict.calculation
    assert calculation is not None
    assert calculation.result == Decimal(result)


@pytest.mark.parametrize(
    "question",
    [
        "Average number of votes against across the four resolutions at the EGM",  # there are three
        "How many of the persons taught safety went unrepresented at the summer fair of 2024?",
    ],
)
def test_nothing_is_worked_out_of_other_rows_or_of_one_operand(meeting, quarries, question):
    asked = meeting if "EGM" in question else quarries
    assert asked(question).verdict.calculation is None
