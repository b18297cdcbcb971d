"""Title, issuer, stock code, form, date and language of a filing, read from its own face."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tickmark.ingest.figures.calendar import DATE, MONTH, Calendar, parse_date
from tickmark.ingest.figures.periods import find_periods
from tickmark.ingest.model import Language, Period

__all__ = ["Face", "calendar_of", "language_of", "read_face"]

_HAN = re.compile(r"[\u4e00-\u9fff]")
_COMPANY = re.compile(
    r"(?P<name>(?:[A-Z][\w&.'’()-]*[\s,-]+(?:of |and |& |the |de )?){1,8}?"
    r"(?:CO\.?,?\s*L(?:TD|IMITED)\b\.?|LTD\b\.?|L(?:IMITED|imited)\b|INC\b\.?|Inc\b\.?|CORP(?:ORATION)?\b\.?|Corp(?:oration)?\b\.?|PLC\b|plc\b|P\.L\.C\.|N\.V\.|S\.A\.|SE\b|AG\b|LLC\b|L\.P\."
    r"|Co\.?,?\s*Ltd\b\.?|Ltd\b\.?|Company\b|Holdings\b|Group\b))"
)
_HAN_COMPANY = re.compile(r"[\u4e00-\u9fff（）()]{2,30}?(?:股份有限公司|有限责任公司|有限責任公司|有限公司|集团|集團)")
_STOCK_CODE = re.compile(
    r"(?:\b(?:stock|securities|share|H share|company)\s*(?:code|ticker)|股份代[号號]|证券代码|證券代碼|股票代码|股票代碼|\bticker(?:\s+symbol)?)\s*[:：]?\s*\(?\s*(?:(?:HKEX|SEHK|NYSE|NASDAQ|LSE|SZSE|SSE|AIM)\s*[:：]\s*)?"
    r"(?P<code>\d{4,6}(?:\.[A-Z]{1,2})?|(?-i:[A-Z]{1,5})\b)",
    re.IGNORECASE,
)
_EXCHANGE = re.compile(
    r"exchange|clearing|regulat|commission|securities and futures|take no responsibility|united nations", re.IGNORECASE
)
_PUBLISHED = re.compile(
    rf"^\W*(?:(?:published|date[d]?|issued|announcement date|release date|发布日期|發布日期|刊發日期|日期|公告日期)(?:\s+(?:on|of publication))?\s*[:：]?\s*)?(?:[A-Z][\w' ]{{1,30}}(?:,\s*[A-Z][\w' ]{{1,20}})?,\s+|[\u4e00-\u9fff]{{2,8}}[,，]\s*)?(?P<d>{DATE})\W*$",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    rf"(?:approved|authorised for issue|published|issued|released|publication)\b[^.]{{0,60}}?\bon\s+(?P<d>{DATE})",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"^\W*(?P<m>{MONTH})\s+(?P<y>20\d\d)\W*$", re.IGNORECASE)
_FORMS: tuple[tuple[str, str], ...] = (
    (r"\b10-K(?:/A)?\b|annual report (?:on form|pursuant)", "10-K"),
    (r"\b10-Q(?:/A)?\b", "10-Q"),
    (r"\b8-K(?:/A)?\b", "8-K"),
    (r"\b20-F(?:/A)?\b", "20-F"),
    (r"poll results|results of the (?:annual|extraordinary) general meeting|投票[结結]果", "poll results"),
    (r"\bpledge\b|质押|質押", "announcement"),
    (
        r"profit warning|positive profit alert|preliminary estimat|estimated? results|profit estimate|业绩预告|業績預告|盈利预告|盈利預告|estimation for the (?:interim|annual)",
        "profit estimate",
    ),
    (
        r"preliminary (?:annual |interim )?results|results announcement|(?:annual|interim|final|quarterly) results|业绩(?:公告|快报)|業績公告|业绩快報",
        "results announcement",
    ),
    (
        r"environmental,? social,? and governance|\bESG\b|sustainability (?:report|data)|corporate social responsibility|环境、社会|環境、社會|可持续发展报告",
        "ESG report",
    ),
    (r"annual report|年度报告|年報", "annual report"),
    (r"interim report|half-year(?:ly)? report|中期报告|中期報告", "interim report"),
    (r"circular\b|通函", "circular"),
    (r"\bnotice of\b|通告", "notice"),
    (r"announcement|公告", "announcement"),
)
_DEFINED = re.compile(
    r"[(（]\s*(?:the|hereinafter)?\s*[^()]{0,25}[\"“]\s*(?:the\s+)?(?:current\s+)?(?:reporting )?(?:period|year)\s*[\"”]",
    re.IGNORECASE,
)
_COVERS = re.compile(r"(?:covers?|covering|for|period|during)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Face:
    """What a filing says of itself."""

    title: str = ""
    issuer: str = ""
    names: tuple[str, ...] = ()
    stock_code: str | None = None
    form: str | None = None
    published: str | None = None


def language_of(text: str) -> Language:
    """English, Traditional or Simplified Chinese, by the share of Han characters and the character sets they belong to."""
    sample = text[:40_000]
    han = _HAN.findall(sample)
    if len(han) < 0.25 * max(1, len(re.findall(r"[^\W\d_]", sample))):
        return "en"
    simplified = sum(_fits(c, "gb2312") and not _fits(c, "big5") for c in han)
    traditional = sum(_fits(c, "big5") and not _fits(c, "gb2312") for c in han)
    return "zh-Hans" if simplified >= traditional else "zh-Hant"


def _fits(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _issuers(lines: Sequence[str], text: str) -> tuple[str, ...]:
    """Names of the issuer, the one to show first: company names that stand alone near the top, then the frequent ones."""
    votes: Counter[str] = Counter()
    for index, line in enumerate(lines[:160]):
        if _EXCHANGE.search(line):
            continue
        for found in _COMPANY.finditer(line):
            name = re.sub(r"^(?:[Tt]he|By [Oo]rder of the Board(?: of)?|of)\s+", "", found["name"].strip(" ,("))
            if len(name.split()) < 2:
                continue
            alone = len(name) >= 0.7 * len(line.strip(" *#.")) and len(name.split()) <= 8
            votes[name] += (8 if index < 40 else 4) if alone else 1
    latin = [name for name, _ in votes.most_common(3)]
    best = latin[0] if latin and votes[latin[0]] >= 2 else (latin[0] if latin else "")
    han: Counter[str] = Counter()
    for index, line in enumerate(lines[:160]):
        for match in _HAN_COMPANY.finditer(line):
            if "交易" not in match[0] and "结算" not in match[0] and "結算" not in match[0]:
                han[match[0].strip("（()）")] += 6 if index < 40 and len(match[0]) >= 0.6 * len(line.strip()) else 1
    names = [best] if best else []
    names += [name for name, count in han.most_common(1) if count >= 1]
    if not latin and names and language_of(text) != "en":
        return tuple(names)
    return tuple(dict.fromkeys(names))


def _title(lines: Sequence[tuple[str, int]], names: tuple[str, ...]) -> str:
    """The heading that names the document: a Markdown heading, or the best capital or titled line near the top."""
    best, best_score = "", 0.0
    for index, (line, level) in enumerate(lines[:60]):
        bare = line.strip(" *#")
        if (
            not 6 <= len(bare) <= 300
            or _EXCHANGE.search(bare)
            or any(n and n.lower() in bare.lower() and len(bare) < len(n) + 12 for n in names)
        ):
            continue
        if _STOCK_CODE.search(bare) or re.match(r"^[(（].*[)）]$", bare):
            continue
        letters = [c for c in bare if c.isalpha()]
        score = 0.0
        score += 3 if any(re.search(p, bare, re.IGNORECASE) for p, _ in _FORMS) else 0
        score += 2 if level else 0
        score += (
            2 if letters and sum(c.isupper() for c in letters) > 0.7 * len(letters) and not _HAN.search(bare) else 0
        )
        score += 1 if re.search(r"20\d\d", bare) else 0
        score -= 2 if bare.endswith((".", "。", ";")) or len(bare.split()) > 40 else 0
        score -= 0.05 * index
        if score > best_score + 1e-9:
            above = lines[index - 1][0].strip(" *#") if index else ""
            best, best_score = (f"{above} {bare}" if re.fullmatch(r"(?:19|20)\d{2}", above) else bare), score
    return re.sub(r"\s+", " ", best)


def _form(title: str, head: str) -> str | None:
    for text in (title, head):
        for pattern, name in _FORMS:
            if text and re.search(pattern, text, re.IGNORECASE):
                return name
    return None


def _published(lines: Sequence[str]) -> str | None:
    """The day the filing bears: a date alone on a line (from the end, then the top), else the day it was approved."""
    for line in [*reversed(lines[-40:]), *lines[:60]]:
        found = _PUBLISHED.match(line.strip(" *#_|"))
        day = parse_date(found["d"]) if found else None
        if day:
            return day.isoformat()
    for line in lines:
        found = _APPROVED.search(line)
        day = parse_date(found["d"]) if found else None
        if day:
            return day.isoformat()
    for line in lines[:200]:
        month = _MONTH_YEAR.match(line)
        if month:
            from tickmark.ingest.figures.calendar import month_of  # noqa: PLC0415 - only here

            return date(int(month["y"]), month_of(month["m"]), 1).isoformat()
    return None


def read_face(lines: Sequence[tuple[str, int]], text: str) -> Face:
    """Reads the face of a filing from its ``(plain line, heading level)`` pairs."""
    plain = [line for line, _ in lines]
    head = "\n".join(plain[:60])
    names = _issuers(plain, text)
    title = _title(lines, names)
    code = _STOCK_CODE.search(head) or _STOCK_CODE.search(text[:20_000])
    return Face(
        title, names[0] if names else "", names, code["code"] if code else None, _form(title, head), _published(plain)
    )


def calendar_of(text: str, face: Face) -> Calendar:
    """The filing's calendar: its fiscal year end, and the period it reports on."""
    ends: Counter[tuple[int, int]] = Counter()
    for found in re.finditer(
        rf"(?:financial |fiscal )?years?\s+end(?:ed|ing)\s+(?:on\s+)?(?P<d>{DATE})", text, re.IGNORECASE
    ):
        day = parse_date(found["d"])
        if day:
            ends[(day.month, day.day)] += 1
    fiscal = ends.most_common(1)[0][0] if ends else (12, 31)
    calendar = Calendar(None, fiscal, face.published)
    return Calendar(_reporting(text, face, calendar), fiscal, face.published)


def _reporting(text: str, face: Face, calendar: Calendar) -> Period | None:
    """The reporting period: where the text defines it, else the title's, else the period the text speaks of most."""
    for found in _DEFINED.finditer(text):
        before = [
            m.period
            for m in find_periods(text[max(0, found.start() - 120) : found.start()], calendar)
            if m.period.kind == "duration"
        ]
        if before:
            return before[-1]
    covers = re.search(r"(?:report|document|data sheet) covers\b.{0,120}", text, re.IGNORECASE | re.DOTALL)
    for candidate in ((covers[0] if covers else ""), face.title):
        periods = [m.period for m in find_periods(candidate, calendar) if m.period.kind == "duration"]
        if periods:
            return periods[0]
    counted: Counter[tuple[str | None, str | None]] = Counter()
    kept: dict[tuple[str | None, str | None], Period] = {}
    for mention in find_periods(text[:60_000], calendar):
        period = mention.period
        if (
            period.kind == "duration"
            and not mention.relative
            and (face.published is None or (period.end or "") <= face.published)
        ):
            counted[(period.start, period.end)] += 1
            kept[(period.start, period.end)] = period
    return kept[counted.most_common(1)[0][0]] if counted else None
