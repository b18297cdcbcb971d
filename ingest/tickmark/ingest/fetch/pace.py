"""Time, and not asking faster than is allowed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Clock", "Pace"]


@dataclass(frozen=True, slots=True)
class Clock:
    """Where time comes from: seconds that only grow, and a way to let them pass. Tests bring their own."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class Pace:
    """Requests spaced evenly, at most ``rate`` a second.

    A window ("ten in any second") allows bursts, and two of them can meet at its edge; even spacing cannot exceed the
    rate over any stretch of time, and needs to remember only the last request.
    """

    def __init__(self, rate: float, clock: Clock) -> None:
        self._gap = 1 / rate
        self._clock = clock
        self._next = clock.now()

    def wait(self) -> None:
        """Return when the next request may be sent."""
        if (pause := self._next - self._clock.now()) > 0:
            self._clock.sleep(pause)
        self._next = max(self._next, self._clock.now()) + self._gap
