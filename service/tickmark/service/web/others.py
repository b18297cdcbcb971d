"""The same metric in other filings: what the answer brought along, and what a second look finds there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tickmark.index.checking.sameness import metric_names, same_metric, same_value, unit_key
from tickmark.index.filters import Filters
from tickmark.index.library import Library
from tickmark.index.model import FigureHit, FilingSummary
from tickmark.ingest.errors import QuestionError
from tickmark.ingest.model import Figure, Period
from tickmark.service.answer import LONGEST_QUESTION, answer
from tickmark.service.model import Answer
from tickmark.service.web.figure import FigureView, figure_view

__all__ = ["OtherFiling", "other_filings"]

MOST = 8
# A number of so many digits is hardly the same by chance.
TELLING_DIGITS = 4
# A second look names filings one by one; in a larger index the first look has to do.
MOST_FILINGS = 400


@dataclass(frozen=True, slots=True)
class OtherFiling:
    """The metric in another filing, and how it compares: the same value, another one, or another period or company."""

    figure: FigureView
    comparison: str
    differs: bool


def other_filings(library: Library, said: Answer, filters: Filters, k: int) -> list[OtherFiling]:
    """Figures of the same metric in filings that the answer does not cite, the same period first."""
    cited = [hit for hit in said.figures if hit.figure.id in said.verdict.figure_ids]
    if not cited or said.verdict.calculation is not None:
        return []
    first = cited[0]
    seen = {hit.filing.id for hit in cited}
    found: dict[tuple[str, Period | None], FigureHit] = {}
    rest = [each for each in library.summaries(filters) if each.id not in seen]
    hits = list(said.figures)
    for question, ids in _second_look(said, first, rest) if len(rest) <= MOST_FILINGS else ():
        if ids:
            hits += _asked(library, question, replace(filters, document_id=tuple(ids)), k)
    for hit in hits:
        if hit.filing.id not in seen and _same(first, hit):
            found.setdefault((hit.filing.id, hit.figure.period), hit)
    ranked = sorted(found.values(), key=lambda hit: (not _same_time(first.figure, hit.figure), -hit.score))
    per_filing: dict[str, FigureHit] = {}
    for hit in ranked:
        per_filing.setdefault(hit.filing.id, hit)
    return [_compared(first, hit) for hit in list(per_filing.values())[:MOST]]


def _second_look(said: Answer, first: FigureHit, rest: Sequence[FilingSummary]) -> Iterator[tuple[str, list[str]]]:
    """What to ask of which other filings: the question of the company's own, the bare metric of those of others."""
    own = [each.id for each in rest if each.issuer == first.filing.issuer]
    others = [each.id for each in rest if each.issuer != first.filing.issuer]
    when = first.figure.period.text if first.figure.period else ""
    yield said.query, own
    yield f"{' '.join(first.figure.label_path[-1:])} {when}".strip(), others


def _asked(library: Library, question: str, filters: Filters, k: int) -> Sequence[FigureHit]:
    try:
        return answer(library, question[:LONGEST_QUESTION], k=k, filters=filters).figures
    except QuestionError:  # a label without a word in it asks nothing
        return ()


def _same(first: FigureHit, other: FigureHit) -> bool:
    """Whether two figures measure the same: by their labels, or as one value of one company under kindred labels."""
    a, b = first.figure, other.figure
    if unit_key(a) != unit_key(b):
        return False
    if same_metric(a, b):
        return True
    telling = a.number is not None and len(a.number.as_tuple().digits) >= TELLING_DIGITS
    same_company = first.filing.issuer == other.filing.issuer
    kindred = not metric_names(a)[0].isdisjoint(metric_names(b)[0])
    return telling and same_company and kindred and _same_time(a, b) and same_value(a, b)


def _same_time(a: Figure, b: Figure) -> bool:
    return a.period is not None and b.period is not None and a.period.end == b.period.end


def _compared(first: FigureHit, other: FigureHit) -> OtherFiling:
    view = figure_view(other)
    if other.filing.issuer != first.filing.issuer:
        return OtherFiling(view, "Another company", differs=False)
    if not _same_time(first.figure, other.figure):
        return OtherFiling(view, "Another period", differs=False)
    agrees = same_value(first.figure, other.figure)
    return OtherFiling(view, "Same value" if agrees else "Different value", differs=not agrees)
