"""Units by what they measure."""

import pytest

from tickmark.index.words.unit_families import PHYSICAL, families_of, family, only_families_of


@pytest.mark.parametrize(
    ("unit", "found"),
    [
        ("tCO2e", "carbon"),
        ("tonnes", "mass"),
        ("square meters", "area"),
        ("MWh", "energy"),
        ("MW", "power"),
        ("percentage points", "points"),
        ("小时", "hours"),
        ("looms", None),
        ("", None),
    ],
)
def test_the_family_of_a_unit(unit, found):
    assert family(unit) == found


def test_what_a_quantity_can_be_measured_in():
    assert families_of("energy used by the kilns") == {"energy", "mass", "volume"}
    assert families_of("tonnes of cloth from the power-saving weaving process") == frozenset()
    assert families_of("power saved by the looms") == {"power", "energy"}
    assert families_of("looms in the mill") == frozenset()
    assert families_of("water used by the mill") <= PHYSICAL


def test_what_one_thing_alone_can_be_measured_in():
    assert only_families_of("electricity used by the kilns") == {"energy"}
    assert only_families_of("water and electricity used") == frozenset()
