"""How much of a company somebody holds: the share that the shares held make, and not that of those pledged among them.

A table of pledges prints both beside each other, each in per cent, and the column of the pledged ones may name the
company's whole capital where that of the shares held names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from tickmark.index.question import Question
from tickmark.index.ranking.numerators import numerator
from tickmark.index.words.kindred import kindred
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import all_terms
from tickmark.ingest.model import Figure

__all__ = ["another_holding", "not_the_free_ones", "of_encumbered", "other_shares"]

_ENCUMBERED: Final = frozenset({"PLEDGE", "UNPLEDGED", "RESTRICTED_SHARE"})
_LIKE_PLEDGED: Final = _ENCUMBERED | frozenset(map(stem, ("pledge", "encumber", "encumbered", "collateral", "lien")))
_HOLDING: Final = re.compile(
    # "what % of the company does Ann Lee own", "X holds what percentage of the shares"
    r"\b(?:do|does|did)\s+(?:[\w.'’&-]+\s+){1,6}?(?:hold|own|control)\b(?=\s*(?:[?.,;]|$|(?:in|of|at|as|now"
    r"|directly)\b))"
    r"|\b(?:holds?|owns?|held|owned|controls?)\s+(?:what|which|how (?:much|many|big|large))\b"
    r"|\b(?:difference|gap|points?)\b[^?]{0,24}\b(?:stakes?|shareholdings?|holdings?)\b"
    r"|\bwho\s+(?:owns?|holds?|controls?)\s+(?:what|how (?:much|many))\b"
    r"|['’]s?\s+(?:stakes?|shareholdings?|holdings?)\s+in\s+(?:the|its)\s+(?:company|firm|group)\b"
    r"|(?:\b(?:percentage|percent|equity|ownership)|%)\s+(?:stakes?|interests?|shareholdings?|holdings?)\b"
    r"|\b(?:stakes?|shareholdings?|interests?|percentage held)\s+(?:do|does|did)\b.{3,60}?\b(?:have|hold|own)\b"
    r"|持有.{0,12}?(?:多少|几|多大).{0,6}?(?:股份|股权)|持股(?:的)?(?:比例|比率|占比)|占.{0,8}?(?:总股本|股本总额|总股数)",
    re.IGNORECASE,
)


# a part of what the holder has: "of its own shares", "of all the shares it owns", of which some are pledged
_SHARES: Final = r"(?:shares|stock|shareholding|holding|stake)"
_OF_OWN: Final = re.compile(
    r"\bof\s+(?:(?:its|his|her|their)|(?:[\w.&-]+\s+){0,4}?[\w.&-]+['’]s?)\s+own\s+(?:[\w.&-]+\s+){0,3}?"
    rf"{_SHARES}\b|\bof\s+(?:all\s+)?(?:of\s+)?(?:the\s+)?{_SHARES}\s+(?:that\s+)?"
    r"(?:(?:it|he|she|they)\s+(?:has|have)\b|(?:[\w.&-]+\s+){1,4}?(?:owns?|holds?|owned|held)\b)",
    re.IGNORECASE,
)
_OF_CAPITAL: Final = re.compile(r"\b(?:capital|(?:shares?|stock)\s+(?:in\s+issue|outstanding)|issued)\b", re.IGNORECASE)

_TOGETHER: Final = re.compile(
    r"\b(?:collectively|jointly|together|in aggregate)\s+(?:hold|held|own|control|interested|have|had)", re.IGNORECASE
)
_SEVERAL: Final = re.compile(
    r"\b(?:and|collectively|jointly|together|combined|aggregate|in total|all of|they|group|between|both)\b"
    r"|[&+]|[和与及、共]",
    re.IGNORECASE,
)


_NARROWED: Final = re.compile(r"\b(?:restricted|frozen|marked|locked)\b|限售|冻结|凍結|标记", re.IGNORECASE)


def not_the_free_ones(question: Question, figure: Figure, own: Mapping[str, float]) -> bool:
    """Whether the shares free of pledge are asked for, and a cell counts all of them, or the frozen among them.

    Args:
        question: As understood.
        figure: The figure.
        own: The terms of its own labels and column.
    """
    if figure.origin != "cell" or all(want.term != "UNPLEDGED" for want in question.asked):
        return False
    return "UNPLEDGED" not in own or (
        _NARROWED.search(" ".join(figure.column_path)) is not None and _NARROWED.search(question.text) is None
    )


def another_holding(question: Question, figure: Figure, encumbered: bool) -> bool:
    """Whether what somebody holds is asked for, and a figure is what lies on it, or what several hold together.

    Args:
        question: As understood.
        figure: The figure.
        encumbered: Whether it is a share of pledged shares (:func:`of_encumbered`).
    """
    if _OF_OWN.search(question.text) and figure.origin == "cell" and figure.unit == "%":
        return _asks_encumbered(question) and not (encumbered and _of_what_is_held(figure))
    if not _asks_holding(question.rest):
        return False
    if figure.origin == "prose" and _TOGETHER.search(figure.context):
        return _SEVERAL.search(question.rest) is None
    return encumbered and not _asks_encumbered(question)


def _of_what_is_held(figure: Figure) -> bool:
    """Whether no column says that a share is one of the company's capital."""
    return _OF_CAPITAL.search(" ".join(figure.column_path[-1:])) is None


def other_shares(question: Question, figure: Figure, row: Sequence[Figure]) -> bool:
    """Whether a figure is of pledged or restricted shares, of which a question says nothing, or of none where it does.

    ``row`` are the figures of its row: none tells the two apart, where no column is of such shares.
    """
    told = _of_such(figure, row)
    if not _asks_encumbered(question):
        return told
    return not told and any(_of_such(other, row) for other in row)


def _of_such(figure: Figure, row: Sequence[Figure]) -> bool:
    return _tells_encumbered(figure.column_path) or of_encumbered(figure, numerator(figure, row))


def _asks_encumbered(question: Question) -> bool:
    return any(not _LIKE_PLEDGED.isdisjoint({want.term, *kindred(want.term)}) for want in question.asked)


@lru_cache(maxsize=4_096)
def _asks_holding(asked: str) -> bool:
    return _HOLDING.search(asked) is not None


def of_encumbered(figure: Figure, part: Figure | None) -> bool:
    """Whether a percentage is told of pledged or restricted shares alone, or worked out from them (``part``)."""
    if figure.unit != "%" or figure.cell is None:
        return False
    return _tells_encumbered(figure.column_path) or (part is not None and _tells_encumbered(part.column_path))


@lru_cache(maxsize=16_384)
def _tells_encumbered(column: tuple[str, ...]) -> bool:
    return not _ENCUMBERED.isdisjoint(all_terms(" ".join(column)))
