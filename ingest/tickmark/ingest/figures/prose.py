"""Figures in running text: which numbers of a sentence are figures, and what each one measures."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tickmark.ingest.figures.calendar import DATE, MONTH
from tickmark.ingest.figures.make import Around, make_figure
from tickmark.ingest.figures.numbers import Mention, scan
from tickmark.ingest.figures.periods import PeriodMention, own_periods
from tickmark.ingest.markup import SUPERSCRIPTS, Marked
from tickmark.ingest.model import Figure
from tickmark.ingest.source import Source

__all__ = ["counted_noun", "is_reference", "prose_figures", "sentences"]

ONE = Decimal(1)
_SENTENCE_END = re.compile(
    r"(?<!\bNo)(?<!\bNos)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bCo)(?<!\bInc)(?<!\bLtd)(?<!\bapprox)(?<!\be\.g)(?<!\bi\.e)"
    r"(?<![A-Z])[.!?;](?:[\"'”’)]*)\s+(?=[A-Z\"“(0-9])|[。！？；]"
)
# words after which a number names a thing instead of measuring one
_NAMING = re.compile(
    r"(?:\b(?:no|nos|number|rule|rules|chapter|part|section|article|appendix|note|notes|item|page|pages|table|figure|annex|schedule|clause"
    r"|paragraph|phase|level|tier|scope|type|class|category|version|iso|iec|gb|iatf|pas|tel|fax|code|id|standard|top|ifrs|ias|hkfrs|sfas|asc"
    r"|resolution|resolutions|address|room|floor|unit|block|building|week|grade|kpi|sdg|stage|form|regulation|cap|hotline|phone|we-chat)"
    r"\.?(?:\s+(?:to|and))?\s*[:#-]?\s*|[-–/][A-Z]?|[A-Za-z]\d*\.|\bnos?\.\s*\d+\s+(?:to|and)\s+|第)$",
    re.IGNORECASE,
)
_ORDINAL_AFTER = re.compile(
    r"^(?:st|nd|rd|th)\b|^-(?:step|year|degree|tier|level|month|day|hour)|^[A-Za-z]{0,3}\d|^/\d", re.IGNORECASE
)
_DATES = re.compile(
    rf"{DATE}|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\b|\d{{1,2}}\s?月(?:\d{{1,2}}\s?日)?",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+|\b(?:tel|fax|phone|post ?code|wechat|we-chat id|address)\b[^.;]*|\bISO(?:/IEC)?\s?[\d:.-]+|\b\d{4,6}\.(?:HK|SZ|SH|N)\b"
    r"|(?:stock|股份)\s*(?:code|代[号號码碼])\s*[:：]?\s*\d+",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]")
_LIST_MARK = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\([a-z]\)|[-●•])\s+")
_CLAUSE_EDGE = re.compile(
    r"[,;:，；：()（）]|\b(?:and|while|with|which|of which|in which|including|where|representing|accounting for|as well as|but)\b",
    re.IGNORECASE,
)
_LINKING = re.compile(
    r"\b(?:was|were|is|are|be|been|being|reached|reaching|amounted|amounting|totall?ed|totall?ing|recorded|achieved|stood|to|at|by|of|a|an|the|total"
    r"|approximately|about|increased|decreased|increase|decrease|expected|estimated|has|have|had|with)\s*$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(r"^\s?((?:[a-z][a-z-]+)(?:\s[a-z][a-z-]+){0,4})")
_STOP_NOUN = frozenset(
    "and or of in on to from by with for at as per year years than the a an was were is are that which who has have had during while when been being "
    "since into under over between within both each after before".split()
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Bounds of the sentences of ``text``."""
    bounds, at = [], 0
    for found in _SENTENCE_END.finditer(text):
        bounds.append((at, found.end()))
        at = found.end()
    if at < len(text):
        bounds.append((at, len(text)))
    return bounds


def counted_noun(after: str) -> str | None:
    """What a bare number counts: "116 business ethics training sessions" gives "sessions"' phrase, up to three words."""
    found = _NOUN_AFTER.match(after)
    if not found:
        return None
    words = []
    for word in found[1].split():
        if word in _STOP_NOUN:
            break
        words.append(word)
    return " ".join(words) or None


def is_reference(text: str, mention: Mention) -> bool:
    """Whether a number names something (a rule, a standard, a street number, a year, a day) instead of measuring it."""
    before, after = text[: mention.core[0]], text[mention.core[1] :]
    if not mention.bare:
        return (
            mention.unit != "%" and mention.scale == ONE and mention.currency is None and bool(_NAMING.search(before))
        )
    digits = text[slice(*mention.core)]
    if re.fullmatch(r"(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)\d{2})?", digits) or _ORDINAL_AFTER.match(after):
        return True
    if _NAMING.search(before) or re.search(r"[A-Za-z]$", before):
        return True
    if re.fullmatch(r"0\d+", digits) or len(re.sub(r"\D", "", digits)) > 9 and "," not in digits:
        return True
    return False


