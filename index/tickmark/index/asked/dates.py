"""Dates as people type them ("Mar-24", "Novmber 2023", "YE23", "21 22 23"), put as a filing would write them."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import OSA

from tickmark.index.asked.chinese_dates import chinese_dates
from tickmark.index.asked.months import by_their_months
from tickmark.index.asked.short_years import written_out
from tickmark.index.asked.year_ends import by_their_end
from tickmark.ingest.figures.calendar import MONTH

__all__ = ["is_month", "plain_dates"]

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_SHORT: Final = frozenset(month[:3] for month in _MONTHS) | {"sept"}
_YEAR: Final = r"(?:19|20)\d{2}"
_END: Final = r"(?![\d%]|[.,/-]\d|\s*(?:%|percent|per cent|pct|million|billion|thousand|days?|hours?)\b)"
_YEARS_KNOWN: Final = range(5, 51)  # what two digits can be: 2005 to 2050
_YEARS_NEAR: Final = range(18, 36)  # where they could as well be a day or a length of time

_OF_AGE: Final = re.compile(r"\b(?:age[ds]?|ageing|old|born)\b", re.IGNORECASE)
_APART: Final = 5  # years that are set against each other, at most

_MISSPELT = re.compile(rf"\b(?P<m>[a-z]{{4,11}})(?P<gap>\.?,?\s+(?:\d{{1,2}},?\s+)?(?={_YEAR}\b))", re.IGNORECASE)
_SHORT_DATE = re.compile(
    rf"(?<![\d.,/-])(?P<d>\d{{1,2}})[ -]?(?P<m>\b{MONTH}|{MONTH})[ '’-]{{1,2}}(?P<y>\d{{2}})\b{_END}", re.I
)
# "resolution 2 Nov 2023": its number, and no day of that month
_NUMBERED = re.compile(
    r"\b(?P<what>(?:resolution|motion|proposal|item|agenda item|scope|phase|tier|note|nos?\.?|number)s?)\s+"
    rf"(?P<n>\d{{1,2}})\s+(?=(?:{MONTH})\.?,?\s+{_YEAR}\b)",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(
    rf"(?<!\d )(?<!\d-)\b(?P<m>{MONTH})(?P<gap>\s?[-/]\s?|\s?['’]|\s)(?P<y>\d{{2}})\b(?!\s*(?:st|nd|rd|th)\b"
    rf"|,?\s*{_YEAR}){_END}",
    re.I,
)
_MONTH_AND_FULL_YEAR = re.compile(rf"\b(?P<m>{MONTH})(?:[-/]|\s-\s)(?P<y>{_YEAR})\b", re.IGNORECASE)
_SLASHED = re.compile(rf"(?<![\d/])(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})/(?P<y>{_YEAR}|\d{{2}})(?![\d/])")
_PART = re.compile(r"\b(?P<p>[QH][1-4]|[1-4][QH])\s?(?:/|of)\s?(?:FY\s?)?'?(?P<y>(?:20)?\d{2})\b" + _END, re.IGNORECASE)
_SAID_PART = re.compile(
    r"\b(?P<o>first|second|third|fourth|last|1st|2nd|3rd|4th)[- ](?P<p>quarter|half)\s*(?:of\s+"
    r"|,\s*)?['’](?P<y>\d{2})\b",
    re.I,
)
# "26H1", "2023Q2": the year first
_YEAR_PART = re.compile(r"(?<![\w.,/-])(?P<y>(?:20)?\d{2})(?P<p>[QH][1-4])(?![A-Za-z0-9])", re.IGNORECASE)
# "2026 half-year", "2023 third quarter": the part of a year behind it
_PART_BEHIND = re.compile(
    rf"(?P<before>\b[a-z]+\.?\s+(?:\d{{1,2}},?\s+)?)?\b(?P<y>{_YEAR})(?:['’]s)?\s+"
    r"(?P<p>(?:first|second|third|fourth|1st|2nd|3rd|4th)[- ](?:quarter|half)|half[- ]?year|interims?)\b"
    rf"(?!\s+dividends?|[- ](?:end|on)\b|,?\s+(?:of\s+)?{_YEAR})",
    re.IGNORECASE,
)
_YEAR_END = re.compile(
    rf"\b(?:YE|year[- ]?end|end[- ]of|end)(?:\s?[-–]\s?|\s)?(?:FY\s?)?['’]?(?P<y>{_YEAR}|(?<=YE)\d{{2}}"
    rf"|(?<=['’])\d{{2}})\b{_END}",
    re.IGNORECASE,
)
# "when 2023 began", "going into 2023": the evening before it
_BEGUN = re.compile(
    rf"\b(?:(?:when|as|before|by the time)\s+(?P<a>{_YEAR})\s+"
    r"(?:began|begins|started|starts|opened|opens|got under way|kicked off)"
    rf"|(?:going|heading|coming|moving|carried|rolling)\s+(?:over\s+)?in(?:to)?\s+(?P<b>{_YEAR})"
    rf"|(?:on\s+)?entering\s+(?P<c>{_YEAR}))\b",
    re.IGNORECASE,
)
_OF_YEAR: Final = (
    r"\s+(?:of|for|in)\s+(?:the\s+)?(?:(?:fiscal|financial|calendar|reporting|business)\s+)?(?:year\s+)?(?:FY\s?)?"
    rf"(?P<y>{_YEAR}|['’]?\d{{2}})(?![-–/]?\d)(?!\s*(?:{MONTH})\b)" + _END
)
_STARTS = re.compile(
    rf"\b(?:(?:very\s+)?(?:start|beginning|opening|outset|onset|commencement)|first day){_OF_YEAR}", re.IGNORECASE
)
_ENDS = re.compile(rf"\b(?:(?:very\s+)?(?:end|close|finish|conclusion)|last day){_OF_YEAR}", re.IGNORECASE)
_NEW_YEARS = re.compile(rf"\b(?:on\s+)?New Year['’]?s (?P<e>Day|Eve)(?:\s+of|,)?\s+(?P<y>{_YEAR})\b", re.IGNORECASE)
# "opening total assets, 2023": those of the evening before
_OPENING_OF = re.compile(
    r"\bopening\s+(?!(?:and|to|plus)\s)(?:balance\s+(?:of|for)\s+(?:the\s+)?)?(?P<what>(?:[\w'’-]+\s+){0,3}(?:assets"
    r"|equity|cash|funds|liabilities"
    r"|borrowings|debt|inventor(?:y|ies)|receivables|payables|reserves?|capital|headcount|workforce|employees|staff))"
    rf"\s*(?:[,(–-]\s*|\b(?:in|for|of|at)\s+)?(?:the\s+)?(?:FY\s?)?(?P<y>{_YEAR})\b",
    re.IGNORECASE,
)
_END_OF_MONTH = re.compile(
    rf"\b(?:end|close)(?:\s+of\s+|[- ]of[- ]|[- –])(?P<m>{MONTH}),?\s+(?P<y>{_YEAR})\b", re.IGNORECASE
)
_TWELVE_MONTHS = re.compile(
    rf"\b(?:12\s?M|(?:(?:twelve|12)[- ]months?(?:\s+(?:of|in))?))\s+(?={_YEAR}\b)", re.IGNORECASE
)
# what the results of one year tell of the year before
_PRIOR_IN = re.compile(
    r"\b(?:(?:prior|previous|preceding)[- ](?:year|period)(?:['’]s)?|comparatives?(?:\s+for)?)\s+"
    r"(?P<what>[^?,;:]{3,60}?)\s+(?:in|from|of|as per|per)\s+the\s+(?:FY\s?)?"
    rf"(?P<y>{_YEAR})\s+(?:annual\s+|full[- ]year\s+|ESG\s+)?"
    r"(?:results?|reports?|accounts|announcement|filing|statements?)\b",
    re.IGNORECASE,
)
_CLOSE = re.compile(
    rf"\b(?:close|finish|tail end|very end)\s+of\s+(?:(?:the\s+)?year\s+|FY\s?)?(?={_YEAR}\b)", re.IGNORECASE
)
_OVER = re.compile(
    rf"\b(?:(?:when|as|after|once|by the time)\s+(?P<a>{_YEAR})\s+"
    r"(?:ended|ends|closed|closes|finished|was over|was out|drew to a close|came to (?:an end|a close))"
    rf"|(?:coming out of|exiting|on leaving)\s+(?P<b>{_YEAR}))\b",
    re.IGNORECASE,
)
# "from the meeting of 23 November 2023 to the end of that year"
_THAT_YEAR = re.compile(
    rf"(?P<before>\b(?P<y>{_YEAR})\b(?:(?!\b{_YEAR}\b).){{1,60}}?\b)(?P<end>end|start|beginning|close)\s+of\s+"
    r"(?:that|the\s+same|the\s+very)\s+year\b",
    re.IGNORECASE,
)
_YEAR_END_SHORT = re.compile(rf"\b(?:YE|year[- ]?end)\s?['’]?(?P<y>\d{{2}})\b{_END}", re.IGNORECASE)
_ENDS_SHORT = re.compile(
    r"\b(?P<end>end|close|start|beginning)\s+(?P<y>\d{2})"
    r"(?=\s*(?:[?!,;:)(–—-]|\.(?!\d)|$)|\s+(?:prelim\w*|number|nr|figure|level|balance|value|total|headcount|count)\b)",
    re.IGNORECASE,
)
_RUN = re.compile(
    r"(?<![\w.,%$€£¥-])(?:FY\s?)?(?P<first>(?P<m>['’])?\d{2}|(?:19|20)\d{2})"
    r"(?P<more>(?:\s*[,/&+]\s*(?:and\s+)?|\s+(?:and\s+)?)(?:FY\s?)?['’]?\d{2}(?![A-Za-z\d_%]|[.,]\d))+" + _END,
    re.IGNORECASE,
)
_ALL_YEARS = re.compile(r"\ball (?:[2-6]|two|three|four|five) years,? (?=(?:20)?\d{2}\b)", re.IGNORECASE)
_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_YEARS_UP_TO = re.compile(
    r"(?:\b(?:over|in|for|during|across|of)\s+)?(?:\bthe\s+)?(?:\b(?:last|past|latest|recent)\s+)?"
    r"\b(?P<n>[2-5]|two|three|four|five)[- ]?(?:fiscal |financial )?(?:years|yrs|year period)\s+"
    rf"(?:up\s+)?(?:to|till?|until|through|ending(?:\s+in)?"
    rf"|ended(?:\s+in)?)\s+(?:and including\s+)?(?:FY\s?)?(?P<y>{_YEAR})\b",
    re.IGNORECASE,
)
_IN_SHORT = re.compile(
    r"\b(?P<in>in|for|during|since|from|by|back in)\s+(?P<y>\d{2})(?=\s*(?:[?!,;:)(]|\.(?!\d)|$)|\s+[-–—]\s"
    r"|\s+(?:was|were|did|is|are|and|vs\.?|versus|alone|only|compared|against)\b(?!\s+\d))",
    re.IGNORECASE,
)
# "end 23 vs end 22", "from 21 to 23"
_TWO_SHORT = re.compile(
    r"\b(?P<a>(?:in|for|during|from|end|close|start)\s+)(?P<y>\d{2})"
    r"(?P<b>\s+(?:vs\.?|versus|than|to|and|or|against|over|compared (?:with|to))\s+"
    r"(?:(?:in|at|the|end|close|start)\s+)*)"
    rf"(?P<z>\d{{2}})\b{_END}(?=\s*(?:[?!,;:)(–—-]|\.(?!\d)|$))"
    rf"|(?<![\w.,%$€£¥'’-])(?P<c>\d{{2}})(?P<d>\s+(?:vs\.?|versus)\s+)(?P<e>\d{{2}})\b{_END}(?=\s*(?:[?!,;:)]|$))",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"(?<!\w)['’](?P<y>\d{{2}})\b{_END}")


def _known(digits: str) -> bool:
    return int(digits) in _YEARS_KNOWN


def is_month(word: str) -> bool:
    """Whether a lower-case word is the name of a month, its stem, or short for it."""
    return word in _SHORT or any(word[:3] == m[:3] and m.startswith(word[:-1]) for m in _MONTHS if len(word) > 3)


def _spelt(found: re.Match[str]) -> str:
    """A month one slip away from its name ("Novmber"), before a year; two slips in a long name."""
    word = found["m"].lower()
    if word in _MONTHS or word in _SHORT:
        return found[0]
    near = [m for m in _MONTHS if m[0] == word[0] and OSA.distance(word, m) <= 1 + (len(m) > 7)]
    return f"{near[0].capitalize()}{found['gap']}" if len(near) == 1 and len(near[0]) > 4 else found[0]


def _month_year(found: re.Match[str]) -> str:
    """Mar-24, Nov'23, Nov 23: a month of a year."""
    near = not found["gap"].isspace() or (int(found["y"]) in _YEARS_NEAR and found["m"].lower() != "may")
    return f"{found['m']} 20{found['y']}" if near and _known(found["y"]) else found[0]


