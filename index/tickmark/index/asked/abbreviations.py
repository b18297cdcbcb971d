"""What analysts and people of a trade type short: "S1 tCO2e", "cum. tax", "2Q26E NP", "hc by gender".

Letters that may well be something else are written out only beside what tells: "S1" where emissions are spoken of.
"""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.asked.clips import in_full
from tickmark.index.asked.trades import TRADES

__all__ = ["abbreviations"]

_GASES: Final = re.compile(
    r"\b(?:emissions?|emitted|ghgs?|greenhouse|carbon|t?co2\w*|footprint|scopes?|decarboni\w+)\b|排放|碳"
    r"|\bS[1-3]\s?(?:\+|&|/|,|and)\s?S?[1-3]\b",
    re.IGNORECASE,
)
# "S1", "Sc. 2"; a list of them below
_SCOPE: Final = re.compile(r"(?<![\w.-])(?:S(?=[1-3])|Sc(?:o?p)?\.?\s?(?=[1-3]))(?P<n>[1-3])(?![\w%]|[.,]\d|-\w)", re.I)
# "scope 1+2", "scopes 1, 2 and 3": each of them is one
_SCOPES: Final = re.compile(
    r"\bscopes?\s?(?P<first>[1-3])(?P<more>(?:\s?(?:\+|&|/|,|and|vs\.?|versus|to|-)\s?(?:and\s)?[2-3](?![\w%]"
    r"|[.,]\d))+)",
    re.IGNORECASE,
)
_THROUGH: Final = re.compile(r"\bscopes?\s?1\s?(?:-|–|to|through)\s?3\b", re.IGNORECASE)
_ADDED: Final = re.compile(r"(?<=scope [12])\s?\+\s?(?=scope [23])", re.IGNORECASE)
_OTHER: Final = re.compile(r"(?<=[\s+&/,-])(?P<n>[23])|(?<=and)(?P<m>[23])")
# "2Q26E", "FY23A", "2026F": told beforehand or afterwards, of the same period. "20F" is a form.
_TOLD: Final = re.compile(
    r"(?<![\w.,/-])(?P<period>(?:[1-4]Q|Q[1-4]|[12]H|H[12]|9M|FY|CY|YE)\s?(?:FY)?['’]?(?:20)?\d{2}|20[1-4]\d)"
    r"(?:[EAFP]|\s?\((?:E|A|F|est\.?|act\.?|actual|forecast)\))(?![\w'’-])",
    re.IGNORECASE,
)
_TOLD_SHORT: Final = re.compile(r"(?<![\w.,/-])['’]?(?P<period>1[89]|2\d|3[0-5])E(?![\w'’-])")
_BESIDE: Final = r"(?=\s*(?:[?,;:()/%]|$|\.(?!\w)|[-–—]\s|\b(?:FY|CY|YE|[1-4]Q|Q[1-4]|[12]H|H[12]|9M|20\d\d)))"
_SAYS_HOW_MUCH: Final = (
    r"(?=\s+(?:growth|margins?|guid\w+|guided|forecasts?|estimates?|range|midpoint|attrib\w*|excl?\b|ex\b|after|before"
    r"|yoy|y/y|qoq"
    r"|in\s|for\s|to\s|per\s|of\s|was|is|and|vs|&))"
)
_SHORT: Final = (
    (
        re.compile(
            r"\bcuml?\.?(?=\s)(?!\s*(?:div|rights?|interest|coupon|laude|warrants?|bonus|all\b|ex\b"
            r"|m\b))",
            re.I,
        ),
        "cumulative",
    ),
    (re.compile(r"\b(?:cumul|cml)\b\.?", re.IGNORECASE), "cumulative"),
    (re.compile(r"\baccum\b\.?", re.IGNORECASE), "accumulated"),
    (re.compile(r"\bN?PATMI\b"), "net profit attributable to shareholders"),
    (
        re.compile(
            rf"\bNP{_BESIDE}|\b(?i:NP){_SAYS_HOW_MUCH}|(?<=\battributable )NP\b"
            rf"|\bPAT\b(?!\s?[A-Z][a-z])"
        ),
        "net profit",
    ),
    (re.compile(rf"\bOP(?:{_BESIDE}|(?=\s+(?:growth|margins?|guid|yoy|in\s|for\s)))"), "operating profit"),
    (re.compile(rf"\bGP(?:{_BESIDE}|(?=\s+(?:growth|margins?|guid|yoy|in\s|for\s)))"), "gross profit"),
    (re.compile(r"(?<=\brecurring )NP\b"), "net profit"),
    (re.compile(r"(?<=[a-z])\s?/\s?sh(?:r|s|are)?\b\.?(?!\s*/)", re.IGNORECASE), " per share"),
    (re.compile(r"\btrg\b(?=\s+(?:hrs?|hours|costs?|spend|sess\w*))", re.IGNORECASE), "training"),
    (
        re.compile(r"\bjr\.?\s*(?:/|&|and)\s*(?:mid|middle)\s+(?:mgmt|mgt|management)\b", re.I),
        "junior and middle management",
    ),
    (re.compile(r"(?:%|\b(?:pct|percent))\s+of\s+(?:own\s+)?(?:hldgs?|holdings?)\b", re.I), "% of the shares held"),
    (re.compile(r"\bRS[UA]s(?=\s+(?:vest|unvest|grant|unlock))"), "restricted shares"),
    (re.compile(r"\b(?:wtd|wgtd)\.?(?:\s+(?:avg|ave)\b\.?)?(?=\s)", re.IGNORECASE), "weighted average"),
    (re.compile(r"\bGPM\b"), "gross profit margin"),
    (re.compile(r"\bNPM\b"), "net profit margin"),
    (re.compile(r"\bOPM\b"), "operating profit margin"),
    (re.compile(rf"\brevs?\b\.?(?:{_BESIDE}|(?=\s+(?:growth|guid|yoy|per|in\s|for\s)))", re.IGNORECASE), "revenue"),
    (re.compile(r"\bhead\s?cnt\b", re.IGNORECASE), "headcount"),
    # no hydrocarbons, and no name
    (
        re.compile(
            r"(?<![\w&.-])(?-i:hc|HC)(?![\w&-])(?!\s+(?:[A-Z][a-z]|emissions?|volumes?|reserves?|production|exposure"
            r"|sector|oils?|gas\b))"
        ),
        "headcount",
    ),
    (
        re.compile(
            r"\bempl?s?\b\.?(?=\s+(?:count|numbers?|no\b|turnover|by|split|total|costs?|YE|at|in|FY"
            r"|20))",
            re.I,
        ),
        "employee",
    ),
    (re.compile(r"\belec\b\.?(?=\s)", re.IGNORECASE), "electricity"),
    (re.compile(r"\b(?P<non>non-?\s?)?haz(?:ardous)?\.?\s?waste\b", re.IGNORECASE), r"\g<non>hazardous waste"),
    (re.compile(r"\bcons\.(?=\s|$)|(?<=\b(?:gas) )cons\b(?=\s|$)", re.IGNORECASE), "consumption"),
    (re.compile(r"\brenew\.(?=\s)", re.IGNORECASE), "renewable"),
    (re.compile(r"\b(?P<money>RMB|CNY|USD|HKD|EUR|GBP|JPY)(?P<scale>mn?|bn|k)\b", re.I), r"\g<money> \g<scale>"),
    (re.compile(r"\bmths?\b", re.IGNORECASE), "months"),
    (re.compile(r"\b(?P<n>3|6|9|12)M(?=\s+(?:to|end(?:ed|ing)|through|till?)\s)"), r"\g<n> months"),
)


def abbreviations(text: str) -> str:
    """A question with such letters written out."""
    text = _TOLD_SHORT.sub(r"FY\g<period>", _TOLD.sub(r"\g<period>", text))
    if _GASES.search(text):
        text = _SCOPES.sub(_each_scope, _THROUGH.sub("scope 1, 2 and 3", _SCOPE.sub(r"scope \g<n>", text)))
        text = _ADDED.sub(" plus ", text)
    for pattern, words_for in (*TRADES, *_SHORT):
        text = pattern.sub(words_for, text)
    return in_full(text)


def _each_scope(found: re.Match[str]) -> str:
    return f"scope {found['first']}" + _OTHER.sub(lambda m: f"scope {m['n'] or m['m']}", found["more"])
