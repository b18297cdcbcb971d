"""Whether a figure tells how much there is altogether, or how much one event added: pledged in all, and by this pledge.

Both stand in one filing under the same labels, often in two tables with the same columns. A section or a column says
which are the sums ("accumulated", "upon the change"); the event's own table says nothing of the kind.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tickmark.index.question import Question
from tickmark.ingest.model import Figure

__all__ = ["stage_fit", "stage_of"]

_EVENT: Final = (
    r"(?:completion|chang|issu|transfer|pledg|purchas|acqui|dispos|exerci|increas|decreas|reduc|allot|placing|conver"
    r"|subscri|transaction|releas|addition|repurchas|buy-?back|grant|award)"
)
_AFTER: Final = rf"\b(?:upon|after|following)\s+(?:(?:the|this|that|its|these|such|new|latest)\s+)*{_EVENT}"
_SUM: Final = re.compile(
    rf"\b(?:accumulat\w*|cumulative(?:ly)?|aggregated?|outstanding|closing|to date)\b|{_AFTER}"
    r"|累计|累計|期末|变动后|變動後",
    re.IGNORECASE,
)
_ASKS_SUM: Final = re.compile(
    r"\b(?:accumulat\w*|cumulative(?:ly)?|outstanding|closing|to date|so far|now|currently|overall|in total|altogether"
    rf"|in all|all told|combined|counting|already)\b|\bincluding (?:the|this)\b|{_AFTER}"
    # "once the new pledge is counted", "the earlier ones together with this one"
    rf"|\bonce\s+(?:\w+\s+){{1,3}}?{_EVENT}\w*\s+(?:is|are|was|were)\b|\b(?:earlier|older|previous|existing)\b"
    r"[^.?!;]{1,30}\b(?:together|and|with|plus)\b[^.?!;]{1,20}\b(?:latest|new|newest|this|one)\b"
    r"|累计|累計|合计|合計|共计|共計|总共|總共|目前|现在|現在|(?:之|变动|變動|完成|质押|質押)[后後]",
    re.IGNORECASE,
)
_ASKS_EVENT: Final = re.compile(
    r"(?<!before )(?<!prior to )\bth(?:is|at|ese)(?:\s+(?:latest|new|particular|one|time|\w{4,}(?:ed|ing)))?\s+"
    rf"(?:(?!year|month|quarter|period|report)\w+\s+)?{_EVENT}"
    rf"|\b(?:latest|new|newly|additional|additionally|further|most recent)\s+(?:\w+\s+)?{_EVENT}"
    r"|本次|此次|这次|這次|[那这這]笔|新增|新一笔",
    re.IGNORECASE,
)
# how things stood until then is told beside how they stand now, and not with the event itself
_ASKS_UNTIL: Final = re.compile(rf"\b(?:before|prior\s+to|ahead\s+of|until)\s+(?:\w+\s+){{0,4}}{_EVENT}", re.IGNORECASE)
_FIT: Final = 0.4


@lru_cache(maxsize=16_384)
def _told_stage(text: str) -> int:
    if _SUM.search(text):
        return 1
    return -1 if _ASKS_EVENT.search(text) else 0


def stage_of(figure: Figure, part: Figure | None) -> int:
    """What a table says of a figure, or of the amount it is a share with.

    1 for how much there is in all, -1 for what one event added ("the new pledge"), 0 for nothing of the kind.
    """
    if figure.origin != "cell":
        return 0
    columns = (*figure.column_path, *(part.column_path if part else ()))
    return _told_stage(" ".join((*figure.section[-1:], *columns)))


@lru_cache(maxsize=4_096)
def _asked_stage(question: str) -> int:
    """1 where the sum is asked for, at whatever time, -1 where one event is, 0 where nothing says so."""
    if _ASKS_SUM.search(question) or _ASKS_UNTIL.search(question):
        return 1
    return -1 if _ASKS_EVENT.search(question) else 0


def stage_fit(question: Question, stage: int) -> float:
    """Above 0 where the stage of a figure (:func:`stage_of`) is the one asked for, below 0 where the other one is."""
    if not stage or any(span.kind == "duration" and _long(span.start, span.end) for span in question.spans):
        return 0.0
    return _FIT * stage * _asked_stage(question.without_issuer or question.text)


def _long(start: str | None, end: str | None) -> bool:
    """Whether a stretch of time is a quarter or more: what is asked of it is the flow of that time."""
    if start is None or end is None:
        return False
    years, months = int(end[:4]) - int(start[:4]), int(end[5:7]) - int(start[5:7])
    return years * 12 + months >= 2
