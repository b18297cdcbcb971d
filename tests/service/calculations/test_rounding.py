"""To how many digits quotients and means are told."""

from decimal import Decimal

import pytest

from tickmark.service.calculations.rounding import mean, so_many_times


@pytest.mark.parametrize(
    ("value", "told"), [("2.126", "2.13"), ("0.99788", "0.9979"), ("1.0021", "1.0021"), ("1", "1.00"), ("0.98", "0.98")]
)
def test_two_that_are_not_alike_are_not_told_so(value, told):
    assert str(so_many_times(Decimal(value))) == told


@pytest.mark.parametrize(
    ("values", "told"), [(("1", "2"), "1.50"), (("10.01", "10.02"), "10.015"), (("1", "1", "2"), "1.33")]
)
def test_a_mean_is_exact_where_a_digit_more_makes_it_so(values, told):
    assert str(mean([Decimal(value) for value in values])) == told
