"""What people say in loose, everyday words, put in those of a filing: "the bill for", "Hong Kong shareholders".

Single words and fixed phrases are data (``data/glossary.toml``, ``data/kindred``); here stands what has words between.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["EVERYDAY"]

_HOLDERS: Final = r"(?:share|stock)?holders?|investors?"
_SHARES: Final = r"(?:listed\s+|traded\s+|quoted\s+)?(?:shares?|stock)"
_HONG_KONG: Final = r"(?:Hong[\s-]Kong|HK)"
_MAINLAND: Final = r"(?:mainland(?:\s+China|\s+Chinese)?|Shenzhen|Shanghai|(?<!\boutside\s)onshore)"
_OWN_MEETING: Final = (
    r"(?:['’]s?)?\s+(?:(?:own|separate|class|special)\s+)+(?P<met>meeting|vote|ballot|poll|gathering)s?\b"
)
_SPENT_FOR: Final = r"(?:bill|tab|price\s+tag)\s+(?:for|of|on|from)"
_PEOPLE: Final = r"(?:people|persons|folks|staff|employees|workers|colleagues)"
_DEALT: Final = (
    r"(?:treating|handling|dealing\s+with|disposing\s+of|getting\s+rid\s+of|processing|burning\s+or\s+burying)"
)
_DAILY: Final = (
    r"(?:(?:its|the|their|all|this)\s+)*(?:(?:day-to-day|everyday|ordinary|core|normal|main|regular|underlying|actual"
    r"|routine)\s+)+"
    r"(?:(?:running|running\s+side|side)\s+of\s+(?:the\s+|its\s+)?)?(?:business(?:es)?|trade|trading|operations"
    r"|operating\s+activities|activities|company|firm|running)"
)
_BRINGS_IN: Final = (
    r"(?:br(?:ing|ought)\s+in|generate[ds]?|throw\s+off|threw\s+off|thrown\s+off|come\s+in|came\s+in|flow(?:ed)?\s+in"
    r"|take\s+in|took\s+in|pull(?:ed)?\s+in|produce[ds]?|collect(?:ed)?|yield(?:ed)?|kick(?:ed)?\s+(?:off|out)"
    r"|spin\s+off|spun\s+off|make|made|earn(?:ed)?)"
)


def _turn(pattern: str, put: str) -> tuple[re.Pattern[str], str]:
    return re.compile(pattern, re.IGNORECASE), put


EVERYDAY: Final = (
    # classes of shares by where they are listed, and the meetings that each of them holds
    *(
        turn
        for where, kind in ((_HONG_KONG, "H"), (_MAINLAND, "A"))
        for turn in (
            _turn(
                rf"\b(?:own|separate)\s+(?P<met>meeting|vote|ballot|poll|gathering)\s+(?:of|for|by)\s+(?:the\s+)?"
                rf"{where}(?:[\s-]listed)?[\s-](?:{_HOLDERS})\b",
                rf"{kind} shares class meeting",
            ),
            _turn(rf"\b{where}(?:[\s-]listed)?[\s-](?:{_HOLDERS}){_OWN_MEETING}", rf"{kind} shares class meeting"),
            _turn(rf"\b{where}[\s-](?:listed\s+)?(?:{_HOLDERS})\b(?=['’\s?.,;)]|$)", rf"{kind} shareholders"),
            _turn(rf"\b{where}[\s-]{_SHARES}\b(?!\s+(?:exchange|market|connect|code|price))", rf"{kind} shares"),
        )
    ),
    _turn(
        rf"\b(?P<kind>[AH])[\s-]share(?:s|holders?)?(?:\s+holders?)?{_OWN_MEETING}", r"\g<kind> shares class meeting"
    ),
    _turn(rf"\b{_HONG_KONG}(?:[\s-]listed)?[\s-](?=convertible\s+(?:bond|note|debt|debenture)s?\b)", "H share "),
    # "how much of the company do they own"
    _turn(
        r"\b(?:how\s+(?:much|large\s+a\s+part|big\s+a\s+part|big\s+a\s+slice)|what\s+(?:part|slice|portion|chunk))\s+of"
        r"\s+the\s+(?:whole\s+|entire\s+)?(?:company|firm|group)\s+(?P<do>do|does|did)\s+(?P<who>[^?,;]{3,60}?)\s+"
        r"(?:own|hold|control|have)\b",
        r"what percentage of the total share capital \g<do> \g<who> hold",
    ),
    # "the bill for new boilers": what was spent on them
    _turn(
        rf"\b(?:how\s+(?:big|large|high|steep|hefty|much)|what)\s+(?:was|is|were|did)\s+(?:the|its|their)\s+"
        rf"(?P<when>(?:(?:annual|yearly|total|overall|(?:FY\s?)?20\d\d)\s+)*){_SPENT_FOR}\s+",
        r"how much was spent \g<when>on ",
    ),
    _turn(
        r"\b(?:how\s+(?:big|large|high|steep|hefty)|what)\s+(?:was|is)\s+(?:the|its|their)\s+"
        r"(?P<what>research|r&d|training|safety|repair|clean-?up|environmental|advertising|marketing)\s+(?:bill|tab)\b",
        r"how much was spent on \g<what>",
    ),
    # what is left out of a profit has a name of its own
    _turn(
        r"\b(?:leaving|setting|putting|taking)\s+(?P<what>(?:the\s+|any\s+|all\s+)?(?:one-?\s?offs?|exceptionals?"
        r"|non-?recurring|exceptional|extraordinary)(?:\s+(?:items?|gains?|losses|and|or))*)\s+"
        r"(?:aside|out\s+of\s+(?:it|the\s+picture)|out|to\s+one\s+side|off)\b",
        r"excluding \g<what>",
    ),
    # "people it had working in the north": who is there, and neither who came nor who left
    _turn(
        rf"\bhow\s+many\s+{_PEOPLE}\s+(?:(?:did|does|do|has|had|have)\s+(?:it|they|the\s+[\w-]+)\s+)?"
        r"(?:(?:have|had|got|keep|kept)\s+)?(?:work(?:ing|ed|s)?|employ(?:ed|s)?|based|on\s+its\s+books"
        r"|on\s+the\s+books)"
        r"(?:\s+for\s+(?:it|them|the\s+\w+))?(?:\s+(?:up|down|over|out|away|elsewhere))?(?:\s+of)?\s+(?=in\b|at\b|[A-Z])",
        "how many employees ",
    ),
    # "under-thirties": people of that age
    _turn(
        r"\b(?:the\s+)?(?P<at>under|over)-(?P<age>twenties|thirties|forties|fifties|sixties)\b",
        r"employees \g<at> \g<age>",
    ),
    # "firms that sell to it"
    _turn(
        r"\b(?:firms|companies|businesses|outfits)\s+(?:(?:that|which|were|was|are)\s+)*(?:sell|sold|selling|suppl(?:y|ied|ying))"
        r"\s+(?:(?:(?:goods|things|stuff|parts)\s+)?to\s+)?(?:it|them|the\s+(?:company|group|firm))(?=\s*(?:[?.,;]|$)|\s+in\b)",
        "suppliers",
    ),
    # "tonnes for each way of treating it"
    _turn(
        rf"\b(?P<each>each|every|by|per)\s+way\s+(?:of|for)\s+{_DEALT}(?:\s+(?:it|them|that|the\s+\w+))?",
        r"\g<each> treatment method",
    ),
    _turn(
        r"\b(?P<each>each|every|by|per)\s+way\s+(?:(?:that|in\s+which)\s+)?(?:it|they)\s+(?:was|were)\s+"
        r"(?:treated|handled|dealt\s+with|disposed\s+of|got\s+rid\s+of|processed)",
        r"\g<each> treatment method",
    ),
    # what the business takes in day by day: no revenue, and no profit
    _turn(
        rf"\bhow\s+much\s+(?:money|cash)\s+(?:did|does|has|was)\s+{_DAILY}\s+{_BRINGS_IN}\b",
        "net cash flow from operating activities",
    ),
    _turn(
        rf"\bhow\s+much\s+(?:money|cash)\s+(?:did|does|has|was)\s+[^?,;]{{2,60}}?\b{_BRINGS_IN}\s+"
        rf"(?:from|by|through|out\s+of)\s+{_DAILY}\b",
        "net cash flow from operating activities",
    ),
    # "what it goes on", "using the money differently": what it is for
    _turn(
        r"\b(?P<how>chang\w+|switch\w*|alter\w*)\s+what\s+(?P<what>(?:the\s+)?[^?,;]{3,60}?)\s+"
        r"(?:(?:is|was|gets|got|are|were)\s+(?:used|spent)\s+(?:for|on)|(?:goes|go|went)\s+(?:on|to|into|towards?))",
        r"\g<how> the use of \g<what>",
    ),
    # of the holder's own shares, and of all there are
    _turn(
        r"\bof\s+(?:its|his|her|their)\s+own\s+(?:shares|stock|shareholding|holding|stake)\b",
        "of the shares held",
    ),
    _turn(
        r"\bof\s+(?P<who>(?:the\s+)?[\w.-]+)['’]s?\s+own\s+(?:shares|stock|shareholding|holding|stake)\b",
        r"of the shares held by \g<who>",
    ),
    _turn(
        r"(?<=\bof\sthe\s)(?:whole|entire)\s+(?:company|firm|group)\b"
        r"(?=.*\b(?:pledg\w+|shares|stakes?|stock|holdings?)\b)",
        "total share capital of the company",
    ),
    # "by rank, from the bosses down to the shop floor": all of them
    _turn(
        r"(?P<by>\bby\s+(?:[\w-]+\s+)?(?:rank|level|grade|seniority|tier|age|size)s?\b),?\s*(?:all\s+the\s+way\s+)?from\s+"
        r"[^?,;.]{3,40}?\s+(?:(?:right|all\s+the\s+way)\s+)?(?:(?:up|down|through)\s+)?to\s+[^?,;.]{3,40}",
        r"\g<by>",
    ),
    # "by how many votes did the ayes beat the noes"
    _turn(
        r"\b(?P<by>by\s+how\s+(?:many|much)\s+(?:[\w-]+\s+){0,3}?did\s+[^?;]{3,80}?)\s+"
        r"(?:beat|outnumber|outstrip|outdo|outvote|outweigh|top|trump|edge\s+out|run\s+ahead\s+of|win\s+over)\s+"
        r"(?=(?:the|those|its|their|[A-Z])\b)",
        r"\g<by> exceed ",
    ),
    # "the hit from": what it cost
    _turn(
        r"\b(?P<total>(?:(?:rough|total|overall|combined|full|approximate)\s+)*)(?:hit|dent|drag)\s+"
        r"(?=(?:in\s+[^?,;]{2,40}\s+)?(?:from|of|due\s+to|because\s+of|to\s+profits?\s+from)\b)",
        r"\g<total>cost ",
    ),
    # "going back to 2021", "from 2021 onwards": each year from then on
    _turn(
        r",?\s*\b(?:(?:going|stretching|dating|reaching|all\s+the\s+way|as\s+far)\s+back\s+(?:to|as)|back\s+to)\s+"
        r"(?P<y>20\d\d)(?=\s*(?:[?.!,;]|$))"
        r"|,?\s*\bfrom\s+(?P<on>20\d\d)\s+(?:on(?:wards?)?|up\s+to\s+now|to\s+date)\b",
        r" since \g<y>\g<on>",
    ),
    _turn(
        r"(?P<each>\b(?:each|every)\s+year\b|\byear\s+(?:after|by|on)\s+year\b|\byearly\b|\bannually\b)(?P<what>[^?]*?),?"
        r"\s*\b(?:starting|beginning)\s+(?:from\s+|in\s+|with\s+|at\s+)?(?P<y>20\d\d)(?=\s*(?:[?.!,;]|$))",
        r"\g<each>\g<what> since \g<y>",
    ),
)
"""Patterns, each with what stands in its place, in the order in which they are tried."""
