"""What a system is: something that is given documents once, and then asked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from tickmark.eval.chunks import Chunk
from tickmark.eval.model import Dataset, Question, Response, Retrieved, Unread

__all__ = ["TEXTS_KEPT", "Gives", "Setup", "System", "retrieved"]

Gives = Literal["passages", "figures", "status"]

# Of the first passages the text is kept with the run, to look for numbers in and to read; of the rest, the place.
TEXTS_KEPT = 5


@dataclass(frozen=True, slots=True)
class Setup:
    """What a system is prepared with.

    ``index`` is a folder for it to keep an index in. ``facts``: what the set knows of a document (issuer, title, form,
    date) is told to the system. ``k`` is how many passages are wanted.
    """

    dataset: Dataset
    index: Path
    k: int = 20
    facts: bool = False


@dataclass
class System(ABC):
    """One system. ``settings``, and the versions of its ``libraries``, go into the record of a run.

    ``gives`` says what its responses hold; it is not scored on what it does not give. ``timed``: the time that
    :meth:`ask` takes is the time that the system takes.
    """

    name: str
    gives: tuple[Gives, ...] = ("passages",)
    settings: dict[str, Any] = field(default_factory=dict)
    libraries: tuple[str, ...] = ()
    timed: bool = True

    @abstractmethod
    def prepare(self, setup: Setup) -> list[Unread]:
        """Take in the documents. Returns those that could not be read."""

    @abstractmethod
    def ask(self, question: Question) -> Response | None:
        """Answer one question; None where there is no answer at all. Time is taken around this call."""

    @abstractmethod
    def fingerprint(self) -> str:
        """What tells this index from another: equal for equal documents, chunking and model."""

    def close(self) -> None:  # noqa: B027 - most have nothing open
        """Let go of what is open."""


def retrieved(found: Sequence[tuple[Chunk, float]]) -> tuple[Retrieved, ...]:
    """Chunks with their scores, best first, as passages."""
    return tuple(
        Retrieved(chunk.doc, chunk.chars, score, len(chunk.text), chunk.text if rank < TEXTS_KEPT else None)
        for rank, (chunk, score) in enumerate(found)
    )
