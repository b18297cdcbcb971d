"""Old submissions: tables set with blanks inside <PRE> or <TEXT>."""

from __future__ import annotations

from tickmark.ingest.readers import read

SUBMISSION = """<SEC-DOCUMENT>made.txt
<TYPE>10-K
<TEXT>
                         MILL AND PRESS COMPANY

     The company mills barley. Its year ended on December 31, 1997.

                      CONSOLIDATED BALANCE SHEETS
                            (In thousands)

<TABLE>
<CAPTION>
                                                  December 31,
                                            ------------------------
                                              1997            1996
                                            --------        --------
<S>                                         <C>             <C>
Cash ...................................    $  1,250        $    905
Receivables, less allowance of $41 .....       3,410           2,980
Deferred charges .......................         (12)             (7)
                                            --------        --------
  Total ................................    $  4,648        $  3,878
                                            ========        ========
</TABLE>

     No dividends were paid.
</TEXT>
"""


def test_a_table_set_with_blanks_is_read_by_position() -> None:
    filing = read(SUBMISSION.encode(), "made.txt")
    (table,) = filing.tables
    found = [(f.label_path[-1], str(f.value), f.period.end if f.period else None) for f in table.figures]
    assert found == [
        ("Cash", "1250000", "1997-12-31"),
        ("Cash", "905000", "1996-12-31"),
        ("Receivables, less allowance of $41", "3410000", "1997-12-31"),
        ("Receivables, less allowance of $41", "2980000", "1996-12-31"),
        ("Deferred charges", "-12000", "1997-12-31"),
        ("Deferred charges", "-7000", "1996-12-31"),
        ("Total", "4648000", "1997-12-31"),
        ("Total", "3878000", "1996-12-31"),
    ]
    assert all(filing.text[slice(*f.span.chars)] == f.quote for f in filing.figures())


def test_the_text_around_it_stays_text() -> None:
    filing = read(SUBMISSION.encode(), "made.txt")
    texts = [getattr(block, "text", "") for block in filing.blocks]
    assert "The company mills barley. Its year ended on December 31, 1997." in texts
    assert texts[-1] == "No dividends were paid."


def test_a_pre_element_inside_html_is_read_the_same() -> None:
    lines = "Barley          410      300\nOats             41       30\nRye               4        3\n"
    filing = read(f"<html><body><p>Tonnes</p><pre>{lines}</pre></body></html>".encode(), "made.htm")
    assert [f.printed for f in filing.tables[0].figures] == ["410", "300", "41", "30", "4", "3"]
