"""Which numbers of a sentence measure something, and which only name it: rules, standards, years, days, addresses."""

from __future__ import annotations

import re
from decimal import Decimal

from tickmark.ingest.figures.calendar import DATE, MONTH
from tickmark.ingest.figures.numbers import Mention

__all__ = ["COMPARED", "counted_noun", "is_measure", "is_reference", "masked", "plain_unit", "quoted"]

ONE = Decimal(1)
_NAMES = (
    r"no|nos|number|rules?|chapters?|parts?|sections?|articles?|appendix|appendices|notes?|items?|pages?|tables?"
    r"|figures?|annex|schedules?|clauses?"
    r"|paragraphs?|phases?|levels?|tiers?|scopes?|types?|class|category|versions?|iso|iec|gb|iatf|pas|tel|fax|codes?|id"
    r"|standards?|top|ifrs|ias|hkfrs|hkas"
    r"|sfas|asc|resolutions?|address|room|floor|unit|block|building|week|grades?|kpi|sdgs?|stages?|form|regulations?"
    r"|cap|hotline|phone|we-chat|quarter|day"
    r"|forbes|fortune|csi|s&p|euro|windows"
)
# words after which a number names a thing instead of measuring one
_NAMING = re.compile(
    rf"(?:\b(?:{_NAMES})\.?(?:\s+(?:to|and))?\s*[:#-]?\s*|\b(?:{_NAMES})\s+\d+(?:\.\d+)*\s*(?:,|and|or|to|&|-)\s*"
    r"|[-–/][A-Z]?|[A-Za-z]\d*\.|第)$",
    re.IGNORECASE,
)
_ORDINAL_AFTER = re.compile(
    r"^(?:st|nd|rd|th)\b|^-(?:step|year|degree|tier|level|month|day|hour|member|man)|^[A-Za-z]{1,3}\d|^[A-Z]\b|^/\d"
    r"|^\s?(?:年|月|日|號|号|楼|樓|室|号线)",
    re.IGNORECASE,
)
_DATES = re.compile(
    rf"{DATE}|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}\b"
    rf"|\d{{1,2}}\s?月(?:\d{{1,2}}\s?日)?"
    r"|(?:19|20)\d{2}\s?年|\b\d{1,2}:\d{2}\s?(?:a\.?m\.?|p\.?m\.?)?",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"https?://\S+|www\.\S+|\S{1,64}@\S+|\b(?:tel|fax|phone|telephone|post ?code|postal code|zip code|wechat"
    r"|we-chat id|address)\b[^.;\n]{0,200}"
    r"|\bISO(?:/IEC)?\s?[\d:.-]+|\b\d{4,6}\.(?:HK|SZ|SH|SS|N)\b|\+\d{1,3}[\s-]\d[\d\s-]{5,}"
    r"|(?:stock|securities|股份|证券|證券|股票)\s*(?:codes?|代[号號码碼])\s*[:：]?\s*[\d.A-Z]+",
    re.IGNORECASE,
)
# every match of _CONTACT holds one of these: looking for them costs little beside it
_CONTACT_SIGNS = (
    "http", "www.", "@", "tel", "fax", "phone", "post", "zip", "chat", "address", "iso", ".hk", ".sz", ".sh", ".ss",
    ".n", "+", "stock", "securities", "股份", "证券", "證券", "股票",
)  # fmt: skip
_YEARS = re.compile(r"(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)\d{2})?")
_GLUED = re.compile(r"[A-Za-z_]$")
_CODE = re.compile(r"0\d+")
_OF_THEM = re.compile(r"\s+of (?:them|these|our|its|their)\b")
_LIST_MARK = re.compile(r"^\s*(?:\(?\d{1,2}[.)、]|\([a-z]\)|[-●•])\s*(?!\d)|(?<![⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]++(?=\s)")
_QUOTED = re.compile(r"[\"“「『]([^\"”」』]{1,120})[\"”」』]")
_NOUN_AFTER = re.compile(r"^\s?([A-Za-z][\w&/'’-]*(?:\s[A-Za-z][\w&/'’-]*){0,5})")
_ONE_NOUN = re.compile(
    r"^\s([a-z][a-z-]+(?:\s[a-z][a-z-]+){0,2})(?=\s(?:in|of|on|for|at|was|is|has|had|and|with|from|by)\b|[.,;)]|$)"
)
_STOP_NOUN = frozenset({
    "or", "of", "in", "on", "to", "from", "by", "with", "for", "at", "as", "per", "than", "the", "a", "an", "was",
    "were", "is", "are", "that", "which", "who", "has", "have", "had", "during", "while", "when", "been", "being",
    "since", "into", "under", "over", "between", "within", "both", "each", "after", "before", "through", "via",
    "such", "because", "against", "about", "also", "will", "would", "can", "could", "may", "went", "came", "took",
    "made", "worked", "gave", "held",
})  # fmt: skip
_NOT_COUNTED = frozenset({
    "represents", "includes", "covers", "shows", "refers", "comprises", "consists", "provides", "requires", "remains",
    "has", "was", "this", "its", "his", "plus", "less", "across", "ethics", "always", "business", "process",
    "access", "loss", "basis", "status", "previous", "various", "versus", "towards", "whereas", "sales", "times",
    "goods", "means", "series", "news", "years", "year", "months", "days",
})  # fmt: skip
_COLLECTIVE = frozenset({"people", "staff", "personnel", "men", "women", "children", "headcount"})
_MEASURED = re.compile(
    r"(?:\b(?:increas|decreas|declin|improv|climb|dropp?|rais|lift)(?:ed|ing|es?)?\s+(?:from|to)|\b(?:rose|fell"
    r"|grew)\s+(?:from|to)"
    r"|\breach(?:ed|es|ing)|\btotall?(?:ed|ing|s)|\bamount(?:ed|ing|s)\s+to|\bstood\s+at|\bscored"
    r"|\b(?:scores?|rating|index|ratio|rates?|number|total|average|count|eps)\S{0,3}(?:\s+\S+){0,14}?\s+(?:of|was|were"
    r"|is|are|at|to)"
    r"|达到|達到|增至|降至|为|為)"
    r"\s*(?:approximately|about|around|nearly|only|some)?\s*$",
    re.IGNORECASE,
)
# every match of _MEASURED ends in one of these: looking at the end of a text costs nothing beside searching it
_MEASURED_ENDS = (
    "to", "from", "at", "of", "was", "were", "is", "are", "ed", "ing", "s", "approximately", "about", "around",
    "nearly", "only", "some", "达到", "達到", "增至", "降至", "为", "為",
)  # fmt: skip
_SPAN_OF_TIME = re.compile(r"\b(?:past|last|next|first|previous|recent|coming|consecutive)\s+$", re.IGNORECASE)
COMPARED = re.compile(
    r"(?:\bagainst|\bcompared (?:with|to)|\bversus|\bvs\.?|\bfrom|\bto"
    r"|[(（][^()（）:：]{0,30}(?:19|20)\d\d\s*[:：])\s*(?:£|\$|€|RMB)?$",
    re.IGNORECASE,
)


