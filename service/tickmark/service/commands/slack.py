"""``tickmark slack``: the Slack bot over Socket Mode, and the manifests of its app."""

from __future__ import annotations

import asyncio
import logging
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tickmark.service.commands.common import IndexOption, say, settings_for

if TYPE_CHECKING:
    from tickmark.service.settings import Settings

__all__ = ["slack"]


class Transport(StrEnum):
    """How Slack and the bot reach each other."""

    SOCKET = "socket"
    HTTP = "http"


def slack(
    index: IndexOption = None,
    manifest: Annotated[
        Transport | None,
        typer.Option(
            help="Print the manifest to make the Slack app from, and stop: `socket` for this command, "
            "`http` for signed events at `tickmark serve`, under $TICKMARK_PUBLIC_URL."
        ),
    ] = None,
) -> None:
    """Answer in Slack over Socket Mode until stopped. Needs the extra `slack`; docs/slack.md says how to set it up."""
    settings = settings_for(index=index)
    if manifest is not None:
        from tickmark.service.slack.manifest import manifest_text  # noqa: PLC0415

        typer.echo(manifest_text(manifest.value, settings.public_url), nl=False)
        return
    from tickmark.service.slack.door import check_installed  # noqa: PLC0415

    check_installed()
    from tickmark.service.opening import open_library  # noqa: PLC0415 - the index

    open_library(settings).close()  # wrong use is said now, and not in the first answer
    logging.basicConfig(format="%(levelname)s:     %(name)s: %(message)s")
    logging.getLogger("tickmark").setLevel(settings.log_level.upper())
    asyncio.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    import signal  # noqa: PLC0415

    from tickmark.service.api.state import Service  # noqa: PLC0415
    from tickmark.service.slack.socket_mode import serve_socket_mode  # noqa: PLC0415

    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    service = Service(settings)
    service.start()
    say("Connecting to Slack. Stop with Ctrl+C.")
    try:
        await serve_socket_mode(service, settings, stopped)
    finally:
        await service.stop()
