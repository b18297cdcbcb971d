"""Saying something in Slack: the Web API, its rate limits, and what it means when it refuses."""

from __future__ import annotations

import logging
from dataclasses import dataclass

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tickmark.service.slack.blocks import Message

__all__ = ["UNREACHABLE", "Poster", "SlackAwayError", "Spot", "code_of", "in_words", "is_refused_token", "web_client"]

RATE_LIMIT_RETRIES = 3
TIMEOUT_SECONDS = 30
REFUSED_TOKENS = frozenset(
    {"invalid_auth", "not_authed", "token_expired", "token_revoked", "account_inactive", "not_allowed_token_type"}
)
# Where the bot may not speak; what it has to say can still go to the one who asked.
CLOSED_TO_US = frozenset({"not_in_channel", "channel_not_found", "is_archived", "restricted_action", "no_permission"})

UNREACHABLE = (aiohttp.ClientError, TimeoutError)

log = logging.getLogger(__name__)


class SlackAwayError(Exception):
    """Slack cannot be reached."""


class _Waiting(AsyncRateLimitErrorRetryHandler):
    """Waits as long as Slack says, and says so."""

    async def prepare_for_next_attempt_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> None:
        """Wait."""
        asked = next((v for k, v in response.headers.items() if k.lower() == "retry-after"), "?") if response else "?"
        wait = asked[0] if isinstance(asked, list) else asked
        log.warning("Slack limits the rate of %s: waiting %s s before trying again", _method(request.url), wait)
        await super().prepare_for_next_attempt_async(state=state, request=request, response=response, error=error)


def _method(url: str) -> str:
    return url.rsplit("/", 1)[-1]


def _handlers() -> list[AsyncRetryHandler]:
    return [
        _Waiting(max_retry_count=RATE_LIMIT_RETRIES),
        AsyncConnectionErrorRetryHandler(),
        AsyncServerErrorRetryHandler(),
    ]


def web_client(token: str | None, api_url: str) -> AsyncWebClient:
    """A client of the Web API that waits when it is told to."""
    return AsyncWebClient(
        token=token, base_url=api_url, timeout=TIMEOUT_SECONDS, retry_handlers=_handlers(), logger=log
    )


def code_of(error: SlackApiError) -> str:
    """Slack's own word for what went wrong."""
    try:
        return str(error.response["error"])
    except (KeyError, TypeError):
        return f"HTTP status {getattr(error.response, 'status_code', 'unknown')}"


def is_refused_token(error: SlackApiError) -> bool:
    """Whether Slack no longer takes the token, so that trying again is of no use."""
    return code_of(error) in REFUSED_TOKENS


def in_words(error: SlackApiError, setting: str) -> str:
    """What went wrong, and what to do about it, for the one who runs the bot."""
    code = code_of(error)
    if code in REFUSED_TOKENS:
        return f"Slack refuses the token in {setting} ({code}). Take a new one from the app's page and start again"
    if code == "missing_scope":
        needed = error.response.get("needed") or "see the manifest"
        return f"the Slack app lacks a permission ({needed}). Update its manifest and install it to the workspace again"
    return f"Slack answered {code}"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where to answer, and whom. ``response_url`` is the short-lived address that commands and clicks bring along."""

    channel: str
    user: str
    thread: str | None = None
    response_url: str | None = None


class Poster:
    """Posts messages; each call that cannot get through says so in the log and in what it returns."""

    def __init__(self, client: AsyncWebClient, setting: str = "TICKMARK_SLACK_BOT_TOKEN") -> None:
        self.client = client
        self._setting = setting

    async def answer(self, spot: Spot, message: Message) -> str | None:
        """Post where everybody there reads it; the message's time stamp, or None where the channel is closed to us.

        Raises:
            SlackApiError: Slack does not want it.
            SlackAwayError: Slack cannot be reached.
        """
        try:
            posted = await self.client.chat_postMessage(
                channel=spot.channel,
                thread_ts=spot.thread,
                text=message.text,
                blocks=message.blocks,
                unfurl_links=False,
                unfurl_media=False,
                parse="none",
                link_names=False,
            )
        except SlackApiError as error:
            if code_of(error) not in CLOSED_TO_US or spot.response_url is None:
                raise
            await self._respond(spot, message, response_type="in_channel")
            return None
        except UNREACHABLE as error:
            raise SlackAwayError(str(error) or type(error).__name__) from error
        return str(posted["ts"])

    async def whisper(self, spot: Spot, message: Message) -> None:
        """Say it to the one who asked only. Never raises: this is how errors are told, and there is nobody after it."""
        try:
            if spot.response_url is not None:
                await self._respond(spot, message, response_type="ephemeral")
                return
            await self.client.chat_postEphemeral(
                channel=spot.channel,
                user=spot.user,
                thread_ts=spot.thread,
                text=message.text,
                blocks=message.blocks or None,
                parse="none",
                link_names=False,
            )
        except SlackApiError as error:
            log.error("could not tell the one who asked: %s", in_words(error, self._setting))
        except Exception as error:
            log.error("could not tell the one who asked: Slack cannot be reached (%s)", error or type(error).__name__)

    async def _respond(self, spot: Spot, message: Message, *, response_type: str) -> None:
        hook = AsyncWebhookClient(
            spot.response_url or "",
            timeout=TIMEOUT_SECONDS,
            proxy=self.client.proxy,
            ssl=self.client.ssl,
            retry_handlers=_handlers(),
            logger=log,
        )
        body = {
            "text": message.text,
            "blocks": message.blocks or None,
            "response_type": response_type,
            "replace_original": False,
            "thread_ts": spot.thread,
        }
        answered = await hook.send_dict({name: value for name, value in body.items() if value is not None})
        if answered.status_code != 200:
            log.error("Slack did not take a response (%s): %s", answered.status_code, answered.body)
