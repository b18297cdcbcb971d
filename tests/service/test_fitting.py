"""When a figure that is not quite sure enough is given all the same: it leads all others, and lacks nothing by name."""

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

import pytest

from tickmark.index.ranking.confidence import confidence
from tickmark.index.ranking.matching import Features
from tickmark.ingest.model import Figure, Period, Span
from tickmark.service.fitting import LIMITS, needed, stands_alone, told_in_full

NEARLY = Features(
    cover=0.42, own=0.42, precision=0.5, dense=0.45, lexical=0.6, period=1.0, unit=0.0, change=0.0, origin=1.0,
    target=0.0, missing=("sooty",), asked=3,
)  # fmt: skip


def candidate(features, score, row, value):
    figure = SimpleNamespace(origin="cell", value=value)
    return SimpleNamespace(figure=figure, row=SimpleNamespace(id=row), features=features, score=score)


NEXT = candidate(NEARLY, 0.30, "b", 7)
FIRST = candidate(NEARLY, 0.45, "a", 5)


def test_the_sample_is_not_quite_sure():
    sure = confidence(NEARLY, FIRST.score)
    assert needed(FIRST) - LIMITS.nearly <= sure < needed(FIRST)


def test_one_far_ahead_of_the_rest_is_given():
    assert stands_alone([FIRST, NEXT]) is FIRST
    assert stands_alone([FIRST]) is FIRST
    # the same figure, printed again, is no other one
    assert stands_alone([FIRST, candidate(NEARLY, 0.44, "c", 5)]) is FIRST


@pytest.mark.parametrize(
    "lacking",
    [
        {"missing": ("SCOPE_3",)},  # a metric that the glossary knows
        {"unit": -0.2},
        {"period": 0.3},
        {"names": 1},
        {"cover": 0.2},
    ],
)
def test_what_lacks_something_is_not(lacking):
    assert stands_alone([candidate(replace(NEARLY, **lacking), 0.45, "a", 5), NEXT]) is None


def test_one_closely_followed_is_not():
    assert stands_alone([FIRST, candidate(NEARLY, 0.41, "b", 7)]) is None
    assert stands_alone([]) is None


def cell(unit, text, end="2024-12-31"):
    figure = Figure(
        f"{unit}{text}", "4,120", "4,120", Span((0, 5), (1, 1)), "cell", number=Decimal(4120), unit=unit, currency=unit,
        period=Period("duration", "2024-01-01", end, text),
    )  # fmt: skip
    return SimpleNamespace(figure=figure, filing=SimpleNamespace(id="a"))


def test_a_number_without_a_unit_is_told_where_the_same_one_has_its_currency():
    bare, told, before = cell(None, "2024"), cell("NOK", "Year Ended 2024"), cell("NOK", "2023", "2023-12-31")
    assert told_in_full(bare, [bare, before, told]) is told
    assert told_in_full(bare, [bare, before]) is bare
    assert told_in_full(told, [told, bare]) is told
