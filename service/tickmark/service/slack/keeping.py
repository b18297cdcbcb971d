"""What the bot keeps, in one small SQLite file beside the index: ``slack.db``.

::

    seen       keys of what Slack sent, so that nothing is answered twice        (dedupe.py)
    threads    what a thread is about: issuer, metric, period                    (threads.py)
    answers    what was posted, so that a click can say which answer it is about (feedback.py)
    feedback   what people said of the answers: right or wrong

It is a file of its own since the index has one writer at a time, and a click must never wait for an ingest. Everything
but ``feedback`` is forgotten with time.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from tickmark.ingest.errors import TickmarkIndexError

__all__ = ["DATABASE", "Keeping"]

DATABASE = "slack.db"
DAY = 24 * 60 * 60
KEEP_SEEN = 2 * DAY  # Slack gives up on an event after about an hour, or a day where it is told to retry late
KEEP_THREADS = 90 * DAY
KEEP_ANSWERS = 180 * DAY
BUSY_SECONDS = 10

_TABLES = """
CREATE TABLE IF NOT EXISTS seen (
    key TEXT PRIMARY KEY, at REAL NOT NULL, owner TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS threads (
    team TEXT NOT NULL, channel TEXT NOT NULL, thread TEXT NOT NULL, at REAL NOT NULL, topic TEXT NOT NULL,
    PRIMARY KEY (team, channel, thread)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answers (
    id TEXT PRIMARY KEY, at REAL NOT NULL, question TEXT NOT NULL, answer_status TEXT NOT NULL,
    figure_ids TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS feedback (
    time TEXT NOT NULL, user TEXT NOT NULL, team TEXT NOT NULL, channel TEXT NOT NULL, question TEXT NOT NULL,
    answer_status TEXT NOT NULL, figure_ids TEXT NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong')),
    answer_id TEXT NOT NULL, UNIQUE (answer_id, team, user));
"""


class Keeping:
    """The file, open. Safe to share between threads and, since SQLite is, between processes."""

    def __init__(self, folder: Path, *, clock: Callable[[], float] = time.time) -> None:
        """Open the file of an index folder, made if it is not there.

        Raises:
            TickmarkIndexError: it cannot be opened or is no such file.
        """
        self.clock = clock
        self._lock = Lock()
        path = folder / DATABASE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None)
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = NORMAL")
            self._database.executescript(_TABLES)
            self._forget()
        except (OSError, sqlite3.Error) as error:
            raise TickmarkIndexError(
                f"the Slack bot's file cannot be used: {error}",
                where=str(path),
                hint="See that the folder can be written to; a damaged file can be moved away, its feedback with it.",
            ) from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """The database, with everything done in it done together or not at all."""
        with self._lock:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._database.close()

    def _forget(self) -> None:
        now = self.clock()
        with self.transaction() as database:
            database.execute("DELETE FROM seen WHERE at < ?", (now - KEEP_SEEN,))
            database.execute("DELETE FROM threads WHERE at < ?", (now - KEEP_THREADS,))
            database.execute("DELETE FROM answers WHERE at < ?", (now - KEEP_ANSWERS,))
