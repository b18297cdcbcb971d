"""Tickmark itself, through the one function that every door calls, whole or with a part of it taken away.

Nothing inside the engine knows of this: a part is taken away by what it is given (passages without their context line,
no figure rows) or by a library one of whose two views finds nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import tickmark.ingest
from tickmark.eval.model import (
    FoundCalculation,
    FoundFigure,
    GoldPeriod,
    Question,
    Response,
    Retrieved,
    Unread,
)
from tickmark.eval.systems.base import TEXTS_KEPT, Gives, Setup, System
from tickmark.index.filters import Filters
from tickmark.index.library import Library
from tickmark.ingest import read
from tickmark.ingest.errors import InputError
from tickmark.ingest.model import Metadata, Period
from tickmark.ingest.split import split

if TYPE_CHECKING:
    from tickmark.eval.model import Document
    from tickmark.index.model import FigureHit
    from tickmark.service.model import Answer

__all__ = ["Tickmark", "Without"]

Without = Literal["lexical", "dense", "context", "rows"]


class _DenseOnly(Library):
    """A library whose lexical view finds nothing."""

    def lexical(self, *_: Any, **__: Any) -> list[tuple[str, float]]:
        """Nothing."""
        return []


class _LexicalOnly(Library):
    """A library whose dense view finds nothing."""

    def dense(self, *_: Any, **__: Any) -> list[tuple[str, float]]:
        """Nothing."""
        return []


@dataclass
class Tickmark(System):
    """The answer engine, without some of its parts."""

    name: str = "tickmark"
    gives: tuple[Gives, ...] = ("passages", "figures", "status")
    libraries: tuple[str, ...] = ("tickmark", "faiss-cpu", "tantivy", "sentence-transformers", "torch")
    without: Collection[Without] = ()
    _library: Library | None = None
    _ids: dict[str, str] = field(default_factory=dict)
    _k: int = 10

    def prepare(self, setup: Setup) -> list[Unread]:
        """Bring the index up to date with the documents of the set, and load the model."""
        kind = _DenseOnly if "lexical" in self.without else _LexicalOnly if "dense" in self.without else Library
        self._k = setup.k
        # Sets, ways of indexing and versions of the readers do not share an index.
        changes = [part for part in ("context", "rows") if part in self.without] + ["facts"] * setup.facts
        folder = setup.index / "-".join([setup.dataset.fingerprint.partition("-")[0], _readers(), *changes])
        folder.mkdir(parents=True, exist_ok=True)
        self._library = kind.open(folder, create=True)
        unread = [
            Unread(document.name, trouble)
            for document in setup.dataset.documents
            if (trouble := self._add(self._library, document, facts=setup.facts))
        ]
        self._library.refresh()
        self._library.embed("ready")
        self.settings |= {
            "without": sorted(self.without),
            "model": self._library.info.name,
            "precision": self._library.info.precision,
        }
        return unread

    def _add(self, library: Library, document: Document, *, facts: bool) -> str:
        """Take in one document; returns what went wrong, if anything did."""
        try:
            filing = read(document.data(), document.name, Metadata(**document.facts) if facts else None)  # type: ignore[arg-type]
            passages, rows = split(filing)
        except InputError as error:
            return str(error)
        except Exception as error:  # a reader that breaks over one document must not end the run
            return f"reading it failed ({type(error).__name__}: {error})"
        if "context" in self.without:
            passages = [replace(passage, index_text=passage.text) for passage in passages]
        library.add(filing, passages, [] if "rows" in self.without else rows)
        self._ids[filing.id] = document.id
        return ""

    def ask(self, question: Question) -> Response:
        """What every door would say."""
        from tickmark.service.answer import answer  # noqa: PLC0415

        if self._library is None:
            raise RuntimeError("prepare() comes first")
        return self._response(question.id, answer(self._library, question.text, k=self._k, filters=Filters()))

    def _response(self, question: str, said: Answer) -> Response:
        given = set(said.verdict.figure_ids)
        calculation = said.verdict.calculation
        return Response(
            question,
            passages=tuple(
                Retrieved(
                    self._ids.get(hit.filing.id, hit.filing.source),
                    hit.passage.span.chars,
                    hit.score,
                    len(hit.passage.text),
                    hit.passage.text if rank < TEXTS_KEPT else None,
                )
                for rank, hit in enumerate(said.passages)
            ),
            figures=tuple(self._figure(hit, given=hit.figure.id in given) for hit in said.figures),
            status=said.verdict.status,
            text=said.verdict.text,
            calculation=FoundCalculation(calculation.result, calculation.unit) if calculation else None,
        )

    def _figure(self, hit: FigureHit, *, given: bool) -> FoundFigure:
        figure = hit.figure
        return FoundFigure(
            self._ids.get(hit.filing.id, hit.filing.source),
            figure.span.chars,
            figure.printed,
            number=figure.number,
            low=figure.low,
            high=figure.high,
            scale=figure.scale,
            unit=figure.unit,
            currency=figure.currency,
            period=_period(figure.period),
            label=" > ".join(figure.label_path),
            given=given,
        )

    def fingerprint(self) -> str:
        """Over filings, passages and rows as indexed, and the model."""
        if self._library is None:
            return ""
        total = hashlib.sha256(repr(self._library.info).encode())
        for filing in sorted(self._library.filing_ids()):
            texts = [(one.id, one.index_text) for one in self._library.passages_of(filing)]
            texts += [(one.id, one.index_text) for one in self._library.rows_of(filing)]
            for name, text in texts:
                total.update(f"{name}\0{text}\0".encode())
        return total.hexdigest()[:16]

    def close(self) -> None:
        """Close the index."""
        if self._library is not None:
            self._library.close()


def _readers() -> str:
    """What tells this version of the readers from another (SHA-256 of their source, first 8 hex digits).

    An index keeps what was read; a file that it holds already is not read again, though it might be read better now.
    """
    folder = Path(tickmark.ingest.__file__).parent
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        total.update(path.read_bytes())
    return total.hexdigest()[:8]


def _period(period: Period | None) -> GoldPeriod | None:
    if period is None or period.kind == "none" or period.end is None:
        return None
    return GoldPeriod(period.kind, period.end, period.start)
