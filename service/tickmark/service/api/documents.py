"""``/v1/documents``: what is in the index; and the page that shows a filing."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, Field

from tickmark.index.filters import Filters
from tickmark.index.library import Library
from tickmark.service.api.problems import documented
from tickmark.service.api.state import ServiceOf
from tickmark.service.web.source_page import chars_of, source_page
from tickmark.service.wire.response import document
from tickmark.service.wire.shapes import DocumentOut

__all__ = ["find_document", "router"]

router = APIRouter(tags=["documents"])


class DocumentQuery(BaseModel):
    """Which filings to list. What else is asked for is passed on, and refused where every filter is checked."""

    model_config = ConfigDict(extra="allow")

    issuer: list[str] = []
    stock_code: list[str] = []
    form: list[str] = []
    document_id: list[str] = []
    published_from: str | None = None
    published_to: str | None = None
    period_from: str | None = None
    period_to: str | None = None
    limit: int = Field(default=50, ge=1, le=500)
    offset: int = Field(default=0, ge=0)


class DocumentPage(BaseModel):
    """Some of the filings that pass, and how many there are."""

    documents: list[DocumentOut]
    total: int
    limit: int
    offset: int


def find_document(library: Library, document_id: str) -> DocumentOut:
    """One filing by its id, or enough of its beginning. Raises UnknownDocument."""
    whole = library.store.resolve(document_id)
    (summary,) = library.summaries(Filters(document_id=(whole,)))
    return document(summary)


@router.get("/v1/documents", responses=documented(422, 503))
async def list_documents(asked: Annotated[DocumentQuery, Query()], service: ServiceOf) -> DocumentPage:
    """List the filings in the order they came in. Filters may be repeated; they mean what they mean in a search."""
    filters = Filters.parse(asked.model_dump(exclude={"limit", "offset"}))
    summaries = await service.read(lambda library: library.summaries(filters))
    return DocumentPage(
        documents=[document(summary) for summary in summaries[asked.offset : asked.offset + asked.limit]],
        total=len(summaries),
        limit=asked.limit,
        offset=asked.offset,
    )


@router.get("/v1/documents/{document_id}", responses=documented(404, 422, 503))
async def get_document(document_id: str, service: ServiceOf) -> DocumentOut:
    """One filing."""
    return await service.read(lambda library: find_document(library, document_id))


@router.delete("/v1/documents/{document_id}", status_code=204, responses=documented(403, 404, 409, 422, 503))
async def delete_document(document_id: str, service: ServiceOf) -> None:
    """Take a filing out of the index."""
    await service.write(lambda library: library.remove(document_id))


@router.get("/documents/{document_id}/source", responses=documented(404, 422, 503), response_class=HTMLResponse)
async def show_source(
    document_id: str,
    service: ServiceOf,
    chars: Annotated[str | None, Query(description="Characters to light, start-end.", examples=["48211-48218"])] = None,
) -> HTMLResponse:
    """The filing as a page, opened at a citation."""

    def work(library: Library) -> str:
        filing = library.load(document_id)
        return source_page(filing, chars_of(chars, filing) if chars is not None else None)

    return HTMLResponse(await service.read(work))
