"""Words of reckoning typed short."""

import pytest

from tickmark.index.asked.reckoning import spelled_out


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("avg rent, chg on 2022", "average rent, change on 2022"),
        ("plain average of the rents", "average of the rents"),
        ("plain rents", "plain rents"),
        ("rent 2023 minus 2022", "rent change from 2022 to 2023"),
    ],
)
def test_words_of_reckoning_are_spelled_out(typed, written):
    assert spelled_out(typed) == written