def _date(found: re.Match[str]) -> str:
    """20 Mar 24: a day."""
    return f"{found['d']} {found['m']} 20{found['y']}" if _known(found["y"]) else found[0]


def _slashed(found: re.Match[str]) -> str:
    """20/3/2024, where the day tells itself from the month."""
    first, second = int(found["d"]), int(found["m"])
    day, month = (second, first) if second > 12 else (first, second)
    told = month <= 12 and 1 <= day <= 31 and (day > 12 or day == month)
    year = found["y"] if len(found["y"]) == 4 else f"20{found['y']}"
    return f"{day} {_MONTHS[month - 1].capitalize()} {year}" if told and month else found[0]


def _part(found: re.Match[str]) -> str:
    return f"{found['p']} {found['y'] if len(found['y']) == 4 else '20' + found['y']}"


def _part_behind(found: re.Match[str]) -> str:
    """2026 half-year: the half before its year; "the June 2026 half-year" ends with that month."""
    before = found["before"] or ""
    said = "half year" if found["p"].lower().startswith(("half", "interim")) else found["p"].replace("-", " ")
    return found[0] if is_month(before.split(" ")[0].rstrip(".").lower()) else f"{before}{said} {found['y']}"


def _year_end(found: re.Match[str]) -> str:
    year = found["y"] if len(found["y"]) == 4 else f"20{found['y']}"
    return f"end of {year}" if len(found["y"]) == 4 or _known(found["y"]) else found[0]


