"""A group asked for as a whole ("what the controlling shareholders hold together"): the total of its members' table.

A question often names a member beside the group ("after the latest pledge by Larkmoor, how much has the whole group
pledged"), whose row then has more of the question's words than the row of the total.
"""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.terms import all_terms
from tickmark.service.compute import is_total
from tickmark.service.fitting import Decision
from tickmark.service.siblings import column_of

__all__ = ["group_total"]

_GROUP: Final = re.compile(
    r"\b(?:controlling|concert|founding|founders?['’]?|whole|entire|selling)\s+(?:(?:share|stock)?holders?['’]?\s+)?"
    r"(?:group|bloc|block|camp|part(?:y|ies)|(?:share|stock)?holders|family)\b"
    r"|\bacting in concert\b|\bthe (?:group|bloc|camp)\b|一致行[动動]人|控股股[东東]",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"\b(?:together|altogether|combined|collectively|jointly|overall|between them|(?:whole|entire|total|aggregate)"
    r"|as a (?:whole|group)|in (?:all|aggregate)|added up|taken as one)\b|合[计計]|总共|總共|一共|共同",
    re.IGNORECASE,
)
_APART: Final = re.compile(
    r"\b(?:each|every|apiece|individually|respectively|split|break\w*|by (?:share)?holder)\b|各", re.IGNORECASE
)


def group_total(searcher: Searcher, result: SearchResult, made: Decision) -> FigureCandidate | None:
    """The total that stands in the column of an answer's only figure, where the question is for a group as a whole."""
    text = result.question.text
    if len(made.figures) != 1 or made.calculation is not None or _APART.search(text):
        return None
    found = made.figures[0]
    if found.figure.cell is None or is_total(found.figure) or not (_GROUP.search(text) and _WHOLE.search(text)):
        return None
    if all_terms(" ".join(found.figure.label_path[-1:])) <= all_terms(text) and _named_group(text, found):
        return None
    totals = [c for c in column_of(searcher, found) if is_total(c.figure)]
    same = [c for c in totals if c.figure.period == found.figure.period]
    return same[0] if len(same) == 1 else None


def _named_group(text: str, found: FigureCandidate) -> bool:
    """Whether the group is the member itself: "the Larkmoor group"."""
    last = re.escape((" ".join(found.figure.label_path[-1:]).split() or [""])[-1].strip(".,"))
    return re.search(rf"\b{last}\s+(?:group|family)\b", text, re.IGNORECASE) is not None
