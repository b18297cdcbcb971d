"""Words around a metric that name another thing or none."""

import pytest

from tickmark.index.asked.turns import as_filings_say


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("net margin attributable to owners", "net profit attributable to owners as a percentage of revenue"),
        ("net margin of owners", "net margin of owners"),
        ("how many instances of rough handling", "how many rough handling"),
        (
            "cloth that came out of the slower, cheaper weaving method",
            "cloth that were produced with the slower, cheaper weaving process",
        ),
        ("cloth that came out of the mill", "cloth that came out of the mill"),
        ("how many people did they have in Oxbarrow", "how many employees did they have in Oxbarrow"),
        ("how many people did the board have", "how many people did the board have"),
        ("how many shares did Tarn have in issue in May", "how many shares in issue did Tarn have in May"),
        ("how did the votes fall on the bylaws", "votes on the bylaws"),
        ("when H shareholders met in May, how many", "at the H shares class meeting in May, how many"),
        ("fine dust from the kilns", "dust from the kilns"),
        ("fine dining costs", "fine dining costs"),
        ("what share of the glazes bought in May was up to standard", "what was the pass rate of the glazes in May"),
        ("carbon that the kiln helped to avoid", "carbon that the kiln avoid"),
        ("lower and mid-level managers", "junior-middle managers"),
        ("what did it pay to train one weaver's mate", "what did it pay to train one weaver's mate"),
        ("what did it pay to train one worker", "what did it pay for training per capita"),
        ("prizes handed out to our staff in 2023", "prizes handed out in 2023"),
        ("barges hired, 3-year total 2021-2023", "barges hired, total over 2021-2023"),
        ("by how much did the rate move", "by how much did the rate change"),
        ("barges in the years that the report covers", "barges in the years"),
        ("team prizes in 2023", "group prizes in 2023"),
        ("training given to staff in Oxbarrow", "training given to staff in Oxbarrow"),
        ("hours per head for employees as a whole", "hours per head overall"),
        ("soot for each 1,000 euros of turnover", "soot per thousand of revenue"),
        ("soot per USD'000 of sales", "soot per thousand of revenue"),
        ("soot for every million earned", "soot per thousand of revenue"),
        ("pay per thousand hours", "pay per thousand hours"),
        ("how many days did the average weaver get", "how many days did the average weaver get"),
        ("how many days off did the average worker get", "how many days off did each employee get"),
        ("lessons of a typical employee in 2024", "lessons of each employee in 2024"),
        ("the average employee turnover", "the average employee turnover"),
        ("how much volunteer time did the beach need", "how much volunteer hours did the beach need"),
        ("weavers outside the two main valleys", "weavers outside the two main valleys"),
        ("weavers outside the two main regions", "weavers in rest"),
        ("did the mill manage to save water", "did the mill save water"),
        ("who managed the mill", "who managed the mill"),
        ("soot that went up the mill's two chimneys", "soot emitted"),
    ],
)
def test_it_is_put_more_plainly(text, plain):
    assert as_filings_say(text) == plain
