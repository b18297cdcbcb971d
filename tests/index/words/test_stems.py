"""Words to stems."""

import pytest

from tickmark.index.words.stems import stem, stems_of, without_it


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("emissions", "emission", True),
        ("pledged", "pledge", True),
        ("pledgee", "pledge", False),
        ("lessee", "less", False),
        ("co2", "co2e", False),
        ("1000", "100", False),
    ],
)
def test_stems(one, other, same):
    assert (stem(one) == stem(other)) is same


def test_a_compound_is_taken_apart_and_un_is_not():
    assert stems_of("short-term notes") == stems_of("short term notes")
    assert stems_of("un-pledged") == (stem("unpledged"),)


def test_a_pronoun_is_no_technology():
    assert without_it("what it spent on IT").split() == ["what", "spent", "on", "IT"]
