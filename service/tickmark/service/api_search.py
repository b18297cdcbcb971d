"""``POST /v1/search``: one question, one answer."""

from __future__ import annotations

from fastapi import APIRouter

from tickmark.index.filters import Filters
from tickmark.index.library import Library
from tickmark.service.answer import answer
from tickmark.service.api_state import ServiceOf
from tickmark.service.asking import checked_k, checked_question, text_of
from tickmark.service.problems import documented
from tickmark.service.wire import SearchRequest, SearchResponse
from tickmark.service.wire_out import search_response

__all__ = ["router"]

router = APIRouter(tags=["search"])


@router.post("/v1/search", responses=documented(400, 413, 422, 503))
async def search(asked: SearchRequest, service: ServiceOf) -> SearchResponse:
    """Answer a question with figures and passages that can be traced to where they are printed."""
    question = checked_question(asked.query, service.settings)
    k = checked_k(asked.k, service.settings)
    filters = Filters.parse(asked.filters)

    def work(library: Library) -> SearchResponse:
        return search_response(answer(library, question, k=k, filters=filters), text_of(library))

    return await service.read(work)
