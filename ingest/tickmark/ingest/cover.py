"""The cover page of a filing with the United States' SEC: form, registrant, period, symbols, and the old text header.

Every form (10-K, 10-Q, 20-F, 8-K, DEF 14A) prints the same phrases, in any layout: a page of centred lines, a layout
table, one long paragraph. So the phrases are looked for in the words, with any white space between them, and what is
not printed is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tickmark.ingest.figures.calendar import DATE, parse_date

__all__ = ["Cover", "read_cover"]

_COMMISSION = re.compile(r"SECURITIES\s+AND\s+EXCHANGE\s+COMMISSION", re.IGNORECASE)
_FORM = re.compile(
    r"\bFORM[\s*_]+(?P<f>10-?\s?K(?:SB|T|405)?|10-?\s?QT?(?:SB)?|8-?\s?K|20-?\s?F|40-?\s?F|6-?\s?K|11-?\s?K)"
    r"(?P<a>\s*/\s*A\b)?(?![\w-])",
    re.IGNORECASE,
)
_AMENDMENT = re.compile(r"\bAmendment\s+(?:No\.?|Number|#)\s*(?P<n>\d{1,2}|One|Two|Three|Four|Five)\b", re.IGNORECASE)
_PROXY = re.compile(
    r"(?:☒|☑|þ|ý|\[\s*[xX]\s*\]|(?<!\w)[xX])\s*(?P<kind>Preliminary Proxy Statement|Definitive Proxy Statement"
    r"|Definitive Additional Materials)"
)
_PROXY_FORMS: Final = {"p": "PRE 14A", "s": "DEF 14A", "m": "DEFA14A"}
_CHARTER = re.compile(
    r"\b(?:Exact\s+)?Name\s+of\s+(?:the\s+)?(?:Registrant|(?:small\s+business\s+)?issuer)\s+as\s+"
    r"(?:specified|it\s+appears)\s+in\s+(?:its\s+)?charter",
    re.IGNORECASE,
)
_FILE_NUMBER = re.compile(
    r"Commission\s+File\s+(?:Number|No\.?)s?\s*:?\s*[\d-]{3,14}|\b\d{1,3}-\d{4,6}\s{0,9}\(Commission\s+File\s+\S+\)",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(
    r"1934|\d[\d-]{3,}(?=\s)|_{3,}|-{3,}|transition\s+period\s+from\s+to|\bto\s*[.:]|Commission\s+File\s+(?:Number"
    r"|No\.?)s?:?"
    r"|\(?Amendment\s+No\.?\s*\d*\)?|\n",
    re.IGNORECASE,
)
_YEAR_ENDED = re.compile(
    rf"\bfor\s+(?:the\s+)?(?:(?:fiscal|financial)\s+)?years?\s*(?:end(?:ed|ing))?\s*:?\s*(?P<d>{DATE})", re.IGNORECASE
)
_QUARTER_ENDED = re.compile(
    rf"\bfor\s+(?:the\s+)?(?:fiscal\s+)?(?:quarterly\s+period|quarter|three\s+months)\s*(?:end(?:ed|ing))?\s*:?\s*"
    rf"(?P<d>{DATE})",
    re.IGNORECASE,
)
_TRANSITION = re.compile(
    rf"\bfor\s+the\s+transition\s+period\s+from\s*:?\s*(?P<a>{DATE})\s*to\s*:?\s*(?P<d>{DATE})", re.IGNORECASE
)
_REPORT_DAY = re.compile(
    rf"(?:(?P<above>{DATE})\s*\(?\s*)?Date\s+of\s+(?:the\s+)?report\s*(?:\(\s*Date\s+of\s+(?:the\s+)?earliest\s+event\s+"
    rf"reported\s*\)?)?\s*\)?[\s:_]*(?P<d>{DATE})?",
    re.IGNORECASE,
)
_SYMBOLS = re.compile(r"Trading\s+symbols?|Ticker\s+symbols?", re.IGNORECASE)
_EXCHANGES = re.compile(
    r"(?:The\s+)?(?:New\s+York\s+Stock\s*Exchange|NYSE\b|N(?:asdaq|ASDAQ)\b|Chicago\s+Stock\s+Exchange|OTC)"
)
_SYMBOL = re.compile(r"(?<![\w.&'’-])(?<![A-Z] )(?P<s>[A-Z]{1,5}(?:\.[A-Z])?)[\s—–\-|()“”\"]*$")
_SIGNED = re.compile(r"duly\s+caused|signed\s+on\s+(?:its|their)\s+behalf|signed\s+below", re.IGNORECASE)
_DAY_OF = re.compile(r"(?P<n>\d{1,2})(?:st|nd|rd|th)\s+day\s+of\s+(?P<m>[A-Z][a-z]+),?\s+(?P<y>(?:19|20)\d\d)")
_MAILED = re.compile(
    rf"(?:first\s+)?(?:mailed|sent|made\s+available|furnished"
    rf"|distribut\w{{1,8}})[^.]{{0,160}}?\bon\s+or\s+about\s+(?P<d>{DATE})",
    re.IGNORECASE,
)
_NO_SYMBOLS = frozenset({"N", "NONE", "NA", "LLC", "INC", "THE", "OTC", "NYSE"})
_IN_TABLE = re.compile(r"(?<!\d)\d{1,3}-\d{4,6}[\t ]+(?P<name>[A-Z][^\t\n]{2,90}?)\s*(?:\t|\n| \()")
_NOT_STOCK = re.compile(r"\b(?:notes?|preferred|debentures?|warrants?|rights|bonds?)\b", re.IGNORECASE)
_DATED = re.compile(rf"\bDated?\s*[:,]?\s*(?P<d>{DATE})", re.IGNORECASE)
_ANY_DATE = re.compile(DATE, re.IGNORECASE)
_HEADER: Final = {
    "form": re.compile(r"CONFORMED SUBMISSION TYPE:\s*(\S+(?: 14A)?)"),
    "period": re.compile(r"CONFORMED PERIOD OF REPORT:\s*(\d{8})"),
    "filed": re.compile(r"FILED AS OF DATE:\s*(\d{8})"),
    "name": re.compile(r"COMPANY CONFORMED NAME:\s*(\S[^\n]*?)\s*(?:\n|$)"),
    "year_end": re.compile(r"FISCAL YEAR END:\s*(\d{4})"),
    "cik": re.compile(r"CENTRAL INDEX KEY:\s*(\d{4,10})|\bCIK\s*(?:No\.?|Number|#|Code)?\s*[:=]?\s*(\d{6,10})\b"),
    "accession": re.compile(r"\bACCESSION\s+(?:NUMBER|NO\.?)\s*:?\s*(\d{10}-\d{2}-\d{6})\b", re.IGNORECASE),
}
_GAP = re.compile(r"(?<!\s)(\s{100})\s+")  # what is wider says no more, and every pattern would look through it
_LOOKED_AT = 400_000
_COVER = 8_000


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover page says. ``form`` is None where the words are no cover page of the SEC."""

    form: str | None = None
    registrant: str | None = None
    start: date | None = None
    end: date | None = None
    tickers: tuple[str, ...] = ()
    cik: str | None = None
    accession: str | None = None
    published: date | None = None
    fiscal_year_end: tuple[int, int] | None = None
    amends: str | None = None


