"""A local server that behaves like EDGAR and HKEXnews: their lists, their paging, their refusals, their bad days.

It refuses those who do not say who they are, notes every request, and gives each address the ``faults`` that were
planted for it before it answers as it should.
"""

from __future__ import annotations

import json
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

Fault = Callable[["Handler"], None]
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def page(title: str) -> bytes:
    return (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1>\n"
        "<p>Net sales were $4,321 million in 2023.</p></body></html>\n"
    ).encode()


@dataclass(frozen=True)
class SecFiling:
    accession: str
    form: str
    filed: str
    document: str = "main.htm"
    period: str = ""


@dataclass(frozen=True)
class Announcement:
    news_id: str
    at: str  # DD/MM/YYYY HH:MM
    headline: str
    title: str
    link: str
    info: str = "123KB"
    codes: tuple[str, str, str] = ("40000", "-2", "40100")


class ArchiveServer:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.requests: list[tuple[str, float]] = []
        self.agents: list[str] = []
        self.faults: dict[str, list[Fault]] = defaultdict(list)
        self.files: dict[str, bytes] = {}
        self.stocks: dict[str, list[dict[str, object]]] = {"active": [], "inactive": []}
        self.announcements: dict[str, list[Announcement]] = {}
        self.tickers: dict[str, dict[str, object]] = {}
        self.reached = threading.Event()
        self.released = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.archive = self  # type: ignore[attr-defined]
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> ArchiveServer:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()

    def asked(self, part: str) -> int:
        """How many requests there were for addresses that hold ``part``."""
        return sum(part in path for path, _ in self.requests)

    # EDGAR

    def add_issuer(self, ticker: str, cik: int, name: str, *pages: list[SecFiling]) -> None:
        """The first page is in the list itself, the others are files of their own."""
        self.tickers[str(len(self.tickers))] = {"cik_str": cik, "ticker": ticker, "title": name}
        older = []
        for number, filings in enumerate(pages[1:], start=1):
            at = f"CIK{cik:010d}-submissions-{number:03d}.json"
            days = sorted(filing.filed for filing in filings)
            older.append({"name": at, "filingCount": len(filings), "filingFrom": days[0], "filingTo": days[-1]})
            self.files[f"/submissions/{at}"] = json.dumps(_arrays(filings)).encode()
        self.files[f"/submissions/CIK{cik:010d}.json"] = json.dumps(
            {
                "cik": str(cik),
                "name": name,
                "tickers": [ticker],
                "filings": {"recent": _arrays(pages[0]), "files": older},
            }
        ).encode()
        for filing in (filing for filings in pages for filing in filings):
            document = filing.document or f"{filing.accession}.txt"
            self.files[f"/Archives/edgar/data/{cik}/{filing.accession.replace('-', '')}/{document}"] = page(
                f"{name} {filing.form} {filing.accession}"
            )

    # HKEXnews

    def add_stock(self, code: str, stock_id: int, *announcements: Announcement, board: str = "active") -> None:
        self.stocks[board].append({"c": code, "i": stock_id, "n": f"STOCK {code}", "s": 1})
        self.announcements[f"{stock_id}"] = list(announcements)
        for each in announcements:
            self.files.setdefault(each.link, PDF + each.news_id.encode() if each.link.endswith(".pdf") else page("x"))

    def search(self, query: dict[str, str]) -> bytes:
        found = []
        for each in self.announcements.get(query["stockId"], []):
            day = "".join(reversed(each.at[:10].split("/")))
            wanted = (query["t1code"], query["t2Gcode"], query["t2code"])
            in_category = all(want in ("-2", have) for want, have in zip(wanted, each.codes, strict=True))
            if query["fromDate"] <= day <= query["toDate"] and in_category:
                found.append((day, each))
        found.sort(key=lambda pair: pair[0], reverse=True)
        rows = [_row(each, len(found)) for _, each in found][: int(query["rowRange"])]
        return json.dumps(
            {
                "result": json.dumps(rows) if rows else "null",
                "hasNextRow": len(rows) < len(found),
                "rowRange": int(query["rowRange"]),
                "loadedRecord": len(rows),
                "recordCnt": len(found),
                "lang": query["lang"],
            }
        ).encode()


