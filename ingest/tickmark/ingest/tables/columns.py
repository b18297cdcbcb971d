"""What headers, labels, captions and unit lines say of the cells: units, scales and periods, and which of them wins."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.figures.periods import find_period, find_periods, prior_year
from tickmark.ingest.figures.units import CURRENCY, MEASURE, SCALE, UnitSpec, is_unit, parse_unit
from tickmark.ingest.model import Column, Period
from tickmark.ingest.tables.header import is_year_like

__all__ = [
    "PERCENT",
    "as_moments",
    "column_of",
    "counted",
    "is_per_share",
    "label_unit",
    "of_a_moment",
    "per_share",
    "period_from",
    "table_unit",
    "with_reference",
]

ONE = Decimal(1)
PERCENT = UnitSpec("%")
_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]{1,60})[)）\]]")
_SCALED = rf"(?:{SCALE}s?\b|10,000\b|['’]?000s?\b|[万萬亿億千百])"
_UNIT_LIKE = re.compile(
    rf"^(?:in\s+|unit:?\s*)?(?:{CURRENCY}|{_SCALED}|{MEASURE}\b|%|元|港元|美元|(?:number of )?(?:shares|persons)\b)",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    rf"(?:in )?(?:{CURRENCY}|{_SCALED}|pence\b|(?:(?:HK|US|RMB) )?cents\b).{{0,20}}|%|(?!(?:years?|months?"
    rf"|weeks?|units?|items?)$){MEASURE}",
    re.IGNORECASE,
)
_UNIT_TAIL = re.compile(rf"(?:^|\s)({CURRENCY}\s?(?:['’]000|{SCALE}|m|mn|bn)?)$", re.IGNORECASE)
_PER_SHARE = re.compile(r"\bper (?:ordinary |common )?share\b|\bEPS\b|每股", re.IGNORECASE)
_SHARES = re.compile(r"\bshares\b|股份|股数|股數", re.IGNORECASE)
_NOT_SHARES = re.compile(
    r"\bpart\b|proportion|percent|ratio|\bstake\b|share of|%|price|value|capital|amount of|whether|比例|佔|占|百分|\?",
    re.IGNORECASE,
)
_NOTED = re.compile(r"\s*[(（](?:(?:un)?audited|restated|未经审计|未經審核|經審核|经审计)[)）]", re.IGNORECASE)
_VOTES = re.compile(r"\bvotes\b|\bvoted\b|\bvotes? cast\b|票数|票數", re.IGNORECASE)
_BALLOT = re.compile(
    r"^(?:for|against|abstain(?:ed|ing)?|abstentions?|in favou?r|withheld|赞成|贊成|反对|反對|弃权|棄權)$",
    re.IGNORECASE,
)
_PERCENT_WORDS = re.compile(
    r"[(（]\s*%\s*[)）]|^%|(?:^|[^\d\s])\s+%\s+of\b|\bchange\s*%|%\s*(?:change|increase|decrease)", re.IGNORECASE
)
_UNIT_LINE = re.compile(
    rf"(?:\bunits?\b|单位|單位|expressed in|stated in|amounts? in|\bin)\s*[:：]?\s*"
    rf"((?:{CURRENCY}|{_SCALED}|[万萬亿億千百元]).{{0,40}})",
    re.IGNORECASE,
)
_UNLESS = re.compile(
    rf"[,(]\s*(?:in )?((?:{CURRENCY}|{SCALE}|{MEASURE})[^,.;()]{{0,30}}?)\s+(?:unless|except)\b", re.IGNORECASE
)
_CHANGE = re.compile(r"increase|decrease|change|growth|增减|增減|變動|变动|增长|增長|同比", re.IGNORECASE)
_MOMENT = re.compile(
    r"\b(?:as at|as of)\b|balance sheet|(?:statements? of )?financial position|资产负债表|資產負債表|财务状况表"
    r"|財務狀況表",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:number of|total|average|new|all|current|full-time|part-time)?\s*(employees|staff|workers)\b(?:\W|$)"
    r"|员工|員工|雇员|僱員",
    re.IGNORECASE,
)
_NOT_PEOPLE = re.compile(
    r"%|percent|proportion|rate|ratio|hours|cost|per (?:person|employee)|training|satisf|turnover", re.IGNORECASE
)
_THINGS = re.compile(
    r"^(suppliers|customers|patents|stores|shops|outlets|branches|restaurants|hotels|factories|sites|vehicles"
    r"|directors)"
    r"(?:$|,| by\b| at the end\b| in total\b)",
    re.IGNORECASE,
)


def _bracket_unit(text: str) -> UnitSpec:
    """The last unit in brackets, e.g. "(in 10 thousand)", "(RMB million)"; empty when there is none."""
    for inside in reversed(_BRACKETS.findall(text)):
        if _UNIT_LIKE.match(inside.strip()):
            spec = parse_unit(re.sub(r"^number of ", "", inside.strip(), flags=re.IGNORECASE))
            if spec:
                return spec
    return UnitSpec()


def label_unit(label: str) -> UnitSpec:
    """The unit that a row's label carries: "Share capital (shares)", "Revenue, RMB million"."""
    spec = _bracket_unit(label)
    if spec:
        return spec
    tail = re.search(rf",\s*((?:in )?(?:{CURRENCY}|{SCALE}|%)[^,\d]*)$", label, re.IGNORECASE)
    return parse_unit(tail[1]) if tail else UnitSpec()


