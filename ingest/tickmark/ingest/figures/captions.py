"""Which caption belongs to which number: lines of a call-out told apart and shared out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tickmark.ingest.figures.calendar import DATE, MONTH
from tickmark.ingest.figures.numbers import Mention, scan
from tickmark.ingest.figures.references import counted_noun, plain_unit
from tickmark.ingest.markup import SUPERSCRIPTS, Marked

__all__ = ["DEPENDENT", "HANGING", "Line", "callout_runs", "counted_in", "leading_number", "plan"]

ONE = Decimal(1)
# a currency word without its amount: "invested RMB", "invested RMB in automation"
_DATE_LINE = re.compile(rf"^\W*(?:{DATE}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\b)", re.IGNORECASE)
_CURRENCY_GAP = re.compile(r"(RMB|HK\$|US\$|CNY|USD|EUR|GBP|[$£€¥])\s*(?=$|[a-z])")
HANGING = re.compile(
    r"(?:\b(?:of|reached|totall?ed|totall?ing|approximately|about|roughly|was|were|at|to|with|for|by|than"
    r"|previous year|rate|score|averaged|weighed"
    r"|in total)|RMB|[$£€])\s*[:：]?$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"account(?:s|ed|ing)?\s+(?:for|of)|percentage|proportion|\brate\b|ratio|share of|year-on-year|increase of"
    r"|included|margin",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\bnumber of\b|\bhow many\b|\bpieces\b|\brecipients\b|\bprojects?\b", re.IGNORECASE)
DEPENDENT = re.compile(r"^(?:[a-z]|accounting|accounted|of which|year-on-year)")
_GOES_ON = re.compile(
    r"^(?:of|in|into|from|for|per|was|were|went|is|are|had|have|received|came|put|RMB|people|with|the total)\b"
    r"|^[a-z]+(?:ed|ing)\b"
)
_LEAD = re.compile(r"[,，:：]$")
_SENTENCE = re.compile(r"[.;。；]$")
_WRAPS = re.compile(r"\b(?:the|of|and|in|a|an|building|for|to|with|on|or)$", re.IGNORECASE)
_TOO_LONG = 220
_NUMBER_LINE = 110
_MOST_TAKEN = 3
_LONGEST_RUN = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A short paragraph that may be part of a call-out."""

    text: Marked
    index: int
    mention: Mention | None = None
    item: bool = False

    @property
    def lead(self) -> bool:
        """Whether it sets the scene for what follows: "During the year,"."""
        return self.mention is None and _LEAD.search(self.text.text) is not None and len(self.text.text) < 50

    @property
    def shouted(self) -> bool:
        """A heading in capitals: no caption."""
        letters = [c for c in self.text.text if c.isalpha()]
        return self.mention is None and len(letters) > 3 and all(c.isupper() for c in letters)


