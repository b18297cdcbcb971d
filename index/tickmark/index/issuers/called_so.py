"""Whether what a figure says are names alone: whose it is, or a part of some name, and not what was asked of it.

"Revenue of Larkmoor" is not told by whatever a table prints beside that name, and the 9 of "Skyhook M-9" is no count.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from tickmark.index.asked.terms import WEAK_CONCEPTS
from tickmark.index.question import Question
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import is_concept
from tickmark.ingest.model import Figure

__all__ = ["forenames_by_initial", "in_a_name", "only_named"]

_SHORT: Final = re.compile(r"\d{1,4}[A-Za-z]?")
_NAME_BEFORE: Final = re.compile(r"(?<![\w$€£¥])[A-Z][A-Za-z]*-$")
_INITIAL: Final = re.compile(r"(?<!\w)(?P<initial>[A-Z])\.?\s?(?:[A-Z]\.?\s?){0,2}(?<=[\s.])(?P<surname>[A-Z][\w'’-]+)")


def only_named(question: Question, wanted: Collection[str], missing: Collection[str]) -> bool:
    """Whether all that is said of a figure are names that the question gives, and some metric is missing."""
    if not question.names or not any(is_concept(term) and term not in WEAK_CONCEPTS for term in missing):
        return False
    return set(question.names).issuperset(set(wanted).difference(missing))


def in_a_name(figure: Figure) -> bool:
    """Whether a number of a sentence is the end of a name with a hyphen: "M-9"."""
    if figure.origin != "prose" or f"-{figure.printed}" not in figure.context or not _SHORT.fullmatch(figure.printed):
        return False
    at = figure.context.find(f"-{figure.printed}") + 1
    return _NAME_BEFORE.search(figure.context[max(0, at - 20) : at]) is not None


def forenames_by_initial(names: Collection[str], missing: Collection[str], figure: Figure) -> int:
    """How many of the names that a figure lacks are forenames that its label has the initial of: "M. Orlow"."""
    said = _initials(" ".join((*figure.label_path, *figure.column_path)))
    told = {initial for initial, surname in said if surname in names and surname not in missing}
    return sum(name[0] in told for name in missing)


@lru_cache(maxsize=32_768)
def _initials(label: str) -> frozenset[tuple[str, str]]:
    """Initials in a label, each with the stem of the surname behind it, in lower case."""
    return frozenset((found["initial"].lower(), stem(found["surname"].lower())) for found in _INITIAL.finditer(label))
