"""The operations that a question has cues for, and what is left of it to be looked for."""

import pytest

from tickmark.index.question import understand
from tickmark.ingest.figures.calendar import Calendar
from tickmark.service.calculations.demand import demanded


def demands(text):
    return list(demanded(understand(text, [], Calendar(None, (12, 31), None, 0))))


@pytest.mark.parametrize(
    ("text", "kind", "bare"),
    [
        ("what slice of the harvest was apples", "share", "the harvest was apples"),
        ("apples as a percentage of the harvest", "share", "apples the harvest"),
        ("how many times as many apples as pears", "times", "as many apples as pears"),
        ("gap between apples and pears in yuan", "difference", "apples and pears"),
        ("apples minus pears", "difference", "apples pears"),
        ("apples in excess of pears", "difference", "apples pears"),
        ("apples and pears added up", "sum", "apples and pears"),
        ("harvest per orchard", "per", "harvest orchard"),
        ("staff outside the valley", "rest", "staff the valley"),
        ("mean of apples and pears", "average", "apples and pears"),
        ("2023年苹果是梨的几倍", "times", "2023年苹果是梨的"),
    ],
)
def test_a_cue_tells_the_operation_and_is_no_part_of_what_is_looked_for(text, kind, bare):
    first = demands(text)[0]
    assert (first.kind, first.bare) == (kind, bare)


@pytest.mark.parametrize(
    "text", ["apples harvested in 2024", "share capital", "did staff take part in the fair", "果园面积"]
)
def test_other_words_are_no_cues(text):
    assert demands(text) == []


def test_what_stands_behind_per_is_the_divisor():
    assert demands("harvest per seasonal worker")[0].divisor == "seasonal worker"
    assert demands("cost a head")[0].divisor == "employee"


def test_several_things_have_a_share_together():
    assert demands("what share of the harvest was apples and pears together")[0].kind == "joint"
