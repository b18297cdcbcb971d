"""The kinds of filing on HKEXnews: what to ask the search for, and what a headline says.

The numbers are the site's "headline categories" (its lists ``tierone``, ``tiertwogrp`` and ``tiertwo``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["FORMS", "Category", "form_of"]

ANY = "-2"
ANNOUNCEMENTS, CIRCULARS, LISTING_DOCUMENTS, REPORTS = "10000", "20000", "30000", "40000"
FINANCIAL = "3"  # the group of announcements that holds results


@dataclass(frozen=True, slots=True)
class Category:
    """A headline category of the search; without arguments all of them."""

    tier_1: str = ANY
    tier_2_group: str = ANY
    tier_2: str = ANY

    @property
    def search_type(self) -> str:
        """``1`` searches a headline category, ``0`` everything."""
        return "0" if self.tier_1 == ANY else "1"


FORMS = {
    "annual-report": Category(REPORTS, ANY, "40100"),
    "interim-report": Category(REPORTS, ANY, "40200"),
    "quarterly-report": Category(REPORTS, ANY, "40300"),
    "esg-report": Category(REPORTS, ANY, "40400"),
    "annual-results": Category(ANNOUNCEMENTS, FINANCIAL, "13300"),
    "interim-results": Category(ANNOUNCEMENTS, FINANCIAL, "13400"),
    "quarterly-results": Category(ANNOUNCEMENTS, FINANCIAL, "13600"),
    "announcement": Category(ANNOUNCEMENTS),
    "circular": Category(CIRCULARS),
    "listing-document": Category(LISTING_DOCUMENTS),
}

# What stands in a headline, in both languages of the site, and what Tickmark calls it. A headline that is not here
# gives no form, and the filing's own face will tell.
_HEADLINES = {
    "annual report": "annual report",
    "年報": "annual report",
    "interim/half-year report": "interim report",
    "interim report": "interim report",
    "中期/半年度報告": "interim report",
    "中期報告": "interim report",
    "quarterly report": "quarterly report",
    "季度報告": "quarterly report",
    "environmental, social and governance information/report": "ESG report",
    "環境、社會及管治資料/報告": "ESG report",
    "final results": "annual results",
    "末期業績": "annual results",
    "interim results": "interim results",
    "中期業績": "interim results",
    "quarterly results": "quarterly results",
    "季度業績": "quarterly results",
    "circulars": "circular",
    "通函": "circular",
}
_SPLIT = re.compile(r"\s+/\s+|\s+-\s+|[\[\]]")


def form_of(headline: str) -> str | None:
    """The form that a headline names: ``"Announcements and Notices - [Final Results / Dividend]"`` is annual results.

    Read from the row and not from what was asked for, so that a search that does not keep to its category cannot give
    a filing the wrong form.
    """
    for part in _SPLIT.split(headline):
        if form := _HEADLINES.get(part.strip().casefold()):
            return form
    return None
