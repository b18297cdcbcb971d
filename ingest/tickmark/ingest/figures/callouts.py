"""Call-outs: a number on one line and its caption on another, in either order.

"13,226 tonnes" may stand over its caption or under it, and a page may do both. :func:`plan` tries every way of giving
the captions between two numbers to one or the other, scores how well each caption goes with its number (a caption that
breaks off at "RMB" wants an amount; "accounted for" wants a percentage; "of all employees" goes on from above), and
takes the best for the run as a whole. :func:`read_item` makes a figure of a number and its captions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tickmark.ingest.figures.captions import DEPENDENT, HANGING, Line, counted_in, plan
from tickmark.ingest.figures.make import Around, make_figure, split_marks
from tickmark.ingest.figures.numbers import Mention
from tickmark.ingest.figures.periods import own_period
from tickmark.ingest.figures.references import counted_noun, plain_unit
from tickmark.ingest.figures.units import currency_of
from tickmark.ingest.markup import SUPERSCRIPTS
from tickmark.ingest.model import Figure, Period
from tickmark.ingest.source import Source

__all__ = ["Item", "State", "read_items"]

ONE = Decimal(1)
_CURRENCY_GAP = re.compile(r"(?:\bin\s+)?(RMB|HK\$|US\$|CNY|USD|EUR|GBP|[$£€¥])\s*(?=$|[a-z])")
_APPROXIMATE = re.compile(r"\b(?:about|approximately|approximate|around|roughly|nearly)\b", re.IGNORECASE)
_PER_SHARE = re.compile(r"\bper (?:ordinary )?share\b|每股", re.IGNORECASE)
_RISE = re.compile(
    r"\b(increase|rise|growth|up|higher|decrease|decline|fall|down|lower|shortened|cut)\w*\b|[↑↓]", re.IGNORECASE
)


_LONGEST_MEMBER = 6
# "saved energy", "invested in safety"; not "accounted for", "based on", "covered by": those go on with what was said
_OWN_VERB = re.compile(
    r"(?!accounted|compared|based|related|followed|including)[a-z]+ed\s+(?!by\b|to\b|as\b|of\b|for\b|with\b)"
)
_SUBJECT = re.compile(
    r"(?:^|[,，]\s*)((?:(?:the|our|its|each)\s+(?:[\w-]+\s+){0,2}[\w-]+|we|[A-Z]\w+(?:\s+[A-Z]\w+)*))"
    r"\s+(?:(?:has|have|had|also)\s+)?[a-z]+ed\b"
)
# a caption that names a change or a share, and not of what
_ONLY_CHANGE = re.compile(
    r"(?:an? )?(?:year[- ](?:on|over)[- ]year|annual|yoy|同比)?\s*(?:increase|decrease|growth|rise|fall|decline|change"
    r"|reduction|增长|增長|下降)?\s*(?:rate|percentage|ratio|率)?(?: (?:of|by|over the previous year))?"
    r"|(?:share|proportion|percentage)(?: of (?:the )?total)?|占比|佔比",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Item:
    """A number line with the captions above and below it, and what sets the scene for it ("During the year,")."""

    number: Line
    above: list[Line] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)
    lead: list[Line] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """All of its lines, in reading order."""
        return sorted((*self.lead, *self.above, self.number, *self.below), key=lambda line: line.index)


@dataclass(slots=True)
class State:
    """What one item of a call-out hands to the next: the caption it may lean on, and the period set for them all.

    ``listing``: words that several numbers go on with ("enough for about", "3 million cars", "5 million engines").
    """

    previous: tuple[str, ...] = ()
    latest: tuple[str, ...] = ()
    hanging: bool = False
    listing: str = ""
    period: Period | None = None


def read_items(run: list[Line]) -> list[list[Item]]:
    """The items of a run, in groups: a new one begins wherever a line belongs to no number."""
    groups: list[list[Item]] = []
    last = None
    for number, above, below, lead in plan(run):
        item = Item(number, above, below, lead)
        if last is None or item.lines[0].index != last + 1:
            groups.append([])
        groups[-1].append(item)
        last = item.lines[-1].index
    return groups


def _join(lines: list[Line]) -> str:
    return " ".join(line.text.text for line in lines)


def _mention_with_unit(item: Item, mention: Mention, caption: str, after: str) -> Mention:
    """The number with the unit that its captions give it: a currency word left hanging, or what is counted."""
    if mention.unit is not None:
        if currency_of(mention.unit) and _PER_SHARE.search(caption):
            return replace(mention, unit=f"{mention.unit}/share")
        return mention
    money = _CURRENCY_GAP.search(caption)
    if money and (mention.scale != ONE or mention.bare):
        known = currency_of(money[1])
        return replace(mention, unit=known[0], currency=known[1]) if known else mention
    noun = counted_noun(after) or (counted_noun(_join(item.below)) if item.below else None)
    if noun is None and item.below and not item.above:
        noun = counted_in(_join(item.below)) if mention.scale != ONE else None
    return replace(mention, unit=plain_unit(noun) if noun else counted_in(_join(item.above) or caption))


def _path(state: State, item: Item, label: str, own: str) -> tuple[tuple[str, ...], bool]:
    """The label path of an item, and whether it leans on the item before ("as a share of revenue")."""
    if not own:
        return state.latest, True
    if state.listing and not item.above and own[:1].isupper() and len(own.split()) <= _LONGEST_MEMBER:
        return (state.listing, own), True
    if state.previous and _ONLY_CHANGE.fullmatch(own):
        return (*state.previous[-1:], own), True
    if not state.previous or label.startswith("the ") or not DEPENDENT.match(label):
        return (own,), False
    bare = item.number.mention is not None and item.number.mention.unit is None
    if bare and not item.above and not state.hanging and counted_noun(label):
        return (own,), False  # it names what it counts: "injuries per million hours"
    return (_leaned_on(state.previous[-1], own), own) if state.previous else (own,), True


def _leaned_on(caption: str, own: str) -> str:
    """What a caption leans on: of one with a verb of its own ("saved energy") the subject of the caption before alone.

    "After the refit, the Company saved electricity", "saved water": the water was not saved in electricity.
    """
    if not _OWN_VERB.match(own):
        return caption
    subject = _SUBJECT.search(caption)
    return subject[1] if subject else caption


def read_item(source: Source, item: Item, state: State, around: Around) -> Figure:
    """The figure of one item; ``state`` is brought forward for the next."""
    mention, text = item.number.mention, item.number.text.text
    assert mention is not None, "an item is made from a number line"
    after = re.sub(rf"^[{SUPERSCRIPTS}\s↑↓)]+", "", text[mention.stop :]).strip()
    above, below = _join(item.above), _join(item.below)
    caption = " ".join(p for p in (above, below) if p)
    mention = _mention_with_unit(item, mention, caption, after)
    # the words of the number's own line belong to what is below it; without captions below, to what is above
    label, marks = split_marks(" ".join(p for p in (above, after, below) if p), source.marks)
    own = re.sub(r"\s+", " ", _CURRENCY_GAP.sub("", label)).strip(" ,:：")
    path, leans = _path(state, item, label, own)
    lead = _join(item.lead)
    period = own_period(" ".join((lead, caption, after)), source.calendar)
    if lead:
        state.period = period or own_period(lead, source.calendar)
    if not leans and own:
        state.previous, state.hanging = path, bool(item.above) and HANGING.search(above) is not None
        state.listing = above if state.hanging and (below or after) else ""
    state.latest = path
    rise = _RISE.findall(f"{caption} {text}") if mention.unit in {"%", "percentage points"} else []
    return make_figure(
        source,
        item.number.text.chars(mention.start, mention.stop),
        text[mention.start : mention.stop],
        mention,
        replace(
            around,
            label_path=tuple(p for p in path if p),
            period=period or state.period or source.calendar.reporting,
            context=_join(item.lines),
            footnotes=marks,
            qualifiers=(
                *(("approximate",) if _APPROXIMATE.search(caption) else ()),
                *((("decrease" if "↓" in text else "increase"),) if (rise and "↑" in text) or "↓" in text else ()),
            ),
        ),
    )
