"""``POST /v1/documents``: filings over HTTP, the same way in as ``tickmark ingest``."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from tickmark.index.library import Library
from tickmark.ingest.errors import InputError, NothingToIngest
from tickmark.ingest.model import Metadata
from tickmark.service.api.documents import find_document
from tickmark.service.api.problems import documented, problem_of, title_for, type_of
from tickmark.service.api.state import Service, ServiceOf
from tickmark.service.intake import ingesting
from tickmark.service.intake.given import FIELDS
from tickmark.service.wire.shapes import DocumentOut

__all__ = ["Uploaded", "receive", "router"]

router = APIRouter(tags=["documents"])

GIVEN = FIELDS
FILES = "files"
NO_FOLDERS = re.compile(r".*[/\\]", re.DOTALL)

FORM_SCHEMA: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": [FILES],
                    "properties": {
                        FILES: {"type": "array", "items": {"type": "string", "format": "binary"}},
                        **{name: {"type": "string"} for name in GIVEN},
                    },
                },
                "example": {FILES: ["esg-2023.txt"], "issuer": "Northwind Magnetics Ltd.", "published": "2024-03-28"},
            }
        },
    }
}


class FileProblem(BaseModel):
    """Why one file is not in the index."""

    type: str
    title: str
    detail: str
    hint: str | None


class Uploaded(BaseModel):
    """What became of one file of an upload."""

    source: str
    status: Literal["added", "replaced", "unchanged", "failed"]
    document: DocumentOut | None
    set_aside: int
    not_understood: int
    problem: FileProblem | None


class Upload(BaseModel):
    """What became of an upload, file by file in the order given; of an archive, one result for each filing in it."""

    results: list[Uploaded]


@router.post(
    "/v1/documents",
    response_model=Upload,
    status_code=201,
    openapi_extra=FORM_SCHEMA,
    responses={
        200: {"model": Upload, "description": "Nothing was new: replaced, or there already."},
        207: {"model": Upload, "description": "Some files are in the index, some failed."},
        **documented(400, 403, 409, 413, 415, 422),
    },
)
async def upload(request: Request, service: ServiceOf) -> Response:
    """Add filings to the index, which is made if it is not there yet. What is said of them wins over what is read."""
    outcomes = await receive(request, service)
    if all(uploaded.problem for uploaded in outcomes):
        error = InputError("no file of this upload could be read", hint="See results for each of them.")
        return problem_of(request.scope, error, results=[each.model_dump(mode="json") for each in outcomes])
    if any(uploaded.problem for uploaded in outcomes):
        status = 207
    else:
        status = 201 if any(uploaded.status == "added" for uploaded in outcomes) else 200
    return JSONResponse(Upload(results=outcomes).model_dump(mode="json"), status_code=status)


async def receive(request: Request, service: Service) -> list[Uploaded]:
    """Take in the files of a form.

    Raises:
        TickmarkError: the form cannot be used, or the index. Trouble with one of the files is in what is returned.
        HTTPException: it is too large.
    """
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise UnsupportedUploadError(
            "an upload is multipart/form-data", hint=f"Send the files as form fields named {FILES}."
        )
    settings = service.settings
    async with request.form(max_files=settings.upload_max_files, max_fields=len(GIVEN) * 2) as form:
        files, given = _files_of(form), _given_by(form)
        if sum(file.size or 0 for _, file in files) > settings.upload_max_bytes:
            raise HTTPException(413, f"The files are larger than {settings.upload_max_bytes:,} bytes together.")
        return await service.write(lambda library: _take(library, files, given), create=True)


class UnsupportedUploadError(InputError):
    """Not an upload of files."""

    status = 415
    slug = "unsupported-upload"


def _files_of(form: FormData) -> list[tuple[str, UploadFile]]:
    """The files under the names that their citations will carry."""
    files = [
        (NO_FOLDERS.sub("", value.filename or "").strip() or "unnamed", value)
        for name, value in form.multi_items()
        if isinstance(value, UploadFile) and name == FILES
    ]
    if not files:
        raise NothingToIngest("there is no file in this upload", hint=f"Send files as form fields named {FILES}.")
    twice = [name for name, count in Counter(name for name, _ in files).items() if count > 1]
    if twice:
        # One would replace the other, and its sender would never know.
        raise InputError(f"several files are called {twice[0]!r}", where=FILES, hint="Give each a name of its own.")
    return files


def _given_by(form: FormData) -> Metadata:
    said: dict[str, str] = {}
    for name, value in form.multi_items():
        if isinstance(value, str) and name in GIVEN:
            said[name] = value
        elif name != FILES or isinstance(value, str):
            raise InputError(
                f"there is no field {name!r}" if name != FILES else f"{FILES} holds text, not a file",
                where="upload",
                hint=f"The fields are {FILES}, {', '.join(GIVEN)}.",
            )
    if said.get("title", "").strip() and len([v for _, v in form.multi_items() if isinstance(v, UploadFile)]) > 1:
        raise InputError("a title names one filing, and there are several here", where="title")
    return ingesting.metadata(**said)


def _take(library: Library, files: list[tuple[str, UploadFile]], given: Metadata) -> list[Uploaded]:
    """Read each file into the library, of an archive each filing in it; in a thread, so it may read what is spooled."""
    return [
        _uploaded(library, outcome)
        for name, file in files
        for outcome in ingesting.ingest_bytes(library, file.file.read(), name, given)
    ]


def _uploaded(library: Library, outcome: ingesting.Outcome) -> Uploaded:
    error = outcome.error
    return Uploaded(
        source=outcome.source,
        status=outcome.change or "failed",
        document=find_document(library, outcome.filing_id) if outcome.filing_id else None,
        set_aside=outcome.set_aside,
        not_understood=outcome.not_understood,
        problem=_file_problem(error) if error else None,
    )


def _file_problem(error: InputError) -> FileProblem:
    return FileProblem(type=type_of(error), title=title_for(error), detail=error.what, hint=error.hint or None)
