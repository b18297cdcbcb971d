"""Companies that a question names by their legal form."""

import pytest

from tickmark.index.issuers.companies import companies_in, is_part_of_another, printed_as, shortest


@pytest.mark.parametrize(
    ("question", "companies"),
    [
        ("What was the revenue of Larkmoor Pumps Inc. in 2022?", ["Larkmoor Pumps Inc."]),
        ("For Larkmoor Savings Bancorp, what were total deposits?", ["Larkmoor Savings Bancorp"]),
        ("Did Tor & Tarn plc mention floods?", ["Tor & Tarn plc"]),
        ('Which is larger: "Larkmoor Corp." or "Seaford N.V."?', ["Larkmoor Corp.", "Seaford N.V."]),
        ("Larkmoor revenue 2022", []),
        ("Is the company incorporated in Delaware?", []),
    ],
)
def test_companies_by_their_legal_form(question, companies):
    assert companies_in(question) == companies


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("revenue of Albany Foods Ltd", "Albany Foods Ltd"),
        ("revenue of Albany Pumps plc", None),
        ("revenue of ALBANY PUMPS CORPORATION", None),
        ("revenue of Albany Pmups plc", None),
        ("Number of Sites of Albany Pumps plc", None),
        ("revenue of Albany", None),
    ],
)
def test_a_name_that_is_part_of_another_companys(question, other):
    assert is_part_of_another(question, ["Albany Pumps plc", "Albany"]) == other


def test_a_company_that_the_first_pages_print():
    face = [(0, "ACCOUNTS 2022"), (40, "LARKMOOR PUMPS, INC. and subsidiaries"), (9_000, "Seaford Optics plc audits")]
    assert printed_as("Number of Sites of Larkmoor Pumps Inc.", face) == "Larkmoor Pumps Inc."
    assert printed_as("Seaford Optics plc", face) is None
    assert shortest("Number of Sites of Larkmoor Pumps Inc.") == "Larkmoor Pumps Inc."
