"""What is asked: issuer, metric, periods, unit, intent. Rules and a glossary, no model, so that it can be explained."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz

from tickmark.index.analysis import STOP_WORDS, words
from tickmark.index.filters import issuer_key
from tickmark.index.model import FilingSummary, Intent
from tickmark.index.terms import is_concept, stem, terms
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.figures.periods import PeriodMention, find_periods
from tickmark.ingest.metadata import language_of
from tickmark.ingest.model import Language, Period

__all__ = ["Asked", "IssuerName", "Question", "fiscal_end_of", "issuer_names", "reread", "understand"]

_YEAR = r"(?:19|20)\d{2}"
_SERIES = re.compile(
    r"\b(?:trend|trends|develop|developed|development|over time|over the years|by year|each year|every year|per year since|year by year|history|historical"
    r"|evolution|evolve|evolved|time series|progression|(?:last|past) (?:three|3|two|2|five|5|few) years|since 20\d\d|annually|yearly)\b|近三年|近年|历年|歷年|逐年|趋势|趨勢|变化情况",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"(?:FY\s?)?(?P<a>{_YEAR}|'?\d{{2}})\s?(?:-|–|—|to|through|until|至|到)\s?(?:FY\s?)?(?P<b>{_YEAR}|'?\d{{2}})\b(?![-/]\d)",
    re.IGNORECASE,
)
_BREAKDOWN = re.compile(
    r"\b(?:breakdown|break down|broken down|splits?|composition|structure|distribution|profile|mix of"
    r"|(?:by|per) (?:[\w-]+ ){0,2}(?:regions?|gender|age|types?|categor(?:y|ies)|kinds?|methods?|locations?|countr(?:y|ies)|segments?|products?|geography"
    r"|departments?|levels?|sex|areas?|groups?|bands?|sources?|business|brands?|routes?|substances?|channels?|grades?|tiers?|functions?|currency|maturity))\b"
    r"|按\S{1,6}(?:划分|劃分|分类|分類|分布)|分布|构成|構成",
    re.IGNORECASE,
)
_CALCULATION = re.compile(
    r"\b(?:difference|how (?:much|many) (?:more|less|fewer)|growth|grow|grew|grown|rise|rose|rising|increase|increased|decrease|decreased|drop|dropped|fall|fell|fallen|decline|declined"
    r"|change|changed|yoy|year[- ]on[- ]year|as (?:a )?(?:share|percentage|proportion|%) of|(?:share|portion|proportion) of [\w ,&'-]+ in|ratio of|divided by|sum of|combined|what (?:percentage|share|proportion|portion|%|percent) of|net margin|compared (?:with|to)|versus|vs|(?:go|goes|went|going) (?:up|down))\b"
    r"|同比|增长|增長|下降|减少了|增加了|差额|差額|占比",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:growth|grow|grows|grew|grown|rise|rises|rose|rising|increase[ds]?|increasing|decrease[ds]?|drop(?:ped|s)?|f[ae]ll|fallen|decline[ds]?|change[ds]?|yoy|year[- ]on[- ]year"
    r"|(?:go|goes|went|going) (?:up|down)|jump(?:ed)?|shr[aiu]nk|expand(?:ed)?|faster|slower)\b|同比|增长|增長|下降|增减|增減|升幅|降幅",
    re.IGNORECASE,
)
_FACT = re.compile(
    r"^\W*(?:who|whom|whose|why|where|when|describe|explain|which (?!year|percent)|what (?:is|are|was|were) (?:the )?(?:reason|purpose|name|policy|policies|plan|plans|main|going)|how (?:is|are|was|were|do|does|did) (?!.*(?:much|many|fast|big|large|high|low|happy|develop|dispos|split|total)))"
    r"|\b(?:used for|reason for|purpose of|why did|who is|who was|who chairs|who acts|what kind of|what does .* do)\b|谁|誰|为什么|為什麼|为何|原因|哪里|哪些|用途",
    re.IGNORECASE,
)
_YES_NO = re.compile(r"^\W*(?:is|are|was|were|did|does|do|has|have|had|can|will)\b|是否|有没有|有沒有", re.IGNORECASE)
_PERCENT = re.compile(
    r"%|\b(?:percent(?:age)?s?|per cent|pct|share|proportion|portion|ratio|rate|margin)\b|占比|比例|率", re.IGNORECASE
)
_STRONG_PERCENT = re.compile(r"%|\b(?:percent(?:age)?|per cent|pct|portion|proportion)\b|占比|百分", re.IGNORECASE)
_MONEY = re.compile(
    r"\b(?:rmb|yuan|cny|usd|us\$|dollars?|hk\$|hkd|eur|euros?|gbp|pounds?|spend|spent|spending|cost|costs|invest(?:ed|ment|ing)?|expenditure|capex|money|revenue|profit|income|budget)\b|[$£€¥元]|投入|费用|金额|利润|收入",
    re.IGNORECASE,
)
_SPENDING = re.compile(
    r"\b(?:spend|spent|spending|money|cost|costs|capex|expenditure|paid|budget)\b|\b(?:in|rmb) (?:rmb|usd|gbp|eur|hkd)\b|花费|费用",
    re.IGNORECASE,
)
_CURRENCY = re.compile(
    r"(?<!per thousand )(?<!per )(?:\bin\s+|[(,]\s*)?\b(?:rmb|yuan|cny|usd|us dollars|hkd|gbp|eur|euros)\b(?!\s?\d)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\bhow many\b|\bnumber of\b|\bcount\b|\bheadcount\b|多少(?:人|名|家|个|項|项)|人数|人數", re.IGNORECASE
)
_UNITS = re.compile(
    r"(?<!per )\b(?P<u>percentage points?|tco2e|tonnes?|tons?|units|kg|mwh|kwh|gwh|mw|gw|m3|m³|cubic met(?:re|er)s?|hours?|days?|square met(?:re|er)s?|shares|votes)\b|(?P<z>吨|噸|小时|小時)",
    re.IGNORECASE,
)
_MAKER = re.compile(r"\b(?:the|this)\s+(?:[\w-]+\s+){1,2}(?:maker|producer|manufacturer)\b(?:['’]s)?", re.IGNORECASE)
_ASIDE = re.compile(r"\((?:non|not|excluding|excl\.?|i\.e\.|e\.g\.)\b[^()]*\)", re.IGNORECASE)
_CHINESE_NAME = re.compile(r"^(?:请问|請問)?([\u4e00-\u9fff]{2,8}?)(?:公司|集团|集團)?(?=(?:19|20)\d{2}\s?年|的)")


@cache
def _fillers() -> frozenset[str]:
    """Stems of the words that say nothing of the metric; the list is data."""
    lines = (files("tickmark.index") / "data" / "fillers.txt").read_text("utf-8").splitlines()
    listed = " ".join(line for line in lines if not line.startswith("#")).split()
    return frozenset(stem(w) for w in STOP_WORDS.union(listed))


# concepts that qualify a metric; on their own they name none
WEAK_CONCEPTS = frozenset(
    {
        "CONSUMPTION",
        "DECREASE",
        "EMISSION",
        "EXCLUDING",
        "FORECAST",
        "GENERATED",
        "INCREASE",
        "MEASURES",
        "PERCENTAGE",
        "PER_CAPITA",
        "PRODUCTION",
        "PURPOSE",
        "SAVED",
        "SEGMENT",
        "SPEND",
        "STAKE",
        "TARGET",
        "VOTE",
    }
)


@dataclass(frozen=True, slots=True)
class IssuerName:
    """One way to name an issuer of the index: a full name, a short name, a code. ``key`` is the issuer's own."""

    key: str
    issuer: str
    pattern: re.Pattern[str]
    short: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked for: a term and its weight before frequency is known. ``text`` is how the question put it."""

    term: str
    weight: float = 1.0


@dataclass(slots=True)
class Question:
    """A question, understood. ``rest`` is the question without issuer and period words: what the metric is read from."""

    text: str
    language: Language
    issuers: tuple[str, ...] = ()
    issuer_keys: frozenset[str] = frozenset()
    periods: tuple[PeriodMention, ...] = ()
    intent: Intent = "figure"
    asked: tuple[Asked, ...] = ()
    rest: str = ""
    percent: bool = False
    strong_percent: bool = False
    money: bool = False
    spending: bool = False
    currency: bool = False
    count: bool = False
    latest: bool = True
    change: bool = False
    unit: str | None = None
    strangers: tuple[str, ...] = field(default_factory=tuple)
    names: tuple[str, ...] = ()
    calendar: Calendar = field(default_factory=Calendar)
    without_issuer: str = ""
    _spans: dict[tuple[Period | None, tuple[int, int]], tuple[Period, ...]] = field(default_factory=dict)

    @property
    def spans(self) -> tuple[Period, ...]:
        """The periods asked for."""
        return tuple(m.period for m in self.periods)

    def spans_for(self, filing: Period | None) -> tuple[Period, ...]:
        """The periods asked for as a filing would mean them.

        "FY2024" ends in June where the filing's fiscal year does, and "last year" is the year before the one it reports on.
        """
        end = fiscal_end_of(filing) or self.calendar.fiscal_end
        relative = any(m.relative for m in self.periods)
        if not self.periods or (not relative and end == self.calendar.fiscal_end):
            return self.spans
        key = (filing if relative else None, end)
        if key not in self._spans:
            calendar = Calendar(filing if relative else self.calendar.reporting, end, self.calendar.published)
            self._spans[key] = tuple(m.period for m in _periods(self.without_issuer, calendar)[0]) or self.spans
        return self._spans[key]


def fiscal_end_of(period: Period | None) -> tuple[int, int] | None:
    """(month, day) on which a filing's fiscal year ends, where its period is a whole year."""
    if period is None or period.start is None or period.end is None or period.kind != "duration":
        return None
    days = (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days
    return (int(period.end[5:7]), int(period.end[8:10])) if 350 <= days <= 380 else None


_GENERIC_NAME = frozenset(
    "co company corp corporation inc incorporated limited ltd llc lp nv plc sa ag se group holdings holding international global technology technologies tech science industries industry enterprises instruments rare earth rareearth the of and".split()
)


def _latin_aliases(name: str) -> list[str]:
    """The full name, then shorter and shorter ones, down to its distinctive words."""
    parts = re.findall(r"[\w&]+(?:['’-][\w&]+)*", name)
    aliases = [" ".join(parts)]
    while parts and parts[-1].lower().strip(".") in _GENERIC_NAME | {"co", "ltd"}:
        parts = parts[:-1]
        if parts:
            aliases.append(" ".join(parts))
    core = [p for p in parts if not set(re.split(r"[-]", p.lower())) <= _GENERIC_NAME]
    if core:
        aliases.append(" ".join(core))
        if len(core[0]) >= 5:
            aliases.append(core[0])  # "Northwind" for Northwind Magnetics Ltd.
    return [a for a in dict.fromkeys(aliases) if len(a) >= 2]


def _chinese_aliases(name: str) -> list[str]:
    """The full name and what is left without the province in front and the legal form behind."""
    short = re.sub(
        r"(?:科技|技术|技術|控股|集团|集團|实业|實業)?(?:股份)?有限(?:责任|責任)?公司$|集团$|集團$", "", name
    )
    bare = re.sub(
        r"^(?:中国|中國|江西|广东|廣東|北京|上海|浙江|江苏|江蘇|深圳|四川|山东|山東|福建|湖南|湖北|河南|河北|安徽|香港)",
        "",
        short,
    )
    return [a for a in dict.fromkeys((name, short, bare)) if len(a) >= 2]


def _pattern(alias: str) -> re.Pattern[str]:
    if re.search("[\u4e00-\u9fff]", alias):
        return re.compile(re.escape(alias))
    pieces = re.findall(r"[A-Za-z]+|\d+", alias)
    return re.compile(
        r"(?<![A-Za-z0-9])" + r"[\s.,&'’-]*".join(map(re.escape, pieces)) + r"(?:['’]s)?(?![A-Za-z0-9])", re.IGNORECASE
    )


def issuer_names(filings: Sequence[FilingSummary]) -> list[IssuerName]:
    """Every way to name an issuer of these filings, the longest first."""
    found: dict[tuple[str, str], IssuerName] = {}
    for filing in filings:
        key = issuer_key(filing.issuer)
        if not key:
            continue
        aliases: list[str] = []
        for name in filing.issuer_names or (filing.issuer,):
            aliases += _chinese_aliases(name) if re.search("[\u4e00-\u9fff]", name) else _latin_aliases(name)
        code = (filing.stock_code or "").split(".")[0]
        if code:
            aliases += [code, code.lstrip("0")] if code.isdigit() else [code]
        for alias in aliases:
            if len(alias) >= 2:
                found.setdefault((key, alias.lower()), IssuerName(key, filing.issuer, _pattern(alias), alias))
    return sorted(found.values(), key=lambda n: -len(n.short))


def _find_issuers(text: str, names: Sequence[IssuerName]) -> tuple[dict[str, str], str]:
    """Issuers named in the text (key to name), and the text without them. Misspelt names are found by likeness."""
    found: dict[str, str] = {}
    rest = text
    for name in names:
        if name.pattern.search(rest):
            found[name.key] = name.issuer
            rest = name.pattern.sub(" ", rest)
    if found:
        return found, rest
    tokens = [(m.start(), m.end(), m[0]) for m in re.finditer(r"[A-Za-z][\w&'-]+", rest)]
    for name in names:
        size = len(re.findall(r"[A-Za-z]+", name.short))
        if len(re.sub(r"\W", "", name.short)) < 5 or not size or not name.short.isascii() or name.short.isdigit():
            continue
        wanted = re.sub(r"[^a-z]", "", name.short.lower())
        for width in {size, max(1, size - 1)}:
            for i in range(len(tokens) - width + 1):
                start, end = tokens[i][0], tokens[i + width - 1][1]
                given = re.sub(r"[^a-z]", "", rest[start:end].lower())
                if abs(len(given) - len(wanted)) <= 2 and given[:1] == wanted[:1] and fuzz.ratio(given, wanted) >= 84:
                    return {name.key: name.issuer}, rest[:start] + " " + rest[end:]
    return found, rest


_AGAINST = re.compile(r"(?:\bvs\.?|versus|than|against|compared (?:with|to)|relative to)\s+(?:the\s+)?$", re.IGNORECASE)
_COUNT_WORDS = {"the": 1, "a": 1, "one": 1, "1": 1, "two": 2, "2": 2, "three": 3, "3": 3}
_YEARS_BEFORE = re.compile(
    r"\b(?P<n>the|a|one|two|three|[123])\s+years?\s+(?:before|prior to|ahead of)\s+(?:the\s+)?(?P<y>20\d\d)(?:\s+(?:annual\s+|ESG\s+)?report)?",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\bopening\s+(?:balance\s+)?(?:of\s+|for\s+|in\s+)?(?P<y1>20\d\d)|\b(?P<y2>20\d\d)\s+opening(?:\s+balance)?",
    re.IGNORECASE,
)


def _years_before(found: re.Match[str]) -> str:
    """ "Two years before the 2023 report" is 2021, set where the words stood."""
    return f"{int(found['y']) - _COUNT_WORDS[found['n'].lower()]}".rjust(len(found[0]))


_SINCE = re.compile(r"since\b", re.IGNORECASE)
_EARLIER_YEAR = re.compile(
    r"last|previous|prior|preceding|past|comparative|same|corresponding|beginning|start|end|去年|上年|期初|期末|年初|年末",
    re.IGNORECASE,
)


def _full_year(text: str) -> int:
    digits = text.strip("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _year_span(text: str, calendar: Calendar) -> tuple[list[PeriodMention], re.Match[str] | None]:
    """ "2021-2023", "21-23": every year of the span."""
    found = _SPAN.search(text)
    if not found:
        return [], None
    first, last = _full_year(found["a"]), _full_year(found["b"])
    if not 1 <= last - first <= 10 or first < 1990 or last > 2036:
        return [], None
    mentions = []
    for year in range(first, last + 1):
        for m in find_periods(str(year), calendar):
            mentions.append(PeriodMention(found.start(), found.end(), m.period))
    return mentions, found


def _periods(text: str, calendar: Calendar) -> tuple[list[PeriodMention], str]:
    """Periods asked for, and the text without their words."""
    spans, span = _year_span(text, calendar)
    rest = text
    if span is not None:
        rest = rest[: span.start()] + " " * (span.end() - span.start()) + rest[span.end() :]
    text_lower = _YEARS_BEFORE.sub(_years_before, rest)
    text_lower = _OPENING.sub(lambda m: f"start of {m['y1'] or m['y2']}".rjust(len(m[0])), text_lower)
    text_lower = re.sub(r"\bprior year \((20\d\d)\)", lambda m: m[1].rjust(len(m[0])), text_lower)
    text_lower = re.sub(r"\ba year earlier \(([^()]+)\)", lambda m: m[1].rjust(len(m[0])), text_lower)
    mentions = spans + find_periods(text_lower, calendar)
    for bare in re.finditer(rf"(?<![\w.,]){_YEAR}(?![\w,])", text_lower):
        # in a question a year is a year, whatever stands behind it ("2022 tonnes")
        if not any(m.start <= bare.start() < m.stop for m in mentions):
            mentions += [PeriodMention(*bare.span(), m.period) for m in find_periods(bare[0], calendar)]
    against = [m for m in mentions if _AGAINST.search(text_lower[: m.start])]
    if len(against) == len(mentions):
        mentions = []  # "shorter than in 2022": the year compared with is not the year asked for
    mentions = [m for m in mentions if not (m.relative and _AGAINST.search(text_lower[: m.start]))]
    absolute = [m for m in mentions if not m.relative or _SINCE.match(m.period.text)]
    # "this year" and "in the period" name no period of their own: the newest figure is meant
    chosen = absolute or [m for m in mentions if _EARLIER_YEAR.search(m.period.text)]
    for m in mentions:
        rest = rest[: m.start] + " " * (m.stop - m.start) + rest[m.stop :]
    return sorted(chosen, key=lambda m: (m.period.end or "", m.start)), rest


def _intent(text: str, periods: Sequence[PeriodMention], rest: str) -> Intent:
    calculation = _CALCULATION.search(text) is not None
    if _BREAKDOWN.search(text):
        return "breakdown"
    if _SERIES.search(text) or (len({m.period.end for m in periods}) >= 2 and not calculation):
        return "series"
    if _FACT.search(text):
        return "fact"
    if calculation:
        return "calculation"
    if _YES_NO.search(text) and not re.search(r"\bhow (?:much|many)\b", text, re.IGNORECASE):
        return "yes_no"
    return "figure"


def _weight(term: str, unit_stems: frozenset[str]) -> float:
    if term in {"INCREASE", "DECREASE", "chang"}:
        return 0.15
    if term == "FORECAST":
        return 0.25
    if term in WEAK_CONCEPTS:
        return 0.5
    if term in unit_stems:
        return 0.2  # a unit says how the answer is measured, not what it is
    return 0.15 if re.match("[\u3040-\u9fff]", term) else 1.0


_CHINESE_FILLER = re.compile("[的了是多少几幾在和与與及个個请請问問为為年月日吨噸公司本其谁誰这這次变化變化]")


def _chinese_stranger(text: str) -> tuple[str, ...]:
    """A name that opens a Chinese question and is neither an issuer here nor a word of the glossary."""
    found = _CHINESE_NAME.match(text.strip())
    if found is None or any(is_concept(t) for t in terms(found[1])) or _CHINESE_FILLER.search(found[1]):
        return ()
    return (found[1],)


def _asked(rest: str, change: bool) -> tuple[Asked, ...]:
    """The terms of the metric, fillers left out; concepts that only qualify, and units, weigh less."""
    found: dict[str, float] = {}
    unit_stems = frozenset(stem(w) for m in _UNITS.finditer(rest) for w in words(m[0]))
    for term in terms(rest):
        if term in _fillers() or (len(term) < 2 and not term.isdigit()):
            continue
        if re.match("[\u3040-\u9fff]", term) and _CHINESE_FILLER.search(term):
            continue
        weight = 0.1 if change and term == "PERCENTAGE" else _weight(term, unit_stems)
        found[term] = max(found.get(term, 0.0), weight)
    return tuple(Asked(term, weight) for term, weight in found.items())


def understand(text: str, names: Sequence[IssuerName], calendar: Calendar) -> Question:
    """Reads a question. ``calendar`` resolves "last year" and the like, relative to the newest filing."""
    issuers, without_issuer = _find_issuers(_ASIDE.sub(" ", _MAKER.sub(" ", text)), names)
    periods, rest = _periods(without_issuer, calendar)
    intent = _intent(without_issuer, periods, rest)
    unit = _UNITS.search(rest)
    change = _CHANGE.search(rest) is not None
    return Question(
        text=text,
        language=language_of(text),
        issuers=tuple(issuers.values()),
        issuer_keys=frozenset(issuers),
        periods=tuple(periods),
        intent=intent,
        asked=_asked(rest, change),
        rest=re.sub(r"\s+", " ", rest).strip(" ?!.,"),
        percent=_PERCENT.search(rest) is not None,
        strong_percent=_STRONG_PERCENT.search(rest) is not None,
        currency=_CURRENCY.search(rest) is not None and "INTENSITY" not in terms(rest),
        spending=_SPENDING.search(rest) is not None,
        money=_MONEY.search(rest) is not None,
        count=_COUNT.search(rest) is not None,
        latest=re.search(r"\b(?:before|prior|previous|beginning|start|opening)\b|期初|年初", text, re.IGNORECASE)
        is None,
        change=change,
        names=_names(rest),
        calendar=calendar,
        without_issuer=without_issuer,
        strangers=() if issuers else _chinese_stranger(without_issuer),
        unit=(unit["u"] or unit["z"]).lower() if unit else None,
    )


_CAPITAL = re.compile(r"(?<![A-Za-z0-9])[A-Z][\w&.-]*[A-Za-z](?![A-Za-z0-9₂])(?:['’]s)?")
_NAME_PLACE = re.compile(r"(?:^|\b(?:of|at|for|by|does|did|do|has|is|was|has|about)\s+)$", re.IGNORECASE)


def _names(rest: str) -> tuple[str, ...]:
    """Stems of what is written like a name and is no word of the glossary: capitals inside a sentence, a possessive."""
    words_in = re.findall(r"[A-Za-z][\w'’&-]*", rest)
    if not words_in or sum(w[:1].isupper() for w in words_in) > 0.6 * len(words_in) and len(words_in) > 3:
        return ()  # a question in title case says nothing by its capitals
    found: list[str] = []
    last_end = -1
    for match in _CAPITAL.finditer(rest):
        word = re.sub(r"['’]s$", "", match[0])
        start = rest[: match.start()].strip()
        joined = found and match.start() - last_end <= 1
        if word.isupper() and not (
            _NAME_PLACE.search(rest[: match.start()]) or match[0] != word or joined or not start
        ):
            continue
        known = terms(word)
        if word.isupper() and len(word) < 3 and not re.match(r"\s[A-Z][a-z]", rest[match.end() :]):
            continue
        if not known or _UNITS.search(word) or any(is_concept(t) or t in _fillers() for t in known):
            continue
        if not start and match[0] == word and not word.isupper() and len(words_in) > 5:
            continue  # the first word of a sentence has a capital anyway
        found += known
        last_end = match.end()
    return tuple(dict.fromkeys(found))


def reread(question: Question, rest: str) -> Question:
    """The question with its metric words put right."""
    question.rest = rest
    question.asked = _asked(rest, question.change)
    return question


def concepts(question: Question) -> tuple[str, ...]:
    """The concepts of the glossary that a question names."""
    return tuple(a.term for a in question.asked if is_concept(a.term))
