"""Which pieces between commas are things that are listed."""

import pytest

from tickmark.service.parts.listed_things import things


@pytest.mark.parametrize(
    ("pieces", "listed"),
    [
        (["levies paid since 1990", "", "RMB mn"], ["levies paid since 1990"]),
        (["levies", "fees", "in RMB million"], ["levies", "fees"]),
        (["Back in", "how much gas was burned"], ["how much gas was burned"]),
        (["levies paid since 1990", "as of"], ["levies paid since 1990"]),
        (["A", "H shares"], ["A", "H shares"]),
    ],
)
def test_units_and_what_leads_to_the_first_are_none(pieces, listed):
    assert things(pieces) == listed
