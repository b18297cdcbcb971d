"""Amounts that name a scale or a currency once for a list: "from $5 to $7 million", "EUR 3.0, 4.1 and 2.5 billion"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tickmark.ingest.figures.numbers import Mention
from tickmark.ingest.figures.references import counted_noun

__all__ = ["in_lists"]

ONE = Decimal(1)
_JOINT = re.compile(r"\s*(?:,\s*(?:and|or)?|and|or|to|&)\s+(?:approximately\s+|about\s+)?", re.IGNORECASE)
_ALIKE = 10  # times: "$500 to $1 million" begins with five hundred dollars
_LOOKED_AT = 60


def in_lists(sentence: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The numbers of a sentence, each with what another one of its list says for both."""
    made = list(mentions)
    for at in range(1, len(made)):
        made[at] = _with_currency(sentence, made[at - 1], made[at])
    for at in range(len(made) - 2, -1, -1):
        made[at] = _with_scale(sentence, made[at], made[at + 1])
    return made


def _with_currency(sentence: str, one: Mention, other: Mention) -> Mention:
    """A number with a scale and no unit, in the currency of the amount before it: "EUR 3.0 and 4.1 billion"."""
    if other.unit is not None or other.scale == ONE or one.currency is None or one.unit != one.currency:
        return other
    if one.scale not in {ONE, other.scale} or not _JOINT.fullmatch(sentence, one.stop, other.start):
        return other
    if counted_noun(sentence[other.stop : other.stop + _LOOKED_AT]) is not None:
        return other  # "$5 million and 3 million visitors"
    return replace(other, unit=one.unit, currency=one.currency)


def _with_scale(sentence: str, one: Mention, other: Mention) -> Mention:
    """An amount without a scale in that of the one after it, where both are of one size."""
    if one.currency is None or one.unit != other.unit or one.scale != ONE or other.scale == ONE:
        return one
    if not one.number or not other.number or not _JOINT.fullmatch(sentence, one.stop, other.start):
        return one
    small, large = sorted((abs(one.number), abs(other.number)))
    return replace(one, scale=other.scale) if large < _ALIKE * small else one
