"""The files under ``lexical/``: which folder is the view, whether it is sound, and how it is replaced and copied."""

from __future__ import annotations

import json
import os
import shutil
import struct
import uuid
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tickmark.index.database.atomic import sync_folder, write_atomically
from tickmark.index.words.analysis import ANALYSIS

__all__ = ["Shelf", "ViewError", "guarded"]

FORMAT = f"2.{ANALYSIS}"
_FOOTER_MAGIC = 1337


class ViewError(Exception):
    """The view cannot be used as it lies on disk; it is to be made anew from the store."""


@contextmanager
def guarded() -> Iterator[None]:
    """Whatever tantivy says of files it cannot use, a Rust panic included, becomes ViewError."""
    try:
        yield
    except ViewError:
        raise
    except (ValueError, OSError, RuntimeError) as error:
        raise ViewError(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise ViewError(str(error)) from error


class Shelf:
    """The folder ``lexical/``."""

    def __init__(self, folder: Path) -> None:
        self._sound: dict[Path, tuple[int, int]] = {}
        self._folder = folder
        self._pointer = folder / "current.json"

    def current(self, index_id: str) -> Path | None:
        """The folder of the view, or None where there is none of this index in this format."""
        try:
            pointer = json.loads(self._pointer.read_bytes())
            if (pointer["format"], pointer["index_id"]) != (FORMAT, index_id):
                return None
            folder = self._folder / Path(pointer["folder"]).name
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return folder if folder.is_dir() else None

    def forget(self) -> None:
        """There is no view until the next :meth:`new`."""
        self._pointer.unlink(missing_ok=True)

    @contextmanager
    def new(self, index_id: str) -> Iterator[Path]:
        """A new folder; when the block ends well it becomes the view, and all others are deleted."""
        folder = self._folder / uuid.uuid4().hex[:12]
        folder.mkdir(parents=True)
        try:
            yield folder
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        sync_folder(folder)
        pointer = {"format": FORMAT, "index_id": index_id, "folder": folder.name}
        write_atomically(self._pointer, [json.dumps(pointer).encode()])
        for other in self._folder.iterdir():
            if other.is_dir() and other != folder:
                shutil.rmtree(other, ignore_errors=True)

    def verify(self, folder: Path) -> None:
        """Check every segment file against the checksum that tantivy writes at its end. Raises ViewError.

        Tantivy itself opens a file with garbage in the middle and answers wrongly from it. Segment files never change,
        so each is read once a process. A file whose end is not a footer as known here is left to tantivy, which
        refuses to open what it does not know.
        """
        try:
            for path in folder.rglob("*"):
                if path.is_dir() or path.suffix in {".json", ".lock"} or path.name.startswith("."):
                    continue
                stat = path.stat()
                stamp = (stat.st_mtime_ns, stat.st_size)
                if self._sound.get(path) != stamp:
                    _check(path)
                    self._sound[path] = stamp
        except FileNotFoundError:
            return  # merged away by the writer just now; opening will tell
        except OSError as error:
            raise ViewError(str(error)) from error

    @staticmethod
    def copy(folder: Path, target: Path) -> None:
        """Copy a view while another process may be changing it: hard links where possible. Raises ViewError.

        The list of segments is read before the files are linked, so it may be out of date by then, and a merge may
        have taken away what it lists: a link fails then, or opening the copy does.
        """
        try:
            for part in (part for part in folder.iterdir() if part.is_dir()):
                (target / part.name).mkdir(parents=True)
                kept = [(part / name).read_bytes() for name in ("meta.json", ".managed.json")]
                for path in part.iterdir():
                    if path.suffix not in {".lock", ".json"} and not path.name.startswith("."):
                        _link(path, target / part.name / path.name)
                for name, data in zip(("meta.json", ".managed.json"), kept, strict=True):
                    (target / part.name / name).write_bytes(data)
        except OSError as error:
            raise ViewError(str(error)) from error


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system, or one without hard links
        shutil.copyfile(source, target)


def _check(path: Path) -> None:
    data = path.read_bytes()
    size, magic = struct.unpack("<II", data[-8:]) if len(data) >= 8 else (0, 0)
    if magic != _FOOTER_MAGIC or size > len(data) - 8:
        return
    end = len(data) - 8 - size
    try:
        written = json.loads(data[end:-8])["crc"]
    except (ValueError, KeyError, TypeError) as error:
        raise ViewError(f"{path.name} has a broken footer") from error
    if written != zlib.crc32(memoryview(data)[:end]):
        raise ViewError(f"{path.name} has changed since it was written")
