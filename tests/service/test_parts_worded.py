"""The parts of a whole, and a metric over years, in the many words that people have for them."""

import pytest

pytestmark = pytest.mark.model

FERRIES = """TARN FERRIES PLC

(Stock code: TARN)

ANNUAL REPORT 2023

28 March 2024

This report of Tarn Ferries plc ("Tarn") covers the year ended 31 December 2023.

1. People

Indicator\tUnit\tYear of 2021\tYear of 2022\tYear of 2023
Number of employees\tperson\t560\t590\t640
Number of employees by gender\tMale\tperson\t330\t345\t370
\tFemale\tperson\t230\t245\t270
Number of employees by age\t30 or below\tperson\t150\t160\t190
\t31-50\tperson\t300\t310\t320
\t51 or above\tperson\t110\t120\t130
Number of employees by region\tNorth lake\tperson\t260\t270\t300
\tSouth lake\tperson\t210\t220\t230
\tAbroad\tperson\t90\t100\t110
Number of employees by category\tSenior management\tperson\t10\t11\t12
\tMiddle management\tperson\t40\t44\t48
\tNon-management staff\tperson\t510\t535\t580
New employees hired\tperson\t/\t88\t97
Number of new employees by age\t30 or below\tperson\t/\t51\t60
\t31-50\tperson\t/\t30\t29
\t51 or above\tperson\t/\t7\t8
Employee turnover\tperson\t/\t58\t47
Employee turnover by region\tNorth lake\tperson\t/\t25\t21
\tSouth lake\tperson\t/\t22\t17
\tAbroad\tperson\t/\t11\t9

2. Waste and safety

Indicator\tUnit\tYear of 2021\tYear of 2022\tYear of 2023
Total hazardous waste\ttonne\t70\t76\t81
Hazardous waste by treatment method\tLandfill\ttonne\t12\t13\t14
\tIncineration\ttonne\t38\t40\t42
\tOther methods\ttonne\t20\t23\t25
Investment in ship safety\tRMB million\t4.10\t4.60\t5.20
Ship safety investment by type\tLife rafts and vests\tRMB million\t1.90\t2.00\t2.30
\tFire protection\tRMB million\t1.20\t1.50\t1.60
\tCrew training\tRMB million\t1.00\t1.10\t1.30
Number of emergency drills\ttimes\t9\t12\t17
Number of fire drills\ttimes\t4\t5\t8
Number of man-overboard drills\ttimes\t3\t4\t5
Number of evacuation drills\ttimes\t2\t3\t4
R&D investment as a percentage of revenue\t%\t1.10\t1.30\t1.60

3. Poll results

RESOLUTION\tNUMBER OF VOTES (%)
\tFOR\tAGAINST\tABSTAIN
1. To approve the pay policy\t8,100,000 (98.79%)\t92,000 (1.12%)\t7,000 (0.09%)
2. To appoint the auditor\t8,150,000 (99.45%)\t41,500 (0.51%)\t3,300 (0.04%)

4. Holders

Name of holder\tNumber of shares held\tNumber of pledged shares
Halden Trust\t4,200,000\t1,500,000
Mary Whitlock\t900,000\t300,000
Lake Fund\t600,000\t0
Total\t5,700,000\t1,800,000

5. The harbour alliance

In 2023, Tarn joined the Lake Harbour Alliance.

The alliance covers 4 port authorities, 12 shipyards, 7 research institutes and 31 carriers.
"""


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(FERRIES, "tarn-2023.txt")


def printed(answered):
    return [h.figure.printed for h in answered.figures if h.figure.id in answered.verdict.figure_ids]


