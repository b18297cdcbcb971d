"""How many threads torch takes: all for many texts, and for a question as many as the machine has to spare."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final

from tickmark.index.views import heavy

__all__ = ["so_many_threads", "threads_to_spare"]

_BUSY: Final = 1.5  # processes that run or wait to, for each core


@cache
def _all_threads() -> int:
    """How many threads torch takes by itself: asked before it is told otherwise, and remembered."""
    return int(heavy.torch().get_num_threads())


def threads_to_spare() -> int:
    """How many threads a question takes: all on a quiet machine, one on a busy one.

    A question is a dozen tokens. Threads that wait for each other at the end of each of its hundred small products lose
    a time slice whenever something else runs, and then take several times as long as one by itself.
    """
    waiting = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return 1 if waiting > _BUSY * (os.cpu_count() or 1) else _all_threads()


@contextmanager
def so_many_threads(count: int | None) -> Iterator[None]:
    """Torch with so many threads; all of them afterwards."""
    every = _all_threads()
    if count is None or count == every:
        yield
        return
    torch = heavy.torch()
    torch.set_num_threads(count)
    try:
        yield
    finally:
        torch.set_num_threads(every)
