"""Whether waste was burned for its heat, by whatever words: "in a way that captured the heat"."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["with_heat"]

_BURNED: Final = re.compile(
    r"\b(?:burn\w*|incinerat\w*|combust\w*|furnaces?|(?:went|go|goes|gone|going) up in (?:smoke|flames))\b",
    re.IGNORECASE,
)
_SAID: Final = re.compile(r"\b(?:heat|energy)\s+recovery\b", re.IGNORECASE)
_SMALL: Final = (
    r"(?:\b(?:in|a|an|the|any|such|so|way|manner|fashion|plants?|furnaces?|facilities|where|that|which|while|whilst|as"
    r"|to|by"
    r"|with|without|and|but|yet|its|their|all|of|none|no|not|never|was|were|is|are|being|been|be|had|has|did|does|do|it"
    r"|they|then|also|can|could|(?:was|were|is|did|does)n['’]t)\b[\s,;(–—-]*)*"
)
_GOT: Final = (
    r"(?:(?:re)?captur|recover|re-?us|recycl|harness|harvest|exploit|reclaim|salvag|utili[sz]|us(?=ed|ing|e\b)|put|made"
    r"|making"
    r"|tapp)\w*"
)
_GONE: Final = r"(?:(?:wast|los[te]|unus|thrown|vent|escap|let)\w*|go(?:ing|es)?\s+(?:to\s+waste|unused))"
_HEAT: Final = r"\b(?:heat|warmth|energy)\b"
_BEHIND: Final = (
    r"(?:\s+(?:it|was|were|been|being|is|gave|given|off|from|for|to|and|back|good|used?|work|re-?used?|away|out"
    r"|elsewhere)\b)*"
)
_TOLD: Final = re.compile(
    rf"(?P<led>{_SMALL})(?:\b(?:{_GOT}|{_GONE})\s+{_SMALL}{_HEAT}{_BEHIND}|{_HEAT}\s+{_SMALL}(?:{_GOT}"
    rf"|{_GONE}){_BEHIND}"
    rf"|(?<=with no ){_HEAT}|(?<=without ){_HEAT}|(?<=without the ){_HEAT})\)?",
    re.IGNORECASE,
)
_BOTH: Final = re.compile(r"\bwith\b[^?]{0,20}\bwithout\b|\bwithout\b[^?]{0,20}\bwith\b", re.IGNORECASE)
_NONE: Final = re.compile(rf"\b(?:without|not|never|none|no|{_GONE})\b|n['’]t\b", re.IGNORECASE)


def with_heat(text: str) -> str:
    """A question on what was burned, with or without heat recovery, as a table tells one from the other."""
    burned = _BURNED.search(text)
    found = burned and _TOLD.search(text, burned.end())
    if burned is None or found is None or _SAID.search(text) or _BOTH.search(text) or len(_BURNED.findall(text)) > 1:
        return text  # each way to burn is asked for
    way = "without" if _NONE.search(found[0]) else "with"
    return f"{text[: found.start()].rstrip(' ,;(–—-')} {way} heat recovery{text[found.end() :]}"
