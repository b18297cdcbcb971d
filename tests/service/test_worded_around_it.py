"""One figure, asked for with words around it that no filing prints: who asks, which day, what is not meant."""

import pytest

pytestmark = pytest.mark.model

MILLS = """TARN MILLS LIMITED

(Stock code: TARN)

RESULTS OF THE YEAR 2023

26 February 2024

Tarn Mills Limited ("Tarn") weaves sailcloth in two mills. Amounts are in GBP.

I. KEY FIGURES

Item\tDuring the Reporting Period\tFor the period of last year\tIncrease/Decrease (%)
Total revenue\t812,400,000\t751,200,000\t8.15%
Operating profit\t64,310,000\t71,900,000\t-10.56%
Net profit attributable to shareholders of the Company\t48,215,000\t52,480,000\t-8.13%
Basic earnings per share\t0.31\t0.36\t-13.89%
\tAt the end of the Reporting Period\tAt the beginning of the Reporting Period\tIncrease/Decrease (%)
Total assets\t1,530,600,000\t1,412,750,000\t8.34%
Owner's equity attributable to shareholders of the Company\t702,940,000\t688,130,000\t2.15%
Net assets per share attributable to shareholders of the Company\t4.52\t4.43\t2.03%

II. LOOMS AND PEOPLE

Indicator\tUnit\tYear of 2021\tYear of 2022\tYear of 2023
Outlay for guarding looms\tGBP million\t2.31\t2.98\t3.74
Year-on-year increase of outlay for guarding looms\t%\t/\t28.77\t25.61
Recovery rate of general weaving waste\t%\t88.4\t91.7\t94.2
Investment in thread scanners since 2021\tGBP million\t1.10\t2.45\t4.05
Number of apprentices\tperson\t64\t71\t83

Fibre waste per GBP 1,000 of revenue\tkg/GBP'000 of revenue\t0.61\t0.58\t0.52
Water consumption\ttonne\t41,200\t39,870\t38,115
Amount of R&D investment\tGBP million\t8.4\t9.2\t10.6
Score of the weavers' survey\tpoint\t81\t84\t86
Number of weavers by valley: Upper Tarn\tperson\t210\t214\t221

Fibre waste per GBP 1,000 of revenue is divided by sales of GBP 1,000 each.

III. SHARES HELD BY THE FOUNDERS

Holder\tNumber of shares held\tProportion to the shares held\tNumber of pledged shares\tProportion to the number of shares held\tProportion in the total share capital
Corrie Looms Trust\t4,400,000\t22.00%\t1,100,000\t25.00%\t5.50%

IV. VOTES AT THE CLASS MEETING OF 9 FEBRUARY 2024

RESOLUTIONS\tNUMBER OF VOTES\t\t
\tFOR\tAGAINST\tABSTAIN
1. To approve the amendments to the Rules of the Weaving Committee\t9,310,400\t218,600\t1,200

V. PAY, AND THE PEOPLE EMPLOYED IN ALL

The average number of persons (including directors) employed by the group during the year was:

Number\t2023\t2022
Spinning and weaving\t310\t296
Offices\t41\t39
\t351\t335

Name\tSalary\tBonus\tTotal
Ailsa Corrie\t182,000\t24,000\t206,000

We have reduced our Total Stoppage Rate (TSR) by approximately 40% since 2020 to 0.71 in 2023. We owned approximately 26
patents at the end of 2023, of which approximately 17 patents in the U.S. and 4 in Norway.

The board has 8 directors. Tarn has invested GBP 4.05 million in thread scanners since 2021, of which GBP 1.60 million in
2023.
"""  # noqa: E501 - as a table stands in a filing


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(MILLS, "tarn-2023.txt")


