"""What stands around a question and asks for nothing: greetings, thanks, whom it is for, what somebody is doing.

"morning! quick one:", "@bot", "For my model:", "pls, thx", "asking for a client". None of it names a metric, so none
of it may be missed in a filing. A company or a period in such a clause counts all the same: the clause is taken out of
the words of the metric only.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from tickmark.index.asked.dates import is_month
from tickmark.index.asked.terms import WEAK_CONCEPTS, fillers
from tickmark.index.words.ordinary import ordinary
from tickmark.index.words.terms import is_concept, terms

__all__ = [
    "Purpose",
    "leans",
    "without_courtesies",
    "without_purpose",
    "without_telling",
]

_ASKS: Final = (
    r"(?:what|how|which|who|whom|whose|when|where|why|can|could|would|do|does|did|is|are|was|were|any|please|pls|need)"
)
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
    rf"(?:\s+(?:the\s+)?{_ROLE}\b|\s+{_PEOPLE}\b)*\s*(?:[!,.:;–—-]+|(?=\s{_ASKS}\b))"
    # whoever asks tells who that is
    rf"|(?:(?:an?|your|just an?)\s+)?(?:(?!{_ASKS}\b)[\w-]+\s+){{0,3}}{_ASKER}(?:\s+[\w-]+){{0,3}}\s+here"
    r"(?:\s*[:,!.]|\s[–—-]+\s)"
    rf"|(?:(?:speaking|writing|asking)\s+)?as an?\s+(?:[\w-]+\s+){{0,3}}{_ASKER}\s*,"
    rf"|(?:morning|afternoon|evening|gm|yo|thx|pls|plz|please|(?:just )?curious|ok(?:ay)?|so|well|right|oh|ah|um+"
    rf"|erm?|hmm+|sorry|thanks"
    rf"|btw|by the way|fyi)(?:\s+{_PEOPLE}\b)*"
    rf"\s*(?:[!,.:;]+|\s[–—-]+\s|(?<=btw)(?=\s)|(?<=fyi)(?=\s)|(?<=so)(?=\s{_ASKS}\b)|(?<=ok)(?=\s{_ASKS}\b))"
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
    rf"\s*(?::|\s[–—-]+\s)(?=\s*(?:(?:in|for|as of|at)\s+[\w-]+,?\s+)?{_ASKS}\b)"
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

_DOING: Final = (
    r"(?:(?:just|currently|still|quickly|busy|we(?:['’]?re|\s+are)|i(?:['’]?m|\s+am)|am)\s+)*"
    r"(?:(?:double|cross|sanity|fact)?-?\s?checking|model(?:l)?ing|updating|building|writing(?:\s+up)?|preparing"
    r"|prepping|drafting"
    r"|looking\s+(?:at|into|for|up)|working\s+(?:on|out)|filling\s+(?:in|out)|reviewing|comparing|researching"
    r"|benchmarking|verifying"
    r"|charting|plotting|graphing|tallying|costing|scoping|pulling\s+together|looking\s+back(?:\s+at)?|digging\s+into"
    r"|sizing(?:\s+up)?|screening|analy[sz]ing|studying|compiling|scoring|putting\s+together|reconciling"
    r"|following\s+up(?:\s+on)?|thinking\s+about"
    r"|interested\s+in|curious\s+about|wondering\s+about|trying\s+to\s+\w+|need(?:ing)?\s+this\s+for|doing|mapping"
    r"|tracking|assessing"
    r"|testing|valuing|covering|(?:(?:an?|one)\s+)?(?:quick\s+)?(?:check|question|query|follow-?up)\s+(?:on|about|re"
    r"|regarding|for)|on|re|about|regarding|concerning|context|background|purpose|use\s+case)\b"
)
_WORK: Final = (
    r"(?:model|scorecard|score\s?sheet|sheet|spreadsheet|workbook|deck|slides?|memo|notes?|piece|article|story|client"
    r"|boss|manager|file|files"
    r"|benchmark(?:ing)?|screen(?:ing|er)?|scoring|ratings?|questionnaire|template|comps|peer\s+comparison|homework"
    r"|presentation|thesis|essay"
    r"|dashboard|tracker|log|overview|primer|paper|study|analysis|newsletter|podcast|interview|call|assignment"
    r"|colleague|friend|pm|due\s+diligence|write-?up|blog(?:\s+post)?|cheat\s?sheet|briefing|pitch)"
)
# a rank that people have is no purpose: "training hours for a senior manager"
_RANKED: Final = r"(?:senior|middle|mid-level|junior|top|line)\s+manager"
_FOR_OWN: Final = rf"for\s+(?:my|our|a|an|this|some)\s+(?!{_RANKED})(?:[\w/&-]+\s+){{0,3}}?{_WORK}"
_FOR_THE: Final = (
    r"for\s+the\s+(?:[\w/&-]+\s+){0,2}?(?:scorecard|score\s?sheet|spreadsheet|deck|memo|dashboard|questionnaire"
    r"|benchmark|screener"
    r"|(?:esg|dcf|lbo|financial|valuation|earnings|our)\s+(?:model|screen|rating|review|note|report|file))"
)
_LEAD = re.compile(
    r"^\W*(?P<lead>[^:：?？!]{2,80}?)(?P<mark>\s*[:：]|\s+[-–—]+|\s*[–—]+|,|[.!])\s+(?P<rest>\S.*)$", re.DOTALL
)
_DOES = re.compile(rf"^(?:(?:hi|ok)\s+)?{_DOING}\s*(?P<what>.*)$", re.IGNORECASE)
_FOR = re.compile(
    rf"^(?:(?:need(?:ed)?|want(?:ed)?|wanted this|this is)\s+)?(?:{_FOR_OWN}|{_FOR_THE})(?:\s+(?:on|of|about)\b.*)?$",
    re.IGNORECASE,
)
_HAVING: Final = re.compile(r"^(?:i|we)(?:['’]ve|\s+have|\s+had|\s+got)\s+(?:got\s+)?\w", re.IGNORECASE)
_ABSTRACT: Final = re.compile(
    r"risks?|exposures?|performance|trends?|story|thesis|quality|growth|profile|disclosures?|data|numbers|figures"
    r"|metrics?"
    r"|kpis?|targets?|updates?|position|policy|policies|governance|headroom|pressure|momentum|angle|topic|question|side"
    r"|issue"
)
_WORDS_OF_WORK: Final = re.compile(
    rf"{_WORK}|{_ABSTRACT.pattern}|for|need(?:ed)?|wanted|this|some|with|from|about|peers?|scoring|screening|rating"
    rf"|quarterly|annual|weekly"
    r"|monthly|client|next|little|internal|sector|industry|research|valuation|earnings|credit|equity|investment"
    r"|benchmarking"
    r"|excel|financial|sustainability|climate|carbon|board|morning|desk|team|overhang|dilution|liquidity|leverage"
    r"|margins?"
    r"|prelims?|preliminar(?:y|ies)|interims?|finals|results?|accounts?|reports?|filings?|announcements?|notices?"
    r"|circulars?|statements?|releases?|season"
    r"|quarters?|halves|half|years?|company|group|issuer|stock|shares?|sector|chapter|section|paragraph|page|exam"
    r"|course"
    r"|pyramids?|charts?|graphs?|tables?|maps?|timelines?|infographics?|histograms?|older|earlier|oldest|earliest"
    r"|latest|newest"
)
_NAME: Final = re.compile(r"\b[A-Z][a-z]{3,}\b")
_THE: Final = re.compile(r"\b(?:the|its|their|our|my|this)\b", re.IGNORECASE)
_CLAUSE: Final = 3  # words of a clause that may be a company's name and what is done with it
_PRONOUN = re.compile(
    r"\b(?:of|among) (?:it|them|these|those)\b"
    r"|\b(?:was|is|were|are|did) (?:it|they|this|that|these|those)\b|\b(?:it|they)\s*[?.]*$",
    re.IGNORECASE,
)
_TRAILING = re.compile(rf"[\s,;–—-]*(?:\(\s*)?\b(?:{_FOR_OWN}|{_FOR_THE})\s*\)?\s*[?.!]*\s*$", re.IGNORECASE)
# "For a note on mills I would need the ..."
_FOR_THEN = re.compile(
    rf"^\W*(?:{_FOR_OWN}|{_FOR_THE})(?:\s+(?:on|of|about)\s+(?:[a-z][\w-]*\s+){{0,5}}?[a-z][\w-]*)?,?\s+(?=(?:i|we"
    rf"|could|can|would|please|may)\b)",
    re.IGNORECASE,
)
# "Could you pull the ...": whoever asks so wants what follows
_ASKING = re.compile(
    r"^\W*(?:(?:also|and|then|so)\s+)?(?:(?:can|could|would|will|may|might)\s+(?:you|u|someone|anyone|anybody|somebody"
    r"|we|i)\s+)?(?:(?:please|pls|plz|kindly|quickly|just)\s+)*"
    r"(?:(?:pull|dig|look|fish|bring)\s+(?:up|out|for)|(?:pull|grab|fetch|get|find|give|tell|show|send|remind|help|name"
    r"|quote)\s+(?:me|us)(?:\s+(?:with|of|about|out|up))?"
    r"|(?:pull|grab|fetch)(?=\s+(?:the|their|its)\b)"
    r"|(?:i|we)(?:['’](?:d|m|re)|\s+(?:would|am|are|was))?\s*(?:just\s+)?(?:(?:like|want|need|love|wish|have|trying"
    r"|hoping)(?:\s+to\s+\w+(?:\s+out)?)?|after|looking\s+for|wondering(?:\s+about)?|curious(?:\s+about)?)"
    r"|(?:need|want|seeking|wanted|require|looking\s+for|searching\s+for|trying\s+to\s+(?:find|get|see|pin\s+down"
    r"|work\s+out|figure\s+out)|anyone\s+know|(?:do|does)\s+(?:you|anyone|anybody|u)\s+know|any\s+idea)(?:\s+(?:of|on"
    r"|about))?)\s+(?=\S)",
    re.IGNORECASE,
)

_TELLING = re.compile(
    r"^\W*(?:(?:someone|somebody|they|people|a colleague|my \w+|our \w+)\s+(?:told|says?|said|mentioned"
    r"|claims?)(?:\s+(?:to )?(?:me|us))?"
    r"|(?:i|we)\s+(?:\w+\s+)?(?:recall|remember|understand|gather|believe|think|know|heard|read|saw|noticed|see"
    r"|assume))"
    r"(?:\s+(?:that|how)\b)?\s+(?=\S)",
    re.IGNORECASE,
)


class Purpose(NamedTuple):
    """A question without what it is for; ``names`` are terms of that which may be a company's."""

    rest: str
    names: tuple[str, ...] = ()


