"""Headings that make another thing of a metric: its tax, its cost, a hundred per cent of it."""

from decimal import Decimal

import pytest

from tickmark.index.question import understand
from tickmark.index.ranking.another_sense import in_another_sense
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Figure, Span


def figure(*path, number="12", unit="USD"):
    return Figure("f", number, number, Span((0, 2), (1, 1)), "cell", number=Decimal(number), unit=unit, label_path=path)


@pytest.mark.parametrize(
    ("text", "found", "another"),
    [
        ("R&D expense 2022", figure("Deferred tax assets", "R&D expense"), True),
        ("R&D expense 2022", figure("R&D tax credit claimed"), True),
        ("losses carried forward 2022", figure("Deferred tax", "Losses"), False),
        ("R&D tax credit 2022", figure("R&D tax credit claimed"), False),
        ("R&D expense 2022", figure("Operating expenses", "R&D expense"), False),
        ("revenue from ropes 2022", figure("Cost of revenue:", "Ropes"), True),
        ("cost of ropes 2022", figure("Cost of revenue:", "Ropes"), False),
        ("revenue from ropes 2022", figure("Revenue:", "Ropes"), False),
        ("electricity used 2022", figure("Green power used", unit="MWh"), True),
        ("electricity used 2022", figure("Electricity saved by the looms", unit="MWh"), True),
        ("electricity used 2022", figure("Electricity used", unit="MWh"), False),
        ("how many cubic metres of water were used in 2022", figure("Water saved by the dyers", unit="m3"), True),
        ("how much water was saved and how much used in 2022", figure("Water saved by the dyers", unit="m3"), False),
        ("2022年使用了多少水", figure("Water saved by the dyers", unit="m3"), True),
        ("2022年少使用了多少水", figure("Water saved by the dyers", unit="m3"), False),
        ("by how much was the use of water cut in 2022", figure("Water saved by the dyers", unit="m3"), False),
        ("green electricity used 2022", figure("Green power used", unit="MWh"), False),
        ("share of electricity used 2022", figure("Share of green power", unit="%"), False),
        ("electricity of the Aldous mill 2022", figure("Aldous mill", "Solar power", unit="MWh"), False),
        ("which percentage of sales were ropes", figure("Sales", number="100", unit="%"), True),
        ("which percentage of sales were ropes", figure("Ropes", number="40", unit="%"), False),
        (
            "which percentage of suppliers of ropes passed",
            figure("Suppliers that passed", number="100", unit="%"),
            False,
        ),
    ],
)
def test_a_heading_can_make_another_thing_of_it(text, found, another):
    missing = () if "Ropes" in found.label_path else ("rope",)
    assert in_another_sense(understand(text, [], Calendar()), found, missing) is another
