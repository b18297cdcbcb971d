"""Calculations of more than two operands, of bands and wholes, and of parts of the year that nobody prints."""

from decimal import Decimal

import pytest

pytestmark = pytest.mark.model

FERRIES = """KARLSUND FERRIES PLC

(Stock code: KARL)

ANNUAL REPORT 2024

10 March 2025

This report of Karlsund Ferries plc ("Karlsund") covers the year ended 31 December 2024.

1. Results

Item\tYear of 2024 (RMB'000)\tYear of 2023 (RMB'000)
Net profit attributable to owners of the Company\t9,400\t8,100
Net profit attributable to owners of the Company after deducting non-recurring gains or losses\t8,950\t8,300

2. The first half

Item\tSix months ended 30 June 2024\tThree months ended 30 June 2024
Ticket income (RMB million)\t61.5\t38.2

3. Environment

Indicator\tUnit\tYear of 2024\tYear of 2023
Scope 1 emissions\ttCO2e\t1,200\t1,400
Scope 2 emissions\ttCO2e\t800\t1,000
Air emissions by type\tNitrogen oxides (NOx)\ttonne\t8.1\t9.0
\tSulphur oxides (SOx)\ttonne\t2.4\t2.6
\tParticulate matter\ttonne\t1.5\t1.9
Electricity used\tMWh\t4,000\t4,400
Electricity used per RMB 1,000 of revenue\tMWh/RMB'000 of revenue\t0.02\t0.03

In 2024 the company's total shore power used was 900 MWh, and the shore power used at the Nordholm pier was 360 MWh,
accounting for 45% of all power used there.

4. People

Indicator\tUnit\tYear of 2024\tYear of 2023
Number of employees\tperson\t800\t760
New employees hired\tperson\t100\t90
Days lost to injuries at work\tday\t126\t144
Number of work-related loss cases\t-\t12\t16
Number of employees by age\t30 or below\tperson\t240\t230
\t31-40\tperson\t300\t290
\t41-50\tperson\t180\t170
\t51 or above\tperson\t80\t70
Number of employees by harbour\tNordholm\tperson\t500\t480
\tSoenderby\tperson\t300\t280
Employee leavers\tperson\t60\t50
Employee leavers by age\t30 or below\tperson\t27\t24
\t31-40\tperson\t18\t14
\t41-50\tperson\t10\t8
\t51 or above\tperson\t5\t4
Employee turnover rate by age\t30 or below\t%\t11.3\t10.4
\t31-40\t%\t6.0\t4.8
\t41-50\t%\t5.6\t4.7
\t51 or above\t%\t6.3\t5.7
Number of new employees by harbour\tNordholm\tperson\t70\t66
\tSoenderby\tperson\t30\t24
Year-on-year increase of training hours for employees\t%\t12.5\t8.0
Cumulative number of children taught to swim\tperson\t5,200\t4,650
Bonus for punctual crews\tRMB million\t3\t2
Amount of bonus paid for the design and rescue prizes\tRMB million\t1.8\t1.2
Number of people who won the design and rescue prizes\tperson\t90\t80

In 2024 the ferries carried 45,000 tonnes of freight, and the total freight carried came to 45,000 tonnes.

In 2024 the company used 252 tonnes of recovered steel, accounting for 30% of the annual use of steel.
"""


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(FERRIES, "karlsund-2024.txt")


@pytest.mark.parametrize(
    ("question", "result"),
    [
        # 8.1 + 2.4 + 1.5
        ("sum of NOx, SOx and particulate emissions in 2024, tonnes", "12.0"),
        # (1,200 + 800 + 1,400 + 1,000) / 2; (2,000 - 2,400) / 2,400
        ("average yearly scope 1+2 emissions over 2023 and 2024", "2200.00"),
        ("By what percentage did scope 1 and 2 emissions change from 2023 to 2024?", "-16.67"),
        # 180 + 80; (180 + 80) / 800; (240 + 300) / 800; 10 + 5; 300 + 180
        ("How many employees were older than 40 in 2024?", "260"),
        ("What share of the 2024 workforce was over 40, in %?", "32.50"),
        ("fraction of employees aged 40 or younger in 2024, percent", "67.50"),
        ("How many of 2024's leavers were above 40?", "15"),
        ("how many employees were aged between 31 and 50 in 2024?", "480"),
        # 70 / 100; 27 / 60: of the hires and of the leavers, not of the staff
        ("What share of 2024 hires joined at Nordholm?", "70.00"),
        ("Of the staff who left in 2024, what portion were aged 30 or below?", "45.00"),
        # 360 / 900: the whole is the shore power, not all power
        ("What share of the total shore power in 2024 was used at the Nordholm pier?", "40.00"),
        # 4,000 / 800, though another quotient is printed
        ("Electricity used per employee in 2024 (MWh per head)?", "5.00"),
        # 61.5 - 38.2 million
        ("What was ticket income in Q1 2024? You can back it out from the half-year and Q2 numbers.", "23300000"),
        ("ticket income first quarter 2024", "23300000"),
        # 5,200 - 4,650
        ("How many children were taught to swim in 2024 alone?", "550"),
        ("How many children were taught to swim in 2024 itself, going by the to-date totals for 2024 and 2023?", "550"),
        # 126 / 12; 1.8 million / 90, though another bonus is worded more shortly
        ("How many days were lost on average for each work-related loss case in 2024?", "10.50"),
        ("average bonus per winner of the design and rescue prizes 2024, RMB", "20000.00"),
        ("Electricity used per head in 2024? MWh per employee, year-end headcount", "5.00"),
        # 252 / 30%
        ("If 252 t recovered was 30% of it, what was the total steel use in 2024 in tonnes?", "840.00"),
        # 900 - 360 MWh
        ("Leaving out the Nordholm pier, how much shore power was used in 2024?", "540"),
        # (800 - 760) / 760, though the growth of training hours is printed
        ("workforce growth from 2023 to 2024 in %", "5.26"),
        # 9,400 - 8,950 thousand; of 9,400
        ("How much of 2024 net profit came from one-offs?", "450000"),
        ("one-offs in 2024 attributable profit: reported minus recurring", "450000"),
        ("what share of 2024 net profit was non-recurring?", "4.79"),
    ],
)
def test_the_operands_are_those_that_are_meant(given, question, result):
    calculation = given(question).verdict.calculation
    assert calculation is not None
    assert calculation.result == Decimal(result)


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("employees aged 31-40 in 2024", "300"),
        ("2024 net profit excluding one-offs", "8,950"),
        ("electricity used per RMB 1,000 of revenue 2024", "0.02"),
    ],
)
def test_what_is_printed_stays(given, question, printed):
    answered = given(question)
    assert answered.verdict.calculation is None
    assert answered.figures[0].figure.printed == printed


@pytest.mark.parametrize(
    "question",
    [
        "turnover rate of employees over 40 in 2024",  # rates of two bands do not add up
        "electricity used per passenger in 2024",  # passengers are not told, and revenue is not meant
        "What did Karlsund take in per tonne carried in 2024? total freight carried divided by freight carried",
        "How many percentage points more staff left Nordholm than Soenderby in 2024?",  # not told by harbour
    ],
)
def test_no_other_figure_is_given_instead(given, question):
    assert given(question).verdict.status == "not_found"
