"""Examples of parts, which ask for no fewer than all of them: "waste by route (landfill, burning etc)"."""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.asked.parts import parts_asked

__all__ = ["without_examples"]

_MORE: Final = r"(?:etc\.?|et\s+cetera|and\s+so\s+(?:on|forth)|and\s+the\s+like|and\s+others|…|\.\.\.)"
_SUCH_AS: Final = r"(?:(?:e\.?\s?g\.?|for\s+(?:example|instance)|such\s+as)[\s,:]|(?:比如|例如)[:，：]?)"
_LIKE: Final = rf"(?:{_SUCH_AS}|(?:like|say)[\s,:]|如[:，：]?)"
_EXAMPLES: Final = re.compile(
    rf"\s*[(（](?:[^()（）]*?[\s,;]{_MORE}|[^()（）]*等|{_LIKE}[^()（）]*)[\s。.]*[)）]"
    rf"|\s*[,;:–—-]\s*{_SUCH_AS}[^?;()]*(?=\s*[?.!]|\s*$)"
    rf"|\s*[,;:–—-]\s*{_LIKE}[^?;()]*?[\s,;]{_MORE}(?=\s*[?.!]|\s*$)",
    re.IGNORECASE,
)


def without_examples(text: str) -> str:
    """A question for the parts of a whole, without the parts that it only names as examples.

    Elsewhere "such as" says which of many is meant.
    """
    found = _EXAMPLES.search(text)
    if found is None:
        return text
    parts = parts_asked(text[: found.start()])
    return text[: found.start()] + text[found.end() :] if parts is not None and parts.outright else text
