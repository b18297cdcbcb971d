"""Words that no filing uses: names, and forenames of which filings print the initial."""

import pytest

from tickmark.index.question import understand
from tickmark.index.words.spelling import Words, spelled
from tickmark.ingest.figures.calendar import Calendar

WORDS = Words({"orlow": 3.0, "loom": 2.0}, ("orlow", "loom"), lambda _: False, lambda *_: False, lambda _: ())


@pytest.mark.parametrize(
    ("text", "strangers"),
    [
        ("What did Mirela Orlow spend on looms", ()),
        ("What did Mirela K Orlow spend on looms", ()),
        ("What did Mirela Brandt spend on looms", ("mirela", "brandt")),
        ("What did Orlow Mirela spend on looms", ("mirela",)),
    ],
)
def test_a_forename_before_a_known_surname_is_no_stranger(text, strangers):
    assert spelled(understand(text, [], Calendar()), WORDS).strangers == strangers
