"""Votes of several meetings that one heading names, and what is reckoned with them; "A / B, %" and the like."""

from decimal import Decimal

import pytest

pytestmark = pytest.mark.model

POLLS = """DUNMERE FERRIES PLC

(Stock code: DUNM)

POLL RESULTS: THE EGM, THE CLASS OF A SHARES AND THAT OF H SHARES, HELD ON 14 MAY 2024

2. Counts

Counted at the EGM

RESOLUTIONS\tNUMBER OF VOTES (%)\t\t
\tFOR\tAGAINST\tABSTAIN
1. To approve the lease of the pier\t900,000 (90.00%)\t60,000 (6.00%)\t40,000 (4.00%)
2. To approve the new name\t720,000 (72.00%)\t200,000 (20.00%)\t80,000 (8.00%)

Counted among the A Shares

RESOLUTIONS\tNUMBER OF VOTES (%)\t\t
\tFOR\tAGAINST\tABSTAIN
1. To approve the new name\t500,000 (71.43%)\t150,000 (21.43%)\t50,000 (7.14%)
2. To approve the rules of the crew fund\t600,000 (85.71%)\t70,000 (10.00%)\t30,000 (4.29%)

Counted among the H Shares

RESOLUTIONS\tNUMBER OF VOTES (%)\t\t
\tFOR\tAGAINST\tABSTAIN
1. To approve the new name\t220,000 (73.33%)\t50,000 (16.67%)\t30,000 (10.00%)
2. To approve the rules of the crew fund\t260,000 (86.67%)\t20,000 (6.67%)\t20,000 (6.67%)
"""
YEAR = """DUNMERE FERRIES PLC

(Stock code: DUNM)

SUSTAINABILITY REPORT 2023

11 March 2024

Indicator\tUnit\tYear of 2022\tYear of 2023
Number of employees\tperson\t400\t500
Number of divers\tperson\t20\t25
Share of divers and pilots trained\t%\t100\t100
Operating profit\tRMB million\t30\t36
Total revenue\tRMB million\t240\t300
Passengers carried\tperson\t8,000\t12,000
Amount of bonus of the Lighthouse Award\tRMB\t42,000\t60,000
Number of people awarded by the Lighthouse Award\tperson\t21\t24
Restricted shares vested\tshares\t90,000\t120,000
Number of incentive recipients\tperson\t10\t16
Direct GHG emissions (Scope 1)\ttCO2e\t700\t800
Indirect GHG emissions (Scope 2)\ttCO2e\t300\t400
"""


@pytest.fixture(scope="module")
def polls(asked_of):
    return asked_of(POLLS, "dunmere-polls-2024.txt")


@pytest.fixture(scope="module")
def year(asked_of):
    return asked_of(YEAR, "dunmere-2023.txt")


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("votes for resolution 2 at the EGM", "720,000"),
        ("votes for resolution 2 May 2024 at the EGM", "720,000"),
        ("votes for resolution 2 at the H shares class meeting", "260,000"),
        ("EGM: votes against the new name", "200,000"),
        ("votes against the new name at the A shares class meeting", "150,000"),
        ("EGM 第二项议案的反对票是多少", "200,000"),
    ],
)
def test_the_nearest_heading_says_which_meeting_it_was(polls, question, printed):
    assert polls(question).figures[0].figure.printed.startswith(printed)


@pytest.mark.parametrize(
    ("asked", "question", "result", "unit"),
    [
        ("polls", "EGM May 2024, resolution 2: margin of for over against, votes", 520_000, "votes"),
        ("polls", "How many more yes than no votes did the new name get at the EGM?", 520_000, "votes"),
        ("polls", "EGM 第一项议案的赞成票是反对票的多少倍？", 15, "times"),
        ("polls", "EGM第二项决议的赞成票比反对票多多少？", 520_000, "votes"),
        ("year", "divers / total headcount, end-2023, %", 5, "%"),
        ("year", "What operating margin, i.e. operating profit over total revenue, was there for 2023?", 12, "%"),
        ("year", "passengers carried 2023 vs 2022, multiple", Decimal("1.5"), "times"),
        ("year", "headcount growth 2023 on 2022", 25, "%"),
        ("year", "How many more employees in 2023 than in 2022?", 100, "person"),
        (
            "year",
            "If you split the 2023 Lighthouse Award bonus evenly, what does each awarded person take home?",
            2_500,
            "RMB per person",
        ),
        (
            "year",
            "On average, how many restricted shares did each incentive recipient get vested in 2023?",
            7_500,
            "shares per person",
        ),
        (
            "year",
            "How much revenue was there per employee in 2023, taking total revenue against the year-end headcount?",
            600_000,
            "RMB per person",
        ),
        (
            "year",
            "Operating profit in 2023 - what's that per head if you spread it over everyone on the payroll?",
            72_000,
            "RMB per person",
        ),
    ],
)
def test_what_is_worked_out(request, asked, question, result, unit):
    made = request.getfixturevalue(asked)(question)
    assert made.verdict.calculation is not None, made.verdict.text
    assert made.verdict.calculation.result == result
    assert made.verdict.calculation.unit == unit


@pytest.mark.parametrize(
    "question", ["number of board meetings held in 2024", "how many motions did the H shareholders see?"]
)
def test_votes_count_no_meetings_and_no_motions(polls, question):
    assert polls(question).verdict.status == "not_found"


def test_one_scope_is_no_sum_of_two(year):
    """What is divided has to be all of it."""
    made = year("How many tonnes of CO2e were emitted (Scope 1 and 2) per passenger carried in 2023?").verdict
    assert made.calculation is None or made.calculation.result == Decimal("0.1")


def test_a_list_with_a_slash_is_no_quotient(year):
    assert year("employees / divers 2023").verdict.calculation is None