def table_unit(text: str) -> UnitSpec:
    """The unit of a whole table from its unit line, caption or lead-in; empty when they say nothing."""
    found = _UNIT_LINE.search(text) or _UNLESS.search(text)
    if found:
        return parse_unit(found[1])
    bare = parse_unit(text) if len(text) < 40 and is_unit(text) else UnitSpec()
    return bare if bare.currency else _bracket_unit(text)  # "£'000" alone over a table or over its labels


def is_per_share(text: str) -> bool:
    """Whether a label speaks of an amount per share."""
    return _PER_SHARE.search(text) is not None


def per_share(base: UnitSpec) -> UnitSpec:
    """The unit of a per-share amount in a table of ``base``."""
    return UnitSpec(f"{base.unit}/share", base.currency) if base.currency else UnitSpec()


def counted(label: str) -> str | None:
    """What a label without a unit counts: "Total number of employees", "Suppliers by region"."""
    if _PEOPLE.search(label) and not _NOT_PEOPLE.search(label):
        return "employees"
    found = _THINGS.match(label)
    return found[1].lower() if found else None


def column_of(path: tuple[str, ...], calendar: Calendar) -> Column:
    """What a header path says of its column."""
    text = " ".join(path)
    spec = _column_unit(path, text)
    return Column(path, _column_period(path, calendar), spec.unit, spec.currency, spec.scale)


def _column_unit(path: tuple[str, ...], text: str) -> UnitSpec:
    shares = _SHARES.search(text) is not None and not _NOT_SHARES.search(text) and not is_per_share(text)
    whole = next((p for p in reversed(path) if _WHOLE.fullmatch(p.strip())), None)
    if (whole and parse_unit(whole).unit == "%") or _PERCENT_WORDS.search(path[-1] if path else ""):
        return PERCENT
    if _VOTES.search(text) and not shares:
        return UnitSpec("votes")
    if _PERCENT_WORDS.search(text):
        return PERCENT
    tail = _UNIT_TAIL.search(_NOTED.sub("", text).strip())
    spec = (
        _bracket_unit(text)
        or (parse_unit(whole) if whole else UnitSpec())
        or (parse_unit(tail[1]) if tail else UnitSpec())
    )
    if spec.unit is None and not spec.currency and shares:
        return UnitSpec("shares", None, spec.scale)
    return spec


def _column_period(path: tuple[str, ...], calendar: Calendar) -> Period | None:
    """A period stated in full wins over one that leans on the reporting period; inner header levels over outer."""
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
    """Mends columns that only make sense beside the others.

    "Same period last year" beside a column that names its period means the year before *that* period; a change
    belongs to the later of the periods that it compares; "For" and "Against" beside each other count votes.
    """
    stated = next((c.period for c in columns if c.period and find_periods(" ".join(c.path))), None)
    mended = []
    for column in columns:
        text = " ".join(column.path)
        if (
            stated is not None
            and not find_periods(text)
            and re.search(r"last year|previous year|prior year|去年|上年", text, re.IGNORECASE)
        ):
            column = replace(column, period=prior_year(stated, text))  # noqa: PLW2901
        mended.append(column)
    dated = [c.period for c in mended if c.period and c.period.end and not _is_change(c)]
    latest = max(dated, key=lambda p: p.end or "", default=None)
    ballots = sum(bool(c.path) and _BALLOT.match(c.path[-1]) is not None for c in mended)
    return [_beside(c, latest, ballots > 1) for c in mended]


def _is_change(column: Column) -> bool:
    return column.unit == "%" and _CHANGE.search(" ".join(column.path)) is not None


def _beside(column: Column, latest: Period | None, ballot: bool) -> Column:
    if _is_change(column) and (column.period is None or latest is not None):
        return replace(column, period=latest)
    if ballot and column.unit is None and column.path and _BALLOT.match(column.path[-1]):
        return replace(column, unit="votes")
    return column


def of_a_moment(*texts: str) -> bool:
    """Whether a table states what is there at a moment (a balance sheet), not what happened over a time."""
    return any(_MOMENT.search(text) for text in texts)


def as_moments(columns: list[Column]) -> list[Column]:
    """Columns headed by bare years, of a table that states what is there at a moment: each year means its last day."""
    return [
        replace(c, period=Period("instant", None, c.period.end, c.period.text))
        if c.period is not None and c.period.kind == "duration" and any(is_year_like(p) for p in c.path)
        else c
        for c in columns
    ]


def period_from(text: str, calendar: Calendar) -> Period | None:
    """The period that a caption or lead-in gives the whole table."""
    return find_period(text, calendar)
