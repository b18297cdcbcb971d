"""Reading the store: from any thread, each call of one moment, new filings from the moment they are committed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tickmark.index.database import reading
from tickmark.index.database.schema import Connections, read_meta
from tickmark.index.embed import EmbedderInfo, Precision
from tickmark.index.filters import Filters
from tickmark.index.model import FilingSummary
from tickmark.index.views.feed import Feed
from tickmark.ingest.model import Figure, FigureRow, Filing, Passage, Table

__all__ = ["StoreReader"]


class StoreReader:
    """The half of :class:`~tickmark.index.store.Store` that changes nothing.

    Attributes:
        index_id: Given to an index when it is created; its views carry it.
        embedder: The model whose vectors the index holds.

    Raises:
        NotAnIndex: The file is not a Tickmark database.
        IndexFormatError: It was written in another format.
    """

    def __init__(self, path: Path) -> None:
        self._readers = Connections(path)
        with self._readers.lend() as connection:
            meta = read_meta(connection, path.parent)
        precision: Precision = "bfloat16" if meta["precision"] == "bfloat16" else "float32"
        self.index_id = meta["index_id"]
        self.embedder = EmbedderInfo(meta["embedder"], int(meta["dimension"]), precision)

    def generation(self) -> int:
        """How many changes the index has seen."""
        return int(self._readers.value(reading.GENERATION))

    @contextmanager
    def feed(self) -> Iterator[Feed]:
        """What the views are made from, all of one moment."""
        with self._readers.lend() as connection:
            yield Feed(connection, self.index_id, self.embedder.dimension)

    def resolve(self, prefix: str) -> str:
        """The id of the one filing whose id begins so. Raises UnknownDocument when there is none, or several."""
        with self._readers.lend() as connection:
            return reading.resolve(connection, prefix)

    def filings(self, filters: Filters | None = None) -> list[FilingSummary]:
        """The filings that pass, in the order they came in."""
        with self._readers.lend() as connection:
            return reading.summaries(connection, filters or Filters())

    def filing_ids(self, filters: Filters | None = None) -> list[str]:
        """The ids of the filings that pass, in the order they came in; far cheaper than :meth:`filings`."""
        with self._readers.lend() as connection:
            return reading.filing_ids(connection, filters or Filters())

    def period_years(self) -> list[int]:
        """The years in which the periods of the figures end, in order."""
        with self._readers.lend() as connection:
            return reading.period_years(connection)

    def filing_text(self, filing_id: str) -> str:
        """The source text. Raises UnknownDocument."""
        with self._readers.lend() as connection:
            return reading.text(connection, filing_id)

    def original(self, filing_id: str) -> bytes | None:
        """The file itself, of a paged document; None of any other. Raises UnknownDocument."""
        with self._readers.lend() as connection:
            return reading.original(connection, filing_id)

    def load(self, filing_id: str) -> Filing:
        """The filing, equal to the one that was put, its ``original`` left out. Raises UnknownDocument."""
        with self._readers.lend() as connection:
            return reading.load(connection, filing_id)

    def table(self, filing_id: str, index: int) -> Table | None:
        """The table of that index (as in :attr:`Table.index`), or None. Raises UnknownDocument for the filing."""
        with self._readers.lend() as connection:
            return next(iter(reading.tables(connection, filing_id, index)), None)

    def tables(self, filing_id: str) -> list[Table]:
        """The tables in reading order. Raises UnknownDocument."""
        with self._readers.lend() as connection:
            return reading.tables(connection, filing_id)

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        """The passages in the order asked; those that are not there are left out."""
        with self._readers.lend() as connection:
            return reading.passages(connection, ids)

    def rows(self, ids: Sequence[str]) -> list[FigureRow]:
        """The figure rows in the order asked; those that are not there are left out."""
        with self._readers.lend() as connection:
            return reading.rows(connection, ids)

    def figures(self, ids: Sequence[str]) -> list[Figure]:
        """The figures in the order asked; those that are not there are left out."""
        with self._readers.lend() as connection:
            return reading.figures(connection, ids)

    def ids_of(self, kind: reading.Kind, seqs: Sequence[int]) -> dict[int, str]:
        """The passage or row ids of these sequence numbers, as far as they are there."""
        with self._readers.lend() as connection:
            return reading.ids_of(connection, kind, seqs)

    def rows_of(self, filing_id: str) -> list[FigureRow]:
        """The figure rows of one filing, in reading order. Raises UnknownDocument."""
        with self._readers.lend() as connection:
            return reading.rows_of(connection, filing_id)

    def passages_of(self, filing_id: str) -> list[Passage]:
        """The passages of one filing, in reading order. Raises UnknownDocument."""
        with self._readers.lend() as connection:
            return reading.passages_of(connection, filing_id)

    def iter_figures(self, filters: Filters | None = None) -> Iterator[Figure]:
        """The figures that pass, filing by filing in reading order.

        Each filing is read at one moment; one that is removed meanwhile is skipped.
        """
        filters = filters or Filters()
        for filing_id in self.filing_ids(filters):
            with self._readers.lend() as connection:
                figures = reading.figures_of(connection, filing_id, filters)
            yield from figures

    def close(self) -> None:
        """Close the connections."""
        self._readers.close()
