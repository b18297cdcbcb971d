"""What stands before every route: request ids, limits, who may ask, and the headers of every answer."""

from __future__ import annotations

import logging
import re
import time
import uuid
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tickmark.service.api.problems import problem_of
from tickmark.service.settings import Settings

__all__ = ["CONTENT_SECURITY_POLICY", "UPLOADS", "Guard"]

# Where filings come in: from programs and scripts, and from the form of a page without script.
UPLOADS = frozenset({("POST", "/v1/documents"), ("POST", "/filings")})
# Boundaries, part headers and form fields of an upload, over and above its files.
UPLOAD_FRAMING = 256 * 1024

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")

log = logging.getLogger("tickmark.service.requests")


class Guard:
    """ASGI middleware around the whole service.

    It also turns what no handler caught into a problem document, so that even a fault has the one error shape and the
    usual headers.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._hosts = {*settings.allowed_hosts, _bracketed(settings.host.lower())}
        if settings.public_url is not None:
            self._hosts.add(_without_port(urlsplit(settings.public_url).netloc.lower()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        given = headers.get("x-request-id", "")
        request_id = given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        answer = _Answer(send, request_id)
        began = time.perf_counter()
        try:
            self._check(scope, headers)
            await self._app(scope, self._counted(scope, receive), answer.send)
        except HTTPException as refusal:
            await problem_of(scope, refusal)(scope, receive, answer.send)
        except Exception as fault:
            log.exception("%s %s failed, request %s", scope["method"], scope["path"], request_id)
            if answer.status is not None:  # half of an answer is out: closing the connection is all that is left
                raise
            await problem_of(scope, fault)(scope, receive, answer.send)
        finally:
            spent = (time.perf_counter() - began) * 1000
            log.info("%s %s %s %.1f ms, request %s", scope["method"], scope["path"], answer.status, spent, request_id)

    def _check(self, scope: Scope, headers: Headers) -> None:
        """Raise for a request that no route should see."""
        host = headers.get("host", "").lower()
        if not self._allows(_without_port(host)):
            raise HTTPException(
                421, f"This service is not called {host!r}. Its names are set in TICKMARK_ALLOWED_HOSTS."
            )
        if scope["method"] not in SAFE_METHODS and _from_elsewhere(headers, host):
            raise HTTPException(403, "A page of another site may not change anything here.")
        length = headers.get("content-length", "")
        if length.isdigit() and int(length) > self._limit(scope):
            raise self._too_large(scope)

    def _allows(self, name: str) -> bool:
        return "*" in self._hosts or name in self._hosts

    def _limit(self, scope: Scope) -> int:
        if (scope["method"], scope["path"]) in UPLOADS:
            return self._settings.upload_max_bytes + UPLOAD_FRAMING
        return self._settings.max_body_bytes

    def _too_large(self, scope: Scope) -> HTTPException:
        return HTTPException(413, f"The request is larger than {self._limit(scope):,} bytes, which is the most here.")

    def _counted(self, scope: Scope, receive: Receive) -> Receive:
        """``receive``, until more has come than may: what a request says of its own length is not relied on."""
        limit, taken = self._limit(scope), 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > limit:
                raise self._too_large(scope)
            return message

        return counted


class _Answer:
    """Sends an answer with the headers that every answer has, and remembers its status."""

    def __init__(self, send: Send, request_id: str) -> None:
        self._send = send
        self._request_id = request_id
        self.status: int | None = None

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers["X-Request-ID"] = self._request_id
            headers.setdefault("Cache-Control", "no-store")
        await self._send(message)


def _bracketed(host: str) -> str:
    """A host as it stands in a URL: an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _without_port(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host


def _from_elsewhere(headers: Headers, host: str) -> bool:
    """Whether a browser says that a page of another site sent this. Other programs say nothing, and may ask."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc.lower() != host
