"""Parts that are listed, told in one sentence or of one kind of row, and what is reckoned with two named things."""

from decimal import Decimal

import pytest

pytestmark = pytest.mark.model

SMELTER = """BRACKEN SMELTING LIMITED

(Stock code: BRSM)

ANNUAL REPORT 2023

21 March 2024

This report of Bracken Smelting Limited ("Bracken") covers the year ended 31 December 2023.

1. Air and safety

Indicator\tUnit\tYear of 2022\tYear of 2023
Total exhaust emission\tmillion m3\t900\t940
Exhaust emissions by type\tNitrogen oxide emissions (NOx)\ttonne\t4.10\t5.20
\tSulfur oxide emissions (SOx)\ttonne\t2.20\t2.60
\tParticulate matter emissions\ttonne\t8.30\t9.70
\tVolatile organic compound emissions (VOC)\ttonne\t0.60\t0.80
Number of emergency drills\ttimes\t20\t31
Number of comprehensive emergency rescue drills\ttimes\t2\t4
Number of special drills for acid leaks\ttimes\t5\t7
Number of special fire drills\ttimes\t9\t14
Number of drills for tunnel accidents\ttimes\t4\t6

2. People

Indicator\tUnit\tYear of 2022\tYear of 2023
Number of employees\tperson\t1,900\t2,000
Number of employees by gender\tMale\tperson\t1,160\t1,200
\tFemale\tperson\t740\t800
Number of employees by region\tFenland\tperson\t1,400\t1,500
\tMoorland\tperson\t500\t500
Number of employees by category\tManagement\tperson\t180\t190
\tNon-management staff\tperson\t1,720\t1,810
Employee turnover rate by region\tFenland\t%\t8.10\t9.30
\tMoorland\t%\t7.40\t6.20

In 2023, the Company held 40 welding safety training sessions for crews, with an accumulated duration of 3,000 hours.

The Company's total expenditure on employee benefits in 2023 amounted to RMB 90 million.

The smelting guild covers 3 port authorities, 14 colleges, 6 research institutes, 2 trade associations and 51 firms.

3. Holders as at 20 March 2024

Name of holder\tNumber of shares held\tPledged shares\tProportion to the shares held\tProportion to the share capital
Ottoline Bracken\t1,000,000\t300,000\t30.00%\t0.30%
Fern Alder\t500,000\t50,000\t10.00%\t0.05%
Total\t1,500,000\t350,000\t23.33%\t0.35%
"""

POLL = """Bracken Smelting Limited
Poll results of the extraordinary general meeting and the class meetings
23 November 2023

On 23 November 2023, the day of the EGM, the total number of issued shares of Bracken was 900,000 Shares
(including 700,000 A Shares and 200,000 H Shares).

Votes of the EGM

Votes counted on the motions put to the EGM:

RESOLUTIONS\t\tNUMBER OF VOTES (%)\t\t
\t\tFOR\tAGAINST\tABSTAIN
1.\tTo consider and approve the sale of the old furnace\t612,000 (98.0769%)\t12,000 (1.9231%)\t0 (0.0000%)
2.\tTo consider and approve the new dividend policy\t598,000 (95.8333%)\t26,000 (4.1667%)\t0 (0.0000%)

Votes of the A Shares Class Meeting

Votes counted on the motions put to holders of A shares:

RESOLUTIONS\t\tNUMBER OF VOTES (%)\t\t
\t\tFOR\tAGAINST\tABSTAIN
1.\tTo consider and approve the new dividend policy\t480,000 (96.0000%)\t20,000 (4.0000%)\t150 (0.0300%)
2.\tTo consider and approve the lease of the new kiln\t490,000 (98.0000%)\t10,000 (2.0000%)\t0 (0.0000%)

Votes of the H Shares Class Meeting

Votes counted on the motions put to holders of H shares:

RESOLUTIONS\t\tNUMBER OF VOTES (%)\t\t
\t\tFOR\tAGAINST\tABSTAIN
1.\tTo consider and approve the new dividend policy\t118,000 (95.1613%)\t6,000 (4.8387%)\t40 (0.0322%)
2.\tTo consider and approve the lease of the new kiln\t120,000 (96.7742%)\t4,000 (3.2258%)\t0 (0.0000%)
"""


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(SMELTER, "bracken-2023.txt")


@pytest.fixture(scope="module")
def polled(asked_of):
    return asked_of(POLL, "bracken-poll.txt")


def printed(answered):
    return [h.figure.printed for h in answered.figures if h.figure.id in answered.verdict.figure_ids]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("stack emissions 2023 in tonnes: NOx SOx PM VOC", ["5.20", "2.60", "9.70", "0.80"]),
        ("exhaust by type 2023: NOx SOx dust VOC", ["5.20", "2.60", "9.70", "0.80"]),
        ("Drills in 2023 by kind (comprehensive, acid leak, fire, tunnel)", ["4", "7", "14", "6"]),
        ("Who is in the smelting guild - how many authorities, colleges, institutes, associations and firms?",
         ["3", "14", "6", "2", "51"]),
    ],
)  # fmt: skip
def test_all_that_are_listed_are_given(given, question, found):
    assert [number.split()[0] for number in printed(given(question))] == found, given(question).verdict.text


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("share capital split A vs H on the day of the EGM", ["700,000", "200,000"]),
        ("issued shares divided into mainland and Hong Kong classes", ["700,000", "200,000"]),
    ],
)
def test_both_classes_are_given(polled, question, found):
    assert [number.split()[0] for number in printed(polled(question))] == found, polled(question).verdict.text


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("total AGAINST votes, A class meeting plus H class meeting, on the new dividend policy", "26000"),
        ("how many more FOR votes did resolution 1 get at the EGM than resolution 2?", "14000"),
    ],
)
def test_two_meetings_and_two_resolutions(polled, question, result):
    calculation = polled(question).verdict.calculation
    assert calculation is not None, polled(question).verdict.text
    assert calculation.result == Decimal(result)


@pytest.mark.parametrize(
    ("question", "result"),
    [
        # 3,000 hours in 40 sessions
        ("what was the average length in hours per welding safety training session in 2023", "75"),
        ("How long on average was each welding safety training session in 2023, counting hours over sessions?", "75"),
        # RMB 90 million / 2,000
        ("welfare cost per employee 2023 (employee benefits over year-end headcount)", "45000"),
        # 1,500 / 2,000
        ("what slice of the 2023 workforce sits in Fenland, as a percent?", "75"),
        # 1,200 / 800
        ("men per woman on the payroll in 2023", "1.5"),
        ("Ottoline Bracken plus Fern Alder: shares held in total", "1500000"),
        # 30.00 - 23.33
        ("By how many percentage points is the proportion to the shares held higher at Ottoline Bracken than in total?",
         "6.67"),
    ],
)  # fmt: skip
def test_what_two_things_come_to(given, question, result):
    calculation = given(question).verdict.calculation
    assert calculation is not None, given(question).verdict.text
    assert calculation.result == Decimal(result), given(question).verdict.text


@pytest.mark.parametrize(
    "question",
    [
        "employees by education level 2023",
        "2023年员工按学历划分各有多少人？",
        "how many employees by nationality in 2023?",
    ],
)
def test_parts_of_another_split_are_refused(given, question):
    verdict = given(question).verdict
    assert verdict.status == "not_found", verdict.text


def test_one_of_the_years_named_and_not_now_is_no_subtraction(given):
    answered = given("Moorland headcount in 2022, not now")
    assert answered.verdict.calculation is None, answered.verdict.text
    assert printed(answered) == ["500"]
