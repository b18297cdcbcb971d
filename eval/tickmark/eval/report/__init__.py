"""One HTML file about one or several runs on a set: scores, plots, and every question.

It needs nothing else: styles and plots (SVG) are inside, there is no script, and no host is asked for anything. All
that came from filings, questions and systems is escaped by the template engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from tickmark.eval.compare import Comparison, compare
from tickmark.eval.measures import RANKED, measures
from tickmark.eval.record import Run
from tickmark.eval.report import plots
from tickmark.eval.report.details import details
from tickmark.eval.score import score
from tickmark.eval.tables import number
from tickmark.ingest.errors import InputError

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["report"]


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415

    environment = Environment(
        loader=PackageLoader("tickmark.eval", "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = number
    environment.filters["p_value"] = lambda p: "–" if p is None else "< .001" if p < 0.001 else f"{p:.3f}"
    return environment.get_template("report.html")


def _labels(runs: Sequence[Run]) -> list[str]:
    """What each run is called: its system, and its folder where two runs are of one system."""
    systems = [run.record.system for run in runs]
    return [
        run.record.system if systems.count(run.record.system) == 1 else f"{run.record.system} ({run.folder.name})"
        for run in runs
    ]


def report(runs: Sequence[Run], *, ranked: Sequence[str] = RANKED, seed: int = 0) -> str:
    """The report.

    Args:
        runs: On one set; the others are compared with the first.
        ranked: Measures of ir_measures.
        seed: Of bootstrap and randomisation.

    Raises:
        InputError: There is no run, or they are on different sets.
    """
    if not runs:
        raise InputError("there is no run to report on")
    scores = [score(run, ranked=ranked, seed=seed) for run in runs]
    comparisons: list[Comparison] = [compare(runs[0], other, ranked=ranked, seed=seed) for other in runs[1:]]
    helps = {summary.name: summary.help for each in scores for summary in each.summaries}
    lower = {summary.name for each in scores for summary in each.summaries if summary.better == "lower"}
    # In the order of the measures, whichever run has them.
    names = [measure.name for measure in measures(ranked) if measure.name in helps]
    labels = _labels(runs)
    return _template().render(
        runs=runs,
        labels=labels,
        scores=scores,
        names=names,
        helps=helps,
        lower=lower,
        comparisons=list(zip(labels[1:], comparisons, strict=True)),
        bars=plots.bars(names, labels, scores),
        curves=plots.curves(labels, runs),
        latency=plots.latency(labels, runs),
        forests=[plots.forest(comparison) for comparison in comparisons],
        details=details(runs, scores),
        texts={question.id: question.text for question in runs[0].questions},
    )
