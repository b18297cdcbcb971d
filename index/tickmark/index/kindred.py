"""Words that are near in meaning: "outlay" and "investment", "leftover" and "food".

Looser than the synonyms of :mod:`tickmark.index.terms`, which put words under one name: a kindred word that stands
where another was asked for counts at a discount. The groups are data (``data/kindred.txt``), not code.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from tickmark.index.terms import stem

__all__ = ["kindred"]


@cache
def _groups() -> dict[str, frozenset[str]]:
    """The stems near each stem, itself left out."""
    near: dict[str, set[str]] = {}
    for line in (files("tickmark.index") / "data" / "kindred.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        group = {stem(word) for word in line.split()}
        for each in group:
            near.setdefault(each, set()).update(group - {each})
    return {each: frozenset(others) for each, others in near.items()}


def kindred(term: str) -> frozenset[str]:
    """The stems that are near in meaning to a term; none for a concept of the glossary, which has words of its own."""
    return _groups().get(term, frozenset())
