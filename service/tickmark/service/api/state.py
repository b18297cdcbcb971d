"""What the service keeps between requests: the open index, and who may use it when."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import Annotated, TypeVar

from anyio import CapacityLimiter, to_thread
from fastapi import Depends, Request

from tickmark.index.library import Library
from tickmark.ingest.errors import NotAnIndex, TickmarkError
from tickmark.service.opening import open_library
from tickmark.service.settings import Settings

__all__ = ["NotReadyError", "Service", "ServiceOf"]

T = TypeVar("T")

log = logging.getLogger(__name__)


class NotReadyError(TickmarkError):
    """The service is starting."""

    status = 503
    slug = "not-ready"


class Service:
    """The index behind the routes. Work on it is done in threads, so that the event loop never waits for it.

    One library is open for reading all the while. To write, a second one is opened for as long as the writing takes,
    one at a time, since the index allows one writer; it shares the model that is loaded already.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._library: Library | None = None
        self._opening = Lock()
        self._readers = CapacityLimiter(settings.workers)
        self._writer = asyncio.Lock()
        self._warming: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Open the index and load the model in the background."""
        self._warming = asyncio.create_task(self._warm())

    async def stop(self) -> None:
        """Let go of the index."""
        if self._warming is not None:
            await self._warming
        async with self._writer:
            await to_thread.run_sync(self._close)

    async def read(self, work: Callable[[Library], T]) -> T:
        """What ``work`` makes of the index."""
        return await to_thread.run_sync(lambda: work(self._open()), limiter=self._readers)

    async def write(self, work: Callable[[Library], T], *, create: bool = False) -> T:
        """What ``work`` makes of the index, open for writing; one after the other."""
        async with self._writer:
            return await to_thread.run_sync(partial(self._write, work, create=create))

    async def ready(self) -> Library:
        """The index, once it can answer.

        Raises:
            NotReadyError: the model is being loaded.
            TickmarkError: the index or the model cannot be used.
        """
        if self._warming is not None and not self._warming.done():
            raise NotReadyError("the embedding model is being loaded", hint="Ask again in a few seconds.")
        return await self.read(_with_model)

    async def _warm(self) -> None:
        try:
            await self.read(_with_model)
        except TickmarkError as error:
            # The service stays up: it says so on /readyz, and an upload may yet make the index.
            log.warning("not ready: %s", error)

    def _open(self) -> Library:
        with self._opening:
            if self._library is None:
                self._library = open_library(self.settings)
            return self._library

    def _write(self, work: Callable[[Library], T], *, create: bool) -> T:
        try:
            embedder = self._open().embedder
        except NotAnIndex:
            if not create:
                raise
            embedder = None
        with open_library(self.settings, write=True, create=create, embedder=embedder) as library:
            return work(library)

    def _close(self) -> None:
        with self._opening:
            if self._library is not None:
                self._library.close()
                self._library = None


def _with_model(library: Library) -> Library:
    _ = library.embedder
    return library


def _service_of(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


ServiceOf = Annotated[Service, Depends(_service_of)]
