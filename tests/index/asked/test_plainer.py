"""Words around a metric that name another thing or none."""

import pytest

from tickmark.index.asked.turns import as_filings_say


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("net margin attributable to owners", "net profit attributable to owners as a percentage of revenue"),
        ("net margin of owners", "net margin of owners"),
        ("how many instances of rough handling", "how many rough handling"),
        ("fine dust from the kilns", "dust from the kilns"),
        ("fine dining costs", "fine dining costs"),
        ("carbon that the kiln helped to avoid", "carbon that the kiln avoid"),
        ("lower and mid-level managers", "junior-middle managers"),
        ("what did it pay to train one weaver's mate", "what did it pay to train one weaver's mate"),
        ("what did it pay to train one worker", "what did it pay for training per capita"),
        ("cost per trained employee", "training cost per capita"),
        ("hours for each trainee", "training hours per capita"),
        ("soot that went up the mill's two chimneys", "soot emitted"),
    ],
)
def test_it_is_put_more_plainly(text, plain):
    assert as_filings_say(text) == plain
