"""To how many digits a quotient is told."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

__all__ = ["mean", "rounded", "so_many_times"]

_HUNDREDTH: Final = Decimal("0.01")
_THOUSANDTH: Final = Decimal("0.001")
_FINER: Final = Decimal("0.0001")


def rounded(value: Decimal) -> Decimal:
    """A value to two digits."""
    return value.quantize(_HUNDREDTH, ROUND_HALF_UP)


def so_many_times(value: Decimal) -> Decimal:
    """How many times something is another: to two digits, or to four where two of them say that both are alike."""
    outcome = rounded(value)
    return value.quantize(_FINER, ROUND_HALF_UP) if outcome == 1 != value else outcome


def mean(values: Sequence[Decimal]) -> Decimal:
    """The mean: to two digits, or to three where that is all of it, as of two amounts in cents."""
    exact = sum(values, Decimal(0)) / len(values)
    outcome = rounded(exact)
    return value if outcome != exact == (value := exact.quantize(_THOUSANDTH, ROUND_HALF_UP)) else outcome
