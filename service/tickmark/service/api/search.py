"""``POST /v1/search``: one question, one answer."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from tickmark.index.filters import Filters
from tickmark.index.library import Library
from tickmark.service.answer import answer
from tickmark.service.api.problems import documented
from tickmark.service.api.state import ServiceOf
from tickmark.service.asking import checked_k, checked_question, text_of
from tickmark.service.wire.explained import ExplainedResponse
from tickmark.service.wire.request import SearchRequest
from tickmark.service.wire.response import search_response
from tickmark.service.wire.shapes import SearchResponse

__all__ = ["router"]

Explain = Annotated[bool, Query(description="Also say where each candidate came from and why it ranks where it does.")]

router = APIRouter(tags=["search"])


@router.post("/v1/search", responses=documented(400, 413, 422, 503))
async def search(
    asked: SearchRequest, service: ServiceOf, explain: Explain = False
) -> ExplainedResponse | SearchResponse:
    """Answer a question with figures and passages that can be traced to where they are printed."""
    question = checked_question(asked.query, service.settings)
    k = checked_k(asked.k, service.settings)
    filters = Filters.parse(asked.filters)

    def work(library: Library) -> ExplainedResponse | SearchResponse:
        return search_response(answer(library, question, k=k, filters=filters, explained=explain), text_of(library))

    return await service.read(work)