def _arrays(filings: list[SecFiling]) -> dict[str, list[str]]:
    return {
        "accessionNumber": [filing.accession for filing in filings],
        "filingDate": [filing.filed for filing in filings],
        "reportDate": [filing.period for filing in filings],
        "form": [filing.form for filing in filings],
        "primaryDocument": [filing.document for filing in filings],
        "primaryDocDescription": [filing.form for filing in filings],
    }


def _row(each: Announcement, count: int) -> dict[str, str]:
    return {
        "FILE_INFO": each.info,
        "NEWS_ID": each.news_id,
        "SHORT_TEXT": f"{each.headline}<br/>",
        "TOTAL_COUNT": str(count),
        "DOD_WEB_PATH": "",
        "STOCK_NAME": "NORTHWIND<br/>NORTHWIND-R",
        "TITLE": each.title,
        "FILE_TYPE": each.link.rpartition(".")[2].upper(),
        "DATE_TIME": each.at,
        "LONG_TEXT": each.headline,
        "STOCK_CODE": "06680<br/>86680",
        "FILE_LINK": each.link,
    }


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        archive: ArchiveServer = self.server.archive  # type: ignore[attr-defined]
        self.archive = archive
        archive.requests.append((self.path, archive.clock()))
        archive.agents.append(self.headers.get("User-Agent", ""))
        path = urlsplit(self.path).path
        if "@" not in self.headers.get("User-Agent", ""):
            self.answer(403, b"Undeclared Automated Tool")
        elif archive.faults[path]:
            archive.faults[path].pop(0)(self)
        elif (body := self.body(path)) is not None:
            self.answer(200, body)
        else:
            self.answer(404, b"no such file")

    def body(self, path: str) -> bytes | None:
        archive = self.archive
        if path == "/files/company_tickers.json":
            return json.dumps(archive.tickers).encode()
        if path.startswith("/ncms/script/eds/"):
            return json.dumps(archive.stocks["inactive" if "/inactive" in path else "active"]).encode()
        if path == "/search/titlesearch.xhtml":
            return page("search")
        if path == "/search/titleSearchServlet.do":
            query = parse_qs(urlsplit(self.path).query, keep_blank_values=True)
            return archive.search({name: values[0] for name, values in query.items()})
        return archive.files.get(path)

    def answer(self, status: int, body: bytes = b"", *, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        with suppress(ConnectionError):
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing on standard error."""


# Faults


def status(code: int, **headers: str) -> Fault:
    return lambda handler: handler.answer(code, b"not now", **headers)


def redirect(to: str) -> Fault:
    return lambda handler: handler.answer(302, Location=to)


def body(content: bytes, **headers: str) -> Fault:
    return lambda handler: handler.answer(200, content, **headers)


def truncated(handler: Handler) -> None:
    """Half of the body that was announced, and the end of the connection."""
    whole = handler.body(urlsplit(handler.path).path) or b""
    handler.answer(200, whole[: len(whole) // 2], length=len(whole))
    handler.close_connection = True


def without_length(content: bytes) -> Fault:
    """A body whose end is the end of the connection."""

    def fault(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(content)
        handler.close_connection = True

    return fault


def stuck(handler: Handler) -> None:
    """Half of the body, and then nothing until the server is told to go on."""
    whole = handler.body(urlsplit(handler.path).path) or b""
    handler.answer(200, whole[: len(whole) // 2], length=len(whole))
    handler.archive.reached.set()
    handler.archive.released.wait(60)
    handler.close_connection = True


def silent(handler: Handler) -> None:
    """No answer at all until the server is told to go on."""
    handler.archive.released.wait(60)
    handler.close_connection = True
