"""An answer as a Slack message: the figure large, what it is, the rows it was read from, and the way to the lit cell.

Each of the four statuses has its own head and says why; none can be taken for another. Nothing is cut without a word:
what does not fit ends in a link to the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tickmark.index.model import FigureHit, PassageHit
from tickmark.service.commands import render
from tickmark.service.model import Answer
from tickmark.service.slack import limits
from tickmark.service.slack.cards import (
    Block,
    context,
    field_section,
    grid_section,
    header,
    link_button,
    section,
    whole,
    within,
)
from tickmark.service.slack.desk import Found, cited
from tickmark.service.slack.facts import amount, label, place, when
from tickmark.service.slack.limits import fit
from tickmark.service.slack.links import Links
from tickmark.service.slack.rows import cited_rows, member_rows
from tickmark.service.slack.words import Object, clean, escape, link, mrkdwn, plain_text

__all__ = ["OPEN", "RIGHT", "WRONG", "Message", "answer_message"]

OPEN, RIGHT, WRONG = "tickmark_open", "tickmark_right", "tickmark_wrong"
HEADS = {
    "not_disclosed": "⊘ Not disclosed",
    "conflicting": "⚠ The filings disagree",
    "not_found": "? Not found in these filings",
}
MOST_SIDES = 8
MOST_PASSAGES = 3
MOST_SOURCES = 5
MOST_PLACE_CHARS = 300


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted: the blocks, and the text for notifications and screen readers."""

    text: str
    blocks: list[Block]


def answer_message(
    found: Found, links: Links, *, answer_id: str = "", read_as: str = "", asked_by: str = ""
) -> Message:
    """The message that gives an answer.

    Args:
        found: the answer, and the tables it was read from.
        links: where buttons lead.
        answer_id: what the feedback buttons name; without it there are none.
        read_as: the whole question, where a follow-up was read with what went before.
        asked_by: the user who asked, where their question does not stand above the answer.
    """
    answer = found.answer
    more = whole(links.question(answer.query), "See all of it")
    body = _heading(answer)
    if asked_by:
        asked, _ = fit(answer.query, limits.CONTEXT_TEXT - 40, render=escape)
        body.insert(0, {"type": "context", "elements": [mrkdwn(f"<@{asked_by}> asked: {asked}")]})
    body += _BODIES[answer.verdict.status](found, links, more)
    if read_as:
        body.append(context(f"Read as: {read_as}"))
    text, _ = fit(answer.verdict.text, limits.FALLBACK_TEXT, render=escape)
    return Message(
        text or escape(HEADS.get(answer.verdict.status, "")), within(body, more, _actions(found, links, answer_id))
    )


def _heading(answer: Answer) -> list[Block]:
    """The figure, large; or, where there is not one figure, what is there instead."""
    said, hits = answer.verdict, cited(answer)
    if said.status in HEADS:
        return [header(HEADS[said.status])]
    if said.calculation is not None:
        unit = f" {said.calculation.unit}" if said.calculation.unit else ""
        return [header(clean(f"{said.calculation.result:,f}{unit}"))]
    return [header(amount(hits[0].figure))] if len(hits) == 1 else []


def _answered(found: Found, links: Links, more: str) -> list[Block]:
    said, hits = found.answer.verdict, cited(found.answer)
    blocks = [section(said.text, more=more)] if said.text.strip() else []
    if said.calculation is not None:
        blocks.append(section(f"{said.calculation.expression} = {said.calculation.result:,f}", more=more))
    if len(hits) == 1:
        blocks += _about(hits[0], more)
    if hits:
        blocks += [*_rows(found, hits, more), *_sources(hits, links, more)]
    else:
        blocks += _quotes(found.answer, links)
    return blocks


def _not_disclosed(found: Found, links: Links, more: str) -> list[Block]:
    """What the filing prints instead of a figure is shown as such, under a head that holds no number."""
    hits = cited(found.answer)
    blocks = _said(found.answer, more)
    if hits:
        blocks += [*_about(hits[0], more), *_rows(found, hits, more), *_sources(hits, links, more)]
    else:
        blocks += _quotes(found.answer, links)
    return blocks


def _conflicting(found: Found, links: Links, more: str) -> list[Block]:
    """Every side with its place, none of them larger than another."""
    hits = cited(found.answer) or [hit for hit in found.answer.figures if hit.conflicts_with]
    blocks = _said(found.answer, more)
    for at, hit in enumerate(hits[:MOST_SIDES]):
        url = links.cell(hit.filing.id, hit.figure.span)
        button = link_button(url, "Open the cell", f"{OPEN}_{at}") if url else None
        lines = [amount(hit.figure), label(hit.figure), when(hit.figure.period), place(hit)]
        text = "\n".join(line for line in lines if line)
        blocks.append(section(text, render=_bold_first, more=more, accessory=button))
    if len(hits) > MOST_SIDES:
        blocks.append({"type": "context", "elements": [mrkdwn(f"{len(hits) - MOST_SIDES} more places. {more}")]})
    return blocks


