"""When two figures are of the same metric and say the same."""

from decimal import Decimal

import pytest

from tickmark.index.checking.sameness import far_apart, same_metric, same_value, unit_key
from tickmark.ingest.model import Figure, Span


def figure(number="12", label=("Water consumption",), origin="cell", **more):
    fields = {"number": None if number is None else Decimal(number), **more}
    return Figure(f"f{number}", str(number), "q", Span((0, 1), (1, 1)), origin, label_path=label, **fields)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("12", {}), ("12.0", {}), True),
        (("12", {}), ("12.4", {}), True),
        (("12", {}), ("13", {}), False),
        (("12.00", {}), ("12.01", {}), False),
        (("1.2", {"scale": Decimal(1_000_000)}), ("1234567", {}), True),
        (("1.2", {"scale": Decimal(1_000_000)}), ("1260000", {}), False),
        (("12", {"qualifiers": ("approximate",)}), ("14", {}), True),
        (("12", {"qualifiers": ("approximate",)}), ("15", {}), False),
        (("-12", {}), ("12", {}), False),
        ((None, {"status": "not_disclosed"}), (None, {"status": "not_disclosed"}), True),
        ((None, {"status": "not_disclosed"}), ("12", {}), False),
    ],
)
def test_values_agree_within_the_rounding_of_the_coarser(one, other, same):
    a, b = figure(one[0], **one[1]), figure(other[0], **other[1])
    assert same_value(a, b) is same
    assert same_value(b, a) is same


@pytest.mark.parametrize(("one", "other", "apart"), [("10", "20", False), ("10", "21", True), ("-10", "21", True)])
def test_what_is_more_than_twice_as_much_is_far_apart(one, other, apart):
    assert far_apart(figure(one), figure(other)) is apart
    assert far_apart(figure(other), figure(one)) is apart
    assert not far_apart(figure(None), figure(other))


def test_ranges_agree_when_both_ends_do():
    wide = {"low": Decimal(400), "high": Decimal(460)}
    assert same_value(figure(None, **wide), figure(None, **wide))
    assert not same_value(figure(None, **wide), figure(None, low=Decimal(400), high=Decimal(450)))
    assert not same_value(figure(None, **wide), figure("400"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Total water consumption",), ("Water consumption",), True),
        (("Revenue",), ("Turnover",), True),
        (("Scope 1 emissions",), ("Scope 2 emissions",), False),
        (("Training", "Female"), ("Management", "Female"), False),
        (("Training", "Female"), ("Training", "Female"), True),
        ((), ("Revenue",), False),
    ],
)
def test_metrics(one, other, same):
    assert same_metric(figure(label=one), figure(label=other)) is same
    assert same_metric(figure(label=other), figure(label=one)) is same


def test_units_are_the_same_in_the_plural():
    assert unit_key(figure(unit="tonnes")) == unit_key(figure(unit="Tonne"))
    assert unit_key(figure(unit="RMB", currency="CNY")) != unit_key(figure(unit="RMB"))
    assert unit_key(figure(unit="hours")) != unit_key(figure(unit="days"))
