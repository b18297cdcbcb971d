"""Why nothing is answered: which of issuer, period, currency, unit and metric is not here."""

from __future__ import annotations

from collections.abc import Sequence

from tickmark.index.search import FigureCandidate, SearchResult
from tickmark.ingest.model import Period
from tickmark.service.fitting import LIMITS, Decision, fits, metric_fits
from tickmark.service.wording import label_of, period_words

__all__ = ["not_found", "who_is_missing"]


def _period_list(candidates: Sequence[FigureCandidate]) -> str:
    ends: dict[str, Period] = {}
    for candidate in candidates:
        if candidate.figure.period and candidate.figure.period.end:
            ends.setdefault(period_words(candidate.figure.period), candidate.figure.period)
    ordered = sorted(ends, key=lambda w: ends[w].end or "")
    return ", ".join(w.removeprefix("in ").removeprefix("at ") for w in ordered[:6])


def who_is_missing(result: SearchResult) -> str | None:
    """When words of the question name nothing in the index, it asks for somebody or something that is not here."""
    question = result.question
    if not result.filings:
        by = f" by {question.issuers[0]}" if question.issuers else ""
        return f"No filing here{by} passes the filters."
    if question.absent:
        return f"No filing of {question.issuers[0]} is here."
    if question.strangers:
        return f"Nothing in these filings mentions {', '.join(repr(s) for s in question.strangers)}."
    return None


def _unmet(spans: Sequence[Period], metric: Sequence[FigureCandidate]) -> Sequence[Period]:
    """The periods asked for that no figure of the metric is of: all of them, or those of several that lack one."""
    if all(c.features.period < LIMITS.period for c in metric):
        return spans
    ends = {c.figure.period.end for c in metric if c.figure.period}
    return [span for span in spans if span.end not in ends] if len(spans) > 1 else ()


def not_found(result: SearchResult) -> Decision:
    """Says which part failed: the issuer, the period, the unit, or the metric."""
    question = result.question
    reason = who_is_missing(result)
    metric = [c for c in result.figures[:60] if metric_fits(c)]
    if reason is None and metric:
        label = label_of(metric[0].figure)
        others = {c.figure.currency for c in metric if c.figure.currency}
        if question.demanded and others and question.demanded not in others:
            given = metric[0].figure.currency or sorted(others)[0]
            reason = f"{label} is given here in {given}, not in {question.demanded}."
        elif unmet := _unmet(question.spans, metric):
            same = [c for c in metric if c.row.id == metric[0].row.id]
            asked = " or ".join(dict.fromkeys(p.text.strip() for p in unmet))
            reason = f"{label} is given here for {_period_list(same) or 'other periods'}, not for {asked}."
        elif not any(map(fits, metric)):
            reason = f"{label} is given here only in another unit than the one asked for."
    if reason is None:
        reason = f"No figure or passage here is about {question.rest or question.text!r}."
    return Decision("not_found", f"Not found in these filings. {reason}", reason)
