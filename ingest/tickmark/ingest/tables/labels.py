"""Pass 5: wrapped labels joined, groups found, cells broken over lines mended, noise set aside.

The question a person answers without noticing: is a line with a label and no numbers the start of a longer label
("Net profit attributable to" / "shareholders of the Company"), or the name of the group below it?
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from tickmark.ingest.figures.readings import read_cell
from tickmark.ingest.markup import Marked
from tickmark.ingest.tables.align import Line

__all__ = ["Entry", "Joined", "join_marked", "make_entries"]

_HANGING = re.compile(
    r"(?:\b(?:to|of|the|and|or|for|in|by|on|from|with|at|as|per|net|before|after|than|under|a|an|its|their|not"
    r"|total)|[,(–—/&-])$",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"^(?:[a-z(]|Co\.,? ?Ltd|Ltd\b|Limited\b|Inc\b|Corp\b|LLC\b|PLC\b|Company$)")
_HAN_END = re.compile(r"[\u3400-\u9fff）」』]$")
_HAN_START = re.compile(r"^[\u3400-\u9fff（「『]")
_HAN_HANGING = re.compile(
    r"(?:于|於|对|對|及|和|与|與|或|之|的|、|（[^）]*)$|^(?:归属|歸屬|扣除)(?!.*(?:利润|利潤|溢利|收益))"
)
_HAN_CONTINUES = re.compile(
    r"^(?:的|后|後|及|和|与|與|或|之|股东的|股東的|中心|（|有限|股份有限|投资有限|投資有限|管理有限|科技有限|合伙|合夥)"
)
_TOTAL = re.compile(r"^(?:sub)?-?total\b|^(?:合计|合計|总计|總計|小计|小計)", re.IGNORECASE)
_MOST_SUMMED = 60
_MOST_LINES = 100  # of one row as printed; no filing sets one over nearly as many
_MOST_WRAPPED = 12
_BROKEN_DOWN = re.compile(r"\bby\b", re.IGNORECASE)
_TOTAL_OF = re.compile(r"^(?:total|net)\s+(\S.*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Joined:
    """A label set over several lines: the joined text and the pieces that print it."""

    text: str
    pieces: tuple[Marked, ...]


@dataclass(slots=True)
class Entry:
    """One row of the rebuilt table, before units and periods: its group path, its label, its line."""

    group: list[str]
    label: Joined
    line: Line
    inherits: bool = False


@dataclass(slots=True)
class _State:
    entries: list[Entry] = field(default_factory=list)
    pending: list[Line] = field(default_factory=list)
    heading: str | None = None
    group: str | None = None
    members: int = 0
    indented: bool = False
    numbered: bool = False
    noise: list[tuple[int, str]] = field(default_factory=list)


def join_marked(pieces: list[Marked]) -> Joined:
    """Joins pieces of one text with single spaces (a hyphen at a line's end closes up)."""
    text = ""
    for piece in pieces:
        text = _joined(text, piece.text)
    return Joined(text, tuple(p for p in pieces if p))


def _joined(text: str, more: str) -> str:
    if text.endswith("-") and more[:1].islower():
        return text[:-1] + more
    if _HAN_END.search(text[-2:]) and _HAN_START.match(more):
        return text + more
    return f"{text} {more}".strip()


def _wraps(upper: str, lower: str, narrow: bool) -> bool:
    """Whether ``lower`` goes on where ``upper`` broke off."""
    if not lower:
        return True
    if _HAN_END.search(upper) and _HAN_START.match(lower):
        return bool(_HAN_HANGING.search(upper) or _HAN_CONTINUES.match(lower) or narrow)
    return bool(_HANGING.search(upper) or _CONTINUES.match(lower) or narrow)


def _settle_noise(line: Line, wraps: bool, state: _State) -> None:
    """Takes noise cells out of a line; where half of a wrapped label's cells are noise, all of them are."""
    noisy = [s for s in line.slots if s.reading.kind == "noise"]
    if not noisy:
        return
    drop = line.slots if wraps and 2 * len(noisy) >= len(line.slots) else noisy
    state.noise += [(line.grid_row, " ".join(p.text for p in s.pieces)) for s in drop]
    line.slots = [s for s in line.slots if s not in drop]


def _mend(upper: Line, lower: Line) -> bool:
    """Merges ``lower`` into ``upper`` where its cells complete cells that broke off ("Decrease by" / "3.24")."""
    if len(upper.rows) >= _MOST_LINES:
        return False
    above = {s.column: s for s in upper.slots}
    label = lower.label
    if label is not None and not (
        _CONTINUES.match(label.text) or _HANGING.search(upper.label.text if upper.label else "")
    ):
        return False
    for slot in lower.slots:
        whole = above.get(slot.column)
        if whole is None:
            if upper.valued and slot.reading.kind in {"value", "nothing"}:
                return False
            continue
        joined = read_cell(" ".join(p.text for p in (*whole.pieces, *slot.pieces)))
        partial = whole.reading.kind in {"text", "empty"} or slot.reading.kind == "text"
        if not partial or (joined.kind != "value" and slot.reading.kind != "text" and whole.reading.kind != "text"):
            return False
    for slot in lower.slots:
        whole = above.get(slot.column)
        if whole is None:
            slot.grid_row = lower.grid_row if slot.grid_row is None else slot.grid_row
            upper.slots.append(slot)
        else:
            whole.pieces += slot.pieces
            whole.reading = read_cell(" ".join(p.text for p in whole.pieces))
    upper.rows += lower.rows
    upper.chars = (upper.chars[0], lower.chars[1])
    return True


def _take_label(line: Line) -> tuple[list[Marked], Marked | None]:
    """(outer label parts that are printed on this row, innermost label)."""
    parts = [m for m in line.labels if m]
    return parts[:-1], parts[-1] if parts else None


def _close_group(state: _State, label: str, unit: str | None) -> None:
    """Ends a group that was opened by a heading, when a row no longer fits under it."""
    if state.heading is None:
        return
    total = _TOTAL_OF.match(label)
    if total and set(total[1].lower().split()) != set(state.heading.lower().split()):
        state.heading = None  # "Total assets" is not one of the "Current assets"
        return
    last = state.entries[-1].line if state.members and state.entries else None
    if last is not None and _BROKEN_DOWN.search(state.heading) and unit != last.unit:
        state.heading = None  # the parts of one whole are of one unit
        return
    shared = _shared_words(state.heading, state.entries[-1].label.text) if state.members and state.entries else 0
    if shared >= 2 and _shared_words(state.heading, label) < 2:
        state.heading = None


def _shared_words(a: str, b: str) -> int:
    count = 0
    for x, y in zip(a.lower().split(), b.lower().split(), strict=False):
        if x != y:
            break
        count += 1
    return count


def _resolve_pending(state: _State, line: Line, narrow: bool) -> list[Marked]:
    """Joins the label-only lines above to this row's label as far up as they wrap; the rest are group headings."""
    pieces: list[Marked] = []
    lower = line.label.text if line.label else ""
    while state.pending and len(pieces) < _MOST_WRAPPED:
        upper = state.pending[-1].label
        if upper is None or not (_wraps(upper.text, lower, narrow) or state.pending[-1].noisy):
            break
        pieces.insert(0, upper)
        lower = upper.text
        taken = state.pending.pop()
        _settle_noise(taken, True, state)
        line.rows = [*taken.rows, *line.rows]
        line.chars = (taken.chars[0], line.chars[1])
    for heading in state.pending:
        label = heading.label
        if label is not None:
            state.heading, state.members, state.group = label.text, 0, None
        _settle_noise(heading, False, state)
    state.pending.clear()
    return pieces


def _unlabelled(state: _State, last: Entry, line: Line) -> Entry:
    """A row of values without a label goes on with the row above, or adds up the rows of its group."""
    taken = {s.column for s in last.line.slots}
    changes = any(m.qualifiers for s in line.slots for m in s.reading.mentions)
    goes_on = changes or not all(s.column in taken for s in line.slots if s.reading.kind == "value")
    if goes_on or not _adds_up(state, last, line):
        return Entry(list(last.group), last.label, line, inherits=True)
    return Entry(list(last.group), Joined("Total", ()), line)


def _adds_up(state: _State, last: Entry, line: Line) -> bool:
    """Whether some column of the line is the sum of the rows above it in its group."""
    members = [e for e in state.entries[-_MOST_SUMMED:] if e.group == last.group]
    for slot in line.slots:
        wanted = slot.reading.mentions[0].number if slot.reading.kind == "value" else None
        sums, total = set(), Decimal(0)
        for entry in reversed(members):
            cell = next((s for s in entry.line.slots if s.column == slot.column and s.reading.kind == "value"), None)
            total += (cell.reading.mentions[0].number or 0) if cell else 0
            sums.add(total)
        if wanted is not None and len(members) > 1 and wanted in sums:
            return True
    return False


def _place(state: _State, line: Line, narrow: bool) -> None:
    """Gives a row with values its place: its group, and its label with what wrapped above it."""
    above = _resolve_pending(state, line, narrow)
    outer, label = _take_label(line)
    leading_blank = bool(line.labels) and not line.labels[0] and line.number is None
    state.numbered = state.numbered or line.number is not None  # what is outside a group has a number of its own
    if label is None and not above:
        last = state.entries[-1] if state.entries else None
        if last is not None:
            state.entries.append(_unlabelled(state, last, line))
            return
    if len(line.labels) > 1 or line.number is not None:
        if outer:
            state.group = outer[-1].text
        elif not leading_blank:
            state.group = None
        state.indented = leading_blank
    elif state.indented and not state.numbered:  # rows of the group begin with an empty cell, and this one does not
        state.group, state.indented = None, False
    label = label or Marked("", (), 0)
    joined = join_marked([*above, label])
    _close_group(state, joined.text, line.unit)
    group = [g for g in (state.heading, state.group) if g]
    state.entries.append(Entry(group, joined, line))
    state.members += 1
    if _TOTAL.match(joined.text) and state.heading is not None and state.members > 1:
        state.heading = None


def _drop_noise_label(line: Line, state: _State) -> None:
    """Sets a label aside that is no more than punctuation and stray digits."""
    for at, label in enumerate(line.labels):
        if label and read_cell(label.text).kind == "noise" and not line.valued:
            state.noise.append((line.grid_row, label.text))
            line.labels[at] = Marked("", (), 0)


def make_entries(lines: list[Line], narrow: bool, group: str = "") -> tuple[list[Entry], list[tuple[int, str]]]:
    """Entries of one band, and the noise set aside as (grid row, text). ``group``: what the header says over labels."""
    state = _State(heading=group or None)
    for index, line in enumerate(lines):
        _drop_noise_label(line, state)
        following = lines[index + 1].label if index + 1 < len(lines) else None
        if line.noisy:
            own = line.label.text if line.label else ""
            wraps = following is not None and own != "" and _wraps(own, following.text, narrow)
            _settle_noise(line, wraps or not own, state)
        if not line.slots:
            if line.label is not None:
                _hang(state, line)
        elif state.entries and not state.pending and _mend(state.entries[-1].line, line):
            _extend_label(state.entries[-1], line)
        else:
            _place(state, line, narrow)
    for line in state.pending:
        _settle_noise(line, True, state)
    return state.entries, state.noise


def _hang(state: _State, line: Line) -> None:
    """A label without cells: the tail of the row above, or something to settle with the row below."""
    label = line.label
    last = state.entries[-1] if state.entries and not state.pending else None
    goes_on = label is not None and re.match(r"^[a-z(]", label.text) is not None
    if last is not None and goes_on and len(last.line.rows) < _MOST_LINES:
        last.line.rows += line.rows
        last.line.chars = (last.line.chars[0], line.chars[1])
        _extend_label(last, line)
        return
    state.pending.append(line)


def _extend_label(entry: Entry, line: Line) -> None:
    label = line.label
    if label is not None:
        entry.label = Joined(_joined(entry.label.text, label.text), (*entry.label.pieces, *([label] if label else [])))
