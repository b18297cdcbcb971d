"""One polite HTTP client: it says who asks, keeps the pace, tries again, bounds sizes, and stays on its hosts.

Passing trouble (429, 5xx, a connection that breaks, a body cut short) is tried again with growing pauses, or after the
time that ``Retry-After`` names. A refusal (403) is not: archives count further requests against the one who asks.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import urljoin, urlsplit

import httpx
import tenacity

from tickmark.ingest.errors import FetchError, FetchRefused
from tickmark.ingest.fetch.model import Body
from tickmark.ingest.fetch.pace import Clock, Pace

__all__ = ["Client"]

T = TypeVar("T")
Use = Callable[[httpx.Response, Iterator[bytes]], T]

TRIES = 5
REDIRECTS = 5
LONGEST_PAUSE = 60.0
LONGEST_RETRY_AFTER = 120.0
LIST_BYTES = 64 * 1024 * 1024
SECONDS_A_BODY = 900.0
TIMEOUT = httpx.Timeout(60.0, connect=20.0)
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_pause = tenacity.wait_random_exponential(multiplier=1, max=LONGEST_PAUSE)


class _Passing(FetchError):
    """Trouble that may be over at the next try, after ``retry_after`` seconds if the archive named them."""

    def __init__(self, what: str, *, where: str, retry_after: float | None = None) -> None:
        super().__init__(what, where=where, hint=f"Tried {TRIES} times; run the same command again later to go on.")
        self.retry_after = retry_after


class Client:
    """Asks the hosts of one archive.

    Args:
        agent: the ``User-Agent``, from :func:`tickmark.ingest.fetch.door.user_agent`.
        bases: the base URLs of the archive; nothing outside their origins is asked, redirects included.
        rate: the most requests a second.
        max_bytes: the largest filing, after decompression.
        tell: is told of every wait before something is tried again, in a line.
        clock: where time comes from.
    """

    def __init__(
        self,
        agent: str,
        bases: Sequence[str],
        *,
        rate: float,
        max_bytes: int,
        tell: Callable[[str], None] | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._clock = clock or Clock()
        self._tell = tell or (lambda _: None)
        self._pace = Pace(rate, self._clock)
        self._origins = frozenset(_origin(base) for base in bases)
        self._max_bytes = max_bytes
        headers = {"User-Agent": agent, "Accept-Encoding": "gzip, deflate"}
        self._http = httpx.Client(headers=headers, timeout=TIMEOUT, follow_redirects=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def text(self, url: str, params: Mapping[str, str] | None = None) -> str:
        """A page or list, whole and in memory.

        Raises:
            FetchError: it cannot be had.
        """
        where = str(httpx.URL(url, params=dict(params))) if params else url
        return self._ask(where, LIST_BYTES, _read)

    def json(self, url: str, params: Mapping[str, str] | None = None) -> object:
        """A list as JSON.

        Raises:
            FetchError: it cannot be had, or is not JSON.
        """
        try:
            return json.loads(self.text(url, params).removeprefix("\ufeff"))
        except ValueError as error:
            raise FetchError("the answer is not JSON", where=url, hint="The archive may have changed.") from error

    def download(self, url: str, path: Path) -> Body:
        """The body of ``url`` into the file ``path``, forced to disk.

        Raises:
            FetchError: it cannot be had whole. What stands in ``path`` then is not to be used.
            OSError: the file cannot be written.
        """

        def write(answer: httpx.Response, pieces: Iterator[bytes]) -> Body:
            digest, size = hashlib.sha256(), 0
            with path.open("wb") as file:
                for piece in pieces:
                    digest.update(piece)
                    size += len(piece)
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
            ends = "content-length" in answer.headers or "chunked" in answer.headers.get("transfer-encoding", "")
            return Body(size, digest.hexdigest(), media_type, ends)

        return self._ask(url, self._max_bytes, write)

    def _ask(self, url: str, limit: int, use: Use[T]) -> T:
        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(_Passing),
            stop=tenacity.stop_after_attempt(TRIES),
            wait=_wait,
            sleep=self._clock.sleep,
            before_sleep=self._tell_of_wait,
            reraise=True,
        )
        result: T = retrying(self._once, url, limit, use)
        return result

    def _tell_of_wait(self, state: tenacity.RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, _Passing):
            self._tell(f"waiting    {state.upcoming_sleep:.0f} s, since {error.what}: {error.where}")

    def _once(self, url: str, limit: int, use: Use[T]) -> T:
        asked = url
        for _ in range(REDIRECTS + 1):
            self._check_origin(url, asked)
            self._pace.wait()
            try:
                with self._http.stream("GET", url) as answer:
                    if answer.has_redirect_location:
                        url = urljoin(url, answer.headers["location"])
                        continue
                    _judge(answer, asked)
                    return use(answer, self._bounded(answer, limit, asked))
            except httpx.RequestError as error:  # broken off, cut short, timed out, not to be decompressed
                said = str(error) or type(error).__name__
                raise _Passing(f"the connection failed ({said})", where=asked) from error
        raise FetchError(f"redirected more than {REDIRECTS} times", where=asked)

    def _check_origin(self, url: str, asked: str) -> None:
        try:
            known = _origin(url) in self._origins
            httpx.URL(url)
        except (ValueError, httpx.InvalidURL) as error:
            raise FetchError(f"{url!r} is not an address", where=asked) from error
        if not known:
            raise FetchError(
                f"it leads to {url}, outside the archive",
                where=asked,
                hint="Only the hosts that are set for the archive are asked.",
            )

    def _bounded(self, answer: httpx.Response, limit: int, asked: str) -> Iterator[bytes]:
        """The decompressed pieces of a body, as long as they are neither too many nor too slow."""
        size, until = 0, self._clock.now() + SECONDS_A_BODY
        if int(answer.headers.get("content-length") or 0) > limit:
            raise _too_large(limit, asked)
        for piece in answer.iter_bytes():
            size += len(piece)
            if size > limit:
                raise _too_large(limit, asked)
            if self._clock.now() > until:
                raise FetchError(f"it was not there after {SECONDS_A_BODY:.0f} seconds", where=asked)
            yield piece
        if not size:
            raise _Passing("the answer is empty", where=asked)


def _read(answer: httpx.Response, pieces: Iterator[bytes]) -> str:
    return b"".join(pieces).decode(answer.encoding or "utf-8", "replace")


def _judge(answer: httpx.Response, asked: str) -> None:
    """Raise what a status means, if it does not mean that all is well."""
    status = answer.status_code
    if status == httpx.codes.OK:
        return
    said = f"the archive answered {status} {answer.reason_phrase}".rstrip()
    if status in PASSING:
        wait = _retry_after(answer)
        if wait is not None and wait > LONGEST_RETRY_AFTER:
            raise FetchRefused(
                f"{said}, and asks to wait {wait:.0f} seconds",
                where=asked,
                hint="Run the same command again then; what is there already is not fetched again.",
            )
        raise _Passing(said, where=asked, retry_after=wait)
    if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        raise FetchRefused(
            said,
            where=asked,
            hint="It refuses those who ask too often, or do not say who they are: check the contact, and wait ten "
            "minutes before the next run.",
        )
    raise FetchError(said, where=asked)


def _retry_after(answer: httpx.Response) -> float | None:
    """Seconds that ``Retry-After`` names, as a number or as a date (RFC 9110, 10.2.3); ``None`` without one."""
    given = answer.headers.get("retry-after", "").strip()
    if given.isascii() and given.isdigit():
        return float(given)
    with suppress(ValueError, TypeError):
        until = parsedate_to_datetime(given)
        date = answer.headers.get("date")  # by the archive's clock, which need not agree with ours
        now = parsedate_to_datetime(date) if date else datetime.now(UTC)
        return max((until - now).total_seconds(), 0.0)
    return None


def _wait(state: tenacity.RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, _Passing) and error.retry_after is not None:
        return error.retry_after
    return _pause(state)


def _too_large(limit: int, asked: str) -> FetchError:
    return FetchError(
        f"it is larger than {limit:,} bytes", where=asked, hint="TICKMARK_FETCH_MAX_BYTES says how large one may be."
    )


def _origin(url: str) -> tuple[str, str, int | None]:
    """Scheme, host and port: what a redirect must not leave.

    Raises:
        ValueError: it has no host, or another scheme than the web's.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"not a web address: {url!r}")
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}[parts.scheme]