def without_courtesies(text: str) -> str:
    """A question without greetings, mentions, thanks and the like; one that is nothing else keeps its words."""
    bare, before = _MENTION.sub(" ", text), ""
    while bare != before:
        before = bare
        left = _GREETING.sub("", bare, count=1)
        bare = left if _names_something(left) or not _names_something(bare) else bare
        bare = _or_before(_CLOSING.sub(_end, bare).rstrip(" ,;-–—"), bare)
    return bare.strip() if _says(bare) else text


def _end(found: re.Match[str]) -> str:
    return "?" if "?" in found[0] else ""


def _or_before(bare: str, before: str) -> str:
    return bare if _says(bare) else before


def _says(text: str) -> bool:
    """Whether there is anything to look for in a text."""
    return any(term not in fillers() for term in terms(text))


def _names_something(text: str) -> bool:
    """Whether a text names more than a year."""
    return any(term not in fillers() and not term.isdigit() for term in terms(text))


def _leans(text: str) -> bool:
    """Whether a question speaks of what was named before it ("what was it?", "total spend?")."""
    named = any(term not in fillers() and term not in WEAK_CONCEPTS and not term.isdigit() for term in terms(text))
    return not named or _PRONOUN.search(text) is not None


def leans(sentence: str) -> bool:
    """Whether a sentence that asks names nothing itself ("Would you remind me of the percentage drop in 2023?")."""
    asked = _ASKING.sub("", sentence, count=1)
    return all(term in fillers() or term in WEAK_CONCEPTS or term.isdigit() for term in terms(asked))


