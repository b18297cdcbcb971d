"""The manifest that the Slack app is made from."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

__all__ = ["PLACEHOLDER", "manifest_text"]

PLACEHOLDER = "https://tickmark.example.com"
_EVENTS = "/slack/events"
_SOCKET_NOTE = "`tickmark slack` (Socket Mode: no public address is needed)"
_HTTP_NOTE = "`tickmark serve` (signed HTTP events: Slack must reach the addresses below)"


def manifest_text(transport: Literal["socket", "http"], public_url: str | None = None) -> str:
    """The manifest as YAML: for Socket Mode as it is shipped, for HTTP with the address that Slack sends to.

    Without a ``public_url`` the address is a placeholder, to be replaced by hand.
    """
    text = files("tickmark.service.slack").joinpath("manifest.yaml").read_text(encoding="utf-8")
    if transport == "socket":
        return text
    address = (public_url or PLACEHOLDER).rstrip("/") + _EVENTS
    for old, new in (
        (_SOCKET_NOTE, _HTTP_NOTE),
        ("    - command: /filings\n", f"    - command: /filings\n      url: {address}\n"),
        ("  event_subscriptions:\n", f"  event_subscriptions:\n    request_url: {address}\n"),
        ("    is_enabled: true\n", f"    is_enabled: true\n    request_url: {address}\n"),
        ("socket_mode_enabled: true", "socket_mode_enabled: false"),
    ):
        text = text.replace(old, new)
    return text
