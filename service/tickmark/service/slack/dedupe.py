"""Once and only once: Slack sends an event again when it thinks that it was not heard.

A key is claimed before the work and marked done after it. A claim that was left half-way by a process that is gone may
be taken over, so that a crash costs no answer; one that is being worked on may not.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from tickmark.service.slack.keeping import Keeping

__all__ = ["Dedupe"]

ABANDONED_SECONDS = 45.0


class Dedupe:
    """Who works on what. ``owner`` tells this process from one that crashed or runs beside it."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._owner = uuid.uuid4().hex

    def claim(self, keys: Sequence[str]) -> bool:
        """Take all the keys; False, and none is taken, when one of them is done or in work."""
        now = self._keeping.clock()
        marks = ", ".join("?" * len(keys))
        with self._keeping.transaction() as database:
            taken = database.execute(
                f"SELECT 1 FROM seen WHERE key IN ({marks}) AND (done OR owner = ? OR at > ?) LIMIT 1",  # noqa: S608
                (*keys, self._owner, now - ABANDONED_SECONDS),
            ).fetchone()
            if taken is not None:
                return False
            database.executemany(
                "INSERT OR REPLACE INTO seen (key, at, owner) VALUES (?, ?, ?)",
                [(key, now, self._owner) for key in keys],
            )
        return True

    def done(self, keys: Sequence[str]) -> None:
        """The work on these keys is over, whatever came of it."""
        with self._keeping.transaction() as database:
            database.executemany("UPDATE seen SET done = 1 WHERE key = ?", [(key,) for key in keys])
