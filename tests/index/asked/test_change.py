"""Whether a question asks how something changed."""

import pytest

from tickmark.index.asked.change import asks_change, without_change
from tickmark.index.question import understand
from tickmark.ingest.figures.calendar import Calendar


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("sales improved", True),
        ("clay fired in the improved kiln", False),
        ("shares held before the change", False),
        ("change of the charter", True),
        ("by what percent did the mill cut its clay use", True),
        ("a fund that cut its stake", False),
        ("产量增长", True),
        ("产量变化了多少", True),
        ("天气变化培训", False),
    ],
)
def test_a_participle_and_the_state_before_a_change_ask_for_none(text, change):
    assert asks_change(text) is change


@pytest.mark.parametrize(
    ("text", "change"), [("votes against the change of the charter", False), ("change of the charter", True)]
)
def test_the_title_of_a_resolution_asks_for_no_change(text, change):
    assert understand(text, [], Calendar()).change is change


def test_a_level_is_left_without_the_words_for_a_change():
    assert without_change("output of tiles rose").split() == ["output", "of", "tiles"]
