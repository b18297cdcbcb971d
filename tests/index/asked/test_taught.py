"""The subject of lessons."""

import pytest

from tickmark.index.asked.taught import subject_behind, subjects
from tickmark.index.asked.terms import WEAK_CONCEPTS
from tickmark.index.asked.weights import narrowing


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("hours of lessons on honest dealing", {"BUSINESS_ETHICS"}),
        ("how many hours did training about business ethics take", {"BUSINESS_ETHICS"}),
        ("how many lessons on honest dealing were held", set()),  # no hours
        ("hours of training for employees", set()),
        ("hours of training on looms", set()),  # no concept
        ("training hours of women", set()),
    ],
)
def test_hours_of_lessons_are_those_of_their_subject(text, what):
    assert subjects(text) == what


def test_the_subject_of_lessons_is_more_than_an_aside():
    assert subject_behind("hours of lessons ") and not subject_behind("money spent ")
    assert "BUSINESS_ETHICS" not in narrowing("training hours of courses on business ethics", [], WEAK_CONCEPTS)
