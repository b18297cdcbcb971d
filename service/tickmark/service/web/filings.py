"""``/filings``: what is in the index, how more comes in, and how something is taken out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from tickmark.index.library import Library
from tickmark.index.model import FilingSummary
from tickmark.ingest.errors import NotAnIndex, TickmarkError
from tickmark.service.api.documents import find_document
from tickmark.service.api.state import Service, ServiceOf
from tickmark.service.api.upload import Uploaded, receive
from tickmark.service.intake.ingesting import READ_SUFFIXES
from tickmark.service.web.figure import day_words, period_title
from tickmark.service.web.page import page, problem_page, told_of
from tickmark.service.wire.response import source_url

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

PAGE = 100
_LANGUAGES = {"en": "English", "zh-Hant": "Chinese (traditional)", "zh-Hans": "Chinese (simplified)"}


@dataclass(frozen=True, slots=True)
class FilingView:
    """One filing of the list."""

    id: str
    url: str
    title: str
    source: str
    issuer: str
    form: str
    published: str
    period: str
    language: str
    language_words: str
    tables: int
    figures: int
    passages: int
    warnings: tuple[str, ...]


def _view(filing: FilingSummary) -> FilingView:
    return FilingView(
        id=filing.id,
        url=source_url(filing.id),
        title=filing.title or filing.source,
        source=filing.source,
        issuer=filing.issuer,
        form=filing.form or "",
        published=day_words(filing.published),
        period=period_title(filing.period),
        language=filing.language,
        language_words=_LANGUAGES[filing.language],
        tables=filing.tables,
        figures=filing.figures,
        passages=filing.passages,
        warnings=filing.warnings,
    )


@router.get("/filings", response_class=HTMLResponse)
async def list_filings(
    service: ServiceOf,
    at: Annotated[int, Query(alias="page", ge=1, le=100_000)] = 1,
    removed: bool = False,
) -> HTMLResponse:
    """The filings, and the way to add more."""
    return await _listing(service, at=at, removed=removed)


@router.post("/filings", response_class=HTMLResponse)
async def take_filings(request: Request, service: ServiceOf) -> HTMLResponse:
    """Take in the files of the page's form. With script the page sends them one by one to the API instead."""
    try:
        results = await receive(request, service)
    except (TickmarkError, HTTPException) as error:
        status = error.status if isinstance(error, TickmarkError) else error.status_code
        return await _listing(service, problem=told_of(error), status=status)
    failed = all(each.problem for each in results)
    return await _listing(service, results=results, status=422 if failed else 200)


@router.get("/filings/{document_id}/remove", response_class=HTMLResponse)
async def ask_to_remove(document_id: str, service: ServiceOf) -> HTMLResponse:
    """Ask whether a filing is to be taken out."""
    try:
        found = await service.read(lambda library: find_document(library, document_id))
    except TickmarkError as error:
        return problem_page(error)
    return page("box_remove.html", at="filings", filing=found)


@router.post("/filings/{document_id}/remove", response_class=HTMLResponse)
async def remove_filing(document_id: str, service: ServiceOf) -> Response:
    """Take a filing out, and go back to the list."""
    try:
        await service.write(lambda library: library.remove(document_id))
    except TickmarkError as error:
        return problem_page(error)
    return RedirectResponse("/filings?removed=true", status_code=303)


async def _listing(
    service: Service,
    *,
    at: int = 1,
    removed: bool = False,
    results: list[Uploaded] | None = None,
    problem: dict[str, str] | None = None,
    status: int = 200,
) -> HTMLResponse:
    """The page, with what became of an upload or a removal."""
    try:
        filings = await service.read(Library.summaries)
    except NotAnIndex:  # the first upload makes it
        filings = []
    except TickmarkError as error:
        return problem_page(error)
    pages = max(1, -(-len(filings) // PAGE))
    at = min(at, pages)
    shown: dict[str, Any] = {
        "filings": [_view(filing) for filing in filings[(at - 1) * PAGE : at * PAGE]],
        "total": len(filings),
        "number": at,
        "pages": pages,
    }
    return page(
        "box_filings.html",
        status=status,
        at="filings",
        suffixes=",".join(sorted(READ_SUFFIXES)),
        most_files=service.settings.upload_max_files,
        most_bytes=service.settings.upload_max_bytes,
        removed=removed,
        results=results or [],
        problem=problem,
        **shown,
    )
