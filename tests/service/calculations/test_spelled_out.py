"""Turns that put the things to be reckoned with elsewhere than on two plain sides."""

from decimal import Decimal

import pytest

from tickmark.service.calculations.spelled_out import spelled_out

SIDES = [
    ("Fleet prize: how much bonus per honoured driver", "per", ("bonus", "driver", "Fleet prize")),
    ("New rules - how many votes for per vote against", "times", ("votes for", "vote against", "New rules")),
    ("votes for per vote against on the new rules", "times", ("votes for", "vote against", "new rules")),
    ("how many more shares than Orla Quinn did Tom Reed hold", "difference", ("Tom Reed hold", "Orla Quinn hold")),
    ("how many fewer shares than Orla Quinn does Tom Reed hold", "difference", ("Orla Quinn hold", "Tom Reed hold")),
    ("votes not in favour (against + abstain) on the new rules", "sum", ("votes against", "votes abstain", "rules")),
    ("For every vote against, how many were in favour", "times", ("in favour", "vote against")),
    (
        "for each vote against on the new rules, how many votes for",
        "times",
        ("votes for, the new rules", "vote against"),
    ),
    ("For each crate of plums sold, how much money was made", "per", ("money", "crate of plums sold")),
    ("total crew and captain medals", "sum", ("crew medals", "captain medals")),
    ("渔工奖学金平均每位获奖学生拿到多少奖金", "per", ("渔工奖学金奖金", "获奖学生")),
    ("渔工奖平均每位获奖员工拿到多少奖金", "per", ("渔工奖奖金", "people awarded 渔工奖")),
    ("救生奖人均奖金是多少元", "per", ("救生奖奖金", "people awarded 救生奖")),
    ("平均每名船员对应的维修费用是多少元", "per", ("维修费用", "船员人数")),
    (
        "how much bonus did each person honoured for the lifeboat drills take home",
        "per",
        ("bonus", "person honoured for the lifeboat drills"),
    ),
    ("total number of badges handed out to crews and captains", "sum", ("crew badges", "captain badges")),
    ("人均差旅费是多少元", "per", ("差旅费", "员工总数")),
]


@pytest.mark.parametrize(("text", "kind", "said"), SIDES)
def test_sides_are_said_in_full(text, kind, said):
    first = next(spelled_out(text))
    assert first.kind == kind
    first_said, second_said, *both = said
    assert first_said in first.sides[0] and second_said in first.sides[1]
    assert all(topic in side for topic in both for side in first.sides)


@pytest.mark.parametrize(
    "text",
    [
        "how much was spent on nets (buying + mending them)",
        "catch kept (salted + smoked)",
        "how much heavier than the pilot boat is the tug",
        "votes for on the new rules per meeting",
        "女员工人均差旅费",
    ],
)
def test_other_brackets_and_sides_spell_nothing_out(text):
    assert list(spelled_out(text)) == []


POLL = """TARNHOLM PIERS LIMITED

(Stock code: TRNH)

POLL RESULTS OF THE EXTRAORDINARY GENERAL MEETING

6 June 2024

The Extraordinary General Meeting (the "EGM") of Tarnholm Piers Limited was held on 6 June 2024.

Poll Results of the EGM

RESOLUTIONS\tFOR\tAGAINST\tABSTAIN
1. To approve the change of registered capital\t900,000 (90.00%)\t60,000 (6.00%)\t40,000 (4.00%)
2. To approve the rules of the harbour fund\t800,000 (80.00%)\t150,000 (15.00%)\t50,000 (5.00%)
"""

PEOPLE = """TARNHOLM PIERS LIMITED

(Stock code: TRNH)

SUSTAINABILITY REPORT 2024

11 March 2025

This report of Tarnholm Piers Limited covers the year ended 31 December 2024.

Indicator\tUnit\tYear of 2023\tYear of 2024
Number of employees\tperson\t400\t500
Number of employees by region\tTarnholm county\tperson\t150\t200
\tIsle of Vane\tperson\t250\t300
Expenses on employee benefits\tRMB million\t12\t15
Amount of bonus paid for the safety awards\tRMB million\t0.30\t0.42
Number of people honoured by the safety awards\tperson\t100\t120
Safety awards handed out\t-\t10\t12
Number of suppliers\tsupplier\t70\t80
Number of single awards\titem\t20\t30
Number of team awards\titem\t6\t9

In 2024 the company carried out quay safety inspections for 20 suppliers.
"""


@pytest.fixture(scope="module")
def poll(asked_of):
    return asked_of(POLL, "tarnholm-poll-2024.txt")


@pytest.fixture(scope="module")
def people(asked_of):
    return asked_of(PEOPLE, "tarnholm-2024.txt")


@pytest.mark.parametrize(
    ("question", "result"),
    [
        # 900,000 / 60,000; 60,000 + 40,000; 150,000 + 50,000; 900,000 + 60,000
        ("EGM, change of registered capital - how many votes for per vote against?", "15.00"),
        ("votes for per vote against on the change of registered capital at the EGM", "15.00"),
        ("votes not cast in favour (against plus abstain) on the change of registered capital", "100000"),
        ("votes not in favour (against + abstain) on the rules of the harbour fund", "200000"),
        ("total votes for and against on the change of registered capital", "960000"),
    ],
)
def test_votes_are_reckoned_with_by_the_ways_to_vote(poll, question, result):
    calculation = poll(question).verdict.calculation
    assert calculation is not None
    assert calculation.result == Decimal(result)


@pytest.mark.parametrize(
    ("question", "result"),
    [
        # 420,000 / 120; 15,000,000 / 500; 200 / 500; 20 / 80; 30 + 9
        ("Safety awards: how much bonus per honoured person in 2024?", "3500.00"),
        ("2024年人均员工福利支出是多少元？", "30000.00"),
        ("What percentage of all staff worked in Tarnholm county at the end of 2024?", "40.00"),
        ("What share of suppliers went through a quay safety inspection in 2024?", "25.00"),
        ("Total number of awards handed out to single staff and to teams in 2024", "39"),
    ],
)
def test_operands_are_of_what_is_counted(people, question, result):
    calculation = people(question).verdict.calculation
    assert calculation is not None
    assert calculation.result == Decimal(result)
