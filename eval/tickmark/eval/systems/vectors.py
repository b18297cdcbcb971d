"""LangChain's splitter, Tickmark's embedding model and a flat FAISS index: the pipeline most people start with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tickmark.eval.systems.chunked import ChunkedSystem

__all__ = ["LangchainFaiss"]


@dataclass
class LangchainFaiss(ChunkedSystem):
    """Dense search by cosine, exact."""

    name: str = "langchain-faiss"
    libraries: tuple[str, ...] = ("langchain-text-splitters", "faiss-cpu", "sentence-transformers", "torch")
    _index: Any = None
    _model: Any = None

    def build(self, texts: list[str]) -> None:
        """Embed and index the texts."""
        from tickmark.index.embed import SentenceTransformerEmbedder  # noqa: PLC0415
        from tickmark.index.views import heavy  # noqa: PLC0415 - torch and FAISS take seconds

        self._model = SentenceTransformerEmbedder()
        self.settings |= {"model": self._model.info.name, "precision": self._model.info.precision}
        self._index = heavy.faiss().IndexFlatIP(self._model.info.dimension)
        if texts:
            self._index.add(self._model.encode(texts))

    def search(self, question: str, k: int) -> list[tuple[int, float]]:
        """The nearest by cosine."""
        scores, numbers = self._index.search(self._model.encode_query(question)[None, :], k)
        return [(int(number), float(score)) for number, score in zip(numbers[0], scores[0], strict=True)]
