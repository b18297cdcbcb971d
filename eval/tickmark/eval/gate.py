"""The gate: the sample corpus through the whole system, held to thresholds that are kept in ``gate.json``.

The thresholds are what was measured when they were last set, less a small margin. To raise them, run
``tickmark eval gate --set-from-here`` and commit the file.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import NamedTuple

from tickmark.eval.datasets import load
from tickmark.eval.run import run
from tickmark.eval.score import evaluate, total
from tickmark.eval.systems import make

__all__ = ["MARGIN", "THRESHOLDS", "Check", "checks", "set_thresholds"]

THRESHOLDS = Path(__file__).with_name("gate.json")
MARGIN = 0.03


class Check(NamedTuple):
    """One measure against its threshold: at least, or for what should be low, at most."""

    measure: str
    value: float | None
    threshold: float
    better: str

    @property
    def passed(self) -> bool:
        """Whether it holds. A measure that was not taken has not passed."""
        if self.value is None:
            return False
        return self.value >= self.threshold if self.better == "higher" else self.value <= self.threshold


def _measure(data: Path) -> dict[str, tuple[float, str]]:
    dataset = load(data)
    record, responses = run(dataset, make("tickmark"))
    taken = evaluate(dataset.questions, {response.question: response for response in responses}, record.gives)
    return {measure.name: (total(list(values.values()), measure.quantile), measure.better) for measure, values in taken}


def checks(data: Path, thresholds: Path = THRESHOLDS) -> list[Check]:
    """Run the system on a set and hold it to the thresholds."""
    wanted: dict[str, float] = json.loads(thresholds.read_text(encoding="utf-8"))
    found = _measure(data)
    missing: tuple[float | None, str] = (None, "higher")
    checked = []
    for name, limit in wanted.items():
        value, better = found.get(name, missing)
        checked.append(Check(name, value, limit, better))
    return checked


def set_thresholds(data: Path, thresholds: Path = THRESHOLDS) -> dict[str, float]:
    """Measure, and write each measure less (or plus) the margin, to two decimals, as the new thresholds."""
    wanted = json.loads(thresholds.read_text(encoding="utf-8"))
    found = _measure(data)
    limits = {}
    for name in wanted:
        value, better = found[name]
        limits[name] = (
            max(0.0, math.floor((value - MARGIN) * 100) / 100)
            if better == "higher"
            else min(1.0, math.ceil((value + MARGIN) * 100) / 100)
        )
    thresholds.write_text(json.dumps(limits, indent=2) + "\n", encoding="utf-8")
    return limits
