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

_LEVELS: Final = (
    (r"operat(?:ing|ional|ions)", "operating profit"),
    (r"gross", "gross profit"),
    (r"(?:pre-?\s?tax|before-tax)", "profit before tax"),
    (r"(?:net|bottom)", "net profit"),
)


def turn(pattern: str, put: str) -> tuple[re.Pattern[str], str]:
    """A turn of phrase, whatever its case, with what stands in its place."""
    return re.compile(pattern, re.IGNORECASE), put


EVERYDAY_MONEY: Final = (
    # "the bill for new boilers": what was spent on them
    turn(
        rf"\b(?:how\s+(?:big|large|high|steep|hefty|much)|what)\s+(?:was|is|were|did)\s+(?:the|its|their)\s+"
        rf"(?P<when>(?:(?:annual|yearly|total|overall|(?:FY\s?)?20\d\d)\s+)*){_SPENT_FOR}\s+",
        r"how much was spent \g<when>on ",
    ),
    turn(
        r"\b(?:how\s+(?:big|large|high|steep|hefty)|what)\s+(?:was|is)\s+(?:the|its|their)\s+"
        r"(?P<what>research|r&d|training|safety|repair|clean-?up|environmental|advertising|marketing)\s+(?:bill|tab)\b",
        r"how much was spent on \g<what>",
    ),
    # what is left out of a profit has a name of its own
    turn(
        r"\b(?:leaving|setting|putting|taking)\s+(?P<what>(?:the\s+|any\s+|all\s+)?(?:one-?\s?offs?|exceptionals?"
        r"|non-?recurring|exceptional|extraordinary)(?:\s+(?:items?|gains?|losses|and|or))*)\s+"
        r"(?:aside|out\s+of\s+(?:it|the\s+picture)|out|to\s+one\s+side|off)\b",
        r"excluding \g<what>",
    ),
    turn(
        r"^\W*(?:strip(?:ping)?|tak(?:e|ing)|cut(?:ting)?)\s+(?:out\s+)?(?P<what>(?:the\s+|any\s+|all\s+)?"
        r"(?:one-?\s?offs?|exceptionals?|non-?recurring\s+items|exceptional\s+items)(?:\s+(?:items?|gains?|losses))?)"
        r"(?:\s+(?:out|away|off))?\s*[:,]\s*(?P<asks>[^?]+)",
        r"\g<asks> excluding \g<what>",
    ),
    turn(
        r"\bleaving\s+out\s+(?=(?:the\s+|any\s+|all\s+)?(?:one-?\s?offs?|exceptionals?|non-?recurring|exceptional|extraordinary)\b)",
        "excluding ",
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
    turn(
        rf"\bhow\s+much\s+(?:money|cash)\s+(?:did|does|has|was)\s+[^?,;]{{2,60}}?\b{_BRINGS_IN}\s+"
        rf"(?:from|by|through|out\s+of)\s+{_DAILY}\b",
        r"\g<its>net cash flow from operating activities",
    ),
    # what one share earns, and what it is worth in the books
    turn(
        r"\b(?:what|how\s+much)\s+(?:did|does|has|have)\s+(?:(?:an?|each|every|one|a\s+single)\s+)?share\s+(?:earn(?:ed)?|make|made|net"
        r"|bring\s+in|brought\s+in)\b",
        "what was earnings per share",
    ),
    turn(
        rf"\b(?:what|how\s+much)\s+(?:was|were|is|are)\s+(?P<one>(?:an?|each|every|one|a\s+single)\s+)?(?:{ITS})?(?P<who>(?:(?-i:[A-Z])[\w.&-]*\s+)"
        r"{0,4})shares?\s+(?:each\s+)?worth\s+(?:each\s+)?(?:(?:on|in|by|according\s+to)\s+(?:the|its)\s+books?|on\s+paper)\b",
        r"what was \g<its>\g<who>net assets per share",
    ),
    # what a company hopes to earn, at best or at worst
    turn(
        r"\b(?:what|how\s+much)\s+(?P<do>does|do|did)\s+(?P<who>[^?,;]{2,60}?)\s+(?P<hope>expect|forecast|think|reckon|hope"
        r"|foresee|predict|plan|anticipate)\s+(?:to|(?:that\s+)?(?:it|they)(?:\s+(?:will|would|could)|['’](?:ll|d)))\s+"
        r"(?:earn|make|net|clear|bank)(?:\s+(?:at\s+(?:the\s+very\s+)?(?:best|worst|most|least)|in\s+the\s+(?:best|worst)\s+case))?"
        r"(?=\s+(?:in|for|at|over|during|without|excluding|before|after|this|next)\b|\s*(?:[?.,;]|$))",
        r"what net profit attributable to shareholders \g<do> \g<who> expect",
    ),
    # "the hit from": what it cost
    turn(
        r"\b(?P<total>(?:(?:rough|total|overall|combined|full|approximate)\s+)*)(?:hit|dent|drag)\s+"
        r"(?=(?:in\s+[^?,;]{2,40}\s+)?(?:from|of|due\s+to|because\s+of|to\s+profits?\s+from)\b)",
        r"\g<total>cost ",
    ),
    # "在环保方面投入了多少钱", "在环保上投了多少": 环保投入
    turn(
        r"[在于於](?P<what>[\u4e00-\u9fff]{2,8}?)(?:方面|领域|領域|事业|事業|上面?|这块|這塊)(?:[总總一]?共|累计|累計)?"
        r"(?:投入|投资|投資|花费|花費|投|花|砸|用|支出)[了掉]?(?=多少(?![人名位个個次小学學时時天]))",
        r"\g<what>投入",
    ),
    # what is made at one level of the statement is that profit
    *(
        pair
        for level, profit in _LEVELS
        for pair in (
            turn(
                r"\b(?:what|how\s+much(?:\s+(?:money|profit))?)\s+(?P<do>(?:did|does|do|has|had)\s+)?(?P<who>[^?,;]{2,60}?)\s+"
                rf"(?:ma[dk]es?|earn(?:s|ed)?|clear(?:s|ed)?|bank(?:s|ed)?)\s+at\s+(?:the|an?)\s+{level}\s+(?:level|line)\b",
                rf"what was the {profit} of \g<who>",
            ),
            turn(
                r"\b(?:profits?|earnings|income|results?|loss(?:es)?)(?P<when>\s+in\s+(?:FY\s?)?20\d\d)?\s+at\s+(?:the|an?)\s+"
                rf"{level}\s+(?:level|line)\b",
                rf"{profit}\g<when>",
            ),
        )
    ),
    # "what did the directors share in prize money": what they got
    turn(
        r"\b(?P<how>how\s+much\s+(?:[\w-]+\s+){0,2}?(?:money|cash|bonus|reward)\s+did\s+[^?,;]{3,60}?)\s+(?<!\bper\s)(?<!\beach\s)"
        r"share(?:\s+(?:out|among|between)(?:\s+(?:them|themselves))?)?(?=\s+(?:in|for|over|during)\b|\s*(?:[?.,;]|$))",
        r"\g<how> get",
    ),
    # "what return did shareholders' money bring"
    turn(
        rf"\b(?:what|how\s+(?:good|big|high|large|much)\s+(?:of\s+)?a|how\s+much(?:\s+of\s+a)?)\s+returns?\s+(?:did|does|has|have|was)\s+"
        rf"(?:{ITS})?(?:(?:share|stock)holders|owners)['’]?s?['’]?\s+(?:money|funds?|capital|cash|equity|stake)\s+"
        rf"{_BRINGS_IN}(?:\s+in\b(?!\s+(?:FY\s?)?['’]?\d))?",
        r"what was \g<its>return on equity",
    ),
)
"""Patterns, each with what stands in its place, in the order in which they are tried."""
