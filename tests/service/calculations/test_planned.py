"""Calculations whose operands are each found as a question of its own, in many words for the same."""

from decimal import Decimal

import pytest

pytestmark = pytest.mark.model

BAKERIES = """OSTERMOND BAKERIES PLC

(Stock code: OSTM)

ANNUAL REPORT 2024

12 March 2025

This report of Ostermond Bakeries plc ("Ostermond") covers the year ended 31 December 2024.

1. Production

Indicator\tUnit\tYear of 2022\tYear of 2023\tYear of 2024
Flour milled\ttonne\t7,000\t7,500\t9,000
Rye bread baked\ttonne\t1,600\t1,800\t2,250
Wheat bread baked\ttonne\t2,400\t2,700\t3,000
Natural gas burned\tm3\t40,000\t50,000\t44,000
Electricity purchased\tMWh\t1,200\t1,500\t1,800
Loaves donated since 2021\tunit\t30,000\t52,000\t81,000

2. People

Indicator\tUnit\tYear of 2022\tYear of 2023\tYear of 2024
Number of employees\tperson\t400\t480\t600
Number of employees by region\tCoast\tperson\t150\t180\t240
\tHighlands\tperson\t250\t300\t360
Share of women in baking teams\t%\t41.5\t43.0\t46.5
Share of women in delivery teams\t%\t22.0\t21.5\t24.0
Employee leavers\tperson\t50\t64\t75
Employee leavers by gender\tMen\tperson\t32\t40\t45
\tWomen\tperson\t18\t24\t30
Number of suppliers\t-\t110\t140\t154

3. Stores and vans

In 2024 Ostermond used 640 tonnes of cardboard boxes. Of these boxes, 400 tonnes were made of recycled paper.

In 2024 the new proving ovens saved 36 tonnes of carbon dioxide, and shared delivery routes another 24 tonnes.

In 2024 route planning saved 300 hours of driving, equivalent to reducing carbon emissions by 31 tonnes.

In 2024 night baking saved 210 hours of driving, equivalent to reducing carbon emissions by 17 tonnes.

In 2024 the mills bought 1,200 tonnes of organic grain, accounting for 16% of the grain bought.

In 2024 the company sold 880 tonnes of cakes, a year-on-year increase of 10%.

In 2024 the bakery school held 60 courses on food safety, with 1,500 hours of teaching.

In 2024 the delivery fleet drove 2.4 million kilometres; the electric vans drove 0.9 million kilometres of it.
"""


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(BAKERIES, "ostermond-2024.txt")


