"""The web box at ``/``: one question, and everything that stands behind its answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from weakref import WeakKeyDictionary

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from tickmark.index.library import Library
from tickmark.index.model import FilingSummary
from tickmark.ingest.errors import InputError, NotAnIndex, TickmarkError
from tickmark.service.answer import answer
from tickmark.service.api.state import NotReadyError, Service, ServiceOf
from tickmark.service.asking import checked_k, checked_question
from tickmark.service.settings import Settings
from tickmark.service.web.examples import Example, examples
from tickmark.service.web.filings import router as filings_router
from tickmark.service.web.page import page, problem_page, told_of
from tickmark.service.web.query import Asked, Choices, asked_of, chips, choices_of
from tickmark.service.web.view import ResultView, result_view

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
router.include_router(filings_router)

RESULTS = 8


@dataclass(slots=True)
class _Kept:
    """What pages need of an index, for as long as nothing in it changes."""

    generation: int
    filings: list[FilingSummary]
    choices: Choices
    lock: Lock = field(default_factory=Lock)
    examples: list[Example] | None = None


_kept: WeakKeyDictionary[Library, _Kept] = WeakKeyDictionary()


@router.get("/", response_class=HTMLResponse)
async def ask(request: Request, service: ServiceOf) -> HTMLResponse:
    """The box, and the answer when something was asked."""
    asked = asked_of(request.query_params.multi_items())
    warm = await _warm(service)
    try:
        return await service.read(lambda library: _page(library, asked, service.settings, warm=warm))
    except NotAnIndex as error:
        return page("box_empty.html", at="ask", problem=told_of(error))
    except TickmarkError as error:
        return problem_page(error)


async def _warm(service: Service) -> bool:
    """Whether the model is loaded, so that asking a few questions more costs nothing to speak of."""
    try:
        await service.ready()
    except NotReadyError:
        return False
    except TickmarkError:  # told where the index is used
        return False
    return True


def _page(library: Library, asked: Asked, settings: Settings, *, warm: bool) -> HTMLResponse:
    kept = _keep(library)
    if not kept.filings:
        return page("box_empty.html", at="ask", problem=None)
    result: ResultView | None = None
    problem, status = None, 200
    try:
        filters = asked.filters()
        if asked.question:
            question = checked_question(asked.question, settings)
            k = checked_k(min(RESULTS, settings.max_k), settings)
            result = result_view(library, answer(library, question, k=k, filters=filters), filters, k)
    except InputError as error:
        problem, status = told_of(error), error.status
    return page(
        "box_ask.html",
        status=status,
        at="ask",
        asked=asked,
        chips=chips(asked),
        choices=kept.choices,
        filings=kept.filings,
        examples=[] if asked.question else _examples(library, kept, warm=warm),
        longest=settings.max_question_chars,
        result=result,
        problem=problem,
    )


def _keep(library: Library) -> _Kept:
    generation = library.generation()
    kept = _kept.get(library)
    if kept is None or kept.generation != generation:
        filings = library.summaries()
        kept = _kept[library] = _Kept(generation, filings, choices_of(library, filings))
    return kept


def _examples(library: Library, kept: _Kept, *, warm: bool) -> list[Example]:
    """The example questions: checked once the model is there, and from then on kept."""
    with kept.lock:
        if kept.examples is None:
            made = examples(library, kept.filings, check=warm)
            if not warm:
                return made
            kept.examples = made
        return kept.examples
