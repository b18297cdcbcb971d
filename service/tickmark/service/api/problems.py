"""Every error the service gives, in one shape: RFC 9457 ``application/problem+json``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from tickmark.ingest.errors import TickmarkError

__all__ = [
    "MEDIA_TYPE",
    "Problem",
    "ProblemResponse",
    "documented",
    "install",
    "problem_of",
    "request_id_of",
    "title_for",
    "title_of",
    "type_of",
]

MEDIA_TYPE = "application/problem+json"
TYPE_PREFIX = "urn:tickmark:problem:"

# Titles that stay the same from one Python to the next; http.HTTPStatus reworded several of its own.
TITLES = {
    400: "Bad request",
    403: "Forbidden",
    404: "Not found",
    405: "Method not allowed",
    413: "Too large",
    415: "Unsupported media type",
    421: "Misdirected request",
    422: "Unprocessable content",
    500: "Internal error",
    501: "Not installed",
    503: "Not ready",
}


class FieldProblem(BaseModel):
    """One field of a request that cannot be used."""

    field: str = Field(examples=["filters.published_from"])
    message: str = Field(examples=["not a date: 'yesterday'"])


class Problem(BaseModel):
    """What went wrong. ``type`` is for programs, ``title`` and ``detail`` for people, ``hint`` says what to do."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": TYPE_PREFIX + "invalid-question",
                    "title": "An empty question, or one too long",
                    "status": 422,
                    "detail": "the question is empty",
                    "instance": "/v1/search",
                    "request_id": "5f0c5a4e0b7d4c0e8a0c4a6be2b6b7a1",
                    "hint": "Ask for a figure, a period and a company",
                    "errors": [],
                }
            ]
        }
    )

    type: str
    title: str
    status: int
    detail: str
    instance: str
    request_id: str
    hint: str | None = None
    errors: list[FieldProblem] = []


class ProblemResponse(JSONResponse):
    """A problem document."""

    media_type = MEDIA_TYPE


def request_id_of(scope: Mapping[str, Any]) -> str:
    """The id of the request, as the guard gave it."""
    return str(scope.get("state", {}).get("request_id", ""))


def title_of(status: int) -> str:
    """What a status means, in words."""
    return TITLES.get(status) or HTTPStatus(status).phrase


def _respond(
    scope: Mapping[str, Any],
    *,
    slug: str,
    title: str,
    status: int,
    detail: str,
    hint: str = "",
    errors: Sequence[FieldProblem] = (),
    headers: Mapping[str, str] | None = None,
    **more: Any,
) -> ProblemResponse:
    problem = Problem(
        type=TYPE_PREFIX + slug,
        title=title,
        status=status,
        detail=detail,
        instance=str(scope.get("path", "")),
        request_id=request_id_of(scope),
        hint=hint or None,
        errors=list(errors),
    )
    return ProblemResponse({**problem.model_dump(), **more}, status_code=status, headers=headers)


def problem_of(scope: Mapping[str, Any], error: Exception, **more: Any) -> ProblemResponse:
    """The problem document that tells of ``error``; ``more`` are extension members."""
    if isinstance(error, TickmarkError):
        return _of_ours(scope, error, more)
    if isinstance(error, RequestValidationError):
        return _of_validation(scope, error)
    if isinstance(error, HTTPException):
        return _of_http(scope, error)
    # What failed is in the log under the request id; a stranger is told only that it failed.
    return _respond(
        scope,
        slug="internal-error",
        title=title_of(500),
        status=500,
        detail="the request could not be finished",
        hint="Look for this request id in the service's log, and report it if it happens again",
    )


def title_for(error: TickmarkError) -> str:
    """What kind of error it is, in words: the same for every error of the kind."""
    return (type(error).__doc__ or type(error).__name__).strip().splitlines()[0].rstrip(".")


def type_of(error: TickmarkError) -> str:
    """The URI that names the kind of error."""
    return TYPE_PREFIX + error.slug


def _of_ours(scope: Mapping[str, Any], error: TickmarkError, more: Mapping[str, Any]) -> ProblemResponse:
    detail = f"{error.where}: {error.what}" if error.where else error.what
    headers = {"Retry-After": "5"} if error.status == 503 else None
    return _respond(
        scope,
        slug=error.slug,
        title=title_for(error),
        status=error.status,
        detail=detail,
        hint=error.hint,
        headers=headers,
        **more,
    )


def _of_validation(scope: Mapping[str, Any], error: RequestValidationError) -> ProblemResponse:
    fields = []
    for each in error.errors():
        where, *path = each["loc"]
        # Of a body that is no JSON the location is a character offset, which is no field.
        names = [str(part) for part in path] if each["type"] != "json_invalid" else []
        fields.append(FieldProblem(field=".".join(names) or str(where), message=str(each["msg"])))
    detail = "; ".join(f"{each.field}: {each.message}" for each in fields)
    return _respond(
        scope,
        slug="invalid-request",
        title="The request cannot be understood",
        status=422,
        detail=detail,
        hint="Compare it with /openapi.json",
        errors=fields,
    )


def _of_http(scope: Mapping[str, Any], error: HTTPException) -> ProblemResponse:
    title = title_of(error.status_code)
    return _respond(
        scope,
        slug=title.lower().replace(" ", "-"),
        title=title,
        status=error.status_code,
        detail=str(error.detail),
        headers=error.headers,
    )


def install(app: FastAPI) -> None:
    """Have ``app`` tell of every error as a problem document."""

    async def handle(request: Request, error: Exception) -> ProblemResponse:
        return problem_of(request.scope, error)

    for kind in (TickmarkError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, handle)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of a route that can end in these statuses."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": title_of(status), "content": content} for status in (*statuses, 500)}
