from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ixbrl_samples import HEAD, RESOURCES, document, tag

from tickmark.ingest.model import Period
from tickmark.ingest.readers.ixbrl import has_tags, read_tags

YEAR = Period("duration", "2024-01-01", "2024-12-31", "2024-01-01 to 2024-12-31")
END = Period("instant", None, "2024-12-31", "2024-12-31")


def read(body):
    """The printed facts of a document, its warnings, and its source."""
    source = document(body)
    tags = read_tags(source)
    return [fact for fact in tags.facts if not fact.hidden], tags.warnings, source


def only(body):
    (fact,), _, source = read(body)
    return fact, source


def test_a_number_with_all_that_its_tag_says():
    fact, source = only(f"<p>Assets of {tag('1,234.5', scale='6', decimals='-5')} million</p>")
    assert (fact.concept, fact.number, fact.value) == ("us-gaap:Assets", Decimal("1234.5"), Decimal(1_234_500_000))
    assert (fact.scale, fact.unit, fact.currency, fact.period) == (Decimal(1_000_000), "USD", "USD", END)
    assert source[slice(*fact.chars)] == fact.printed == "1,234.5"


def test_the_sign_is_the_tags_and_the_number_never_is():
    fact, _ = only(f"<td>({tag('75', sign='-')})</td>")
    assert (fact.number, fact.value) == (Decimal(75), Decimal(-75))


def test_a_dash_that_stands_for_zero():
    fact, source = only(tag("—", form="ixt:fixed-zero", scale="6"))
    assert (fact.number, fact.value, source[slice(*fact.chars)]) == (0, 0, "—")


@pytest.mark.parametrize(
    ("printed", "unit", "scale", "read_as"),
    [
        ("12.5", "pure", "-2", "% 1 0.125"),
        ("25", "pure", "-4", "basis points 1 0.0025"),
        ("1.8", "pure", "0", " 1 1.8"),
        ("2.41", "eps", "0", "USD/share 1 2.41"),
        ("30", "eps", "-2", "USD/share 0.01 0.30"),
        ("9", "shares", "3", "shares 1000 9000"),
        ("4", "sites", "0", "production site 1 4"),
        ("5", "rmb", "0", "RMB 1 5"),
    ],
)
def test_units_and_scales(printed, unit, scale, read_as):
    fact, _ = only(tag(printed, unit=unit, scale=scale))
    assert f"{fact.unit} {fact.scale:f} {fact.value:f}" == read_as


def test_currencies_are_iso_codes():
    assert only(tag("5", unit="rmb"))[0].currency == "CNY"
    assert only(tag("5", unit="eps"))[0].currency == "USD"
    assert only(tag("5", unit="shares"))[0].currency is None


def test_periods_and_dimensions():
    assert only(tag("5", context="y24"))[0].period == YEAR
    assert only(tag("5", context="midnight"))[0].period == END
    assert only(tag("5", context="north"))[0].dimensions == (
        ("us-gaap:StatementBusinessSegmentsAxis", "own:NorthMember"),
        ("own:VesselAxis", "Aurora & Sons"),
    )


def test_two_tags_on_one_number_are_two_facts_outermost_first():
    facts, _, source = read(tag(tag("7", "us-gaap:SharesIssued"), "us-gaap:SharesOutstanding", form=None))
    assert [fact.concept for fact in facts] == ["us-gaap:SharesOutstanding", "us-gaap:SharesIssued"]
    assert {source[slice(*fact.chars)] for fact in facts} == {"7"}


def test_markup_and_blanks_at_the_ends_are_no_part_of_the_print():
    fact, source = only(tag("<span class='a>b'> <b>1,<i>234</i></b>&#160;</span>"))
    assert fact.number == 1234
    assert source[slice(*fact.chars)] == "1,<i>234"


def test_nil_is_no_number():
    (fact,), warnings, _ = read(
        '<ix:nonFraction contextRef="e24" unitRef="usd" name="us-gaap:Commitments" xsi:nil="true"/> and so on'
    )
    assert (fact.nil, fact.number, fact.value, fact.printed, warnings) == (True, None, None, "", [])


def test_what_stands_in_the_header_is_hidden():
    tags = read_tags(document("<p>nothing</p>"))
    assert [(fact.concept, fact.hidden) for fact in tags.facts] == [("us-gaap:Goodwill", True)]


