"""Opening the bot from the settings: what has to be there, and what is said when it is not."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from tickmark.ingest.errors import MissingExtra, SettingsError
from tickmark.service.settings import Settings

if TYPE_CHECKING:
    from pydantic import SecretStr

    from tickmark.service.api.state import Service
    from tickmark.service.slack.bot import Bot

__all__ = ["check_installed", "open_bot", "token_of"]

SHOWN = 5

log = logging.getLogger(__name__)


def check_installed() -> None:
    """Raise MissingExtra where slack-bolt or aiohttp is not installed."""
    try:
        import aiohttp  # noqa: F401, PLC0415
        import slack_bolt  # noqa: F401, PLC0415
    except ImportError as error:
        raise MissingExtra(
            f"the Slack bot needs a package that is not installed ({error.name})",
            hint="Install it with: pip install 'tickmark[slack]'",
        ) from error


def token_of(given: SecretStr | None, setting: str, prefix: str) -> str:
    """The token of a setting.

    Raises:
        SettingsError: there is none, or it is of another kind. No more of it is shown than says which kind.
    """
    token = given.get_secret_value().strip() if given is not None else ""
    if not token:
        raise SettingsError("nothing is set", where=f"setting {setting}", hint="docs/slack.md says where to find it.")
    if not token.startswith(prefix):
        raise SettingsError(
            f"the token starts with {token[:SHOWN]!r}, and should with {prefix!r}",
            where=f"setting {setting}",
            hint="Slack has several kinds of token; docs/slack.md says which one goes where.",
        )
    return token


def open_bot(service: Service, settings: Settings) -> Bot:
    """The bot over a service's index. It touches neither Slack nor its file before it is asked something."""
    check_installed()
    from tickmark.service.slack.bot import Bot  # noqa: PLC0415 - needs the extra
    from tickmark.service.slack.desk import IndexDesk  # noqa: PLC0415
    from tickmark.service.slack.keeping import Keeping  # noqa: PLC0415
    from tickmark.service.slack.links import Links  # noqa: PLC0415
    from tickmark.service.slack.posting import Poster, web_client  # noqa: PLC0415

    token = token_of(settings.slack_bot_token, "TICKMARK_SLACK_BOT_TOKEN", "xoxb-")
    if settings.public_url is None:
        log.warning("TICKMARK_PUBLIC_URL is not set: answers in Slack will have no button that opens the cell")
    poster = Poster(web_client(token, settings.slack_api_url))
    return Bot(IndexDesk(service), poster, Links(settings.public_url), lambda: Keeping(settings.index))
