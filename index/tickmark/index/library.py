"""The first floor's front door: one folder, its store, its two views and its embedding model.

Opening, listing and reading need neither torch nor FAISS; the model is loaded when something is first embedded, the
views when something is first searched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Final

import numpy as np
import numpy.typing as npt

from tickmark.index.database.reading import Kind
from tickmark.index.database.schema import DATABASE
from tickmark.index.dense import DenseView
from tickmark.index.embed import Embedder, EmbedderInfo, SentenceTransformerEmbedder, canonical_name
from tickmark.index.filters import Filters
from tickmark.index.lexical import LexicalView
from tickmark.index.model import Change, FilingSummary
from tickmark.index.ranking.rerank import CrossEncoderReranker, Reranker
from tickmark.index.store import Store
from tickmark.index.views.lexical_files import ViewError
from tickmark.index.views.tantivy_index import WindowHit
from tickmark.ingest.model import Figure, FigureRow, Filing, Passage, Table

__all__ = ["Library"]

_IDS_KEPT: Final = 100_000  # of passages, and of rows
Read = tuple[Filing, Sequence[Passage], Sequence[FigureRow]]


class Library:
    """An index folder, open. Safe to share between threads. Make one with :meth:`open`."""

    def __init__(self, store: Store, embedder: Embedder | None = None, reranker: Reranker | None = None) -> None:
        self.store = store
        self._embedder = embedder
        self.reranker = reranker
        self._embedder_lock = Lock()
        self._lexical = LexicalView(store.folder)
        self._dense = DenseView(store.folder)
        self._numbered: tuple[int, dict[Kind, dict[int, str]]] = -1, {}

    @classmethod
    def open(
        cls,
        folder: Path | str,
        *,
        write: bool = False,
        create: bool = False,
        embedder: Embedder | str | None = None,
        reranker: Reranker | str | None = None,
        wait: float = 5.0,
    ) -> Library:
        """Open an index.

        Args:
            folder: The index folder.
            write: Whether filings are to be added or removed; takes the write lock until :meth:`close`.
            create: Make the index if there is none (for writing).
            embedder: A model's name or path, or a model already loaded. None is the model the index was made with, and
                for a new index the packaged default.
            reranker: A cross-encoder, or the name of one, that gives a second opinion on the order of passages.
            wait: Seconds to wait for another writer. A reader that brings the views up to date holds the lock briefly.

        Raises:
            NotAnIndex: There is no index there.
            IndexFormatError: It was written by another version of Tickmark.
            IndexLocked: Another process is writing.
            ModelMismatch: It was made with another model than ``embedder``.
            SettingsError: The model cannot be loaded (new index only; later when first used).
        """
        model = None if isinstance(embedder, str) else embedder
        second = CrossEncoderReranker(reranker) if isinstance(reranker, str) else reranker
        if create and not (Path(folder) / DATABASE).is_file():
            model = model or SentenceTransformerEmbedder(embedder if isinstance(embedder, str) else None)
            return cls(Store.create(folder, model.info, wait=wait), model, second)
        store = Store.open(folder, write=write or create, wait=wait)
        try:
            if model is not None:
                store.expect(model.info)
            elif isinstance(embedder, str):
                store.expect_name(canonical_name(embedder))
        except BaseException:
            store.close()
            raise
        return cls(store, model, second)

    @property
    def info(self) -> EmbedderInfo:
        """The embedding model this index was made with."""
        return self.store.embedder

    @property
    def embedder(self) -> Embedder:
        """The embedding model, loaded at first use. Raises SettingsError or ModelMismatch."""
        with self._embedder_lock:
            if self._embedder is None:
                model = SentenceTransformerEmbedder(self.store.embedder.name)
                self.store.expect(model.info)
                self._embedder = model
            return self._embedder

    def generation(self) -> int:
        """How many changes the index has seen; what is cached of it holds as long as this does."""
        return self.store.generation()

    # Writing

    def add(self, filing: Filing, passages: Sequence[Passage], rows: Sequence[FigureRow]) -> Change:
        """Embed a filing and take it in, in one transaction. When this returns, it will survive a crash.

        The views follow at the next search, :meth:`refresh` or :meth:`close`, whichever is first.

        Raises:
            IndexLocked: The index was opened for reading.
        """
        if self.store.holds(filing):
            return "unchanged"
        vectors = self.embedder.encode([p.index_text for p in passages] + [r.index_text for r in rows])
        return self.store.put(filing, passages, rows, vectors[: len(passages)], vectors[len(passages) :])

    def add_many(self, items: Iterable[Read]) -> Iterator[Change]:
        """Add filing after filing, giving what became of each as it is done.

        The views are brought up to date at the end, also when the caller stops half-way or an item raises.
        """
        try:
            for item in items:
                yield self.add(*item)
        finally:
            self.refresh()

    def remove(self, filing_id: str) -> str:
        """Take a filing out by its id or a unique beginning of it; returns the whole id. Raises UnknownDocument."""
        return self.store.remove(filing_id)

    def refresh(self) -> None:
        """Bring both views to the store's generation; cheap when they are there."""
        self._lexical.refresh(self.store)
        self._dense.refresh(self.store)

    # Finding

    def lexical(
        self, text: str, k: int, kind: Kind, filing_ids: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """The best by BM25: (id, score), best first. See :meth:`LexicalView.search`."""
        self._lexical.refresh(self.store)
        try:
            return self._lexical.search(text, k, kind, filing_ids)
        except ViewError:
            self._lexical.rebuild(self.store)
            return self._lexical.search(text, k, kind, filing_ids)

    def windows(self, text: str, k: int, filing_ids: Collection[str] | None = None) -> list[WindowHit]:
        """The windows nearest to a text by words and by pairs of words. See :meth:`LexicalView.windows`."""
        self._lexical.refresh(self.store)
        try:
            return self._lexical.windows(text, k, filing_ids)
        except ViewError:
            self._lexical.rebuild(self.store)
            return self._lexical.windows(text, k, filing_ids)

    def dense(
        self,
        question: str | npt.NDArray[np.float32],
        k: int,
        kind: Kind,
        filing_ids: Collection[str] | None = None,
    ) -> list[tuple[str, float]]:
        """The best by cosine to a text, or to a vector from :meth:`embed`: (id, cosine), best first."""
        vector = self.embed(question) if isinstance(question, str) else question
        self._dense.refresh(self.store)
        found = self._dense.search(vector, k, kind, filing_ids)
        ids = self._ids_of(kind, [number for number, _ in found])
        return [(ids[number], score) for number, score in found if number in ids]

    def _ids_of(self, kind: Kind, numbers: Sequence[int]) -> Mapping[int, str]:
        """The ids of passages or rows by sequence number, kept between searches for one generation."""
        generation, kept = self._dense.generation, self._numbered
        if kept[0] != generation:
            kept = self._numbered = generation, {"passage": {}, "row": {}}
        known = kept[1][kind]
        if len(known) > _IDS_KEPT:
            known = kept[1][kind] = {}  # another: a search of another thread may be reading the old one
        if missing := [number for number in numbers if number not in known]:
            known.update(self.store.ids_of(kind, missing))
        return known

    def embed(self, text: str) -> npt.NDArray[np.float32]:
        """The vector of a question, (dimension,): worth keeping when it is searched for more than once."""
        return self.embedder.encode_query(text)

    # Reading: the store's own methods, under the names the floors above use

    def summaries(self, filters: Filters | None = None) -> list[FilingSummary]:
        """The filings that pass, in the order they came in."""
        return self.store.filings(filters)

    def filing_ids(self, filters: Filters | None = None) -> list[str]:
        """The ids of the filings that pass, in the order they came in."""
        return self.store.filing_ids(filters)

    def period_years(self) -> list[int]:
        """The years in which the periods of the figures end, in order: what a period filter can ask for."""
        return self.store.period_years()

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        """The passages in the order asked; those that are not there are left out."""
        return self.store.passages(ids)

    def rows(self, ids: Sequence[str]) -> list[FigureRow]:
        """The figure rows in the order asked; those that are not there are left out."""
        return self.store.rows(ids)

    def figures(self, ids: Sequence[str]) -> list[Figure]:
        """The figures in the order asked; those that are not there are left out."""
        return self.store.figures(ids)

    def rows_of(self, filing_id: str) -> list[FigureRow]:
        """The figure rows of one filing, in reading order. Raises UnknownDocument."""
        return self.store.rows_of(filing_id)

    def passages_of(self, filing_id: str) -> list[Passage]:
        """The passages of one filing, in reading order. Raises UnknownDocument."""
        return self.store.passages_of(filing_id)

    def iter_figures(self, filters: Filters | None = None) -> Iterator[Figure]:
        """The figures that pass, filing by filing in reading order."""
        return self.store.iter_figures(filters)

    def table(self, filing_id: str, index: int) -> Table | None:
        """One table of a filing, or None where there is none of that index. Raises UnknownDocument."""
        return self.store.table(filing_id, index)

    def tables(self, filing_id: str) -> list[Table]:
        """The tables of a filing, in reading order. Raises UnknownDocument."""
        return self.store.tables(filing_id)

    def text(self, filing_id: str) -> str:
        """The source text of a filing. Raises UnknownDocument."""
        return self.store.filing_text(filing_id)

    def load(self, filing_id: str) -> Filing:
        """A filing, whole, equal to the one that was added. Raises UnknownDocument."""
        return self.store.load(filing_id)

    # Closing

    def close(self) -> None:
        """Bring the views up to date if this process was writing, and let go of everything."""
        try:
            if self.store.writable:
                self.refresh()
        finally:
            self._lexical.close()
            self._dense.close()
            self.store.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()
