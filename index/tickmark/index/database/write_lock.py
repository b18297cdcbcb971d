"""The lock of an index: one process writes at a time, and says so by holding ``write.lock`` in the index's folder."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from tickmark.ingest.errors import IndexLocked

__all__ = ["LOCK", "acquire", "lock_of"]

LOCK = "write.lock"


def lock_of(folder: Path) -> FileLock:
    """The lock of the index in a folder, not yet held."""
    # Not one lock per thread: a service opens in one thread and closes in another.
    return FileLock(folder / LOCK, thread_local=False)


def acquire(folder: Path, wait: float) -> FileLock:
    """The lock of the index in a folder, held.

    Args:
        folder: Where the index is, or will be.
        wait: Seconds to wait for another writer.

    Raises:
        IndexLocked: Another process is writing there.
    """
    lock = lock_of(folder)
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise IndexLocked(
            "another process is writing to this index", where=str(folder), hint="Try again when it has finished."
        ) from error
    return lock
