"""Title, form, date and language of a filing, read from its own face (its names and codes: :mod:`.issuers`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tickmark.ingest.amending import amendment_of
from tickmark.ingest.cover import Cover, read_cover
from tickmark.ingest.figures.calendar import DATE, MONTH, month_of, parse_date
from tickmark.ingest.issuers import EXCHANGE, STOCK_CODE, is_company, issuer_names, listed_code, stock_code
from tickmark.ingest.model import Language
from tickmark.ingest.short_names import short_names

__all__ = ["EVENTS", "Face", "is_face_line", "language_of", "read_face"]

_HAN = re.compile(r"[\u4e00-\u9fff]")
_PUBLISHED = re.compile(
    rf"^\W*(?:(?:published|date[d]?|issued|announcement date|release date|发布日期|發布日期|刊發日期|日期|公告日期)"
    rf"(?:\s+(?:on|of publication))?\s*[:：]?\s*)?"
    rf"(?:[A-Z][\w' ]{{1,30}}(?:,\s*[A-Z][\w' ]{{1,20}})?,\s+|[\u4e00-\u9fff]{{2,8}}[,，]\s*)?(?P<d>{DATE})\W*$",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    rf"(?:\b(?:published|issued|released)\s+|(?:approved|authorised for issue|published|issued|released"
    rf"|publication)\b[^.]{{0,60}}?\bon\s+)"
    rf"(?P<d>{DATE})",
    re.IGNORECASE,
)
# a press release: "For immediate release: May 5, 2024", "LEEDS, May 5, 2024 -- Acme plc today"
_RELEASED = re.compile(
    rf"\bimmediate\s+release\W{{1,5}}(?P<a>{DATE})"
    rf"|^\W*[A-Z][\w .,'’-]{{2,60}}[,(]\s*(?P<b>{DATE})\W{{0,3}}(?:--|[–—]|-\s|/)",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"^\W*(?P<m>{MONTH})\s+(?P<y>20\d\d)\W*$", re.IGNORECASE)
_FORMS: tuple[tuple[str, str], ...] = (
    (r"\b10-K(?:/A)?\b|annual report (?:on form|pursuant)", "10-K"),
    (r"\b10-Q(?:/A)?\b|quarterly report (?:on form|pursuant)", "10-Q"),
    (r"\b8-K(?:/A)?\b", "8-K"),
    (r"\b20-F(?:/A)?\b", "20-F"),
    (r"\b6-K(?:/A)?\b", "6-K"),
    (
        r"poll results|\bpolls?\b|results of the (?:annual|extraordinary) general meeting|投票[结結]果"
        r"|表[决決][结結]果",
        "poll results",
    ),
    (r"\bpledged?\b|质押|質押", "share pledge"),
    (
        r"profit warning|positive profit alert|preliminary estimat|estimat\w* (?:of|for) the|estimated? results"
        r"|profit estimate"
        r"|[业業][绩績][预預][告计計]|盈利[预預]告|盈利警告|正面盈利",
        "profit estimate",
    ),
    (
        r"(?:sustainability|ESG|environmental,? social,? and governance).{0,20}data sheet"
        r"|data sheet.{0,20}sustainability",
        "sustainability data sheet",
    ),
    (r"\bESG\b.{0,20}\bsummary\b", "ESG summary"),
    (
        r"environmental,? social,? and governance|\bESG\b|sustainability (?:report|data)"
        r"|corporate social responsibility"
        r"|环境、社会|環境、社會|可持续发展报告|可持續發展報告",
        "ESG report",
    ),
    (
        r"(?:interim|half[- ]year\w*|six[- ]month).{0,40}results|results.{0,60}(?:six months|half[- ]year)"
        r"|中期[业業][绩績]|半年度[业業][绩績]",
        "interim results",
    ),
    (
        r"quarter\w*.{0,40}results|results.{0,60}(?:quarter|three months|nine months)|季度[业業][绩績]",
        "quarterly results",
    ),
    (
        r"preliminary final report|\bappendix 4E\b"
        r"|(?:annual|final|preliminary|full[- ]year).{0,30}results|results .{0,60}\byear\b|年度[业業][绩績]"
        r"|全年[业業][绩績]|末期[业業][绩績]"
        r"|[业業][绩績]快[报報]",
        "annual results",
    ),
    (r"results announcement|[业業][绩績]公告", "results announcement"),
    (r"annual report|年度报告|年度報告|年報", "annual report"),
    (r"interim report|half-year(?:ly)? report|中期报告|中期報告|半年度报告", "interim report"),
    (
        r"\bfinancial statements\b|\bstatutory accounts\b|\b(?:annual|abridged|filleted|group|company) accounts\b"
        r"|财务报表|財務報表",
        "annual accounts",
    ),
    (r"circular\b|通函", "circular"),
    (r"\bnotice of\b|通告", "notice"),
    (r"announcement|公告", "announcement"),
)
EVENTS = frozenset({"poll results", "share pledge", "circular", "notice", "announcement", "8-K", "6-K"})
_GENERIC = re.compile(
    r"(?:inside information |overseas regulatory |voluntary )*announcements?|公告|海外監管公告|海外监管公告",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Face:
    """What a filing says of itself. ``cover`` is its SEC cover page, empty where it has none."""

    title: str = ""
    issuer: str = ""
    names: tuple[str, ...] = ()
    stock_code: str | None = None
    form: str | None = None
    published: str | None = None
    tickers: tuple[str, ...] = ()
    amends: str | None = None
    cover: Cover = field(default_factory=Cover)


def is_face_line(line: str) -> bool:
    """Whether a line names the issuer, its code or a date, and nothing else."""
    bare = line.strip(" *#()（）")
    if len(bare) > 120:
        return False
    return STOCK_CODE.match(bare) is not None or _PUBLISHED.match(bare) is not None or is_company(bare)


def language_of(text: str) -> Language:
    """English, Traditional or Simplified Chinese, by the share of Han characters and their character sets."""
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


def _title_score(bare: str, level: int) -> float:
    letters = [c for c in bare if c.isalpha()]
    capital = letters and sum(c.isupper() for c in letters) > 0.7 * len(letters) and not _HAN.search(bare)
    score = 3.0 if any(re.search(p, bare, re.IGNORECASE) for p, _ in _FORMS) else 0.0
    score += 2 if level else 0
    score += 2 if capital else 0
    score += 1 if re.search(r"20\d\d|[〇零一二三四五六七八九]{4}年", bare) else 0
    score -= 2 if bare.endswith((".", "。", ";")) or len(bare.split()) > 40 else 0
    score -= 3 if _GENERIC.fullmatch(bare) else 0
    return score


def _title(lines: Sequence[tuple[str, int]], names: tuple[str, ...]) -> str:
    """The heading that names the document: a Markdown heading, or the best capital or titled line near the top."""
    best, best_score = "", 0.0
    for index, (line, level) in enumerate(lines[:60]):
        bare = line.strip(" *#")
        shortest = 4 if _HAN.search(bare) else 6
        if not shortest <= len(bare) <= 300 or EXCHANGE.search(bare) or STOCK_CODE.search(bare):
            continue
        if any(n and n.lower() in bare.lower() and len(bare) < len(n) + 12 for n in names):
            continue
        if re.match(r"^[(（].*[)）]$", bare) or _PUBLISHED.match(bare):
            continue
        score = _title_score(bare, level) - 0.05 * index
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


def _published(plain: Sequence[str], printed: Sequence[str]) -> str | None:
    """The day the filing bears: as a press release is dated, a date alone on a line, else the day it was approved."""
    for line in printed[:40]:
        released = _RELEASED.search(line[:300])
        day = parse_date(released["a"] or released["b"]) if released else None
        if day:
            return day.isoformat()
    for line in [*reversed(printed[-40:]), *printed[:120]]:
        found = _PUBLISHED.match(line.strip(" *#_|\r")) if len(line) < 120 else None
        day = parse_date(found["d"]) if found else None
        if day:
            return day.isoformat()
    for line in plain:
        found = _APPROVED.search(line)
        day = parse_date(found["d"]) if found else None
        if day:
            return day.isoformat()
    for line in plain[:200]:
        month = _MONTH_YEAR.match(line) if len(line) < 60 else None
        if month:
            return date(int(month["y"]), month_of(month["m"]), 1).isoformat()
    return None


def read_face(lines: Sequence[tuple[str, int]], text: str, printed: Sequence[str] | None = None) -> Face:
    """Reads the face of a filing.

    Args:
        lines: its ``(plain line, heading level)`` pairs, tables left out.
        text: its words.
        printed: its lines as printed, tables too, with tabs between their cells; the lines of ``text`` if not given.
    """
    plain = [line for line, _ in lines]
    printed = text.split("\n") if printed is None else printed
    cover = read_cover(printed)
    found = issuer_names(plain, language_of(text) != "en")
    names = tuple(dict.fromkeys((cover.registrant, *found[1:]))) if cover.registrant else found
    title = _cover_title(cover) or _title(lines, names)
    issuer = names[0] if names else ""
    code = cover.tickers[0] if cover.tickers else listed_code(text) if cover.form else stock_code(text)
    symbols = (code,) if code and re.fullmatch(r"[A-Z]{1,5}(?:\.[A-Z])?", code) else ()
    published = cover.published.isoformat() if cover.published else None
    published = published if cover.form else published or _published(plain, printed)
    return Face(
        title=title,
        issuer=issuer,
        names=tuple(dict.fromkeys((*names, *(short_names(issuer, text) if issuer else ())))),
        stock_code=code,
        form=cover.form or _form(title, "\n".join(plain[:60])[:20_000]),
        published=published,
        tickers=cover.tickers or symbols,
        amends=cover.amends or (None if cover.form else amendment_of(title, plain)),
        cover=cover,
    )


def _cover_title(cover: Cover) -> str:
    """What a form of the SEC is called by: "Form 10-K for the fiscal year ended 28 September 2024"."""
    if cover.form and cover.form.endswith("14A"):
        return f"Proxy statement ({cover.form})"
    if not cover.form or cover.end is None:
        return ""
    words = {"10-Q": "for the quarterly period ended", "8-K": "dated", "6-K": "dated"}
    day = f"{cover.end.day} {cover.end:%B %Y}"
    return f"Form {cover.form} {words.get(cover.form.partition('/')[0], 'for the fiscal year ended')} {day}"
