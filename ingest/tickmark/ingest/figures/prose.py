"""Figures in running text: what each number of a sentence measures, in which unit, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tickmark.ingest.figures.amount_lists import in_lists
from tickmark.ingest.figures.clause_words import EDGE, PART_OF
from tickmark.ingest.figures.counts import holds_number, worded
from tickmark.ingest.figures.make import Around, make_figure
from tickmark.ingest.figures.numbers import Mention, scan
from tickmark.ingest.figures.periods import PeriodMention, own_periods
from tickmark.ingest.figures.pointing import antecedent
from tickmark.ingest.figures.references import (
    COMPARED,
    counted_noun,
    is_measure,
    is_reference,
    masked,
    plain_unit,
    quoted,
)
from tickmark.ingest.figures.respective import completed, respective, tell_each
from tickmark.ingest.markup import SUPERSCRIPTS, Marked
from tickmark.ingest.model import Figure
from tickmark.ingest.source import Source

__all__ = ["prose_figures", "sentences"]

_LONGEST = 2_000
# what ends no sentence is looked for behind the mark: a pattern that begins with the mark is found fast
_SENTENCE_END = re.compile(
    r"[.!?;。！？；](?:(?<=[。！？；])"
    r"|(?<!\bNo.)(?<!\bNos.)(?<!\bMr.)(?<!\bMs.)(?<!\bMrs.)(?<!\bDr.)(?<!\bCo.)(?<!\bInc.)(?<!\bLtd.)(?<!\bapprox.)"
    r"(?<!\be\.g.)(?<!\bi\.e.)(?<![\s.][A-Z].)(?:[\"'”’)]*)\s+(?=[A-Z\"“(0-9]))"
)
_OF_THEM = re.compile(r"\s+of (?:them|these)\b")
_OF_WHICH = re.compile(r"\bof which,?\s*$")
_OF_OURS = re.compile(r"\s+of (?:our|its|their)(?: own)?(?=\s)")
_MARKS = re.compile(rf"[{SUPERSCRIPTS}]+")
_DIRECTLY = re.compile(
    r"(?:\s*\([^()]{0,60}\))?\s+(?:(?:in|for|at|as\s+(?:of|at)|during)\s+)?(?:the\s+)?", re.IGNORECASE
)
_STOP = re.compile(r"[,;，；]\s")
_RISE = re.compile(r"increas|decreas|declin|\brose\b|\bfell\b|\bgrew\b|growth|drop|\bup\b|\bdown\b|增|减|減|降|升")


def sentences(text: str) -> list[tuple[int, int]]:
    """Bounds of the sentences of ``text``."""
    bounds, at = [], 0
    for found in _SENTENCE_END.finditer(text):
        bounds.append((at, found.end()))
        at = found.end()
    if at < len(text):
        bounds.append((at, len(text)))
    return [part for start, stop in bounds for part in _short(text, start, stop)]


def _short(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """A sentence; one of more than any filing's length (a list without stops) in pieces, so that time stays linear."""
    while stop - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = start + _LONGEST if cut < 0 else cut
        yield start, cut
        start = cut
    yield start, stop


def _edges(sentence: str, periods: list[PeriodMention]) -> list[re.Match[str]]:
    """Where clauses end; commas inside dates end nothing."""
    if not periods:
        return []
    return [m for m in EDGE.finditer(sentence) if not any(p.start < m.start() < p.stop for p in periods)]


def _clause(sentence: str, mention: Mention, edges: list[re.Match[str]]) -> tuple[int, int]:
    """Bounds of the clause that a number stands in."""
    start = max((m.end() for m in edges if m.end() <= mention.start), default=0)
    stop = min((m.start() for m in edges if m.start() >= mention.stop), default=len(sentence))
    return start, stop