def _run(found: re.Match[str]) -> str:
    """21 22 23: years where each follows upon the one before it, three unless they say that they are years."""
    digits = [int(d) % 100 for d in re.findall(r"\d+", found[0])]
    steps = {after - before for before, after in pairwise(digits)}
    said = found["m"] or "fy" in found[0].lower() or len(found["first"]) == 4
    if steps not in ({1}, {-1}) or not all(d in _YEARS_KNOWN for d in digits) or len(digits) < (2 if said else 3):
        return found[0]
    if len(digits) == 2 and ("/" in found[0] or len(found["first"]) == 4):
        return found[0]  # "FY23/24" is one year
    return ", ".join(f"20{d:02}" for d in digits)


def _up_to(found: re.Match[str]) -> str:
    """The last three years up to 2023: all three by name."""
    said = found["n"].lower()
    count, last = _COUNTS.get(said) or int(said), int(found["y"])
    return f"{last - count + 1} to {last}"


def _two_short(found: re.Match[str]) -> str:
    first, second = found["y"] or found["c"], found["z"] or found["e"]
    years = int(first), int(second)
    near = all(year in _YEARS_NEAR for year in years) and 0 < abs(years[0] - years[1]) <= _APART
    near = near and _OF_AGE.search(found.string) is None
    return f"{found['a'] or ''}20{first}{found['b'] or found['d']}20{second}" if near else found[0]


