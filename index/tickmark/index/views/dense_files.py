"""The file of the dense view: a line of JSON that says what follows, then the FAISS indexes as FAISS writes them."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec
import numpy as np

from tickmark.index.database.atomic import write_atomically
from tickmark.index.database.reading import Kind
from tickmark.index.views import heavy
from tickmark.index.views.dense_index import VectorIndex
from tickmark.index.views.feed import FilingRange

__all__ = ["Snapshot", "read_generation", "read_snapshot", "write_snapshot"]

FORMAT = "tickmark dense view 1"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The view at one generation: an index of each kind, and where in them the filings are."""

    generation: int
    indexes: dict[Kind, VectorIndex]
    filings: dict[str, FilingRange]


class _Part(msgspec.Struct):
    kind: Kind
    size: int
    crc: int
    trained_for: int


class _Header(msgspec.Struct):
    format: str
    index_id: str
    dimension: int
    generation: int
    filings: list[tuple[str, tuple[int, int], tuple[int, int]]]
    parts: list[_Part]


def write_snapshot(path: Path, index_id: str, dimension: int, snapshot: Snapshot) -> None:
    """Replace the file atomically."""
    faiss = heavy.faiss()

    parts, bodies = [], []
    for kind, made in snapshot.indexes.items():
        body = memoryview(faiss.serialize_index(made.index))
        parts.append(_Part(kind, body.nbytes, zlib.crc32(body), made.trained_for))
        bodies.append(body)
    ranges = [(filing.id, filing.passages, filing.rows) for filing in snapshot.filings.values()]
    header = msgspec.json.encode(_Header(FORMAT, index_id, dimension, snapshot.generation, ranges, parts))
    write_atomically(path, [header, f"\n{zlib.crc32(header)}\n".encode(), *bodies])


def read_generation(path: Path, index_id: str, dimension: int) -> int:
    """The generation of the file, its vectors unread; -1 when it is missing, damaged, or of another index."""
    try:
        with path.open("rb") as file:
            header = _header(file, index_id, dimension)
    except (OSError, ValueError):
        return -1
    return header.generation if header else -1


def read_snapshot(path: Path, index_id: str, dimension: int) -> Snapshot | None:
    """What the file holds; None when it is missing, damaged, or of another index."""
    faiss = heavy.faiss()
    indexes: dict[Kind, VectorIndex] = {}
    try:
        with path.open("rb") as file:
            header = _header(file, index_id, dimension)
            for part in header.parts if header else ():
                body = file.read(part.size)
                if zlib.crc32(body) != part.crc:
                    return None
                index = faiss.deserialize_index(np.frombuffer(body, dtype=np.uint8))
                indexes[part.kind] = VectorIndex(index, part.trained_for)
    except (OSError, ValueError, RuntimeError):
        return None
    if header is None:
        return None
    filings = {name: FilingRange(name, passages, rows) for name, passages, rows in header.filings}
    return Snapshot(header.generation, indexes, filings)


def _header(file: BinaryIO, index_id: str, dimension: int) -> _Header | None:
    """The header of an open file; None when it is of another index. Raises ValueError when it is damaged."""
    head = file.readline().rstrip(b"\n")
    if zlib.crc32(head) != int(file.readline()):
        raise ValueError("the header does not agree with its checksum")
    header = msgspec.json.decode(head, type=_Header)  # its errors are ValueErrors
    return header if (header.format, header.index_id, header.dimension) == (FORMAT, index_id, dimension) else None
