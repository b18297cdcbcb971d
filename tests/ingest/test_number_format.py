"""Numbers as a spreadsheet shows them. Expected texts are those that the format's definition gives, by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickmark.ingest.readers.number_format import BUILT_IN, general, shown


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("412860.4", "#,##0", "412,860"),
        ("-231202", "#,##0_);(#,##0)", "(231,202)"),
        ("-231202", "#,##0", "-231,202"),
        ("0", BUILT_IN[43], "-"),
        ("-1234.5", '_-"£"* #,##0.00_-;-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-', "-£1,234.50"),
        ("0.0664", "0.0%", "6.6%"),
        ("0.0664", "0.00 %", "6.64 %"),
        ("12345678", "#,##0.0,,", "12.3"),
        ("12345678", '0.0,,"m"', "12.3m"),
        ("1234.5", "0", "1235"),
        ("2.5", "0", "3"),
        ("-0.4", "0", "0"),
        ("0.34999999999999998", "0.0", "0.4"),
        ("7", "000", "007"),
        ("1.5", "0.0##", "1.5"),
        ("0.5", "#.##", ".5"),
        ("1200", "[Red]#,##0;[Blue]-#,##0", "1,200"),
        ("1200", '[>=1000]#,##0,"k";0', "1k"),
        ("12", '[>=1000]#,##0,"k";0', "12"),
        ("5", "[$€-407]#,##0.00", "€5.00"),
        ("5", '"n/a";"n/a";"n/a"', "n/a"),
        ("5", ";;;", ""),
        ("1234567.891", "General", "1234567.891"),
        ("1234567", "@", "1234567"),
        ("45473", "d mmmm yyyy", "30 June 2024"),
        ("45473", "mmm-yy", "Jun-24"),
        ("45473", "dd/mm/yyyy", "2024-06-30"),
        ("45473", "m/d/yy", "2024-06-30"),
        ("45473", 'yyyy"年"m"月"d"日"', "2024年6月30日"),
        ("45473.75", "yyyy-mm-dd hh:mm", "2024-06-30 18:00"),
        ("0.5", "h:mm AM/PM", "12:00 PM"),
        ("1.5", "[h]:mm", "36:00"),
        ("1", "yyyy-mm-dd", "1900-01-01"),
    ],
)
def test_a_number_under_a_format(number, code, text):
    assert shown(number, code) == text


def test_days_may_be_counted_from_1904():
    assert shown("44011", "d mmmm yyyy", from_1904=True) == "30 June 2024"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("0.5", "# ?/?"),
        ("12", "0.00E+00"),
        ("5551234", "000-0000"),
        ("-1", "yyyy"),
        ("x", "0"),
        ("NaN", "0"),
        ("1E999", "0"),
    ],
)
def test_what_is_not_understood_is_not_guessed(number, code):
    assert shown(number, code) is None


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("2024", "2024"),
        ("0.1428571428571428", "0.1428571429"),
        ("0.30000000000000004", "0.3"),
        ("1E5", "100000"),
        ("-0.5", "-0.5"),
    ],
)
def test_a_number_without_a_format(number, text):
    assert general(number) == text


@given(st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=4), st.integers(0, 4))
def test_no_digit_is_shown_that_the_format_does_not_show(number, places):
    text = shown(str(number), "#,##0." + "0" * places if places else "#,##0")
    assert text is not None
    back = Decimal(text.replace(",", ""))
    assert abs(back - number) <= Decimal(5).scaleb(-places - 1) + abs(number).scaleb(-14)


@given(st.text(alphabet='0#?.,;%"\\_*[]()$€ymdhsE+-/@GenralAMP<>=1 ', max_size=24), st.decimals(allow_nan=True))
def test_any_format_gives_a_text_or_nothing(code, number):
    assert isinstance(shown(str(number), code), str | None)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("1E999999999", "General"),
        ("1E999999999", "0"),
        ("5", "0." + "0" * 2_000),
        ("5", "0" + "%" * 600),
        ("1E400", "0.00"),
    ],
)
def test_a_number_or_a_format_beyond_all_measure(number, code):
    assert shown(number, code) is None
    assert general(number) == number
