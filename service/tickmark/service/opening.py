"""Opening the index that the settings name, the same way for every door."""

from __future__ import annotations

from tickmark.index.embed import Embedder
from tickmark.index.library import Library
from tickmark.service.settings import Settings

__all__ = ["open_library"]


def open_library(
    settings: Settings, *, write: bool = False, create: bool = False, embedder: Embedder | None = None
) -> Library:
    """The index that the settings name, with the model that they name.

    Args:
        settings: where it is, and the embedding model if one was chosen.
        write: whether filings will be added or removed.
        create: whether to make it if it is not there.
        embedder: the model, if it is loaded already; it takes seconds and memory, so a process shares one.
    """
    return Library.open(
        settings.index,
        write=write,
        create=create,
        embedder=embedder or settings.model,
        reranker=settings.reranker,
    )
