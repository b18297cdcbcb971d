"""Which filings, and which figures, a question may be answered from.

:class:`Filters` is the one form of the filters that the HTTP service, the command line and MCP all take. How a name is
compared (case, punctuation, leading zeros, legal suffixes) is decided here, once: the store writes the same keys beside
each filing, so a filter is an index look-up and not a scan.

Fields that are left empty let everything through. The values of one field are alternatives; the fields add up.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Protocol

from tickmark.ingest.errors import FilterError
from tickmark.ingest.model import Period

__all__ = ["Filters", "code_keys", "form_key", "form_keys", "issuer_key", "stock_keys"]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NOT_WORD = re.compile(r"[^\w]+|_+")
# What the law appends to a name. Two filings of one company often disagree on it ("Inc." and "Incorporated").
_LEGAL_SUFFIXES = frozenset(
    re.findall(r"\w+", "co company corp corporation inc incorporated limited llc lp ltd nv plc sa ag se spa oyj ab asa")
)
_CJK_SUFFIX = re.compile(r"(?:股份)?(?:有限|有限责任|有限責任)公司$|株式会社$")
_AMENDED_FORM = re.compile(r"(?<=\w)/A$", re.IGNORECASE)
_EXCHANGE = re.compile(r"^(\d+)\.[A-Z]{1,4}$")


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ").replace("'", "").replace("’", "")
    return _NOT_WORD.sub(" ", folded).split()


def issuer_key(name: str) -> str:
    """The key that two writings of one company name share: ``"JL MAG Rare-Earth Co., Ltd."`` is ``"jlmagrareearth"``.

    Case, punctuation and spacing go, and so do a leading "The" and trailing legal forms; a name that is nothing else
    keeps them.
    """
    words = _words(name)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in _LEGAL_SUFFIXES:
        words.pop()
    joined = "".join(words)
    return _CJK_SUFFIX.sub("", joined) or joined


def form_key(form: str) -> str:
    """The key of a form: ``"10-K"``, ``"10 k"`` and ``"Form 10-K"`` are ``"10k"``."""
    words = _words(form)
    if len(words) > 1 and words[0] == "form":
        words = words[1:]
    return "".join(words)


def form_keys(form: str) -> tuple[str, ...]:
    """The keys that a filing of a form is found under: an amended form ("10-K/A") also under the form it amends."""
    key, plain = form_key(form), form_key(_AMENDED_FORM.sub("", form))
    return tuple(dict.fromkeys(k for k in (key, plain) if k))


def stock_keys(codes: str) -> tuple[str, ...]:
    """The keys of one or several stock codes: ``"300748.SZ / 06680"`` is ``("300748", "6680")``.

    Leading zeros go, and so does the exchange after a numeric code, since filings print them or not at will.
    """
    keys = []
    for code in re.split(r"[\s,;/]+", unicodedata.normalize("NFKC", codes).upper()):
        match = _EXCHANGE.match(code)
        key = (match.group(1) if match else code).lstrip("0")
        if key and key not in keys:
            keys.append(key)
    return tuple(keys)


class Coded(Protocol):
    """What carries codes: a filing, or the summary of one."""

    @property
    def stock_code(self) -> str | None: ...
    @property
    def tickers(self) -> tuple[str, ...]: ...
    @property
    def cik(self) -> str | None: ...


def code_keys(filing: Coded) -> tuple[str, ...]:
    """The keys of every code that a filing is found under: its stock code, its tickers, its CIK."""
    codes = (filing.stock_code, *filing.tickers, filing.cik)
    return tuple(dict.fromkeys(key for code in codes for key in stock_keys(code or "")))


def _iso_date(name: str, value: Any, *, last: bool) -> str | None:
    """An ISO date from a date, "2023-06-30", "2023-06" or "2023" (first or last day of it). Raises FilterError."""
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value.isoformat()[:10]
    match = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        if match is None:
            raise ValueError
        year = int(match[1])
        month = int(match[2] or (12 if last else 1))
        day = int(match[3] or (calendar.monthrange(year, month)[1] if last else 1))
        return date(year, month, day).isoformat()
    except ValueError as error:
        raise FilterError(
            f"{value!r} is not a date", where=f"filter {name}", hint="Write it as YYYY-MM-DD, for example 2023-12-31."
        ) from error


def _strings(name: str, value: Any) -> tuple[str, ...]:
    """One string or several as a tuple without blanks and repeats. Raises FilterError."""
    if value is None:
        return ()
    items = [value] if isinstance(value, str) else list(value) if isinstance(value, Iterable) else [value]
    for item in items:
        if not isinstance(item, str):
            raise FilterError(
                f"{item!r} is not text", where=f"filter {name}", hint="Give one string, or a list of strings."
            )
    return tuple(dict.fromkeys(item.strip() for item in items if item.strip()))


@dataclass(frozen=True, slots=True)
class Filters:
    """What a filing, and a figure of it, must be.

    ``published_from`` and ``published_to`` are ISO dates, both included; a filing without a date passes neither.
    ``period_from`` and ``period_to`` ask where a period *ends* (both days included), so that the fiscal year to June
    2023 is in 2023; a filing passes when its own period or that of one of its figures does.
    """

    issuer: tuple[str, ...] = ()
    stock_code: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    document_id: tuple[str, ...] = ()
    published_from: str | None = None
    published_to: str | None = None
    period_from: str | None = None
    period_to: str | None = None

    @classmethod
    def parse(cls, mapping: Mapping[str, Any] | None) -> Filters:
        """The filters of a request body or a command line.

        Args:
            mapping: Field to value: a string or strings, and for the dates ``YYYY[-MM[-DD]]`` or ``datetime.date``.

        Raises:
            FilterError: An unknown field, a value of the wrong kind, no such date, or a range that ends before it
                starts.
        """
        known = [field.name for field in fields(cls)]
        for name in mapping or {}:
            if name not in known:
                raise FilterError(f"there is no filter {name!r}", hint=f"The filters are {', '.join(known)}.")
        values: dict[str, Any] = {}
        for name, value in (mapping or {}).items():
            if name.endswith(("_from", "_to")):
                values[name] = _iso_date(name, value, last=name.endswith("_to"))
            else:
                values[name] = _strings(name, value)
        filters = cls(**values)
        for stem in ("published", "period"):
            first, last = getattr(filters, f"{stem}_from"), getattr(filters, f"{stem}_to")
            if first and last and first > last:
                raise FilterError(f"{stem}_from {first} is after {stem}_to {last}", hint="Swap the two dates.")
        return filters

    def __bool__(self) -> bool:
        """Whether anything at all is asked."""
        return any(getattr(self, field.name) for field in fields(self))

    def admits_period(self, period: Period | None) -> bool:
        """Whether a figure of this period passes; without a period filter every figure does."""
        if self.period_from is None and self.period_to is None:
            return True
        end = period.end if period else None
        if end is None:
            return False
        return (self.period_from or "") <= end and (self.period_to is None or end <= self.period_to)
