"""Numbers of definitions, of drills and of rates beside a question for people."""

import pytest

pytestmark = pytest.mark.model

QUARRY = """HOLT QUARRIES LIMITED

(Stock code: HOLT)

SAFETY REPORT OF THE YEAR 2023

12 March 2024

Holt Quarries Limited ("Holt") breaks stone.

A grave accident is an accident that causes serious injuries of more than 40 people.

Indicator\tUnit\tYear of 2022\tYear of 2023
Emergency drill for rockfall accidents\ttimes\t3\t5
Rate of injury for a million hours\t-\t1.2\t0.9
Ropes, nets and wedges used for climbing\ttonne\t6.1\t7.4

HOW THE OWNERS VOTED ON 9 FEBRUARY 2024

RESOLUTIONS\tNUMBER OF VOTES (PERCENT)\t\t
\tFOR\tAGAINST\tABSTAIN
1. To take up the Rules for the Meetings of Owners\t9,310,400 (97.69%)\t218,600 (2.29%)\t1,200 (0.02%)
2. To take up the Rules for the Quarry Committee\t9,400,100 (98.63%)\t130,000 (1.36%)\t100 (0.01%)
"""


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(QUARRY, "holt-2023.txt")


@pytest.mark.parametrize(
    "question",
    ["How many people were injured in accidents at Holt?", "number of people hurt in accidents"],
)
def test_a_definition_tells_of_nobody_hurt(given, question):
    made = given(question)
    assert made.verdict.status == "not_found", made.verdict.text


def test_what_counts_as_one_is_read_from_its_definition(given):
    assert "40 people" in given("How many injured people make it a grave accident by definition?").verdict.text


def test_what_is_used_for_something_is_an_amount(given):
    found = given("Combined weight of ropes, nets and wedges used for climbing in 2023")
    assert "7.4 tonne in 2023" in found.verdict.text


def test_where_it_was_voted_is_no_list_of_resolutions(given):
    found = given("At the meeting in February 2024, what percentage backed the rules of the Quarry Committee?")
    assert "98.63%" in found.verdict.text
    assert "97.69%" not in found.verdict.text