def _period_of(
    sentence: str, mention: Mention, periods: list[PeriodMention], edges: list[re.Match[str]]
) -> PeriodMention | None:
    """The period of a number: one right behind it ("4 in 2021"), its clause's, else the last before, else one after."""
    if not periods:
        return None
    direct = next((p for p in periods if p.start >= mention.stop), None)
    if direct is not None and _DIRECTLY.fullmatch(sentence, mention.stop, direct.start):
        return direct
    start, stop = _clause(sentence, mention, edges)
    own = [p for p in periods if start <= p.start and p.stop <= stop]
    before = [p for p in own if p.stop <= mention.start]
    if own:
        return before[-1] if before else own[0]
    before = [p for p in periods if p.stop <= mention.start]
    if before:
        return before[-1]
    later = next((p for p in periods if p.start >= mention.stop), None)
    if later is None:
        return None
    between = sentence[mention.stop : later.start]
    if not re.match(r"\s*(?:[,.;，。；]|$)", sentence[later.stop :]):
        return None  # it opens a clause of its own: "..., last year there was none"
    return (
        later
        if re.fullmatch(
            r"[^.;]{0,80}[,，]\s*(?:in|at|for|during|as (?:at|of)|on|by|截至|于|於)?\s*(?:the\s+)?", between
        )
        else None
    )


def _with_unit(sentence: str, mentions: list[Mention], index: int) -> Mention:
    """A bare number with the unit of what it counts, or of the figure that it is compared with or is a part of."""
    mention = mentions[index]
    if mention.unit is not None:
        return mention
    before = sentence[max(0, mention.start - 40) : mention.start]
    after = sentence[mention.stop : mention.stop + 80]
    previous = mentions[index - 1] if index else None
    part = _OF_THEM.match(after) or _OF_WHICH.search(before)
    ours = _OF_OURS.match(after)
    noun = counted_noun(after[ours.end() :] if ours else after, mention.number == 1)
    if noun and not part and plain_unit(noun) != "ones":
        return replace(mention, unit=plain_unit(noun))
    if previous is not None and (part or noun or COMPARED.search(before)):
        return replace(
            mention,
            unit=previous.unit,
            currency=previous.currency,
            scale=previous.scale if COMPARED.search(before) else mention.scale,
        )
    following = mentions[index + 1] if index + 1 < len(mentions) else None
    if (
        following is not None
        and re.search(r"\bfrom\s*$", before)
        and re.fullmatch(r"\s*to\s*", sentence[mention.stop : following.start])
    ):
        return replace(mention, unit=following.unit, currency=following.currency, scale=following.scale)
    return mention


def _place(mention: Mention) -> int:
    return mention.start


def _mentions(sentence: str, hidden: str) -> list[Mention]:
    names = quoted(sentence)
    found = [
        m
        for m in scan(hidden)
        if not is_reference(sentence, m) and not (m.bare and any(a < m.start < b for a, b in names))
    ]
    kept = [m for m in found if is_measure(sentence, m, len(found) > 1)]
    kept = sorted((*kept, *(m for m in worded(hidden) if not any(a < m.start < b for a, b in names))), key=_place)
    kept = completed(sentence, kept, [m for m in found if m.bare and m not in kept])
    mentions: list[Mention] = []
    for index in range(len(kept)):
        mentions.append(_with_unit(sentence, [*mentions, *kept[index:]], index))
    return in_lists(sentence, mentions)


