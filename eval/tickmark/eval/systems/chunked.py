"""What the two baselines share: chunks, and a fingerprint of them."""

from __future__ import annotations

import hashlib
from abc import abstractmethod
from dataclasses import dataclass, field

from tickmark.eval.chunks import CHUNK_CHARS, OVERLAP_CHARS, Chunk, chunks
from tickmark.eval.datasets.texts import read_texts
from tickmark.eval.model import Question, Response, Unread
from tickmark.eval.systems.base import Setup, System, retrieved

__all__ = ["ChunkedSystem"]


@dataclass
class ChunkedSystem(System):
    """A system that searches chunks. ``whole``: a document is one chunk."""

    whole: bool = False
    chunks: list[Chunk] = field(default_factory=list)
    k: int = 10

    def prepare(self, setup: Setup) -> list[Unread]:
        """Cut the documents and index the pieces."""
        texts, unread = read_texts(setup.dataset.documents)
        self.k = setup.k
        self.chunks = list(chunks(texts.values(), facts=setup.facts, whole=self.whole))
        if not self.whole:
            self.settings |= {"chunk_chars": CHUNK_CHARS, "overlap_chars": OVERLAP_CHARS}
        self.settings |= {"chunks": len(self.chunks), "whole_documents": self.whole}
        self.build([chunk.indexed for chunk in self.chunks])
        return unread

    @abstractmethod
    def build(self, texts: list[str]) -> None:
        """Index the texts of the chunks."""

    @abstractmethod
    def search(self, question: str, k: int) -> list[tuple[int, float]]:
        """The best chunks, by their number, and their scores, best first."""

    def ask(self, question: Question) -> Response:
        """The best chunks."""
        found = self.search(question.text, min(self.k, len(self.chunks))) if self.chunks else []
        return Response(question.id, retrieved([(self.chunks[number], score) for number, score in found]))

    def fingerprint(self) -> str:
        """Over places and indexed texts."""
        total = hashlib.sha256()
        for chunk in self.chunks:
            total.update(f"{chunk.doc}\0{chunk.chars}\0{chunk.indexed}\0".encode())
        return total.hexdigest()[:16]
