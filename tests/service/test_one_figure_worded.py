"""One figure, or one list of them, in words that a table does not use: which day, which whole, which parts."""

import pytest

pytestmark = pytest.mark.model

HARBOUR = """WENDLE HARBOUR PLC

(Stock code: WNDL)

PLEDGE OF SHARES

14 May 2024

On 14 May 2024 Wendle Harbour plc ("Wendle") heard from a holder of its shares that some of them were pledged.

I. THIS PLEDGE

Holder\tNumber of pledged shares\tProportion to the number of shares held\tFirst day of the pledge\tLender
Aldous Quay Trust\t240,000\t12.50%\t9 May 2024\tMarsh Bank

II. ACCUMULATED PLEDGES UPON THE PLEDGE

Holder\tNumber of shares held\tProportion to the shares held\tNumber of pledged shares upon the pledge\tProportion to the number of shares held
Bettany Holdings Co., Ltd.\t9,600,000\t31.20%\t480,000\t5.00%
Aldous Quay Trust\t1,920,000\t6.24%\t720,000\t37.50%
Total\t11,520,000\t37.44%\t1,200,000\t10.42%

III. HOURS AND BERTHS

Indicator\tUnit\tYear of 2022\tYear of 2023
Average hours of rowing practice of women\thour\t18.5\t21.4
Total hours of rowing practice, women\thour\t1,240\t1,455
Share of berths let by the year\t%\t44.1\t47.9
Charter rate per day\tGBP\t1,150\t1,310

On 31 December 2023 Wendle employed approximately 4,300 people and ran 19 ferries, with offices in 14 counties.
In 2016 it had run 12 ferries. At the end of 2023 there were 30,800,000 shares in issue, excluding 45,000 shares that
Wendle holds itself. Net cash used in dredging was GBP 3,150 thousand in 2023, and cash stood at GBP 9,420 thousand at
the end of 2023.
"""  # noqa: E501 - as a table stands in a filing


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(HARBOUR, "wendle-2024.txt")


def printed(answered):
    return [h.figure.printed for h in answered.figures if h.figure.id in answered.verdict.figure_ids]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        # the row names the day in a column of its own
        ("shares pledged by Aldous Quay in the pledge of 9 May 2024", ["240,000"]),
        # a holder with the name of a company; the notice says where to look, not what for
        ("what % does Bettany Holdings Co., Ltd. own according to the May 2024 pledge notice?", ["31.20%"]),
        # the share that the table prints of the very whole
        ("what portion of Aldous Quay's own stake is encumbered in all after the latest pledge?", ["37.50%"]),
        ("how many shares does Bettany Holdings Co., Ltd. hold?", ["9,600,000"]),
        ("total hours of rowing practice of women in 2023", ["1,455"]),
        ("average hours of rowing practice of women in 2023", ["21.4"]),
        ("number of shares held by each holder / trust, May 2024", ["9,600,000", "1,920,000"]),
        # a rate per day is an average already
        ("average charter rate per day in 2023", ["1,310"]),
        ("headcount worldwide", ["approximately 4,300 people"]),
        # what is left out of a number is not that number, and a flow of cash not what there is of it
        ("shares in issue at the end of 2023", ["30,800,000 shares"]),
        ("cash at the end of 2023", ["GBP 9,420 thousand"]),
        ("what did Wendle pull in as charter rate per day in 2023?", ["1,310"]),
        # without a year the newest
        ("how many ferries does Wendle run?", ["19"]),
        ("berths let by the year as a share, 2022 through 2023", ["44.1", "47.9"]),
    ],
)
def test_what_was_asked_for_in_other_words(given, question, found):
    assert printed(given(question)) == found


@pytest.mark.parametrize(
    "question",
    [
        "shares pledged by Aldous Quay in the pledge of 2 May 2024",  # no row names that day
        "share of berths let to the seven biggest tenants in 2023",
        "berths let in norway in 2023, as a share",
    ],
)
def test_what_the_filing_does_not_say(given, question):
    assert given(question).verdict.status == "not_found"
