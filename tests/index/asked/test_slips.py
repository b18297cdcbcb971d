"""Slips in the words that a question is put with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickmark.index.asked.slips import without_slips


def of_filings(word):
    return word in {"splice", "tonal"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("crew splti by age", "crew split by age"),
        ("the mill's announcemnt, exluding dyes", "the mill's announcement, excluding dyes"),
        ("averge catch, wich ports?", "average catch, which ports?"),
        ("hw many boats", "how many boats"),
        ("Hoow many boats", "how many boats"),
        ("how mny boats", "how many boats"),
        ("how mch rope", "how much rope"),
        ("who many boats, so many boats", "who many boats, so many boats"),
        ("splice of ropes", "splice of ropes"),  # a word of the filings
        ("sheer strake", "sheer strake"),  # of English
        ("Totla Marine", "Totla Marine"),  # a name
        ("trendd/toll", "trend/toll"),
    ],
)
def test_words_of_asking_are_put_right(typed, meant):
    assert without_slips(typed, of_filings) == meant


@given(st.text(max_size=60).filter(lambda text: "many" not in text.lower() and "much" not in text.lower()))
def test_what_is_known_stays_as_it_is(text):
    assert without_slips(text, lambda _: True) == text
