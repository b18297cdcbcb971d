"""Calculations over parts of a year and over years, in the words and short forms in which people ask for them."""

from decimal import Decimal

import pytest

from tickmark.index.asked.periods import periods_of
from tickmark.index.asked.reckoning import spelled_out
from tickmark.ingest.figures.calendar import Calendar
from tickmark.service.calculations.plans import plans

pytestmark = pytest.mark.model

MILLS = """TAMSIN MILLS PLC

(Stock code: TAMS)

ANNUAL REPORT 2024

11 March 2025

This report of Tamsin Mills plc ("Tamsin") covers the year ended 31 December 2024.

1. Results

Item\tSix months ended 30 June 2024\tThree months ended 30 June 2024
Net profit (RMB million)\t30.5\t14.4
Net profit after deducting non-recurring gains or losses (RMB million)\t23.4\t12.8

Forecast

Item\tSix months ending 30 June 2025\tThree months ending 30 June 2025
Ticket sales\tRMB40 million ~ RMB46 million\tRMB20 million ~ RMB26 million

2. Years

Indicator\tUnit\tYear of 2022\tYear of 2023\tYear of 2024
Amount invested in research and development\tRMB million\t160\t337\t353
Number of employees\tperson\t480\t500\t540
New employees hired\tperson\t70\t90\t110
Employees who left\tperson\t60\t65\t94
Scope 1 emissions\ttCO2e\t3,000\t3,200\t4,000
Scope 2 emissions\ttCO2e\t88,000\t105,800\t79,000
Hours of training by gender\tMen\thour\t4,000\t5,000\t5,950
\tWomen\thour\t2,000\t2,500\t2,800
Amount of bonus paid for the craft awards\tRMB million\t1.2\t1.3\t2.1
Number of people awarded by the craft awards\tperson\t80\t100\t120
Hours of training per capita by grade\tManagers\thour\t11\t12\t13
\tOther staff\thour\t21\t22\t23

3. Packaging and teams

In 2024 Tamsin reused sacks and crates to ship its flour, with a total packaging weight of 2,390 tonnes.

The total amount of packaging materials used in 2024 was 1,935 tonnes, in which recyclable packaging materials totaled
1,050 tonnes.

In 2024 the company built a research team consisting of 81 research staff.

A serious accident is one that injures more than 50 people. In 2024 the mills lost 100 working days to injuries.
"""


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(MILLS, "tamsin-2024.txt")


@pytest.mark.parametrize(
    ("question", "result"),
    [
        # 30.5 - 14.4; 23.4 - 12.8 million
        ("If you take the second quarter out of the first half of 2024, what net profit is left for Q1?", "16100000"),
        ("H1 2024 net profit less Q2", "16100000"),
        ("net profit in the first half of 2024 without the second quarter", "16100000"),
        ("Q1 2024 net profit after non-recurring items? i.e. 1H24 less 2Q24", "10600000"),
        # 14.4 / 30.5
        ("share of first-half 2024 net profit that was earned in the april-june quarter, percent", "47.21"),
        ("Q2 2024 net profit as a percentage of the first half", "47.21"),
        # 65 + 94; (160 + 337 + 353) / 3; (500 + 540) / 2; 353 - 337 million
        ("How many employees left the company in 2023 and 2024 combined?", "159"),
        ("avg annual R&D investment over 2022-2024", "283333333.33"),
        ("avg number of employees, 2023 and 2024", "520.00"),
        ("R&D investment chg in rmb, 2024 minus 2023", "16000000"),
        # 540 - 70
        ("number of employees in 2024 vs new employees hired in 2022 - how many people difference?", "470"),
        # the things are put together, the years are not
        ("scope 1 and 2 emissions combined, 2023 vs 2024", "-26000"),
        # 2.1 million / 120
        ("Roughly how much bonus did each person get from the craft awards in 2024?", "17500.00"),
        # 70 + 90 + 110; 90 + 110
        ("total of new hires over three years", "270"),
        ("how many people joined in 2023 and 2024 in total", "200"),
        # (40 + 46) / 2 - (20 + 26) / 2 million
        ("Q1 2025 ticket sales implied by the H1 and Q2 forecast midpoints", "20000000"),
        # 1,935 - 1,050: the whole that the part is told of, whatever else weighs so much
        ("tonnage of 2024 packaging that was NOT recyclable", "885"),
    ],
)
def test_parts_of_time_are_reckoned_with(given, question, result):
    calculation = given(question).verdict.calculation
    assert calculation is not None, given(question).verdict.text
    assert calculation.result == Decimal(result)


@pytest.mark.parametrize(
    "question",
    [
        "average hourly pay gap between men and women 2024",  # hours are no pay
        "how much more salary did men get than women in 2024",
        "How many employees were there in 2023 and 2024 added together?",  # as things stood does not add up
        "what percent of 2023 and 2024 leavers combined were women",
        "working days lost per ferry in 2024",  # the days lost are not told for each
        "craft training 2024 - hours per session on average",  # per head is not per session
    ],
)
def test_nothing_is_worked_out_of_what_is_not_asked_for(given, question):
    assert given(question).verdict.calculation is None, given(question).verdict.text
    if "employees were there" not in question:
        assert given(question).verdict.status == "not_found", given(question).verdict.text


def test_what_all_had_is_not_set_against_what_each_had(given):
    answered = given("how many more hours of training did men get in 2024 than managers")
    figures = {h.figure.printed for h in answered.figures if h.figure.id in answered.verdict.figure_ids}
    assert not {"5,950", "13"} <= figures


def test_a_limit_that_a_sentence_tells_is_no_operand(given):
    answered = given("working days lost per injured person in 2024")
    calculation = answered.verdict.calculation
    assert calculation is None or calculation.result != Decimal("2.00")


@pytest.mark.parametrize(
    ("asked", "spelled"),
    [
        ("avg. headcount", "average headcount"),
        ("sales chg 2023 minus 2022", "sales change change from 2022 to 2023"),
        ("2022 minus 2023", "2022 minus 2023"),
        ("2023年减2022年", "2023年比2022年增加了"),
        ("diff in hours", "difference in hours"),
    ],
)
def test_short_words_of_reckoning_are_spelled_out(asked, spelled):
    assert spelled_out(asked) == spelled


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("the second quarter as a share of the first half of 2024", ["2024-06-30", "2024-06-30"]),
        ("2024年二季度占上半年", ["2024-06-30", "2024-06-30"]),
        ("January-March against Q2 2024", ["2024-03-31", "2024-06-30"]),
        ("first half of 2024 and Q1 2025, and the third quarter", ["2024-06-30", "2025-03-31"]),  # of which year?
        ("the second quarter", []),
    ],
)
def test_a_part_of_a_year_has_its_year_from_the_other_one(text, ends):
    periods, _ = periods_of(text, Calendar())
    assert [m.period.end for m in periods] == ends


def test_what_each_one_gets_is_an_amount_for_each():
    plan = next(plans("How much prize money did each winner receive from the craft awards"))
    assert plan.kind == "per"
    assert plan.operands[1][0] == "winner"
