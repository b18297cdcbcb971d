"""Reading many files on all cores: while one is being embedded, worker processes read the next ones."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Protocol, TypeVar

__all__ = ["read_ahead"]

log = logging.getLogger(__name__)

# Starting a process costs about a second: it pays for itself from about this many bytes of filings.
WORTH_IT = 2_000_000


class Sized(Protocol):
    """Something to read that says how large it is."""

    @property
    def size(self) -> int:
        """Bytes."""
        ...


C = TypeVar("C", bound=Sized)
R = TypeVar("R")


def read_ahead(
    candidates: Iterable[C], read_one: Callable[[C], R], *, workers: int | None = None, worth_it: int = WORTH_IT
) -> Iterator[tuple[C, R]]:
    """Each candidate with what ``read_one`` makes of it, in their order.

    Args:
        candidates: what to read.
        read_one: reads one; it and its results must be picklable, and it must not raise.
        workers: processes to read with; as many as there are cores if not given.
        worth_it: fewer bytes than this are read here, without other processes.
    """
    todo = list(candidates)
    workers = min(len(todo), workers or os.cpu_count() or 1)
    if workers < 2 or sum(candidate.size for candidate in todo) < worth_it:
        yield from ((candidate, read_one(candidate)) for candidate in todo)
        return
    yield from _with_workers(todo, read_one, workers)


def _with_workers(todo: Sequence[C], read_one: Callable[[C], R], workers: int) -> Iterator[tuple[C, R]]:
    # Not forked: this process has threads (the model's), and a forked child may find their locks held for ever.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[tuple[C, Future[R] | None]] = deque()
        coming = iter(todo)
        while True:
            # A little ahead and no further: what is read and not yet taken in is held in memory.
            while len(waiting) < workers + 1 and (candidate := next(coming, None)) is not None:
                waiting.append((candidate, _submitted(pool, read_one, candidate)))
            if not waiting:
                return
            candidate, future = waiting.popleft()
            try:
                result = future.result() if future is not None else read_one(candidate)
            except BrokenProcessPool:
                log.warning("a process that reads filings has died; the rest is read without others")
                result = read_one(candidate)
            yield candidate, result


def _submitted(pool: ProcessPoolExecutor, read_one: Callable[[C], R], candidate: C) -> Future[R] | None:
    try:
        return pool.submit(read_one, candidate)
    except BrokenProcessPool:
        return None
