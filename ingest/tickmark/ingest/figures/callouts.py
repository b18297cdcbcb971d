"""Call-outs: a number on one line and its caption on another, in either order.

"13,226 tonnes" may stand over its caption or under it, and only the run as a whole tells which. Both readings are
scored over the run (a caption that breaks off at "RMB" wants an amount; "accounted for" wants a percentage; a count
wants a count) and the better one is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from tickmark.ingest.figures.make import Around, make_figure, split_marks
from tickmark.ingest.figures.numbers import Mention, scan
from tickmark.ingest.figures.periods import own_period
from tickmark.ingest.figures.prose import counted_noun
from tickmark.ingest.figures.units import UnitSpec, currency_of
from tickmark.ingest.markup import SUPERSCRIPTS, Marked
from tickmark.ingest.model import Figure, Period
from tickmark.ingest.source import Source

__all__ = ["Line", "callout_runs", "leading_number", "read_run"]

ONE = Decimal(1)
# a currency word without its amount: "invested RMB", "invested RMB in automation"
_CURRENCY_GAP = re.compile(r"(RMB|HK\$|US\$|CNY|USD|EUR|GBP|[$£€¥])\s*(?=$|[a-z])")
_HANGING = re.compile(
    r"(?:\b(?:of|reached|totall?ed|totall?ing|approximately|about|was|were|at|to|with|for|by|than|previous year|rate|score|averaged|in total)|RMB|[$£€])\s*[:：]?$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"account(?:s|ed|ing)?\s+(?:for|of)|percentage|proportion|\brate\b|ratio|share of|year-on-year|increase of|included",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\bnumber of\b|\bhow many\b|\bpieces\b|\brecipients\b|\bprojects?\b", re.IGNORECASE)
_DEPENDENT = re.compile(r"^(?:[a-z]|accounting|accounted|of which|year-on-year)")
_LEAD = re.compile(r"[,，:：]$")
_SENTENCE = re.compile(r"[.;。；]$")
_ENUMERATED = re.compile(r"^(?:\d{1,2}[.)、]|\d{1,2}\s*$|(?:19|20)\d{2}\s*年?$|0\d+$)")
_TOO_LONG = 220
_NUMBER_LINE = 110


@dataclass(frozen=True, slots=True)
class Line:
    """A short paragraph that may be part of a call-out."""

    text: Marked
    index: int
    mention: Mention | None = None
    item: bool = False

    @property
    def lead(self) -> bool:
        """ "During the year,": sets the scene for what follows."""
        return self.mention is None and _LEAD.search(self.text.text) is not None and len(self.text.text) < 50


def leading_number(text: str) -> Mention | None:
    """The number that a line opens with, when the line is a number with at most a few words after it."""
    if len(text) > _NUMBER_LINE or _SENTENCE.search(text) or re.match(r"^\d{1,2}[.)]\s", text):
        return None
    mentions = scan(text)
    first = mentions[0] if mentions else None
    if (
        first is None
        or text[: first.start].strip() not in {"", "+"}
        or re.match(r"^(?:19|20)\d{2}\b(?!\s*(?:tonnes|units))", text)
    ):
        return None
    if first.bare and (
        re.match(r"^0\d", text)
        or re.match(r"[a-z]|[-/.:]\s?\d|\s?(?:st|nd|rd|th)\b", text[first.stop :].strip(), re.IGNORECASE)
        and text[first.stop : first.stop + 1].strip()
    ):
        return None
    return (
        first
        if re.search(r"[a-z\d%％]$|[)↑↓)]$|[\u4e00-\u9fff]$", text, re.IGNORECASE) or first.stop == len(text)
        else None
    )


def callout_runs(lines: Sequence[Line | None]) -> list[list[Line]]:
    """Runs of neighbouring short lines that hold at least one number line; ``None`` breaks a run."""
    runs: list[list[Line]] = []
    current: list[Line] = []
    for line in [*lines, None]:
        if (
            line is not None
            and len(line.text.text) <= _TOO_LONG
            and not line.item
            and not _SENTENCE.search(line.text.text)
        ):
            current.append(line)
            continue
        runs += _trim(current)
        current = []
    return runs


def _trim(lines: list[Line]) -> list[list[Line]]:
    """Cuts a stretch of short lines down to the call-outs in it: captions farther than two lines from a number go."""
    numbered = [i for i, line in enumerate(lines) if line.mention is not None]
    if not numbered:
        return []
    groups: list[list[int]] = [[numbered[0]]]
    for a, b in zip(numbered, numbered[1:], strict=False):
        if b - a <= 4:
            groups[-1].append(b)
        else:
            groups.append([b])
    runs = []
    for at, group in enumerate(groups):
        first = max(group[0] - 3, groups[at - 1][-1] + 1 if at else 0)
        last = min(group[-1] + 2, groups[at + 1][0] - 1 if at + 1 < len(groups) else len(lines) - 1)
        runs.append(lines[first : last + 1])
    return runs


def _fit(caption: str, mention: Mention, order: Literal["above", "below"]) -> float:
    """How well a caption, above or below the number, goes with it."""
    fit = 0.0
    if _CURRENCY_GAP.search(caption):
        fit += 3 if mention.unit is None and mention.scale != ONE else (-3 if mention.unit is not None else 0)
    if _SHARE.search(caption):
        fit += 1 if mention.unit == "%" else -1.5
    if _COUNT.search(caption):
        fit += 1 if mention.unit != "%" and mention.currency is None else -1
    if order == "above" and _HANGING.search(caption):
        fit += 1
    if order == "below" and _DEPENDENT.match(caption):
        fit += 1
    if (
        order == "above"
        and _DEPENDENT.match(caption)
        and not _HANGING.search(caption)
        and not caption.startswith("the ")
    ):
        fit -= 0.5
    return fit


def _direction(run: list[Line]) -> Literal["above", "below"]:
    """Whether captions stand above or below their numbers in this run."""
    above = below = 0.0
    for i, line in enumerate(run):
        if line.mention is None:
            continue
        before = run[i - 1] if i else None
        after = run[i + 1] if i + 1 < len(run) else None
        above += _fit(before.text.text, line.mention, "above") if before is not None and before.mention is None else -1
        below += _fit(after.text.text, line.mention, "below") if after is not None and after.mention is None else -1
    numbers = sum(line.mention is not None for line in run)
    if run[-1].mention is not None and numbers > 1:
        above += 1
    if run[0].mention is not None and numbers > 1:
        below += 1
    return "below" if below > above else "above"


@dataclass(slots=True)
class _Item:
    number: Line
    captions: list[Line]
    lead: list[Line]
    tail: list[Line]


def _items(run: list[Line], order: Literal["above", "below"]) -> list[_Item]:
    items: list[_Item] = []
    waiting: list[Line] = []
    for line in run:
        if line.mention is not None:
            leads = [w for w in waiting if w.lead]
            if order == "above" or not items:
                items.append(_Item(line, [w for w in waiting if not w.lead][-2:], leads, []))
            else:
                items.append(_Item(line, [], leads, []))
            waiting = []
        elif order == "below" and items and not line.lead and not items[-1].tail:
            items[-1].tail.append(line)
        elif (
            order == "above"
            and items
            and not waiting
            and not items[-1].tail
            and re.match(r"^(?:and |[(]|equipment$|department$)", line.text.text)
        ):
            items[-1].tail.append(line)
        else:
            waiting.append(line)
    return items


def _caption(item: _Item, order: Literal["above", "below"]) -> list[Line]:
    """The caption lines of an item: the nearest, and one more only where it breaks off into it."""
    if order == "below" and item.tail:
        return item.tail
    lines = item.captions
    if len(lines) == 2 and not (
        _DEPENDENT.match(lines[1].text.text) or re.search(r"\b(?:the|of|and|in|building)$", lines[0].text.text)
    ):
        return lines[1:]
    return lines


def read_run(source: Source, run: list[Line], around: Around) -> tuple[list[Figure], set[int]]:
    """The figures of a run, and the indices of the lines it used (headings that came along are left out)."""
    order = _direction(run)
    figures: list[Figure] = []
    used: set[int] = set()
    previous: tuple[str, ...] = ()
    lead_period: Period | None = None
    for item in _items(run, order):
        captions = _caption(item, order)
        lead = item.lead if order == "above" else []
        extra = [c for c in item.captions if c not in captions and _HANGING.search(c.text.text)] if order == "below" else []
        used |= {line.index for line in (*captions, *lead, *item.tail, *extra, item.number)}
        figure, previous, lead_period = _figure(source, item, captions, lead, extra, previous, lead_period, around)
        figures.append(figure)
    return figures, used


def _figure(
    source: Source,
    item: _Item,
    captions: list[Line],
    lead: list[Line],
    extra: list[Line],
    previous: tuple[str, ...],
    lead_period: Period | None,
    around: Around,
) -> tuple[Figure, tuple[str, ...], Period | None]:
    mention, text = item.number.mention, item.number.text.text
    assert mention is not None  # an item is made from a number line
    after = re.sub(rf"^[{SUPERSCRIPTS}\s↑↓]+", "", text[mention.stop :]).strip()
    caption = " ".join(c.text.text for c in captions)
    label, marks = split_marks(" ".join(p for p in (caption, after) if p), source.marks)
    money = _CURRENCY_GAP.search(caption)
    if mention.unit is None:
        unit = _unit(money[1] if money and mention.scale != ONE or money and mention.bare else None, after)
        if unit is None and item.tail:
            unit = UnitSpec(_counted(item.tail[0].text.text))
        if (unit is None or unit.unit is None) and (named := _captioned(caption)):
            unit = UnitSpec(named)
        mention = replace(mention, unit=unit.unit if unit else None, currency=unit.currency if unit else None)
    own = _CURRENCY_GAP.sub("", label).strip(" ,:：")
    if extra:
        previous = (" ".join(x.text.text for x in extra),)
    depends = bool(previous) and _DEPENDENT.match(own) is not None and not own.startswith("the ")
    path = (*previous[-1:], own) if depends or extra else (own,)
    head = " ".join(x.text.text for x in (*lead, *extra))
    order_text = " ".join(x for x in (head, caption, text, *(t.text.text for t in item.tail if t not in captions)) if x)
    period = own_period(" ".join((*(x.text.text for x in lead), caption, after)), source.calendar)
    if lead:
        lead_period = period or own_period(head, source.calendar)
    figure = make_figure(
        source,
        item.number.text.chars(mention.start, mention.stop),
        text[mention.start : mention.stop],
        mention,
        replace(
            around,
            label_path=tuple(p for p in path if p),
            period=period or lead_period,
            context=order_text,
            footnotes=marks,
            qualifiers=(
                ("approximate",) if re.search(r"\b(?:about|approximately|approximate|around)\b", caption) else ()
            ),
        ),
    )
    independent = path if not _DEPENDENT.match(own) or own.startswith("the ") else previous or path
    return figure, independent, lead_period


def _unit(currency: str | None, after: str) -> UnitSpec | None:
    if currency:
        known = currency_of(currency)
        return UnitSpec(*known) if known else None
    noun = _counted(after)
    return UnitSpec(noun) if noun else None


def _counted(after: str) -> str | None:
    """What a call-out counts: "208 suppliers", "54 million VFAC compressors"; None where the words only go on."""
    named = re.match(r"^((?:[A-Za-z]+\s){0,2}[A-Za-z]*s)\b(?=\s*$|\s(?:in|of|to|for)\b)", after)
    if named:
        return named[1].split()[-1]
    found = counted_noun(after)
    if found:
        return found.split()[-1]
    named = re.match(r"^((?:[A-Za-z]+\s){0,2}[A-Za-z]*s)\b", after)
    return named[1].split()[-1] if named else None


def _captioned(caption: str) -> str | None:
    """What the caption counts, when it ends on a plural: "the number of suppliers", "vested restricted shares"."""
    named = re.search(r"\b([a-z]{3,}(?<!s)s)$", caption)
    return named[1] if named else None
