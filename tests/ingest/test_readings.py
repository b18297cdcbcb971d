from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickmark.ingest.figures.numbers import scan
from tickmark.ingest.figures.readings import CellReading, read_cell


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("83,512", "83512"),
        ("(1,234)", "-1234"),
        ("$ (1,234.5)", "-1234.5"),
        ("(3.2)%", "-3.2"),
        ("0", "0"),
        ("2023", "2023"),
        ("Decrease by 3.24 percentage points", "3.24"),
        ("224.17 23", "224.17"),
        ("61,730ᵃ", "61730"),
        ("12,345*", "12345"),
        ("1,234 (1)", "1234"),
        ("98 points", "98"),
    ],
)
def test_values(text, number):
    reading = read_cell(text)
    assert reading.kind == "value"
    assert reading.mentions[0].number == Decimal(number)


@given(st.from_regex(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,30})(?:\.[0-9]{1,6})?", fullmatch=True))
def test_a_plain_number_is_what_the_scanner_finds_in_it(text):
    assert read_cell(text) == CellReading("value", tuple(scan(text)))


def test_words_say_which_way_a_change_went_and_leave_the_number_as_printed():
    down = read_cell("Decrease by 3.24 percentage points").mentions[0]
    assert (down.number, down.qualifiers, down.unit) == (Decimal("3.24"), ("decrease",), "percentage points")
    up = read_cell("Growth on the year before: 31.17% ~ 50.84%").mentions[0]
    assert (up.low, up.high, up.qualifiers) == (Decimal("31.17"), Decimal("50.84"), ("increase",))
    assert read_cell("比上年同期增长31.17% ~ 50.84%").mentions[0].qualifiers == ("increase",)


def test_votes_with_their_share_in_one_cell():
    reading = read_cell("659,910,462 (99.9825%)")
    assert [m.number for m in reading.mentions] == [Decimal(659910462), Decimal("99.9825")]
    assert [m.unit for m in reading.mentions] == [None, "%"]


@pytest.mark.parametrize(
    ("text", "status"),
    [("-", "nil"), ("—", "nil"), ("/", "not_disclosed"), ("N/A", "not_disclosed"), ("不適用", "not_disclosed")],
)
def test_signs_for_nothing(text, status):
    assert (read_cell(text).kind, read_cell(text).status) == ("nothing", status)


@pytest.mark.parametrize(
    "text",
    [
        "100 100 000 00 <",
        ", , , , ,",
        "- : ,: ;",
        "<",
        "11,020,70 1,272.00",
        "7 021 .",
        ", . ,, 0 ;",
        "70Z 68 6 ,72",
        "6,78 4,8S0 : 32",
    ],
)
def test_noise(text):
    assert read_cell(text).kind == "noise"


@pytest.mark.parametrize(
    "text",
    [
        "March 19, 2024",
        "GF Securities Co., Ltd.",
        "1.",
        "4.2",
        "Yes",
        "No. 5",
        "In 2023",
        "12 examinations, passed by 1,193 people",
    ],
)
def test_what_is_no_value_or_noise(text):
    assert read_cell(text).kind in {"text", "value"}
    assert read_cell(text).kind == ("value" if text == "4.2" else "text")


def test_long_text_is_not_searched_for_a_value():
    assert read_cell("1,234 " * 100).kind == "text"


def test_an_empty_cell():
    assert read_cell("").kind == "empty"
