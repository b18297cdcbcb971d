"""The words for each operation, and those that set one thing against another: where a question is cut."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from tickmark.service.calculations.dividing import PER
from tickmark.service.calculations.left_to_say import BE

__all__ = ["GAP", "GO", "LESS", "LIE", "MORE", "OPERATIONS", "Operation", "Words"]

Operation = Literal["difference", "sum", "times", "ratio", "share", "rest", "per"]
"""What can be asked to be done with two things or more."""


class Words(NamedTuple):
    """The words of an operation, and those that stand between its operands, the surest first.

    ``cuts``: the cue itself may stand between them.
    """

    kind: Operation
    cue: re.Pattern[str]
    between: tuple[re.Pattern[str], ...] = ()
    cuts: bool = True


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


MORE: Final = (
    r"(?:(?<!\bor )(?<!\band )(?:more|fewer|less|higher|lower|larger|greater|bigger|smaller|longer|shorter|older"
    r"|younger|better|worse|above|below))"
)
"""What is more than something else, as a pattern; so are the next ones."""
LESS: Final = _of(r"\b(?:fewer|less|lower|smaller|shorter|below|younger)\b(?=.*\bthan\b)")
"""What is less than something else: the sides are turned round."""
_PART: Final = r"(?:percentage|percent|per\s?cent|pct|%|share|proportion|portion|fraction|part|slice|chunk|cut|piece)"
GAP: Final = r"(?:difference|gap|spread|distance)"
"""What lies between two things."""
_BEAT: Final = (
    r"(?:exceed(?:s|ed)?|outnumber(?:s|ed)?|beat(?:s|en)?|out(?:vote|pace|strip|weigh|rank|score|do|perform)\w*|outdid"
    r"|surpass(?:es|ed)?|overtook|overtakes?|top(?:s|ped)\b|(?:(?<=holding\s)|(?<=stake\s)|(?<=that\s)|(?<=those\s))top(?=\s)|trail(?:s|ed)?|lag(?:s|ged)?(?:\s+behind)?|lead(?:s)?\s+over)"
)
LIE: Final = r"(?:lies?|lay|stands?|stood|(?:is|are|was|were|came)(?=\s+between\b)|separate[sd]?)"
"""What one thing does to lie apart from another."""
GO: Final = (
    r"(?:(?:sits?|sat|lies?|lay|rests?|work(?:s|ed)?|belong(?:s|ed)?|went|goes|comes?|came|stem(?:s|med)?"
    r"|(?:(?:is|are|was|were)\s+)?(?:held|owned|used|made|spent|taken|contributed|consumed|employed|based|located"
    r"|stationed|working|living"
    r"|funded|generated))\s+(?:up\s+)?(?:in|with|by|on|to|from|of|at|into))"
)
"""How a part belongs to its whole."""
# "what share of the dealers went through training": what was done with a part, or by it
_UNDERWENT: Final = _of(
    r"\b(?:(?:have|has|had|were|was|been)\s+)*(?:(?:went|gone|put)\s+through|under(?:went|gone)|took\s+part\s+in|passed"
    r"|completed"
    r"|signed|received|attended|obtained|covered\s+by)\b"
)
_AS_MUCH: Final = r"(?:many|much|high|large|big|great|long|old)"
_TO: Final = _of(r"(?<!-)\bto\b(?!-)")  # not that of "price-to-book"
_AND: Final = _of(r"\band\b|\bor\b|[与與和跟]")
OPERATIONS: Final = (
    Words(
        "times",
        _of(
            rf"\bhow\s+many\s+times(?:\s+over)?(?=.*\w)|\b(?:as\s+an?|as|what)\s+multiple\s+of\b"
            rf"|\btimes\s+as\s+{_AS_MUCH}\b"
            r"|(?:多少|几|幾)倍"
        ),
        (
            _of(rf"\b(?:cover(?:s|ed)?|exceed(?:s|ed)?|outnumber(?:s|ed)?|the\s+size\s+of|than)\b|\bas\s+{_AS_MUCH}\s+as\b"),
            _of(rf"\bas(?!\s+{_AS_MUCH}\b)\b|是"),
            _of(rf"\b{BE}\b"),
        ),
    ),
    Words("ratio", _of(r"(?<=\w)\s*[/÷]\s*(?=\w[^()]*\)$)|(?<=\w)\s+over\s+(?=\w[^()]*\)$)")),
    Words("ratio", _of(r"\bdivided\s+by\b")),
    Words("ratio", _of(r"\bratio\b(?:\s+(?:of|between))?|\brelative\s+to\b"), (_TO, _AND), cuts=False),
    Words(
        "rest",
        _of(
            r"(?<![,;:(–-])(?<![,;:(–-]\s)\b(?<!and\s)(?<!but\s)(?:not|never|without|w/o|other\s+than|apart\s+from"
            r"|aside\s+from|except(?:\s+for)?|excluding|outside(?:\s+of)?)\b"
            r"|\b(?:leaving|setting|putting|taking)(?:\s+(?:out|aside)\b|(?=\s.+\b(?:aside|out|away)\b))|\bfree\s+(?:of"
            r"|from)\b(?:\s+any\b)?"
            r"|\b(?:un|non-?)(?=(?:pledg|encumber|restrict|mortgag|hedg|secur|vest|represent|spent|utili[sz]|sold|treated|recycl|allocat)\w*)"
        ),
    ),
    Words(
        "share",
        _of(
            rf"\b(?:what|which|how\s+(?:big|large|great|high)(?:\s+of)?\s+an?)\s+{_PART}\s+of\b"
            rf"|\bas\s+(?:an?\s+)?{_PART}\s+(?:of|in)\b"
            rf"|['’]s?\s+{_PART}\s+(?:of|in)\b|(?<=\w)\s+(?:%|pct|percent)\s+of\s+(?=(?:the\s+)?(?:group|company|overall|entire|whole)\b)"
            rf"|\bhow\s+(?:big|large|great)\s+an?\s+{_PART}(?!\w)|\b(?:what|which)\s+{_PART}(?!\w)|\bhow\s+much\s+of\b|[占佔]"
        ),
        (_of(rf"\b{GO}(?=\W)"), _UNDERWENT, _of(rf"\b{BE}\b"), _of(r"\b(?:in|at|by|from|with)\b")),
    ),
    Words("share", _of(rf"^(?:the\s+)?{_PART}\s+of\b"), (_of(r"\bin\b"),), cuts=False),
    Words(
        "difference",
        _of(
            rf"\b(?:by\s+)?how\s+(?:much|many|far|wide|big)\b(?=.*\b(?:{MORE}|{GAP}|{_BEAT}|{LIE}\s+between(?!\s+\d)|separate[sd]?)\b)"
            rf"|\b{GAP}(?:\s+(?:in|of|between))?\b|\bminus\b|\bless\b(?!\s+than)"
            r"|[比较](?=.+(?:多|高|少|低|大|小)(?:出|了)?(?:多少|几|幾))|相差|差[额額距值]"
        ),
        (
            _of(r"\bthan\b|\bminus\b|\bless\b(?!\s+than)|[比较](?=.+(?:多|高|少|低|大|小)(?:出|了)?(?:多少|几|幾))"),
            _of(r"\b(?:above|below|ahead\s+of|behind)\b(?=\s+(?:that|those)\b)"),
            _of(rf"\b(?:versus|vs\.?|against|compared\s+(?:with|to))(?=\s)|\b{_BEAT}(?!\w)"),
            _AND,
        ),
        cuts=False,
    ),
    Words(
        "sum",
        _of(
            r"\b(?:(?:put\s+|taken\s+)?together|add(?:ing|ed)?(?:\s+up)?|sum(?:med|ming)?(?:\s+up)?|combined|altogether"
            r"|jointly|in\s+(?:total|all))\b"
            r"(?:\s+of\b)?|合[计計]|共[计計]|[一总總]共|加起[来來]|之和|[总總]和|相加"
        ),
        (_of(r"\band\b|\bplus\b|\s\+\s|[和与與及]"),),
        cuts=False,
    ),
    Words("per", _of(r"\bdivided\s+by\b|\bspread\s+over\b")),
    Words(
        "per",
        _of(PER),
        (_of(r"(?=损失|有|用|花|耗|产|培训|接受|获|捐|缴|归属|授予)"),),
    ),
)  # fmt: skip
"""The words for each operation, the surest first."""
