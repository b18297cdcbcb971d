"""What the cells without a number say of a row: to whom shares are pledged. And what it takes to be a loan's rate."""

import pytest
from tests.small_index import given_by, index_of

pytestmark = pytest.mark.model

PLEDGE = """Harbour Lines Limited
Announcement of a pledge of shares
20 March 2024

I. Pledge of shares by a shareholder
Name of shareholder\tNumber of pledged shares\tProportion to the shares held\tDate of pledge\tPledgee
Northgate Holding\t1,510,000\t17.55%\t19 March 2024\tCedar Securities Co., Ltd.
Southgate Holding\t2,200,000\t12.10%\t19 March 2024\tWillow Trust Co., Ltd.

II. Shares held and pledged so far
Name of shareholder\tNumber of shares held\tNumber of pledged shares\tProportion to the shares held
Northgate Holding\t8,603,174\t5,014,000\t58.28%
Southgate Holding\t18,180,000\t4,400,000\t24.20%
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return index_of(tmp_path_factory.mktemp("pledges") / "index", {"pledge.txt": PLEDGE.encode()})


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("how many shares did Northgate pledge to Cedar Securities?", "1,510,000"),
        ("number of shares pledged to Willow Trust", "2,200,000"),
    ],
)
def test_a_row_is_found_by_the_words_of_its_cells(library, question, printed):
    verdict, figures = given_by(library, question)
    assert (verdict.status, figures) == ("answered", [printed])


@pytest.mark.parametrize(
    "question",
    [
        "interest rate on the loan from Cedar Securities secured by the Northgate pledge",
        "amount of the loan that Northgate got from Cedar Securities against its shares",
        "how much cash does Cedar Securities lend against the pledged shares of Northgate?",
        "how many shares did Northgate pledge to Birch Securities?",
    ],
)
def test_what_the_filing_does_not_tell_of_a_pledge_is_refused(library, question):
    assert given_by(library, question)[0].status == "not_found"


@pytest.mark.parametrize("question", ["宁波韵升2023年的营业收入是多少？", "2023年英洛华的研发投入", "大地熊有多少员工"])
def test_a_company_that_a_chinese_question_names_is_not_the_one_of_the_filings(tmp_path, question):
    report = (
        "Tin Ridge Limited\nAnnual report for the year ended 31 December 2023\n\nOur plant in Ningbo\n"
        "Item\tUnit\t2023\nRevenue\tRMB\t812,000\nAmount of investing in R&D\tRMB\t44,000\n"
        "Total number of employees\tpersons\t310\n"
    )
    with index_of(tmp_path / "index", {"report.txt": report.encode()}) as library:
        assert given_by(library, question)[0].status == "not_found"
        assert given_by(library, "2023年的营业收入是多少？")[1] == ["812,000"]


@pytest.mark.parametrize(
    "question",
    [
        "Southgate holds what % of the shares?",
        "what percentage of the total share capital does Southgate own?",
        "what equity interest does Southgate have in Harbour Lines?",
        "percentage stake of Southgate",
    ],
)
def test_what_a_holder_holds_is_not_what_is_pledged_of_it(tmp_path, question):
    filing = PLEDGE.partition("II. ")[0] + (
        "II. Shares held and pledged so far\n"
        "Name of shareholder\tNumber of shares held\tProportion to the shares held\tNumber of pledged shares"
        "\tProportion to the number of shares held\tProportion to the total share capital\n"
        "Northgate Holding\t8,603,174\t8.60%\t5,014,000\t58.28%\t5.01%\n"
        "Southgate Holding\t18,180,000\t18.18%\t4,400,000\t24.20%\t4.40%\n"
    )
    with index_of(tmp_path / "index", {"pledge.txt": filing.encode()}) as library:
        assert given_by(library, question)[1] == ["18.18%"]
        assert given_by(library, "what % of Southgate's shares is pledged?")[1][:1] in (["24.20%"], ["12.10%"])


def test_shares_free_of_pledge_are_not_those_that_are_frozen_among_them(tmp_path):
    filing = PLEDGE.partition("II. ")[0] + (
        "II. Shares held and pledged so far\n"
        "Name of shareholder\tNumber of shares held\tNumber of pledged shares"
        "\tNumber of restricted and frozen shares among unpledged shares\tProportion to the unpledged shares\n"
        "Northgate Holding\t8,603,174\t5,014,000\t0\t0%\n"
        "Southgate Holding\t18,180,000\t4,400,000\t1,000\t0.01%\n"
    )
    with index_of(tmp_path / "index", {"pledge.txt": filing.encode()}) as library:
        free, _ = given_by(library, "shares of Southgate that are not pledged")
        assert free.calculation is not None and free.calculation.result == 13_780_000
        frozen = given_by(library, "how many of Southgate's unpledged shares are restricted or frozen?")
        assert frozen[1] == ["1,000"]