TIMES_AND_RATIOS = [
    # 3,000 / 2,250; 360 / 240; 45 / 30
    ("Wheat bread baked in 2024 was how many times rye bread baked?", "1.33"),
    ("ratio of highlands employees to those on the coast, 2024", "1.50"),
    ("In 2024 leavers who were men were how many times the women who left?", "1.50"),
    ("How many times over did wheat bread baked in 2024 exceed rye bread?", "1.33"),
]
DIFFERENCES = [
    # 3,000 - 2,250; 360 - 240; 46.5 - 24.0; 45 - 30
    ("By how many tonnes did wheat bread baked exceed rye bread in 2024?", "750"),
    ("How many more employees were in the highlands than on the coast in 2024?", "120"),
    ("coast or highlands: where did more employees work in 2024, and what's the difference?", "120"),
    ("Women in baking teams vs women in delivery teams in 2024 - how wide is the gap, in percentage points?", "22.5"),
    ("gap in leavers between men and women, 2024", "15"),
    ("2024 wheat bread baked minus rye bread baked, tonnes", "750"),
    ("How many percentage points is the share of women in baking teams above that in delivery teams in 2024?", "22.5"),
    ("Fewer women than men left in 2024. How many fewer?", "15"),
]
SUMS = [
    # 2,250 + 3,000
    ("Add up the rye bread and the wheat bread baked in 2024.", "5250"),
    ("rye and wheat bread baked in 2024, combined tonnage", "5250"),
    # 31 + 17, and not the hours
    ("Adding up the 2024 carbon savings of route planning and night baking, how many tonnes is that?", "48"),
]
SHARES = [
    # 240 / 600; 30 / 75; 400 / 640; 0.9 / 2.4
    ("coast's slice of the whole workforce in 2024, %", "40.00"),
    ("Of the 2024 leavers, what share was women?", "40.00"),
    ("What proportion of the 2024 cardboard boxes was made of recycled paper?", "62.50"),
    ("What percentage of the kilometres driven in 2024 was driven by the electric vans?", "37.50"),
]
RESTS = [
    # 640 - 400; 2.4 - 0.9 million; 600 - 240
    ("Tonnes of cardboard boxes in 2024 that were not made of recycled paper", "240"),
    ("Leaving the electric vans aside, how many kilometres did the delivery fleet drive in 2024?", "1500000"),
    ("How many employees worked outside the coast region in 2024?", "360"),
    ("cardboard boxes used in 2024 other than those of recycled paper, tonnes", "240"),
]
QUOTIENTS = [
    # 9,000 / 600; 1,500 / 60; 154 / 600 has no such question
    ("flour milled per employee in 2024, tonnes", "15.00"),
    ("Average hours of teaching per food safety course in 2024?", "25.00"),
    ("2024 flour milled divided by the number of employees", "15.00"),
]
OVER_TIME = [
    # (9,000 - 7,500) / 7,500; 44,000 - 50,000; 154 - 140; 81,000 - 52,000; 46.5 - 43.0; 480 / 400
    ("2024年外购电力较2023年变化了多少？", "300"),
    ("flour milled 2024 against 2023: up or down by how many percent?", "20.00"),
    ("flour milled in 2024 compared with the year before, % increase", "20.00"),
    ("headcount growth 2024 yoy %", "25.00"),
    ("net additions to the supplier base during 2024", "14"),
    ("By how many cubic metres did natural gas burned shrink in 2024?", "-6000"),
    ("How many loaves were donated in 2024 alone, going by the running totals?", "29000"),
    ("Loaves donated are only shown cumulatively. So how many were donated during 2023 alone?", "22000"),
    ("share of women in baking teams 2024 vs 2023, change in percentage points", "3.5"),
    ("employees in 2023: how many times the 2022 number?", "1.20"),
    ("2024年外购电力同比增长百分之多少？", "20.00"),
    ("Purchased electricity put on how many percent in 2024 versus a year earlier?", "20.00"),
]

IMPLIED = [
    # 1,200 / 16%; 880 / 110%
    ("The organic grain bought is 16% of the total, so how much grain was bought in 2024 altogether?", "7500"),
    ("If the cakes sold in 2024 were up 10%, what tonnage does that imply for 2023?", "800"),
]


@pytest.mark.parametrize(
    ("question", "result"),
    [*TIMES_AND_RATIOS, *DIFFERENCES, *SUMS, *SHARES, *RESTS, *QUOTIENTS, *OVER_TIME, *IMPLIED],
)
def test_each_operand_is_found_by_its_own_words(given, question, result):
    calculation = given(question).verdict.calculation
    assert calculation is not None
    assert abs(calculation.result) == abs(Decimal(result))


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("How many employees worked on the coast in 2024?", "240"),
        ("share of women in delivery teams in 2024", "24.0"),
        ("cardboard boxes made of recycled paper in 2024, tonnes", "400 tonnes"),
        ("How many courses on food safety were held in 2024?", "60"),
    ],
)
def test_what_is_printed_is_not_worked_out(given, question, printed):
    answered = given(question)
    assert answered.verdict.calculation is None
    assert answered.figures[0].figure.printed == printed


@pytest.mark.parametrize(
    "question",
    [
        "How many times the number of suppliers was the number of shareholders in 2024?",  # these are not told
        "How much more bread was baked in the highlands than on the coast in 2024?",  # bread is not told by region
        "flour milled per oven in 2024",
        "What share of the suppliers in 2024 was foreign?",
    ],
)
def test_nothing_is_worked_out_of_one_thing_alone(given, question):
    assert given(question).verdict.calculation is None


SEGMENTS = """OSTERMOND BAKERIES PLC

(Stock code: OSTM)

ANNUAL REPORT 2024

12 March 2025

This report of Ostermond Bakeries plc ("Ostermond") covers the year ended 31 December 2024.

1. Buildings

RMB'000\t2024
Ovens segment\t159
Vans segment\t212

2. Development

RMB'000\t2024
Research and development expenses\t46,000
"""


def test_a_segment_by_itself_is_no_part_of_another_measure(asked_of):
    found = asked_of(SEGMENTS, "ostermond-2024.txt")("what share of R&D spending went to the ovens segment?")
    assert found.verdict.calculation is None
