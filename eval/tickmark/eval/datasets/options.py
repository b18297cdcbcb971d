"""How a set is to be read."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Options"]


@dataclass(frozen=True, slots=True)
class Options:
    """How a set is to be read.

    ``text_field`` is the field of ``queries.jsonl`` that is asked; None is the first of question, text, query.
    ``split`` names the file under ``qrels/``. ``pages_from`` is the number of the first page in the judgements.
    ``limit`` draws that many questions with ``seed``.
    """

    text_field: str | None = None
    split: str | None = None
    pages_from: int = 1
    limit: int | None = None
    seed: int = 0