@pytest.mark.parametrize(
    ("body", "warned"),
    [
        (tag("V", form="ixt:roman-numerals"), "ixt:roman-numerals is not known"),
        (tag("n/a"), "'n/a' is no number"),
        (tag("5", scale="six"), "scale 'six' cannot be used"),
        (tag("5", scale="9999"), "scale '9999' cannot be used"),
    ],
)
def test_what_cannot_be_read_has_no_value_and_is_told(body, warned):
    (fact,), warnings, _ = read(body)
    assert (fact.number, fact.value, fact.concept) == (None, None, "us-gaap:Assets")
    assert warned in warnings[0]


def test_a_context_or_unit_that_is_not_there():
    (fact,), warnings, _ = read(tag("5", context="lost", unit="lost", scale="-2"))
    assert (fact.value, fact.period, fact.unit, fact.currency) == (Decimal("0.05"), None, None, None)
    assert [w for w in warnings if "context" in w]
    assert [w for w in warnings if "unit" in w]


def test_the_same_trouble_is_told_once_with_its_count():
    _, warnings, _ = read(tag("x", form="ixt:odd") * 3)
    assert warnings == [
        "inline XBRL: the transformation ixt:odd is not known: the number stands as the page prints it (3 times)"
    ]


def test_a_tag_that_is_never_closed_takes_nothing_in():
    facts, warnings, _ = read(
        '<p><ix:nonFraction contextRef="e24" unitRef="usd" name="us-gaap:Assets">5</p>' + tag("6")
    )
    assert [fact.number for fact in facts] == [None, 6]
    assert [w for w in warnings if "never closed" in w]


def test_prefixes_are_what_the_document_declares():
    source = document(tag("5", "gaap:Assets")).replace("ix:", "inl:").replace("xmlns:ix=", "xmlns:inl=")
    source = source.replace("xmlns:us-gaap=", "xmlns:gaap=").replace("us-gaap:", "gaap:")
    assert [fact.concept for fact in read_tags(source).facts if not fact.hidden] == ["us-gaap:Assets"]


def test_names_in_small_letters_and_resources_without_a_prefix():
    lower = document(tag("5", scale="3")).replace("nonFraction", "nonfraction").replace("contextRef", "contextref")
    assert read_tags(lower.replace("unitRef", "unitref")).facts[-1].value == 5000
    bare = RESOURCES.replace("<xbrli:", "<").replace("</xbrli:", "</")
    fact = read_tags(f"{HEAD}{bare}{tag('5')}").facts[-1]
    assert (fact.period, fact.unit) == (END, "USD")


def test_tags_in_comments_are_not_read():
    assert read(f"<!-- {tag('5')} --><p>{tag('6')}</p>")[0][0].number == 6


def test_what_the_document_says_of_itself_follows_its_continuations():
    tags = read_tags(
        document(
            '<p><ix:nonNumeric contextRef="y24" name="dei:EntityRegistrantName" continuedAt="n2">Quay'
            "<ix:exclude>page 3</ix:exclude></ix:nonNumeric></p>"
            '<p><ix:continuation id="n2" continuedAt="n2">&amp; Harbour plc</ix:continuation></p>'
            '<p><ix:nonNumeric contextRef="y24" name="us-gaap:PolicyTextBlock">Leases.</ix:nonNumeric></p>'
        )
    )
    assert [(said.concept, said.text) for said in tags.said] == [
        ("dei:DocumentType", "10-K"),
        ("dei:EntityRegistrantName", "Quay & Harbour plc"),
    ]
    assert tags.said[0].period == YEAR


def test_plain_html_has_no_tags():
    assert not has_tags("<p>ix:nonFraction is an element of inline XBRL</p>")
    assert read_tags("<p>5</p>").facts == []


SCRAPS = [tag("5"), tag("1,000", scale="3"), "<ix:nonFraction>", "</ix:nonFraction>", "<b>", "</b>", "<!--", "-->"]
SCRAPS += [
    "<ix:header>",
    "</ix:header>",
    '<ix:exclude a="',
    "x<y",
    "(",
    "—",
    "\r\n",
    "<xbrli:context id='y24'>",
    "&#160;",
]


@given(st.lists(st.sampled_from(SCRAPS), max_size=14).map("".join))
def test_a_fact_stands_where_it_says_whatever_the_source_is(body):
    source = document(body)
    for fact in read_tags(source).facts:
        start, end = fact.chars
        assert 0 <= start <= end <= len(source)
        assert fact.printed == "" or source[start] in fact.printed
        assert fact.value is None or fact.number is not None


@pytest.mark.parametrize(
    "scrap", ["<!--", "<ix:nonFraction>", "</ix:nonFraction>", '<ix:nonFraction "', "<ix:nonNumeric '", "<![CDATA["]
)
def test_a_broken_document_takes_no_longer(scrap):
    assert len(read_tags(HEAD + tag("5") + scrap * 20_000).facts) in {1, 20_001}
