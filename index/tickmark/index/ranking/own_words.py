"""The words that are said of one figure alone: its labels, and in a sentence what follows its number."""

from __future__ import annotations

import re

from tickmark.ingest.figures.calendar import MONTH
from tickmark.ingest.figures.clause_words import PART_OF
from tickmark.ingest.model import Figure, FigureRow

__all__ = ["around", "beside", "full_path", "limits", "own_label", "subject_names"]

_LIMITING = {"at least": "minimum", "more than": "minimum", "at most": "maximum", "less than": "maximum"}
_CLAUSE = re.compile(r"[,;:.，；。：()（）]\s|\d")


def around(printed: str, sentence: str) -> tuple[str, str]:
    """What stands before and after a number in its sentence; all of it before where it is not found there."""
    found = re.search(rf"(?<![\d.,]){re.escape(printed)}(?![.,]?\d)", sentence)
    return (sentence[: found.start()], sentence[found.end() :]) if found else (sentence, "")


def beside(figure: Figure) -> str:
    """The words right after a number in its sentence, up to the next number or the end of the clause, and its unit.

    The words before it are in its label.
    """
    after = around(figure.printed, figure.context)[1][:70]
    edge = _CLAUSE.search(after)
    return f"{after[: edge.start()] if edge else after} {figure.unit or ''}"


_NUMBER = re.compile(r"(?<![A-Za-z])\d")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*(?: [a-z]{4,})?")
# capitals that a filing gives to what it has defined: no names
_DEFINED = re.compile(
    r"\b(?:Company|Group|Shares?|Shareholders?|Stockholders?|Board|Directors?|Committee|Meetings?|Class|Period|Notes?"
    r"|Bonds?"
    r"|Agreements?|Plan|Scheme|Trust|Fund|Partnership|Issuer|Registrant)\b"
)


def subject_names(figure: Figure) -> list[str]:
    """The names that stand in a sentence before its first number, with the noun behind: they are meant throughout.

    "The Ostrava mill covers 300 square metres, and its yard 40": the yard is that of the mill.
    """
    first = _NUMBER.search(figure.context)
    names = _NAME.findall(figure.context[: first.start()]) if first else []
    return [name for name in names if not _DEFINED.search(name)]


_DATED = re.compile(
    r"\W*(?:(?:for|as of|at|in)\s+)?(?:the\s+)?(?:(?:fiscal|financial)\s+)?(?:years?|period|quarter|months)?\s*"
    rf"(?:ended|ending|to)?\s*(?:(?:{MONTH})\.?\s+)?(?:\d{{1,2}},?\s+)?(?:(?:{MONTH})\.?,?\s+)?(?:19|20)\d{{2}}\W*",
    re.IGNORECASE,
)


def full_path(figure: Figure, row: FigureRow) -> tuple[str, ...]:
    """The labels of a figure; those of a table's row with what its group leaves out ("By gender")."""
    whole = tuple(row.label.split(" > "))
    if (
        figure.origin == "cell"
        and figure.section
        and len(figure.label_path) == 1
        and not figure.column_path
        and _DATED.fullmatch(figure.label_path[0])
    ):
        return (*figure.section[-1:], *whole)  # the heading above says what is told, the row only of when
    return whole if figure.origin == "cell" and len(whole) > len(figure.label_path) else figure.label_path


def _says_only_when(figure: Figure) -> bool:
    if figure.origin != "cell" or figure.column_path or len(figure.label_path) != 1:
        return False
    return _DATED.fullmatch(figure.label_path[0]) is not None


def own_label(figure: Figure) -> str:
    """The innermost label; what a part is a part of with it ("of which")."""
    inner = figure.label_path[-1] if figure.label_path else ""
    return " ".join(figure.label_path) if figure.origin == "prose" and PART_OF.match(inner) else inner


def limits(figure: Figure) -> str:
    """What a qualifier makes of a number: "at least" makes it a minimum."""
    return " ".join(_LIMITING[word] for word in figure.qualifiers if word in _LIMITING)
