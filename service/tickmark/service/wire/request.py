"""The contract on the wire: what a program may ask of ``POST /v1/search``."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

__all__ = ["FiltersIn", "SearchRequest"]

Date = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", examples=["2024-03-28"])]


class FiltersIn(BaseModel):
    """Which filings and periods may answer. Within one filter any value will do; together all must hold."""

    model_config = ConfigDict(extra="forbid")

    issuer: list[str] = Field(default=[], examples=[["Northwind Magnetics Ltd."]])
    stock_code: list[str] = Field(default=[], examples=[["01234"]])
    form: list[str] = Field(default=[], examples=[["ESG report"]])
    document_id: list[str] = Field(default=[], examples=[["433e760ae291a8e5"]])
    published_from: Date | None = None
    published_to: Date | None = None
    period_from: Date | None = None
    period_to: Date | None = None


class SearchRequest(BaseModel):
    """A question."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"query": "Northwind scope 2 emissions 2022", "k": 5, "filters": {"form": ["ESG report"]}}]
        },
    )

    query: str = Field(description="The question, in English or Chinese.")
    k: int = Field(default=5, ge=1, description="How many figures and passages to give, at most.")
    # Checked where the command line's filters are checked, so that both refuse the same things in the same words.
    filters: Annotated[dict[str, Any], WithJsonSchema(FiltersIn.model_json_schema())] = Field(default_factory=dict)
