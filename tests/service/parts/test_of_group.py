"""Shareholders who act together, asked for as one: the total of the table that lists them."""

import pytest

pytestmark = pytest.mark.model

PLEDGES = """BRACKWATER FERRIES LIMITED

(Stock code: BRKW)

ANNOUNCEMENT ON THE PLEDGE OF SHARES

14 May 2024

Brackwater Ferries Limited was informed by Odde Holdings of a pledge of part of its shares on 13 May 2024.

II. ACCUMULATED PLEDGED SHARES

As of the date of this announcement, the controlling shareholders and the persons acting in concert hold:

Name of shareholder\tNumber of shares held\tProportion to the shares held\tNumber of pledged shares before the pledge\tNumber of pledged shares upon the pledge\tProportion to the number of shares held
Odde Holdings\t6,400,000\t16.00%\t1,200,000\t2,880,000\t45.00%
Marra Vale Trust\t3,600,000\t9.00%\t900,000\t900,000\t25.00%
Ines Brack\t800,000\t2.00%\t0\t0\t0%
Total\t10,800,000\t27.00%\t2,100,000\t3,780,000\t35.00%
"""  # noqa: E501 - as a table stands in a filing


@pytest.fixture(scope="module")
def asking(asked_of):
    return asked_of(PLEDGES, "brackwater-2024.txt")


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("After the Odde Holdings pledge, how many shares in total has the controlling group pledged?", "3780000"),
        ("Across the whole controlling group, how many shares are pledged now, May 2024?", "3780000"),
        ("How many shares do Odde Holdings and the other controlling shareholders hold together?", "10800000"),
        # a member by its own name
        ("How many shares has Odde Holdings pledged in total after the pledge?", "2880000"),
        ("How many shares does the Odde Holdings group hold in total?", "6400000"),
    ],
)
def test_a_group_as_a_whole_is_the_total_of_its_table(asking, question, number):
    answer = asking(question)
    assert str(answer.figures[0].figure.number) == number, answer.verdict.text


def test_each_member_of_a_group_is_no_total(asking):
    answer = asking("How many shares has each of the whole controlling group pledged, May 2024?")
    assert {str(hit.figure.number) for hit in answer.figures} >= {"2880000", "900000"}


@pytest.mark.parametrize(
    "question",
    [
        "What percentage of all the shares held by the controlling group are with Odde Holdings?",
        "Of everything that the controlling group owned in May 2024, what percentage sits with Odde Holdings?",
    ],
)
def test_a_members_share_of_its_group_is_not_that_of_the_company(asking, question):
    answer = asking(question)
    assert answer.verdict.calculation is not None, answer.verdict.text
    assert str(answer.verdict.calculation.result) == "59.26"  # 6,400,000 / 10,800,000, and not 16.00%


@pytest.mark.parametrize(
    ("question", "result"),
    [
        # 6,400,000 / 10,800,000, where the row prints 45.00% pledged beside it; 900,000 / 3,780,000
        ("Odde Holdings' shares as a pct of all shares of the controlling shareholders and concert parties", "59.26"),
        ("Marra Vale Trust's pledged shares as a % of all shares that the concert parties have pledged", "23.81"),
        ("What share of the concert group's total holding does Ines Brack have?", "7.41"),
    ],
)
def test_a_members_share_is_of_the_column_that_is_asked_for(asking, question, result):
    answer = asking(question)
    assert answer.verdict.calculation is not None, answer.verdict.text
    assert str(answer.verdict.calculation.result) == result


def test_a_share_of_the_company_stays_as_printed(asking):
    answer = asking("What percentage of the company's shares does Odde Holdings hold?")
    assert answer.verdict.calculation is None
    assert str(answer.figures[0].figure.number) == "16.00"


def test_a_members_share_of_all_that_the_group_pledged(asking):
    """2,880,000 of 3,780,000: no printed share is of the shares pledged."""
    answer = asking(
        "After the May 2024 pledge, how much of the controlling shareholders' total pledged shares came from "
        "Odde Holdings, in percent?"
    )
    assert answer.verdict.calculation is not None, answer.verdict.text
    assert str(answer.verdict.calculation.result) == "76.19"
