"""What ``tickmark.db`` looks like, how it is laid out, and how connections to it are opened and lent.

::

    meta      format, index id, generation, embedder, next sequence numbers
    filings   one row a filing: its head as JSON, the columns a filter needs, where its sequence numbers start
    keys      issuer names, forms and stock codes of a filing, as they are compared (see filters.py)
    sources   the source text, deflated; apart, so that listing never touches it
    originals the file itself, of a paged document, whose pages are shown as pictures
    blocks    kind and payload, in reading order
    figures   payload and flat columns
    passages, rows    payload, and ``seq``: the number by which FAISS knows them
    vectors   one matrix a filing and kind: float16, rows in the order of ``seq``
    changes   generation by generation, which filing came or went: what a view that is behind has to catch up on

Sequence numbers are never used twice, and those of one filing are consecutive, so that "the passages of this filing" is
a range in the dense view.
"""

from __future__ import annotations

import os
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from tickmark.index.embed import EmbedderInfo
from tickmark.ingest.errors import IndexFormatError, NotAnIndex

__all__ = ["DATABASE", "FORMAT", "Connections", "connect", "lay_out", "read_meta"]

DATABASE = "tickmark.db"
FORMAT = 2
_BUSY_MS = 30_000

_DDL = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE filings (
    no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL UNIQUE, head BLOB NOT NULL,
    published TEXT, period_end TEXT, chars INTEGER NOT NULL, tables INTEGER NOT NULL, figures INTEGER NOT NULL,
    first_passage INTEGER NOT NULL, passages INTEGER NOT NULL, first_row INTEGER NOT NULL, rows INTEGER NOT NULL);
CREATE TABLE keys (
    field TEXT NOT NULL, key TEXT NOT NULL, filing INTEGER NOT NULL REFERENCES filings ON DELETE CASCADE,
    PRIMARY KEY (field, key, filing)) WITHOUT ROWID;
CREATE INDEX keys_filing ON keys (filing);
CREATE TABLE sources (filing INTEGER PRIMARY KEY REFERENCES filings ON DELETE CASCADE, text BLOB NOT NULL);
CREATE TABLE originals (filing INTEGER PRIMARY KEY REFERENCES filings ON DELETE CASCADE, data BLOB NOT NULL);
CREATE TABLE blocks (
    seq INTEGER PRIMARY KEY, filing INTEGER NOT NULL REFERENCES filings ON DELETE CASCADE, n INTEGER NOT NULL,
    kind TEXT NOT NULL, table_index INTEGER, payload BLOB NOT NULL);
CREATE UNIQUE INDEX blocks_filing ON blocks (filing, n);
CREATE INDEX blocks_table ON blocks (filing, table_index) WHERE table_index IS NOT NULL;
CREATE TABLE figures (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, filing INTEGER NOT NULL REFERENCES filings ON DELETE CASCADE,
    origin TEXT NOT NULL, status TEXT NOT NULL, label TEXT NOT NULL, value TEXT, unit TEXT, currency TEXT,
    period_start TEXT, period_end TEXT, table_index INTEGER, payload BLOB NOT NULL);
CREATE INDEX figures_filing ON figures (filing, period_end);
CREATE TABLE passages (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, filing INTEGER NOT NULL REFERENCES filings ON DELETE CASCADE,
    kind TEXT NOT NULL, payload BLOB NOT NULL);
CREATE INDEX passages_filing ON passages (filing);
CREATE TABLE rows (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, filing INTEGER NOT NULL REFERENCES filings ON DELETE CASCADE,
    label TEXT NOT NULL, payload BLOB NOT NULL);
CREATE INDEX rows_filing ON rows (filing);
CREATE TABLE vectors (
    filing INTEGER NOT NULL REFERENCES filings ON DELETE CASCADE, kind TEXT NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (filing, kind)) WITHOUT ROWID;
