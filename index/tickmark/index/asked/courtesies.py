"""Greetings, mentions and thanks around a question: "morning! quick one:", "@bot", "pls, thx".

None of it names a metric, so none of it may be missed in a filing.
"""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.asked.terms import names_something, says_something

__all__ = ["ASKS", "without_courtesies"]

ASKS: Final = (
    r"(?:what|how|which|who|whom|whose|when|where|why|can|could|would|do|does|did|is|are|was|were|any|please|pls|need)"
)
"""Words that a question begins with, as a pattern."""
_PEOPLE: Final = (
    r"(?:all|team|folks|everyone|everybody|guys|there|again|both|sir|madam|colleagues|friends|tickmark|bot|assistant)"
)
_ROLE: Final = (
    r"(?:(?:ir|investor relations|investor|finance|esg|sustainability|press|media|reporting|research|support|data)\s+)?"
    r"(?:team|desk|department|office|relations)"
)
_ASKER: Final = (
    r"(?:investor|shareholder|stockholder|analyst|journalist|reporter|editor|writer|student|intern|researcher|professor"
    r"|auditor|accountant|lender|banker|creditor|bondholder|trader|consultant|advis[eo]r|lawyer)"
)
_CHANNEL: Final = (
    r"(?:slack|teams|e-?mail|chat|whatsapp|wechat|twitter|reddit|forum|inbox|zoom|esg|ir|pr|investor|client|press|media"
    r"|analyst"
    r"|data|excel|research|desk|team|quick|urgent|monthly|weekly|quarterly|daily|my|our|a|one)"
)
# one of them: "client queries: how many" asks for queries
_PIECE: Final = (
    r"(?:q|qn|question|query|ask|request|pull|extract|export|dump|check|checklist|ticket|quiz|trivia|rfi|note"
    r"|follow-?up)"
)
_MENTION = re.compile(r"(?<![\w.])@[\w.-]*\w|<@\w+>")
_GREETING = re.compile(
    r"^\W*(?:"
    r"(?:hi|hiya|hello|hey|howdy|heya|greetings|dear|good\s+(?:morning|afternoon|evening|day))"
    rf"(?:\s+(?:the\s+)?{_ROLE}\b|\s+{_PEOPLE}\b)*\s*(?:[!,.:;–—-]+|(?=\s{ASKS}\b))"
    # whoever asks tells who that is
    rf"|(?:(?:an?|your|just an?)\s+)?(?:(?!{ASKS}\b)[\w-]+\s+){{0,3}}{_ASKER}(?:\s+[\w-]+){{0,3}}\s+here"
    r"(?:\s*[:,!.]|\s[–—-]+\s)"
    rf"|(?:(?:speaking|writing|asking)\s+)?as an?\s+(?:[\w-]+\s+){{0,3}}{_ASKER}\s*,"
    rf"|(?:morning|afternoon|evening|gm|yo|thx|pls|plz|please|(?:just )?curious|ok(?:ay)?|so|well|right|oh|ah|um+"
    rf"|erm?|hmm+|sorry|thanks"
    rf"|btw|by the way|fyi)(?:\s+{_PEOPLE}\b)*"
    rf"\s*(?:[!,.:;]+|\s[–—-]+\s|(?<=btw)(?=\s)|(?<=fyi)(?=\s)|(?<=so)(?=\s{ASKS}\b)|(?<=ok)(?=\s{ASKS}\b))"
    r"|(?:sorry|apologies) (?:to bother|for)\b[^,.:;!–—-]*[,.:;!–—-]+"
    r"|(?:(?:a|another|just a|one|one more|last|final|next|another)\s+)?(?:very\s+)?"
    r"(?:(?:quick|simple|short|silly|stupid|dumb|random|small|basic|easy|follow-?up|urgent)\s+)*"
    r"(?:question|one|q|query|ask|check|request|follow-?up|thing|favou?r)(?:\s+(?:here|pls|please|for you"
    r"|from (?:me|my side|a client)|if i may))?\s*"
    r"(?::|,|\.|!|\s[–—-]+\s)"
    # where it is asked, and for whose work
    rf"|(?:{_CHANNEL}\s+){{1,3}}{_PIECE}\s*(?::|\s[–—-]+\s)"
    # "supply chain question - what ...", "diversity deck, page 4: how many ..."
    r"|(?:[a-z][\w&/'’-]*\s+){1,3}(?:question|query|follow-?up|deck|slides?|memo|scorecard|dashboard|spreadsheet"
    r"|questionnaire)"
    r"(?:,?\s+(?:page|slide|tab|section|p\.?|no\.?)\s*\d+)?"
    rf"\s*(?::|\s[–—-]+\s)(?=\s*(?:(?:in|for|as of|at)\s+[\w-]+,?\s+)?{ASKS}\b)"
    r"|(?:(?:a\s+)?(?:note|memo|message|reminder)\s+(?:to|for)\s+(?:self|myself|me|us|the\s+team)|note|reminder"
    r"|to-?do)\s*(?::|\s[–—-]+\s)"
    r")\s*(?=\S)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?<=[?!.,;)\s–—-])|(?<=[\u4e00-\u9fff]))[\s,.;–—-]*(?:\(\s*)?\b(?:"
    r"(?:many\s+)?thanks?(?:\s+(?:a\s+lot|a\s+million|so\s+much|in\s+advance|again|you(?:\s+(?:so"
    r"|very)\s+much)?))*(?:\s+in\s+advance)?"
    r"|thx|tnx|thanx|ty|tysm|tia|cheers|pls|plz|please|ta|asap|btw|lol|fyi"
    r"|(?:if|does|do)\s+(?:anyone|anybody|someone|somebody|you|u)\s+(?:happens?\s+to\s+)?"
    r"(?:knows?|remembers?|can|could|have\s+(?:it|that|this|a\s+(?:sec\w*|min\w*|moment)))(?:\s+(?:that|this|it"
    r"|help|offhand|by chance|handy))*"
    r"|(?:just\s+)?asking\s+for\s+(?:a|my|our|an)\s+\w+(?:\s+\w+)?|(?:just\s+)?(?:wondering|curious)|no\s+rush"
    r"|if\s+possible|any\s+idea"
    r")\s*\)?\s*[\s!.?:;)]*$",
    re.IGNORECASE,
)


def without_courtesies(text: str) -> str:
    """A question without greetings, mentions, thanks and the like; one that is nothing else keeps its words."""
    bare, before = _MENTION.sub(" ", text), ""
    while bare != before:
        before = bare
        left = _GREETING.sub("", bare, count=1)
        bare = left if names_something(left) or not names_something(bare) else bare
        bare = _closed(bare)
    return bare.strip() if says_something(bare) else text


def _closed(text: str) -> str:
    """A text without thanks at its end; the mark of a question stays."""
    bare = _CLOSING.sub(lambda found: "?" if "?" in found[0] else "", text).rstrip(" ,;-–—")
    return bare if says_something(bare) else text
