"""Whose share of a profit a label tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickmark.index.ranking.owners_share import is_owners_share, without_owner


@pytest.mark.parametrize(
    ("label", "left"),
    [
        ("Net income attributable to Tallow & Wick", "Net income "),
        ("Net earnings available for common stockholders, diluted", "Net earnings , diluted"),
        ("Loss per share attributable to Larkspur—basic", "Loss per share —basic"),
        # what is said of the profit itself stays: it is another profit
        ("Profit attributable to shareholders after one-off items", "Profit after one-off items"),
        ("Profit attributable to owners excluding gains", "Profit excluding gains"),
    ],
)
def test_the_words_for_the_shareholders_are_no_part_of_the_name(label, left):
    assert is_owners_share(label)
    assert without_owner(label) == left


@pytest.mark.parametrize(
    "label",
    [
        "Net income attributable to noncontrolling interests",
        "Profit attributable to minority shareholders",
        "Loss attributable to redeemable interests",
        "Net income from discontinued operations",
        "Net income",
    ],
)
def test_the_share_of_others_is_not_the_owners(label):
    assert not is_owners_share(label)
    assert without_owner(label) == label


@given(st.text(max_size=60))
def test_a_label_never_grows(label):
    assert len(without_owner(label)) <= len(label) + 1
