"""Every sample filing is read as it was when somebody last looked at it by eye."""

import json

import pytest
from ingest_samples import CORPUS
from regold import GOLDEN, golden

from tickmark.ingest import read


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_tables_and_figures_are_those_of_the_golden_file(path):
    kept = GOLDEN / f"{path.name}.json"
    assert kept.exists(), "no golden file: run python tests/ingest/regold.py, and read what it wrote"
    now, then = golden(read(path.read_bytes(), path.name)), kept.read_text(encoding="utf-8")
    json.loads(then)
    gone = [line for line in then.splitlines() if line not in now.splitlines()]
    new = [line for line in now.splitlines() if line not in then.splitlines()]
    assert now == then, (
        "read otherwise than before; if that is right, run python tests/ingest/regold.py. "
        f"Gone: {gone[:5]} New: {new[:5]}"
    )


def test_no_golden_file_is_left_over():
    assert sorted(p.name for p in GOLDEN.glob("*.json")) == sorted(f"{p.name}.json" for p in CORPUS)
