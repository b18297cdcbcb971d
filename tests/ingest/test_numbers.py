from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickmark.ingest.figures import numbers
from tickmark.ingest.figures.numbers import scan


def one(text):
    found = scan(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("83,512", "83512"),
        ("1,344,771,235.00", "1344771235.00"),
        ("12 345 678", "12345678"),
        ("0.013", "0.013"),
        (".5", "0.5"),
        ("-6.66%", "-6.66"),
        ("−3.2", "-3.2"),
        ("RMB354", "354"),
    ],
)
def test_a_number_keeps_every_digit(text, number):
    assert one(text).number == Decimal(number)
    assert str(one(text).number) == number


@pytest.mark.parametrize(
    ("text", "unit", "currency", "scale"),
    [
        ("RMB 354 million", "RMB", "CNY", 1_000_000),
        ("HK$1.5 billion", "HKD", "HKD", 1_000_000_000),
        ("£22.5m", "GBP", "GBP", 1_000_000),
        ("$1.2bn", "USD", "USD", 1_000_000_000),
        ("7,094.05万元", "RMB", "CNY", 10_000),
        ("1.21亿元", "RMB", "CNY", 100_000_000),
        ("人民幣12.35億元", "RMB", "CNY", 100_000_000),
        ("2万吨", "tonnes", None, 10_000),
        ("115.65 million kWh", "kWh", None, 1_000_000),
        ("34.02 million tonnes/year", "tonnes/year", None, 1_000_000),
        ("1,735 tonnes per year", "tonnes/year", None, 1),
        ("3.24 percentage points", "percentage points", None, 1),
        ("25.60%", "%", None, 1),
        ("33.6p", "pence", "GBP", 1),
        ("33.6 p", "pence", "GBP", 1),
        ("It was 12 p. The", "pence", "GBP", 1),
        ("12 pence", "pence", "GBP", 1),
        ("at 5 p.m. they", None, None, 1),
        ("n = 12 p = none", None, None, 1),
        ("HK5.0 cents per share", "HK cents/share", "HKD", 1),
        ("8.8 cents", "cents", "USD", 1),
        ("23,000 cubic meters", "cubic meters", None, 1),
        ("880人", "persons", None, 1),
        ("54 million", None, None, 1_000_000),
    ],
)
def test_what_belongs_to_a_number(text, unit, currency, scale):
    mention = one(text)
    assert (mention.unit, mention.currency, mention.scale) == (unit, currency, Decimal(scale))


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "scale"),
    [
        ("RMB400 million ~ RMB460 million", "400", "460", "RMB", 1_000_000),
        ("31.17% ~ 50.84%", "31.17", "50.84", "%", 1),
        ("10 to 15 tonnes", "10", "15", "tonnes", 1),
        ("10%-15%", "10", "15", "%", 1),
        ("between 5 and 7 hours", "5", "7", "hours", 1),
        ("40,000 ~ 46,000", "40000", "46000", None, 1),
    ],
)
def test_a_range_is_one_mention(text, low, high, unit, scale):
    mention = one(text)
    assert (mention.number, mention.low, mention.high) == (None, Decimal(low), Decimal(high))
    assert (mention.unit, mention.scale) == (unit, Decimal(scale))


@pytest.mark.parametrize("text", ["from 3 to 5 tonnes", "12 and 15 tonnes", "46,000 ~ 40,000"])
def test_what_is_no_range(text):
    assert len(scan(text)) == 2


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("approximately 30%", ("approximate",)),
        ("约30%", ("approximate",)),
        ("no less than 55%", ("at least",)),
        ("≤ 2", ("at most",)),
        ("over 90%", ("more than",)),
        ("fewer than 12", ("less than",)),
        ("12", ()),
    ],
)
def test_qualifiers_in_their_normal_form(text, qualifiers):
    assert one(text).qualifiers == qualifiers


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [("224.17 ²³", "23", "224.17"), ("115.65² million kWh", "2", "115.65"), ("115.65 2 million kWh", "2", "115.65")],
)
def test_a_footnote_mark_is_no_digit(text, mark, number):
    assert one(text).footnotes == (mark,)
    assert one(text).number == Decimal(number)


def test_offsets_bound_the_words_that_were_read():
    text = "cost approximately RMB121 million in all"
    mention = one(text)
    assert text[mention.start : mention.stop] == mention.printed == "approximately RMB121 million"
    assert text[slice(*mention.core)] == "121"


def test_brackets_around_a_remark_are_no_sign():
    mention = scan("on the roofs (2.61MW in all)")[0]
    assert mention.printed == "2.61MW"
    assert mention.number == Decimal("2.61")


_PARTS = [
    "over ", "not exceeding", "an average of ", " ", " " * 40, "\n", "Renminbi ", "US$", "HK", "$", "(", "-", "5",
    "1,234", ".5", "%", " million", "x", "_", ",", ". ", "~", "约", "人民币", "²", " cents", "/share", "ſ",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PARTS), max_size=12).map("".join))
def test_looking_only_before_digits_finds_all_that_looking_everywhere_finds(text):
    everywhere = [found.span() for found in numbers._MENTION.finditer(text)]
    assert [found.span() for found in numbers._matches(text)] == everywhere
