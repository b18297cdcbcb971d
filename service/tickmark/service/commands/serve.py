"""``tickmark serve``: the HTTP service."""

from __future__ import annotations

import logging
from typing import Annotated

import typer

from tickmark.service.commands.common import IndexOption, say, settings_for

__all__ = ["serve"]

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def serve(
    index: IndexOption = None,
    host: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Where to listen. Default: $TICKMARK_HOST, or 127.0.0.1.")
    ] = None,
    port: Annotated[
        int | None, typer.Option(metavar="PORT", help="Default: $TICKMARK_PORT, or 8000.", show_default=False)
    ] = None,
) -> None:
    """Answer over HTTP until stopped."""
    settings = settings_for(index=index, host=host, port=port)

    from tickmark.service.opening import open_library  # noqa: PLC0415 - the index

    open_library(settings).close()  # wrong use is said now, and not in the first answer

    import uvicorn  # noqa: PLC0415

    from tickmark.service.app import create_app  # noqa: PLC0415

    if settings.host not in LOOPBACK:
        say(
            f"Others can reach {settings.host}:{settings.port}, and nothing asks them who they are. "
            f"Requests are answered under these host names: {', '.join(settings.allowed_hosts)} "
            "(TICKMARK_ALLOWED_HOSTS)."
        )
    logging.basicConfig(format="%(levelname)s:     %(name)s: %(message)s")
    logging.getLogger("tickmark").setLevel(settings.log_level.upper())  # other people's loggers only warn
    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        log_level=settings.log_level,
        access_log=False,  # the guard writes one with request ids
        timeout_graceful_shutdown=settings.shutdown_seconds,
        server_header=False,
    )
