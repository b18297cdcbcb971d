"""A run on disk: one folder, everything in it that scoring needs, so that it can be scored again elsewhere.

::

    run.json            what was run, on what, with which settings and versions
    questions.jsonl     the questions with their judgements
    responses.jsonl     what the system said
    documents.trec      the same as TREC runs, over documents and over passages
    passages.trec
    scores.json         what `tickmark eval score` made of it
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from tickmark.eval.model import Question, Response, Unread
from tickmark.eval.trec import write_run
from tickmark.ingest.errors import InputError

__all__ = ["Record", "Run", "read_run", "read_scores", "write_run_folder", "write_scores"]

T = TypeVar("T")
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Record:
    """What was run. Times are wall-clock seconds; fingerprints are SHA-256, first 16 hex digits."""

    system: str
    gives: tuple[str, ...]
    dataset: str
    dataset_fingerprint: str
    index_fingerprint: str
    documents: int
    questions: int
    answered: int
    settings: dict[str, Any] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    machine: dict[str, Any] = field(default_factory=dict)
    seed: int = 0
    started: str = ""
    prepare_seconds: float = 0.0
    ask_seconds: float = 0.0
    unread: tuple[Unread, ...] = ()
    failed: int = 0
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Run:
    """A run, read back."""

    folder: Path
    record: Record
    questions: tuple[Question, ...]
    responses: dict[str, Response]


def _lines(path: Path, items: Iterable[object]) -> None:
    encoder = msgspec.json.Encoder()
    with path.open("wb") as file:
        for item in items:
            file.write(encoder.encode(item) + b"\n")


def write_run_folder(
    folder: Path, record: Record, questions: Iterable[Question], responses: Iterable[Response]
) -> None:
    """Write a run; ``run.json`` last, so that a run that was cut short is not taken for one."""
    folder.mkdir(parents=True, exist_ok=True)
    responses = list(responses)
    for name in ("run.json", "scores.json"):
        (folder / name).unlink(missing_ok=True)
    _lines(folder / "questions.jsonl", questions)
    _lines(folder / "responses.jsonl", responses)
    tag = record.system.replace(" ", "_")
    write_run(folder / "documents.trec", responses, tag, level="document")
    write_run(folder / "passages.trec", responses, tag, level="passage")
    (folder / "run.json").write_bytes(msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n")


def _decode(path: Path, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except FileNotFoundError as error:
        raise InputError(
            "this is not a whole run", where=str(path), hint="Make one with `tickmark eval run --out DIR`."
        ) from error
    except (OSError, msgspec.DecodeError) as error:
        raise InputError(f"it cannot be read ({error})", where=str(path)) from error


def _decode_lines(path: Path, kind: type[T]) -> list[T]:
    decoder = msgspec.json.Decoder(kind)
    try:
        return [decoder.decode(line) for line in path.read_bytes().split(b"\n") if line]
    except (OSError, msgspec.DecodeError) as error:
        raise InputError(f"it cannot be read ({error})", where=str(path)) from error


def read_run(folder: Path) -> Run:
    """Read a run back. Raises InputError."""
    record = _decode(folder / "run.json", Record)
    if record.format != FORMAT:
        raise InputError(
            f"this run is in format {record.format}, and this version reads format {FORMAT}", where=str(folder)
        )
    questions = tuple(_decode_lines(folder / "questions.jsonl", Question))
    responses = {one.question: one for one in _decode_lines(folder / "responses.jsonl", Response)}
    return Run(folder, record, questions, responses)


def write_scores(folder: Path, scores: object) -> Path:
    """Write ``scores.json`` and return its path."""
    path = folder / "scores.json"
    path.write_bytes(msgspec.json.format(msgspec.json.encode(scores), indent=2) + b"\n")
    return path


def read_scores(folder: Path, kind: type[T]) -> T:
    """Read ``scores.json`` back. Raises InputError."""
    return _decode(folder / "scores.json", kind)
