"""EDGAR, the archive of the U.S. Securities and Exchange Commission.

Three public lists lead to a filing: ``files/company_tickers.json`` (ticker to CIK, the SEC's number for an issuer),
``submissions/CIK##########.json`` (the newest thousand or so filings as parallel arrays), and the older pages that
``filings.files`` of it names. The document itself is ``Archives/edgar/data/CIK/ACCESSION/PRIMARY``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from tickmark.ingest.errors import NothingToFetch, UnknownIssuer
from tickmark.ingest.fetch.folder import file_name
from tickmark.ingest.fetch.http import Client
from tickmark.ingest.fetch.model import Found, Remote, Wanted
from tickmark.ingest.fetch.shapes import iso_date, mapping, sequence, unexpected
from tickmark.ingest.model import Metadata

__all__ = ["Sec"]

AMENDED = "/A"
SHOWN_FORMS = 12
_ACCESSION = re.compile(r"\d{10}-\d{2}-\d{6}")
_PAGE = re.compile(r"CIK\d{10}-submissions-\d+\.json")
_COLUMNS = ("accessionNumber", "form", "filingDate", "reportDate", "primaryDocument")


@dataclass(frozen=True, slots=True)
class _Filing:
    """One line of the list of submissions."""

    accession: str
    form: str
    published: str
    period_end: str | None
    document: str


class Sec:
    """Finds filings on EDGAR. ``www`` holds the ticker list and the documents, ``data`` the submissions."""

    def __init__(self, client: Client, *, www: str, data: str) -> None:
        self._client = client
        self._www = www.rstrip("/")
        self._data = data.rstrip("/")
        self._tickers: dict[str, int] | None = None

    def find(self, ticker: str, wanted: Wanted) -> Found:
        """The wanted filings of an issuer, newest first. ``ticker`` may be a CIK, in digits.

        ``wanted.last`` counts originals, form by form; with ``wanted.amendments`` those that were filed since the
        oldest of them come along.

        Raises:
            UnknownIssuer: no such ticker or CIK.
            NothingToFetch: the issuer has no such filing.
            FetchError: a list cannot be had, or has another shape than expected.
        """
        ticker = ticker.strip().upper()
        cik = int(ticker) if ticker.isascii() and ticker.isdigit() else self._cik(ticker)
        url = f"{self._data}/submissions/CIK{cik:010d}.json"
        issuer = mapping(self._client.json(url), "the list of submissions", url)
        listed: list[_Filing] = []
        chosen: list[_Filing] = []
        for page in self._pages(issuer, url, wanted):
            listed += page
            chosen = _choose(listed, wanted)
            if _enough(chosen, wanted):
                break
        if not chosen:
            raise _nothing(ticker, listed, wanted)
        name = str(issuer.get("name") or "").strip() or None
        # An issuer with several tickers goes by its first one, whichever was asked for: its filings are the same.
        code = _first_ticker(issuer) or (None if ticker.isdigit() else ticker)
        return Found(tuple(self._remote(filing, cik, name, code) for filing in chosen))

    def _cik(self, ticker: str) -> int:
        url = f"{self._www}/files/company_tickers.json"
        if self._tickers is None:
            rows = mapping(self._client.json(url), "the list of tickers", url).values()
            try:
                self._tickers = {str(row["ticker"]).upper(): int(row["cik_str"]) for row in rows}
            except (KeyError, TypeError, ValueError) as error:
                raise unexpected("a ticker without its CIK", url) from error
        # Classes of shares are written with a dot elsewhere, with a hyphen here.
        cik = self._tickers.get(ticker) or self._tickers.get(ticker.replace(".", "-"))
        if cik is None:
            raise UnknownIssuer(
                f"the SEC lists no issuer with the ticker {ticker!r}",
                where=url,
                hint="Give the CIK in digits if it is no longer listed.",
            )
        return cik

    def _pages(self, issuer: dict[str, Any], url: str, wanted: Wanted) -> Iterator[list[_Filing]]:
        """The list of submissions page by page, newest first; pages outside the wanted time are not asked for."""
        filings = mapping(issuer.get("filings"), "filings", url)
        yield _filings(filings.get("recent"), url)
        older = [mapping(page, "an older page", url) for page in sequence(filings.get("files", []), "files", url)]
        for page in sorted(older, key=lambda page: str(page.get("filingTo")), reverse=True):
            first, last = str(page.get("filingFrom") or ""), str(page.get("filingTo") or "9999")
            if (wanted.since and last < wanted.since) or (wanted.until and first > wanted.until):
                continue
            name = str(page.get("name"))
            if not _PAGE.fullmatch(name):
                raise unexpected(f"a page called {name!r}", url)
            at = f"{self._data}/submissions/{name}"
            yield _filings(self._client.json(at), at)

    def _remote(self, filing: _Filing, cik: int, issuer: str | None, code: str | None) -> Remote:
        folder = f"{self._www}/Archives/edgar/data/{cik}/{filing.accession.replace('-', '')}"
        # Until 2001 or so there is no primary document; the whole submission then is one text file.
        document = filing.document or f"{filing.accession}.txt"
        suffix = PurePosixPath(document).suffix
        return Remote(
            archive="sec",
            id=filing.accession,
            url=f"{folder}/{quote(document)}",
            name=file_name(code or str(cik), filing.form, filing.published, filing.accession, suffix=suffix),
            metadata=Metadata(
                issuer=issuer, stock_code=code, form=filing.form, published=filing.published, language="en"
            ),
            period_end=filing.period_end,
        )


def _filings(block: object, url: str) -> list[_Filing]:
    """Parallel arrays as filings. Arrays of different length would pair a form with another filing's date."""
    arrays = mapping(block, "a page of filings", url)
    columns = [sequence(arrays.get(name), name, url) for name in _COLUMNS]
    if len({len(column) for column in columns}) != 1:
        raise unexpected("its arrays differ in length", url)
    return [_filing(row, url) for row in zip(*columns, strict=True)]


