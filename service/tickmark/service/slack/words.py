"""Text between filings and Slack: what a filing prints is shown, and never does anything.

In Slack's mrkdwn ``<!channel>`` rings everybody, ``<https://..|here>`` is a link under any name, ``*`` and ``:tada:``
change how text looks. A filing may hold any of these.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["clean", "escape", "fenced", "link", "mrkdwn", "plain_text", "said_to"]

Object = dict[str, object]

# Shows nothing and joins no words; behind a mark it keeps Slack from seeing one.
INVISIBLE = "\u2060"

_MARKS = re.compile(r"(?<!\w)[*_~`]+|[*_~`]+(?!\w)")
_EMOJI = re.compile(r":(?=[A-Za-z0-9_+'-]+:)")
_SPECIAL = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


def clean(text: str) -> str:
    """``text`` on one line, without control characters and those that steer writing direction."""
    folded = " ".join(text.split())
    return "".join(char for char in folded if unicodedata.category(char) not in ("Cc", "Cf", "Cs"))


def escape(text: str) -> str:
    """``text`` as mrkdwn that shows exactly that text, on one line."""
    entities = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    marked = _MARKS.sub(lambda mark: "".join(INVISIBLE + one + INVISIBLE for one in mark[0]), entities)
    return _EMOJI.sub(":" + INVISIBLE, marked)


def fenced(lines: list[str]) -> str:
    """``lines`` in a monospace block, blanks kept. Inside one only the entities and the fence itself mean anything."""
    body = "\n".join(lines).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"```\n{body.replace('`', INVISIBLE + '`')}\n```"


def link(url: str, label: str) -> str:
    """A link in mrkdwn. ``url`` is one of ours, its specials percent-encoded; the label may be anything."""
    return f"<{url}|{escape(label).replace('|', '¦')}>"


def mrkdwn(text: str) -> Object:
    """A text object of mrkdwn that is ready; Slack turns nothing in it into links or mentions of its own accord."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def plain_text(text: str) -> Object:
    """A text object that is only text."""
    return {"type": "plain_text", "text": text, "emoji": False}


def said_to(text: str, bot: str | None) -> str:
    """What a person typed, from what Slack sends of it: no mention of the bot, links by their labels, no entities."""

    def typed(special: re.Match[str]) -> str:
        sign, target, label = special[1], special[2], special[3]
        if sign == "@":
            return "" if target == bot else (label or "")
        if sign == "#":
            return f"#{label}" if label else ""
        if sign == "!":
            return label or ""
        return label or target.removeprefix("mailto:")

    words = " ".join(_SPECIAL.sub(typed, text).split())
    for entity, char in _ENTITIES:
        words = words.replace(entity, char)
    return words
