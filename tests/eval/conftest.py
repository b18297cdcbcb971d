"""Small sets, built by hand, for tests of scoring."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from tickmark.eval.model import FoundFigure, GoldFigure, GoldPeriod, Place, Question, Response, Retrieved

YEAR = GoldPeriod("duration", "2023-12-31", "2023-01-01")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def corpus():
    """The sample corpus."""
    return ROOT / "corpus"


@pytest.fixture
def gold():
    """Makes a gold figure: 105,925 tCO2e in 2023 at characters 100-110 of document d, changed at will."""

    def make(**changes):
        given = {
            "places": (Place("d", (100, 110)),),
            "number": Decimal("105925"),
            "scale": Decimal(1),
            "value": Decimal("105925"),
            "unit": "tCO2e",
            "period": YEAR,
        }
        return GoldFigure(**(given | changes))

    return make


@pytest.fixture
def found():
    """Makes the figure that answers it, changed at will."""

    def make(**changes):
        given = {
            "doc": "d",
            "chars": (101, 108),
            "printed": "105,925",
            "number": Decimal("105925"),
            "unit": "tCO2e",
            "period": YEAR,
        }
        return FoundFigure(**(given | changes))

    return make


@pytest.fixture
def ask():
    """Makes a question."""

    def make(*figures, status="answered", **changes):
        return Question("q", "How much?", status=status, figures=figures, **changes)

    return make


@pytest.fixture
def reply():
    """Makes a response."""

    def make(*figures, status="answered", **changes):
        return Response("q", figures=figures, status=status, **changes)

    return make


@pytest.fixture
def passage():
    """Makes a passage of as many characters as it covers, or of ``text``."""

    def make(doc, start, end, *, text=None, size=None):
        return Retrieved(doc, (start, end), 1.0, size or (len(text) if text else end - start), text)

    return make


@pytest.fixture
def beir(tmp_path):
    """Writes a set in BEIR's form: documents by file name, questions, and lines of judgements."""

    def write(documents, queries, qrels, *, meta=(), split=None):
        folder = tmp_path / "set"
        (folder / "corpus").mkdir(parents=True)
        for name, content in documents.items():
            data = content if isinstance(content, bytes) else content.encode()
            (folder / "corpus" / name).write_bytes(data)
        lines = [json.dumps(row) for row in queries]
        (folder / "queries.jsonl").write_text("\n".join(lines), encoding="utf-8")
        path = folder / "qrels.tsv" if split is None else folder / "qrels" / f"{split}.tsv"
        path.parent.mkdir(exist_ok=True)
        rows = ["query-id\tcorpus-id\tscore\tpart", *("\t".join(map(str, row)) for row in qrels)]
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        if meta:
            (folder / "corpus_meta.jsonl").write_text("\n".join(map(json.dumps, meta)), encoding="utf-8")
        return folder

    return write
