"""Columns without a date that stand each beside a dated one: "2024", "Rate", "2023", "Rate"."""

from __future__ import annotations

from collections.abc import Sequence

from tickmark.ingest.model import Period

__all__ = ["beside"]


def beside(paths: Sequence[tuple[str, ...]], periods: list[Period | None]) -> list[Period | None]:
    """The periods of the columns: where every dated one is followed by the same others, these are of its date."""
    dated = [at for at, period in enumerate(periods) if period is not None]
    if len(dated) < 2 or dated[0] != 0:
        return periods
    ends = [*dated[1:], len(paths)]
    followers = {tuple(path[-1:] for path in paths[at + 1 : end]) for at, end in zip(dated, ends, strict=True)}
    if len(followers) != 1 or not all(followers.pop() or ((),)):
        return periods
    return [periods[max(at for at in dated if at <= lane)] for lane in range(len(paths))]
