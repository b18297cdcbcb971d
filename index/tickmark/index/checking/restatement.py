"""Restated figures and figures as first reported: which of two readings of one metric and one time counts.

Accounts that restate an earlier period say so over its column; often they print the earlier reading beside it. The
restated reading counts, unless the question asks for what was first reported. Filings that only print another value for
an earlier period, and do not say why, contradict the older one: see :mod:`tickmark.index.checking.sameness`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from tickmark.index.checking.sameness import beside_period, same_metric, same_time, unit_key
from tickmark.index.search import FigureCandidate
from tickmark.ingest.model import Figure

__all__ = ["is_original", "is_restated", "restated_aside"]

_RESTATED: Final = re.compile(
    r"\b(?:as\s+)?(?:restated|recast|retrospectively\s+(?:adjusted|revised))\b|\bas\s+(?:revised|adjusted|corrected)\b"
    r"|(?:经|經)?重[述列]|(?:已|经|經)重(?:新列示|编|編)",
    re.IGNORECASE,
)
_ORIGINAL: Final = re.compile(
    r"\b(?:as\s+)?(?:previously|originally|initially|first)\s+(?:reported|stated|presented|published|issued)\b"
    r"|\bas\s+reported\b|\bbefore\s+(?:the\s+)?(?:restatement|adjustment)\b|(?:重述|重列|调整|調整)前|(?:原|先前)(?:列报|列報|呈报|呈報"
    r"|报告)",
    re.IGNORECASE,
)


def _head(figure: Figure) -> str:
    return " ".join(figure.column_path)


@lru_cache(maxsize=4_096)
def _says(head: str) -> str | None:
    """Which reading a column's head says its figures are, if any."""
    return "original" if _ORIGINAL.search(head) else "restated" if _RESTATED.search(head) else None


def is_original(figure: Figure) -> bool:
    """Whether a figure is said to be as it was reported before."""
    return _says(_head(figure)) == "original"


def is_restated(figure: Figure) -> bool:
    """Whether a figure is said to be restated."""
    said = _says(_head(figure))
    return said == "restated" or (said is None and "restated" in figure.qualifiers)


def restated_aside(candidates: Sequence[FigureCandidate], original: bool) -> dict[str, FigureCandidate]:
    """The figures that do not count, by id, each with the one that counts instead.

    Of two readings of one metric at one time the restated one counts, and one that is not as reported before; where
    the ``original`` is asked for it is the other way round.
    """
    said = [c for c in candidates if is_restated(c.figure) or is_original(c.figure)]
    aside: dict[str, FigureCandidate] = {}
    for one in said:
        newer = is_restated(one.figure)
        for other in candidates:
            if other.figure.id == one.figure.id or not _same_reading(one, other):
                continue
            if (is_restated if newer else is_original)(other.figure):
                continue
            winner, loser = (one, other) if newer != original else (other, one)
            aside.setdefault(loser.figure.id, winner)
    return aside


def _same_reading(a: FigureCandidate, b: FigureCandidate) -> bool:
    if a.filing.issuer != b.filing.issuer or unit_key(a.figure) != unit_key(b.figure) or not same_time(a, b):
        return False
    if a.figure.value is None or b.figure.value is None or _plain(a.figure) != _plain(b.figure):
        return False
    return a.row.id == b.row.id or a.figure.label_path == b.figure.label_path or same_metric(a.figure, b.figure)


def _plain(figure: Figure) -> frozenset[str]:
    """What a column says beside its period, its unit and which reading it is: a column of adjustments is neither."""
    return beside_period(figure, _ORIGINAL.sub(" ", _RESTATED.sub(" ", _head(figure))))