def leading_number(text: str) -> Mention | None:
    """The number that a line opens with, when the line is a number with at most a few words after it."""
    if len(text) > _NUMBER_LINE or _SENTENCE.search(text) or re.match(r"^\d{1,2}[.)、]\s?(?!\d)", text):
        return None
    if _DATE_LINE.match(text):
        return None
    mentions = scan(text)
    first = mentions[0] if mentions else None
    if first is None or text[: first.start].strip() not in {"", "+"}:
        return None
    if re.match(r"^(?:19|20)\d{2}(?:\s?[年/–-]|\b(?!\s*(?:tonnes|units)))", text):
        return None
    after = text[first.stop :]
    if first.bare and (
        re.match(r"^0\d", text)
        or (after[:1].strip() and re.match(r"[A-Za-z年月日號号、]|[-/.:]\s?\d|-[A-Za-z]", after))
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
        short = line is not None and len(line.text.text) <= _TOO_LONG and not line.item
        if (
            len(current) < _LONGEST_RUN
            and line is not None
            and short
            and not line.shouted
            and not _SENTENCE.search(line.text.text)
        ):
            current.append(line)
            continue
        runs += _trim(current)
        current = [line] if len(current) == _LONGEST_RUN and line is not None and short else []
    return runs


def _trim(lines: list[Line]) -> list[list[Line]]:
    """Cuts a stretch of short lines down to the call-outs in it: captions farther than two lines from a number go."""
    numbered = [i for i, line in enumerate(lines) if line.mention is not None]
    if not numbered:
        return []
    groups: list[list[int]] = [[numbered[0]]]
    for a, b in pairwise(numbered):
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


def counted_in(caption: str) -> str | None:
    """What a caption counts: "the number of suppliers", "Refined projects completed", "vested restricted shares"."""
    caption = re.sub(rf"[{SUPERSCRIPTS}]+", "", caption)
    numbered = re.search(r"\bnumber of\s+(.*)", caption, re.IGNORECASE)
    phrase = numbered[1] if numbered else caption.rsplit(", ", 1)[-1]
    noun = counted_noun(re.sub(r"^(?:the|our|all)\s+|\b\S+['’]s\s+", "", phrase, flags=re.IGNORECASE))
    if noun:
        return plain_unit(noun)
    last = re.search(r"\b([a-z]{3,}(?<!s)s)$", phrase)
    return last[1] if last and not re.search(r"\b(?:of|for|per|in|by)\s", phrase) else None


def _fit(caption: str, mention: Mention, below: bool) -> float:
    """How well a caption, above or below the number, goes with it."""
    fit = 0.0
    if _CURRENCY_GAP.search(caption):
        fit += 3 if mention.unit is None and mention.scale != ONE else (-3 if mention.unit is not None else 0)
    if _SHARE.search(caption):
        fit += 1 if mention.unit == "%" else -1.5
    if _COUNT.search(caption):
        fit += 1 if mention.unit != "%" and mention.currency is None else -1
    hangs, depends = HANGING.search(caption) is not None, DEPENDENT.match(caption) is not None
    if below:
        fit += (1 if depends else 0) + (1 if _GOES_ON.match(caption) and not hangs else 0)
    else:
        fit += 1 if hangs else (-0.5 if depends and not caption.startswith("the ") else 0)
        fit -= 1.5 if _GOES_ON.match(caption) and not hangs else 0
    return fit


def _joined(lines: Sequence[Line]) -> float:
    """What joining several lines to one caption costs, where nothing shows that they wrap."""
    cost = 0.0
    for upper, lower in pairwise(lines):
        wraps = DEPENDENT.match(lower.text.text) or _WRAPS.search(upper.text.text)
        cost += 0.25 if wraps and not HANGING.search(upper.text.text) else 1.5
    return cost


def _heading_like(text: str) -> bool:
    return len(text.split()) <= 5 and text[:1].isupper() and not HANGING.search(text)


@dataclass(frozen=True, slots=True)
class _Run:
    """Numbers with the captions before, between and after them: ``gaps[i]`` stands over ``numbers[i]``."""

    numbers: tuple[Line, ...]
    gaps: tuple[tuple[Line, ...], ...]
    scenes: tuple[int | None, ...]
    """How many lines of a gap stand before "During the year,": they belong above it, the others below it."""

    def room(self, gap: int) -> tuple[int, int]:
        """How many lines of a gap the number over it and the number under it may take."""
        lines, scene = len(self.gaps[gap]), self.scenes[gap]
        over, under = (lines, lines) if scene is None else (scene, lines - scene)
        return min(_MOST_TAKEN, over), min(_MOST_TAKEN, under)

    def score(self, index: int, above: int, below: int) -> float:
        """How good it is that a number takes ``above`` lines of the gap over it and ``below`` of the one under it."""
        mention = self.numbers[index].mention
        assert mention is not None, "numbers hold number lines"
        tells = len(self.numbers[index].text.text[mention.stop :].split()) >= 3
        if not above and not below:
            return 1.0 if tells else -3.0
        upper, lower = self.gaps[index], self.gaps[index + 1][:below]
        upper = upper[len(upper) - above :]
        total = 2.0 - _joined(upper) - _joined(lower)
        if above:
            total += _fit(" ".join(x.text.text for x in upper), mention, below=False)
        if below:
            total += _fit(" ".join(x.text.text for x in lower), mention, below=True)
        titles = _heading_like(lower[-1].text.text) if below else False
        if titles and (tells or self.scenes[index + 1] is not None):
            total -= 1.75  # a heading for what follows, rather than a caption of what is above it
        if above and below:
            hangs = HANGING.search(upper[-1].text.text) or _heading_like(upper[-1].text.text)
            goes_on = DEPENDENT.match(lower[0].text.text)
            total -= 0.5 if hangs and goes_on else 4.0
        return total

    def left(self, gap: int, taken_below: int, taken_above: int) -> float:
        """What the lines of a gap that no number takes cost; around the run they cost little."""
        lines = self.gaps[gap][taken_below : len(self.gaps[gap]) - taken_above]
        edge = gap in {0, len(self.numbers)}
        return sum((0.1 if edge else 0.5) if _heading_like(x.text.text) else (0.4 if edge else 1.0) for x in lines)


def _shares(run: _Run) -> list[tuple[int, int]]:
    """For each number how many lines it takes above and below: the best sharing out of the whole run."""
    # best[b] = (score, choices) of the numbers so far, the last of which takes b lines below and looks in direction d
    best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {(0, 0): (0.0, ())}
    for index in range(len(run.numbers)):
        following: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {}
        most_above, most_below = run.room(index)[1], run.room(index + 1)[0]
        scores = {(a, b): run.score(index, a, b) for a in range(most_above + 1) for b in range(most_below + 1)}
        for (taken, way), (total, choices) in best.items():
            for (a, b), score in scores.items():
                if taken + a > len(run.gaps[index]):
                    continue
                now = 0 if a and b else (1 if b else -1 if a else 0)
                turn = 0.75 if now * way < 0 else 0.0
                value = total + score - run.left(index, taken, a) - turn
                key = (b, now)
                if key not in following or value > following[key][0]:
                    following[key] = (value, (*choices, (a, b)))
        best = following
    ends = ((total - run.left(len(run.numbers), b, 0), choices) for (b, _), (total, choices) in best.items())
    return list(max(ends, key=lambda end: end[0])[1])


def plan(lines: list[Line]) -> Iterator[tuple[Line, list[Line], list[Line], list[Line]]]:
    """(number, captions above, captions below, leads) of each number of a run."""
    numbers = [line for line in lines if line.mention is not None]
    gaps: list[list[Line]] = [[]]
    leads: list[list[Line]] = [[]]
    scenes: list[int | None] = [None]
    for line in lines:
        if line.mention is not None:
            gaps.append([])
            leads.append([])
            scenes.append(None)
        elif line.lead:
            leads[-1].append(line)
            scenes[-1] = len(gaps[-1])
        else:
            gaps[-1].append(line)
    run = _Run(tuple(numbers), tuple(map(tuple, gaps)), tuple(scenes))
    for index, (above, below) in enumerate(_shares(run)):
        upper = gaps[index][len(gaps[index]) - above :]
        yield numbers[index], upper, gaps[index + 1][:below], leads[index]
