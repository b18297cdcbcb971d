"""Learns how passages are ranked (``index/tickmark/index/data/ranking.json``).

    python benchmarks/learn_ranking.py --set corpus --set FOLDER [--set FOLDER ...] --index DIR [--ablate] [--write]

Each set is one that ``tickmark eval`` reads: the sample corpus, or a folder in BEIR's form. ``--index`` keeps the
indexes, and what the engine said of every candidate, for runs to come.

Every question is asked of the engine itself, so that what is learned from is what will be ranked. The model is linear
and learned listwise: the weights make the passages of the right documents likely among all candidates of a question
(softmax; L-BFGS; squared weights held back). Printed is what five-fold cross-validation gives, questions on one
document always in one fold, so that no document was learned from; ``--ablate`` also learns without each part.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from tickmark.eval.datasets import Options, load
from tickmark.eval.model import Dataset, Place
from tickmark.index.library import Library
from tickmark.index.ranking.passages import NAMES
from tickmark.index.search import Searcher
from tickmark.ingest import read
from tickmark.ingest.split import split

Values = npt.NDArray[np.float64]
FOLDS = 5
L2 = 1e-2
TARGET = Path(__file__).parents[1] / "index" / "tickmark" / "index" / "data" / "ranking.json"
PARTS = {
    "pairs of words": ["window_pairs"],
    "windows": [name for name in NAMES if name.startswith("window_")],
    "figure rows": [name for name in NAMES if "row_" in name],
    "dense view": [name for name in NAMES if "dense" in name],
    "lexical view": [name for name in NAMES if "words" in name or "pairs" in name],
    "years": ["years"],
}


@dataclass(frozen=True)
class Example:
    """One question: features (candidates, features), the document of each candidate, and those that are right."""

    part: str
    fold: int
    x: Values
    docs: list[str]
    right: npt.NDArray[np.bool_]
    gold: frozenset[str]


def _library(dataset: Dataset, folder: Path) -> tuple[Library, dict[str, str]]:
    library = Library.open(folder, write=True, create=True)
    ids = {}
    for document in dataset.documents:
        filing = read(document.data(), document.name)
        ids[filing.id] = document.id
        library.add(filing, *split(filing))
    library.refresh()
    return library, ids


def _examples(dataset: Dataset, folder: Path) -> list[Example]:
    library, ids = _library(dataset, folder)
    found = []
    with library:
        searcher = Searcher(library)
        for question in dataset.questions:
            gold = frozenset(doc for doc, score in question.documents.items() if score > 0)
            hits = searcher.explained(question.text) if gold else []
            if not hits:
                continue
            places = [Place(ids[passage.filing_id], passage.span.chars) for passage, _ in hits]
            needed = [place for need in question.needs for place in need]
            right = np.array([any(place.meets(other) for other in needed) for place in places], dtype=bool)
            if not right.any():
                right = np.array([place.doc in gold for place in places], dtype=bool)
            x = np.array([features for _, features in hits])
            fold = int(hashlib.sha256(min(gold).encode()).hexdigest(), 16) % FOLDS
            found.append(Example(dataset.name, fold, x, [place.doc for place in places], right, gold))
    return found


def _fit(examples: list[Example], used: npt.NDArray[np.bool_], weight: dict[str, float]) -> Values:
    """The weights, one a feature; those not used are 0."""
    examples = [e for e in examples if e.right.any()]
    x = np.concatenate([e.x for e in examples])[:, used]
    scale = x.std(axis=0) + 1e-9
    x /= scale
    starts = np.cumsum([0, *(len(e.docs) for e in examples)])[:-1]
    sizes = np.diff([*starts, len(x)])
    right = np.concatenate([e.right for e in examples])
    each = np.array([weight[e.part] for e in examples])
    each /= each.sum()

    def loss(w: Values) -> tuple[float, Values]:
        s = x @ w
        e = np.exp(s - np.repeat(np.maximum.reduceat(s, starts), sizes))
        all_, good = np.add.reduceat(e, starts), np.add.reduceat(e * right, starts)
        gradient = e / np.repeat(all_, sizes) - e * right / np.repeat(np.maximum(good, 1e-300), sizes)
        value = -float(each @ np.log(np.maximum(good, 1e-300) / all_)) + L2 / 2 * float(w @ w)
        return value, (gradient * np.repeat(each, sizes)) @ x + L2 * w

    w = np.zeros(len(used))
    w[used] = minimize(loss, np.zeros(int(used.sum())), jac=True, method="L-BFGS-B").x / scale
    return w


def _ranks(example: Example, w: Values) -> int:
    """The rank of the first right document; 0 where it is none of the candidates."""
    order = np.argsort(-(example.x @ w), kind="stable")
    docs = list(dict.fromkeys(example.docs[i] for i in order))
    return next((rank for rank, doc in enumerate(docs, 1) if doc in example.gold), 0)


def _cross_validated(examples: list[Example], without: list[str], weight: dict[str, float]) -> dict[str, list[int]]:
    used = np.array([name not in without for name in NAMES])
    ranks: dict[str, list[int]] = {}
    for fold in range(FOLDS):
        w = _fit([e for e in examples if e.fold != fold], used, weight)
        for example in examples:
            if example.fold == fold:
                ranks.setdefault(example.part, []).append(_ranks(example, w))
    return ranks


def _say(name: str, ranks: dict[str, list[int]]) -> None:
    said = []
    for part, found in sorted(ranks.items()):
        at = np.array(found)
        recall = np.mean((at > 0) & (at <= 5))
        reciprocal = np.mean(np.where((at > 0) & (at <= 3), 1 / np.maximum(at, 1), 0.0))
        said.append(f"{part} R@5 {recall:.3f} RR@3 {reciprocal:.3f} of {len(at)}")
    print(f"{name:28} {'   '.join(said)}", flush=True)


def _calibrated(examples: list[Example], w: Values) -> tuple[float, float]:
    """Scale and offset that make a sum the chance that a passage is right (Platt 1999), for the score that is shown."""
    s = np.concatenate([e.x @ w for e in examples])
    y = np.concatenate([e.right for e in examples])

    def loss(p: Values) -> float:
        z = p[0] * s + p[1]
        return float(np.mean(np.logaddexp(0, z) - y * z))

    scale, offset = minimize(loss, np.array([0.5, -5.0])).x
    return float(scale), float(offset)


def main() -> None:
    """Learns, reports, and writes when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", action="append", metavar="FOLDER", required=True)
    parser.add_argument("--index", type=Path, required=True, help="a folder to keep indexes and candidates in")
    parser.add_argument("--again", action="store_true", help="ask the questions again")
    parser.add_argument("--limit", type=int, help="draw so many questions of each set")
    parser.add_argument("--ablate", action="store_true", help="also learn without each part")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    given = parser.parse_args()
    examples: list[Example] = []
    for folder in given.set:
        dataset = load(Path(folder), Options(limit=given.limit))
        kept = given.index / f"{dataset.name}.pickle"
        if given.again or not kept.is_file():
            found = _examples(dataset, given.index / dataset.name)
            kept.write_bytes(pickle.dumps(found))
        examples += pickle.loads(kept.read_bytes())
    counts = {part: sum(e.part == part for e in examples) for part in {e.part for e in examples}}
    weight = {part: 1 / count for part, count in counts.items()}  # every set counts alike
    _say("cross-validated", _cross_validated(examples, [], weight))
    if given.ablate:
        for name, without in PARTS.items():
            _say(f"without {name}", _cross_validated(examples, without, weight))
    w = _fit(examples, np.ones(len(NAMES), dtype=bool), weight)
    scale, offset = _calibrated(examples, w)
    learned = {
        "made_by": "benchmarks/learn_ranking.py",
        "questions": dict(sorted(counts.items())),
        "weights": {name: round(float(value), 4) for name, value in zip(NAMES, w, strict=True)},
        "scale": round(scale, 4),
        "offset": round(offset, 4),
    }
    print(json.dumps(learned, indent=2))
    if given.write:
        TARGET.write_text(json.dumps(learned, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
