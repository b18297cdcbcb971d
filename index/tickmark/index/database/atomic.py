"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

__all__ = ["sync_folder", "write_atomically"]


def write_atomically(path: Path, pieces: Iterable[bytes | memoryview]) -> None:
    """Write a file beside ``path``, force it to disk and put it in place in one step.

    Only the holder of the write lock writes view files, so the name beside it can be a fixed one: what a killed
    process left behind is written over.
    """
    beside = path.with_name(path.name + ".new")
    with beside.open("wb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Force a folder's entries to disk, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
