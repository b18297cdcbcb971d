"""The HTTP service, put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.staticfiles import StaticFiles

from tickmark.service.api import documents, health, pages, search, upload
from tickmark.service.api.guard import Guard
from tickmark.service.api.problems import Problem, install
from tickmark.service.api.state import Service
from tickmark.service.settings import Settings
from tickmark.service.slack.events_route import slack_events
from tickmark.service.web import box

__all__ = ["create_app"]

STATIC = Path(__file__).parent / "web" / "static"
REFERENCE = "#/components/schemas/{model}"


def create_app(settings: Settings) -> FastAPI:
    """The service over the index that the settings name.

    It starts without waiting for the model: ``/healthz`` answers at once, ``/readyz`` when questions are answered.
    """
    service = Service(settings)
    slack = slack_events(service, settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        service.start()
        try:
            async with slack.running(settings.shutdown_seconds):
                yield
        finally:
            await service.stop()

    app = FastAPI(
        title="Tickmark",
        summary="Questions on company filings, answered with figures that can be traced to where they are printed.",
        version=version("tickmark"),
        lifespan=lifespan,
        # The usual documentation pages load scripts from elsewhere, which the content security policy forbids.
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.service = service
    app.add_middleware(Guard, settings=settings)
    install(app)
    for part in (search, documents, pages, upload, health, box):
        app.include_router(part.router)
    app.include_router(slack.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]  # how FastAPI asks to be given another
    return app


def _openapi(app: FastAPI) -> dict[str, Any]:
    """The description of the service, with the shape of errors: FastAPI does not see it, since no route returns it."""
    if app.openapi_schema is None:
        described = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
        problem = Problem.model_json_schema(ref_template=REFERENCE)
        described["components"]["schemas"] |= {**problem.pop("$defs"), Problem.__name__: problem}
        app.openapi_schema = described
    return app.openapi_schema
