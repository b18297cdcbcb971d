"""Sets of documents, questions and judgements. One form, one file; :func:`load` picks it by what lies in the folder."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from tickmark.eval.datasets import beir, sample
from tickmark.eval.datasets.options import Options
from tickmark.eval.model import Dataset
from tickmark.ingest.errors import InputError

__all__ = ["Options", "load"]

# Each form says of a folder whether it is one of its own, and reads it.
_FORMS = (sample, beir)


def load(folder: Path, options: Options | None = None) -> Dataset:
    """Read a set.

    Args:
        folder: One with ``questions.jsonl`` and ``manifest.json`` (the sample corpus), or with ``queries.jsonl``,
            judgements, and ``corpus/`` or ``corpus.jsonl`` (BEIR's form).
        options: How to read it.

    Raises:
        InputError: It is in neither form, or a file of it is broken; says which line.
    """
    options = options or Options()
    if not folder.is_dir():
        raise InputError("there is no such folder", where=str(folder))
    for form in _FORMS:
        if form.recognises(folder):
            return _drawn(form.load(folder, options), options)
    raise InputError(
        "this is not a set of questions",
        where=str(folder),
        hint="It takes queries.jsonl, qrels.tsv and a folder corpus, or questions.jsonl and manifest.json.",
    )


def _drawn(dataset: Dataset, options: Options) -> Dataset:
    """A random sample of the questions, in their own order, where only so many are wanted."""
    if options.limit is None or options.limit >= len(dataset.questions):
        return dataset
    drawn = random.Random(options.seed).sample(range(len(dataset.questions)), options.limit)  # noqa: S311 - no secret
    return replace(
        dataset,
        questions=tuple(dataset.questions[index] for index in sorted(drawn)),
        fingerprint=f"{dataset.fingerprint}-{options.limit}-{options.seed}",
    )