def without_telling(sentence: str) -> str:
    """A sentence without the words of somebody who tells it: "I recall that revenue fell"."""
    return _or_before(_TELLING.sub("", sentence), sentence)


def without_purpose(text: str, known: Callable[[str], bool] | None = None) -> Purpose:
    """The words of a question without the clause that says what it is for, and without the words of asking.

    Args:
        text: a question without the names of its issuers.
        known: whether a word means something in the filings. Without it none is taken for a company's: what the
            question is about is told already.

    Returns:
        What is left, and the words of the clause that may name a company; with one of these it keeps its place.
    """
    bare = _or_before(_TRAILING.sub(_end, text), text)
    bare = _or_before(_FOR_THEN.sub("", bare), bare)
    lead = _LEAD.match(bare)
    made = _after(lead, bare, known) if lead is not None else Purpose(bare)
    return Purpose(_or_before(_ASKING.sub("", made.rest, count=1), made.rest), made.names)


def _after(lead: re.Match[str], text: str, known: Callable[[str], bool] | None) -> Purpose:
    """What follows a clause of purpose; with the metric that the clause names, where nothing after it does."""
    clause = lead["lead"].strip()
    does = _DOES.match(clause)
    asks = re.match(rf"{_ASKS}\b|the\b", lead["rest"], re.IGNORECASE)
    if not (does or _FOR.match(clause) or _HAVING.match(clause)) or (lead["mark"] in {",", ".", "!"} and not asks):
        return Purpose(text)
    if does and _says(does["what"]) and _leans(lead["rest"]):
        return Purpose(f"{does['what']}, {lead['rest']}")
    if not _says(lead["rest"]):
        return Purpose(text)
    names = _perhaps_names(does["what"] if does else clause, known) if known else ()
    named = {found.lower() for found in _NAME.findall(clause)}
    if names and known and named and all(map(known, named)) and _NAME.search(lead["rest"][1:]):
        return Purpose(lead["rest"])  # the question names what it is about itself
    return Purpose(text, names) if names else Purpose(lead["rest"])


def _perhaps_names(what: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """Stems of the words of a clause that mean nothing here and belong to no kind of work.

    "Overhang risk" is a risk; "acme widgets" may be anybody.
    """
    said = re.findall(r"[A-Za-z]{4,}", what)
    found: list[str] = []
    for word, after in zip(said, [*said[1:], ""], strict=False):
        low = word.lower()
        if _WORDS_OF_WORK.fullmatch(low) or is_month(low) or _of_glossary(low) or (word == low and known(low)):
            continue
        if word == low and (len(said) > _CLAUSE or (_THE.search(what) and ordinary(low))):
            continue  # so many words are a sentence, and what is called "the" is no company
        if word != low or not (ordinary(low) and _ABSTRACT.fullmatch(after.lower())):
            found += terms(low)
    return tuple(found)


def _of_glossary(word: str) -> bool:
    return all(is_concept(term) or term in fillers() for term in terms(word))
