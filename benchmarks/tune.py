"""Learns when a figure is what was asked for (``index/tickmark/index/data/confidence.json``).

    python benchmarks/tune.py --set corpus/filings corpus/questions.jsonl [--set FOLDER QUESTIONS ...] [--write]

Each set is a folder of filings and questions on them in the form of ``corpus/README.md``. For every question the best
candidate that fits in period and unit is taken; the model learns to tell right ones from those of questions that no
filing answers. Printed are the figures of leave-one-part-out runs (each set cut in two halves by a hash of the
question), so that what is written was seen to hold on questions it had not learned from.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from tickmark.index.library import Library
from tickmark.index.ranking.confidence import INPUTS, inputs
from tickmark.index.search import FigureCandidate, Searcher
from tickmark.ingest import read
from tickmark.ingest.split import split
from tickmark.service.fitting import LIMITS, vetoed

KINDS = {"table", "prose", "callout", "not_disclosed", "unanswerable"}
KEPT = 0.975  # share of the right answers that the threshold must keep


@dataclass(frozen=True)
class Example:
    """The best candidate of one question: what the model sees, and whether giving it would have been right."""

    part: str
    x: tuple[float, ...]
    right: bool
    answerable: bool
    prose: bool


def _index(filings: Path, folder: str) -> Library:
    library = Library.open(folder, write=True, create=True)
    for path in sorted(p for p in filings.rglob("*") if p.is_file()):
        filing = read(path.read_bytes(), path.name)
        library.add(filing, *split(filing))
    library.refresh()
    return library


def _says(candidate: FigureCandidate, gold: dict[str, Any]) -> bool:
    figure, (first, last) = candidate.figure, gold["lines"]
    if candidate.filing.source != gold["source"] or not first - 1 <= figure.span.lines[0] <= last + 1:
        return False
    if gold.get("low"):
        return figure.low == Decimal(gold["low"])
    if gold.get("number") is None:
        return figure.status != "value"
    return figure.number is not None and abs(figure.number) == abs(Decimal(gold["number"]))


def _examples(filings: Path, questions: Path) -> list[Example]:
    found = []
    with tempfile.TemporaryDirectory() as folder:
        searcher = Searcher(_index(filings, folder))
        for line in questions.read_text("utf-8").splitlines():
            question = json.loads(line)
            if question["kind"] not in KINDS:
                continue
            result = searcher.search(question["question"])
            fitting = [
                c for c in result.figures[:60]
                if c.features.period >= LIMITS.period and c.features.unit > LIMITS.unit and not vetoed(c)
            ]  # fmt: skip
            if not fitting:
                continue
            best = fitting[0]
            half = int(hashlib.sha256(question["question"].encode()).hexdigest(), 16) % 2
            right = any(_says(best, gold) for gold in question["figures"])
            part = f"{questions.parent.name}/{half}"
            answerable, prose = question["kind"] != "unanswerable", best.figure.origin == "prose"
            found.append(Example(part, inputs(best.features, best.score), right, answerable, prose))
    return found


def _fit(examples: list[Example]) -> LogisticRegression:
    clear = [e for e in examples if e.right or not e.answerable]
    return LogisticRegression(C=1.0, max_iter=5000).fit([e.x for e in clear], [e.right for e in clear])


def _threshold(model: LogisticRegression, examples: list[Example]) -> float:
    right = np.sort(model.predict_proba([e.x for e in examples if e.right])[:, 1])
    return float(np.floor(100 * right[int((1 - KEPT) * len(right))]) / 100)


def _report(name: str, model: LogisticRegression, limit: float, examples: list[Example]) -> dict[str, float]:
    given = model.predict_proba([e.x for e in examples])[:, 1] >= limit
    right = [g for g, e in zip(given, examples, strict=True) if e.right]
    none = [g for g, e in zip(given, examples, strict=True) if not e.answerable]
    scores = {"right_kept": float(np.mean(right)), "unanswerable_given": float(np.mean(none)) if none else 0.0}
    print(
        f"{name:24} right kept {scores['right_kept']:.3f} of {len(right)}"
        f"   given for no answer {sum(none)} of {len(none)}"
    )
    return scores


def main() -> None:
    """Learns, reports, and writes when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", nargs=2, action="append", metavar=("FILINGS", "QUESTIONS"), required=True)
    parser.add_argument("--write", action="store_true", help="write the coefficients into the package")
    given = parser.parse_args()
    examples = [e for filings, questions in given.set for e in _examples(Path(filings), Path(questions))]
    for part in sorted({e.part for e in examples}):
        model = _fit([e for e in examples if e.part != part])
        limit = _threshold(model, [e for e in examples if e.part != part])
        _report(f"without {part}", model, limit, [e for e in examples if e.part == part])
    model = _fit(examples)
    limit = _threshold(model, examples)
    scores = _report("all", model, limit, examples)
    learned = {
        "made_by": "benchmarks/tune.py",
        "examples": len(examples),
        "coefficients": dict(zip(INPUTS, (round(float(c), 4) for c in model.coef_[0]), strict=True)),
        "intercept": round(float(model.intercept_[0]), 4),
        "threshold": limit,
        "threshold_prose": min(limit, _threshold(model, [e for e in examples if e.prose])),
        "scores_on_examples": {k: round(v, 4) for k, v in scores.items()},
    }
    print(json.dumps(learned, indent=2))
    if given.write:
        target = Path(__file__).parents[1] / "index" / "tickmark" / "index" / "data" / "confidence.json"
        target.write_text(json.dumps(learned, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
