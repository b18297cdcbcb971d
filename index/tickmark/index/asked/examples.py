"""Examples of parts, which ask for no fewer than all of them: "waste by route (landfill, burning etc)"."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["without_examples"]

# only of what is divided: elsewhere "such as" says which of many is meant
_DIVIDED: Final = re.compile(
    r"\b(?:by|per|each|every|split\w*|divid\w+|broken|break\w*|breakdown|mix|structure|distribut\w+|types?|kinds?"
    r"|categor(?:y|ies))\b|按|各|每|分布|分佈|构成|構成",
    re.IGNORECASE,
)
_MORE: Final = r"(?:etc\.?|et\s+cetera|and\s+so\s+(?:on|forth)|and\s+the\s+like|and\s+others|…|\.\.\.)"
_LIKE: Final = r"(?:e\.?\s?g\.?|for\s+(?:example|instance)|such\s+as|like|say|比如|例如|如)"
_EXAMPLES: Final = re.compile(
    rf"\s*[(（](?:[^()（）]*?[\s,;]{_MORE}|[^()（）]*等[^()（）]{{0,2}}|{_LIKE}[\s,:，：]?[^()（）]*)\s*[)）]"
    r"|\s*[,;:–—-]\s*(?:e\.?\s?g\.?|for\s+(?:example|instance)|such\s+as|比如|例如)[\s,:，][^?;()]*(?=\s*[?.!]|\s*$)"
    rf"|\s*[,;:–—-]\s*{_LIKE}[\s,:][^?;()]*?[\s,;]{_MORE}(?=\s*[?.!]|\s*$)",
    re.IGNORECASE,
)


def without_examples(text: str) -> str:
    """A question for the parts of a whole, without the parts that it only names as examples."""
    found = _EXAMPLES.search(text)
    if found is None or not _DIVIDED.search(text[: found.start()]):
        return text
    return text[: found.start()] + text[found.end() :]
