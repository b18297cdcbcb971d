from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickmark.ingest.readers.ixbrl_transforms import is_known, number_of, number_words


@pytest.mark.parametrize(
    ("printed", "form", "number"),
    [
        ("1,234.50", "ixt:num-dot-decimal", "1234.50"),
        ("1,234.50", "ixt:numdotdecimal", "1234.50"),
        ("1 234.5", "ixt:num-dot-decimal", "1234.5"),
        ("12,34,567", "ixt:numdotdecimalin", "1234567"),
        ("1'234.5", "ixt4:num-dot-decimal-apos", "1234.5"),
        (".5", "ixt:num-dot-decimal", "0.5"),
        ("1.234,50", "ixt:num-comma-decimal", "1234.50"),
        ("1\u00a0234,50", "ixt:numcommadecimal", "1234.50"),
        ("1,234.50", "ixt1:numcommadot", "1234.50"),
        ("—", "ixt:fixed-zero", "0"),
        ("-", "ixt:zerodash", "0"),
        ("", "ixt:fixed-zero", "0"),
        ("Nil", "ixt:fixed-zero", "0"),
        ("twenty-five", "ixt-sec:numwordsen", "25"),
        ("5 pounds 6 pence", "ixt:num-unit-decimal", "5.06"),
        ("431", None, "431"),
        ("0.50", None, "0.50"),
    ],
)
def test_what_a_print_stands_for(printed, form, number):
    assert number_of(printed, form) == Decimal(number)


@pytest.mark.parametrize(
    ("printed", "form"),
    [
        ("1,234", None),  # without a transformation a number has no separators
        ("1.234,50", "ixt:num-dot-decimal"),
        ("—", "ixt:num-dot-decimal"),
        ("", "ixt:num-dot-decimal"),
        ("(5)", "ixt:num-dot-decimal"),
        ("5", "ixt:roman-numerals"),
        ("a few", "ixt-sec:numwordsen"),
        ("unlimited", "ixt-sec:numinf"),
        ("9" * 100, "ixt:num-dot-decimal"),
    ],
)
def test_a_number_is_never_guessed(printed, form):
    assert number_of(printed, form) is None


def test_which_transformations_are_known():
    assert is_known(None)
    assert is_known("any-prefix:Num-Dot-Decimal")
    assert not is_known("ixt:roman-numerals")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("no", 0),
        ("Seven", 7),
        ("one hundred and five", 105),
        ("a hundred", 100),
        ("three hundred and twenty-one thousand, four hundred", 321_400),
        ("two million", 2_000_000),
        ("twenty five", 25),
    ],
)
def test_numbers_in_words(words, number):
    assert number_words(words) == number


@pytest.mark.parametrize(
    "words", ["", "and", "five six", "twenty twenty", "million thousand million", "five apples", "5"]
)
def test_words_that_are_no_number(words):
    assert number_words(words) is None


@given(st.text(max_size=40), st.sampled_from(["ixt:num-dot-decimal", "ixt:num-comma-decimal", "ixt-sec:numwordsen"]))
def test_any_print_gives_a_number_or_none(printed, form):
    number = number_of(printed, form)
    assert number is None or (number.is_finite() and number >= 0)
