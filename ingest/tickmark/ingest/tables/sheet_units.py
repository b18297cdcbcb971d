"""Which unit each number of a printed grid counts: the sign beside it, its label, its header, the table's note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from tickmark.ingest.figures.units import UnitSpec, currency_of
from tickmark.ingest.tables.condense import Item
from tickmark.ingest.tables.counted import Counted, counts, thing_of, without_asides
from tickmark.ingest.tables.led import led_by
from tickmark.ingest.tables.minor import in_minor
from tickmark.ingest.tables.stubs import Stub
from tickmark.ingest.tables.tells_time import tells_time
from tickmark.ingest.tables.unit_notes import UnitNote, note_of

__all__ = ["Units"]

ONE = Decimal(1)
_PERCENT = re.compile(r"(?<![\d.])\s?%|\bpercent(?:age)?s?\b", re.IGNORECASE)
_GROUP_PERCENT = re.compile(r"[(\[]\s*(?:in\s+)?(?:%|per\s?cent(?:age)?s?)\s*[)\]]\W*$", re.IGNORECASE)
_MONEY = re.compile(r"[$£€¥]|\b(?:R|Rand|USD|GBP|EUR|ZAR)\b")
_SIGN_ALONE = re.compile(r"\s*(?:[A-Z]{1,3}\s?)?[$£€¥](?:\s?['’]?\s?000s?|m)?\s*", re.IGNORECASE)
_SHORT_HEAD = 20
_CHANGE = re.compile(
    r"\W*(?:(?:%|per\s?cent(?:age)?)\s+)?(?:change|increase|decrease|growth|variance)\b", re.IGNORECASE
)
_MOST_DIGITS = 11
_NO_DIGIT = re.compile(r"\D")
_HUNDREDTHS = re.compile(r"[(\s$£€-]*\d{0,3}\.\d\d[)\s]*")
_DECIMALS = re.compile(r"\.\d\d")
_HEAD_SHARES = re.compile(
    r"(?:(?:number\s+of\s+(?:\w+\s+)?)?shares|(?:common|preferred|equity)\s+units)\b\s*(?:\([^()]*\))?", re.IGNORECASE
)
# beside the price of an award, such a column counts awards: "Stock units", "Number", "Units (in millions)"
_AWARD_PRICE = re.compile(
    r"\b(?:exercise\s+price|grant[\s-]date\s+(?:fair\s+)?value|(?:value|price)\s+per\s+(?:share|unit|option|award))\b",
    re.IGNORECASE,
)
_HEAD_AWARDS = re.compile(
    r"(?!.*\b(?:values?|costs?|prices?|amounts?|expenses?|proceeds|compensation)\b)"
    r"(?:.*[\s/])?(?:number|shares|units|awards|options|RSUs?|PSUs?)\W*(?:\([^()]*\))?",
    re.IGNORECASE,
)
# shares that a statement of financial position or of equity holds as money
_IN_EQUITY = re.compile(r"treasury\s+(?:shares|stock)|(?:[\w’'-]+\s+){0,5}reserves?", re.IGNORECASE)
_CURRENCY = re.compile(
    r"(?:in\s+)?(?P<money>RMB|US\s?\$|HK\s?\$|NT\s?\$|S\$|A\$|C\$|[$€£¥]|USD|EUR|GBP|HKD|JPY|CHF|CAD|AUD|ZAR|INR)"
    r"(?:\s?['’‘]?\s?000['’]?s?|\s?(?:m|mn|million|thousand)s?)?(?:\s*\(.{0,20}\))?",
    re.IGNORECASE,
)
# under a row of open claims
_MORE_CLAIMS = re.compile(
    r"(?:new|settled|resolved|dismissed|closed)(?:\s+(?:or|and)\s+(?:settled|resolved|dismissed|closed))?\s+(?:claims|cases"
    r"|lawsuits)|(?:claims|cases|lawsuits)\s+(?:settled|resolved|closed)(?:\s+(?:or|and)\s+\w+)?",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:basic|diluted|(?:sub)?total)?", re.IGNORECASE)


class Units:
    """The units of one table. ``signs``: the currency sign printed in a value column, by its number.

    ``percents``: value columns whose first number has a per-cent sign, and none a currency sign. ``inherited``: the
    header is that of a table above, whose signs may stand between the two. ``heads``: the header paths of all value
    columns; ``lead``: the words right above the numbers; ``hundredths``: its amounts have two decimals; ``goes_on``:
    what the table that it goes on with counts by the words above it.
    """

    def __init__(
        self,
        note: UnitNote | None,
        signs: dict[int, str],
        percents: set[int],
        currency: tuple[str, str] | None,
        inherited: bool = False,
        *,
        heads: Sequence[tuple[str, ...]] = (),
        lead: str = "",
        hundredths: bool = True,
        goes_on: Counted | None = None,
    ) -> None:
        self.hundredths = hundredths
        self.percents = percents - set(signs)
        self.note = note or UnitNote()
        self.signs = signs
        self.currency = currency
        self.inherited = inherited
        kinds = {counts(" ".join(path)) or (counts(path[-1]) if path else None) for path in heads}
        self.beside_shares = bool(kinds & {"shares", "perhaps shares"})
        self.beside_prices = any(_AWARD_PRICE.search(" ".join(path)) for path in heads)
        money = bool(signs) or any(_currency_over(path) for path in heads)
        self.led = "shares" if not money and self._only_shares() else led_by(lead, money) or goes_on
        self.thing = thing_of(lead)
        self._last: dict[int, str] = {}

    def _only_shares(self) -> bool:
        """Whether the table's note speaks of shares alone: "Shares in thousands"."""
        return self.note.shares is not None and self.note.scale == ONE

    def of(self, item: Item, lane: int, stub: Stub, path: tuple[str, ...]) -> UnitSpec:
        """The unit of a number that prints none itself (what it prints wins over this)."""
        spec = self._of(item, lane, stub, path)
        groups = () if note_of(stub.label) else stub.group
        return in_minor(
            spec, item.text.text, stub.label, groups, path, usual=self.currency[1] if self.currency else None
        )

    def _of(self, item: Item, lane: int, stub: Stub, path: tuple[str, ...]) -> UnitSpec:
        head = " ".join(path)
        own = note_of(stub.label) or self._group(stub) or note_of(head)
        note = own or self.note
        if item.percent:
            return UnitSpec("%")
        words = self._words(item, lane, stub, path)
        if words in {None, "count"} and self._last.get(lane) == "shares" and _GOES_ON.fullmatch(stub.label):
            words = words if item.sign or _DECIMALS.search(item.text.text) else "shares"
        if words is None and self._last.get(lane) == "count" and _MORE_CLAIMS.fullmatch(stub.label):
            words = "count"
        self._last[lane] = words or ""
        if item.sign is None and words is None and (self._percent(stub, head, lane) or lane in self.percents):
            return UnitSpec("%")
        words = words or self._led(item, lane, stub.label, head)
        if words == "votes" and item.sign is None:
            return UnitSpec("votes")
        if words == "count" and item.sign is None:
            return UnitSpec(None, None, ONE if own is None else note.scale)
        if words == "things" and item.sign is None:  # "$ in millions" speaks of dollars, "in thousands" of all numbers
            return UnitSpec(None, None, ONE if own is None and note.currency else note.scale)
        of_money = bool(path) and _SIGN_ALONE.fullmatch(path[-1]) is not None and counts(stub.label) != "shares"
        if words == "shares" and item.sign is None and not of_money:
            return UnitSpec("shares", None, _of_shares(item, note))
        if words is None and note.per_share and not self.hundredths and _HUNDREDTHS.fullmatch(item.core.text):
            words = "per share"  # the one amount of a statement in millions that has cents
        money = _currency_over(path) if item.sign is None else None
        money = money or self._money(item.sign, lane, note, head)
        if words == "per thing" and money:
            thing = thing_of(stub.label) or thing_of(head) or self.thing
            return UnitSpec(f"{money[0]}/{thing}", money[1], ONE if own is None else note.scale)
        if words == "per share" and money is None and "dollar" in stub.label.lower():
            money = self.currency
        if words == "per share" and money:
            return UnitSpec(f"{money[0]}/share", money[1])
        return UnitSpec(money[0], money[1], note.scale) if money else UnitSpec(None, None, note.scale)

    def _led(self, item: Item, lane: int, label: str, head: str) -> Counted | None:
        """What a number that nothing else tells of counts by the words above the table."""
        if self.led == "per thing":
            return self.led if item.sign or lane in self.signs else None
        return None if item.sign or _MONEY.search(f"{without_asides(label)} {head}") else self.led

    def _group(self, stub: Stub) -> UnitNote | None:
        """The note of the innermost group that has one; what it says of shares alone leaves the rest as it is."""
        note = next((said for text in reversed(stub.group) if (said := note_of(text))), None)
        if note is not None and note.shares is not None and note.scale == ONE:
            return replace(self.note, shares=note.shares)
        return note

    def _words(self, item: Item, lane: int, stub: Stub, path: tuple[str, ...]) -> str | None:
        """What label, header or group say that a number counts; a group's word holds for what looks like it."""
        head, inner = " ".join(path), path[-1] if path else ""
        if item.sign is None and _HEAD_SHARES.fullmatch(inner):
            return "shares"
        if self._in_percent(inner, lane) and counts(stub.label) != "shares":
            return None
        label, top = counts(stub.label), counts(inner) or counts(head)
        if top == "count" and counts(" ".join(path[:-1])) in {"shares", "perhaps shares"}:
            top = "shares"  # "Shares beneficially owned" over "Number"
        if label in {"shares", "perhaps shares"} and top is None and self._beside_shares(inner):
            label = None  # the amount beside a number of shares: "Shares issued", "Amount"
        if self.beside_prices and label != "count" and lane not in self.signs and _HEAD_AWARDS.fullmatch(inner):
            return "shares"
        if label == "perhaps shares" and top == "count":
            return "shares"  # "No." over "Ordinary shares of £1 each"
        own = top if label is None or (label == "perhaps shares" and top is not None) else label
        group = counts(" ".join(stub.group[-2:]))
        words = own or group
        if words == "perhaps shares":
            goes_on = group == "shares" or self._last.get(lane) == "shares"
            return "shares" if goes_on or not (lane in self.signs or self._in_equity(stub.label, inner)) else None
        if words == "per share" and not _DECIMALS.search(item.text.text):
            large = len(_NO_DIGIT.sub("", item.text.text)) > 3 or "(" in item.text.text
            return None if own is None or (large and not self._of_award(inner)) else words
        return words

    def _in_percent(self, inner: str, lane: int) -> bool:
        """Whether a column is one of percentages by its header: "%", "% change", or "Change" over a per-cent sign."""
        short = len(inner) < _SHORT_HEAD or _CHANGE.match(inner)
        return bool(short and (_PERCENT.search(inner) or (lane in self.percents and _CHANGE.match(inner))))

    def _of_award(self, inner: str) -> bool:
        """Whether a column is the average price of the awards in the column beside it, however much that is."""
        return self.beside_shares and "average" in inner.lower() and _AWARD_PRICE.search(inner) is not None

    def _in_equity(self, label: str, inner: str) -> bool:
        """Whether a label or header names shares as a part of equity, in a table that is said to be in a currency."""
        return self.note.currency is not None and any(_IN_EQUITY.fullmatch(text) for text in (label, inner))

    def _beside_shares(self, inner: str) -> bool:
        """Whether a column has a name that is no time, beside one of shares."""
        return self.beside_shares and inner != "" and not tells_time(inner)

    def _percent(self, stub: Stub, head: str, lane: int) -> bool:
        if _of_percent(stub.label) or (stub.group and _GROUP_PERCENT.search(stub.group[-1])):
            return True
        return _of_percent(head) and lane not in self.signs

    def _money(self, sign: str | None, lane: int, note: UnitNote, head: str) -> tuple[str, str] | None:
        """The currency of a number: its own sign, its column's, the table's, the note's, or the filing's."""
        over = note_of(head)
        if over is not None and over.currency and not sign and lane not in self.signs:
            return over.currency  # "Millions of yen" beside "Thousands of dollars"
        own = sign or self.signs.get(lane) or next(iter(self.signs.values()), None)
        known = currency_of(own.replace(" ", "")) if own else None
        if known or note.currency:
            return known or note.currency
        # under a header without a sign, a scale or a note, numbers may count anything: visits, people, days
        said = self.signs or note.scale != ONE or not head or self.inherited or _MONEY.search(head)
        return self.currency if said else None


def _of_shares(item: Item, note: UnitNote) -> Decimal:
    """The scale of a number of shares: no issuer has hundreds of billions, so such a number is printed in full."""
    scale = note.scale if note.shares is None else note.shares
    digits = len(_NO_DIGIT.sub("", item.core.text.partition(".")[0]))
    return ONE if digits + len(str(scale)) - 1 > _MOST_DIGITS else scale


@lru_cache(maxsize=1_024)
def _of_percent(text: str) -> bool:
    """Whether a label or header speaks of percentages."""
    return _PERCENT.search(text) is not None


def _currency_over(path: tuple[str, ...]) -> tuple[str, str] | None:
    """The currency that a header cell over a column says and nothing else: "RMB", "US$" beside each other."""
    for text in reversed(path):
        if found := _CURRENCY.fullmatch(text.strip()):
            return currency_of(found["money"].replace(" ", ""))
    return None
