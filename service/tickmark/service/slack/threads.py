"""What a thread is about, so that "and 2022?" can be answered in it, also after a restart."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import NamedTuple

from tickmark.service.slack.keeping import Keeping

__all__ = ["Place", "Threads", "Topic"]

# A direct message is one long conversation; what was said in it yesterday is no longer what it is about.
CONVERSATION_SECONDS = 60 * 60


class Place(NamedTuple):
    """A thread; with an empty ``thread``, the run of a direct message outside threads."""

    team: str
    channel: str
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """Whose figure, which figure, of when: each as words that can stand in a question."""

    issuers: tuple[str, ...] = ()
    subject: str = ""
    periods: tuple[str, ...] = ()


class Threads:
    """Topics by place."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping

    def topic(self, place: Place) -> Topic | None:
        """What is talked about there; None where the bot has not answered, or too long ago."""
        with self._keeping.transaction() as database:
            row = database.execute(
                "SELECT at, topic FROM threads WHERE team = ? AND channel = ? AND thread = ?", place
            ).fetchone()
        if row is None or (not place.thread and self._keeping.clock() - row[0] > CONVERSATION_SECONDS):
            return None
        kept = json.loads(row[1])
        return Topic(tuple(kept["issuers"]), kept["subject"], tuple(kept["periods"]))

    def remember(self, place: Place, topic: Topic) -> None:
        """Talk about this there from now on."""
        with self._keeping.transaction() as database:
            database.execute(
                "INSERT OR REPLACE INTO threads (team, channel, thread, at, topic) VALUES (?, ?, ?, ?, ?)",
                (*place, self._keeping.clock(), json.dumps(asdict(topic), ensure_ascii=False)),
            )
