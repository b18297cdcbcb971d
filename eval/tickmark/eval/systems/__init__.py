"""The systems that can be run, by name. One kind of system, one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tickmark.eval.systems.base import Setup, System
from tickmark.ingest.errors import InputError

__all__ = ["SYSTEMS", "Setup", "System", "make"]


def _tickmark(name: str, *without: str) -> System:
    from tickmark.eval.systems.tickmark import Tickmark  # noqa: PLC0415 - readers and index

    return Tickmark(name=name, without=without)  # type: ignore[arg-type]


def _bm25(name: str, *, whole: bool = False) -> System:
    from tickmark.eval.systems.bm25 import Bm25  # noqa: PLC0415

    return Bm25(name=name, whole=whole)


def _vectors(name: str) -> System:
    from tickmark.eval.systems.vectors import LangchainFaiss  # noqa: PLC0415

    return LangchainFaiss(name=name)


SYSTEMS: dict[str, tuple[str, Callable[[], System]]] = {
    "tickmark": ("the answer engine, whole", lambda: _tickmark("tickmark")),
    "tickmark-dense": ("its dense view only", lambda: _tickmark("tickmark-dense", "lexical")),
    "tickmark-lexical": ("its lexical view only", lambda: _tickmark("tickmark-lexical", "dense")),
    "tickmark-no-context": ("without context lines", lambda: _tickmark("tickmark-no-context", "context")),
    "tickmark-no-rows": ("without figure rows", lambda: _tickmark("tickmark-no-rows", "rows")),
    "bm25": ("plain BM25 over chunks by LangChain's splitter", lambda: _bm25("bm25")),
    "bm25-whole": ("plain BM25 over whole documents", lambda: _bm25("bm25-whole", whole=True)),
    "langchain-faiss": ("LangChain's splitter, the same embeddings, FAISS", lambda: _vectors("langchain-faiss")),
}


def make(name: str) -> System:
    """The system of that name; ``trec:FILE`` is a run file. Raises InputError."""
    if name.startswith("trec:"):
        from tickmark.eval.systems.trec_run import TrecRun  # noqa: PLC0415

        path = Path(name.removeprefix("trec:"))
        if not path.is_file():
            raise InputError("there is no such run file", where=str(path))
        return TrecRun(name=path.stem, path=path)
    if name not in SYSTEMS:
        raise InputError(
            f"there is no system {name!r}", hint=f"Choose one of {', '.join(SYSTEMS)}, or trec:FILE for a run file."
        )
    return SYSTEMS[name][1]()
