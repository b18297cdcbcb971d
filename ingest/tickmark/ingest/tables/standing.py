"""What rows, headings and columns state whatever header stands over them: what is there, or what happened.

"Total assets" under "Years ended December 31" are those at the end; cash paid beside balances was paid over the year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from tickmark.ingest.figures.calendar import Calendar, duration
from tickmark.ingest.model import Period
from tickmark.ingest.tables.flows import flow_of_group
from tickmark.ingest.tables.when import fiscal_start

__all__ = ["always_stands", "between_equities", "happened", "recognized_so_far", "said_of", "written_off"]

_STANDS = re.compile(
    r"^(?:total|segment|identifiable|long-lived)\s+(?:(?:\w+|long-lived)\s+){0,2}assets\b"
    r"|^(?:common|ordinary|preferred)\s+(?:stock|shares?),?\s+(?:at\s+)?par\s+value\b"
    r"|^(?:total\s+)?unrecognized\s+(?:[\w-]+\s+){0,4}compensation\s+(?:costs?|expenses?)\b",
    re.IGNORECASE,
)
_EQUITY = re.compile(
    r"^total\s+equity$|^(?:total\s+)?(?:[\w.,'’&]+\s+){0,5}(?:stock|share)(?:holders?|owners?)['’]s?\s+equity$",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"^(?:total\s+)?(?:net\s+)?(?:operating|financing|investing)\s+cash\s+(?:out|in)?flows?\b"
    r"|^(?:net\s+)?cash\s+(?:paid|used|received)\b|\b(?:obtained|recognized|recorded)\s+in\s+exchange\s+for\b"
    r"|\bassets\s+exchanged\s+for\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:assets\s+acquired|liabilities\s+assumed)\b|^(?:acquisitions?|purchases?|additions?)\s+(?:of|to)\b",
    re.IGNORECASE,
)
_NOT_YET_EARNED = re.compile(
    r"^(?:total\s+)?(?:unrecognized\s+)?(?:net\s+)?(?:actuarial\s+(?:net\s+)?\(?(?:loss|gain)|prior\s+service\s+\(?(?:cost|credit)"
    r"|transition\s+(?:obligation|asset)|accumulated\s+other\s+comprehensive)",
    re.IGNORECASE,
)
_WRITTEN_OFF = re.compile(r"(?:(?:current|year)[\s-]\w+\s+)?gross\s+(?:charge|write)[\s-]?offs?\b", re.IGNORECASE)
_CAME_ABOUT = re.compile(r"\bother\s+comprehensive\b", re.IGNORECASE)
_SO_FAR = re.compile(r"\baccumulated\s+other\s+comprehensive\b", re.IGNORECASE)


def always_stands(label: str) -> bool:
    """Whether a row states what is there, under whatever header: total assets, equity, shares at par."""
    return _STANDS.search(label) is not None or _EQUITY.search(label) is not None


def happened(label: str) -> bool:
    """Whether a row below closing balances says what was done: assets acquired, purchases of property."""
    return _DONE.search(label) is not None


def said_of(groups: Sequence[str], path: Sequence[str], label: str) -> bool | None:
    """Whether a number is of a stretch of time by the headings over its row or its column, or else by its label."""
    said = flow_of_group(groups)
    if said is None:
        said = flow_of_group(path)
    return True if said is None and _HAPPENED.search(label) else said


def recognized_so_far(label: str, groups: Sequence[str]) -> bool:
    """Whether a row below the closing balances of a pension plan is what has not been earned or paid for yet."""
    over = " ".join(groups[-1:])
    came_about = _CAME_ABOUT.search(over) is not None and _SO_FAR.search(over) is None
    return _NOT_YET_EARNED.match(label) is not None and not came_about


def written_off(label: str, base: Period, calendar: Calendar) -> Period | None:
    """The fiscal year up to a moment, where a row under years of origination says what was written off by then."""
    if base.start or not base.end or not _WRITTEN_OFF.match(label):
        return None
    end = date.fromisoformat(base.end)
    return duration(fiscal_start(end, calendar), end, label)


def between_equities(labels: dict[int, str]) -> frozenset[int]:
    """Rows that stand right between two sums of equity: what is added to the first to make the second."""
    rows = list(labels)
    return frozenset(
        row
        for above, row, below in zip(rows, rows[1:], rows[2:], strict=False)
        if _EQUITY.search(labels[above]) and _EQUITY.search(labels[below])
    )