def _filing(row: tuple[Any, ...], url: str) -> _Filing:
    accession, form, published, period_end, document = (str(value or "").strip() for value in row)
    if not _ACCESSION.fullmatch(accession) or ".." in document or document.startswith("/"):
        raise unexpected(f"a filing {accession!r} with the document {document!r}", url)
    return _Filing(
        accession,
        form,
        iso_date(published, "%Y-%m-%d", url),
        iso_date(period_end, "%Y-%m-%d", url) if period_end else None,
        document,
    )


def _choose(listed: Iterable[_Filing], wanted: Wanted) -> list[_Filing]:
    newest = sorted(
        {filing.accession: filing for filing in listed if wanted.covers(filing.published)}.values(),
        key=lambda filing: (filing.published, filing.accession),
        reverse=True,
    )
    if not wanted.forms:
        return newest[: wanted.last]
    chosen: list[_Filing] = []
    for form in dict.fromkeys(form.strip().upper() for form in wanted.forms):
        originals = [filing for filing in newest if filing.form.upper() == form][: wanted.last]
        chosen += originals
        if wanted.amendments:
            since = originals[-1].published if originals else ""
            chosen += [f for f in newest if f.form.upper() == form + AMENDED and f.published >= since]
    return sorted(dict.fromkeys(chosen), key=lambda filing: (filing.published, filing.accession), reverse=True)


def _enough(chosen: list[_Filing], wanted: Wanted) -> bool:
    """Whether older pages can add nothing."""
    if wanted.last is None:
        return False
    if not wanted.forms:
        return len(chosen) >= wanted.last
    forms = [filing.form.upper() for filing in chosen]
    return all(forms.count(form.strip().upper()) >= wanted.last for form in wanted.forms)


def _first_ticker(issuer: dict[str, Any]) -> str | None:
    tickers = issuer.get("tickers")
    return str(tickers[0]) if isinstance(tickers, list) and tickers else None


def _nothing(ticker: str, listed: list[_Filing], wanted: Wanted) -> NothingToFetch:
    there = list(dict.fromkeys(filing.form for filing in listed if wanted.covers(filing.published)))
    shown = ", ".join(there[:SHOWN_FORMS])
    return NothingToFetch(
        f"no {' or '.join(wanted.forms) or 'filing'} in the time that was asked for",
        where=ticker,
        hint=f"What it filed in that time: {shown}." if shown else "Nothing at all was filed in that time.",
    )
