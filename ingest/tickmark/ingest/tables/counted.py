"""What a label or header counts where that is no money: shares, amounts per share, things. Told by its words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

__all__ = ["Counted", "counts", "thing_of", "without_asides"]

Counted = Literal["shares", "perhaps shares", "per share", "per thing", "count", "things", "votes"]

# what a label says besides: "($0.10 per share)", "; 500 shares authorized", "$2.50 par value"
_ASIDE = re.compile(
    r"\([^()]*\d[^()]*\)|[,;:]?\s*[$£€]\s?[\d.,]+\s+(?:per|a)\s+[\w-]+|\b(?:par|stated)\s+value\b.*|,\s*no\s+par\b.*"
    r"|[;,.]\s*[\d,.]+\s+(?:\w+\s+)?(?:shares|units)\b.*|,?\s\b(?:as|because|since)\s(?:the|their|its|these|they)\b.*",
    re.IGNORECASE,
)
_STOCK_LINE = re.compile(r"\b(?:par|stated)\s+value\b|\bno\s+par\b|;\s*[\d,]+\s+shares", re.IGNORECASE)
_UNIT = r"(?:share|unit|ADS|warrant|option)"
_PER_SHARE = re.compile(
    rf"\bper[\s-]+(?:[\w-]+[\s-]+){{0,2}}{_UNIT}s?\b|\bEPS\b|exercise\s+price|grant[\s-]date\s+fair\s+value"
    rf"|average\s+(?:\w+\s+)?price|price\s+per"
    r"|average\s+(?:fair\s+)?value\s+(?:at|on)\s+(?:the\s+)?(?:grant|date\s+of\s+grant)"
    rf"|average\s+(?:\w+\s+){{0,3}}cost\s+per\s+{_UNIT}|conversion\s+price",
    re.IGNORECASE,
)
_FOR_PER_SHARE = re.compile(
    r"\b(?:for|used\s+(?:in|for)|numerator|computing|calculating|computation"
    r"|calculation)\b.*\bper[\s-]"
    # what vested in all, in money: only an average is an amount a share
    r"|\bexcluded\s+from\b.*\bEPS\b"
    r"|^(?!.*\b(?:average|per)\b).*\bfair\s+value\b.*\bvest(?:ed|ing)\b|\b(?:total|aggregate)\b.*\bfair\s+value\b",
    re.IGNORECASE,
)
_OF_SHARES = re.compile(
    r"\bshares\s+(?:used|outstanding|issued(?!\s+(?:for|in|on|upon|to|as|under|by|pursuant)\b)"
    r"|(?:beneficially\s+)?(?:owned|held))\b|\bnature\s+of\s+beneficial\s+ownership\b"
    r"|weighted[\s-]+average\s+(?:[\w-]+\s+){0,5}(?:shares|units|stock"
    r"|outstanding)\b"
    r"|^(?:basic|diluted|dilutive|potentially\s+dilutive|anti-?dilutive|incremental|average|adjusted)\b.*\bshares\b"
    r"|^(?:plus:?\s*|add:?\s*)?(?:effect\s+of\s+)?(?:dilutive|dilution|assumed\s+(?:exercise|conversion|vesting))\b"
    r"|^denominator\b(?!.*\bnumerator\b).*\b(?:per\s+(?:\w+\s+)?share|shares)\b|\bcommon\s+(?:share|stock)\s+equivalents?\b|\bcommon\s+equivalent\s+shares\b"
    r"|\bshares\s+outstanding\b|,\s*shares$|\((?:in\s+)?(?:thousands\s+of\s+|millions\s+of\s+)?shares\)"
    r"|\bshares?\s+(?:issued|authorized|repurchased|purchased)$"
    r"|\bnumber\s+of\s+(?:[\w-]+\s+){0,4}(?:shares|units|options|awards|RSUs|PSUs|warrants|rights|stock)\b",
    re.IGNORECASE,
)
_NO_AVERAGE = re.compile(r"\b(?:price|rate|life|term|value|interest|yield|period|cost|duration)\b", re.IGNORECASE)
_NO_SHARES = re.compile(
    r"\bper\b|\bprice|value\b|proceeds|payments?|\bcost|expense|issuance of|repurchases? of|purchases? of"
    r"|compensation|amorti[sz]ation"
    r"|dividends|tax|income|earnings|\bgains?\b|capital|\$|premium|amount|redeem|settle|withh|cash|acquisition of"
    r"|percent|%|equity"
    r"|\bterm\b|\blife\b|volatility|yield|\brate",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\bshares?\b|\b(?:stock\s+)?options\b|\bRSUs?\b|\bPSUs?\b|restricted stock units|\bunits outstanding\b"
    r"|\bwarrants\b"
    r"|anti-?dilutive|\bawards\b|\b(?:common|preferred|equity|partnership|limited\s+partner)\s+units\b"
    r"|\brestricted\s+(?:stock|shares?)\s+outstanding\b",
    re.IGNORECASE,
)
_VOTES = re.compile(
    r"\b(?:votes?|non-votes|voted)\b|^(?:for|against|abstain(?:ed|ing)?|abstentions?|withheld|in favou?r)$",
    re.IGNORECASE,
)
_DILUTIVE = re.compile(r"\bdilutive\s+(?:\w+\s+)?(?:options|securities|awards|shares|units|stock)\b", re.IGNORECASE)
_NO_DILUTION = re.compile(r"\b(?:income|earnings|interest|dividends?|loss)\b", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"\bunit\s+(?:sales|volumes?|deliveries|shipments)\b|\bunits\s+(?:sold|delivered|shipped|produced)\b"
    r"|^quantit(?:y|ies)$|\bnumber\s+of\b|\bhead\s?count\b|(?:^|\s)(?:nos?\.|number|#)$|(?:^|[\s(])#\s+of\b"
    r"|^days\s+(?:of\s+)?(?:sales|payables?|receivables?|inventor(?:y|ies)|working)\b"
    r"|^(?:open|unresolved|pending)\s+(?:claims|cases|lawsuits)\b"
    r"|^(?:total\s+)?(?:claims|cases|lawsuits)\s+(?:filed|unresolved|pending|dismissed)\b"
    r"|^(?:(?:weighted[\s-])?average\s|contract(?:ual)?\s|forward\s)*(?:foreign\s)?(?:currency\s)?exchange\s+rates?(?:\s[(][^()]*[)])?$"
    r"|^(?:wholesale|retail|vehicle)\s+units\b",
    re.IGNORECASE,
)
# a noun that ends a label, or stands before a bracket or a time, is what is counted: "Total square feet (000's)";
# after "cost of", "loans to" and the like it is what money is paid for or owed by
_THING = (
    r"(?:square\s+(?:feet|foot|footage|meters?|metres?)|sq\.?\s*ft\.?|acres|hectares|barrels|bbls?|boe|gallons|tons|tonnes"
    r"|ounces"
    r"|(?:revenue\s+)?(?:ton|car|train|passenger|seat)[\s-]?miles|megawatts?|MWh?|GWh|kWh|(?P<people>employees|headcount)|memberships?|subscribers|passengers|visits"
    # "30-59 days past due" is money that is owed: only days that are named for what is done on them
    r"|(?:off-?\s?hire|calendar|operating|working|trading|ship|vessel|fleet|ownership|available|dry-?\s?dock(?:ing)?"
    r"|sick|patient|bed|lost|training)[\s-]+days)"
)
_MONEY_BEFORE = (
    r"(?:from|to|for|of|by|per|with|on|at|due|costs?|expenses?|revenues?|sales|income|loans?|deposits|receivables?"
    r"|payables?|value|price|compensation|benefits|rent)\b"
)
_THINGS = re.compile(
    rf"(?:(?!{_MONEY_BEFORE})[\w’'&.,/-]+\s+){{0,6}}?[(]?{_THING}"
    r"(?:\s*[(\[][^()\[\]]*[)\]]|,?\s+(?:at|as\s+of|in\s+service|served|owned|opened|closed|operated|end\s+of)\b(?s:.*)"
    r"|\s+(?:additions|growth|losses)(?=\W|$)|[)])*",
    re.IGNORECASE,
)
# money for one thing sold; a partnership's "income per unit" is an amount a share
_PER_UNIT = re.compile(
    r"\b(?:revenues?|sales|(?:gross\s+)?(?:profit|margin)|costs?|price|expenses?)\s+per\s+(?:(?!limited|common"
    r"|partner)[\w-]+\s+){0,3}"
    r"(?P<thing>unit|vehicle)\b",
    re.IGNORECASE,
)
_PER_THING = re.compile(
    r"[$£€]\s?/\s?(?P<slash>bbl|boe|mcfe?|mmbtu|ton(?:ne)?|oz|lb|gal|[kM]Wh|sq\.?\s?ft)\b"
    r"|\bper\s+(?:\w+\s+)?(?P<thing>barrels?|bbl|boe|mcfe?|mmbtu|metric\s+ton|ton(?:ne)?s?|ounce|gallon|pound|bushel"
    r"|kWh|MWh"
    r"|room|square\s+(?:foot|feet|met(?:re|er))|day|month|employee|customer|subscriber|user|membership|member|store"
    r"|patient|claim|case)\b",
    re.IGNORECASE,
)
# a measure in brackets that ends a label: "Natural gas (MMcf/d)"
_MEASURED = re.compile(
    r".*[(\[](?:in\s+)?(?:(?:thousands?|millions?)\s+of\s+)?(?:M{0,2}bbls?|M{0,2}boe|M{0,2}cfe?|Bcfe?|M{0,2}btus?"
    r"|tonnes?|tons|kt|Mt"
    r"|k?oz|[kMGT]Wh?|sq\.?\s?(?:ft|m)\.?|feet|miles|km|hectares|acres|barrels|bushels|gallons|lbs?)"
    r"(?:\s?(?:/|per)\s?d(?:ay)?|pd)?[)\]]\W*(?:[(\[]\w{1,2}[)\]])?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r".*(?:[(\[](?:in\s+)?(?:years?|yrs?\.?|months?|mos?\.|days?|hours?)[)\]]"
    r"|\b(?:remaining|contractual|expected)\s+(?:contractual\s+)?(?:term|life|lives)(?:\s+in\s+(?:years|months))?)"
    r"\W*(?:[(\[]\w{1,2}[)\]])?",
    re.IGNORECASE,
)
_ANTIDILUTIVE = re.compile(
    r"(?=.*\banti-?dilutive\b).*\b(?:options|shares|awards|units|securities|warrants|RSUs?)\b", re.IGNORECASE
)
# "Net loss per Class A common shares outstanding" is no number of shares
_EARNINGS_PER = re.compile(
    r"(?:(?:basic|diluted|and|net|total|adjusted|gaap|non-gaap)\s+)*(?:earnings|income"
    r"|loss)\b[^,;]{0,30}\bper\b.{0,40}\bshares?\b",
    re.IGNORECASE,
)
_DILUTED_EARNINGS = re.compile(r"\b(?:earnings|income|loss)\s+(?:\(loss\)\s+)?per\b", re.IGNORECASE)
_LONGEST = 2_000  # characters: what is longer is a page of text, and no label


def thing_of(label: str) -> str:
    """The thing that an amount is for one of: "barrel" in "Average price per barrel"."""
    if unit := _PER_UNIT.search(label):
        return unit["thing"].lower()
    found = _PER_THING.search(label)
    return re.sub(r"\s+", " ", found["thing"] or found["slash"]) if found else ""


def without_asides(label: str) -> str:
    """A label without what it says besides: "(par value $0.10 per share)"."""
    return _ASIDE.sub(" ", label).strip()


@lru_cache(maxsize=8_192)
def counts(label: str) -> Counted | None:
    """What a label counts; None where it does not say, so that it may be money."""
    if len(label) > _LONGEST or _STOCK_LINE.search(label):
        return None
    bare = without_asides(label)
    if _VOTES.search(bare) and len(bare) < 60:
        return "votes"
    if _EARNINGS_PER.match(bare) and not _FOR_PER_SHARE.search(bare):
        return "per share"
    if _OF_SHARES.search(bare) and not _NO_AVERAGE.search(bare):
        return "shares"
    if _PER_UNIT.search(bare):
        return "per thing"
    if _PER_THING.search(bare) and not re.search(r"\bper\s+share\b", bare, re.IGNORECASE):
        return "per thing"
    if _PER_SHARE.search(bare) and not _FOR_PER_SHARE.search(bare):
        return "per share"
    if (_DILUTIVE.search(bare) or _ANTIDILUTIVE.match(bare)) and not (
        _NO_DILUTION.search(_DILUTED_EARNINGS.sub(" ", bare)) or _NO_AVERAGE.search(bare)
    ):
        return "shares"
    things = _THINGS.fullmatch(label.strip())
    if _NUMBER_OF.search(bare) or (things and things["people"]) or _TIME.fullmatch(label.strip()):
        return "count"
    if things or _MEASURED.fullmatch(label.strip()):
        return "things"
    if _COUNTS.search(bare) and not _NO_SHARES.search(bare):
        return "perhaps shares"
    return None
