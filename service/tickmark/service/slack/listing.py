"""``/filings``: what can be asked about, and how."""

from __future__ import annotations

from collections.abc import Sequence

from tickmark.index.model import FilingSummary
from tickmark.service.slack.blocks import Message
from tickmark.service.slack.cards import Block, context, header, section, whole
from tickmark.service.slack.limits import BLOCKS, SECTION_TEXT, fit, length
from tickmark.service.slack.links import Links
from tickmark.service.slack.words import clean, escape, link, mrkdwn

__all__ = ["filings_message", "help_message", "note"]

MOST_NAME_CHARS = 200
# A message with every block full is more than anybody reads.
MOST_SECTIONS = 5

HELP = (
    "*Ask me about the filings.* I give the figure with its unit and period, and the way to the very cell it is "
    "printed in.\n"
    "• In a channel: mention me with a question. Follow up in the thread: _and 2022?_, _what about scope 1?_\n"
    "• In a direct message: just ask.\n"
    "• `/filings` lists what I can read, `/filings list NAME` a part of it, and `/filings QUESTION` asks."
)


def note(text: str) -> Message:
    """A short message that is only words."""
    return Message(escape(text), [section(text)])


def help_message() -> Message:
    """How to ask."""
    return Message("Ask me about the filings.", [{"type": "section", "text": mrkdwn(HELP)}])


def filings_message(filings: Sequence[FilingSummary], links: Links, name: str = "") -> Message:
    """The filings, by issuer; with a ``name``, those that bear it in issuer, title, form or file name."""
    chosen = [each for each in filings if _bears(each, name)]
    if not chosen:
        return note(f"No filing here is called {name!r}." if name else "There are no filings here yet.")
    count = f"{len(chosen)} {'filing' if len(chosen) == 1 else 'filings'}"
    head = f"{count} with {name!r}" if name else count
    ordered = sorted(chosen, key=lambda each: (each.issuer.casefold(), each.published or "", each.source))
    blocks: list[Block] = [header(clean(head))]
    sections, shown = _sections([_line(each, links) for each in ordered])
    blocks += sections
    if shown < len(ordered):
        left = f"{len(ordered) - shown} more filings. {whole(links.home(), 'See all of them')}"
        blocks.append({"type": "context", "elements": [mrkdwn(f"{left} Or: /filings list NAME")]})
    blocks.append(context("Ask with /filings QUESTION, or mention me in a channel."))
    return Message(escape(head), blocks[:BLOCKS])


def _bears(filing: FilingSummary, name: str) -> bool:
    words = (filing.issuer, *filing.issuer_names, filing.title, filing.form, filing.source, filing.stock_code)
    return name.casefold() in " ".join(filter(None, words)).casefold()


def _line(filing: FilingSummary, links: Links) -> str:
    """One filing as mrkdwn."""
    title, _ = fit(clean(filing.title or filing.source), MOST_NAME_CHARS)
    issuer, _ = fit(clean(filing.issuer), MOST_NAME_CHARS)
    url = links.cell(filing.id)
    facts = [clean(each) for each in (filing.form or "", filing.published or "") if each]
    facts.append(f"{filing.figures:,} figures")
    return f"• {escape(issuer)}: {link(url, title) if url else escape(title)} ({escape(', '.join(facts))})"


def _sections(lines: Sequence[str]) -> tuple[list[Block], int]:
    """The lines in as few sections as hold them, and how many found room."""
    texts: list[str] = []
    shown = 0
    for line in lines:
        if texts and length(texts[-1]) + 1 + length(line) <= SECTION_TEXT:
            texts[-1] += f"\n{line}"
        elif len(texts) < MOST_SECTIONS:
            texts.append(line)
        else:
            break
        shown += 1
    return [{"type": "section", "text": mrkdwn(text)} for text in texts], shown
