"""Indexes that several folders of tests ask: three small invented filings, and the sample corpus."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from small_index import index_of
from three_filings import FILINGS

ROOT = Path(__file__).resolve().parents[1]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The real filings first: one process asks thousands of questions about them while others do the rest."""
    items.sort(key=lambda item: "tests/real/" not in item.path.as_posix())


@pytest.fixture(scope="session")
def three_filings(tmp_path_factory):
    """A library of the invented filings."""
    folder = tmp_path_factory.mktemp("three") / "index"
    with index_of(folder, {source: text.encode() for source, text in FILINGS.items()}) as library:
        yield library


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory):
    """A library of the sample corpus."""
    paths = sorted((ROOT / "corpus" / "filings").iterdir())
    with index_of(tmp_path_factory.mktemp("samples") / "index", {p.name: p.read_bytes() for p in paths}) as library:
        yield library


@pytest.fixture(scope="session")
def ask(three_filings):
    """Asks the invented filings; filters are given by name."""
    from tickmark.index.filters import Filters
    from tickmark.service.answer import answer

    def ask(question, k=5, **filters):
        return answer(three_filings, question, k=k, filters=Filters.parse(filters) if filters else None)

    return ask
