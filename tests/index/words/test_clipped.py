"""Words cut short, told by what stands beside them in the filings."""

from __future__ import annotations

import pytest

from tickmark.index.words.clipped import written_out

LABELS = [
    "Occupational health management",
    "Natural ventilation",
    "Maintenance management of looms",
    "Preventive maintenance",
    "Premium maintenance",
]


def labels(word):
    return [label for label in LABELS if word[:5] in label.lower()]


@pytest.mark.parametrize(
    ("question", "word", "full"),
    [
        ("occ health mgmt spend 2022?", "occ", "occupational"),
        ("spend on maintenance mgmt", "mgmt", "management"),  # by its consonants, behind its neighbour
        ("occ profit 2022", "occ", None),  # beside another word it may be short for anything
        ("pre maintenance cost", "pre", None),  # of two words
        ("health occ 2022", "occ", None),  # the filings put them the other way round
        ("a ventilation", "a", None),
    ],
)
def test_a_word_cut_short_is_told_by_the_word_beside_it(question, word, full):
    assert written_out(question, word, labels) == full