def read_cover(lines: Sequence[str]) -> Cover:
    """Reads the cover page out of a filing's printed lines (the cells of a table's row on one line, tabs between)."""
    words = _GAP.sub(r"\1", re.sub(r"[^\S\n\t]", " ", "\n".join(lines)))
    head = words[:_LOOKED_AT]
    header = {name: _first(pattern, head[:_COVER]) for name, pattern in _HEADER.items()}
    cik = header["cik"].zfill(10) if header["cik"] else None
    at = _start(head)
    if at is None:
        return _of_header(header, cik)
    page = head[at : at + _COVER]
    form, amends = _form(page, header["form"])
    start, end = _period(page, form)
    end = end or _compact_day(header["period"])
    filed = _compact_day(header["filed"])
    return Cover(
        form=form,
        registrant=_registrant(page) or header["name"],
        start=start,
        end=end,
        tickers=_tickers(page),
        cik=cik,
        accession=header["accession"],
        published=filed or _published(head[at:], words[at:], form or "", end),
        fiscal_year_end=_month_day(header["year_end"]),
        amends=amends,
    )


def _of_header(header: dict[str, str | None], cik: str | None) -> Cover:
    """What the submission's header alone says, where no cover page follows."""
    return Cover(
        form=header["form"],
        registrant=header["name"],
        end=_compact_day(header["period"]),
        cik=cik,
        accession=header["accession"],
        published=_compact_day(header["filed"]),
        fiscal_year_end=_month_day(header["year_end"]),
    )


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return next(group for group in found.groups() if group) if found else None


