from __future__ import annotations

import sys
from pathlib import Path

import pytest

# Test files are imported without packages; the samples are shared with a script that runs in a process of its own.
sys.path.insert(0, str(Path(__file__).parent))

from index_samples import HashingEmbedder

from tickmark.index.library import Library
from tickmark.index.store import Store


@pytest.fixture
def embedder():
    return HashingEmbedder()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "index"


@pytest.fixture
def store(folder, embedder):
    with Store.create(folder, embedder.info) as store:
        yield store


@pytest.fixture
def library(folder, embedder):
    with Library.open(folder, create=True, embedder=embedder) as library:
        yield library


@pytest.fixture
def put(embedder):
    """Puts what was read into a store, with its vectors."""

    def put(store, read):
        filing, passages, rows = read
        vectors = [embedder.encode([item.index_text for item in items]) for items in (passages, rows)]
        return store.put(filing, passages, rows, *vectors)

    return put
