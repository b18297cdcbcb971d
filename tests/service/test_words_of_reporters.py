"""What reporters ask for in words of their own: people and not their courses, hours given, prizes, rules, gear."""

import pytest

pytestmark = pytest.mark.model

PIER = """HOLLOW PIER PLC

Annual report for the year ended 31 December 2023

I. PEOPLE

Indicator\tUnit\tYear of 2022\tYear of 2023
Number of employees by region\t\t\t
North coast\tperson\t210\t225
South coast\tperson\t140\t131
Rest of the islands\tperson\t12\t17
Average training hours per employee\thour\t14.5\t16.0
Total training hours of employees\thour\t5,249\t5,968
Percentage of work-related injuries\t%\t0.4\t0.2

II. SAFETY AND PRIZES

Indicator\tUnit\tYear of 2022\tYear of 2023
Outlay for equipping and updating protective equipment for dock workers\tGBP million\t0.41\t0.53
Outlay for checking cranes and ladders\tGBP million\t0.22\t0.29
Number of boat design awards evaluated\t-\t9\t11
Number of people awarded by the boat design award\tperson\t31\t37
Days by which delivery time was shortened than previous year\tday\t4\t3
Mooring waste per GBP 1,000 of revenue\tkg/GBP'000 of revenue\t0.31\t0.27

On the "Tide Room" platform we offered 46 courses in 2023, and 5,120 people participated in online training there.
The purchasing handbook of 2023 binds the procurement team to 17 articles of conduct and thrift.
In May 2023, 25 volunteers from the yards gathered litter on Gull Beach, with a total volunteer time of 64 hours.
"""


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(PIER, "pier-2023.txt")


def printed(answered):
    return [h.figure.printed for h in answered.figures if h.figure.id in answered.verdict.figure_ids]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("tide room platform - no. of ppl who did online training", ["5,120 people"]),
        ("volunteer time for the litter thing on gull beach?", ["64 hours"]),
        ("How many individuals were honoured through the boat design prizes in 2022?", ["31"]),
        ("How much went on buying and renewing protective gear for the dock workers in 2022?", ["0.41"]),
        ("How many clauses of conduct and thrift must Hollow Pier's buyers follow?", ["17"]),
        ("How many hours of schooling did the average employee get each year, 2022 and 2023?", ["14.5", "16.0"]),
        ("How many kilos of mooring waste were there for every thousand pounds of sales in 2022?", ["0.31"]),
        ("By how much did the pier manage to cut its lead time in 2022 against the year before?", ["4"]),
        ("headcount outside the two main regions (rest of the islands) in 2022", ["12"]),
    ],
)
def test_what_is_meant_is_found(given, question, found):
    assert printed(given(question)) == found


@pytest.mark.parametrize(
    "question",
    [
        "What share of mothers came back to work after maternity leave in 2023?",
        "What percentage of staff returned to work after parental leave in 2023?",
    ],
)
def test_what_covers_little_of_it_is_no_answer(given, question):
    assert given(question).verdict.status == "not_found"
