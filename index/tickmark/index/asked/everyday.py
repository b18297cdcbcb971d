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
_OWN_MEETING: Final = (
    r"(?:['’]s?)?\s+(?:(?:own|separate|class|special)\s+)+(?P<met>meeting|vote|ballot|poll|gathering)s?\b"
)
_PEOPLE: Final = r"(?:people|persons|folks|staff|employees|workers|colleagues)"
_DEALT: Final = (
    r"(?:treating|handling|dealing\s+with|disposing\s+of|getting\s+rid\s+of|processing|burning\s+or\s+burying)"
)


EVERYDAY: Final = (
    # "how much can its kilns turn out in a year right now": what they are built for
    turn(
        r"\bhow\s+(?:much|many)\s+(?P<what>[^?,;]{3,60}?)\s+can\s+(?P<who>[^?,;]{2,60}?)\s+(?:turn\s+out|churn\s+out|make|produce"
        r"|manufacture|put\s+out)\s+(?:(?:in|per|each|every)\s+)?(?:a\s+)?(?:year|annually|yearly)\b(?:\s+(?:right\s+now|now|today"
        r"|at\s+present|currently))?",
        r"present annual production capacity of \g<what>",
    ),
    # those of one class of shares are no parts
    turn(
        rf"\bamong(?:st)?\s+(?:the\s+)?(?=(?:{_HONG_KONG}|{_MAINLAND}|(?-i:[AH]))(?:[\s-]listed)?[\s-](?:{_HOLDERS})\b)",
        "of ",
    ),
    # "votes were cast for it"
    turn(r"\bvotes\s+(?:(?:that\s+)?(?:were|was|got)\s+)?cast\s+(?=(?:for|against|in\s+favou?r|on|at)\b)", "votes "),
    # "how many times did it rehearse for": drills are counted
    turn(
        r"\bhow\s+many\s+times\s+(?:did|does|do|has|have)\s+(?P<who>[^?,;]{2,60}?)\s+(?:rehears|practi[sc])(?:ed?|ing)\s+"
        r"(?:(?:for|against|(?:what\s+to\s+do|how\s+to\s+react)\s+in(?:\s+case\s+of)?|dealing\s+with)\s+)?",
        r"how many drills did \g<who> hold for ",
    ),
    # "how far did sales slip": by how much
    *(
        turn(
            rf"\bhow\s+far\s+(?P<did>did|have|has|had)\s+(?P<what>[^?,;]{{2,60}}?)\s+{way}\b(?!\s+(?:through|for|into|behind))",
            rf"by how much \g<did> \g<what> {plain}",
        )
        for way, plain in (
            (
                r"(?:slip(?:ped)?|slid|slide|fall(?:en)?|fell|drop(?:ped)?|sink|sunk|tumbled?|plunged?|dip(?:ped)?|declined?)",
                "decrease",
            ),
            (r"(?:rise|risen|climb(?:ed)?|jump(?:ed)?|grow|grown|soar(?:ed)?)", "increase"),
        )
    ),
    turn(r"\b(?P<what>sales|turnover)\s+(?:by|in)\s+(?:weight|volume)(?:\s+terms)?\b", r"\g<what> volume"),
    # what goes up in flames is burnt
    turn(r"\b(?:went|goes?|gone|going)\s+up\s+in\s+(?:flames|smoke)\b", "was burnt"),
    # "firms it bought from"
    turn(
        r"\b(?:firms|companies|businesses|outfits)\s+(?:(?:did|does|do)\s+)?(?P<who>(?:it|they|the\s+(?:company|group|firm)"
        r"|(?-i:[A-Z])[\w.&-]*(?:\s(?-i:[A-Z])[\w.&-]*){0,4}))\s+(?:buy|bought|source[sd]?|purchase[sd]?|procure[sd]?)\s+from\b",
        r"suppliers \g<who>",
    ),
    # classes of shares by where they are listed, and the meetings that each of them holds
    *(
        pair
        for where, kind in ((_HONG_KONG, "H"), (_MAINLAND, "A"))
        for pair in (
            turn(
                rf"\b(?:own|separate)\s+(?P<met>meeting|vote|ballot|poll|gathering)\s+(?:of|for|by)\s+(?:the\s+)?"
                rf"{where}(?:[\s-]listed)?[\s-](?:{_HOLDERS})\b",
                rf"{kind} shares class meeting",
            ),
            turn(rf"\b{where}(?:[\s-]listed)?[\s-](?:{_HOLDERS}){_OWN_MEETING}", rf"{kind} shares class meeting"),
            turn(rf"\b{where}[\s-](?:listed\s+)?(?:{_HOLDERS})\b(?=['’\s?.,;)]|$)", rf"{kind} shareholders"),
            turn(rf"\b{where}[\s-]{_SHARES}\b(?!\s+(?:exchange|market|connect|code|price))", rf"{kind} shares"),
        )
    ),
    turn(rf"\b(?P<kind>[AH])[\s-]share(?:s|holders?)?(?:\s+holders?)?{_OWN_MEETING}", r"\g<kind> shares class meeting"),
    turn(rf"\b{_HONG_KONG}(?:[\s-]listed)?[\s-](?=convertible\s+(?:bond|note|debt|debenture)s?\b)", "H share "),
    # "how much of the company do they own"
    turn(
        r"\b(?:how\s+(?:much|large\s+a\s+part|big\s+a\s+part|big\s+a\s+slice)|what\s+(?:part|slice|portion|chunk))\s+of"
        r"\s+the\s+(?:whole\s+|entire\s+)?(?:company|firm|group)\s+(?P<do>do|does|did)\s+(?P<who>[^?,;]{3,60}?)\s+"
        r"(?:own|hold|control|have)\b",
        r"what percentage of the total share capital \g<do> \g<who> hold",
    ),
    # "people it had working in the north": who is there, and neither who came nor who left
    turn(
        rf"\bhow\s+many\s+{_PEOPLE}\s+(?:(?:did|does|do|has|had|have)\s+(?:it|they|the\s+[\w-]+)\s+)?"
        r"(?:(?:have|had|got|keep|kept)\s+)?(?:work(?:ing|ed|s)?|employ(?:ed|s)?|based|on\s+its\s+books"
        r"|on\s+the\s+books)"
        r"(?:\s+for\s+(?:it|them|the\s+\w+))?(?:\s+(?:up|down|over|out|away|elsewhere))?(?:\s+of)?\s+(?=in\b|at\b|[A-Z])",
        "how many employees ",
    ),
    # "people at the works" are its staff
    turn(
        r"\bhow\s+many\s+(?:people|persons|folks)\s+at\s+"
        r"(?=(?:the\s+(?:company|firm|group|business)|(?-i:[A-Z])[\w.&-]*(?:\s(?-i:[A-Z])[\w.&-]*){0,4})\s+"
        r"(?:were|are|had|have|was|is|held|earned|got|took|went|left|joined|did)\b)",
        "how many employees at ",
    ),
    # "under-thirties": people of that age
    turn(
        r"\b(?:the\s+)?(?P<at>under|over)-(?P<age>twenties|thirties|forties|fifties|sixties)\b",
        r"employees \g<at> \g<age>",
    ),
    # "firms that sell to it"
    turn(
        r"\b(?:firms|companies|businesses|outfits)\s+(?:(?:that|which|were|was|are)\s+)*(?:sell|sold|selling|suppl(?:y|ied|ying))"
        r"\s+(?:(?:(?:goods|things|stuff|parts)\s+)?to\s+)?(?:it|them|the\s+(?:company|group|firm))(?=\s*(?:[?.,;]|$)|\s+in\b)",
        "suppliers",
    ),
    # "tonnes for each way of treating it"
    turn(
        rf"\b(?P<each>each|every|by|per)\s+way\s+(?:of|for)\s+{_DEALT}(?:\s+(?:it|them|that|the\s+\w+))?",
        r"\g<each> treatment method",
    ),
    turn(
        r"\b(?P<each>each|every|by|per)\s+way\s+(?:(?:that|in\s+which)\s+)?(?:it|they)\s+(?:was|were)\s+"
        r"(?:treated|handled|dealt\s+with|disposed\s+of|got\s+rid\s+of|processed)",
        r"\g<each> treatment method",
    ),
    # "what it goes on", "using the money differently": what it is for
    turn(
        r"\b(?P<how>chang\w+|switch\w*|alter\w*)\s+what\s+(?P<what>(?:the\s+)?[^?,;]{3,60}?)\s+"
        r"(?:(?:is|was|gets|got|are|were)\s+(?:used|spent)\s+(?:for|on)|(?:goes|go|went)\s+(?:on|to|into|towards?))",
        r"\g<how> the use of \g<what>",
    ),
    # of the holder's own shares, and of all there are
    turn(
        r"\bof\s+(?:its|his|her|their)\s+own\s+(?P<of>(?-i:[A-Z])[\w.&-]*\s+(?:(?-i:[A-Z])[\w.&-]*\s+){0,3})?"
        r"(?:shares|stock|shareholding|holding|stake)\b",
        r"of the \g<of>shares held",
    ),
    turn(
        r"\bof\s+(?P<who>(?:the\s+)?[\w.-]+)['’]s?\s+own\s+(?:shares|stock|shareholding|holding|stake)\b",
        r"of the shares held by \g<who>",
    ),
    turn(
        r"(?<=\bof\sthe\s)(?:whole|entire)\s+(?:company|firm|group)\b"
        r"(?=.*\b(?:pledg\w+|shares|stakes?|stock|holdings?)\b)",
        "total share capital of the company",
    ),
    # "by rank, from the bosses down to the shop floor": all of them
    turn(
        r"(?P<by>\bby\s+(?:[\w-]+\s+)?(?:rank|level|grade|seniority|tier|age|size)s?\b),?\s*(?:all\s+the\s+way\s+)?from\s+"
        r"[^?,;.]{3,40}?\s+(?:(?:right|all\s+the\s+way)\s+)?(?:(?:up|down|through)\s+)?to\s+[^?,;.]{3,40}",
        r"\g<by>",
    ),
    # "by how many votes did the ayes beat the noes"
    turn(
        r"\b(?P<by>by\s+how\s+(?:many|much)\s+(?:[\w-]+\s+){0,3}?did\s+[^?;]{3,80}?)\s+"
        r"(?:beat|outnumber|outstrip|outdo|outvote|outweigh|top|trump|edge\s+out|run\s+ahead\s+of|win\s+over)\s+"
        r"(?=(?:the|those|its|their|[A-Z])\b)",
        r"\g<by> exceed ",
    ),
    # what chimneys give off has not gone up by anything
    turn(
        r"\b(?:that\s+)?(?:went|goes?|gone|sent|going|came|left|poured|blown|let)\s+(?:up|out\s+of|out\s+through"
        rf"|through|from)\s+{ITS}(?:[\w'’-]+\s+){{0,2}}?(?:smoke)?(?:stack|chimney|flue|vent)s?\b",
        r"\g<its>emitted",
    ),
    # "the garden on the roof"
    turn(
        r"\b(?P<what>(?:[\w-]+\s+)?(?:gardens?|lawns?|greenery|greening|plants|planting|green\s+(?:area|space)s?))\s+"
        r"(?:(?:that\s+|which\s+)?(?:(?:is|was|are|were)\s+)?(?:planted|laid\s+out|laid|grown|growing|set\s+up"
        r"|built|made|kept)\s+)?"
        r"(?:on|atop|on\s+top\s+of)\s+(?:the|its|their)\s+roofs?\b",
        r"rooftop \g<what>",
    ),
    # "sat through lessons": attended them
    turn(
        r"\b(?:sit|sits|sat|sitting|go|goes|went|going)\s+through\s+(?=(?:[\w-]+\s+){0,3}?(?:lessons?|classes|course"
        r"|training|lectures?|seminars?|workshops?|sessions?)\b)",
        "attend ",
    ),
    # "how much of all it turns out is made with": a share of what is produced
    turn(
        r"\bhow\s+much\s+of\s+(?:everything|all|whatever)\s+(?:that\s+)?(?P<who>(?:[\w.&-]+\s+){1,5}?)"
        r"(?:turn(?:s|ed)?\s+out|produce[sd]?|make|makes|made|manufacture[sd]?|put(?:s)?\s+out|churn(?:s|ed)?\s+out)\s+"
        r"(?P<when>in\s+(?:FY\s?)?20\d\d\s+)?"
        r"(?=(?:(?:has|have|had|is|are|was|were|gets|got|goes|went|comes|came)\b))",
        r"what percentage of the total output of \g<who>\g<when>",
    ),
    # "how much thirstier did it get, measured by water": by how much the latter went up
    turn(
        r"\bhow\s+much\s+(?!high|low|few|small|great|larg|short|long)[a-z]{3,}er\s+(?:did|has|have|had)\s+(?P<who>[^?,;]{2,60}?)\s+"
        r"(?:get|got|gotten|become|became|grow|grown)\b(?P<when>[^?,;]{0,20}?),?\s+(?:as\s+)?(?:measured|judged"
        r"|judging|going|gauged|counted|reckoned)\s+(?:by|on|in)\s+",
        r"by how much\g<when> did \g<who>'s increase in ",
    ),
    # "how much more did each worker turn out"
    turn(
        r"\bhow\s+much\s+more\s+(?P<do>did|does|do|has|have)\s+(?:each|every|the\s+average|an?\s+average|the\s+typical"
        r"|a\s+typical|a\s+single|one)\s+"
        r"(?:worker|employee|person|hand|head|staff\s+member|member\s+of\s+staff)\s+(?:turn(?:ed)?\s+out|produced?"
        r"|make|made|get\s+done|got\s+done|output|churn(?:ed)?\s+out|manufactured?)\b",
        "what was the increase in production efficiency per capita",
    ),
    turn(r"\btraining\s+(?:events|happenings|get-togethers|gatherings)\b", "training activities"),
    # "its ethics checks": audits of them
    turn(
        r"\b(?P<what>ethics|compliance|anti-corruption|integrity|fraud|conduct|internal|governance)\s+checks\b(?!\s+(?:out|in)\b)",
        r"\g<what> audits",
    ),
    # both kinds of emissions added up: "carbon footprint, direct and from bought-in power together"
    turn(
        r"\b(?:(?:total|overall|whole|combined)\s+)?(?:carbon\s+footprint|(?:carbon|ghg|greenhouse\s+gas|co2e?)(?:\s+emissions)?)"
        r"(?P<when>(?:\s+(?:in|for|of|during)\s+(?:FY\s?)?20\d\d)?)\s*[,:(–—-]\s*(?:its\s+|the\s+)?(?:own\s+)?"
        r"(?:direct(?:\s+(?:emissions|ones))?|scope\s+(?:1|one))\s*(?:and|plus|&|\+)\s*(?:(?:that|those|what)\s+)?"
        r"(?:(?:from|of|for|with)\s+)?(?:(?:the|its)\s+)?"
        r"(?:(?:bought-?\s?in|purchased|bought)\s+(?:power|electricity|energy|heat)|(?:scope\s+)?(?:2|two)|indirect(?:\s+ones)?)"
        r"\s*(?:(?:taken\s+|added\s+)?(?:together|combined|in\s+all|up|in\s+total))?\)?",
        r"scope 1 and scope 2 GHG emissions together\g<when>",
    ),
    # "..., more than what percentage?": the bound is asked for, and no difference
    turn(
        r"(?<=,)\s*(?:(?:(?:no|not)\s+)?(?:more|less|fewer|higher|lower)\s+than|at\s+(?:least|most)|over|above|below|under)\s+"
        r"(?=(?:what|which)\s+(?:percentage|per\s?cent|share|proportion|number|amount|figure|level)\s*\W*$)",
        " ",
    ),
    # "the yes camp": the votes of that side
    turn(r"\b(?:yes|aye|in[\s-]favou?r)\s+(?:camp|side|lobby)\b", "votes for"),
    turn(r"\b(?:no|nay)\s+(?:camp|lobby)\b", "votes against"),
    # "going back to 2021", "from 2021 onwards": each year from then on
    turn(
        r",?\s*\b(?:(?:going|stretching|dating|reaching|all\s+the\s+way|as\s+far)\s+back\s+(?:to|as)|back\s+to)\s+"
        r"(?P<y>20\d\d)(?=\s*(?:[?.!,;]|$))"
        r"|,?\s*\bfrom\s+(?P<on>20\d\d)\s+(?:on(?:wards?)?|up\s+to\s+now|to\s+date)\b",
        r" since \g<y>\g<on>",
    ),
    turn(
        r"(?P<each>\b(?:each|every)\s+year\b|\byear\s+(?:after|by|on)\s+year\b|\byearly\b|\bannually\b)(?P<what>[^?]*?),?"
        r"\s*\b(?:starting|beginning)\s+(?:from\s+|in\s+|with\s+|at\s+)?(?P<y>20\d\d)(?=\s*(?:[?.!,;]|$))",
        r"\g<each>\g<what> since \g<y>",
    ),
    *EVERYDAY_MONEY,
)
"""Patterns, each with what stands in its place, in the order in which they are tried."""
