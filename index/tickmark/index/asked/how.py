"""Words of a question that are not its metric: where to look ("in the annual report"), and "did they mention ...?"."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["topic", "without_places"]

_REPORT: Final = (
    r"(?:the\s+|its\s+|their\s+|this\s+|that\s+|these\s+)?(?:company['’]s\s+)?"
    r"(?:(?:latest|annual|financial|provided|published|attached|esg|csr|sustainability|environmental|responsibility"
    r"|interim|half-year(?:ly)?"
    r"|quarterly|preliminary|results?|earnings|poll|pledge|exchange|hkex)\s+)*"
    r"(?:reports?|filings?|documents?|announcements?|circulars?|releases?)"
)
# where the answer is to be looked for
_PLACES: Final = (
    re.compile(rf"^\W*(?:according\s+to|based\s+on|as\s+per|per)\s+{_REPORT}\s*,?", re.IGNORECASE),
    re.compile(
        r"\bat\s+the\s+end\s+of\s+the\s+(?:reporting\s+|fiscal\s+)?period\s+(?:as\s+)?(?:listed|stated|covered|reported"
        r"|given)\b"
        rf"(?:\s+(?:in|by)\s+{_REPORT})?",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:as\s+)?(?:mentioned|listed|stated|disclosed|reported|described|given|outlined)\s+(?:in|by)\s+" + _REPORT,
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:in|from|per|as\s+per|according\s+to|out\s+of)\s+{_REPORT}(?=\s*[?.,)]|\s*$)", re.IGNORECASE),
    re.compile(rf"[(（]\s*(?:(?:in|from|per|see|source:?)\s+)?{_REPORT}\s*[)）]", re.IGNORECASE),
    # its date stays: it may be the only one that is named
    re.compile(
        r"[(（](?:根据|根據|据|據|见|見|来自|來自|按)?(?=(?P<when>(?:(?:19|20)\d{2}年?)?(?:\d{1,2}月份?)?(?:\d{1,2}日)?))(?P=when)"
        r"的?[\u4e00-\u9fff]{0,8}(?:公告|報告|报告|年報|年报)(?:[里裡中]|披露)?[)）]"
    ),
    re.compile(r"\b(?:as\s+)?(?:mentioned|listed|stated|described|given|outlined)(?=\s*[?.]|\s*$)", re.IGNORECASE),
)
_LEAD = re.compile(r"\bthe\s+(?:value|names?|amount)\s+of\s+(?:the\s+|all\s+)*", re.IGNORECASE)


def without_places(text: str) -> str:
    """A question without the words that say where to look ("in the annual report") and "the value of"."""
    bare = text
    for pattern in _PLACES:
        bare = pattern.sub(_when, bare)
    bare = _LEAD.sub(" ", bare)
    return bare if any(c.isalnum() for c in bare) else text


def _when(found: re.Match[str]) -> str:
    return f" {found.groupdict().get('when') or ''} "


_SAYING: Final = (
    r"(?:mention|announc|report|outlin|detail|disclos|describ|discuss|highlight|provid|identif|address|declar|present"
    r"|indicat|state|speak\s+of|talk\s+about|refer\s+to|comment\s+on)"
)
_WHETHER = re.compile(
    rf"^\W*(?:did|does|do|has|have|is|are|was|were)\b(?:[^\w&'’.-]++[\w&'’.-]++){{0,4}}?[^\w&'’.-]++{_SAYING}\w*\s+"
    r"(?:(?:any|a|an|its|their|the|new|further|recent|about|on|plans?\s+for|that)\s+)*",
    re.IGNORECASE,
)
_OR = re.compile(r"\s*(?:,\s*)?\b(?:and/or|or)\b\s*|\s*/\s*|\s*,\s+", re.IGNORECASE)


def topic(text: str) -> tuple[str, tuple[str, ...]] | None:
    """What a question asks to be spoken of at all ("Did X announce any changes to its dividend policy?"), or None.

    Returns:
        The topic, and its alternatives where it names several ("mergers or acquisitions"): one is enough.
    """
    found = _WHETHER.search(text)
    if found is None:
        return None
    rest = text[found.end() :].strip(" ?!.,")
    return (rest, tuple(part for part in _OR.split(rest) if part)) if rest else None
