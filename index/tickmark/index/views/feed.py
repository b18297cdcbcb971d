"""What the views are made from: the texts and vectors of the store at one moment, and what changed since another.

A view says from which generation it was built; :meth:`Feed.delta` says which filings left and which came since, so that
catching up touches those alone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tickmark.index.database import reading
from tickmark.index.database.codec import decode_passage, decode_row
from tickmark.index.database.reading import Kind
from tickmark.index.database.writing import KEPT_CHANGES
from tickmark.index.views.windows import Window, windows_of

__all__ = ["Delta", "Feed", "FilingRange", "IndexedText"]


@dataclass(frozen=True, slots=True)
class FilingRange:
    """A filing and the sequence numbers of its passages and rows: half-open ranges."""

    id: str
    passages: tuple[int, int]
    rows: tuple[int, int]

    def of(self, kind: Kind) -> tuple[int, int]:
        """The range of one kind."""
        return self.passages if kind == "passage" else self.rows


@dataclass(frozen=True, slots=True)
class Delta:
    """What a view must do to get from its generation to this one: take ``removed`` out, then ``added`` in."""

    generation: int
    removed: tuple[FilingRange, ...]
    added: tuple[FilingRange, ...]


@dataclass(frozen=True, slots=True)
class IndexedText:
    """One passage or figure row as the lexical view takes it in."""

    id: str
    filing_id: str
    kind: Kind
    text: str


class Feed:
    """The store at one moment, as the views see it. Valid only inside :meth:`Store.feed`."""

    def __init__(self, connection: sqlite3.Connection, index_id: str, dimension: int) -> None:
        self._connection = connection
        self.index_id = index_id
        self.dimension = dimension
        self.generation = reading.generation(connection)

    def delta(self, since: int) -> Delta | None:
        """What changed since that generation; None when it is too long ago (or yet to come) and only all will do."""
        if not self.generation - KEPT_CHANGES <= since <= self.generation:
            return None
        log = self._connection.execute(
            "SELECT op, filing_id, first_passage, passages, first_row, rows FROM changes"
            " WHERE generation > ? ORDER BY n",
            (since,),
        )
        removed: list[FilingRange] = []
        added: dict[str, FilingRange] = {}
        for op, filing_id, *numbers in log:
            if op == "put":
                added[filing_id] = _range(filing_id, *numbers)
            else:
                # Removed without ever having been seen by the view, perhaps: taking it out again does no harm.
                added.pop(filing_id, None)
                removed.append(_range(filing_id, *numbers))
        return Delta(self.generation, tuple(removed), tuple(added.values()))

    def everything(self) -> Delta:
        """All filings, for a view that starts from nothing."""
        found = self._connection.execute("SELECT id, first_passage, passages, first_row, rows FROM filings ORDER BY no")
        return Delta(self.generation, (), tuple(_range(*row) for row in found))

    def texts(self, filings: Sequence[FilingRange], kind: Kind) -> Iterator[IndexedText]:
        """The texts of these filings' passages or rows."""
        table = "passages" if kind == "passage" else "rows"
        for filing in filings:
            for (payload,) in self._connection.execute(
                f"SELECT payload FROM {table} WHERE seq >= ? AND seq < ? ORDER BY seq",  # noqa: S608
                filing.of(kind),
            ):
                item = decode_passage(payload) if kind == "passage" else decode_row(payload)
                yield IndexedText(item.id, filing.id, kind, item.index_text)

    def windows(self, filings: Sequence[FilingRange]) -> Iterator[Window]:
        """The windows of these filings' passages."""
        for filing in filings:
            found = self._connection.execute(
                "SELECT payload FROM passages WHERE seq >= ? AND seq < ? ORDER BY seq", filing.passages
            )
            yield from windows_of(decode_passage(item[0]) for item in found)

    def vectors(self, filing: FilingRange, kind: Kind) -> npt.NDArray[np.float32]:
        """The vectors of one filing, (n, dimension), in the order of its range."""
        (data,) = self._connection.execute(
            "SELECT v.data FROM vectors v JOIN filings f ON f.no = v.filing WHERE f.id = ? AND v.kind = ?",
            (filing.id, kind),
        ).fetchone()
        return np.frombuffer(data, dtype="<f2").reshape(-1, self.dimension).astype(np.float32)


def _range(filing_id: str, first_passage: int, passages: int, first_row: int, rows: int) -> FilingRange:
    return FilingRange(filing_id, (first_passage, first_passage + passages), (first_row, first_row + rows))
