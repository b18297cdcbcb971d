"""How sure it is that a candidate measures what was asked for."""

from dataclasses import replace

import pytest

from tickmark.index.ranking.confidence import INPUTS, confidence, inputs, threshold
from tickmark.index.ranking.matching import Features

SURE = Features(
    cover=1.0, own=1.0, precision=1.0, dense=0.8, lexical=1.0, period=1.0, unit=0.2, change=0.0, origin=1.0,
    target=0.0, asked=2,
)  # fmt: skip
NOTHING = Features(
    cover=0.0, own=0.0, precision=0.0, dense=0.0, lexical=0.0, period=0.0, unit=-1.0, change=-1.0, origin=0.3,
    target=-1.0, missing=("REVENUE", "SCOPE_1"), asked=2,
)  # fmt: skip


def test_a_full_match_is_given_and_none_at_all_is_not():
    assert confidence(SURE, 0.95) > threshold() > confidence(NOTHING, 0.0)


def test_less_is_asked_of_a_sentence_than_of_a_cell():
    assert threshold("prose") < threshold("cell") == threshold("callout") == threshold()


def test_it_is_a_probability():
    assert 0.0 < confidence(NOTHING, 0.0) < confidence(SURE, 1.0) < 1.0
    assert 0.5 < threshold() < 1.0


@pytest.mark.parametrize(
    "worse",
    [
        {"cover": 0.3},
        {"own": 0.2},
        {"precision": 0.2},
        {"dense": 0.1},
        {"lexical": 0.0},
        {"unit": -1.0},
        {"missing": ("REVENUE",)},
    ],
    ids=str,
)
def test_whatever_is_missing_makes_it_less_sure(worse):
    assert confidence(replace(SURE, **worse), 0.95) < confidence(SURE, 0.95)


def test_a_higher_score_makes_it_surer():
    assert confidence(SURE, 0.2) < confidence(SURE, 0.9)


def test_inputs_stand_in_their_order():
    features = replace(SURE, missing=("REVENUE", "PERCENTAGE", "magnet", "5", "2019"), origin=0.3, asked=9)
    named = dict(zip(INPUTS, inputs(features, 0.7), strict=True))
    assert named["cover"] == 1.0
    assert named["score"] == 0.7
    assert named["missing_concepts"] == 1.0  # PERCENTAGE only qualifies, and "magnet" is a stem
    assert named["missing_numbers"] == 2.0
    assert named["prose"] == 1.0
    assert named["cover_and_dense"] == pytest.approx(0.8)
    assert named["asked"] == 1.0
