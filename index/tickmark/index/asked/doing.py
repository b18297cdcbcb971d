"""What is said with a verb, in the noun of a table: who left are leavers, shares that somebody owns are shares held.

Tables name what was counted, questions tell what happened. Where the verb says nothing by itself ("left", "own",
"have") but, with what is counted, names one column and not its neighbour, the noun takes its place.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["in_nouns"]

_PERSONS: Final = (
    r"(?:people|persons?|ppl|employees?|staff|workers?|colleagues|women|men|females?|males?|managers?|engineers?|hires)"
)
# "are left", "left over", "left unpledged": what remains
_REMAINS: Final = r"(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bhave\s)(?<!\bhas\s)(?<!\bbe\s)(?<!\bthat's\s)"
_LEFT = re.compile(
    rf"(?P<who>\b(?:how\s+many|number\s+of|count\s+of|share\s+of|percentage\s+of"
    rf"|%\s+of)\s+[^,;:?]*?\b{_PERSONS}\b[^,;:?]*?)"
    rf"\b(?:{_REMAINS}left\b(?!\s+(?:over|out|aside|behind|without|un\w+|to\s+\w+)\b)(?:\s+(?:us|them))?"
    r"|(?:walk(?:ed)?\s+(?:away|off|out)|upped\s+and\s+(?:left|went)|pack(?:ed)?\s+it\s+in|jump(?:ed)?\s+ship"
    r"|head(?:ed)?\s+for\s+the\s+(?:door|exit)|clear(?:ed)?\s+off|handed\s+in\s+their\s+notice|moved\s+on"
    r"|said\s+goodbye)(?:\s+(?:from|of|to))?)",
    re.IGNORECASE,
)
# "how many people joined in 2022": new employees; who joined a course or a drive took part in it
_JOINED = re.compile(
    rf"(?P<who>\b(?:how\s+many|number\s+of|count\s+of|share\s+of|percentage\s+of"
    rf"|%\s+of)\s+[^,;:?]*?\b{_PERSONS}\b[^,;:?]*?)"
    r"\bjoined\b(?=\s*(?:$|[?!,.;()]|(?:us|them|up)\b|(?:in|during|over|between|and)\b(?!\s+(?:the|an?|this|that|its"
    r"|their|our)\b))"
    r"|\s+in\s+(?:the|that|this)\s+(?:year|period)\b)",
    re.IGNORECASE,
)
# "the people that the mill took on"
_TOOK_ON = re.compile(
    rf"(?P<who>\b(?:how\s+many|number\s+of|count\s+of|share\s+of|percentage\s+of|proportion\s+of|slice\s+of|%\s+of)\s+"
    rf"[^,;:?]*?\b{_PERSONS}\b[^,;:?]*?)\b(?:took|taken|take)\s+on\b(?=\s*(?:$|[?!,.;()]|(?:in|during|over|were|was"
    rf"|are)\b))",
    re.IGNORECASE,
)
# "joined the payroll", "came off the payroll", "of the people taken on"
_ONTO = re.compile(
    rf"(?P<who>\b{_PERSONS}\b[^,;:?]{{0,40}}?)\b(?:(?:joined|joining|swelled|entered|came\s+on(?:to)?|went\s+on(?:to)?"
    r"|(?:were|was|got|been)\s+(?:newly\s+)?(?:added\s+to|put\s+on(?:to)?|taken\s+on(?:to)?)|added\s+to)\s+"
    r"(?:the|its|their|our)\s+(?:company['’]s\s+)?(?:payroll|workforce|ranks|books|firm|staff|employer"
    r"|rolls)\b(?!\s+of\b)"
    r"|(?:signed|came)\s+on\s+as\s+(?:employees|staff|workers))",
    re.IGNORECASE,
)
_OFF = re.compile(
    rf"(?P<who>\b{_PERSONS}\b[^,;:?]{{0,40}}?)\b(?:(?:left|leaving|quit|exited|departed|came\s+off|went\s+off"
    rf"|dropped\s+off)\s+"
    r"(?:the|its|their|our)\s+(?:company['’]s\s+)?(?:payroll|workforce|ranks|books|firm|staff|employer"
    r"|rolls)\b(?!\s+of\b))",
    re.IGNORECASE,
)
_TAKEN_ON = re.compile(  # "how many managers were hired" asks for those managers, and no other
    rf"(?<=\bthe )(?:(?:new|fresh)\s+)?{_PERSONS}\s+(?:(?:who|that)\s+)?(?:(?:were|was|had\s+been|it|they"
    rf"|the\s+\w+)\s+)?"
    r"(?:taken\s+on|took\s+on|hired|recruited|brought\s+(?:in|on\s+board)|signed\s+up)\b(?=\s*(?:[,;?.]|$|(?:in|during"
    r"|over|by|at|were|was|are)\b))",
    re.IGNORECASE,
)
# "had been recruited from poor counties": where those come from who are there by then
_COME_FROM = re.compile(
    rf"(?P<who>\b(?:{_PERSONS}|workforce)\b[^,;:?]{{0,20}}?)\b(?:(?:had|have|has)\s+been\s+(?:recruited|hired"
    rf"|taken\s+on|drawn)"
    r"|had\s+(?:the\s+)?[\w&]+\s+(?:recruited|hired|taken\s+on|drawn))\s+from\b",
    re.IGNORECASE,
)
# shares of a kind ("pledged shares") are asked for as that kind
_OWNS = re.compile(
    r"\b(?P<count>how\s+many|(?:the\s+)?number\s+of)\s+(?P<shares>(?:[AH]\s+)?shares)\s+(?P<do>do|does"
    r"|did)\s+(?P<who>\w[^,;:?]*?)"
    r"\s+(?:(?:still|now|currently|together|jointly|directly)\s+)*"
    r"(?:(?:own|hold)(?=\s*(?:[?,.;()]|$|\b(?:altogether|overall|now|today|in\s+(?:total|all)|at|as\s+(?:of|at)|after"
    r"|before|following)\b))"
    r"|have(?=\s*(?:[?]|$|\b(?:altogether|overall|in\s+(?:total|all))\b)))",
    re.IGNORECASE,
)
# injuries that cost time are counted; the time they cost is another thing
_LOST_TIME = re.compile(
    r"\b(?:injur(?:y|ies)|accidents?|incidents?)\s+(?:leading\s+to|that\s+(?:led\s+to|caused|cost)|causing"
    r"|resulting\s+in|with)\s+lost\s+(?:working\s+)?(?:time|days)\b"
    r"|\blost[- ]time\s+(?!(?:from|due|caused|because|owing|through|as\s+a\s+result|to)\b)"
    r"(?:[\w-]+\s+){0,4}?(?:injur(?:y|ies)|incidents?|accidents?|events?|cases?)\b"
    r"(?:\s+(?:incidents?|accidents?|events?|cases?))?"
    r"(?:\s+(?:from|due\s+to|caused\s+by|because\s+of|arising\s+from|(?:linked|tied|related)\s+to)\s+"
    r"work(?:place)?[- ](?:related\s+)?(?:accidents?|injur(?:y|ies)))?"
    r"(?!\s+(?:frequency|severity|rates?|incident\s+rate|incidence|free)\b)",
    re.IGNORECASE,
)
# "those he hasn't pledged", "have not yet been audited"
_NOT_DONE = re.compile(
    r"\b(?:(?:has|have|had|is|are|was|were)(?:n['’]?t|\s+not)|not|never|(?:is|are|was|were)\s+yet\s+to\s+be)"
    r"\s+(?:(?:yet|as yet|been|being|currently)\s+)*(?=[a-z]{3,}ed\b)",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\b(?:how\s+many|number\s+of|count\s+of|head\s?count)\b", re.IGNORECASE)
# "staff who worked in": where they are; "people who worked" says that they are employees
_WORKED_IN: Final = re.compile(
    r"(?P<who>\b(?:employees?|staff|workers?))\s+(?:(?:who|that|were|are|was)\s+)*(?:worked|based|stationed)\s+(?=(?:in"
    r"|outside)\b)",
    re.IGNORECASE,
)
# that things counted took place, or are there, says nothing of them
_EXISTS = re.compile(
    r"\b(?:was|were|been)\s+(?:organi[sz]ed|staged|hosted|put\s+on|carried\s+out)\b"
    r"|(?<!orders\s)\bon\s+(?:the|its|their)\s+books\b",
    re.IGNORECASE,
)


def in_nouns(rest: str) -> str:
    """The words of a metric, with the verbs that say nothing by themselves put as the noun that is counted."""
    rest = _NOT_DONE.sub("not ", rest)
    rest = _EXISTS.sub(" ", rest) if _COUNTS.search(rest) else rest
    rest = _LEFT.sub(r"\g<who>leavers", rest)
    rest = _JOINED.sub(r"\g<who>newly hired", rest)
    rest = _TOOK_ON.sub(r"\g<who>newly hired", rest)
    rest = _OFF.sub(r"\g<who>leavers", _ONTO.sub(r"\g<who>newly hired", rest))
    rest = _TAKEN_ON.sub("new hires", _COME_FROM.sub(r"\g<who>from", rest))
    rest = _WORKED_IN.sub(r"\g<who> ", rest)
    rest = _OWNS.sub(r"\g<count> \g<shares> held by \g<who>", rest)
    return _LOST_TIME.sub("lost-time incidents", rest)
