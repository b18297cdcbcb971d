"""Issuers as people name them: short names, initials, tickers, codes, possessives, slips."""

import pytest

from tickmark.index.issuers.named import find_issuers, issuer_names
from tickmark.index.model import FilingSummary
from tickmark.ingest.model import Period

YEAR = Period("duration", "2023-01-01", "2023-12-31", "2023")


def summary(issuer, names=(), tickers=(), cik=None):
    return FilingSummary(
        issuer, f"{issuer}.txt", "Report", issuer, (issuer, *names, *tickers), next(iter(tickers), None), None, None,
        YEAR, "en", "text/plain", 1, 1, 1, 1, tickers=tuple(tickers), cik=cik,
    )  # fmt: skip


TALLOW = "THE TALLOW & WICK COMPANY"
LARK = "Larkspur Networks, Inc."
UNION = "Union Maritime Corporation"
AMERICAN = "American Quillworks, Inc."
THIRD = "American Maritime Optics Inc."
FLINT = "Flint Motor Company"
BEACON = "Beacon.ai, Inc."
BOWLING = "Bowling Group plc"
MILLS = "RiverSide Mills Ltd"
KNIT = "KNIT, Inc."
NAMES = issuer_names(
    [
        summary(TALLOW, tickers=["TW"], cik="0000912345"),
        summary(LARK, tickers=["LKSP"]),
        summary(UNION, tickers=["UMC"]),
        summary(AMERICAN, tickers=["ALL"]),
        summary(THIRD, ["AMO Optics"]),
        summary(FLINT, tickers=["F"]),
        summary(BEACON, tickers=["AI"]),
        summary(BOWLING),
        summary(MILLS),
        summary(KNIT),
    ]
)


def found(text, known=None):
    return set(find_issuers(text, NAMES, known)[0].values())


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Tallow & Wick revenue", TALLOW),
        ("tallow and wick's revenue", TALLOW),
        ("T&W revenue", TALLOW),
        ("t & w revenue", TALLOW),
        ("NYSE: TW net sales", TALLOW),
        ("CIK 912345 revenue", TALLOW),
        ("CIK: 0000912345 revenue", TALLOW),
        ("Larkspur's revenue", LARK),
        ("lksp revenue", LARK),
        ("LarkNet's revenue", LARK),
        ("Larkspur Networks (formerly known as Union Maritime) revenue", LARK),
        ("$LKSP revenue", LARK),
        ("Larkspr revenue", LARK),
        ("larkpsur revenue", LARK),
        ("Larkspur Netwroks revenue", LARK),
        ("Union Maritime fuel", UNION),
        ("UMC fuel", UNION),
        ("What did ALL spend on quills?", AMERICAN),
        ("ticker ALL revenue", AMERICAN),
        ("AMO revenue", THIRD),
        ("AMO", THIRD),
        ("Talow and Wick revenue", TALLOW),
        ("Bowling revenue", BOWLING),
        ("River Side Mills revenue", MILLS),
        ("knit revenue", KNIT),
        ("Flint revenue", FLINT),
        ("What was F revenue in 2023?", FLINT),
        ("What did AI earn?", BEACON),
        ("Beacon AI revenue", BEACON),
    ],
)
def test_names(text, issuer):
    assert found(text) == {issuer}


@pytest.mark.parametrize(
    "text",
    [
        "t w revenue",
        "union membership of the employees",
        "American revenue",
        "all revenue",
        "revenue for all of 2023",
        "f revenue",
        "ai spending",
        "ALL THE REVENUE OF 2023",
        "maritime revenue",
        "amo revenue",
    ],
)
def test_words_that_are_no_names(text):
    assert found(text) == set()


def test_a_word_of_the_filings_is_no_misspelt_name():
    assert found("bowing to pressure") == {BOWLING}
    assert found("bowing to pressure", lambda word: word == "bowing") == set()


def test_the_name_leaves_the_question():
    assert find_issuers("Larkspur Netwroks revenue 2023", NAMES)[1].split() == ["revenue", "2023"]
    assert find_issuers("$LKSP revenue 2023", NAMES)[1].split() == ["revenue", "2023"]
    assert find_issuers("Talow and Wick revenue 2023", NAMES)[1].split() == ["revenue", "2023"]


def test_a_first_word_of_three_letters_that_is_no_word_is_a_short_name():
    names = issuer_names([summary("QVZ BANCORP, INC."), summary("OAK TIMBER, INC.")])
    assert set(find_issuers("how many branches did QVZ have", names)[0].values()) == {"QVZ BANCORP, INC."}
    assert not find_issuers("how many branches of OAK did they saw", names)[0]


@pytest.mark.parametrize(
    ("text", "issuer", "rest"),
    [
        ("What was Flint Motor Co's revenue", FLINT, "What was   revenue"),
        ("UNION MARITIME CORP. revenue", UNION, "  revenue"),
        ("Larkspur Networks, LLC: revenue", LARK, " : revenue"),
        ("Tallow & Wick Companies, Inc.'s revenue", TALLOW, "  revenue"),
        ("Flint Motor CO2 emissions", FLINT, "  CO2 emissions"),
        ("Flint Motor co-op sales", FLINT, "  co-op sales"),
    ],
)
def test_a_name_with_another_legal_form_leaves_nothing_behind(text, issuer, rest):
    named, left = find_issuers(text, NAMES)
    assert set(named.values()) == {issuer}
    assert " ".join(left.split()) == " ".join(rest.split())


# names by which people call a company, and nothing else does in a question
CALLED = (
    ("BOEING COMPANY", "Boeing"),
    ("THE QUOTA CORPORATION", "THE QUOTA CORPORATION"),  # a word of the glossary, but for its legal form
    ("Crêpe & Fils S.A.", "Crepe & Fils"),
    ("CRÊPERIE DU LAC p.l.c.", "Crêperie du Lac"),
    ("Quillgroup Inc.", "Quill"),
    ("Larch-Palmer Company", "Larch"),
    ("THE OTTO GRISWOLD COMPANY", "Griswold"),
    ("Equity Two Financial Corporation", "Equity Two"),
    ("Headcount Corporation", "Headcount"),
    ("JARVIS & JARVIS", "JnJ"),
)


@pytest.mark.parametrize(("issuer", "short"), CALLED)
@pytest.mark.parametrize("asked", ["What was {}'s margin in FY2022?", "How much did {} pay in 2021?"])
def test_a_company_is_found_by_what_it_is_called(issuer, short, asked):
    names = issuer_names([summary(issuer)])
    assert set(find_issuers(asked.format(short), names)[0].values()) == {issuer}


@pytest.mark.parametrize(
    ("issuer", "text"),
    [
        ("Headcount Corporation", "Headcount at the end of 2022"),
        ("Headcount Corporation", "what was the headcount in 2022"),
        ("Larch Properties Inc", "Number of Properties in 2022"),
        ("THE OTTO GRISWOLD COMPANY", "pay of Griswold Smith"),
    ],
)
def test_words_that_are_no_name_where_they_stand(issuer, text):
    assert find_issuers(text, issuer_names([summary(issuer)]))[0] == {}
