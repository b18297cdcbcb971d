"""What is taught: the hours of lessons on one subject are not those of all lessons."""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.words.glossary import glossary
from tickmark.index.words.terms import is_concept, terms

__all__ = ["subject_behind", "subjects"]

_LESSONS: Final = (
    r"(?:training|teaching|coaching|education|lessons?|class(?:es)?|courses?|lectures?|seminars?|workshops?|sessions?"
    r"|instruction)"
)
_ENDS: Final = re.compile(rf"\b{_LESSONS}\s*$", re.IGNORECASE)
_HOURS: Final = re.compile(r"\b(?:hours?|hrs?)\b", re.IGNORECASE)
_ABOUT: Final = re.compile(
    rf"\b{_LESSONS}\s+(?:on|about|covering|concerning|regarding|devoted\s+to|around)\s+"
    r"(?P<what>(?:(?!\b(?:in|for|by|at|did|do|does|was|were|is|are|has|had|have|given|held|attended)\b)[\w&'’-]+\s*){1,6})",
    re.IGNORECASE,
)
_OF_NOTHING: Final = frozenset({"EMPLOYEE", "TRAINING", "TRAINING_HOURS", "PER_CAPITA", "TOTAL"})


def subject_behind(head: str) -> bool:
    """Whether words end with lessons, so that what follows "on" is what these are about."""
    return _ENDS.search(head) is not None


def subjects(rest: str) -> frozenset[str]:
    """The concepts that the lessons are about of which hours are asked for; none where it does not say so."""
    found = _ABOUT.search(rest) if _HOURS.search(rest) else None
    if found is None:
        return frozenset()
    named = frozenset(term for term in terms(found["what"]) if is_concept(term))
    return named - _OF_NOTHING - glossary().apart.keys()