def _compact_day(digits: str | None) -> date | None:
    """The day of "20230630"."""
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])) if digits else None
    except ValueError:
        return None


def _month_day(digits: str | None) -> tuple[int, int] | None:
    """The (month, day) of "0630"."""
    day = _compact_day(f"2000{digits}") if digits else None
    return (day.month, day.day) if day else None


def _start(head: str) -> int | None:
    """Where the cover begins: the commission's name with a form, or what only a cover prints, near below it."""
    for found in _COMMISSION.finditer(head):
        below = head[found.start() : found.start() + 2_500]
        names_form = _FORM.search(below[:700]) or re.search(r"SCHEDULE\s+14A\b", below[:700])
        if names_form and (found.start() < 3_000 or _CHARTER.search(below) or _FILE_NUMBER.search(below)):
            return found.start()
    charter = _CHARTER.search(head)
    form = _FORM.search(head, max(0, charter.start() - 2_500), charter.start()) if charter else None
    return form.start() if form else None


def _form(page: str, submitted: str | None) -> tuple[str | None, str | None]:
    """The form ("10-K", "10-K/A", "DEF 14A"), and the words that say it is amended."""
    found = _FORM.search(page)
    if found is None:
        proxy = _PROXY.search(page)
        return (_PROXY_FORMS[_proxy_letter(proxy["kind"])] if proxy else submitted), None
    name = re.sub(r"\s", "", found["f"].upper())
    form = name if "-" in name else re.sub(r"^(\d+)", r"\1-", name)
    amendment = _AMENDMENT.search(page, found.end(), found.end() + 300)
    if not found["a"] and amendment is None:
        return form, None
    return f"{form}/A", f"{form}/A" + (f", {amendment[0]}" if amendment else "")


def _proxy_letter(kind: str) -> str:
    return "p" if kind.startswith("Pre") else "m" if kind.endswith("Materials") else "s"


def _period(page: str, form: str | None) -> tuple[date | None, date | None]:
    """(first day where it is printed, last day) of the period, or the day of the event of a current report."""
    if form is None or form.endswith("14A"):
        return None, None
    if form.startswith(("8-K", "6-K")):
        found = _REPORT_DAY.search(page)
        printed = (found["d"] or found["above"]) if found else None
        printed = printed or next((m[0] for m in _ANY_DATE.finditer(page[:1_200])), "")
        return None, parse_date(printed)
    quarterly = form.startswith("10-Q")
    for pattern in (_QUARTER_ENDED, _YEAR_ENDED) if quarterly else (_YEAR_ENDED, _QUARTER_ENDED):
        for found in pattern.finditer(page):
            if day := parse_date(found["d"]):
                return None, day
    found = _TRANSITION.search(page)
    return (parse_date(found["a"]), parse_date(found["d"])) if found else (None, None)


