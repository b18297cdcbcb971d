"""The plots of a report, as the numbers that its SVG is drawn from. Lengths are in SVG user units.

A plot is laid out here and drawn in the template, so that no markup is put together by hand and all text is escaped.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from tickmark.eval.compare import Comparison, Difference
from tickmark.eval.measures.evidence import EvidenceWithin
from tickmark.eval.model import Response
from tickmark.eval.record import Run
from tickmark.eval.score import Scores, Summary, total

__all__ = ["Bar", "Curve", "Forest", "Lines", "bars", "curves", "forest", "latency"]

BUDGETS = (250, 500, 1000, 1500, 2000, 3000, 4000, 6000, 8000)
# The plotting area of the two line plots.
LEFT, TOP, WIDTH, HEIGHT = 46.0, 12.0, 490.0, 220.0
# Share of the width of a forest plot that its marks may take.
HALF = 150.0


class Bar(NamedTuple):
    """One bar with its interval; shares of 1."""

    series: int
    label: str
    value: float
    low: float | None
    high: float | None


class Group(NamedTuple):
    """The bars of one measure."""

    name: str
    help: str
    bars: list[Bar]


class Curve(NamedTuple):
    """One line: its points as SVG writes them, and where each is, with its value."""

    series: int
    label: str
    points: str
    marks: list[tuple[float, float, str]]


class Lines(NamedTuple):
    """A line plot: ticks are positions with their labels."""

    curves: list[Curve]
    across: list[tuple[float, str]]
    up: list[tuple[float, str]]


class Mark(NamedTuple):
    """One difference: positions across, and whether the second run is better, worse or neither (interval holds 0)."""

    name: str
    at: float
    low: float
    high: float
    verdict: str
    text: str


class Forest(NamedTuple):
    """The differences of one comparison on one scale; ``reach`` is the difference at the edge."""

    marks: list[Mark]
    reach: float


def bars(names: Sequence[str], labels: Sequence[str], scores: Sequence[Scores]) -> list[Group]:
    """Every measure that is a share, one bar a run."""
    found: dict[str, list[tuple[int, Summary]]] = {}
    for name in names:
        for series, each in enumerate(scores):
            summary = each.summary(name)
            if summary and not summary.unit:
                found.setdefault(name, []).append((series, summary))
    return [
        Group(name, rows[0][1].help, [Bar(n, labels[n], s.value, s.low, s.high) for n, s in rows])
        for name, rows in found.items()
    ]


def curves(labels: Sequence[str], runs: Sequence[Run]) -> Lines | None:
    """Evidence recall against characters read; the x-axis is logarithmic."""

    def x(budget: float) -> float:
        span = math.log(BUDGETS[-1] / BUDGETS[0])
        return round(LEFT + WIDTH * math.log(budget / BUDGETS[0]) / span, 1)

    made = []
    for series, run in enumerate(runs):
        points = []
        for budget in BUDGETS:
            values = [score.value for score in EvidenceWithin(budget).scores(run.questions, run.responses)]
            if not values:
                return None
            value = total(values)
            points.append((x(budget), _up(value), f"{labels[series]}: {value:.3f} within {budget:,} characters"))
        made.append(Curve(series, labels[series], _joined(points), points))
    across = [(x(budget), f"{budget:,}") for budget in BUDGETS if budget not in {1500, 6000}]
    return Lines(made, across, _shares())


def latency(labels: Sequence[str], runs: Sequence[Run]) -> Lines | None:
    """The share of questions answered within so many milliseconds; the x-axis is logarithmic."""
    times = [sorted(ms for r in run.responses.values() if (ms := _ms(r)) is not None) for run in runs]
    every = [ms for each in times for ms in each]
    if not every:
        return None
    first, last = math.floor(math.log10(min(every))), math.ceil(math.log10(max(every)))
    last = max(last, first + 1)

    def x(ms: float) -> float:
        return round(LEFT + WIDTH * (math.log10(ms) - first) / (last - first), 1)

    made = []
    for series, each in enumerate(times):
        if each:
            ranks = sorted({round(step * (len(each) - 1) / 100) for step in range(101)})
            points = [
                (x(each[rank]), _up((rank + 1) / len(each)), f"{labels[series]}: {each[rank]:.1f} ms") for rank in ranks
            ]
            made.append(Curve(series, labels[series], _joined(points), points[:: max(1, len(points) // 10)]))
    across = [(x(10.0**power), f"{10.0**power:,.10g} ms") for power in range(first, last + 1)]
    return Lines(made, across, _shares())


def forest(comparison: Comparison) -> Forest:
    """Differences with their intervals, measures that are shares."""
    rows = [row for row in comparison.differences if not row.unit and row.low is not None and row.high is not None]
    reach = max((max(abs(row.low or 0), abs(row.high or 0), abs(row.difference)) for row in rows), default=0) or 1.0

    def at(value: float | None) -> float:
        return round(HALF * (value or 0.0) / reach, 1)

    return Forest(
        [
            Mark(row.name, at(row.difference), at(row.low), at(row.high), _verdict(row), f"{row.difference:+.3f}")
            for row in rows
        ],
        reach,
    )


def _verdict(row: Difference) -> str:
    if row.low is None or row.high is None or row.low <= 0 <= row.high:
        return "even"
    return "better" if (row.difference > 0) == (row.better == "higher") else "worse"


def _ms(response: Response) -> float | None:
    return max(response.ms, 0.001) if response.ms is not None else None


def _up(share: float) -> float:
    return round(TOP + HEIGHT * (1 - share), 1)


def _shares() -> list[tuple[float, str]]:
    return [(_up(share / 4), f"{share / 4:.2f}") for share in range(5)]


def _joined(points: Sequence[tuple[float, float, str]]) -> str:
    return " ".join(f"{x},{y}" for x, y, _ in points)
