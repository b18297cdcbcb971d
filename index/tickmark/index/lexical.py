"""The lexical view: BM25 over passages, figure rows and windows, on tantivy.

Each kind is a tantivy index of its own, so that a short row is not measured against the length of prose, nor its words
counted among it. The generation each was built from is a document of it, committed together with the rest.

On disk::

    lexical/current.json     which folder holds the view, for which index, in which format; replaced atomically
    lexical/<name>/<kind>/   a tantivy index, changed by commits while it is sound; a rebuild makes a new folder

Only the holder of the write lock commits there. A reader that finds the view behind while another process holds the
lock makes a private copy (hard links: tantivy never changes a segment file) and brings that up to date, so that its
answers are current and its scores are those of the whole index.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from tickmark.index.database.reading import Kind
from tickmark.index.store import Store
from tickmark.index.views.feed import Feed
from tickmark.index.views.lexical_files import Shelf, ViewError, guarded
from tickmark.index.views.tantivy_index import TantivyIndexes, WindowHit
from tickmark.ingest.errors import TickmarkIndexError

__all__ = ["LexicalView", "WindowHit"]

_COPY_TRIES = 4


class LexicalView:
    """BM25 search that follows a store. Safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self._shelf = Shelf(folder / "lexical")
        self._lock = Lock()
        self._index: TantivyIndexes | None = None
        self._private: TemporaryDirectory[str] | None = None

    @property
    def generation(self) -> int:
        """The generation that searches see; -1 before the first :meth:`refresh`."""
        return self._index.generation if self._index else -1

    def refresh(self, store: Store, generation: int | None = None) -> None:
        """Make searches see at least this generation of the store (by default its present one)."""
        wanted = store.generation() if generation is None else generation
        if self.generation >= wanted:
            return
        with self._lock:
            if self.generation >= wanted or self._follow_disk(store, wanted):
                return
            self._update(store)

    def rebuild(self, store: Store) -> None:
        """Make the view anew from the store, whatever lies on disk: for when a search has found it broken."""
        with self._lock:
            self._use(None, None)
            with store.borrow_lock() as held:
                if held:
                    self._shelf.forget()
            self._update(store)

    def _update(self, store: Store) -> None:
        try:
            with store.borrow_lock() as held, store.feed() as feed:
                if held:
                    self._use(self._update_disk(feed), None)
                else:
                    self._update_private(feed)
        except (ViewError, OSError) as error:
            raise TickmarkIndexError(
                f"the lexical view cannot be written ({error})",
                where=str(store.folder),
                hint="Is the disk full, or the folder not writable?",
            ) from error

    def search(
        self, text: str, k: int, kind: Kind, filing_ids: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """The passages or rows that share most with a text, best first; never raises on what the text is.

        Args:
            text: A question in words; no query syntax is read in it.
            k: How many at most.
            kind: "passage" or "row".
            filing_ids: Only in these filings; None is all.

        Returns:
            (id, BM25 score) pairs. Scores are above zero and comparable within one search only.

        Raises:
            ViewError: The files are broken; :meth:`rebuild` mends that.
        """
        index = self._index
        if index is None or k < 1 or (filing_ids is not None and not filing_ids):
            return []
        with guarded():
            return index.search(text, k, kind, filing_ids)

    def windows(self, text: str, k: int, filing_ids: Collection[str] | None = None) -> list[WindowHit]:
        """The windows that share most words, or most pairs of words, with a text: up to ``k`` of each.

        Raises:
            ViewError: The files are broken; :meth:`rebuild` mends that.
        """
        index = self._index
        if index is None or k < 1 or (filing_ids is not None and not filing_ids):
            return []
        with guarded():
            return index.windows(text, k, filing_ids)

    def close(self) -> None:
        """Let go of the index and of a private copy."""
        with self._lock:
            self._use(None, None)

    def _use(self, index: TantivyIndexes | None, private: TemporaryDirectory[str] | None) -> None:
        # Searches under way keep the old index, whose files stay mapped after they are unlinked.
        old, self._index, self._private = self._private, index, private
        if old is not None and old is not private:
            old.cleanup()

    def _follow_disk(self, store: Store, wanted: int) -> bool:
        """Use the view on disk if it has (or a writer has meanwhile brought it to) the wanted generation."""
        try:
            folder = self._shelf.current(store.index_id)
            if folder is None:
                return False
            self._shelf.verify(folder)
            index = TantivyIndexes.open(folder)
        except ViewError:
            return False
        # A view ahead of its store is from before the store was put back from a backup: to be made anew.
        if not wanted <= index.generation <= store.generation():
            return False
        self._use(index, None)
        return True

    def _update_disk(self, feed: Feed) -> TantivyIndexes:
        """Bring the view on disk to the feed's generation: catch up where possible, else make it anew."""
        try:
            folder = self._shelf.current(feed.index_id)
            if folder is not None:
                self._shelf.verify(folder)
                index = TantivyIndexes.open(folder)
                index.follow(feed)
                return index
        except ViewError:
            pass  # Made anew below: the store has all that was in it.
        with self._shelf.new(feed.index_id) as folder:
            index = TantivyIndexes.create(folder)
            index.follow(feed)
        return index

    def _update_private(self, feed: Feed) -> None:
        """Bring a private copy to the feed's generation."""
        if self._index and self._private:
            try:
                self._index.follow(feed)
                return
            except ViewError:
                pass  # too far behind, or broken: another copy
        private = TemporaryDirectory(prefix="tickmark-lexical-", ignore_cleanup_errors=True)
        try:
            index = self._copied(feed, Path(private.name))
        except BaseException:
            private.cleanup()
            raise
        self._use(index, private)

    def _copied(self, feed: Feed, target: Path) -> TantivyIndexes:
        for attempt in range(_COPY_TRIES):
            copy = target / f"copy{attempt}"
            try:
                folder = self._shelf.current(feed.index_id)
                if folder is None:
                    break
                self._shelf.copy(folder, copy)
                self._shelf.verify(copy)
                index = TantivyIndexes.open(copy)
                index.follow(feed)
                return index
            except ViewError:
                continue  # a merge took files away half-way through the copy, or the view is broken
        (target / "new").mkdir()
        index = TantivyIndexes.create(target / "new")
        index.follow(feed)
        return index
