"""The nouns of scoring: what was asked, what a right answer is, and what a system said.

::

    Dataset ── Document            a file to search, with what is known of it
            └─ Question ── needs   each need is a set of places, any one of which will do
                        └─ GoldFigure

    Response ── Retrieved          a passage that was found, as a stretch of a document
             └─ FoundFigure

Passages and gold meet as *stretches of a document's text*, never by the id of a chunk, so that scores stay comparable
when the chunking changes. All of it is frozen and written to JSON as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Literal

__all__ = [
    "Dataset",
    "Document",
    "FoundCalculation",
    "FoundFigure",
    "GoldCalculation",
    "GoldFigure",
    "GoldPeriod",
    "Place",
    "Question",
    "Response",
    "Retrieved",
    "Role",
    "Unread",
]

Role = Literal["alternative", "member", "operand"]
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document: half-open character offsets into its text; ``None`` is all of it."""

    doc: str
    chars: tuple[int, int] | None = None

    def meets(self, other: Place) -> bool:
        """Whether the two share at least half of the shorter one.

        Half, so that a passage that ends inside a judged line counts where it holds most of it and not where it
        grazes it; of the shorter, so that a small passage inside a judged page counts as well as a passage around a
        judged cell.
        """
        if self.doc != other.doc:
            return False
        if self.chars is None or other.chars is None:
            return True
        shared = min(self.chars[1], other.chars[1]) - max(self.chars[0], other.chars[0])
        shorter = min(self.chars[1] - self.chars[0], other.chars[1] - other.chars[0])
        return shared > 0 and 2 * shared >= shorter


@dataclass(frozen=True, slots=True)
class GoldPeriod:
    """The period of a gold figure; ISO dates. An instant has no ``start``."""

    kind: Literal["duration", "instant"]
    end: str
    start: str | None = None


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A figure that a right answer gives.

    ``number`` is as printed and ``value = number x scale``. A set that knows only the value has ``number`` and
    ``scale`` None; a range has ``low`` and ``high``. ``unit`` and ``period`` are None where they are not part of the
    answer. ``role``: alternatives are right each alone; members and operands are all needed.
    """

    places: tuple[Place, ...]
    role: Role = "alternative"
    number: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    scale: Decimal | None = None
    value: Decimal | None = None
    unit: str | None = None
    period: GoldPeriod | None = None
    printed: str = ""


@dataclass(frozen=True, slots=True)
class GoldCalculation:
    """The result of a calculation, rounded as shown, in base units."""

    result: Decimal
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its judgements.

    ``documents`` are graded judgements of whole documents. ``needs`` is what an answer has to show: one tuple of
    places for each thing needed, any place of which will do. ``status`` is what a right answer says (contract 4.2);
    None where the set does not say.
    """

    id: str
    text: str
    kind: str = ""
    language: str = ""
    status: str | None = None
    documents: dict[str, int] = field(default_factory=dict)
    needs: tuple[tuple[Place, ...], ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    calculation: GoldCalculation | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file to search. ``text`` stands in for a file where the set keeps its documents in one ``corpus.jsonl``.

    ``facts`` are issuer, title, form, published, stock_code as far as the set knows them.
    """

    id: str
    name: str
    path: Path | None = None
    text: str | None = None
    facts: dict[str, str] = field(default_factory=dict)

    def data(self) -> bytes:
        """The bytes."""
        if self.path is not None:
            return self.path.read_bytes()
        return (self.text or "").encode()


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read, or a judgement that points nowhere: named, never dropped in silence."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """Documents and questions. ``same`` maps the id of a document to that of one with the same bytes."""

    name: str
    documents: tuple[Document, ...]
    questions: tuple[Question, ...]
    fingerprint: str
    unread: tuple[Unread, ...] = ()
    same: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A passage that was found. ``size`` is the length of the text shown; ``text`` is kept for the first few only."""

    doc: str
    chars: tuple[int, int] | None
    score: float
    size: int
    text: str | None = None

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.doc, self.chars)


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure that was found. ``given``: the verdict rests on it."""

    doc: str
    chars: tuple[int, int]
    printed: str
    number: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    scale: Decimal = ONE
    unit: str | None = None
    currency: str | None = None
    period: GoldPeriod | None = None
    label: str = ""
    given: bool = False

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.doc, self.chars)


@dataclass(frozen=True, slots=True)
class FoundCalculation:
    """What a system calculated."""

    result: Decimal
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """What a system said to one question. ``ms`` is wall-clock milliseconds; ``error`` why it said nothing."""

    question: str
    passages: tuple[Retrieved, ...] = ()
    figures: tuple[FoundFigure, ...] = ()
    status: str | None = None
    text: str = ""
    calculation: FoundCalculation | None = None
    ms: float | None = None
    error: str | None = None
