"""The truth: one SQLite database, in which every filing arrives, changes and leaves in one transaction.

The lexical and the dense view are made from it and can be made again; what they need of it is in
:mod:`~tickmark.index.views.feed`. A store opened for reading is safe to share between threads and sees each filing from
the moment it is committed. One process writes at a time: it holds ``write.lock`` for as long as the store is open.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

import numpy as np
import numpy.typing as npt
from filelock import FileLock, Timeout

from tickmark.index.database import reading
from tickmark.index.database.codec import FilingHead, decode_head
from tickmark.index.database.reader import StoreReader
from tickmark.index.database.schema import DATABASE, connect, lay_out
from tickmark.index.database.write_lock import acquire, lock_of
from tickmark.index.database.writing import bump, delete_filing, insert_filing
from tickmark.index.embed import EmbedderInfo
from tickmark.index.model import Change
from tickmark.ingest.errors import IndexLocked, ModelMismatch, NotAnIndex
from tickmark.ingest.model import FigureRow, Filing, Passage

__all__ = ["Store"]

Vectors = npt.NDArray[np.float32]


class Store(StoreReader):
    """One index's database. Make one with :meth:`create` or :meth:`open`; close it, or use it as a context manager."""

    def __init__(self, folder: Path, lock: FileLock, *, write: bool) -> None:
        path = folder / DATABASE
        if not path.is_file():
            raise NotAnIndex(
                "there is no index in this folder" if folder.is_dir() else "there is no such folder",
                where=str(folder),
                hint=f"Make an index with: tickmark ingest PATH --index {folder}",
            )
        self.folder = folder
        self._lock = lock
        self._writing = RLock()
        self._writer: sqlite3.Connection | None = None
        try:
            self._writer = connect(path, write=True) if write else None
            super().__init__(path)
        except sqlite3.DatabaseError as error:
            self._drop_writer()
            raise NotAnIndex(f"{DATABASE} cannot be read ({error})", where=str(folder)) from error
        except BaseException:
            self._drop_writer()
            raise

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
            NotAnIndex: The folder cannot be made.
        """
        folder = Path(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            what = f"the folder for the index cannot be made ({error.strerror or error})"
            raise NotAnIndex(
                what, where=str(folder), hint="Give another --index, in a folder you may write to"
            ) from error
        lock = acquire(folder, wait)
        try:
            lay_out(folder, embedder)
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
            return cls(folder, lock_of(folder), write=False)
        lock = acquire(folder, wait)
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
            insert_filing(connection, generation, filing, passages=passages, rows=rows, vectors=vectors)
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

    # Closing

    def _drop_writer(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def close(self) -> None:
        """Close the connections and release the lock. A second time does nothing."""
        super().close()
        with self._writing:
            writing = self._writer is not None
            self._drop_writer()
        if writing:
            self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()