CREATE TABLE changes (
    n INTEGER PRIMARY KEY, generation INTEGER NOT NULL, filing_id TEXT NOT NULL, op TEXT NOT NULL,
    first_passage INTEGER NOT NULL, passages INTEGER NOT NULL, first_row INTEGER NOT NULL, rows INTEGER NOT NULL);
CREATE INDEX changes_generation ON changes (generation);
"""


def connect(path: Path, *, create: bool = False, write: bool = False) -> sqlite3.Connection:
    """A connection in autocommit mode, so that every transaction begins and ends where the code says so.

    A reader in a folder it may not write to cannot join the write-ahead log; when there is none, the file by itself is
    the whole truth and is opened as immutable.
    """
    wal = path.with_name(path.name + "-wal")
    if write:
        mode = "rwc" if create else "rw"
    elif os.access(path.parent, os.W_OK):
        mode = "rw"
    else:
        mode = "ro" if wal.exists() else "ro&immutable=1"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    settings = [f"busy_timeout = {_BUSY_MS}", "foreign_keys = ON"]
    # FULL, not NORMAL: what was reported done must survive the machine going down, not only the process.
    settings += ["journal_mode = WAL", "synchronous = FULL"] if write else ["query_only = ON"]
    try:
        for setting in settings:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def lay_out(folder: Path, embedder: EmbedderInfo) -> None:
    """Make the tables where there are none.

    Args:
        folder: Where the index is to be.
        embedder: The model whose vectors it will hold, for good.

    Raises:
        NotAnIndex: There is a file of that name which is no database.
    """
    try:
        with closing(connect(folder / DATABASE, create=True, write=True)) as connection:
            if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone() is None:
                _create_tables(connection, _first_meta(embedder))
    except sqlite3.DatabaseError as error:
        raise NotAnIndex(f"{DATABASE} is there but is not an index ({error})", where=str(folder)) from error


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


def _create_tables(connection: sqlite3.Connection, meta: dict[str, str]) -> None:
    """Lay out an empty index in one transaction: killed half-way, there is no index at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in _DDL.split(";"):
            if statement.strip():
                connection.execute(statement)
        connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def read_meta(connection: sqlite3.Connection, folder: Path) -> dict[str, str]:
    """The meta table.

    Raises:
        NotAnIndex: The file is not a Tickmark database.
        IndexFormatError: It was written in another format.
    """
    try:
        meta = dict(connection.execute("SELECT key, value FROM meta").fetchall())
    except sqlite3.DatabaseError as error:
        raise NotAnIndex(f"{DATABASE} holds no index", where=str(folder), hint="Run tickmark ingest first.") from error
    if meta.get("format") != str(FORMAT):
        raise IndexFormatError(
            f"the index has format {meta.get('format')}, this version of Tickmark reads format {FORMAT}",
            where=str(folder),
            hint="Ingest the filings again into a new folder.",
        )
    return meta


class Connections:
    """A pool of connections: each is used by one thread at a time, and as many are open as were ever used at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: list[sqlite3.Connection] = []
        self._lock = Lock()
        self._closed = False

    def value(self, statement: str) -> Any:
        """What one statement selects. It sees one moment by itself, so it goes without a transaction."""
        with self._idle_one() as connection:
            return connection.execute(statement).fetchone()[0]

    @contextmanager
    def lend(self) -> Iterator[sqlite3.Connection]:
        """A connection inside a read transaction: all that is read within is of one moment."""
        with self._idle_one() as connection:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def _idle_one(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            if self._closed:
                raise NotAnIndex("the index has been closed", where=str(self._path.parent))
            connection = self._idle.pop() if self._idle else None
        if connection is None:
            connection = connect(self._path)
        try:
            yield connection
        finally:
            with self._lock:
                keep = not self._closed
                if keep:
                    self._idle.append(connection)
            if not keep:
                connection.close()

    def close(self) -> None:
        """Close every idle connection; those still lent close when they come back."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()
