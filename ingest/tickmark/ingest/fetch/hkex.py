"""HKEXnews, the archive of Hong Kong Exchanges and Clearing.

Three public addresses lead to a filing, the ones that the site's own "Listed Company Information Title Search" uses:
the lists of securities (stock code to the site's own stock id), ``search/titleSearchServlet.do`` (the announcements of
one stock id), and the document itself. None of them is documented by the exchange. What is known of the servlet:

* ``rowRange`` is how many rows to give from the newest on, not a page: to read on is to ask for more rows;
* ``result`` is JSON inside a string (``"null"`` when nothing was found), ``recordCnt`` the number of rows there are,
  ``hasNextRow`` whether there are more than were given;
* a document in several files is a small HTML page that links to them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urljoin, urlsplit

from tickmark.ingest.errors import FetchError, NothingToFetch, UnknownIssuer
from tickmark.ingest.fetch.folder import file_name
from tickmark.ingest.fetch.hkex_forms import FORMS, Category, form_of
from tickmark.ingest.fetch.hkex_text import links_of, plain
from tickmark.ingest.fetch.http import Client
from tickmark.ingest.fetch.model import Found, Remote, Wanted
from tickmark.ingest.fetch.shapes import iso_date, mapping, sequence, unexpected
from tickmark.ingest.model import Metadata

__all__ = ["Hkex"]

HONG_KONG = timezone(timedelta(hours=8))
ROWS = 100
MOST_ROWS = 10_000
FIRST_DAY = "1999-04-01"  # nothing older is on the site
LISTED, DELISTED = "0", "1"
CODE_DIGITS = 5
LISTS = ((LISTED, "activestock_sehk_e.json"), (DELISTED, "inactivestock_sehk_e.json"))
HTML_SUFFIXES = frozenset({".htm", ".html"})


class Hkex:
    """Finds filings on HKEXnews. ``today`` is the last day that is searched when none is given."""

    def __init__(self, client: Client, *, base: str, today: date | None = None) -> None:
        self._client = client
        self._base = base.rstrip("/")
        self._today = (today or datetime.now(HONG_KONG).date()).isoformat()
        self._lists: dict[str, dict[str, set[str]]] = {}

    def find(self, stock_code: str, wanted: Wanted) -> Found:
        """The wanted filings of a stock, newest first. ``wanted.forms`` are keys of :data:`.hkex_forms.FORMS`.

        Raises:
            UnknownIssuer: no such stock code, among the listed or the delisted.
            NothingToFetch: there is no such filing.
            FetchError: a list cannot be had, or has another shape than expected.
        """
        code = stock_code.strip().upper().removesuffix(".HK").zfill(CODE_DIGITS)
        stock_id, category = self._stock(code)
        # The servlet is said to answer some only after the page that belongs to it was opened.
        with suppress(FetchError):
            self._client.text(f"{self._base}/search/titlesearch.xhtml", {"lang": "en"})
        forms = [FORMS[form] for form in dict.fromkeys(wanted.forms)] or [Category()]
        found: dict[str, Remote] = {}
        failed: list[FetchError] = []
        for row in (row for form in forms for row in self._rows(stock_id, category, form, wanted)[: wanted.last]):
            try:
                found |= {remote.name: remote for remote in self._remotes(row, code, wanted)}
            except FetchError as error:  # of this filing; the others are there all the same
                failed.append(error)
        if not found and not failed:
            raise NothingToFetch(
                f"no {' or '.join(wanted.forms) or 'filing'} in the time that was asked for",
                where=code,
                hint=f"Leave out --form to see all there is; forms are {', '.join(FORMS)}.",
            )
        newest = sorted(found.values(), key=lambda each: (each.metadata.published or "", each.id), reverse=True)
        return Found(tuple(newest), tuple(failed))

    def _stock(self, code: str) -> tuple[str, str]:
        """The site's stock id, and whether it stands for a listed or a delisted security."""
        for category, name in LISTS:
            ids = self._stocks(name).get(code, set())
            if len(ids) > 1:
                raise UnknownIssuer(
                    f"the stock code {code!r} has stood for {len(ids)} stocks",
                    where=f"{self._base}/ncms/script/eds/{name}",
                    hint="Whose filings are meant cannot be told from the code.",
                )
            if ids:
                return next(iter(ids)), category
        raise UnknownIssuer(
            f"the exchange lists no stock with the code {code!r}",
            where=f"{self._base}/ncms/script/eds/{LISTS[0][1]}",
            hint="A stock code has up to five digits, such as 06680.",
        )

    def _stocks(self, name: str) -> dict[str, set[str]]:
        """The site's stock ids by stock code."""
        if name not in self._lists:
            url = f"{self._base}/ncms/script/eds/{name}"
            rows = sequence(self._client.json(url), "the list of stocks", url)
            stocks: dict[str, set[str]] = {}
            try:
                for row in rows:
                    stocks.setdefault(str(row["c"]).zfill(CODE_DIGITS), set()).add(str(row["i"]))
            except (KeyError, TypeError) as error:
                raise unexpected("a stock without code or id", url) from error
            self._lists[name] = stocks
        return self._lists[name]

    def _rows(self, stock_id: str, category: str, form: Category, wanted: Wanted) -> list[dict[str, Any]]:
        """The rows of one form, newest first; all of them, or as many as are wanted."""
        url = f"{self._base}/search/titleSearchServlet.do"
        params = {
            "sortDir": "0",
            "sortByOptions": "DateTime",
            "category": category,
            "market": "SEHK",
            "stockId": stock_id,
            "documentType": "-1",
            "fromDate": (wanted.since or FIRST_DAY).replace("-", ""),
            "toDate": (wanted.until or self._today).replace("-", ""),
            "title": "",
            "searchType": form.search_type,
            "t1code": form.tier_1,
            "t2Gcode": form.tier_2_group,
            "t2code": form.tier_2,
            "lang": "E" if wanted.language == "en" else "ZH",
        }
        asked, before = min(wanted.last or ROWS, ROWS), -1
        while True:
            answer = mapping(self._client.json(url, {**params, "rowRange": str(asked)}), "the search result", url)
            rows = _rows(answer, url)
            if not answer.get("hasNextRow") or (wanted.last is not None and len(rows) >= wanted.last):
                return rows
            if len(rows) <= before or asked >= MOST_ROWS:
                raise FetchError(
                    f"there are {answer.get('recordCnt')} filings, and only {len(rows)} of them are told",
                    where=url,
                    hint="Ask for a shorter time with --from and --until.",
                )
            before = len(rows)
            count = str(answer.get("recordCnt"))
            asked = min(max(asked * 2, int(count) if count.isdigit() else 0), MOST_ROWS)

    def _remotes(self, row: dict[str, Any], code: str, wanted: Wanted) -> Iterator[Remote]:
        """The file of a row, or the files where there are several."""
        at = f"{self._base}/search/titleSearchServlet.do"
        link, news_id = str(row.get("FILE_LINK") or ""), str(row.get("NEWS_ID") or "")
        if not link or not news_id:
            raise unexpected("a filing without id or link", at)
        url = urljoin(f"{self._base}/", link)
        published = iso_date(str(row.get("DATE_TIME")).partition(" ")[0], "%d/%m/%Y", at)
        headline = plain(str(row.get("LONG_TEXT") or row.get("SHORT_TEXT") or ""))
        form = form_of(headline)
        language = "en" if wanted.language == "en" else "zh"
        urls = self._parts(url) if _in_several_files(row, url) else [url]
        for number, part in enumerate(urls, start=1):
            parted = f"-{number}" if len(urls) > 1 else ""
            yield Remote(
                archive="hkex",
                id=f"{news_id}{parted}-{language}",
                url=part,
                name=file_name(
                    code,
                    form or "announcement",
                    published,
                    f"{news_id}{parted}",
                    language,
                    suffix=PurePosixPath(urlsplit(part).path).suffix,
                ),
                metadata=Metadata(
                    title=plain(str(row.get("TITLE") or "")) or None,
                    stock_code=code,
                    form=form,
                    published=published,
                    language="en" if wanted.language == "en" else "zh-Hant",
                ),
                listed_as=plain(str(row.get("STOCK_NAME") or "")) or None,
            )

    def _parts(self, url: str) -> list[str]:
        """The files that a contents page links to, in its order: those beside it or below, no other pages."""
        folder = url.rpartition("/")[0] + "/"
        parts = [urljoin(url, link).partition("#")[0] for link in links_of(self._client.text(url))]
        found = list(dict.fromkeys(part for part in parts if part.startswith(folder) and part != url))
        if not found:
            raise FetchError("a filing in several files, and none of them is linked to", where=url)
        return found


def _rows(answer: dict[str, Any], url: str) -> list[dict[str, Any]]:
    given = answer.get("result")
    try:
        rows = json.loads(given) if isinstance(given, str) else given
    except ValueError as error:
        raise unexpected("its result is not JSON", url) from error
    return [mapping(row, "a filing", url) for row in sequence(rows or [], "the result", url)]


def _in_several_files(row: dict[str, Any], url: str) -> bool:
    """Whether the link leads to a contents page: an HTML page for which no size is given."""
    sized = any(char.isdigit() for char in str(row.get("FILE_INFO") or ""))
    return PurePosixPath(urlsplit(url).path).suffix.lower() in HTML_SUFFIXES and not sized
