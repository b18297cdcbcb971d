"""The pages of a paged document as pictures, with a cited place lit."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Path, Query, Response

from tickmark.index.library import Library
from tickmark.ingest.errors import InputError, UnknownPage
from tickmark.ingest.readers.pdf.picture import page_picture
from tickmark.service.api.problems import documented
from tickmark.service.api.state import ServiceOf
from tickmark.service.web.source_page import chars_of
from tickmark.service.web.source_pages import place_of

__all__ = ["router"]

router = APIRouter(tags=["documents"])
KEPT = "private, max-age=86400"


@router.get(
    "/documents/{document_id}/pages/{page}.png",
    responses={**documented(404, 422, 503), 200: {"content": {"image/png": {}}}, 304: {"description": "Unchanged"}},
    response_class=Response,
)
async def show_page(
    document_id: str,
    page: Annotated[int, Path(ge=1, le=100_000)],
    service: ServiceOf,
    *,
    chars: Annotated[str | None, Query(description="Characters to light, start-end.", examples=["48211-48218"])] = None,
    box: Annotated[
        str | None, Query(description="Box to light: left,top,right,bottom in points.", examples=["72,90.5,540,101"])
    ] = None,
    if_none_match: Annotated[str | None, Header()] = None,
) -> Response:
    """A page as it is printed, the box around the cited characters lit."""

    def work(library: Library) -> tuple[str, bytes | None]:
        whole = library.store.resolve(document_id)
        tag = f'"{whole}-{page}-{chars or ""}-{box or ""}"'
        if if_none_match is not None and tag in if_none_match:
            return tag, None
        original = library.store.original(whole)
        if original is None:
            raise UnknownPage(f"document {whole} has no pages", hint="Only paged documents (PDF) have pictures.")
        return tag, page_picture(original, page, _lit(library, whole, page, chars, box))

    tag, picture = await service.read(work)
    headers = {"ETag": tag, "Cache-Control": KEPT}
    if picture is None:
        return Response(status_code=304, headers=headers)
    return Response(picture, media_type="image/png", headers=headers)


def _lit(
    library: Library, document_id: str, page: int, chars: str | None, box: str | None
) -> tuple[float, float, float, float] | None:
    """The box to light; None where the characters stand on another page."""
    if box is not None:
        return _box(box)
    if chars is None:
        return None
    filing = library.load(document_id)
    place = place_of(filing, chars_of(chars, filing))
    return place.box if place is not None and place.page == page else None


def _box(asked: str) -> tuple[float, float, float, float]:
    """Raises InputError unless it is four numbers, left before right and top above bottom."""
    try:
        left, top, right, bottom = (float(part) for part in asked.split(","))
    except ValueError:
        left, top, right, bottom = 0.0, 0.0, -1.0, -1.0
    if not (0 <= left <= right < 1e5 and 0 <= top <= bottom < 1e5):
        raise InputError(f"{asked!r} is not a box", where="box", hint="Write it as left,top,right,bottom in points.")
    return left, top, right, bottom
