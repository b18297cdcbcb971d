"""Waste burned for its heat, or without regard to it."""

import pytest

from tickmark.index.asked.heat import with_heat


@pytest.mark.parametrize(
    "text",
    [
        "sludge burned in a way that captured the heat for re-use",
        "sludge burned with the heat put to use",
        "sludge that went up in flames with the heat put to use",
        "sludge burnt while recovering the energy",
        "sludge incinerated and its heat recaptured",
        "sludge burned so that the energy could be reused",
        "sludge burned in kilns that use the heat",
        "sludge burned, putting the heat to work",
    ],
)
def test_with_heat_recovery(text):
    assert with_heat(text).split(maxsplit=2)[2].endswith("with heat recovery")


@pytest.mark.parametrize(
    "text",
    [
        "sludge burned without the heat being recovered",
        "sludge burned with no heat captured",
        "sludge incinerated, heat not captured",
        "sludge burned with the heat going to waste",
        "sludge burned but did not recover the heat",
    ],
)
def test_without_it(text):
    assert with_heat(text).split(maxsplit=2)[2].endswith("without heat recovery")


@pytest.mark.parametrize(
    "text",
    [
        "energy used to burn sludge",
        "energy used by furnaces",
        "heat recovered from the presses",
        "sludge burned, with and without recovering the heat",
        "sludge burned, and sludge burned with the heat recovered",
    ],
)
def test_other_questions_keep_their_words(text):
    assert with_heat(text) == text