# "the last fiscal year covered by the annual report" is the one it reports on, not the one before
_REPORTED: Final = re.compile(
    r"(?:\b(?:in|for|during|of)\s+)?(?:the\s+)?\b(?:last|latest|most recent)\s+"
    r"(?:(?:full|fiscal|financial|reporting)\s+)*(?:year|period)\s+"
    r"(?:covered by|of|in|listed in|presented in|reported (?:on )?in|shown in|from)\s+"
    r"(?:the|this|that|its|their)\s+(?:annual\s+|latest\s+)?(?:report|filing|accounts|10-k|20-f)\b",
    re.IGNORECASE,
)


def _end_of(found: re.Match[str], said: str) -> str:
    digits = found["y"].lstrip("'’")
    if len(digits) == 2 and int(digits) not in _YEARS_NEAR:
        return found[0]
    return f"{said} of {digits if len(digits) == 4 else '20' + digits}"


def _last_of_month(found: re.Match[str]) -> str:
    month = next(n for n, name in enumerate(_MONTHS, 1) if name[:3] == found["m"].lower()[:3])
    return f"{monthrange(int(found['y']), month)[1]} {_MONTHS[month - 1].capitalize()} {found['y']}"


def _ends_of_years(text: str) -> str:
    """The first and the last day of a year or month, whatever they are called."""
    text = _PRIOR_IN.sub(lambda m: f"{m['what']} in {int(m['y']) - 1}", text)
    text = _NEW_YEARS.sub(lambda m: f"{'start' if m['e'].lower() == 'day' else 'end'} of {m['y']}", text)
    text = _END_OF_MONTH.sub(_last_of_month, _TWELVE_MONTHS.sub("", text))
    text = _OPENING_OF.sub(lambda m: f"{m['what']} at the start of {m['y']}", text)
    return _ENDS.sub(lambda m: _end_of(m, "end"), _STARTS.sub(lambda m: _end_of(m, "start"), text))


