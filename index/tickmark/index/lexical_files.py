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

from tickmark.index.analysis import ANALYSIS
from tickmark.index.atomic import sync_folder, write_atomically

__all__ = ["Damaged", "Shelf", "guarded"]

FORMAT = f"1.{ANALYSIS}"
_FOOTER_MAGIC = 1337
_COPY_TRIES = 5


class Damaged(Exception):
    """The view cannot be used as it lies on disk; it is to be made anew from the store."""


@contextmanager
def guarded() -> Iterator[None]:
    """Whatever tantivy says of files it cannot use, a Rust panic included, becomes Damaged."""
    try:
        yield
    except Damaged:
        raise
    except (ValueError, OSError, RuntimeError) as error:
        raise Damaged(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise Damaged(str(error)) from error


class Shelf:
    """The folder ``lexical/``."""

    def __init__(self, folder: Path) -> None:
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

    @staticmethod
    def verify(folder: Path) -> None:
        """Check every segment file against the checksum that tantivy writes at its end. Raises Damaged.

        Tantivy itself opens a file with garbage in the middle and answers wrongly from it. A file whose end is not a
        footer as known here is left to tantivy, which refuses to open what it does not know.
        """
        try:
            paths = [path for path in folder.iterdir() if path.suffix and path.suffix not in {".json", ".lock"}]
            for path in paths:
                data = path.read_bytes()
                size, magic = struct.unpack("<II", data[-8:]) if len(data) >= 8 else (0, 0)
                if magic != _FOOTER_MAGIC or size > len(data) - 8:
                    continue
                end = len(data) - 8 - size
                if json.loads(data[end:-8]).get("crc") != zlib.crc32(memoryview(data)[:end]):
                    raise Damaged(f"{path.name} has changed since it was written")
        except (OSError, ValueError, AttributeError) as error:
            raise Damaged(str(error)) from error

    @staticmethod
    def copy(folder: Path, target: Path) -> None:
        """Copy a view while another process may be changing it: hard links where possible. Raises Damaged.

        The list of segments is copied first, then the files; when a merge took one of them away meanwhile, once more.
        """
        for _ in range(_COPY_TRIES):
            shutil.rmtree(target, ignore_errors=True)
            target.mkdir()
            try:
                before = (folder / "meta.json").read_bytes()
                for path in folder.iterdir():
                    if path.suffix not in {".lock", ".json"} and not path.name.startswith("."):
                        _link(path, target / path.name)
                (target / ".managed.json").write_bytes((folder / ".managed.json").read_bytes())
                (target / "meta.json").write_bytes(before)
            except FileNotFoundError:
                continue
            if (folder / "meta.json").read_bytes() == before:
                return
        raise Damaged("the view changes too fast to be copied")


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:  # another file system, or one without hard links
        shutil.copyfile(source, target)
