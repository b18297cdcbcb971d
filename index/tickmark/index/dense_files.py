"""The file of the dense view: a line of JSON that says what follows, then the FAISS indexes as FAISS writes them."""

from __future__ import annotations

import zlib
from pathlib import Path

import msgspec
import numpy as np

from tickmark.index import heavy
from tickmark.index.atomic import write_atomically
from tickmark.index.dense_index import VectorIndex
from tickmark.index.feed import FilingRange
from tickmark.index.reading import Kind

__all__ = ["read_snapshot", "write_snapshot"]

FORMAT = "tickmark dense view 1"


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


def write_snapshot(
    path: Path,
    index_id: str,
    dimension: int,
    generation: int,
    indexes: dict[Kind, VectorIndex],
    filings: dict[str, FilingRange],
) -> None:
    """Replace the file atomically."""
    faiss = heavy.faiss()

    parts, bodies = [], []
    for kind, made in indexes.items():
        body = memoryview(faiss.serialize_index(made.index))
        parts.append(_Part(kind, body.nbytes, zlib.crc32(body), made.trained_for))
        bodies.append(body)
    ranges = [(filing.id, filing.passages, filing.rows) for filing in filings.values()]
    header = msgspec.json.encode(_Header(FORMAT, index_id, dimension, generation, ranges, parts))
    write_atomically(path, [header, f"\n{zlib.crc32(header)}\n".encode(), *bodies])


def read_snapshot(
    path: Path, index_id: str, dimension: int
) -> tuple[int, dict[Kind, VectorIndex], dict[str, FilingRange]] | None:
    """What the file holds: generation, indexes, filings. None when it is missing, damaged, or of another index."""
    faiss = heavy.faiss()

    try:
        data = path.read_bytes()
        head, check, _ = data[: data.index(b"\n", data.index(b"\n") + 1) + 1].split(b"\n")
        if zlib.crc32(head) != int(check):
            return None
        header = msgspec.json.decode(head, type=_Header)
        if (header.format, header.index_id, header.dimension) != (FORMAT, index_id, dimension):
            return None
        indexes: dict[Kind, VectorIndex] = {}
        position = len(head) + len(check) + 2
        for part in header.parts:
            body = memoryview(data)[position : position + part.size]
            if zlib.crc32(body) != part.crc:
                return None
            index = faiss.deserialize_index(np.frombuffer(body, dtype=np.uint8))
            indexes[part.kind] = VectorIndex(index, part.trained_for)
            position += part.size
    except (OSError, ValueError, RuntimeError, msgspec.MsgspecError):
        return None
    filings = {name: FilingRange(name, passages, rows) for name, passages, rows in header.filings}
    return header.generation, indexes, filings
