"""Words of reckoning as people write them short ("avg", "chg", "diff", "2023 minus 2022"), spelled out."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["spelled_out"]

_WORDS: Final = (
    (re.compile(r"\bavg\b\.?|\bave\.(?=\s)", re.IGNORECASE), "average"),
    (re.compile(r"\b(?:plain|straight|arithmetic|unweighted)\s+(?=average\b|mean\b)", re.IGNORECASE), ""),
    (re.compile(r"\bchg(?P<s>s?)\b\.?", re.IGNORECASE), r"change\g<s>"),
    (re.compile(r"\bdiff(?P<s>s?)\b\.?", re.IGNORECASE), r"difference\g<s>"),
)
_YEAR: Final = r"(?:FY\s?)?(?:19|20)\d{2}"
# one year less an earlier one: how a change is written down
_MINUS: Final = re.compile(rf"\b(?P<later>{_YEAR})\s+(?:minus|less)\s+(?:in\s+)?(?P<earlier>{_YEAR})\b", re.IGNORECASE)
# "2023 vs 2021, multiple": so many times the earlier one
_MULTIPLE: Final = re.compile(
    rf"\b(?:vs\.?|versus|over|against|/)\s+(?P<earlier>{_YEAR})\s*,\s*(?:as\s+an?\s+)?(?:multiple|factor|x)(?=\W*$)",
    re.IGNORECASE,
)
_MINUS_ZH: Final = re.compile(r"(?P<later>(?:19|20)\d{2})年?[减減]去?(?P<earlier>(?:19|20)\d{2})年?")


def spelled_out(text: str) -> str:
    """A question with its short words of reckoning spelled out."""
    for pattern, word in _WORDS:
        text = pattern.sub(word, text)
    text = _MULTIPLE.sub(r"as a multiple of \g<earlier>", text)
    text = _MINUS.sub(lambda m: _moved(m, "change from {earlier} to {later}"), text)
    return _MINUS_ZH.sub(lambda m: _moved(m, "{later}年比{earlier}年增加了"), text)


def _moved(found: re.Match[str], form: str) -> str:
    """The change that one year less another is; as it stands where the later one is taken off the earlier."""
    later, earlier = found["later"], found["earlier"]
    return form.format(later=later, earlier=earlier) if later[-4:] > earlier[-4:] else found[0]
