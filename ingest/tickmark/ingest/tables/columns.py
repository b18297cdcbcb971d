"""What headers, labels, captions and unit lines say of the cells: units, scales and periods, and which of them wins."""

from __future__ import annotations

import re
from decimal import Decimal

from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.figures.periods import find_period, find_periods, prior_year
from tickmark.ingest.figures.units import CURRENCY, MEASURE, SCALE, UnitSpec, parse_unit
from tickmark.ingest.model import Column, Period

__all__ = ["PERCENT", "column_of", "label_unit", "table_unit", "with_reference"]

ONE = Decimal(1)
PERCENT = UnitSpec("%")
_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]{1,60})[)）\]]")
_UNIT_LIKE = re.compile(
    rf"^(?:in\s+|unit:?\s*)?(?:{CURRENCY}|{SCALE}s?\b|{MEASURE}\b|%|['’]?000s?\b|[万萬亿億千百]|元|港元|美元)",
    re.IGNORECASE,
)
_PER_SHARE = re.compile(r"\bper (?:ordinary |common )?share\b|\bEPS\b|每股", re.IGNORECASE)
_SHARES = re.compile(r"\bshares?\b|股份|股数|股數", re.IGNORECASE)
_SHARE_COUNT = re.compile(
    r"\b(?:number|amount|total)\b.*\bshares\b|^shares\b|\bshares (?:held|outstanding|issued)|股份?数|股份?數",
    re.IGNORECASE,
)
_VOTES = re.compile(r"\bvotes?\b|票数|票數", re.IGNORECASE)
_PERCENT_WORDS = re.compile(r"[(（]\s*%\s*[)）]|^%|\bchange\s*%|%\s*(?:change|increase|decrease)", re.IGNORECASE)
_UNIT_LINE = re.compile(
    rf"(?:\bunits?\b|单位|單位|expressed in|stated in|amounts? in|\bin)\s*[:：]?\s*((?:{CURRENCY}|{SCALE}|['’]000|[万萬亿億千百元]).{{0,40}})",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\bbefore the change|\bprior to\b", re.IGNORECASE)


def _bracket_unit(text: str) -> UnitSpec:
    """The last unit in brackets, e.g. "(in 10 thousand)", "(RMB million)"; empty when there is none."""
    for inside in reversed(_BRACKETS.findall(text)):
        if _UNIT_LIKE.match(inside.strip()):
            spec = parse_unit(inside)
            if spec:
                return spec
    return UnitSpec()


def label_unit(label: str) -> UnitSpec:
    """The unit that a row's label carries: "Share capital (shares)", "Revenue, RMB million"."""
    spec = _bracket_unit(label)
    if spec:
        return spec
    tail = re.search(rf",\s*((?:in )?(?:{CURRENCY}|{SCALE}|%)[^,]*)$", label, re.IGNORECASE)
    return parse_unit(tail[1]) if tail else UnitSpec()


def table_unit(text: str) -> UnitSpec:
    """The unit of a whole table from its unit line, caption or lead-in; empty when they say nothing."""
    found = _UNIT_LINE.search(text)
    if found:
        return parse_unit(found[1])
    return _bracket_unit(text)


def is_per_share(text: str) -> bool:
    """Whether a label speaks of an amount per share."""
    return _PER_SHARE.search(text) is not None


def per_share(base: UnitSpec) -> UnitSpec:
    """The unit of a per-share amount in a table of ``base``."""
    return UnitSpec(f"{base.unit}/share", base.currency) if base.currency else UnitSpec()


def column_of(path: tuple[str, ...], calendar: Calendar) -> Column:
    """What a header path says of its column."""
    text = " ".join(path)
    spec = _bracket_unit(text)
    votes = _VOTES.search(text) is not None
    if votes:
        spec = UnitSpec("votes")
    elif _PERCENT_WORDS.search(text):
        spec = PERCENT
    elif (
        not spec
        and path
        and re.fullmatch(rf"(?:in )?(?:{CURRENCY}|{SCALE}|['’]000).{{0,20}}|%", path[-1].strip(), re.IGNORECASE)
    ):
        spec = parse_unit(path[-1])
    if spec.unit is None and not spec.currency and _SHARE_COUNT.search(text) and not is_per_share(text):
        spec = UnitSpec("shares", None, spec.scale)
    return Column(path, _column_period(path, calendar), spec.unit, spec.currency, spec.scale)


def _column_period(path: tuple[str, ...], calendar: Calendar) -> Period | None:
    """A period stated in full wins over one that leans on the reporting period; the inner header level over the outer."""
    text = " ".join(path)
    found = find_periods(text, calendar)
    if not found:
        return None
    absolute = [m for m in found if not m.relative]
    if re.search(r"same period|corresponding period", text, re.IGNORECASE) and not absolute:
        return found[0].period
    chosen = (absolute or found)[-1].period if len(path) > 1 else (absolute or found)[0].period
    outer = [m.period for m in absolute if m.period.kind == "duration" and m.period.start]
    if len(path) > 1 and len(outer) == 1 and chosen.kind == "duration":
        return outer[0]
    return chosen


def with_reference(columns: list[Column], calendar: Calendar) -> list[Column]:
    """ "Same period last year" beside a column that names its period means the year before *that* period."""
    stated = next((c.period for c in columns if c.period and find_periods(" ".join(c.path))), None)
    mended = []
    for column in columns:
        text = " ".join(column.path)
        if (
            stated is not None
            and not find_periods(text)
            and re.search(r"last year|previous year|prior year|去年|上年", text, re.IGNORECASE)
        ):
            column = Column(column.path, prior_year(stated, text), column.unit, column.currency, column.scale)  # noqa: PLW2901
        mended.append(column)
    first = next((c.period for c in mended if c.period), None)
    return [
        Column(c.path, first, c.unit, c.currency, c.scale)
        if c.period is None
        and c.unit == "%"
        and re.search(r"increase|decrease|change|增减|變動|变动", " ".join(c.path), re.IGNORECASE)
        else c
        for c in mended
    ]


def period_from(text: str, calendar: Calendar) -> Period | None:
    """The period that a caption or lead-in gives the whole table."""
    return find_period(text, calendar)
