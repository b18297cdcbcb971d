"""One FAISS index of vectors under sequence numbers: flat while small, clustered when large."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from tickmark.index.views import heavy

__all__ = ["FLAT_UP_TO", "VectorIndex"]

Vectors = npt.NDArray[np.float32]
Range = tuple[int, int]

# Up to here every vector is compared in half precision; above, clusters (IVF) of one byte a dimension (SQ8).
FLAT_UP_TO = 200_000
_POINTS_PER_CLUSTER = 64
_PROBED = 32
# FAISS's 25 take 2.5 times as long; clusters that are slightly off cost recall only where they are probed.
_TRAINING_ROUNDS = 10
# A clustering serves until the index has grown this far beyond the vectors it was made for.
_OUTGROWN = 4


class VectorIndex:
    """Immutable to those who search: :meth:`without` gives another, and :meth:`add` is for one just made.

    Attributes:
        trained_for: How many vectors the clusters were made for; 0 for a flat index.
    """

    def __init__(self, index: Any, trained_for: int) -> None:
        self.index = index
        self.trained_for = trained_for

    @classmethod
    def empty(cls, dimension: int, count: int, flat_up_to: int, sample: Callable[[int], Vectors]) -> VectorIndex:
        """An empty index fit for ``count`` vectors; ``sample(n)`` gives about n of them to train clusters on."""
        faiss = heavy.faiss()

        metric = faiss.METRIC_INNER_PRODUCT
        if count <= flat_up_to:
            flat = faiss.IndexScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_fp16, metric)
            return cls(faiss.IndexIDMap(flat), 0)
        clusters = max(1, int(2 * math.sqrt(count)))
        index = faiss.IndexIVFScalarQuantizer(
            faiss.IndexFlatIP(dimension), dimension, clusters, faiss.ScalarQuantizer.QT_8bit, metric
        )
        index.cp.min_points_per_centroid = 1
        index.cp.niter = _TRAINING_ROUNDS
        faiss.omp_set_num_threads(os.cpu_count() or 1)
        index.nprobe = min(clusters, _PROBED)
        index.train(sample(clusters * _POINTS_PER_CLUSTER))
        return cls(index, count)

    def fits(self, count: int, flat_up_to: int) -> bool:
        """Whether an index of this make is right for so many vectors.

        A clustered one is kept down to half the limit, so that an index at the limit does not change its make with
        every filing.
        """
        if self.trained_for:
            return flat_up_to // 2 < count <= self.trained_for * _OUTGROWN
        return count <= flat_up_to

    def __len__(self) -> int:
        return int(self.index.ntotal)

    def without(self, ranges: Sequence[Range]) -> VectorIndex:
        """A copy without the vectors of these ranges."""
        faiss = heavy.faiss()

        copy = VectorIndex(faiss.clone_index(self.index), self.trained_for)
        if ranges:
            numbers = np.concatenate([np.arange(*span, dtype=np.int64) for span in ranges])
            copy.index.remove_ids(numbers)
        return copy

    def add(self, items: Iterable[tuple[Range, Vectors]]) -> VectorIndex:
        """Add vectors, (n, dimension), under the numbers of their ranges; returns itself."""
        for (start, stop), vectors in items:
            if stop > start:
                self.index.add_with_ids(vectors, np.arange(start, stop, dtype=np.int64))
        return self

    def search(self, vector: Vectors, k: int, ranges: Sequence[Range] | None) -> list[tuple[int, float]]:
        """The k best of all, or exactly the k best within the ranges: (number, inner product), best first."""
        faiss = heavy.faiss()

        selector, allowed = None, len(self)
        if ranges is not None:
            allowed = sum(stop - start for start, stop in ranges)
            mask = np.zeros(max((stop for _, stop in ranges), default=0), dtype=bool)
            for start, stop in ranges:
                mask[start:stop] = True
            selector = faiss.IDSelectorBitmap(np.packbits(mask, bitorder="little"))
        k = min(k, allowed)
        if k < 1:
            return []
        query = np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)
        if self.trained_for:
            # Under a filter the clusters nearest to the question may hold none of the rows that pass: look in all.
            probes = self.index.nlist if selector is not None else self.index.nprobe
            parameters = faiss.SearchParametersIVF(nprobe=probes, sel=selector)
        else:
            parameters = faiss.SearchParameters(sel=selector)
        # One thread a question. Questions come side by side, and two threads that wait for each other at the end of a
        # 2 ms search lose a time slice (20 ms) whenever something else runs. The setting is the calling thread's own.
        faiss.omp_set_num_threads(1)
        scores, numbers_found = self.index.search(query, k, params=parameters)
        return [(n, s) for n, s in zip(numbers_found[0].tolist(), scores[0].tolist(), strict=True) if n >= 0]