def _masked(text: str) -> str:
    """The text with dates, contact lines and list marks blanked out, so that their digits are not read."""
    for pattern in (_DATES, _CONTACT, _LIST_MARK):
        text = pattern.sub(lambda m: " " * len(m[0]), text)
    return text


def _plausible(text: str, mention: Mention) -> bool:
    """A bare number in a sentence is a figure when it is printed as one, or counts something."""
    if not mention.bare:
        return True
    digits = text[slice(*mention.core)]
    return "," in digits or counted_noun(text[mention.core[1] :]) is not None


def _subject(clause: str) -> str:
    """The clause before a number without its linking words at the end."""
    while True:
        shorter = _LINKING.sub("", clause).strip(" ,:;，、")
        if shorter == clause:
            return clause
        clause = shorter


def _label_path(sentence: str, mentions: list[Mention], index: int) -> tuple[str, ...]:
    """(main clause, own clause): what the number measures, read off the words before it."""
    mention = mentions[index]
    start = mentions[index - 1].stop if index else 0
    own = _ASIDE.sub(" ", sentence[start : mention.start])
    edges = [m.end() for m in _CLAUSE_EDGE.finditer(own)]
    tail = next((own[e:] for e in reversed(edges) if len(own[e:].split()) >= 2), own)
    own_label = _subject(tail.strip()) or _subject(own.strip())
    after = counted_noun(sentence[mention.stop :])
    if after and (mention.unit is None or not own_label or len(own_label.split()) < 2):
        own_label = f"{own_label} {after}".strip()
    main = _subject(_ASIDE.sub(" ", sentence[: mentions[0].start]).strip())
    if index and main and main != own_label:
        path: tuple[str, ...] = (main, own_label) if own_label else (main,)
    else:
        path = (own_label or main,) if own_label or main else ()
    return tuple(re.sub(r"\s+", " ", p) for p in path)


def _nearest(periods: list[PeriodMention], mention: Mention) -> PeriodMention | None:
    """The period a number belongs to: the last one before it, else the first after it."""
    before = [p for p in periods if p.stop <= mention.start]
    if before:
        return before[-1]
    after = [p for p in periods if p.start >= mention.stop]
    return after[0] if after else None


def prose_figures(source: Source, marked: Marked, around: Around) -> list[Figure]:
    """The figures of a paragraph. ``around`` gives section and origin; labels and periods are read here."""
    figures: list[Figure] = []
    text = _masked(marked.text)
    carried: PeriodMention | None = None
    for start, stop in sentences(marked.text):
        sentence = marked.text[start:stop]
        mentions = [m for m in scan(text[start:stop]) if not is_reference(sentence, m) and _plausible(sentence, m)]
        periods = own_periods(sentence, source.calendar)
        for index, mention in enumerate(mentions):
            found = _nearest(periods, mention) or carried
            unit = counted_noun(sentence[mention.stop :]) if mention.unit is None else None
            placed = replace(
                around,
                label_path=_label_path(sentence, mentions, index) or around.label_path,
                period=found.period if found else around.period,
                context=re.sub(rf"[{SUPERSCRIPTS}]+", "", sentence).strip(),
                qualifiers=_direction(sentence, mention),
            )
            if unit:
                mention = replace(mention, unit=_plain_unit(unit))  # noqa: PLW2901
            chars = marked.chars(start + mention.start, start + mention.stop)
            figures.append(make_figure(source, chars, sentence[mention.start : mention.stop], mention, placed))
        carried = next((p for p in reversed(periods) if _carries(p)), carried)
    return figures


def _carries(mention: PeriodMention) -> bool:
    """Whether a period goes on to hold for the next sentence: stretches of a quarter or more do, single days do not."""
    start, end = mention.period.start, mention.period.end
    return bool(start and end) and (date.fromisoformat(end or "") - date.fromisoformat(start or "")).days > 80


def _plain_unit(noun: str) -> str | None:
    """The head of a counted noun phrase ("business ethics training sessions": "sessions"), where it is a plural."""
    head = noun.split()[-1]
    return head if re.search(r"(?<!s)s$|people$|staff$", head) else None


def _direction(sentence: str, mention: Mention) -> tuple[str, ...]:
    """Whether a change is a rise or a fall, where the words say so; the number itself stays as printed."""
    before = sentence[max(0, mention.start - 45) : mention.start].lower()
    found = re.findall(r"increas|decreas|declin|\brose\b|\bfell\b|\bgrew\b|growth|drop|\bup\b|\bdown\b", before)
    if not found:
        return ()
    return ("decrease",) if re.match(r"decreas|declin|fell|drop|down", found[-1]) else ("increase",)
