"""Answers of every kind, built by hand, and a desk that gives them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from tickmark.index.model import FigureHit, FilingSummary, Interpretation, PassageHit
from tickmark.ingest.model import Cell, CellRef, Column, Figure, Passage, Period, Row, Span, Table
from tickmark.service.model import Answer, Calculation, Verdict
from tickmark.service.slack.desk import Found

NORTHWIND = "Northwind Magnetics Ltd."
HARBOUR = "Harbour Foods Plc"
NAMES = {"northwind": NORTHWIND, "harbour": HARBOUR}


def year(number: int) -> Period:
    return Period("duration", f"{number}-01-01", f"{number}-12-31", str(number))


def summary(number: int = 1, issuer: str = NORTHWIND, **more: object) -> FilingSummary:
    fields: dict[str, object] = {
        "id": f"{number:016x}",
        "source": f"esg-{number}.txt",
        "title": f"ESG report {number}",
        "issuer": issuer,
        "issuer_names": (),
        "stock_code": None,
        "form": "ESG report",
        "published": "2023-03-30",
        "period": None,
        "language": "en",
        "media_type": "text/plain",
        "chars": 1000,
        "tables": 1,
        "figures": 6,
        "passages": 1,
    }
    return FilingSummary(**{**fields, **more})


def figure(printed: str = "105,925", when: int = 2022, **more: object) -> Figure:
    number = printed.replace(",", "")
    fields: dict[str, object] = {
        "id": f"f-{printed}-{when}",
        "printed": printed,
        "quote": printed,
        "span": Span((40, 47), (5, 5)),
        "origin": "cell",
        "number": Decimal(number) if re.fullmatch(r"[\d.]+", number) else None,
        "unit": "tCO2e",
        "period": year(when),
        "label_path": ("Scope 2",),
        "column_path": (str(when),),
        "cell": CellRef(0, 1, 2 if when == 2022 else 3),
        "section": ("Climate",),
    }
    return Figure(**{**fields, **more})


def table(*figures: Figure, label: str = "Scope 2", caption: str = "Emissions") -> Table:
    columns = tuple(Column(each.column_path, each.period) for each in figures)
    cells = tuple(
        Cell(at, each.cell.column if each.cell else at + 2, each.printed, each.span, (each,))
        for at, each in enumerate(figures)
    )
    return Table(0, columns, (Row((label,), cells, Span((30, 60), (5, 5)), 1),), Span((0, 90), (3, 6)), caption=caption)


def told(issuer: str = NORTHWIND, metric: str = "Scope 2", when: int | None = 2022, **more: object) -> Interpretation:
    fields = {
        "issuers": (issuer,) if issuer else (),
        "metrics": (metric,) if metric else (),
        "periods": (year(when),) if when else (),
        "intent": "figure",
    }
    return Interpretation(**{**fields, **more})


def answered(
    question: str = "Northwind scope 2 2022", *, when: int = 2022, filing: FilingSummary | None = None
) -> Found:
    one, other = figure(when=when), figure("98,000", when - 1)
    filing = filing or summary()
    verdict = Verdict("answered", f"Scope 2 were 105,925 tCO2e in {when}.", (one.id,))
    answer = Answer(question, told(filing.issuer, when=when), verdict, (FigureHit(one, filing, 0.9),))
    return Found(answer, {(filing.id, 0): table(one, other)})


def not_disclosed(question: str = "Northwind scope 3 2022") -> Found:
    one = figure("/", status="not_disclosed", number=None, label_path=("Scope 3",))
    verdict = Verdict("not_disclosed", "Northwind does not disclose Scope 3.", (one.id,), reason='It prints "/".')
    answer = Answer(question, told(metric="Scope 3"), verdict, (FigureHit(one, summary(), 0.9),))
    return Found(answer, {(summary().id, 0): table(one)})


def conflicting(question: str = "Northwind scope 2 2022", sides: int = 2) -> Found:
    figures = [replace(figure(f"105,{900 + at}"), id=f"side-{at}") for at in range(sides)]
    ids = tuple(each.id for each in figures)
    verdict = Verdict("conflicting", "Two filings give different values.", ids, reason="105,900 and 105,901 differ.")
    hits = tuple(FigureHit(each, summary(at), 0.9, ids) for at, each in enumerate(figures))
    return Found(Answer(question, told(), verdict, hits))


def not_found(question: str = "Contoso revenue 2022", **more: object) -> Found:
    verdict = Verdict("not_found", "No answer in these filings.", reason="No filing here is by Contoso.")
    return Found(Answer(question, told(issuer="", metric="revenue", **more), verdict))


def series(question: str = "Northwind scope 2 over time", members: int = 12) -> Found:
    figures = [replace(figure(f"{100 + at},000", 2000 + at), id=f"m{at}", cell=None) for at in range(members)]
    verdict = Verdict("answered", "Scope 2 over time.", tuple(each.id for each in figures))
    interpretation = told(when=None, intent="series")
    return Found(Answer(question, interpretation, verdict, tuple(FigureHit(f, summary(), 0.9) for f in figures)))


def calculated(question: str = "growth of scope 2") -> Found:
    one, other = figure(), figure("98,000", 2021)
    calculation = Calculation("105,925 - 98,000", Decimal(7925), "tCO2e")
    verdict = Verdict("answered", "Scope 2 grew by 7,925 tCO2e.", (one.id, other.id), calculation=calculation)
    hits = (FigureHit(one, summary(), 0.9), FigureHit(other, summary(), 0.9))
    return Found(Answer(question, told(), verdict, hits), {(summary().id, 0): table(one, other)})


def in_words(text: str, question: str = "Who audits Northwind?") -> Found:
    passage = Passage("p1", summary().id, "prose", text, text, Span((10, 10 + len(text)), (2, 4)), ("Audit",))
    verdict = Verdict("answered", "The auditor is named here.", (), ("p1",))
    answer = Answer(
        question, told(metric="auditor", when=None, intent="fact"), verdict, (), (PassageHit(passage, summary(), 0.8),)
    )
    return Found(answer)


class Desk:
    """Answers by rule: a name and a year that are in the question, or what a test put there."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.filed = [summary(1), summary(2, HARBOUR, title="Annual report")]
        self.make: Callable[[str], Found] = self.by_rule

    async def ask(self, question: str) -> Found:
        self.asked.append(question)
        return self.make(question)

    async def filings(self) -> list[FilingSummary]:
        return self.filed

    @staticmethod
    def by_rule(question: str) -> Found:
        lower = question.lower()
        issuer = next((full for name, full in NAMES.items() if name in lower), "")
        when = re.search(r"20\d\d", question)
        metric = next((each for each in ("scope 1", "scope 2", "revenue") if each in lower), "")
        understood = told(issuer, metric, int(when[0]) if when else None)
        if not (issuer and metric and when):
            found = not_found(question)
            return Found(replace(found.answer, interpretation=understood))
        found = answered(question, when=int(when[0]), filing=summary(1, issuer))
        return Found(replace(found.answer, interpretation=understood), found.tables)
