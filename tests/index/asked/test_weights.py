"""Which words of a metric only narrow it down."""

import pytest

from tickmark.index.asked.weights import in_one, narrowing
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
        ("wool used by the Aldous subsidiary", {"subsidiari"}),
        ("number of subsidiaries", set()),
        ("revenue", set()),
        ("(in total)", set()),
    ],
)
def test_brackets_what_stands_behind_on_and_the_issuers_own_words(metric, narrowed):
    factors = narrowing(metric, ["Larkmoor Pharmaceuticals Ltd"], WEAK_CONCEPTS)
    assert set(factors) == narrowed
    assert all(0 < factor < 0.5 for factor in factors.values())


@pytest.mark.parametrize(
    ("metric", "narrowed"),
    [
        ("gas from its own kilns, that is its direct emissions", {"gas", "kiln"}),
        ("gas from its kilns, i.e. scope 1", {"gas", "kiln"}),
        ("people from valleys once classed as poor counties", {"peopl", "valley"}),
        ("glass and clay, that is what it sells", set()),
    ],
)
def test_what_is_said_again_by_its_name_need_not_be_said_otherwise(metric, narrowed):
    assert narrowed <= set(narrowing(metric, [], WEAK_CONCEPTS))
    assert narrowed or not narrowing(metric, [], WEAK_CONCEPTS)


def test_what_is_said_again_is_no_second_thing():
    assert in_one("gas from its kilns, that is its direct emissions?") == "gas from its kilns its direct emissions"
    assert in_one("gas, clay and sand") == "gas, clay and sand"
