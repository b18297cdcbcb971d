"""A series as a column chart: only numbers and words here, the template draws them.

Widths are percentages and heights pixels, so that the picture fills any width while its lettering keeps its size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tickmark.index.checking.sameness import unit_key
from tickmark.index.model import FigureHit
from tickmark.ingest.model import Figure, Period, Row, Table
from tickmark.service.web.figure import FigureView, figure_view, period_title
from tickmark.service.wording import number_words

__all__ = ["Bar", "Chart", "Share", "chart", "over_time", "shares", "side_by_side"]

TOP, PLOT, FOOT = 24, 150, 30
LEAST, MOST = 2, 24
# A character of a label is about so wide; the page has min-width classes in these steps.
CHARACTER, GAP, STEP = 7.5, 14, 120


@dataclass(frozen=True, slots=True)
class Bar:
    """One column: percentages across, pixels down."""

    x: str
    width: str
    middle: str
    y: int
    height: int
    value_y: int
    value: str
    label: str
    lit: bool
    figure: FigureView


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. ``least`` is the width it needs, in steps that the style sheet knows."""

    title: str
    description: str
    unit: str
    height: int
    baseline: int
    least: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """One part of a breakdown, or one company of a comparison; its bar in per cent of the longest, "" without one."""

    figure: FigureView
    width: str
    negative: bool
    company: str = ""


def over_time(hit: FigureHit, table: Table | None) -> list[FigureHit]:
    """The row of a figure, when its other cells say the same of other periods; oldest first, else nothing."""
    figure = hit.figure
    row = _row_of(figure, table)
    if row is None or figure.period is None or figure.period.end is None:
        return []
    ours = [each for cell in row.cells for each in cell.figures if _comparable(each, figure)]
    ends = [each.period.end for each in ours if each.period]
    if len(set(ends)) != len(ours) or len(ours) < LEAST:
        return []  # several cells for one period: the columns differ in more than time
    ours.sort(key=lambda each: (each.period and each.period.end) or "")
    return [FigureHit(each, hit.filing, hit.score) for each in ours]


def _row_of(figure: Figure, table: Table | None) -> Row | None:
    rows = table.rows if table else ()
    return next((row for row in rows if any(figure.id == f.id for cell in row.cells for f in cell.figures)), None)


def _comparable(other: Figure, figure: Figure) -> bool:
    if other.low is not None or other.period is None or other.period.end is None or figure.period is None:
        return False
    same_kind = other.period.kind == figure.period.kind
    return same_kind and unit_key(other) == unit_key(figure) and other.label_path == figure.label_path


def chart(hits: Sequence[FigureHit], cited: Sequence[str], title: str) -> Chart | None:
    """A column for each figure (a gap where one has no value); nothing where there are too few, or too many."""
    known = [hit.figure.value for hit in hits if hit.figure.value is not None]
    if len(known) < LEAST or len(hits) > MOST:
        return None
    values = [hit.figure.value or Decimal(0) for hit in hits]
    views = [figure_view(hit) for hit in hits]
    labels = [_short(hit.figure.period) for hit in hits]
    numbers = _numbers(hits)
    wide = max(len(text) for text in (*labels, *numbers))
    top, bottom = max(*values, Decimal(0)), min(*values, Decimal(0))
    span = (top - bottom) or Decimal(1)
    baseline = TOP + round(PLOT * top / span)
    slot = Decimal(100) / len(values)
    bars = []
    for at, (hit, value) in enumerate(zip(hits, values, strict=True)):
        height = max(1, round(PLOT * abs(value) / span)) if hit.figure.value is not None else 0
        y = baseline - height if value >= 0 else baseline
        left = slot * at
        bars.append(
            Bar(
                x=_percent(left + slot / 5),
                width=_percent(slot * 3 / 5),
                middle=_percent(left + slot / 2),
                y=y,
                height=height,
                value_y=y - 7 if value >= 0 else y + height + 15,
                value=numbers[at],
                label=labels[at],
                lit=hit.figure.id in cited,
                figure=views[at],
            )
        )
    needed = len(values) * (wide * CHARACTER + GAP)
    depth = TOP + PLOT + FOOT + (16 if bottom < 0 else 0)
    unit = " ".join(part for part in (views[0].quantity.prefix, views[0].quantity.tail) if part)
    said = "; ".join(f"{label}: {view.quantity.spoken}" for label, view in zip(labels, views, strict=True))
    least = min(8, max(2, -(-int(needed) // STEP)))
    return Chart(title, f"{title}. {said}.", unit, depth, baseline, least, tuple(bars))


def shares(hits: Sequence[FigureHit]) -> tuple[Share, ...]:
    """The parts of a breakdown as bars; parts without a value have none."""
    values = [abs(hit.figure.value) for hit in hits if hit.figure.value is not None]
    longest = max(values, default=Decimal(0)) or Decimal(1)
    made = []
    for hit in hits:
        value = hit.figure.value or Decimal(0)
        made.append(Share(figure_view(hit), _percent(100 * abs(value) / longest), value < 0))
    return tuple(made)


def side_by_side(hits: Sequence[FigureHit]) -> tuple[Share, ...]:
    """The figures of several companies; bars only where all are of one unit, or their lengths would compare nothing."""
    alike = len({unit_key(hit.figure) for hit in hits}) == 1
    return tuple(
        replace(share, company=hit.filing.issuer, width=share.width if alike else "")
        for hit, share in zip(hits, shares(hits), strict=True)
    )


def _numbers(hits: Sequence[FigureHit]) -> list[str]:
    return [hit.figure.printed if hit.figure.number is None else number_words(hit.figure.number) for hit in hits]


def _percent(number: Decimal) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".") + "%"


def _short(period: Period | None) -> str:
    """A period under its column: "2022", "Jun 2024", "31 Dec 2023" and, for months, "3m to Jun 2024"."""
    words = period_title(period)
    if period is None or period.end is None or words.isdigit():
        return words
    day, month, year = _day_month_year(period.end)
    if period.start is None:
        return f"{day} {month} {year}"
    months = (int(period.end[:4]) - int(period.start[:4])) * 12 + int(period.end[5:7]) - int(period.start[5:7]) + 1
    return f"{month} {year}" if months == 12 else f"{months}m to {month} {year}"


def _day_month_year(iso: str) -> tuple[str, str, str]:
    names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905 - a list of twelve strings
    return iso[8:10].lstrip("0"), names[int(iso[5:7]) - 1], iso[:4]
