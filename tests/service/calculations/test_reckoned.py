"""Calculations by what their operands cover: the operation told by a cue, the operands by what they say together."""

from decimal import Decimal

import pytest

pytestmark = pytest.mark.model

ORCHARDS = """HALVERN ORCHARDS PLC

(Stock code: HALV)

ANNUAL REPORT 2024

12 March 2025

This report of Halvern Orchards plc ("Halvern") covers the year ended 31 December 2024.

1. Harvest

Indicator\tUnit\tYear of 2022\tYear of 2023\tYear of 2024
Fruit harvested\ttonne\t4,000\t4,600\t5,000
Fruit harvested by kind\tApples\ttonne\t2,100\t2,500\t2,800
\tPears\ttonne\t1,300\t1,400\t1,500
\tPlums\ttonne\t600\t700\t700
Pesticide used\tkg\t820\t790\t640
Bottles of cider sold since 2022\tunit\t1,000\t2,600\t4,700

2. People

Indicator\tUnit\tYear of 2022\tYear of 2023\tYear of 2024
Newly hired employees\tperson\t25\t30\t40
Sick days taken\tday\t640\t700\t900
Number of employees\tperson\t160\t180\t200
Number of employees by region\tNorth valley\tperson\t90\t100\t120
\tSouth valley\tperson\t70\t80\t80
Number of employees by age\t30 or below\tperson\t50\t60\t70
\t31-40\tperson\t80\t90\t100
\t41-50\tperson\t30\t30\t30
"""


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(ORCHARDS, "halvern-2024.txt")


@pytest.mark.parametrize(
    ("question", "result"),
    [
        # 2,800 / 5,000; the whole is named by a word or two, in any order of the sentence
        ("Of the fruit harvested in 2024, how much of it, as a percentage, came from apples?", "56.00"),
        ("What slice of the 2024 fruit harvest was apples, percent", "56.00"),
        # (1,500 + 700) / 5,000
        ("What share of the fruit harvested in 2024 was pears and plums together?", "44.00"),
        # 2,800 / 700; 700 / 2,800 where plums come first
        ("Apples were how many times as large as plums in the 2024 fruit harvest?", "4.00"),
        # 2,800 - 1,500
        ("How many tonnes more apples than pears were harvested in 2024?", "1300"),
        ("Apples and pears of the 2024 harvest: what is the gap between the two in tonnes?", "1300"),
        # 1,500 + 700
        ("pears and plums harvested in 2024, added up", "2200"),
        # 200 - 120
        ("How many employees were not based in the north valley in 2024?", "80"),
        # 5,000 / 200; 900 / 200
        ("fruit harvested per employee in 2024, tonnes", "25.00"),
        ("sick days taken a head in 2024", "4.50"),
        # 200 / 160; 200 - 160, two years back; (820 + 790 + 640) / 3
        ("Number of employees in 2024 relative to 2022, as a multiple", "1.25"),
        ("How much larger was the number of employees in 2024 than two years earlier?", "40"),
        ("Mean pesticide used for the last three years", "750.00"),
        # (70 + 100) / 200: of the bands up to 40, not of 31-40 alone
        ("What fraction of employees in 2024 was 40 or younger?", "85.00"),
    ],
)
def test_the_operands_say_together_what_is_asked(given, question, result):
    calculation = given(question).verdict.calculation
    assert calculation is not None
    assert calculation.result == Decimal(result)


@pytest.mark.parametrize(
    "question",
    [
        "What share of the newly hired employees in 2024 was 30 or below?",  # those of the staff are not the new ones
        "total bottles of cider sold over 2022, 2023 and 2024",  # a running total is one already
        "What percentage of the fruit harvested in 2024 was organic cherries?",  # nothing is said of these
        "pesticide per hectare in 2024",  # no hectares are told
    ],
)
def test_nothing_is_reckoned_with_what_does_not_belong_together(given, question):
    assert given(question).verdict.calculation is None


def test_what_a_filing_prints_itself_stays(given):
    answered = given("How many apples were harvested in 2024 in total?")
    assert answered.verdict.calculation is None
    assert answered.figures[0].figure.printed == "2,800"


def test_the_operands_are_cited(given):
    answered = given("How many tonnes more apples than pears were harvested in 2024?")
    said = [h.figure.printed for h in answered.figures if h.figure.id in answered.verdict.figure_ids]
    assert said == ["2,800", "1,500"]
    assert answered.verdict.calculation.expression == "2,800 - 1,500"


ABBEY = """ABBEYGATE LOCKS LTD

(Stock code: ABGL)

ANNUAL REPORT 2024

12 March 2025

This report of Abbeygate Locks Ltd ("Abbeygate") covers the year ended 31 December 2024.

1. Income

Indicator\tUnit\tYear of 2023\tYear of 2024
Revenue\tGBP thousand\t3,100\t3,900

2. Plant

Indicator\tUnit\tYear of 2023\tYear of 2024
Padlark tooling\tGBP thousand\t5,800\t6,500

3. Staff

Indicator\tUnit\tYear of 2023\tYear of 2024
Payroll taxes of the workforce\tGBP thousand\t340\t720
Fees of the non-executive directors\tGBP thousand\t410\t450
"""


@pytest.mark.parametrize(
    "question",
    [
        "What share of Abbeygate's 2024 revenue came from Padlark?",  # the tooling is no revenue
        "average headcount of Abbeygate 2024 incl. directors",  # nobody is counted in pounds
    ],
)
def test_what_names_its_whole_or_counts_is_not_worked_out_of_other_amounts(asked_of, question):
    assert asked_of(ABBEY, "abbeygate-2024.txt")(question).verdict.calculation is None
