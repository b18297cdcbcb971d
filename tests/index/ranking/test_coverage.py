"""What several figures say of a question between them."""

import pytest

from tickmark.index.question import Asked
from tickmark.index.ranking.cover import Wanted
from tickmark.index.ranking.coverage import Coverage
from tickmark.index.ranking.figure_words import FigureWords
from tickmark.index.words.likeness import Spellings


def words(own, around=()):
    said = dict.fromkeys(own, 1.0)
    return FigureWords({**dict.fromkeys(around, 0.5), **said}, said, ())


@pytest.fixture
def coverage():
    asked = [Asked("apple"), Asked("pear"), Asked("harvest", 0.5)]
    figures = {"a": words(["apple"], ["harvest"]), "p": words(["pear", "harvest"])}
    return Coverage.of(Wanted(asked, {}, Spellings(())), figures)


def test_together_figures_say_what_one_alone_does_not(coverage):
    assert coverage.together(["a"]) == pytest.approx(1 / 2.5)
    assert coverage.together(["a", "p"]) == 1.0


def test_what_stands_around_counts_by_itself(coverage):
    assert coverage.together(["a"], own=False) == pytest.approx((1 + 0.5 * 0.5) / 2.5)


def test_what_one_says_beyond_another(coverage):
    assert coverage.beyond("p", "a") == {"pear": 1.0, "harvest": 0.5}
    assert coverage.beyond("a", "p") == {"apple": 1.0}


def test_further_figures_join(coverage):
    more = Coverage(coverage.weights, {"w": {"harvest": 1.0}}, {"w": {"harvest": 1.0}})
    assert coverage.joined(more).together(["a", "w"]) == pytest.approx(1.5 / 2.5)
    assert coverage.together(["nowhere"]) == 0.0
