"""Every setting, in one place: what it is, what it may be, and what it is when nobody says.

A setting is read from the environment as ``TICKMARK_<NAME>``; an option on the command line wins over it.
The descriptions below are what the documentation shows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from tickmark.ingest.errors import SettingsError

__all__ = ["Settings", "load"]

PREFIX = "TICKMARK_"
LogLevel = Literal["critical", "error", "warning", "info", "debug"]
MEBIBYTE = 1024 * 1024
WEB_ADDRESS = r"^https?://[^\s/?#@]+(/[^\s?#]*)?$"


class Settings(BaseSettings):
    """What Tickmark runs with. Build it with :func:`load`, which gives readable errors."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore", env_ignore_empty=True)

    index: Path = Field(
        default=Path(".tickmark"),
        description="The folder that holds the index. One folder is one index.",
    )
    model: str | None = Field(
        default=None,
        min_length=1,
        description=(
            "The sentence-transformers model that embeds questions and passages, by name or folder. "
            "Nothing given: the built-in all-MiniLM-L6-v2, which needs no download. "
            "An index remembers its model and refuses another one."
        ),
    )
    reranker: str | None = Field(
        default=None,
        min_length=1,
        description=(
            "A cross-encoder for sentence-transformers, by name or folder, that reads the question together with each "
            "of the first passages and has a say in their order. Nothing given: none, and none comes with the package."
        ),
    )
    host: str = Field(
        default="127.0.0.1",
        min_length=1,
        description="The address the service listens on. The default can be reached from this machine only.",
    )
    port: int = Field(default=8000, ge=0, le=65535, description="The port the service listens on; 0 takes a free one.")
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        default=("localhost", "127.0.0.1", "[::1]"),
        min_length=1,
        description=(
            "Host names the service answers to, separated by commas; `*` is any. A request under another name is "
            "refused, so that a web page elsewhere cannot reach a service that listens on this machine. "
            "The address in `host` is always allowed."
        ),
    )
    max_question_chars: int = Field(
        default=2000, ge=1, le=2000, description="The longest question that is answered, in characters."
    )
    max_k: int = Field(default=100, ge=1, le=1000, description="The most figures and passages a question may ask for.")
    max_body_bytes: int = Field(
        default=MEBIBYTE, ge=1024, description="The largest request body, uploads aside, in bytes."
    )
    upload_max_bytes: int = Field(
        default=100 * MEBIBYTE, ge=1, description="The largest upload, all of its files together, in bytes."
    )
    upload_max_files: int = Field(default=50, ge=1, le=1000, description="The most files one upload may hold.")
    workers: int = Field(
        default=4, ge=1, le=256, description="How many questions the service works on at the same time; more wait."
    )
    shutdown_seconds: int = Field(
        default=10, ge=0, le=3600, description="How long a stopping service waits for requests that are under way."
    )
    public_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^\s/?#<>|]+(/[^\s?#<>|]*)?$",
        description=(
            "The address people reach the service by, such as `https://filings.example.com`. Links that leave the "
            "service, in Slack for one, start with it; nothing given: they are left out."
        ),
    )
    slack_bot_token: SecretStr | None = Field(
        default=None, description="The Slack app's bot token, `xoxb-...`. With it the bot posts its answers."
    )
    slack_app_token: SecretStr | None = Field(
        default=None, description="The Slack app's app-level token, `xapp-...`, for `tickmark slack` (Socket Mode)."
    )
    slack_signing_secret: SecretStr | None = Field(
        default=None,
        description="The Slack app's signing secret. When it is set, `serve` takes Slack's events at `/slack/events`.",
    )
    slack_api_url: str = Field(
        default="https://slack.com/api/",
        pattern=r"^https?://\S+/$",
        description="Slack's Web API; another one for GovSlack (`https://slack-gov.com/api/`).",
    )
    contact: str | None = Field(
        default=None,
        description=(
            "Who fetches filings, for `tickmark fetch`: a name and an e-mail address, such as "
            "`Jane Doe jane@example.com`. It is sent to the archives with every request, as the SEC asks."
        ),
    )
    sec_url: str = Field(
        default="https://www.sec.gov",
        pattern=WEB_ADDRESS,
        description="Where EDGAR's list of tickers and its documents are.",
    )
    sec_data_url: str = Field(
        default="https://data.sec.gov", pattern=WEB_ADDRESS, description="Where EDGAR's lists of submissions are."
    )
    sec_rate: float = Field(
        default=5, gt=0, le=10, description="The most requests a second to EDGAR, whose rules allow 10."
    )
    hkex_url: str = Field(default="https://www1.hkexnews.hk", pattern=WEB_ADDRESS, description="Where HKEXnews is.")
    hkex_rate: float = Field(
        default=1, gt=0, le=10, description="The most requests a second to HKEXnews, which states no limit."
    )
    fetch_max_bytes: int = Field(
        default=200 * MEBIBYTE, ge=1, description="The largest filing that is fetched, in bytes."
    )
    log_level: LogLevel = Field(default="info", description="How much the service says on standard error.")

    @field_validator("allowed_hosts", mode="before")
    @classmethod
    def _split_commas(cls, value: object) -> object:
        """Hosts are written as people write them, not as JSON."""
        if isinstance(value, str):
            return tuple(part.strip().lower() for part in value.split(",") if part.strip())
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _any_case(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value


def load(**given: Any) -> Settings:
    """The settings, with those ``given`` (``None`` means not given) before the environment.

    Raises:
        SettingsError: a value cannot be used; says which, and what it may be.
    """
    chosen = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings(**chosen)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else ""
        raise SettingsError(
            f"{first['msg']} (given: {first.get('input')!r})",
            where=f"setting {PREFIX}{name.upper()}",
            hint=f"{Settings.model_fields[name].description}" if name in Settings.model_fields else "",
        ) from error