def printed(answered):
    return [h.figure.printed for h in answered.figures if h.figure.id in answered.verdict.figure_ids]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        # who asks, and whom
        ("Hi investor relations team, what was total revenue in 2023?", "812,400,000"),
        ("pensions analyst here - operating profit 2022 please", "71,900,000"),
        ("As a small shareholder, I would like to know the number of apprentices in 2023.", "83"),
        ("Looking at the apprentices of 2022: how many of them were there?", "71"),
        # a word that only says which reading is meant, and one in brackets
        ("headline net profit 2023", "48,215,000"),
        ("equity (the patron's holders only) at 31 Dec 2023", "702,940,000"),
        # a day is the evening before the morning after it
        ("net assets per share as at 1 January 2023", "4.43"),
        ("total assets, end of 23?", "1,530,600,000"),
        ("total assets at the start of 23", "1,412,750,000"),
        # of one year alone
        ("spend on thread scanners in 2023 alone (not the running total since 2021)", "GBP 1.60 million"),
        # the printed change of a row, and the row of a printed change
        ("op profit fy23 yoy", "-10.56%"),
        ("By how much did net profit move in 2023 against 2022?", "-8.13%"),
        ("growth in outlay for guarding looms, 2023 vs 2022", "25.61"),
        # the first and the last day of a year under other names
        ("total equity at the outset of fiscal year 2023", "688,130,000"),
        ("opening total assets, 2023", "1,412,750,000"),
        ("prior-year revenue in the 2023 results", "751,200,000"),
        ("total assets on New Year's Eve 2023", "1,530,600,000"),
        # for whom it is asked
        ("Our fund holds the stock; what did operating profit come to in 2023?", "64,310,000"),
        # what is divided by, what is a part of what
        ("fibre waste per GBP 1k of sales in 2022", "0.58"),
        ("fibre waste intensity per 1,000 GBP of revenue 2023", "0.52"),
        ("What equity interest does the Corrie Looms Trust have in Tarn?", "22.00%"),
        ("class mtg feb 2024: how many went against the weaving committee rules?", "218,600"),
        # the caption names it, and no row: all of them are meant
        ("What was the average number of persons employed by the group in 2023?", "351"),
        ("what was Ailsa Corrie paid in total in 2023?", "206,000"),
        # by how much a rate went down is not the rate
        ("What was the Total Stoppage Rate (TSR) at the end of the period?", "0.71"),
        ("how many patents are there in the US?", "approximately 17 patents"),
        # of which whole
        ("Corrie Looms Trust - encumbered stock as a slice of Tarn's entire share base", "5.50%"),
        # as it is said in Chinese, and not written
        ("2022年一共用了多少吨水？", "39,870"),
        ("2023年总共耗了多少水", "38,115"),
        ("2022年研发花了多少钱", "9.2"),
        # a rate that is printed of the whole asked for, and a word misspelt
        ("What share of ordinary weaving waste was recovered in 2022?", "91.7"),
        ("basic earings per shr FY22", "0.36"),
        # which reading, in a sentence of its own; a day of its source; a name misspelt
        ("What did shareholders earn as net profit in 2023? Headline profit, not adjusted", "48,215,000"),
        ("total assets, 31 December 2023, per the February 2024 flash numbers", "1,530,600,000"),
        ("stake of the Corrrie Looms Trust", "22.00%"),
        ("how big was Tarn's balance sheet at the end of 2023", "1,530,600,000"),
    ],
)
def test_what_is_said_around_it_takes_nothing_away(given, question, found):
    assert printed(given(question)) == [found]


@pytest.mark.parametrize(
    "question",
    [
        "Zorvex net profit 2023",  # another company
        "tungsten revenue 2023",  # no narrower one is printed
        "how many lawyers work here: 2023",
        "how many independent directors are on the board?",  # other people than were counted
        "how many suppliers are there in Upper Tarn in 2023?",
        "how many weavers' surveys were run in 2023?",  # a score counts nothing
        "how many part-time persons were employed in 2023?",
        "net profit attributable to shareholders in the fourth quarter of 2023",  # nor the equity at its end
        "share of revenue with the largest customer in 2023",
    ],
)
def test_a_word_that_says_what_is_meant_still_counts(given, question):
    assert given(question).verdict.status == "not_found"


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("By how much did net profit fall in 2023, in GBP?", "-4265000"),
        ("how many more apprentices were there in 2023 than in 2022", "12"),
    ],
)
def test_an_amount_is_worked_out_where_one_is_asked_for(given, question, result):
    calculation = given(question).verdict.calculation
    assert calculation is not None
    assert str(calculation.result) == result


def test_yes_and_no_are_ways_to_vote(given):
    answered = given("yes / no / abstain on the amendments to the rules of the weaving committee, feb 2024")
    assert printed(answered) == ["9,310,400", "218,600", "1,200"]
