"""The gate: the sample corpus through the whole system."""

import json

import pytest

from tickmark.eval import gate
from tickmark.eval.gate import THRESHOLDS, Check, checks


@pytest.mark.model
def test_the_sample_corpus_passes(corpus):
    found = checks(corpus)
    assert len(found) >= 8
    assert not [check for check in found if not check.passed]


@pytest.mark.parametrize(
    ("value", "better", "passed"),
    [
        (0.5, "higher", True),
        (0.49, "higher", False),
        (0.5, "lower", True),
        (0.51, "lower", False),
        (None, "higher", False),
    ],
)
def test_a_check(value, better, passed):
    assert Check("m", value, 0.5, better).passed is passed


def test_thresholds_are_set_less_a_margin(monkeypatch, tmp_path, corpus):
    path = tmp_path / "gate.json"
    path.write_text('{"figure": 0, "wrong figure": 1}')
    monkeypatch.setattr(gate, "_measure", lambda _: {"figure": (0.876, "higher"), "wrong figure": (0.012, "lower")})
    assert gate.set_thresholds(corpus, path) == {"figure": 0.84, "wrong figure": 0.05}
    assert all(check.passed for check in checks(corpus, path))


def test_the_stored_thresholds_are_shares():
    assert all(0 <= limit <= 1 for limit in json.loads(THRESHOLDS.read_text(encoding="utf-8")).values())
