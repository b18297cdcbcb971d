"""How well a figure's period is the one asked for, where none is asked for."""

from decimal import Decimal

from tickmark.index.question import understand
from tickmark.index.ranking.period_fit import period_fit
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Figure, Period, Span

YEAR = Period("duration", "2023-01-01", "2023-12-31", "2023")


def fit(period):
    figure = Figure("f", "12", "12", Span((0, 2), (1, 1)), "cell", number=Decimal(12), period=period)
    return period_fit(understand("how many barges do they own", [], Calendar()), figure, YEAR, "2024-02-20")


def test_without_a_period_now_is_meant():
    assert fit(None) == fit(YEAR) == fit(Period("instant", None, "2024-01-31", "31 January 2024"))
    assert fit(Period("duration", "2022-01-01", "2022-12-31", "2022")) < fit(YEAR)
    assert fit(Period("instant", None, "2017-03-31", "March 2017")) < fit(YEAR)
