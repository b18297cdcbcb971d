"""Whose share of a profit or of equity a label tells: that of the company's own shareholders, or that of others.

Where a group does not own all of its companies, its accounts print the profit of all of them and below it what the
shareholders get. "Net income" of a company, as it is quoted and as earnings per share are worked out of it, is the
latter (US GAAP taxonomy: NetIncomeLoss against ProfitLoss), unless a question says more.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = ["WHOSE_SHARE", "is_owners_share", "without_owner"]

# the measures that are divided between shareholders and others
WHOSE_SHARE: Final = frozenset({"NET_PROFIT", "EPS", "EQUITY", "COMPREHENSIVE_INCOME"})
# up to what is said of the profit itself: "... of the Company after deducting one-off items", "... - diluted"
_DUE: Final = re.compile(
    r"[,\s]*\b(?:attributable|available|applicable)\s+(?:to|for)\b"
    r"(?P<whom>(?:(?!\b(?:after|before|excluding|adjusted|net of|less|from|in|per|basic|diluted)\b)[^—–:,()])*)",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(
    r"\bnon-?\s?controlling\b|\bminorit|\bredeemable\b|\bpreferred\b|\bpreference\b|\bdiscontinued\b|\bcontinuing\b"
    r"|\bparticipating\b|\bnci\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=32_768)
def is_owners_share(label: str) -> bool:
    """Whether a label says that this is what the company's own shareholders get."""
    due = _DUE.search(label)
    return due is not None and _OTHERS.search(due["whom"]) is None


@lru_cache(maxsize=32_768)
def without_owner(label: str) -> str:
    """A label without the words for its own shareholders: what they get is what the measure is quoted as."""
    return _DUE.sub(" ", label) if is_owners_share(label) else label
