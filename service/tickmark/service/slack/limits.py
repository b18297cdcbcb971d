"""How much Slack takes, and how to say less without hiding that something was left out.

Slack refuses a whole message for one block that is too long, so every text goes through :func:`fit`. Slack counts
UTF-16 units, and counts them after escaping.
"""

from __future__ import annotations

from collections.abc import Callable

__all__ = [
    "BLOCKS",
    "CONTEXT_ELEMENTS",
    "CONTEXT_TEXT",
    "FALLBACK_TEXT",
    "FIELDS",
    "FIELD_TEXT",
    "HEADER_TEXT",
    "SECTION_TEXT",
    "fit",
    "length",
]

BLOCKS = 50
SECTION_TEXT = 3000
FIELDS = 10
FIELD_TEXT = 2000
HEADER_TEXT = 150
CONTEXT_ELEMENTS = 10
CONTEXT_TEXT = 2000
# Slack cuts a message's plain text at 40,000 characters and advises 4,000; it is what notifications show.
FALLBACK_TEXT = 3000

ELLIPSIS = "…"


def length(text: str) -> int:
    """How long Slack thinks ``text`` is."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def fit(text: str, most: int, *, render: Callable[[str], str] = str, ending: str = "") -> tuple[str, bool]:
    """``text`` as ``render`` writes it, in at most ``most``; and whether it had to be shortened.

    A shortened text is cut before it is rendered, so that no escape is cut in two, between words where it can be, and
    closes with an ellipsis and ``ending``, which is rendered already (a link to the whole, say).
    """
    whole = render(text)
    if length(whole) <= most:
        return whole, False
    close = f"{ELLIPSIS} {ending}" if ending else ELLIPSIS
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if length(render(text[:middle])) + length(close) <= most:
            low = middle
        else:
            high = middle - 1
    kept = text[:low]
    at_word = kept.rsplit(None, 1)[0] if len(kept.split()) > 1 else kept
    if len(at_word) > low // 2:
        kept = at_word
    return render(kept.rstrip()) + close, True
