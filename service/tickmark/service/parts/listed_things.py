"""Which pieces of a clause between its commas are things that it lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tickmark.index.asked.currency import CURRENCY

__all__ = ["things"]

# what it is to be told in, and no thing of a list: "tax paid, RMB mn"
_IN_UNIT: Final = re.compile(
    rf"(?:(?:all|both)\s+)?(?:in\s+)?{CURRENCY}?\s?"
    r"(?:k|m|mn|mln|mm|mio|bn|(?:thousand|million|billion)s?|['’]?000s?)?\W*",
    re.IGNORECASE,
)
_LEADS: Final = re.compile(
    r"(?:back|way|over|as|and|so|now|then|in|at|by|for|during|of|on|the|year|end|start|close|until|since|before)"
    r"(?:\s+(?:back|in|at|by|for|during|of|on|to|the|year|end|start|close))*",
    re.IGNORECASE,
)


def things(pieces: Sequence[str]) -> list[str]:
    """The pieces, but for what only says the unit ("RMB mn") or leads to a day ("Back in , ...", "..., as of")."""
    return [one for one in pieces if not (_IN_UNIT.fullmatch(one.strip()) or _LEADS.fullmatch(one.strip()))]
