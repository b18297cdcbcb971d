"""The truth: one SQLite database, in which every filing arrives, changes and leaves in one transaction.

The lexical and the dense view are made from it and can be made again; what they need of it is in
:mod:`~tickmark.index.feed`. A store opened for reading is safe to share between threads and sees each filing from the
moment it is committed. One process writes at a time: it holds ``write.lock`` for as long as the store is open.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

import numpy as np
import numpy.typing as npt
from filelock import FileLock, Timeout

from tickmark.index import reading
from tickmark.index.codec import FilingHead, decode_head
from tickmark.index.embed import EmbedderInfo
from tickmark.index.feed import Feed
from tickmark.index.filters import Filters
from tickmark.index.model import Change, FilingSummary
from tickmark.index.schema import DATABASE, FORMAT, Connections, connect, create_tables, read_meta
from tickmark.index.writing import bump, delete_filing, insert_filing
from tickmark.ingest.errors import IndexLocked, ModelMismatch, NotAnIndex
from tickmark.ingest.model import Figure, FigureRow, Filing, Passage, Table

__all__ = ["Store"]

LOCK = "write.lock"
Vectors = npt.NDArray[np.float32]


class Store:
    """One index's database. Make one with :meth:`create` or :meth:`open`; close it, or use it as a context manager."""

    def __init__(self, folder: Path, lock: FileLock, *, write: bool) -> None:
        path = folder / DATABASE
        if not path.is_file():
            raise NotAnIndex(
                "there is no index in this folder",
                where=str(folder),
                hint="Make one with tickmark ingest PATH --index.",
            )
        self.folder = folder
        self._lock = lock
        self._writing = RLock()
        self._writer: sqlite3.Connection | None = None
        try:
            self._writer = connect(path, write=True) if write else None
            self._readers = Connections(path)
            with self._readers.lend() as connection:
                meta = read_meta(connection, folder)
        except sqlite3.DatabaseError as error:
            self._drop_writer()
            raise NotAnIndex(f"{DATABASE} cannot be read ({error})", where=str(folder)) from error
        except BaseException:
            self._drop_writer()
            raise
        self.index_id = meta["index_id"]
        self.embedder = EmbedderInfo(
            meta["embedder"], int(meta["dimension"]), "bfloat16" if meta["precision"] == "bfloat16" else "float32"
        )

    @classmethod
    def create(cls, folder: Path | str, embedder: EmbedderInfo, *, wait: float = 0.0) -> Store:
        """A new, empty index, open for writing; an index that is there already is opened instead.

        Args:
            folder: Made if missing.
            embedder: The model whose vectors this index will hold, for good.
            wait: Seconds to wait for another writer.

        Raises:
            IndexLocked: Another process is writing there.
            ModelMismatch: There is an index already, made with another model.
        """
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        lock = _acquire(folder, wait)
        try:
            connection = connect(folder / DATABASE, create=True, write=True)
            try:
                if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone() is None:
                    create_tables(connection, _first_meta(embedder))
            except sqlite3.DatabaseError as error:
                raise NotAnIndex(f"{DATABASE} is there but is not an index ({error})", where=str(folder)) from error
            finally:
                connection.close()
            store = cls(folder, lock, write=True)
        except BaseException:
            lock.release()
            raise
        try:
            store.expect(embedder)
        except ModelMismatch:
            store.close()
            raise
        return store

    @classmethod
    def open(cls, folder: Path | str, *, write: bool = False, wait: float = 0.0) -> Store:
        """An index that exists.

        Args:
            folder: Where it is.
            write: Whether to take the write lock and keep it until :meth:`close`.
            wait: Seconds to wait for another writer.

        Raises:
            NotAnIndex: There is none.
            IndexFormatError: It was written by another version of Tickmark.
            IndexLocked: Another process is writing.
        """
        folder = Path(folder)
        if not (folder / DATABASE).is_file() or not write:
            return cls(folder, _lock_of(folder), write=False)
        lock = _acquire(folder, wait)
        try:
            return cls(folder, lock, write=True)
        except BaseException:
            lock.release()
            raise

    def expect(self, embedder: EmbedderInfo) -> None:
        """Raise ModelMismatch unless this index was made with that model. Precision may differ: cosine stays .9999."""
        if (self.embedder.name, self.embedder.dimension) != (embedder.name, embedder.dimension):
            self.expect_name(embedder.name, f" ({embedder.dimension} dimensions)")

    def expect_name(self, name: str, detail: str = "") -> None:
        """Raise ModelMismatch unless this index was made with the model of that name (or ``detail`` says why not)."""
        if name != self.embedder.name or detail:
            raise ModelMismatch(
                f"the index was made with the embedding model {self.embedder.name!r}"
                f" ({self.embedder.dimension} dimensions), not with {name!r}{detail}",
                where=str(self.folder),
                hint=f"Use {self.embedder.name!r}, or ingest the filings into a new folder with {name!r}.",
            )

    # Writing

    def put(
        self,
        filing: Filing,
        passages: Sequence[Passage],
        rows: Sequence[FigureRow],
        passage_vectors: Vectors,
        row_vectors: Vectors,
    ) -> Change:
        """Take a filing in, whole, in one transaction.

        Args:
            filing: What was read.
            passages: Its chunks.
            rows: Its figure rows.
            passage_vectors: (number of passages, dimension), each of length one.
            row_vectors: (number of rows, dimension), each of length one.

        Returns:
            "unchanged" when this content is there with the same metadata, "replaced" when a filing of the same source
            name, or the same content with other metadata, was there; else "added".

        Raises:
            ValueError: The vectors do not fit, or a passage or row belongs to another filing.
        """
        vectors = (self._checked(passage_vectors, len(passages)), self._checked(row_vectors, len(rows)))
        owners = {item.filing_id for item in passages} | {item.filing_id for item in rows}
        if owners - {filing.id}:
            raise ValueError(f"a passage or row does not belong to filing {filing.id}")
        with self._transaction() as connection:
            if self._same(connection, filing):
                return "unchanged"
            generation = bump(connection)
            old = connection.execute(
                "SELECT no FROM filings WHERE source = ? OR id = ?", (filing.source, filing.id)
            ).fetchall()
            for (no,) in old:
                delete_filing(connection, no, generation)
            insert_filing(connection, generation, filing, passages, rows, vectors)
            return "replaced" if old else "added"

    def remove(self, filing_id: str) -> str:
        """Take a filing out, by its id or a beginning of it that no other has; returns the whole id.

        Raises:
            UnknownDocument: No filing has that id, or several have.
        """
        with self._transaction() as connection:
            whole = reading.resolve(connection, filing_id)
            (no,) = connection.execute("SELECT no FROM filings WHERE id = ?", (whole,)).fetchone()
            delete_filing(connection, no, bump(connection))
            return whole

    def holds(self, filing: Filing) -> bool:
        """Whether :meth:`put` would say "unchanged": worth knowing before embedding it."""
        with self._readers.lend() as connection:
            return self._same(connection, filing)

    @staticmethod
    def _same(connection: sqlite3.Connection, filing: Filing) -> bool:
        row = connection.execute("SELECT head FROM filings WHERE id = ?", (filing.id,)).fetchone()
        if row is None:
            return False
        # The same file under another name is the same filing; the same file with another issuer was corrected.
        head, given = decode_head(row[0]), FilingHead.of(filing)
        given.source = head.source
        return head == given

    def _checked(self, vectors: Vectors, count: int) -> Vectors:
        array = np.asarray(vectors, dtype=np.float32).reshape(-1, self.embedder.dimension)
        if len(array) != count or not np.isfinite(array).all():
            raise ValueError(f"{count} finite vectors of {self.embedder.dimension} dimensions are needed")
        return array

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._writing:
            if self._writer is None:
                raise IndexLocked("the index is open for reading", where=str(self.folder), hint="Open it to write.")
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
            except BaseException:
                self._writer.execute("ROLLBACK")
                raise
            self._writer.execute("COMMIT")

    @property
    def writable(self) -> bool:
        """Whether this store holds the write lock."""
        return self._writer is not None

    @contextmanager
    def borrow_lock(self) -> Iterator[bool]:
        """Whether view files may be written inside: yes for the writer, and for a reader while nobody writes."""
        if self.writable:
            with self._writing:
                yield True
            return
        try:
            self._lock.acquire(timeout=0)
        except (Timeout, OSError):
            yield False
            return
        try:
            yield True
        finally:
            self._lock.release()

    # Reading

    def generation(self) -> int:
        """How many changes the index has seen."""
        with self._readers.lend() as connection:
            return reading.generation(connection)

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

    def filing_text(self, filing_id: str) -> str:
        """The source text. Raises UnknownDocument."""
        with self._readers.lend() as connection:
            return reading.text(connection, filing_id)

    def load(self, filing_id: str) -> Filing:
        """The filing, equal to the one that was put. Raises UnknownDocument."""
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

    # Closing

    def _drop_writer(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def close(self) -> None:
        """Close the connections and release the lock. A second time does nothing."""
        self._readers.close()
        with self._writing:
            writing = self._writer is not None
            self._drop_writer()
        if writing:
            self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def _lock_of(folder: Path) -> FileLock:
    # Not one lock per thread: a service opens in one thread and closes in another.
    return FileLock(folder / LOCK, thread_local=False)


def _acquire(folder: Path, wait: float) -> FileLock:
    lock = _lock_of(folder)
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise IndexLocked(
            "another process is writing to this index", where=str(folder), hint="Try again when it has finished."
        ) from error
    return lock


def _first_meta(embedder: EmbedderInfo) -> dict[str, str]:
    return {
        "format": str(FORMAT),
        "index_id": uuid.uuid4().hex,
        "generation": "0",
        "next_passage": "0",
        "next_row": "0",
        "embedder": embedder.name,
        "dimension": str(embedder.dimension),
        "precision": embedder.precision,
    }
