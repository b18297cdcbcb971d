"""The pieces of Block Kit that answers are put together from, each within what Slack takes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tickmark.service.slack import limits
from tickmark.service.slack.limits import fit, length
from tickmark.service.slack.rows import Grid
from tickmark.service.slack.words import Object, escape, fenced, link, mrkdwn, plain_text

__all__ = ["Block", "context", "field_section", "grid_section", "header", "link_button", "section", "whole", "within"]

Block = dict[str, object]


def header(text: str) -> Block:
    """Text as large as Slack has it; where it is too long for that, in bold."""
    if length(text) <= limits.HEADER_TEXT:
        return {"type": "header", "text": plain_text(text)}
    return section(text, render=lambda words: f"*{escape(words)}*")


def section(
    text: str,
    *,
    render: Callable[[str], str] = escape,
    more: str = "",
    accessory: Object | None = None,
) -> Block:
    """A paragraph. ``render`` makes mrkdwn of the text; ``more`` is mrkdwn that ends it where it has to be cut."""
    shown, _ = fit(text, limits.SECTION_TEXT, render=render, ending=more)
    block: Block = {"type": "section", "text": mrkdwn(shown)}
    return block if accessory is None else {**block, "accessory": accessory}


def field_section(pairs: Sequence[tuple[str, str]], more: str = "") -> Block | None:
    """Names and what they stand for, side by side; those with nothing to say are left out."""
    fields = []
    for name, value in pairs:
        if value.strip():
            head = f"*{name}*\n"
            shown, _ = fit(value, limits.FIELD_TEXT - length(head), render=escape, ending=more)
            fields.append(mrkdwn(head + shown))
    return {"type": "section", "fields": fields[: limits.FIELDS]} if fields else None


def context(*texts: str, more: str = "") -> Block:
    """Small print; each text is plain."""
    elements = [mrkdwn(fit(text, limits.CONTEXT_TEXT, render=escape, ending=more)[0]) for text in texts if text]
    return {"type": "context", "elements": elements[: limits.CONTEXT_ELEMENTS]}


def grid_section(grid: Grid, more: str) -> list[Block]:
    """Monospace rows, and under them what is not there and where it is.

    Args:
        grid: the rows.
        more: mrkdwn that says where all of it stands.
    """
    lines = list(grid.lines)
    while len(lines) > 1 and length(fenced(lines)) > limits.SECTION_TEXT:
        lines.pop()
    left_out = grid.left_out + len(grid.lines) - len(lines)
    blocks: list[Block] = [{"type": "section", "text": mrkdwn(fenced(lines))}]
    missing = []
    if left_out:
        missing.append(f"{left_out} more {'row' if left_out == 1 else 'rows'}.")
    if grid.shortened:
        missing.append("Shortened to fit here.")
    if missing:
        blocks.append({"type": "context", "elements": [mrkdwn(" ".join((*missing, more)))]})
    return blocks


def whole(url: str | None, label: str) -> str:
    """Where all of it stands, as mrkdwn: a link, or what to do where the service has no public address."""
    return link(url, label) if url else escape("The whole is on Tickmark's web page and in `tickmark ask`.")


def link_button(url: str, text: str, action_id: str) -> Object:
    """A button that opens a page. Slack tells of the click all the same, hence the action."""
    return {"type": "button", "text": plain_text(text), "url": url, "action_id": action_id}


def within(blocks: Sequence[Block], more: str, last: Sequence[Block] = ()) -> list[Block]:
    """The blocks and then ``last``, as many as a message holds; if some go, ``more`` stands in their place."""
    room = limits.BLOCKS - len(last)
    if len(blocks) <= room:
        return [*blocks, *last]
    note: Block = {"type": "context", "elements": [mrkdwn(f"There is more than fits into one message. {more}")]}
    return [*blocks[: room - 1], note, *last]
