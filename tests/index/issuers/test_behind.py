"""What stands behind an issuer's name and belongs to it."""

import pytest

from tickmark.index.issuers.behind import of_exchange, without_place, words_further
from tickmark.index.issuers.named import find_issuers, issuer_names
from tickmark.index.model import FilingSummary
from tickmark.index.question import understand
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Period

LONGER = ["Corvale Markets International", "Corvale Markets", "Corvale"]


def summary(issuer):
    return FilingSummary(
        issuer, f"{issuer}.txt", "Report", issuer, (issuer,), None, None, None,
        Period("duration", "2023-01-01", "2023-12-31", "2023"), "en", "text/plain", 1, 1, 1, 1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Corvale Mkts rent", " rent"),
        ("corvale mkts intl rent", " rent"),
        ("Corvale Markets Inter rent", " rent"),
        ("Corvale Markets' rent", " rent"),
        ("Corvale Marktes International Ltd rent", " rent"),
        ("Corvale Mkts. rent", " rent"),
        ("Corvale mark-up", " mark-up"),
        ("Corvale REIT rent", " rent"),
        ("Corvale Re rent", " rent"),
        ("Corvale Community Bank's rent", " rent"),
        ("Corvale Bank loans", " Bank loans"),
        ("Corvale Rent", " Rent"),
        ("Corvale mats sold", " mats sold"),
        ("Corvale M rent", " M rent"),
    ],
)
def test_words_of_a_longer_name_may_be_short_or_misspelt(text, left):
    assert text[words_further(text, len("Corvale"), LONGER, "Corvale") :] == left


@pytest.mark.parametrize(
    ("behind", "left"),
    [
        (" (Salem, OR) rent", " rent"),
        (" (Port Harrow, New Jersey) rent", " rent"),
        (" of Leeds, UK rent", " rent"),
        (", Osaka, Japan, rent", " rent"),
        (" (NYSE: CVL) rent", " rent"),
        (" (AIM:CVL.L) rent", " rent"),
        (" (Salem) rent", " (Salem) rent"),
        (" (Ropes, Twine) rent", " (Ropes, Twine) rent"),
        (" (Ropes, OR twine) rent", " (Ropes, OR twine) rent"),
        (" in ropes, US", " in ropes, US"),
        (" (net) rent", " (net) rent"),
    ],
)
def test_a_town_with_its_region_and_a_ticker_are_of_the_name(behind, left):
    text = f"Corvale{behind}"
    assert text[without_place(text, len("Corvale")) :] == left


def test_neither_is_left_in_a_question():
    names = issuer_names([summary("Corvale Markets International plc")])
    found, rest = find_issuers("What did Corvale Mkts (Salem, OR) pay in rent?", names)
    assert list(found.values()) == ["Corvale Markets International plc"]
    assert rest.split() == ["What", "did", "pay", "in", "rent?"]
    assert find_issuers("Corvalle (Salem, OR) rent", names)[1].split() == ["rent"]


def test_a_ticker_behind_its_exchange_is_no_concept():
    assert of_exchange("ASX:CVL")
    assert not of_exchange("us-gaap:Assets")
    question = understand("Rent 2023 (ASX:CVL)", [], Calendar())
    assert not question.concept
    assert understand("us-gaap:Assets 2023", [], Calendar()).concept


def test_nor_is_what_the_issuer_is():
    question = understand("rent of Corvale (the barge owner)", issuer_names([summary("Corvale plc")]), Calendar())
    assert [want.term for want in question.asked] == ["rent"]
