"""Whether a text says when and nothing else, so that it dates what stands under it."""

from __future__ import annotations

import re
from functools import lru_cache

from tickmark.ingest.figures.calendar import MONTH

__all__ = ["tells_time"]

_LONGEST = 2_000  # characters: what is longer is a page of text, and neither a header nor a label
_TIME_WORDS = re.compile(
    r"\b(?:the|for|as|of|at|and|on|in|to|from|through|ended|ending|end|fiscal|financial|calendar|years?|months?"
    r"|weeks?|quarters?|period|half"
    r"|first|second|third|fourth|to-date|year-to-date|three|six|nine|twelve|thirteen|fourteen|twenty|thirty"
    r"|forty|fifty|fifty-two"
    r"|audited|unaudited|restated|actual|note|notes|billions|millions|thousands|dollars|us|q[1-4]|fy)\b"
    r"|[(\[][a-z0-9]{1,2}[)\]]|[^a-z]",
    re.IGNORECASE,
)
# "Consolidated - 2022", "2021 (continued)": whose amounts they are, and of which year
_WHOSE = re.compile(
    r"(?:(?:the\s+)?(?:consolidated|group|company|parent(?:\s+(?:company|entity))?|(?:operating\s+"
    r"|business\s+)?segments?"
    r"|continuing\s+operations)\s*[-–—:,]?\s*)?(?:FY\s?)?(?:19|20)\d\d(?:\s*[-–—,]?\s*[(\[]?(?:continued"
    r"|cont[’']?d)\.?[)\]]?)?",
    re.IGNORECASE,
)
_NAMED_DAY = re.compile(
    rf"\b(?:as\s+(?:of|at)|ended|ending)\b|\b{MONTH}\s*\d|\d\s*{MONTH}\b|\b{MONTH}[\s,-]+(?:19|20)\d\d", re.IGNORECASE
)


@lru_cache(maxsize=16_384)
def tells_time(text: str) -> bool:
    """Whether a header cell says when: "2024", "Fiscal 2024", "Fair value at June 30, 2024"; "2024 Plan" is a name."""
    if len(text) > _LONGEST:
        return False
    rest = re.sub(MONTH, " ", text, flags=re.IGNORECASE)
    return (
        _NAMED_DAY.search(text) is not None
        or not _TIME_WORDS.sub("", rest).strip()
        or _WHOSE.fullmatch(text.strip()) is not None
    )
