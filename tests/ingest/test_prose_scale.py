"""Amounts of sentences in the scale of the head above them, where the tables of the filing bear it out."""

import pytest
from form_samples import html_table

from tickmark.ingest.readers import read

TABLES = html_table(
    [
        ("(in thousands)", "2023", "2022"),
        ("Sales", "$ 48,412", "$ 47,903"),
        ("Wages", "9,127", "8,871"),
        ("Kiln repairs", "1,014", "986"),
    ]
)
HEAD = "<h2>NOTES TO FINANCIAL STATEMENTS</h2><p>(Amounts in thousands, except share and per share amounts)</p>"
ALIKE = (
    "<p>Sales were $48,412 in 2023.</p><p>Wages came to $9,127 in 2023.</p>"
    "<p>Repairs of kilns cost $1,014 in 2023 and $986 in 2022.</p>"
)


def scales(body: str) -> dict[str, str]:
    """The scale of each amount in sentences, by how it is printed."""
    made = read(f"<html><body><p>Annual report for the year 2023</p>{TABLES}{body}</body></html>".encode(), "a.html")
    return {f.printed: f"{f.scale:f}" for f in made.figures() if f.origin == "prose"}


@pytest.mark.parametrize(
    ("sentence", "printed", "scale"),
    [
        ("Clay in store was $321 at the end of the year.", "$321", "1000"),
        ("We sold a shed for $2,500 in 2023.", "$2,500", "1000"),
        ("Glaze was bought for $3.2 million in 2023.", "$3.2 million", "1000000"),
        ("We sold 1,200 jugs at an average price of $35 in 2023.", "$35", "1"),
        ("The lease costs $5,000 per year.", "$5,000 per year", "1"),
        ("A director earns an annual salary of $250,000.", "$250,000", "1"),
        ("Each option has a fair value of $7.25.", "$7.25", "1"),
        ("The bank pays out up to $250 a head, insured by FDIC.", "up to $250", "1"),
        ("The town set aside $1,234,567 for the bridge.", "$1,234,567", "1"),
        ("We granted 12,500 options in 2023.", "12,500", "1"),
    ],
)
def test_amounts_under_a_head(sentence: str, printed: str, scale: str) -> None:
    found = scales(f"{HEAD}{ALIKE}<p>{sentence}</p>")
    assert found["$48,412"] == "1000"
    assert found[printed] == scale


@pytest.mark.parametrize(
    "body",
    [
        f"<p>What the potter says</p>{ALIKE}",  # no head
        f"<h2>NOTES TO FINANCIAL STATEMENTS</h2><p>(Tabular amounts in thousands)</p>{ALIKE}",
        f"{HEAD}<h2>Report of Independent Accountants</h2>{ALIKE}",
        f"{HEAD}<p>Sales were $48,412 in 2023.</p><p>Wages came to $9,127 in 2023.</p>",  # two may be chance
        f"{HEAD}{ALIKE}<p>Sales were $47,903,000 in 2022, wages $8,871,000, repairs $986,000.</p>",
        f"{HEAD}{ALIKE}<p>We paid $2 million, $3 million and $4 million for sheds, land and roads.</p>",
    ],
)
def test_words_alone_are_not_believed(body: str) -> None:
    assert scales(body)["$48,412"] == "1"


def test_a_sentence_may_say_it_for_all() -> None:
    said = "<p>The financial statements are presented in thousands of dollars unless otherwise stated.</p>"
    assert scales(said + ALIKE)["$1,014"] == "1000"
    assert scales(ALIKE + said)["$1,014"] == "1"
