"""Where buttons and links lead: the service's own pages, under the address that people reach it by."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from tickmark.ingest.model import Span
from tickmark.service.wire.response import source_url

__all__ = ["Links"]

# Slack takes 3,000 characters of a button's address, but small print with a link in it may have 2,000 in all.
MOST_URL_CHARS = 1500


@dataclass(frozen=True, slots=True)
class Links:
    """Absolute addresses, or none at all where nobody said how the service is reached."""

    public_url: str | None = None

    def cell(self, filing_id: str, span: Span | None = None) -> str | None:
        """The filing, opened at the lit cell."""
        if self.public_url is None:
            return None
        return self.public_url.rstrip("/") + source_url(filing_id, None if span is None else span.chars)

    def question(self, question: str) -> str | None:
        """The web page, with this question asked."""
        if self.public_url is None:
            return None
        base = self.public_url.rstrip("/") + "/"
        asked = f"{base}?{urlencode({'q': question})}"
        return asked if len(asked) <= MOST_URL_CHARS else base

    def home(self) -> str | None:
        """The web page."""
        return None if self.public_url is None else self.public_url.rstrip("/") + "/"
