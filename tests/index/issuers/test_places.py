"""Places as they are typed, and as they stand behind a town."""

import pytest

from tickmark.index.issuers.places import is_place, is_region


@pytest.mark.parametrize("name", ["NJ", "New Jersey", "UK", "Japan", "NSW"])
def test_a_region_stands_behind_a_town(name):
    assert is_region(name)


@pytest.mark.parametrize("name", ["nj", "in", "Twine", "OK then"])
def test_a_word_is_no_region(name):
    assert not is_region(name)


def test_a_country_is_a_place_in_whatever_case():
    assert is_place("japan")
    assert is_place("Japan")
    assert not is_place("turkey")
