"""Whether a filing says that it amends an earlier one, in what words, and which one it means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tickmark.ingest.figures.calendar import DATE

__all__ = ["amendment_of"]

_SAYS = re.compile(
    r"\b(?:further\s+)?supplement(?:al|ary)\s+(?:announcement|information|circular|notice|report)"
    r"|\b(?:revised|restated|amended|corrected|updated)\s+(?:and\s+restated\s+)?(?:\w+\s+){0,4}?"
    r"(?:announcement|report|results|accounts|financial\s+statements|circular|notice)\b"
    r"|\(\s*(?:revised|restated|amended|corrected)(?:\s+version)?\s*\)"
    r"|\b(?:correction|clarification|corrigendum|erratum)\b(?:\s+announcement)?(?:\s+(?:to|of)\s+the\b[^\n]{0,60})?"
    r"|\bamendment\s+(?:no\.?\s*\d+|to\s+the\s+(?:announcement|report))"
    r"|[补補]充公告|更正公告|澄清公告|[(（](?:修[订訂](?:版|稿|[后後])?|更正[后後]?|更新[后後])[)）]",
    re.IGNORECASE,
)
_MEANS = re.compile(
    rf"(?:\b(?:reference\s+is\s+made\s+to|refers?\s+to|supplements?|amends?"
    rf"|corrects?)\s[^\n]{{0,200}}?\b(?:announcement|report"
    rf"|results|circular|notice)s?\b[^\n]{{0,120}}?\bdated\s+(?P<d>{DATE}))|(?:日期[为為]|茲提述"
    rf"|兹提述)[^\n]{{0,60}}?(?P<z>{DATE})",
    re.IGNORECASE,
)  # fmt: skip
_TOP = 30


def amendment_of(title: str, lines: Sequence[str]) -> str | None:
    """The words that say so ("supplemental announcement"), with the day of what is amended where that is printed.

    Only the title and the headlines at the top count: a report speaks of restated figures without being an amendment.

    Args:
        title: the filing's title.
        lines: its printed lines.
    """
    headlines = [title, *(line for line in lines[:_TOP] if 0 < len(line) < 200 and not line.rstrip().endswith("."))]
    said = next((found for line in headlines if (found := _SAYS.search(line))), None)
    if said is None:
        return None
    words = re.sub(r"\s+", " ", said[0]).strip(" ()（）")
    means = _MEANS.search("\n".join(line[:1_000] for line in lines[:120]))
    return f"{words}, dated {means['d'] or means['z']}" if means else words
