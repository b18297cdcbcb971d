"""A second opinion on the first passages: a cross-encoder reads the question and each passage together.

Optional, and off by default: no such model comes with the package, each question costs some tens of model runs more,
and on pages of tables a generic one is often wrong. Published results on financial pages differ in sign, so try yours
on questions of your own (``tickmark eval compare``).

The two orders are joined by reciprocal rank (Cormack et al. 2009), which needs no common scale of scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import Any, Final, Protocol, TypeVar

from tickmark.index.views import heavy
from tickmark.ingest.errors import SettingsError

__all__ = ["RERANKED", "CrossEncoderReranker", "Reranker", "rejoined"]

RERANKED: Final = 30
_RRF: Final = 60
_T = TypeVar("_T")


class Reranker(Protocol):
    """Scores texts for a question. Safe to share between threads."""

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """One score a text, on any scale; higher is better."""
        ...


class CrossEncoderReranker:
    """Any cross-encoder that sentence-transformers can load, by name or folder; loaded when first asked."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._model: Any = None
        self._lock = Lock()

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """One score a text; higher is better.

        Raises:
            SettingsError: The model cannot be loaded, or gives more than one number a text.
        """
        if not texts:
            return []
        with self._lock:
            if self._model is None:
                self._model = self._load()
            found = self._model.predict([(question, text) for text in texts], show_progress_bar=False)
        return [float(score) for score in found]

    def _load(self) -> Any:
        try:
            with heavy.no_progress_bars():
                model = heavy.sentence_transformers().CrossEncoder(self.name)
        except Exception as error:
            reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            raise SettingsError(
                f"the cross-encoder {self.name!r} cannot be loaded ({reason})",
                where="setting TICKMARK_RERANKER",
                hint="Give the folder of a cross-encoder for sentence-transformers, or none.",
            ) from error
        if model.num_labels != 1:
            raise SettingsError(
                f"the model {self.name!r} gives {model.num_labels} numbers a passage, and a ranking needs one",
                where="setting TICKMARK_RERANKER",
                hint="Give a cross-encoder that was made for ranking.",
            )
        return model


def rejoined(items: Sequence[_T], scores: Sequence[float]) -> list[_T]:
    """Items in the order that their present ranks and their scores give together; ties keep the present order."""
    order = sorted(range(len(items)), key=lambda n: -scores[n])
    second = {n: rank for rank, n in enumerate(order)}
    joined = sorted(range(len(items)), key=lambda n: -(1 / (_RRF + n) + 1 / (_RRF + second[n])))
    return [items[n] for n in joined]
