"""Whether waste was burned for its heat, by whatever words: "in a way that captured the heat"."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["with_heat"]

_BURNED: Final = re.compile(r"\b(?:burn\w*|incinerat\w*|combust\w*|furnaces?|went up in smoke)\b", re.IGNORECASE)
_HEAT: Final = (
    r"(?:(?:the|its|any|that|their|all|of|this|waste|resulting|released|combustion|given[- ]off|surplus"
    r"|useful)\s+)*(?:heat|energy)"
    r"(?:\s+(?:it|they|that|this)?\s*(?:gave off|given off|released|produced|thrown off|from it))?"
)
_GOT: Final = (
    r"(?:captur\w*|recaptur\w*|recover\w*|re-?us(?:ed|ing|e)|recycl\w*|harness\w*|harvest\w*|exploit\w*|reclaim\w*|salvag\w*|utili[sz]\w*"
    r"|us(?:ed|ing|e)\b(?!.*\benergy\b)(?<!energy used)(?<!energy was used)|(?:put"
    r"|putting)(?:\s+back)?\s+to\s+(?:good\s+|some\s+|further\s+)?(?:use|work)|mak(?:e|ing)\s+(?:good\s+)?use\s+of|made\s+(?:good\s+)?use\s+of"
    r"|tapp(?:ed|ing)|turn(?:ed|ing)\s+to\s+(?:good\s+)?(?:use|account))"
)
_BEING: Final = r"(?:(?:was|were|is|are|been|being|be|can|could|may|might|got|gets|ever|then|also)\s+)*"
_NONE: Final = r"(?:not|never|n['’]t|nothing|none|no)"
_LED: Final = (
    r"(?:[,;(–—-]\s*)?(?:\b(?:in\s+(?:a\s+(?:way|manner|fashion)|plants|furnaces|ovens|kilns|incinerators|facilities)|in\s+such\s+a\s+(?:way|manner)|so|such)\s+(?:that|which|as\s+to)\s+"
    r"|\b(?:that|which|while|whilst|where|whereby|and|but|yet|by|for|when)\s+)*"
)
_TAIL: Final = (
    r"(?:\s+(?:for|to\s+be|and)\s+(?:(?:further|later|other|good)\s+)?(?:re-?us(?:e|ed)|use[d]?|recycl(?:ing|ed)|put\s+to\s+use)\b(?:\s+elsewhere)?)?"
    r"(?:\s+(?:back|again|elsewhere))?\)?"
)
_OUT: Final = re.compile(
    rf"{_LED}(?:"
    rf"\bwith(?:out|\s+no|\s+none\s+of)\s+(?:{_GOT}\s+{_HEAT}|{_HEAT}\s+{_BEING}{_GOT}|{_HEAT}(?=\s*(?:[?,.;)]|$)))"
    rf"|(?:it\s+)?(?:did|does|do|was|were|is|are|had|has)?\s*{_NONE}\s+{_BEING}{_GOT}\s+{_HEAT}"
    rf"|\b(?:with\s+)?(?:no|none\s+of)\s+{_HEAT}\s+{_BEING}{_GOT}"
    rf"|\b(?:with\s+)?{_HEAT}\s+(?:was|were|is|are|being)?\s*{_NONE}\s+{_BEING}{_GOT}"
    rf"|\b(?:with\s+|let(?:s|ting)?\s+|leaving\s+)?{_HEAT}\s+{_BEING}(?:wasted|lost|unused|let\s+(?:go|off|out)|thrown\s+away|go(?:ing|es)?\s+to\s+waste|vented|escap(?:e|ed|ing)|go\s+unused)"
    rf"|\bwast(?:ed|ing)\s+{_HEAT}"
    rf"){_TAIL}",
    re.IGNORECASE,
)
_WITH: Final = re.compile(
    rf"{_LED}(?:\bto\s+|\bthen\s+)?\bput(?:ting)?\s+{_HEAT}\s+(?:back\s+)?to\s+(?:[a-z]+\s+)?(?:use|work)\b{_TAIL}"
    rf"|{_LED}(?:\bto\s+|\bwith\s+)?(?:\b{_GOT}\s+{_HEAT}\b|\b{_HEAT}\s+{_BEING}{_GOT})(?!\s+(?:recovery|recover)\b){_TAIL}",
    re.IGNORECASE,
)
_SAID: Final = re.compile(r"\b(?:heat|energy)\s+recover(?:y|ed)?\b(?<!ed)", re.IGNORECASE)
_BOTH: Final = re.compile(
    r"\bwith\b[^?]{0,30}\b(?:and|or|vs\.?|versus|/)\s*(?:that\s+)?without\b|\bwithout\b[^?]{0,30}\b(?:and|or)\s+with\b",
    re.IGNORECASE,
)


def with_heat(text: str) -> str:
    """A question on what was burned, with or without heat recovery, as a table tells one from the other."""
    burned = _BURNED.search(text)
    if burned is None or _SAID.search(text) or _BOTH.search(text) or len(_BURNED.findall(text)) > 1:
        return text  # each way to burn is asked for
    before, behind = text[: burned.end()], text[burned.end() :]  # what is used to burn it stands in front
    for pattern, way in ((_OUT, "without"), (_WITH, "with")):
        if found := pattern.search(behind):
            after = behind[found.end() :]
            kept = f"{before}{behind[: found.start()]}".rstrip()
            return f"{kept} {way} heat recovery{' ' if after[:1].isalnum() else ''}{after}"
    return text