@lru_cache(maxsize=256)  # a question's are written out more than once on the way to its answer
def plain_dates(text: str) -> str:
    """A question with its dates written out; whatever may be something else keeps its words."""
    text = _NUMBERED.sub(r"\g<what> \g<n>, ", _ends_of_years(_REPORTED.sub(" ", text)))
    text = _BEGUN.sub(lambda m: f"at the start of {m['a'] or m['b'] or m['c']}", text)
    text = _OVER.sub(lambda m: f"at the end of {m['a'] or m['b']}", text)
    text = _THAT_YEAR.sub(lambda m: f"{m['before']}{m['end']} of {m['y']}", text)
    text = _CLOSE.sub("end of ", text)
    text = _YEARS_UP_TO.sub(_up_to, _MISSPELT.sub(_spelt, text))
    text = _SLASHED.sub(_slashed, text)
    text = _SHORT_DATE.sub(_date, text)
    text = _MONTH_AND_FULL_YEAR.sub(r"\g<m> \g<y>", text)
    text = _MONTH_YEAR.sub(_month_year, text)
    text = by_their_end(by_their_months(text))
    text = _PART.sub(_part, _YEAR_PART.sub(_part, text))
    text = _SAID_PART.sub(r"\g<o> \g<p> of 20\g<y>", text)
    text = _PART_BEHIND.sub(_part_behind, text)
    text = _YEAR_END.sub(_year_end, text)
    text = _YEAR_END_SHORT.sub(_year_end, text)
    text = _TWO_SHORT.sub(_two_short, text)
    text = _ENDS_SHORT.sub(lambda m: f"{m['end']} of 20{m['y']}" if int(m["y"]) in _YEARS_NEAR else m[0], text)
    text = _RUN.sub(_run, _ALL_YEARS.sub("each year ", text))
    text = _IN_SHORT.sub(lambda m: f"{m['in']} 20{m['y']}" if int(m["y"]) in _YEARS_NEAR else m[0], text)
    text = _ALONE.sub(lambda m: f"20{m['y']}" if _known(m["y"]) else m[0], text)
    text = written_out(text)
    return chinese_dates(text)
