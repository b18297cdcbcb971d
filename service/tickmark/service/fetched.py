"""From what was fetched into the index: each filing with what its archive said of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from tickmark.ingest.errors import InputError
from tickmark.ingest.fetch.folder import RECORD_SUFFIX
from tickmark.ingest.model import Metadata
from tickmark.service import ingesting

if TYPE_CHECKING:
    from tickmark.index.library import Library

__all__ = ["ingest"]


def ingest(library: Library, paths: Iterable[Path]) -> Iterator[ingesting.Outcome]:
    """Read fetched filings into the library, each with what its archive said of it."""
    for path in paths:
        candidate = ingesting.Candidate(path.name, path, path.stat().st_size)
        try:
            given = _said_of(path)
        except InputError as error:
            yield ingesting.Outcome(path.name, error=error)
        else:
            yield from ingesting.ingest(library, [candidate], given)


def _said_of(path: Path) -> Metadata:
    """The record beside a fetched filing."""
    beside = path.with_name(path.name + RECORD_SUFFIX)
    try:
        record = json.loads(beside.read_text(encoding="utf-8"))
        return ingesting.metadata(**{each.name: record.get(each.name) for each in fields(Metadata)})
    except (OSError, ValueError, AttributeError) as error:
        raise InputError(
            "the record of where it came from cannot be read", where=beside.name, hint="Delete it, and fetch again."
        ) from error