def _plural(word: str) -> bool:
    lower = word.lower()
    return lower in _COLLECTIVE or (
        len(lower) > 3
        and lower.endswith("s")
        and not lower.endswith(("ss", "us", "is", "'s", "’s"))
        and lower not in _NOT_COUNTED
    )


def counted_noun(after: str, one: bool = False) -> str | None:
    """What a bare number counts: "116 business ethics training sessions" gives "business ethics training sessions".

    ``one``: the number is 1, and the noun a singular: "1 monitoring point in the north" gives "monitoring point".
    """
    found = _NOUN_AFTER.match(after)
    if not found:
        return None
    words = found[1].split()
    single = _ONE_NOUN.match(after) if one else None
    if single and not _STOP_NOUN.intersection(single[1].split()):
        return single[1]
    for at, word in enumerate(words):
        if word in _STOP_NOUN:
            return None
        if _plural(word):
            stop = at + 2 if at + 1 < len(words) and _plural(words[at + 1]) else at + 1
            return " ".join(words[:stop])
    return None


def plain_unit(noun: str) -> str:
    """The head of a counted noun phrase ("business ethics training sessions": "sessions")."""
    head = noun.rsplit(maxsplit=1)[-1]
    return head if head[:-1].isupper() else head.lower()


def _names(before: str) -> bool:
    """Whether the words before a number name what it numbers."""
    last = before.rstrip()[-1:]
    return (last.isalpha() or last in set(".:#,&/–-")) and _NAMING.search(before) is not None


def is_reference(text: str, mention: Mention) -> bool:
    """Whether a number names something (a rule, a standard, a street number, a year, a day) instead of measuring it."""
    digits = text[slice(*mention.core)]
    if mention.bare and _YEARS.fullmatch(digits):
        return True
    before, after = text[max(0, mention.core[0] - 32) : mention.core[0]], text[mention.core[1] : mention.core[1] + 32]
    if _SPAN_OF_TIME.search(before) and re.match(r"(?:year|month|week|day|hour|minute)", mention.unit or ""):
        return True
    if not mention.bare:
        if mention.unit == "%" and mention.number == 100 and re.search(r"[*×)=]\s*$", before):
            return True  # the last factor of a formula
        if mention.unit == "%" or mention.currency is not None:
            return False
        return _names(before) if mention.scale == ONE else _is_model(text, mention)
    if _ORDINAL_AFTER.match(after) or _names(before) or _GLUED.search(before):
        return True
    return _CODE.fullmatch(digits) is not None or (sum(map(str.isdecimal, digits)) > 9 and "," not in digits)


def _is_model(text: str, mention: Mention) -> bool:
    """Whether a hyphen ties a number with a letter for its scale to a name: "the XR-12K pump" is no 12 thousand."""
    tied = re.search(r"[A-Za-z0-9][-–]$", text[max(0, mention.core[0] - 2) : mention.core[0]])
    letter = re.match(r"[A-Za-z]{1,2}\b", text[mention.core[1] :])
    return tied is not None and letter is not None


def quoted(text: str) -> list[tuple[int, int]]:
    """What stands in quotation marks: a number in there belongs to a name ("10,000 Villages")."""
    return [found.span() for found in _QUOTED.finditer(text)]


def masked(text: str) -> str:
    """The text with dates, contact lines and list marks blanked out, so that their digits are not read."""
    text = _DATES.sub(_blanks, text)
    folded = text.casefold()
    if any(sign in folded for sign in _CONTACT_SIGNS):
        text = _CONTACT.sub(_blanks, text)
    return _LIST_MARK.sub(_blanks, text)


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def is_measure(text: str, mention: Mention, others: bool) -> bool:
    """A bare number in a sentence is a figure when it is printed as one, counts something, or is said to be reached.

    ``others``: whether the sentence holds other figures that it could be compared with.
    """
    if not mention.bare:
        return True
    digits = text[slice(*mention.core)]
    before, after = text[max(0, mention.start - 140) : mention.start], text[mention.stop : mention.stop + 80]
    if "," in digits or counted_noun(after, mention.number == ONE) is not None or _OF_THEM.match(after):
        return True
    if before.rstrip().casefold().endswith(_MEASURED_ENDS) and _MEASURED.search(before):
        return True
    return others and COMPARED.search(before) is not None
