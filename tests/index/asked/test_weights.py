"""Which words of a metric only narrow it down."""

import pytest

from tickmark.index.asked.weights import narrowing
from tickmark.index.question import WEAK_CONCEPTS


@pytest.mark.parametrize(
    ("metric", "narrowed"),
    [
        ("patent portfolio (aerospace)", {"aerospac"}),
        ("R&D spending on lightweight pumps", {"lightweight", "pump"}),
        ("spending on training", set()),  # what it is spent on is all that it says
        ("number of active licences", {"activ"}),
        ("mean day rate, meals included", {"meal", "includ"}),
        ("number of pharmaceutical patents", {"pharmaceut"}),
        ("number of pharmaceutical plants", set()),
        ("revenue", set()),
        ("(in total)", set()),
    ],
)
def test_brackets_what_stands_behind_on_and_the_issuers_own_words(metric, narrowed):
    factors = narrowing(metric, ["Larkmoor Pharmaceuticals Ltd"], WEAK_CONCEPTS)
    assert set(factors) == narrowed
    assert all(0 < factor < 0.5 for factor in factors.values())
