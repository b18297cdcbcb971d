"""Figures that contradict each other: in different places, and within one table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tickmark.index.checking.amendments import Links, amending
from tickmark.index.checking.footing import Misfit, misfits
from tickmark.index.checking.sameness import in_full, metric_names, same_metric, same_value, unit_key
from tickmark.index.filters import Filters, issuer_key
from tickmark.index.library import Library
from tickmark.index.model import FigureHit, FilingSummary
from tickmark.ingest.model import Figure, Period

__all__ = ["Conflict", "find_conflicts", "find_misfits"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One metric that is printed with several values: what it is, and a place for each value."""

    label: str
    hits: tuple[FigureHit, ...]


def _period(figure: Figure, filing: FilingSummary) -> Period | None:
    return figure.period or (filing.period if figure.origin == "callout" else None)


def _comparable(figure: Figure, filing: FilingSummary) -> bool:
    """Whether a figure names its metric and its time clearly enough to be held against another."""
    period = _period(figure, filing)
    if figure.status != "value" or figure.origin == "prose" or not figure.label_path or period is None:
        return False
    return not figure.column_path or period.text in " ".join(figure.column_path)


def _groups(hits: list[FigureHit]) -> list[list[FigureHit]]:
    """Splits a bucket of like names into groups that are of one metric."""
    groups: list[list[FigureHit]] = []
    for hit in hits:
        for group in groups:
            if same_metric(group[0].figure, hit.figure):
                group.append(hit)
                break
        else:
            groups.append([hit])
    return groups


def _conflict(group: list[FigureHit], links: Links) -> Conflict | None:
    """The distinct values of a group, first place each; None when all say the same. What was amended is left out."""
    distinct: list[FigureHit] = []
    here = {hit.filing.id for hit in group}
    for hit in group:
        if here & links.get(hit.filing.id, frozenset()):
            continue
        if not any(same_value(hit.figure, known.figure) for known in distinct):
            distinct.append(hit)
    if len(distinct) < 2:
        return None
    ids = {hit.figure.id for hit in distinct}
    marked = tuple(FigureHit(h.figure, h.filing, h.score, tuple(sorted(ids - {h.figure.id}))) for h in distinct)
    return Conflict(" > ".join(group[0].figure.label_path), marked)


def find_conflicts(library: Library, filters: Filters | None = None) -> list[Conflict]:
    """Every metric of one issuer and period that the filings print with different values, beyond rounding."""
    buckets: dict[tuple[object, ...], list[FigureHit]] = defaultdict(list)
    summaries = library.summaries(filters)
    links = amending(summaries)
    for filing in summaries:
        rows = {i: row for row in library.rows_of(filing.id) for i in row.figure_ids}
        for printed in library.iter_figures(Filters(document_id=(filing.id,))):
            figure = in_full(printed, rows[printed.id]) if printed.id in rows else printed
            if _comparable(figure, filing):
                period = _period(figure, filing)
                assert period is not None  # _comparable has seen to it
                hit = FigureHit(figure, filing, 1.0)
                for name in dict.fromkeys(metric_names(figure)):
                    buckets[issuer_key(filing.issuer), name, period.start, period.end, unit_key(figure)].append(hit)
    found: dict[frozenset[str], Conflict] = {}
    for hits in buckets.values():
        for group in _groups(hits) if len(hits) > 1 else ():
            conflict = _conflict(group, links)
            if conflict is not None:
                found.setdefault(frozenset(h.figure.id for h in conflict.hits), conflict)
    return list(found.values())


def find_misfits(library: Library, filters: Filters | None = None) -> Iterator[tuple[Misfit, FilingSummary]]:
    """Every total that does not foot and every change that does not recompute, filing by filing."""
    for filing in library.summaries(filters):
        for table in library.tables(filing.id):
            for misfit in misfits(table):
                yield misfit, filing