def _not_found(found: Found, links: Links, more: str) -> list[Block]:
    """Why, how the question was understood, and what can be done; never a figure."""
    told = found.answer.interpretation
    understood = (
        ("Issuer", ", ".join(told.issuers)),
        ("Figure", ", ".join(told.metrics)),
        ("Period", ", ".join(when(period) or clean(period.text) for period in told.periods)),
    )
    blocks = _said(found.answer, more)
    if (fields := field_section(understood, more)) is not None:
        blocks += [context("I understood:"), fields]
    return [*blocks, context("Name the company, the figure and the period. /filings lists what I can read.")]


_BODIES = {
    "answered": _answered,
    "not_disclosed": _not_disclosed,
    "conflicting": _conflicting,
    "not_found": _not_found,
}


def _said(answer: Answer, more: str) -> list[Block]:
    """What is said, and why, unless that is the same."""
    said = answer.verdict
    texts = [said.text]
    if said.reason and clean(said.reason) not in clean(said.text):
        texts.append(f"Why: {said.reason}")
    return [section(text, more=more) for text in texts if text.strip()]


def _about(hit: FigureHit, more: str) -> list[Block]:
    """What the figure is, field by field."""
    figure = hit.figure
    printed = "" if figure.scale == 1 else figure.printed
    block = field_section(
        (
            ("Figure", label(hit.figure)),
            ("Period", when(figure.period)),
            ("Unit", clean(figure.unit or "")),
            ("As printed", clean(printed)),
            ("Qualifier", clean(", ".join(figure.qualifiers))),
            ("Issuer", clean(hit.filing.issuer)),
            ("Notes", clean("; ".join(figure.footnotes))),
        ),
        more,
    )
    return [block] if block else []


def _rows(found: Found, hits: Sequence[FigureHit], more: str) -> list[Block]:
    """The rows that the figures stand in; for figures from several places, one line each."""
    places = {(hit.filing.id, hit.figure.cell.table) if hit.figure.cell else None for hit in hits}
    key = places.pop() if len(places) == 1 else None
    table = found.tables.get(key) if key else None
    grid = cited_rows(table, [hit.figure for hit in hits]) if table else None
    if grid is None:
        if len(hits) == 1:
            return []
        return grid_section(member_rows(hits), more)
    title = [context(table.caption)] if table and table.caption.strip() else []
    return [*title, *grid_section(grid, more)]


def _sources(hits: Sequence[FigureHit], links: Links, more: str) -> list[Block]:
    """Where the figures stand; each place is a link to its lit cell."""
    lines = []
    for hit in hits[:MOST_SOURCES]:
        url = links.cell(hit.filing.id, hit.figure.span)
        named = f"{amount(hit.figure)}, {when(hit.figure.period)}: " if len(hits) > 1 else ""
        where, _ = fit(named + place(hit), MOST_PLACE_CHARS)
        lines.append(link(url, where) if url else escape(where))
    blocks: list[Block] = [{"type": "context", "elements": [mrkdwn(f"Source: {text}") for text in lines]}]
    if len(hits) > MOST_SOURCES:
        left = f"{len(hits) - MOST_SOURCES} more places. {more}"
        blocks.append({"type": "context", "elements": [mrkdwn(left)]})
    return blocks


def _quotes(answer: Answer, links: Links) -> list[Block]:
    """Passages, where the answer is in words and not in a figure."""
    wanted = answer.verdict.passage_ids
    by_id = {hit.passage.id: hit for hit in answer.passages}
    blocks: list[Block] = []
    for hit in [by_id[each] for each in wanted if each in by_id][:MOST_PASSAGES]:
        url = links.cell(hit.filing.id, hit.passage.span)
        where = clean(f"{hit.filing.issuer}: {render.place(hit.filing, hit.passage.span, hit.passage.section)}")
        where, _ = fit(where, MOST_PLACE_CHARS)
        shown = link(url, where) if url else escape(where)
        blocks.append(section(hit.passage.text, render=lambda text: f"> {escape(text)}", more=_rest_of(hit, links)))
        blocks.append({"type": "context", "elements": [mrkdwn(f"Source: {shown}")]})
    return blocks


def _rest_of(hit: PassageHit, links: Links) -> str:
    return whole(links.cell(hit.filing.id, hit.passage.span), "Read on")


def _actions(found: Found, links: Links, answer_id: str) -> list[Block]:
    """The way to the lit cell, and the two buttons that say whether the answer was right."""
    hits, status = cited(found.answer), found.answer.verdict.status
    elements: list[Object] = []
    url = links.cell(hits[0].filing.id, hits[0].figure.span) if hits and status != "conflicting" else None
    if url:
        elements.append(link_button(url, "Open the cell", OPEN))
    page = links.question(found.answer.query)
    if page:
        elements.append(link_button(page, "See it on the web", f"{OPEN}_page"))
    if answer_id:
        for text, action in (("👍 Right", RIGHT), ("👎 Wrong", WRONG)):
            elements.append({"type": "button", "text": plain_text(text), "action_id": action, "value": answer_id})
    return [{"type": "actions", "elements": elements}] if elements else []


def _bold_first(text: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join((f"*{escape(first)}*", *map(escape, rest)))
