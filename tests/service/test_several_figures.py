"""Answers of several figures asked for in other words than a table has: each year, each part, and what they come to."""

from decimal import Decimal

import pytest

pytestmark = pytest.mark.model

QUARRIES = """ORRELL QUARRIES PLC

(Stock code: ORQR)

ANNUAL REPORT 2023

28 March 2024

This report of Orrell Quarries plc ("Orrell") covers the year ended 31 December 2023.

1. Output

Indicator\tUnit\tYear of 2021\tYear of 2022\tYear of 2023
Granite sold\ttonne\t41,300\t43,950\t47,120
Diesel consumption\tMWh\t5,210\t5,105\t4,840
Blasts carried out\ttime\t310\t298\t274
Cumulative number of apprentices trained\tperson\t1,184\t1,236\t1,305

By the end of 2023 Orrell had seen 1,305 young apprentices through their time.

2. People

Indicator\tUnit\tYear of 2022\tYear of 2023
Number of employees\tperson\t820\t860
Employee turnover rate by county\tAshdown county\t%\t9.10\t8.40
\tBelmont county\t%\t7.30\t6.90
\tOverseas\t%\t4.00\t5.20
Waste by treatment\tRecycled waste\ttonne\t610\t655
\tBurnt waste\ttonne\t95\t88
\tBuried waste\ttonne\t140\t121

3. Pledged shares

Name of holder\tNumber of pledged shares before the change\tNumber of pledged shares upon the change
Halden Trust\t1,200,000\t1,500,000
Mary Whitlock\t300,000\t300,000
Total\t1,500,000\t1,800,000

4. Votes

Resolution\tFor\tAgainst\tWithheld
Resolution 1: to approve the pay policy\t8,100,000\t92,000\t7,000
Resolution 2: to appoint the auditor\t8,150,000\t41,500\t3,300

5. Cash flows

Item\tUnit\tYear of 2022\tYear of 2023
Adjustments to reconcile net income to net cash provided by operating activities:\tDeferred tolls\tUSD\t310\t290
\tStripping costs\tUSD\t120\t140
\tNet cash provided by operating activities\tUSD\t9,310\t9,870
Cash used by investing activities:\tPurchases of bonds\tUSD\t700\t910
\tSales of bonds\tUSD\t330\t280
\tPurchases of property, plant and equipment\tUSD\t4,410\t4,620
"""


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(QUARRIES, "orrell-2023.txt")


def printed(answered):
    return [h.figure.printed for h in answered.figures if h.figure.id in answered.verdict.figure_ids]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("granite sold 21 22 23", ["41,300", "43,950", "47,120"]),
        ("granite sold, 2021 thru 2023", ["41,300", "43,950", "47,120"]),
        ("granite sold, year-wise", ["41,300", "43,950", "47,120"]),
        ("granite sold, 2 year trend", ["43,950", "47,120"]),
        ("Trend please: blasts carried out", ["310", "298", "274"]),
        ("柴油消耗量2021到2023每年是多少", ["5,210", "5,105", "4,840"]),
        # the sentence tells of 2023 alone, the row of the same number of each year
        ("young apprentices seen through their time, each year", ["1,184", "1,236", "1,305"]),
    ],
)
def test_each_year_however_it_is_asked(given, question, found):
    answered = given(question)
    assert answered.interpretation.intent == "series"
    assert printed(answered) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("employee turnover rate in 2023 per county", ["8.40", "6.90", "5.20"]),
        ("pledged shares upon the change, for every holder", ["1,500,000", "300,000"]),
        ("How much recycled, burnt and buried waste was there in 2022?", ["610", "95", "140"]),
        ("waste in 2023, tonnes: reused / burnt / buried", ["655", "88", "121"]),
        ("vote on resolution 2: yes / no / withheld", ["8,150,000", "41,500", "3,300"]),
        ("votes on the pay policy: in favour / opposed / withheld", ["8,100,000", "92,000", "7,000"]),
    ],
)
def test_each_part_however_it_is_asked(given, question, found):
    answered = given(question)
    assert answered.verdict.status == "answered"
    assert printed(answered) == found


@pytest.mark.parametrize(
    ("question", "one"),
    [
        ("employee turnover rate in Ashdown county in 2023", "8.40"),  # a part by its name
        ("granite sold in 2023 by Orrell", "47,120"),  # who sold it divides nothing
        ("number of employees in 2023", "860"),
        (
            "What was Orrell's net cash provided by operating activities in 2023?",
            "9,870",
        ),  # the name of one row, and of its group
        ("Orrell capital expenditure (purchases of property and equipment) in 2023", "4,620"),
    ],
)
def test_one_figure_stays_one(given, question, one):
    assert printed(given(question)) == [one]


@pytest.mark.parametrize(
    ("question", "result", "unit", "of"),
    [
        # 1,500,000 + 300,000, each holder under the words said once for both
        (
            "Halden Trust and Mary Whitlock together: number of pledged shares upon the change",
            "1800000",
            "shares",
            ["1,500,000", "300,000"],
        ),
        # (1,500,000 - 1,200,000) / 1,200,000
        ("By what percentage did Halden Trust's pledged shares grow?", "25.00", "%", ["1,200,000", "1,500,000"]),
        # 47,120 / 41,300
        ("How many times the 2021 level was the granite sold in 2023?", "1.14", "times", ["47,120", "41,300"]),
        # 47,120 / 860, though the filing prints other rates
        ("granite sold per employee in 2023", "54.79", "tonne per person", ["47,120", "860"]),
        # 8.40 - 6.90
        (
            "by how many percentage points was the turnover rate in Ashdown county"
            " higher than in Belmont county in 2023",
            "1.50",
            "percentage points",
            ["8.40", "6.90"],
        ),
    ],
)
def test_what_two_figures_come_to(given, question, result, unit, of):
    answered = given(question)
    assert answered.verdict.calculation is not None
    assert (answered.verdict.calculation.result, answered.verdict.calculation.unit) == (Decimal(result), unit)
    assert sorted(printed(answered)) == sorted(of)


@pytest.mark.parametrize(
    "question",
    [
        "sum of granite sold and marble sold in 2023",
        "diesel consumption per lorry in 2023",
        "granite sold per county in 2023",
    ],
)
def test_half_of_it_is_no_answer(given, question):
    assert printed(given(question)) == []
