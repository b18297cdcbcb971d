"""What people say in loose, everyday words, put in those of a filing: "the bill for", "Hong Kong shareholders".

Single words and fixed phrases are data (``data/glossary.toml``, ``data/kindred``); here stands what has words between.
"""

from __future__ import annotations

from typing import Final

from tickmark.index.asked.everyday_money import EVERYDAY_MONEY, ITS, turn

__all__ = ["EVERYDAY"]

_HOLDERS: Final = r"(?:share|stock)?holders?|investors?"
_SHARES: Final = r"(?:listed\s+|traded\s+|quoted\s+)?(?:shares?|stock)"
_HONG_KONG: Final = r"(?:Hong[\s-]Kong|HK)"
_MAINLAND: Final = r"(?:mainland(?:\s+China|\s+Chinese)?|Shenzhen|Shanghai|(?<!\boutside\s)onshore)"
_STAKE: Final = r"own\s+(?P<of>(?:(?-i:[A-Z])[\w.&-]*\s+){0,4})(?:shares|stock|shareholding|holding|stake)\b"


EVERYDAY: Final = (
    # "how much can its kilns turn out in a year": what they are built for
    turn(
        r"\bhow\s+(?:much|many)\s+(?P<what>[^?,;]{3,60}?)\s+can\s+[^?,;]{2,60}?\s+(?:turn\s+out|make|produce|manufacture)"
        r"\s+(?:in|per|each|every|a)\s+(?:a\s+)?year\b(?:\s+(?:right\s+)?now)?",
        r"present annual production capacity of \g<what>",
    ),
    # "votes were cast for it"
    turn(r"\bvotes\s+(?:(?:that\s+)?(?:were|was|got)\s+)?cast\s+(?=(?:for|against|in\s+favou?r|on|at)\b)", "votes "),
    # what a resolution is to do is no vote for it; "votes at the meeting backed it" are
    turn(
        r"\b(?P<what>resolutions?|proposals?|motions?)\s+to\s+(?:consider\s+and\s+)?(?:approve|adopt|pass)\s+(?=\w)",
        r"\g<what> on ",
    ),
    turn(
        r"\b(?P<votes>votes\s+(?:at|in|on|of)\s+[^?;.]{3,50}?)\s+(?:backed|supported|endorsed)\b",
        r"\g<votes> in favour of",
    ),
    # classes of shares by where they are listed, and the meetings that each of them holds
    *(
        pair
        for where, kind in ((_HONG_KONG, "H"), (_MAINLAND, "A"))
        for pair in (
            turn(
                rf"\b{where}(?:[\s-]listed)?\s*(?:\({kind}\))?[\s-](?:{_HOLDERS})\b(?=['’\s?.,;)]|$)",
                rf"{kind} shareholders",
            ),
            turn(rf"\b{where}[\s-]{_SHARES}\b(?!\s+(?:exchange|market|connect|code|price))", rf"{kind} shares"),
        )
    ),
    turn(
        r"\b(?P<kind>[AH])[\s-]share(?:s|holders?)?(?:\s+holders?)?(?:['’]s?)?\s+(?:(?:own|separate|class|special)\s+)+"
        r"(?:meeting|vote|ballot|poll)s?\b",
        r"\g<kind> shares class meeting",
    ),
    turn(
        r"\b(?:own|separate|class|special)\s+(?:meeting|vote|ballot|poll)\s+(?:of|by|among)\s+(?:the\s+)?"
        r"(?P<kind>[AH])[\s-](?:share)?holders\b",
        r"\g<kind> shares class meeting",
    ),
    # "up to the end of 2022": all that there is by then, and no stretch of years
    turn(
        r"(?<!years )(?<!yrs )(?<!\d )\bup\s+to\s+(?:and\s+including\s+)?"
        r"(?=(?:the\s+)?end\s+of\b|(?:19|20)\d{2}\b(?!,\d))",
        "cumulative by ",
    ),
    # "what did rent look like in 2022", "to the cent": what it was
    turn(r"\b(what\s+(?:do|does|did)\s+[^?;]{2,60}?)\s+look(?:ed)?\s+like\b", r"\1"),
    turn(r",?\s*\b(?:down\s+)?to\s+the\s+(?:last\s+)?(?:cent|penny|dollar|yuan|fen|decimal)\b", ""),
    # "how much of the company do they own"
    turn(
        r"\b(?:how\s+much|what\s+\w+)\s+of\s+the\s+(?:whole\s+)?(?:company|firm|group)\s+"
        r"(?P<do>do|does|did)\s+(?P<who>[^?,;]{3,60}?)\s+(?:own|hold|control|have)\b",
        r"what percentage of the total share capital \g<do> \g<who> hold",
    ),
    # "people it had working in the north": who is there, and neither who came nor who left
    turn(
        r"\bhow\s+many\s+(?:people|persons|folks|staff|employees|workers)\s+"
        r"(?:(?:did|does|do|has|had|have)\s+(?:it|they|the\s+[\w-]+)\s+)?(?:(?:have|had|got)\s+)?"
        r"(?:work(?:ing|ed|s)?|employ(?:ed|s)?|based|on\s+(?:its|the)\s+books)"
        r"(?:\s+for\s+(?:it|them|the\s+\w+))?(?:\s+(?:up|down|over|out))?\s+(?=in\b|at\b|[A-Z])",
        "how many employees ",
    ),
    # "changing what the money goes on": what it is for
    turn(
        r"\b(?P<how>chang\w+|switch\w*)\s+what\s+(?P<what>[^?,;]{3,60}?)\s+"
        r"(?:(?:is|was|gets|are|were)\s+(?:used|spent)\s+(?:for|on)|(?:goes|go|went)\s+(?:on|to|into|towards?))",
        r"\g<how> the use of \g<what>",
    ),
    # of the holder's own shares, and not of all there are
    turn(rf"\bof\s+(?:its|his|her|their)\s+{_STAKE}", r"of the \g<of>shares held"),
    turn(rf"\bof\s+(?P<who>(?:the\s+)?[\w.-]+)['’]s?\s+{_STAKE}", r"of the shares held by \g<who>"),
    # "by rank, from the bosses down to the shop floor": all of them
    turn(
        r"(?P<by>\bby\s+(?:[\w-]+\s+)?(?:rank|level|grade|seniority|age|size)s?\b),?\s*from\s+[^?,;.]{3,40}?\s+"
        r"(?:(?:up|down|through)\s+)?to\s+[^?,;.]{3,40}",
        r"\g<by>",
    ),
    # what chimneys give off has not gone up by anything
    turn(
        r"\b(?:that\s+)?(?:went|goes?|gone|sent|going|came|left|blown)\s+(?:up|out\s+of|out\s+through|through|from)\s+"
        rf"{ITS}(?:[\w'’-]+\s+){{0,2}}?(?:smoke)?(?:stack|chimney|flue|vent)s?\b",
        r"\g<its>emitted",
    ),
    # "sat through lessons": attended them
    turn(
        r"\b(?:sit|sits|sat|sitting|go|goes|went|going)\s+through\s+"
        r"(?=(?:[\w-]+\s+){0,3}?(?:lessons?|classes|course|training|lectures?|seminars?|workshops?|sessions?)\b)",
        "attend ",
    ),
    # both kinds of emissions added up: "carbon footprint, direct and from bought-in power together"
    turn(
        r"\b(?:total\s+)?(?:carbon\s+footprint|(?:carbon|ghg|greenhouse\s+gas|co2e?)(?:\s+emissions)?)"
        r"(?P<when>(?:\s+(?:in|for|of|during)\s+(?:FY\s?)?20\d\d)?)\s*[,:(–—-]\s*"
        r"(?:direct(?:\s+emissions)?|scope\s+(?:1|one))\s*(?:and|plus|&|\+)\s*(?:(?:that\s+)?from\s+)?"
        r"(?:(?:bought-?\s?in|purchased|bought)\s+(?:power|electricity|energy|heat)|(?:scope\s+)?(?:2|two)|indirect)"
        r"\s*(?:together|combined|in\s+total)?\)?",
        r"scope 1 and scope 2 GHG emissions together\g<when>",
    ),
    # "going back to 2021", "from 2021 onwards": each year from then on
    turn(
        r",?\s*\b(?:(?:going|stretching|dating|as\s+far)\s+)?back\s+(?:to|as)\s+(?P<y>20\d\d)(?=\s*(?:[?.!,;]|$))"
        r"|,?\s*\bfrom\s+(?P<on>20\d\d)\s+(?:on(?:wards?)?|up\s+to\s+now|to\s+date)\b",
        r" since \g<y>\g<on>",
    ),
    *EVERYDAY_MONEY,
)
"""Patterns, each with what stands in its place, in the order in which they are tried."""
