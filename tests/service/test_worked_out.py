"""What a filing does not print and two of its numbers tell: what is left, the middle of a range, the rest of a year."""

from decimal import Decimal

import pytest

pytestmark = pytest.mark.model

FERRIES = """COLLAND FERRIES PLC

(Stock code: CFER)

INTERIM STATEMENT 2024

30 July 2024

This statement of Colland Ferries plc ("Colland") covers the six months ended 30 June 2024.

1. Shares charged

Name of holder\tNumber of shares held\tNumber of pledged shares before the change\tNumber of pledged shares upon the change
Ellery Trust\t4,000,000\t1,200,000\t1,500,000
Ines Carrow\t900,000\t300,000\t300,000
Total\t4,900,000\t1,500,000\t1,800,000

2. Results expected for the six months (1 January 2024 - 30 June 2024)

Item\tJanuary - June 2024\tJanuary - June 2023
Operating profit\tGBP 40 million ~ GBP 46 million\tGBP 31.2 million

3. Results expected for the second quarter (1 April 2024 - 30 June 2024)

Item\tApril - June 2024\tApril - June 2023
Operating profit\tGBP 22 million ~ GBP 25 million\tGBP 18.9 million

4. People and passengers

Indicator\tUnit\tYear of 2022\tYear of 2023
Passengers carried\tperson\t610,000\t655,000
Number of employees by gender\tMen\tperson\t400\t410
\tWomen\tperson\t200\t230
New employees hired\tperson\t70\t80
Employee turnover rate by harbour\tNorth harbour\t%\t9.10\t8.40
\tSouth harbour\t%\t7.30\t6.90

As at the day of the meeting, the total number of issued shares was 9,000,000 Shares (including 6,500,000 A Shares and 2,500,000 H Shares).
"""  # noqa: E501 (rows of a table)


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(FERRIES, "colland-2024.txt")


def printed(answered):
    return [h.figure.printed for h in answered.figures if h.figure.id in answered.verdict.figure_ids]


@pytest.mark.parametrize(
    ("question", "result"),
    [
        # 4,000,000 - 1,500,000, and - 1,200,000
        ("How many shares of Ellery Trust are free of any pledge upon the change?", "2500000"),
        ("Number of shares of Ellery Trust not pledged before the change", "2800000"),
        # (40 + 46) / 2 million; 46 - 40 million
        # 46 - 40, in million
        ("gap between the lower and upper end of the operating profit range for the first half of 2024", "6000000"),
        ("midpoint of the operating profit range for the first half of 2024", "43000000"),
        ("What is the middle of the guided range of operating profit for the first half of 2024?", "43000000"),
        ("How wide is the range of operating profit for the first half of 2024?", "6000000"),
        # 31.2 - 18.9 million
        (
            "Work out operating profit for the first quarter of 2023 from the half-year and second quarter",
            "12300000",
        ),
        ("operating profit in Q1 2023, going by the six-month and second-quarter figures", "12300000"),
        # 655,000 - 610,000: the amount, where no percentage is asked for
        ("By how many did passengers carried increase in 2023?", "45000"),
        # a year against another is no list of things, and no vote
        ("Change in passengers carried, 2023 vs 2022, in persons", "45000"),
        ("absolute change in passengers carried, 2023 against 2022", "45000"),
        # 8.40 - 9.10: in points, which are no per cent
        ("employee turnover rate north harbour, 2023 vs 2022 - change in percentage points", "-0.70"),
        # 31.2 - 18.9 million: what is left of the half
        ("operating profit: first half and second quarter of 2023 are given, so what is left for Q1 2023?", "12300000"),
    ],
)
def test_worked_out_of_two_numbers(given, question, result):
    calculation = given(question).verdict.calculation
    assert calculation is not None
    assert calculation.result == Decimal(result)


@pytest.mark.parametrize(
    "question",
    [
        "midpoint of the range of passengers carried in 2023",  # one number is no range
        "What share of the new employees hired in 2023 were women?",  # those of the staff are no part of the new ones
        # two questions: nothing is set against what only sounds alike
        "How many new ferries were ordered in 2023, and what portion of them is electric?",
        "What percentage of employees is based in the north harbour in 2023?",  # a turnover rate has its own whole
    ],
)
def test_nothing_is_worked_out_of_other_things(given, question):
    assert printed(given(question)) == []


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("split of the issued shares into A and H at the day of the meeting", {"6,500,000", "2,500,000"}),
        ("Split the 640 employees of 2023 into men and women", {"410", "230"}),
        ("passengers carried, both years shown in the 2024 statement", {"610,000", "655,000"}),
        ("women employed in each of the two reported years", {"200", "230"}),
        ("近两年新入职员工人数各是多少", {"70", "80"}),
    ],
)
def test_each_of_them_is_given(given, question, found):
    assert set(printed(given(question))) == found
