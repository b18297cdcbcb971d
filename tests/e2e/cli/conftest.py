from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from cli_runner import LETTER, REPORT, Result, tickmark


@pytest.fixture(scope="module")
def filings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filings")
    (folder / "northwind-esg-2022.txt").write_text(REPORT, encoding="utf-8")
    (folder / "2023").mkdir()
    (folder / "2023" / "brookside-letter.md").write_text(LETTER, encoding="utf-8")
    (folder / ".drafts").mkdir()
    (folder / ".drafts" / "secret.txt").write_text(LETTER, encoding="utf-8")
    (folder / ".hidden.txt").write_text(LETTER, encoding="utf-8")
    (folder / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


@pytest.fixture(scope="module")
def ingested(filings: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    index = tmp_path_factory.mktemp("index") / "filings.tickmark"
    return index, tickmark("ingest", filings, "--index", index)


@pytest.fixture(scope="module")
def index(ingested: tuple[Path, Result]) -> Path:
    return ingested[0]
