"""What the forms share: reading lines of JSON, finding documents, and telling one set from another."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from tickmark.eval.model import Document, Question
from tickmark.ingest.errors import InputError

__all__ = ["fingerprint", "json_file", "json_lines", "same_bytes"]


def json_file(path: Path) -> Any:
    """The JSON of a file; numbers with a point are decimals. Raises InputError."""
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except (OSError, ValueError) as error:
        raise InputError(f"it cannot be read as JSON ({error})", where=str(path)) from error


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """One object a line; blank lines are passed over. Raises InputError with the line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise InputError(f"it cannot be read ({error})", where=str(path)) from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line, parse_float=Decimal)
            except ValueError as error:
                raise InputError(f"this is not JSON ({error})", where=f"{path}, line {number}") from error
            if not isinstance(row, dict):
                raise InputError("this is not an object", where=f"{path}, line {number}")
            yield row


def same_bytes(documents: Iterable[Document]) -> tuple[list[Document], dict[str, str], dict[str, str]]:
    """Documents without repeats.

    Returns:
        The documents, of those with equal bytes the first; the id of each one left out to the id that stands for it;
        the SHA-256 of each that was kept.
    """
    kept: dict[str, Document] = {}
    same: dict[str, str] = {}
    for document in documents:
        digest = hashlib.sha256(document.data()).hexdigest()
        if digest in kept:
            same[document.id] = kept[digest].id
        else:
            kept[digest] = document
    return list(kept.values()), same, {document.id: digest for digest, document in kept.items()}


def fingerprint(digests: dict[str, str], questions: Sequence[Question]) -> str:
    """What tells this set from another: SHA-256 (first 16 hex digits) over documents, questions and judgements."""
    import msgspec  # noqa: PLC0415

    total = hashlib.sha256(msgspec.json.encode(sorted(digests.items())))
    total.update(msgspec.json.encode(questions))
    return total.hexdigest()[:16]
