"""Words of telling around what is asked for."""

import pytest

from tickmark.index.asked.telling import without_told_amount


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "They say the kilns save about 30 tonnes of coal a year: how does that split by kiln?",
            "They say the kilns save coal a year: how does that split by kiln?",
        ),
        (
            "The report said it spent roughly 4.5 million on glaze. How many potters were there?",
            "The report said it spent on glaze. How many potters were there?",
        ),
    ],
)
def test_a_rough_amount_that_is_told_is_not_asked_for(text, rest):
    assert without_told_amount(text) == rest


@pytest.mark.parametrize("text", ["Did they say about 30 kilns?", "How many kilns of about 30 tonnes were fired?"])
def test_an_amount_that_is_asked_about_stays(text):
    assert without_told_amount(text) == text
