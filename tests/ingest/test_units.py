from decimal import Decimal

import pytest

from tickmark.ingest.figures.units import UnitSpec, currency_of, is_unit, parse_unit, scale_of, tidy_unit


@pytest.mark.parametrize(
    ("text", "unit", "currency", "scale"),
    [
        ("RMB million", "RMB", "CNY", 1_000_000),
        ("in 10 thousand", None, None, 10_000),
        ("in 10,000 tonnes", "tonnes", None, 10_000),
        ("ten thousand tonnes", "tonnes", None, 10_000),
        ("million m ³", "m3", None, 1_000_000),
        ("HK$'000", "HKD", "HKD", 1_000),
        ("£'000", "GBP", "GBP", 1_000),
        ("$ in millions", "USD", "USD", 1_000_000),
        ("Unit: RMB", "RMB", "CNY", 1),
        ("单位：万元", "RMB", "CNY", 10_000),
        ("萬股", "shares", None, 10_000),
        ("人民币百万元", "RMB", "CNY", 1_000_000),
        ("tCO ₂ e", "tCO2e", None, 1),
        ("RMB/share", "RMB/share", "CNY", 1),
        ("元/股", "RMB/share", "CNY", 1),
        ("Pence per share", "pence/share", "GBP", 1),
        ("tCO ₂ e per RMB'000 of revenue", "tCO2e/RMB'000 of revenue", None, 1),
        ("Persons", "persons", None, 1),
        ("RMB cents", "RMB cents", "CNY", 1),
        ("%", "%", None, 1),
        ("-", None, None, 1),
    ],
)
def test_whole_unit_expressions(text, unit, currency, scale):
    assert parse_unit(text) == UnitSpec(unit, currency, Decimal(scale))


@pytest.mark.parametrize(
    "text", ["tonne", "%", "RMB million", "ten thousand tonnes", "tonne/RMB'000 of revenue", "£'000", "kWh", "hour"]
)
def test_is_a_unit(text):
    assert is_unit(text)


@pytest.mark.parametrize(
    "text", ["", "-", "Employees", "location-based", "Male", "Suppliers", "fuel", "Audit", "Euro area sales", "2023"]
)
def test_is_no_unit(text):
    assert not is_unit(text)


def test_words_that_begin_like_a_currency_are_none():
    assert parse_unit("Audit").currency is None
    assert parse_unit("Europe").currency is None


@pytest.mark.parametrize(
    ("word", "scale"), [("million", 10**6), ("’000", 1000), ("亿", 10**8), ("crore", 10**7), (None, 1), ("dozen", 1)]
)
def test_scales(word, scale):
    assert scale_of(word) == scale


def test_currencies():
    assert currency_of("HK$") == ("HKD", "HKD")
    assert currency_of("rmb") == ("RMB", "CNY")
    assert currency_of("apples") is None


def test_tidy():
    assert tidy_unit("t CO 2 e") == "tCO2e"
    assert tidy_unit("MWh") == "MWh"
    assert tidy_unit("per cent") == "%"
