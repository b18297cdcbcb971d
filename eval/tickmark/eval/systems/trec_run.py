"""Any other system, by the TREC run file that it wrote."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from tickmark.eval.datasets.texts import Text, read_texts
from tickmark.eval.model import Place, Question, Response, Retrieved, Unread
from tickmark.eval.systems.base import TEXTS_KEPT, Setup, System
from tickmark.eval.trec import Line, read_run

__all__ = ["TrecRun"]


@dataclass
class TrecRun(System):
    """The lines of a run, highest score first, as TREC's own tools take them; ranks in the file are not looked at."""

    name: str = "trec"
    timed: bool = False
    path: Path = Path()
    _lines: dict[str, list[Line]] = field(default_factory=dict)
    _texts: dict[str, Text] = field(default_factory=dict)
    _same: dict[str, str] = field(default_factory=dict)
    _k: int = 10

    def prepare(self, setup: Setup) -> list[Unread]:
        """Read the run."""
        self._texts, unread = read_texts(setup.dataset.documents)
        self._k, self._same = setup.k, setup.dataset.same
        for line in read_run(self.path):
            self._lines.setdefault(line.query, []).append(line)
        asked = {question.id for question in setup.dataset.questions}
        strangers = sorted(set(self._lines) - asked)
        return unread + [Unread(query, "it is in the run, and not among the questions") for query in strangers]

    def ask(self, question: Question) -> Response | None:
        """What the run says."""
        lines = sorted(self._lines.get(question.id, []), key=lambda line: -line.score)[: self._k]
        if not lines:
            return None
        return Response(question.id, tuple(self._passage(rank, line) for rank, line in enumerate(lines)))

    def _passage(self, rank: int, line: Line) -> Retrieved:
        place = Place(self._same.get(line.place.doc, line.place.doc), line.place.chars)
        known = self._texts.get(place.doc)
        text = "" if known is None else known.source[slice(*place.chars)] if place.chars else known.source
        return Retrieved(place.doc, place.chars, line.score, len(text), text if rank < TEXTS_KEPT else None)

    def fingerprint(self) -> str:
        """Over the file."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()[:16]
