"""Each thing that a question asks for one figure of: rows of such things, parts told apart, parts that it lists."""

import pytest
from tests.small_index import given_by, index_of

pytestmark = pytest.mark.model

KILNS = """MARROW KILNS PLC

(Stock code: MRRW)

ANNUAL REPORT 2023

28 March 2024

This report of Marrow Kilns plc ("Marrow") covers the year ended 31 December 2023.

1. Basic information of the pledge

Name of holder\tNumber of pledged shares\tProportion to the number of shares held\tProportion to the total share capital
Odell Works\t151,000\t17.56%\t0.11%
Total\t151,000\t17.56%\t0.11%

2. Pledged shares of the holders upon the pledge

The pledged shares of the controlling holders as at 28 March 2024 are as follows:

Name of holder\tNumber of shares held\tProportion to the shares held\tNumber of pledged shares\t\
Proportion to the number of shares held\tProportion in the total share capital
Quillon Trust\t38,710,000\t28.79%\t1,600,000\t4.13%\t1.19%
Odell Works\t860,000\t0.64%\t501,000\t58.26%\t0.37%
Sarn Fund\t2,353,000\t1.75%\t0\t0%\t0%
Total\t41,923,000\t31.18%\t2,101,000\t5.01%\t1.56%

3. Poll results of the general meeting

ORDINARY RESOLUTION\tNUMBER OF VOTES (%)
\tFOR\tAGAINST
1. To approve the pay policy\t8,100,000 (98.79%)\t99,200 (1.21%)

SPECIAL RESOLUTIONS\tNUMBER OF VOTES (%)
\tFOR\tAGAINST
2. To amend the articles\t8,150,000 (99.39%)\t49,800 (0.61%)
3. To buy back shares\t8,000,000 (97.56%)\t200,200 (2.44%)

4. What the bricks save

The sales volume of the Company's bricks for furnaces can line approximately

3.90 million furnaces

facilitating to reduce carbon emissions by approximately

8.04 million tonnes/year

The sales volume of the Company's bricks for boilers can line approximately

54 million boilers

facilitating to reduce carbon emissions by approximately

19.53 million tonnes/year

The sales volume of the Company's bricks for bakeries can line approximately

12 thousand bakeries

facilitating to reduce carbon emissions by approximately

6.45 million tonnes/year

The sales volume of bricks for furnaces, boilers and bakeries helped reduce carbon \
emissions by 34.02 million tonnes in 2023.

5. Outlook

In 2024, revenue in the furnace segment is projected to increase by approximately 30% \
year-on-year; revenue in the boiler segment is expected to rise by approximately 90% year-on-year.

6. Safety and people

The Company carried out 3 comprehensive emergency drills, 21 emergency drills for fire fighting, 8 drills for acid \
leakage and 2 drills for accidents in narrow rooms in 2023.

Indicator\tUnit\tYear of 2022\tYear of 2023
Number of emergency drills\ttimes\t37\t36
Number of comprehensive emergency drills\ttimes\t2\t3
Number of drills for acid leaks\ttimes\t2\t8
Number of fire emergency drills\ttimes\t13\t21
Emergency drill for confined space accidents\ttimes\t1\t2
Percentage of female employees in management level\t%\t17.90\t18.45
Percentage of female employees by level\tSenior management\t%\t10.00\t11.11
\tMiddle management\t%\t19.00\t19.35
\tNon-management staff\t%\t18.00\t18.16
"""

HELD, STAKES = ["38,710,000", "860,000", "2,353,000"], ["28.79%", "0.64%", "1.75%"]
SAVED = ["8.04 million tonnes/year", "19.53 million tonnes/year", "6.45 million tonnes/year"]


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(KILNS, "marrow-2023.txt")


def printed(answered):
    return [h.figure.printed for h in answered.figures if h.figure.id in answered.verdict.figure_ids]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        # rows of what a table's first column is headed with, in the unit asked for
        ("Split of the controlling holders' shareholding by holder (number of shares)", HELD),
        ("each controlling holder's percentage stake in Marrow, March 2024, one by one", STAKES),
        ("% of its holding that each holder has pledged, March 2024", ["4.13%", "58.26%", "0%"]),
        ("general meeting - approval percentages for each resolution", ["98.79%", "99.39%", "97.56%"]),
        ("votes against each of the resolutions at the general meeting", ["99,200", "49,800", "200,200"]),
        # of one such thing each, in one sentence
        ("expected revenue growth per segment, 2024", ["approximately 30%", "approximately 90%"]),
        # listed, and each found by itself, called the same but for its own name
        ("carbon reduction by the bricks sold in 2023, split furnaces / boilers / bakeries", SAVED),
        ("carbon reduction by the bricks sold, by end use (furnaces, boilers, bakeries), 2023", SAVED),
        # all that are listed, of the group that has them all
        ("emergency drills 2023 by kind: comprehensive, acid leak, fire, confined space", ["3", "8", "21", "2"]),
        # across all, where the whole is not printed
        ("percentage of women across all levels, each one, 2023", ["11.11", "19.35", "18.16"]),
    ],
)
def test_each_thing(given, question, found):
    assert sorted(printed(given(question))) == sorted(found)


def test_across_all_is_the_whole_where_that_is_printed(given):
    assert printed(given("women across all management levels %, 2023")) == ["18.45"]


def test_what_is_listed_comes_in_that_order(given):
    question = "carbon reduction by the bricks sold in 2023, split boilers / bakeries / furnaces"
    assert printed(given(question)) == [*SAVED[1:], SAVED[0]]


def test_a_share_of_votes_is_the_one_printed_beside_them(tmp_path):
    poll = """Marrow Works Limited
Poll results of the extraordinary general meeting
23 November 2023

A share class meeting
Resolution\tFor\t\tAgainst\t
\tVotes\t%\tVotes\t%
To approve the amended articles\t573,113,303\t96.5520\t20,466,673\t3.4480
To approve the pay policy\t583,113,303\t98.2367\t10,466,673\t1.7633
"""
    with index_of(tmp_path / "index", {"poll.txt": poll.encode()}) as library:
        question = "what share of votes was against the amended articles at the A share class meeting"
        verdict, figures = given_by(library, question)
        assert (verdict.status, figures, verdict.calculation) == ("answered", ["3.4480"], None)


def test_a_band_between_two_ages_is_one_thing(tmp_path):
    report = """Marrow Works Limited
Annual report 2023

Indicator\tUnit\t2022\t2023
Number of employees by age\t31-40\tperson\t210\t230
\t41-50\tperson\t150\t160
Employees who left by age\t31-40\tperson\t20\t30
\t41-50\tperson\t9\t7
"""
    with index_of(tmp_path / "index", {"report.txt": report.encode()}) as library:
        verdict, figures = given_by(library, "in 2023, how many staff aged between 41 and 50 left the company?")
        assert (verdict.status, figures) == ("answered", ["7"])
