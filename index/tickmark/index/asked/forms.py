"""The forms of the SEC that a question names: "in the 10-K", "according to its annual report", "proxy statement"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tickmark.index.filters import form_keys
from tickmark.index.model import FilingSummary

__all__ = ["asked_forms", "of_forms"]

_ANNUAL: Final = ("10-K", "20-F", "40-F")
_LEAD: Final = r"(?:\b(?:in|from|per|of|by|on|according\s+to|see)\s+)?(?:(?:the|its|their|an?|form)\s+)*"
_FROM: Final = r"\b(?:in|from|per|according\s+to|see)\s+(?:(?:the|its|their|an?)\s+)*(?:(?:19|20)\d\d\s+)?"
_NAMED: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (_LEAD + r"\b10-?K(?:/A)?(?![\w-])(?:\s+(?:filing|report))?", ("10-K",)),
    (_LEAD + r"\b10-?Q(?:/A)?(?![\w-])(?:\s+(?:filing|report))?", ("10-Q",)),
    (_LEAD + r"\b8-K(?:/A)?(?![\w-])(?:\s+(?:filing|report))?", ("8-K",)),
    (_LEAD + r"\b20-F(?:/A)?(?![\w-])(?:\s+(?:filing|report))?", ("20-F",)),
    (_LEAD + r"\b(?:DEF\s?14A|proxy\s+statement)\b", ("DEF 14A",)),
    (_FROM + r"annual\s+report\b", _ANNUAL),
    (_FROM + r"quarterly\s+(?:report|filing)\b", ("10-Q",)),
)
_PATTERNS: Final = tuple((re.compile(pattern, re.IGNORECASE), forms) for pattern, forms in _NAMED)


def asked_forms(text: str, filings: Sequence[FilingSummary]) -> tuple[tuple[str, ...], str]:
    """The forms asked for that some filing has, and the text without the words that name them.

    A form that no filing here has says nothing: its words stay, and every filing may answer.
    """
    forms: list[str] = []
    for pattern, named in _PATTERNS:
        found = pattern.search(text)
        if found and of_forms(filings, named):
            forms += named
            kept = re.search(r"(?:19|20)\d\d", found[0])  # "in the 2023 annual report": the year is asked for as well
            text = f"{text[: found.start()]} {kept[0] if kept else ''} {text[found.end() :]}"
    return tuple(forms), text


def of_forms(filings: Sequence[FilingSummary], forms: Sequence[str]) -> list[FilingSummary]:
    """The filings of these forms; an amended form is one of the form that it amends."""
    wanted = {key for form in forms for key in form_keys(form)}
    return [f for f in filings if wanted & set(form_keys(f.form or ""))]
