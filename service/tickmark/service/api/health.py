"""Whether the service lives, and whether it can answer."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from tickmark.service.api.problems import documented
from tickmark.service.api.state import ServiceOf

__all__ = ["router"]

router = APIRouter(tags=["health"])


class Alive(BaseModel):
    """The process answers."""

    status: Literal["alive"] = "alive"


class Ready(BaseModel):
    """Questions are answered."""

    status: Literal["ready"] = "ready"
    model: str
    generation: int


@router.get("/healthz", responses=documented())
async def healthz() -> Alive:
    """Whether the process answers at all."""
    return Alive()


@router.get("/readyz", responses=documented(503))
async def readyz(service: ServiceOf) -> Ready:
    """Whether the index is open and the model is loaded."""
    library = await service.ready()
    return Ready(model=library.info.name, generation=await service.read(lambda opened: opened.generation()))