def prose_figures(source: Source, marked: Marked, around: Around, broken_off: str = "") -> list[Figure]:
    """The figures of a paragraph. ``around`` gives section and origin; labels and periods are read here.

    A sentence that names no period goes on with that of the sentence before it, or means the reporting period; with a
    day or a month only where it speaks of what was told there ("this activity").
    ``broken_off``: the words of the first sentence that stand at the end of the paragraph before.
    """
    figures: list[Figure] = []
    if not holds_number(marked.text):
        return figures
    hidden = masked(marked.text)
    note = re.match(r"\d{1,2}(?=\s+[A-Z])", marked.text)
    if note and note[0] in source.marks:
        hidden = " " * note.end() + hidden[note.end() :]
    carried: PeriodMention | None = None
    just_said: PeriodMention | None = None
    opened = ""
    reporting = source.calendar.reporting
    known = source.calendar.published or (reporting.end if reporting else None)
    for start, stop in sentences(marked.text):
        sentence = marked.text[start:stop]
        if not holds_number(sentence):
            continue
        mentions, shift = _mentions(sentence, hidden[start:stop]), 0
        if broken_off and not start:
            shift = len(broken_off) + 1
            sentence, mentions = f"{broken_off} {sentence}", [_shifted(m, shift) for m in mentions]
        context = _MARKS.sub("", sentence).strip()
        periods = own_periods(sentence, source.calendar)
        edges = _edges(sentence, periods) if mentions else []
        listed = respective(sentence, mentions, periods, source.calendar)
        tolds = tell_each(listed, mentions)
        taken: list[PeriodMention] = []
        referred = just_said if _REFERS.search(sentence) and not periods else None
        meant = opened if opened and PART_OF.match(sentence.lstrip()) else antecedent(sentence, marked.text[:start])
        outer = (*around.label_path, meant) if meant else around.label_path
        for index, mention in enumerate(mentions):
            found = _period_of(sentence, mention, periods, edges) or referred or carried
            taken += [found] if found else []
            placed = replace(
                around,
                label_path=(*outer, *tolds[index].path),
                period=listed.periods.get(index) or (found.period if found else around.period or reporting),
                context=context,
                qualifiers=_direction(sentence, mention),
            )
            chars = marked.chars(start + mention.start - shift, start + mention.stop - shift)
            figures.append(make_figure(source, chars, sentence[mention.start : mention.stop], mention, placed))
        opened = next(iter(tolds[-1].path), opened) if tolds else opened
        lasting = (p for p in reversed(periods) if _carries(p, known) and not _only_mentioned(sentence, p, taken))
        last = next(lasting, carried)
        carried = None if listed.periods else last  # what goes on after several periods goes on with none of them
        just_said = periods[0] if len(periods) == 1 and _is_past(periods[0], known) else referred
    return figures


def _shifted(mention: Mention, by: int) -> Mention:
    """A number of the second part of a sentence, by its place in the whole."""
    first, last = mention.core
    return replace(mention, start=mention.start + by, stop=mention.stop + by, core=(first + by, last + by))


# what the sentence before told of, and so its day too
_REFERS = re.compile(
    r"\b(?:this|these|the said|the above)\s+(?:\w+\s+)?(?:activit(?:y|ies)|events?|campaigns?|competitions?|trainings?"
    r"|drills?|exercises?|meetings?|sessions?|courses?|visits?|donations?|transactions?|issue|issuance|offering"
    r"|placing)\b",
    re.IGNORECASE,
)


def _is_past(mention: PeriodMention, known: str | None) -> bool:
    """Whether a stretch of time with two ends lies behind the filing."""
    start, end = mention.period.start, mention.period.end
    return bool(start and end and end <= (known or end)) and not mention.period.text.lower().startswith("since")


def _carries(mention: PeriodMention, known: str | None) -> bool:
    """Whether a period holds for the next sentence too: a quarter or more does; "since 2008" and plans do not."""
    start, end = mention.period.start, mention.period.end
    if not start or not end or mention.period.text.lower().startswith("since") or end > (known or end):
        return False
    return (date.fromisoformat(end) - date.fromisoformat(start)).days > 80


# "late in 2021", "before 2020"; "the orders that were won in 2021", "the work we won in 2021"
_MENTIONED = re.compile(
    r"\b(?:(?:late|early|mid)(?:\s+in)?|prior\s+to|before|after|until)\s+$"
    r"|[a-z]\s+(?:that|which|who|whom)\s[^,;]*$"
    r"|\b(?!(?:and|but|or|so|while|when|if|where|as|because|since|that|although|though)\b)[a-z]+\s+(?:we|they|it|he"
    r"|she)\s[^,;]*$"
)


def _only_mentioned(sentence: str, mention: PeriodMention, taken: list[PeriodMention]) -> bool:
    """Whether a sentence names a period in passing, and dates none of its figures by it: "orders won late in 2021"."""
    return mention not in taken and _MENTIONED.search(sentence, 0, mention.start) is not None


def _direction(sentence: str, mention: Mention) -> tuple[str, ...]:
    """Whether a change is a rise or a fall, where the words say so; the number itself stays as printed."""
    before = sentence[max(0, mention.start - 45) : mention.start].lower()
    edge = max((m.end() for m in _STOP.finditer(before)), default=0)
    found = _RISE.findall(before[edge:])
    if not found:
        return ()
    return ("decrease",) if re.match(r"decreas|declin|fell|drop|down|减|減|降", found[-1]) else ("increase",)
