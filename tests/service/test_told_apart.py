"""Calculations and parts that everyday words ask for: what is still free, who stayed home, what a share implies."""

from decimal import Decimal

import pytest

pytestmark = pytest.mark.model

WEAVING = """HOLLOWAY WEAVING LIMITED

(Stock code: HLWV)

ANNUAL REPORT 2023

21 March 2024

This report of Holloway Weaving Limited ("Holloway") covers the year ended 31 December 2023.

1. Weaving and people

Indicator\tUnit\tYear of 2022\tYear of 2023
Water consumption\ttonne\t40,000\t50,000
Number of employees\tperson\t1,900\t2,000
Number of employees by gender\tMale\tperson\t1,160\t1,200
\tFemale\tperson\t740\t800
Percentage of female employees\t%\t38.95\t40.00
New employees hired\tperson\t350\t400
Number of new employees by gender\tMale\tperson\t260\t280
\tFemale\tperson\t90\t120
Number of employees by region\tFenland\tperson\t1,400\t1,500
\tMoorland\tperson\t500\t500
Employee turnover by region\tFenland\tperson\t90\t110
\tMoorland\tperson\t30\t45
Number of suppliers by region\tNumber of suppliers in Fenland\tunit\t30\t34
\tNumber of suppliers in Moorland\tunit\t12\t11
\tNumber of suppliers in foreign countries\tunit\t3\t4

In 2023, the Company used 1,200 tonnes of reclaimed wool, accounting for 24.00% of the annual use of wool.

In 2023, the Company conducted 40 loom safety training sessions with a total of 1,800 participants.

In 2023, the Company conducted 25 dye safety training sessions with a total of 500 participants.
"""

PLEDGES = """Holloway Weaving Limited
Pledge of shares
20 March 2024

1. The pledge

Name of shareholder\tNumber of pledged shares\tProportion to the shares held\tPledgee
Ottoline Thorne\t30,000\t6.00%\tFern Securities

2. Pledged shares of the shareholders upon the changes in the pledge

Name of shareholder\tNumber of shares held\tNumber of pledged shares before the changes in the pledge\tNumber of pledged shares upon the changes in the pledge\tProportion to the shares held
Ottoline Thorne\t500,000\t120,000\t150,000\t30.00%
Basil Thorne\t700,000\t80,000\t80,000\t11.43%
Total\t1,200,000\t200,000\t230,000\t19.17%
"""  # noqa: E501


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(WEAVING, "holloway-2023.txt")


@pytest.fixture(scope="module")
def pledged(asked_of):
    return asked_of(PLEDGES, "holloway-pledge.txt")


def printed(answered):
    return [h.figure.printed for h in answered.figures if h.figure.id in answered.verdict.figure_ids]


@pytest.mark.parametrize(
    ("question", "result"),
    [
        # 50,000 / 2,000
        ("How much water went through the mill per employee in 2023? Divide the year's water use by the number of "
         "staff.", "25"),
        ("what was used of water per head in 2023? Just water consumption from the annual report divided by the number "
         "of employees is fine.", "25"),
        # 120 / 400, and not 40 % of all
        ("what percentage of the people Holloway took on in 2023 were women?", "30"),
        # 1,200 / 24 %
        ("The reclaimed wool tonnage and its weight in annual use are both given for 2023. What total use of wool does "
         "that imply?", "5000"),
        # 1,800 / 40: of one sentence
        ("Loom safety classes in 2023: how many attendees per session?", "45"),
    ],
)  # fmt: skip
def test_what_is_worked_out(given, question, result):
    calculation = given(question).verdict.calculation
    assert calculation is not None, given(question).verdict.text
    assert calculation.result == Decimal(result), given(question).verdict.text


@pytest.mark.parametrize(
    ("question", "result"),
    [
        # 500,000 - 150,000: not the new ones, and not those before
        ("After the deal with Fern Securities, how many of Ottoline Thorne's own shares are still unpledged?",
         "350000"),
        ("ottoline thorne shares still not pledged after the deal (held minus pledged)", "350000"),
    ],
)  # fmt: skip
def test_what_a_pledge_leaves(pledged, question, result):
    calculation = pledged(question).verdict.calculation
    assert calculation is not None, pledged(question).verdict.text
    assert calculation.result == Decimal(result), pledged(question).verdict.text


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("2023年各地区流失员工人数分别是多少？", ["110", "45"]),
        ("supplier map for 2022, all regions incl. foreign", ["30", "12", "3"]),
    ],
)
def test_parts_worded_otherwise_are_given(given, question, found):
    assert printed(given(question)) == found, given(question).verdict.text
