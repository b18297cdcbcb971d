"""One end of a printed range, and both ends of a time, set against each other; things of a time of their own each."""

from decimal import Decimal

import pytest

pytestmark = pytest.mark.model

OUTLOOK = """SELWICK BARGES PLC

(Stock code: SLWB)

PROFIT GUIDANCE

10 July 2025

Item\tCurrent Reporting Period (January - June 2025)\tSame period last year
Net profit attributable to shareholders\tRMB60 million ~ RMB75 million\tRMB50 million

Item\tAt the end of 2024\tAt the end of 2023
Total assets\t900.25\t800.50
Issued shares (shares)\t46,000,000\t40,000,000

The number of shares with voting rights at the annual general meeting of 20 May 2025 was 45,500,000 shares.
"""


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(OUTLOOK, "selwick-2025.txt")


@pytest.mark.parametrize(
    ("question", "result"),
    [
        # 60 - 50; 75 - 50 million; 10 / 50; 75 / 50; (900.25 + 800.5) / 2; 46,000,000 - 45,500,000
        (
            "If H1 2025 net profit lands at the bottom of the guided range, how many RMB million above H1 2024 is it?",
            "10000000",
        ),
        ("By how much does the top of the H1 2025 net profit range exceed H1 2024?", "25000000"),
        ("low end of H1 2025 net profit guidance vs H1 2024, growth %", "20.00"),
        ("At the upper bound, how many times the H1 2024 net profit would H1 2025 be?", "1.50"),
        ("average of opening and closing total assets for 2024", "850.375"),
        ("2024年年初年末平均总资产", "850.375"),
        ("issued shares at the end of 2024 minus shares with voting rights on 20 May 2025", "500000"),
        ("issued shares at end 2024 minus issued shares at end 2023", "6000000"),
    ],
)
def test_each_number_is_of_its_own_time(given, question, result):
    calculation = given(question).verdict.calculation
    assert calculation is not None
    assert abs(calculation.result) == Decimal(result)


@pytest.mark.parametrize(
    "question",
    [
        "Q4 2024 total assets minus Q2 2024 total assets?",  # of one of the times alone
        "H1 2025 net profit minus H1 2023 net profit?",
    ],
)
def test_one_time_alone_is_no_difference(given, question):
    answer = given(question)
    assert answer.verdict.calculation is None
    assert answer.verdict.status == "not_found"


@pytest.mark.parametrize("question", ["issued shares, 2023 - 2024", "issued shares 2023 - 2024, in shares"])
def test_a_run_of_years_takes_nothing_off(given, question):
    assert given(question).verdict.calculation is None


def test_a_currency_behind_a_year_is_no_second_thing(given):
    calculation = given("difference between issued shares at end 2023 and 2024 in GBP").verdict.calculation
    assert calculation is None or abs(calculation.result) == Decimal("6000000")
