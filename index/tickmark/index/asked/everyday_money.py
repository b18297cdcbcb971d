"""What people say of money in loose, everyday words, put in those of a filing: "the bill for", "the owners made"."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["EVERYDAY_MONEY", "ITS", "turn"]

# whose it is, which may be said by name: "went up Acme Glass's chimneys"
ITS: Final = r"(?:(?:the|its|their)\s|(?P<its>(?-i:[A-Z])[\w.&-]*(?:\s(?-i:[A-Z])[\w.&-]*){0,4}['’]s?\s))\s*"
_SPENT_FOR: Final = r"(?:bill|tab|price\s+tag)\s+(?:for|of|on|from)"
_DAILY: Final = (
    rf"(?:{ITS}|(?:all|this)\s+)*(?:(?:day-to-day|everyday|ordinary|core|normal|main|regular|underlying|actual"
    r"|routine)\s+)+"
    r"(?:(?:running|running\s+side|side)\s+of\s+(?:the\s+|its\s+)?)?(?:business(?:es)?|trade|trading|operations"
    r"|operating\s+activities|activities|company|firm|running)"
)
_BRINGS_IN: Final = (
    r"(?:br(?:ing|ought)\s+in|generate[ds]?|throw\s+off|threw\s+off|thrown\s+off|come\s+in|came\s+in|flow(?:ed)?\s+in"
    r"|take\s+in|took\s+in|pull(?:ed)?\s+in|produce[ds]?|collect(?:ed)?|yield(?:ed)?|kick(?:ed)?\s+(?:off|out)"
    r"|spin\s+off|spun\s+off|make|made|earn(?:ed)?)"
)


def turn(pattern: str, put: str) -> tuple[re.Pattern[str], str]:
    """A turn of phrase, whatever its case, with what stands in its place."""
    return re.compile(pattern, re.IGNORECASE), put


EVERYDAY_MONEY: Final = (
    # "the bill for new boilers": what was spent on them
    turn(
        rf"\b(?:how\s+(?:big|large|high|steep|hefty|much)|what)\s+(?:was|is|were|did)\s+(?:the|its|their)\s+"
        rf"(?P<when>(?:(?:annual|total|(?:FY\s?)?20\d\d)\s+)*){_SPENT_FOR}\s+",
        r"how much was spent \g<when>on ",
    ),
    # what is left out of a profit has a name of its own
    turn(
        r"^\W*(?:strip(?:ping)?|tak(?:e|ing)|cut(?:ting)?)\s+(?:out\s+)?(?P<what>(?:the\s+|any\s+|all\s+)?"
        r"(?:one-?\s?offs?|exceptionals?|non-?recurring\s+items|exceptional\s+items)(?:\s+(?:items?|gains?|losses))?)"
        r"(?:\s+(?:out|away|off))?\s*[:,]\s*(?P<asks>[^?]+)",
        r"\g<asks> excluding \g<what>",
    ),
    turn(
        r"\b(?:leaving|setting|putting)\s+(?:out\s+|aside\s+)?"
        r"(?P<what>(?:the\s+|any\s+|all\s+)?(?:one-?\s?offs?|exceptionals?|non-?recurring)(?:\s+items?)?)\b(?:\s+(?:aside|out)\b)?",
        r"excluding \g<what>",
    ),
    # what owners earn is the profit that is theirs
    turn(
        rf"\b(?:what|how\s+much)\s+(?:money\s+|profit\s+)?(?:did|had|have|has|do|does)\s+{ITS}(?:own\s+)?"
        r"(?:owners|shareholders|stockholders|proprietors)\s+(?:earn(?:ed)?|ma[dk]e|take\s+home|took\s+home|taken\s+home"
        r"|pocket(?:ed)?|bank(?:ed)?|clear(?:ed)?|net(?:ted)?)\b(?!\s+(?:up|on|from|through))",
        r"\g<its>net profit attributable to shareholders",
    ),
    # what the business takes in day by day: no revenue, and no profit
    turn(
        rf"\bhow\s+much\s+(?:money|cash)\s+(?:did|does|has|was)\s+{_DAILY}\s+{_BRINGS_IN}\b",
        r"\g<its>net cash flow from operating activities",
    ),
    # "the hit from": what it cost
    turn(
        r"\b(?P<total>(?:(?:rough|total|overall)\s+)*)(?:hit|dent|drag)\s+"
        r"(?=(?:in\s+[^?,;]{2,40}\s+)?(?:from|of|due\s+to|because\s+of|to\s+profits?\s+from)\b)",
        r"\g<total>cost ",
    ),
    # "在环保方面投入了多少钱", "在环保上投了多少": 环保投入
    turn(
        r"[在于於](?P<what>[\u4e00-\u9fff]{2,8}?)(?:方面|领域|領域|事业|事業|上面?|这块|這塊)(?:[总總一]?共|累计|累計)?"
        r"(?:投入|投资|投資|花费|花費|投|花|砸|用|支出)[了掉]?(?=多少(?![人名位个個次小学學时時天]))",
        r"\g<what>投入",
    ),
)
"""Patterns, each with what stands in its place, in the order in which they are tried."""
