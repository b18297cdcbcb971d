"""What a tagged filing says of itself (its cover page is tagged too), as metadata."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final, get_args

from tickmark.ingest.figures.calendar import month_of, parse_date
from tickmark.ingest.metadata import EVENTS
from tickmark.ingest.model import FiscalPeriod, Metadata, Period
from tickmark.ingest.readers.ixbrl import Fact, Said, Tags

__all__ = ["metadata_of"]

_ISSUER: Final = (
    "EntityRegistrantName",
    "EntityCurrentLegalOrRegisteredName",
    "NameOfReportingEntityOrOtherMeansOfIdentification",
)
_SYMBOL = re.compile(r"[A-Z][A-Z0-9./-]{0,9}")
_NO_SYMBOL: Final = frozenset({"N/A", "NONE", "NA"})
_MONTH_DAY = re.compile(r"(?:--)?(\d{1,2})[-/.](\d{1,2})")
_NAMED_DAY = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})")
_SHORTEST_DAYS: Final = 20  # a report on one event is tagged with its day


def metadata_of(tags: Tags) -> Metadata:
    """What the tags say of the document; a field that none of them names says nothing."""
    told: dict[str, list[Said]] = {}
    for said in sorted(tags.said, key=lambda s: len(s.dimensions)):
        told.setdefault(said.concept.rpartition(":")[2], []).append(said)
    first = {name: found[0].text for name, found in told.items()}
    symbols = [s.text for s in told.get("TradingSymbol", ()) if _SYMBOL.fullmatch(s.text) and s.text not in _NO_SYMBOL]
    tickers = tuple(dict.fromkeys(symbols))
    form = first.get("DocumentType")
    period = None if form in EVENTS else _period(told)  # a report on an event is tagged with any period that holds it
    return Metadata(
        issuer=next((first[name] for name in _ISSUER if name in first), None),
        stock_code=tickers[0] if tickers else None,
        form=form,
        tickers=tickers,
        cik=_cik(first.get("EntityCentralIndexKey", "")),
        currency=_currency(tags.facts),
        fiscal_year=_year(first.get("DocumentFiscalYearFocus", "")),
        fiscal_period=_part(first.get("DocumentFiscalPeriodFocus", "")),
        fiscal_year_end=_month_day(first.get("CurrentFiscalYearEndDate", "")),
        period_start=period.start if period else None,
        period_end=period.end if period else None,
        amends=form if form and form.endswith("/A") else None,
    )


def _cik(text: str) -> str | None:
    return text.zfill(10) if re.fullmatch(r"\d{1,10}", text) else None


def _year(text: str) -> int | None:
    return int(text) if re.fullmatch(r"(?:19|20)\d\d", text) else None


def _part(text: str) -> FiscalPeriod | None:
    part: FiscalPeriod
    for part in get_args(FiscalPeriod):
        if part == text.upper():
            return part
    return None


def _month_day(text: str) -> str | None:
    """The end of the fiscal year as "MM-DD", from "--12-31", "12/31" or "December 31"."""
    if found := _MONTH_DAY.fullmatch(text):
        month, day = int(found[1]), int(found[2])
    elif found := _NAMED_DAY.fullmatch(text):
        month, day = month_of(found[1]) or 0, int(found[2])
    else:
        return None
    try:
        return f"{date(2024, month, day):%m-%d}"
    except ValueError:
        return None


def _period(told: dict[str, list[Said]]) -> Period | None:
    """The period reported on: that of the context in which the document names its type and its end."""
    for name in ("DocumentPeriodEndDate", "DocumentType", *_ISSUER):
        for said in told.get(name, ()):
            period = said.period
            if said.dimensions or period is None or not period.start or not period.end:
                continue
            if (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days > _SHORTEST_DAYS:
                return period
    ends = [parse_date(said.text) for said in told.get("EndDateForPeriodCoveredByReport", ())]
    starts = [parse_date(said.text) for said in told.get("StartDateForPeriodCoveredByReport", ())]
    if ends and starts and ends[0] and starts[0]:
        return Period("duration", starts[0].isoformat(), ends[0].isoformat())
    return None


def _currency(facts: Iterable[Fact]) -> str | None:
    """The currency that most of the tagged amounts are in."""
    counted = Counter(fact.currency for fact in facts if fact.currency)
    return counted.most_common(1)[0][0] if counted else None
