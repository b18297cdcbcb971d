"""Right or wrong: what people say of answers, kept for whoever makes the answers better.

``SELECT * FROM feedback`` in ``slack.db`` gives it all. A button can carry 2,000 characters and a question may be
longer, so a button carries the id of the answer, which is kept from when it was posted.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from tickmark.service.model import Answer
from tickmark.service.slack.keeping import Keeping

__all__ = ["Click", "Feedback", "Judgement"]

Judgement = Literal["right", "wrong"]


@dataclass(frozen=True, slots=True)
class Click:
    """One click on a feedback button. ``time`` is ISO 8601 in UTC."""

    time: str
    user: str
    team: str
    channel: str
    question: str
    answer_status: str
    figure_ids: tuple[str, ...]
    verdict: Judgement


class Feedback:
    """The answers that were posted, and the clicks on them."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping

    def posting(self, answer: Answer) -> str:
        """The id under which this answer is posted."""
        answer_id = uuid.uuid4().hex
        with self._keeping.transaction() as database:
            database.execute(
                "INSERT INTO answers (id, at, question, answer_status, figure_ids) VALUES (?, ?, ?, ?, ?)",
                (
                    answer_id,
                    self._keeping.clock(),
                    answer.query,
                    answer.verdict.status,
                    json.dumps(answer.verdict.figure_ids),
                ),
            )
        return answer_id

    def click(self, answer_id: str, verdict: Judgement, *, user: str, team: str, channel: str) -> bool:
        """Keep a click; a second one of the same person replaces the first. False where the answer is not known."""
        now = datetime.fromtimestamp(self._keeping.clock(), UTC).isoformat(timespec="seconds")
        with self._keeping.transaction() as database:
            stored = database.execute(
                "INSERT OR REPLACE INTO feedback"
                " (time, user, team, channel, question, answer_status, figure_ids, verdict, answer_id)"
                " SELECT ?, ?, ?, ?, question, answer_status, figure_ids, ?, id FROM answers WHERE id = ?",
                (now, user, team, channel, verdict, answer_id),
            )
            return stored.rowcount > 0

    def clicks(self) -> Sequence[Click]:
        """All clicks, the oldest first."""
        with self._keeping.transaction() as database:
            rows = database.execute(
                "SELECT time, user, team, channel, question, answer_status, figure_ids, verdict FROM feedback"
                " ORDER BY time, rowid"
            ).fetchall()
        return [
            Click(at, user, team, channel, question, status, tuple(json.loads(figure_ids)), verdict)
            for at, user, team, channel, question, status, figure_ids, verdict in rows
        ]
