"""The dense view: inner product over the vectors of passages and of figure rows, on FAISS.

FAISS knows a passage or row by its sequence number in the store (:mod:`~tickmark.index.database.schema`), and a filing
by the range of them. What searches use is an immutable :class:`Snapshot`; catching up makes another and swaps it in, so
a search never waits for an update.

``dense.faiss`` holds both indexes behind a header with the generation and checksums. It is written by the holder of the
write lock alone. A reader that is behind needs only the vectors that are new, which it takes from the store into its
own copy.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from threading import Lock

import numpy as np
import numpy.typing as npt

from tickmark.index.database.reading import Kind
from tickmark.index.store import Store
from tickmark.index.views.dense_files import Snapshot, read_generation, read_snapshot, write_snapshot
from tickmark.index.views.dense_index import FLAT_UP_TO, VectorIndex
from tickmark.index.views.feed import Delta, Feed, FilingRange

__all__ = ["DenseView"]

FILE = "dense.faiss"
_KINDS: tuple[Kind, ...] = ("passage", "row")


class DenseView:
    """Nearest-neighbour search that follows a store. Safe to share between threads.

    Args:
        folder: The index folder.
        flat_up_to: With more vectors of one kind than this, they are clustered and searched approximately.
    """

    def __init__(self, folder: Path, *, flat_up_to: int = FLAT_UP_TO) -> None:
        self._path = folder / FILE
        self._flat_up_to = flat_up_to
        self._lock = Lock()
        self._snapshot: Snapshot | None = None
        self._on_disk = -1
        self._damaged = False

    @property
    def generation(self) -> int:
        """The generation that searches see; -1 before the first :meth:`refresh`."""
        return self._snapshot.generation if self._snapshot else -1

    def refresh(self, store: Store, generation: int | None = None) -> None:
        """Make searches see at least this generation of the store (by default its present one).

        Where the write lock is free, or this process has it, the file is brought up to date as well.
        """
        wanted = store.generation() if generation is None else generation
        if self.generation >= wanted and (self._on_disk >= wanted or not store.writable):
            return
        with self._lock:
            if self._snapshot is None:
                self._load(store)
            with store.feed() as feed:
                if self.generation != feed.generation:
                    self._snapshot = self._advanced(feed)
            if self._on_disk != self.generation:
                self._write(store)

    def search(
        self, vector: npt.NDArray[np.float32], k: int, kind: Kind, filing_ids: Collection[str] | None = None
    ) -> list[tuple[int, float]]:
        """The nearest passages or rows, best first.

        Args:
            vector: (dimension,), of length one.
            k: How many at most.
            kind: "passage" or "row".
            filing_ids: Only in these filings, every one of whose vectors is then compared; None is all.

        Returns:
            (sequence number, cosine) pairs; :meth:`Store.ids_of` has the ids.
        """
        snapshot = self._snapshot
        if snapshot is None or k < 1:
            return []
        ranges = None
        if filing_ids is not None:
            ranges = [snapshot.filings[f].of(kind) for f in set(filing_ids) if f in snapshot.filings]
        return snapshot.indexes[kind].search(vector, k, ranges)

    def close(self) -> None:
        """Let go of the vectors."""
        with self._lock:
            self._snapshot, self._on_disk = None, -1

    def _load(self, store: Store) -> None:
        loaded = read_snapshot(self._path, store.index_id, store.embedder.dimension)
        if loaded is not None:
            self._snapshot, self._on_disk = loaded, loaded.generation
        # A header can be sound over vectors that are not: such a file is written again whatever it says.
        self._damaged = loaded is None and self._path.exists()

    def _advanced(self, feed: Feed) -> Snapshot:
        """The snapshot at the feed's generation."""
        old = self._snapshot
        delta = feed.delta(old.generation) if old else None
        if old is None or delta is None:
            delta, filings = feed.everything(), {}
            indexes: dict[Kind, VectorIndex | None] = dict.fromkeys(_KINDS)
        else:
            filings = dict(old.filings)
            indexes = {kind: old.indexes[kind] for kind in _KINDS}
        for filing in delta.removed:
            filings.pop(filing.id, None)
        filings.update({filing.id: filing for filing in delta.added})
        made = {kind: self._index(indexes[kind], kind, delta, list(filings.values()), feed) for kind in _KINDS}
        return Snapshot(delta.generation, made, filings)

    def _index(
        self, old: VectorIndex | None, kind: Kind, delta: Delta, filings: list[FilingRange], feed: Feed
    ) -> VectorIndex:
        count = sum(stop - start for start, stop in (filing.of(kind) for filing in filings))
        if old is not None and old.fits(count, self._flat_up_to):
            changed = old.without([filing.of(kind) for filing in delta.removed])
            return changed.add((filing.of(kind), feed.vectors(filing, kind)) for filing in delta.added)
        empty = VectorIndex.empty(feed.dimension, count, self._flat_up_to, lambda n: _sample(feed, kind, filings, n))
        return empty.add((filing.of(kind), feed.vectors(filing, kind)) for filing in filings)

    def _write(self, store: Store) -> None:
        """Write the file, if nobody else is writing and nobody has meanwhile written the same or newer."""
        snapshot = self._snapshot
        if snapshot is None:
            return
        with store.borrow_lock() as held:
            if not held:
                return
            there = read_generation(self._path, store.index_id, store.embedder.dimension)
            if self._damaged or not snapshot.generation <= there <= store.generation():
                write_snapshot(self._path, store.index_id, store.embedder.dimension, snapshot)
            self._damaged = False
            self._on_disk = snapshot.generation


def _sample(feed: Feed, kind: Kind, filings: list[FilingRange], count: int) -> npt.NDArray[np.float32]:
    """About ``count`` vectors to train on, an even share of every filing."""
    total = sum(stop - start for start, stop in (filing.of(kind) for filing in filings))
    step = max(1, total // count)
    pieces, skip = [], 0
    for filing in filings:
        vectors = feed.vectors(filing, kind)
        pieces.append(vectors[skip::step])
        skip = (skip - len(vectors)) % step
    return np.concatenate(pieces)
