"""What is said of a figure, in a few words: how much, what, of when, and where it stands."""

from __future__ import annotations

from tickmark.index.model import FigureHit
from tickmark.ingest.model import Figure, Period
from tickmark.service import wording
from tickmark.service.commands import render
from tickmark.service.slack.words import clean

__all__ = ["amount", "label", "place", "when"]


def amount(figure: Figure) -> str:
    """How much, with scale and unit: never a bare "354" where the table is in millions."""
    return clean(wording.amount(figure)) if figure.status == "value" else clean(render.amount(figure))


def label(figure: Figure) -> str:
    """What it is: the row's path and the column's, without what only says the period over again."""
    period = clean(figure.period.text) if figure.period else ""
    columns = (part for part in figure.column_path if clean(part) not in period)
    return clean(" > ".join((*figure.label_path, *columns)))


def when(period: Period | None) -> str:
    """Of when: as the filing says it, with the dates where they are not plain from that."""
    if period is None or period.kind == "none":
        return ""
    start, end, text = period.start or "", period.end or "", clean(period.text)
    calendar_year = start[4:] == "-01-01" and end[4:] == "-12-31" and start[:4] == end[:4]
    return text if calendar_year and end[:4] in text else render.period_words(period)


def place(hit: FigureHit) -> str:
    """The filing, where in it, and when it was published."""
    filing = hit.filing
    dated = [each for each in (filing.form, f"published {filing.published}" if filing.published else None) if each]
    return clean(", ".join((render.place(filing, hit.figure.span, hit.figure.section), *dated)))
