"""What the words above a table say that its bare numbers count."""

from __future__ import annotations

import pytest
from form_samples import counted, figures, html_table

from tickmark.ingest.tables.led import led_by

YEARS = ("", "2023", "2022")
MILLIONS = "<p>(Dollars in millions)</p>"


@pytest.mark.parametrize(
    ("lead", "money", "said"),
    [
        ("The number of potters who joined during the year was as follows:", False, "count"),
        ("The average number of persons employed amounted to:", False, "count"),
        ("The number of potters and their remuneration were as follows:", False, None),
        ("The following tables show what became of glaze-related claims activity:", False, "count"),
        ("Unresolved claims by workshop", False, "count"),
        ("Claims activity (in millions):", False, None),
        ("Shares left out because they would have been antidilutive:", False, "shares"),
        ("Shares left out because they would have been antidilutive:", True, None),
        ("We paid average resolution values per claim excluding legal costs as follows:", True, "per thing"),
        ("Average cost per claim (in thousands):", True, None),
        ("Average price per barrel and what was sold:", True, None),
        ("Claims paid in the year were as follows:", False, None),
    ],
)
def test_what_the_words_say(lead: str, money: bool, said: str | None) -> None:
    assert led_by(lead, money) == said


@pytest.mark.parametrize(
    ("lead", "label", "unit"),
    [
        ("The number of potters who were members of a scheme was as follows:", "Money purchase schemes", None),
        ("The following table presents kiln-related claims activity:", "Burns and scalds", None),
        ("Shares that were left out as they would have been anti-dilutive:", "Purchase plan", "shares"),
    ],
)
def test_bare_numbers_under_such_words_are_no_money(lead: str, label: str, unit: str | None) -> None:
    found = figures(f"{MILLIONS}<p>{lead}</p>{html_table([YEARS, (label, '1,204', '988')])}")
    assert [(f.unit, f.currency) for f in found[label]] == [(unit, None)] * 2


def test_amounts_beside_a_sign_stay_money_under_such_words() -> None:
    rows = [YEARS, ("Provision", "$ 379", "$ 383"), ("Paid to others", "45", "41")]
    found = figures(f"{MILLIONS}<p>The following table presents claims activity:</p>{html_table(rows)}")
    assert counted(found["Paid to others"]) == [("45000000", "USD"), ("41000000", "USD")]


def test_the_average_for_one_claim_is_in_whole_dollars() -> None:
    rows = [YEARS, ("Burns", "$ 59,200", "$ 56,000"), ("Scalds", "520", "400")]
    found = figures(f"{MILLIONS}<p>Quillmark paid average values per claim as follows:</p>{html_table(rows)}")
    assert counted(found["Burns"]) == [("59200", "USD/claim"), ("56000", "USD/claim")]
    assert counted(found["Scalds"]) == [("520", "USD/claim"), ("400", "USD/claim")]


def test_a_class_of_shares_whose_label_tells_its_par_value() -> None:
    table = html_table([("Class", "At March 1, 2024"), ("Ordinary stock (par value $0.20 per share)", "7,874,577")])
    found = figures(f"<p>Give the number of shares outstanding of each class.</p>{table}")
    assert counted(found["Ordinary stock (par value $0.20 per share)"]) == [("7874577", "shares")]