AGES, NEW_AGES = ["190", "320", "130"], ["60", "29", "8"]
PLACES, GRADES = ["300", "230", "110"], ["12", "48", "580"]
WASTE, SAFETY, DRILLS = ["14", "42", "25"], ["2.30", "1.60", "1.30"], ["8", "5", "4"]
POLL_1, POLL_2 = ["8,100,000", "92,000", "7,000"], ["8,150,000", "41,500", "3,300"]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        # by what it is divided, under its own name or another
        ("age pyramid of Tarn's staff in 2023", AGES),
        ("What does the age structure of the workforce look like, 2023?", AGES),
        ("headcount 2023 in every age bracket", AGES),
        ("Tarn employees 2023: what ages are they?", AGES),
        ("How old were the people hired in 2023?", NEW_AGES),
        ("2023 hires across the age bands", NEW_AGES),
        ("joiners 2023 split by age band", NEW_AGES),
        ("staff 2023 by rank", GRADES),
        ("workforce at the various management levels, 2023", GRADES),
        ("seniority mix of employees 2023", GRADES),
        ("In which regions did staff work in 2023, and how many in each?", PLACES),
        ("Where are the employees based (2023)?", PLACES),
        ("How was the 2023 staff spread over the regions?", PLACES),
        ("Where did those who left in 2022 work? number per location", ["25", "22", "11"]),
        ("2023年各年龄段员工人数", AGES),
        ("2023年员工的性别构成", ["370", "270"]),
        ("2022年男女员工各有多少人", ["345", "245"]),
        # by kind or by method
        ("How was hazardous waste dealt with in 2023?", WASTE),
        ("hazardous waste 2023, tonnes for each disposal route", WASTE),
        ("hazardous waste 2023 - treatment mix", WASTE),
        ("Which methods were used for hazardous waste in 2023, and how much by each?", WASTE),
        ("What was the ship safety money of 2023 spent on?", SAFETY),
        ("How was the RMB 5.20 million for ship safety in 2023 allocated?", SAFETY),
        ("Ship safety investment 2023: I need every category with its amount.", SAFETY),
        ("itemise the 2023 investment in ship safety", SAFETY),
        ("what sorts of emergency drill were held in 2023? number of each one", DRILLS),
        # each of those who hold, and each way to vote
        ("who are the holders and how many shares does each of them own", ["4,200,000", "900,000", "600,000"]),
        ("pledged shares, holder by holder", ["1,500,000", "300,000", "0"]),
        ("how many shares has each of the holders pledged?", ["1,500,000", "300,000", "0"]),
        ("How did the holders vote on the pay policy?", POLL_1),
        ("voting result on the pay policy", POLL_1),
        ("Auditor appointment: how many votes each way?", POLL_2),
        ("How were votes cast on appointing the auditor?", POLL_2),
        ("tally on the appointment of the auditor", POLL_2),
        ("In percent, how did the vote on the pay policy split?", ["98.79%", "1.12%", "0.09%"]),
        # named one by one, all or all but one
        ("How was the 2022 staff divided among senior and middle managers and everyone else?", ["11", "44", "535"]),
        ("composition of the harbour alliance", ["4", "12", "7", "31"]),
        ("What kinds of bodies does the harbour alliance cover, and how many of each?", ["4", "12", "7", "31"]),
    ],
)  # fmt: skip
def test_each_part(given, question, found):
    answered = given(question)
    assert answered.verdict.status == "answered"
    assert printed(answered) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("How have emergency drills moved since 2021?", ["9", "12", "17"]),
        ("hazardous waste: 2021 vs 2022 vs 2023", ["70", "76", "81"]),
        ("Is ship safety investment rising? Show me the yearly numbers.", ["4.10", "4.60", "5.20"]),
        ("is Tarn spending less on ship safety? yearly investment amounts 2021-2023", ["4.10", "4.60", "5.20"]),
        ("R&D intensity by year, 2021-2023", ["1.10", "1.30", "1.60"]),
        ("employees in the 31-50 bracket over the last three reporting years", ["300", "310", "320"]),
        ("number of staff aged 31 to 50 for each of 2021-2023", ["300", "310", "320"]),
        ("North lake headcount, three years", ["260", "270", "300"]),
        ("emergency drills, annual totals", ["9", "12", "17"]),
        ("近三年女员工人数", ["230", "245", "270"]),
        ("员工总数三年变化", ["560", "590", "640"]),
        ("2022和2023年新员工人数各是多少", ["88", "97"]),
    ],
)  # fmt: skip
def test_each_year(given, question, found):
    assert printed(given(question)) == found


@pytest.mark.parametrize(
    ("question", "one"),
    [
        ("employees aged 31-50 in 2023", "320"),
        ("votes against the pay policy", "92,000"),
        ("At the annual meeting, how many votes were cast against the policy for pay?", "92,000"),
        ("how many holders' votes went for the auditor", "8,150,000"),
        ("number of women employed in 2022", "245"),
        ("investment in ship safety in 2022", "4.60"),
        ("tonnes of hazardous waste sent to landfill in 2023", "14"),
    ],
)
def test_one_part_stays_one(given, question, one):
    assert printed(given(question))[:1] == [one]
    assert len(printed(given(question))) == 1


@pytest.mark.parametrize(
    "question",
    [
        "lost luggage 2023 by age bracket",  # divided alike, of another thing
        "Split the 9,400 employees of 2023 by region.",  # the parts come to another whole
        "hazardous waste 2023 by age group",  # by nothing that it is divided by
    ],
)
def test_parts_of_another_thing_are_not_given(given, question):
    assert len(printed(given(question))) < 2
