"""Plain BM25 over chunks, by bm25s with its defaults: English stop words and stemming, k1 1.5, b 0.75."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tickmark.eval import heavy
from tickmark.eval.systems.chunked import ChunkedSystem

__all__ = ["Bm25"]


@dataclass
class Bm25(ChunkedSystem):
    """BM25."""

    name: str = "bm25"
    libraries: tuple[str, ...] = ("bm25s", "PyStemmer", "langchain-text-splitters")
    _index: Any = None

    def __post_init__(self) -> None:
        """Say how it is set."""
        self.settings |= {"k1": 1.5, "b": 0.75, "stop_words": "en", "stemmer": "english"}
        self._stemmer = heavy.stemmer().Stemmer("english")

    def _tokens(self, texts: list[str]) -> Any:
        return heavy.bm25s().tokenize(
            texts, stopwords="en", stemmer=self._stemmer, show_progress=False, return_ids=False
        )

    def build(self, texts: list[str]) -> None:
        """Index the texts."""
        tokens = self._tokens(texts) if texts else []
        # bm25s takes words of two letters and more; where there is none, nothing can be found.
        if any(tokens):
            self._index = heavy.bm25s().BM25(k1=1.5, b=0.75)
            self._index.index(tokens, show_progress=False)

    def search(self, question: str, k: int) -> list[tuple[int, float]]:
        """The best by BM25; what shares no word with the question is not found."""
        if self._index is None:
            return []
        numbers, scores = self._index.retrieve(self._tokens([question]), k=k, show_progress=False)
        return [(int(number), float(score)) for number, score in zip(numbers[0], scores[0], strict=True) if score > 0]
