"""What people of a trade type short, written out beside what tells it."""

import pytest

from tickmark.index.asked.turns import as_filings_say


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("recurring NPAtt", "recurring net profit attributable to shareholders"),
        ("net profit to shldrs", "net profit attributable to shareholders"),
        ("net profit attrib.", "net profit attributable"),
        ("NPATatt of the mill", "net profit attributable to shareholders of the mill"),
        ("parent NP yoy", "net profit attributable to shareholders yoy"),
        ("turnover y/y", "turnover yoy"),
        ("shares o/s", "shares outstanding"),
        ("ttl looms", "total looms"),
        ("staff cnt", "staff count"),
        ("% women in mid mgmt", "% women in middle management"),
        ("mid-level managers", "middle managers"),
        ("snr mgrs", "senior managers"),
        ("jr management", "junior management"),
        ("votes agst the merger", "votes against the merger"),
        ("how many voted down the merger", "how many voted against the merger"),
        ("sup. cttee rules", "supervisory committee rules"),
        ("H-class mtg", "H shares class meeting"),
        ("total wt of cloth", "total weight of cloth"),
        ("LTI lost days", "lost days"),
        ("LTI days lost", "lost days"),
        ("lost days (LTI)", "lost days"),
        ("Larkmoor sub", "Larkmoor subsidiary"),
        ("t/o of the mill", "turnover of the mill"),
        ("H2O use", "water use"),
        ("wool 3yr cum. cost", "wool 3 years cumulative cost"),
        ("L&D spend", "training spend"),
        ("employee sat score", "employee satisfaction score"),
        ("ee sat 2023", "employee satisfaction 2023"),
        ("leavers (F)", "leavers female"),
        ("new hires M 2023", "new hires male 2023"),
        ("total N in effluent", "nitrogen in effluent"),
        ("total P discharge", "phosphorus discharge"),
        ("non-HW", "non-hazardous waste"),
        ("HW landfilled", "hazardous waste landfilled"),
        ("mud treated, 10kt", "mud treated, in tonnes"),
        ("ex-poverty counties", "former poverty counties"),
        ("# looms idle, # of weavers", "number of looms idle, number of weavers"),
        ("dyed w/ & w/o salt, w/o wax", "dyed with and without salt, without wax"),
        ("H-sh placing, capex/opex on looms", "H share placing, spend on looms"),
        ("cost/head", "cost per capita"),
        ("soc. ins. cover", "social insurance cover"),
        ("unlocked RS", "unlocked restricted shares"),
        ("WRF (wool rework fraction)", "wool rework fraction"),
        ("质押占其所持比例", "质押占其所持股份比例"),
    ],
)
def test_it_is_written_out(typed, written):
    assert as_filings_say(typed) == written


@pytest.mark.parametrize(
    "text",
    [
        "profit attributable to partners",
        "mid year rent",
        "a sub-committee",
        "the sub was late",
        "nickel wt% of the alloy",
        "wt avg rent",
        "the LTI plan",
        "staff sat on the board",
        "how many staff sat the exam",
        "total P&L",
        "model HW 12",
        "M (male) looms",
        "WRF (another thing)",
        "T/O/P notes",
        "leavers from F hall",
    ],
)
def test_what_may_be_something_else_stays(text):
    assert as_filings_say(text) == text
