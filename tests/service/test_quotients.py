"""Quotients in the words in which people spell them out, how they moved, and what is no quotient at all."""

from decimal import Decimal

import pytest

from tickmark.service.calculations.plans import plans

pytestmark = pytest.mark.model

WORKS = """ORLEN STONEWORKS PLC

(Stock code: ORST)

ANNUAL REPORT 2023

12 March 2024

This report of Orlen Stoneworks plc ("Orlen") covers the year ended 31 December 2023.

1. Key figures

Item\tEnd of 2023\tEnd of 2022\tChange
Total assets (RMB)\t11,825,954,292.65\t11,220,100,000.00\t5.40%
Owner's equity attributable to shareholders of the Company (RMB)\t7,021,484,732.38\t6,784,500,000.00\t3.49%
Total liabilities (RMB)\t4,730,381,717.06\t4,400,000,000.00\t7.51%

2. Years

Indicator\tUnit\tYear of 2021\tYear of 2022\tYear of 2023
Investment in safety projects\tRMB million\t7.19\t9.04\t11.96
Number of employees\tperson\t3,529\t5,003\t5,461
Water consumption\ttonne\t732,345\t785,400\t1,008,951
Investment in digitalization since 2021\tRMB million\t5.83\t16.56\t26.09
Number of Individual awards\titem\t150\t208\t275
Number of Group awards\titem\t70\t83\t122
Hours of training per capita by grade\tManagers\thour\t11\t12\t13
\tOther staff\thour\t21\t22\t23

3. Meeting

As at the date of the EGM on 23 November 2023, the total number of issued shares of the Company was 1,342,540,451 Shares
(including 1,141,794,851 A Shares and 200,745,600 H Shares).

4. Holders as at 31 December 2023

Name of holder\tNumber of shares held
Ann Bexley\t1,024,000
Hugo Crane\t1,536,000
"""


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(WORKS, "orlen-2023.txt")


@pytest.mark.parametrize(
    ("question", "result"),
    [
        # 7,021 / 11,826 million; 4,730 / 11,826 million
        ("equity ratio end 2023 - shareholders equity attrib. / total assets", "59.37"),
        ("asset-liability ratio at the end of 2023", "40.00"),
        ("Ann Bexley and Hugo Crane combined personal shareholding - number of shares", "2560000"),
        # 1,141,794,851 / 1,342,540,451
        ("What percentage of the issued share capital were A shares at the EGM date in Nov 2023?", "85.05"),
        ("Water consumption per employee in 2023 in tonnes, using total headcount", "184.76"),
        # 16.56 - 5.83 million
        ("Digitalisation investment is only shown cumulatively since 2021. How much in 2022 alone?", "10730000"),
        ("2022年个人奖项和集体奖项一共评选了多少项？", "291"),
        # (11.96 / 5,461) / (9.04 / 5,003) - 1
        ("Safety investment per employee: how much did it grow in % from 2022 to 2023 (year-end headcount)?", "21.21"),
        ("by how much did safety investment per employee grow between 2022 and 2023?", "21.21"),
    ],
)  # fmt: skip
def test_quotients_are_worked_out(given, question, result):
    calculation = given(question).verdict.calculation
    assert calculation is not None, given(question).verdict.text
    assert calculation.result == Decimal(result)


def test_the_change_of_the_divisor_alone_is_no_answer(given):
    verdict = given("Catering subsidy per employee: how much did it grow in % from 2022 to 2023?").verdict
    assert verdict.calculation is None, verdict.text


def test_what_is_told_per_head_in_other_words_is_an_answer(given):
    verdict = given("course hours per employee for managers in 2023").verdict
    assert verdict.status == "answered", verdict.text
    assert "13" in verdict.text


@pytest.mark.parametrize(
    "text",
    [
        "net profit per the preliminary results",
        "net profit as per annual report",
        "issue price per H share",
        "cash dividend per 10 shares",
        "emissions for each of the years",
        "向全体股东每10股派发现金红利多少",
    ],
)
def test_nothing_is_to_be_divided_by_a_report_a_share_or_a_year(text):
    assert not [plan for plan in plans(text) if plan.kind == "per"]


def test_what_is_per_something_has_a_divisor():
    assert next(plan.kind for plan in plans("water use per employee last year")) == "per"
    (plan, *_) = plans("equity ratio - equity / total assets")
    assert plan.operands == (("equity",), ("total assets",))