def _registrant(page: str) -> str | None:
    """The name above "(Exact name of registrant ...)"; where that is not printed, the line below the file number."""
    charter = _CHARTER.search(page)
    if charter:
        above = page[max(0, charter.start() - 400) : charter.start()].rstrip(" \n\t(_-")
        name = _name(above[max((m.end() for m in _BEFORE_NAME.finditer(above)), default=0) :])
        if name and not re.search(r"file\s*number", name, re.IGNORECASE):
            return name
    if listed := _IN_TABLE.search(page):
        return _name(listed["name"])
    number = _FILE_NUMBER.search(page)
    below = page[number.end() : number.end() + 300].lstrip(" \n\t_-—").split("\n") if number else []
    return _name(below[0]) if below and len(below[0]) < 100 else None


def _name(words: str) -> str | None:
    name = re.sub(r"\s+", " ", words).strip(" \t\n*_|.,;:()-—–☒☐")
    name += "." if re.search(r"\b(?:Inc|INC|Corp|CORP|Co|CO|Ltd|LTD)$", name) and f"{name}." in words else ""
    name = re.sub(r"\b(N\.V|S\.A|P\.L\.C|L\.P)$", r"\1.", name)
    fits = 2 <= len(name) <= 120 and re.search(r"[A-Za-z]{2}|\d[A-Z]", name) and not parse_date(name)
    return name if fits and not _COMMISSION.search(name) else None


def _tickers(page: str) -> tuple[str, ...]:
    """Symbols printed right before the name of an exchange; those of notes ("PG26D") and preferred shares are left."""
    header = _SYMBOLS.search(page)
    if header is None:
        return ()
    found: list[str] = []
    first = max(0, header.start() - 600)
    table, at = page[first : header.end() + 4_000], 0
    for exchange in _EXCHANGES.finditer(table):
        row, at = table[at : exchange.start()], exchange.end()
        symbol = _SYMBOL.search(row[-40:])
        if symbol and symbol["s"] not in {*_NO_SYMBOLS, *found} and not (found and _NOT_STOCK.search(row)):
            found.append(symbol["s"])
    if not found:  # columns one below the other: the symbol is a line of its own
        alone = re.search(r"^\W*([A-Z]{2,5})\W*$", page[header.end() : header.end() + 200], re.MULTILINE)
        found = [alone[1]] if alone and alone[1] not in _NO_SYMBOLS else []
    return tuple(found)


def _published(head: str, words: str, form: str, end: date | None) -> date | None:
    """The day it was signed; else, of a current report, the day dated; of a proxy statement, the day sent."""
    if form.endswith("14A"):
        return _mailed(head)
    return _signed(words, end) or (end if form.startswith(("8-K", "6-K")) else None)


def _signed(words: str, end: date | None) -> date | None:
    """The date beside the signatures, if it is one on which a report of that period can have been signed."""
    for place in [m.end() for m in _SIGNED.finditer(words)][:12]:
        below = words[place : place + 2_000]
        days = [parse_date(m["d"]) for m in _DATED.finditer(below)]
        days += [parse_date(f"{m['n']} {m['m']} {m['y']}") for m in _DAY_OF.finditer(below)]
        days += [parse_date(m[0]) for m in _ANY_DATE.finditer(below)]
        for day in days:
            if _can_be_signed(day, end):
                return day
    dated = (parse_date(m["d"]) for m in _DATED.finditer(words[-_COVER:]))
    return next((day for day in dated if _can_be_signed(day, end)), None)


def _can_be_signed(day: date | None, end: date | None) -> bool:
    return day is not None and (end is None or 0 <= (day - end).days <= 550)


def _mailed(words: str) -> date | None:
    """The day on or about which a proxy statement goes out."""
    found = _MAILED.search(words)
    return parse_date(found["d"]) if found else None
