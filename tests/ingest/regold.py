"""Writes the golden files of the sample filings anew: ``python tests/ingest/regold.py``, then read the difference."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from ingest_samples import CORPUS, plain, when

from tickmark.ingest import read
from tickmark.ingest.model import Figure, Filing

GOLDEN = Path(__file__).parent / "golden"


def short(figure: Figure) -> list[Any]:
    """[line, quote, number or range or status, scale, unit, period, label path, column path, qualifiers, footnotes]."""
    if figure.status != "value":
        number = figure.status
    else:
        number = plain(figure.number) or f"{plain(figure.low)}~{plain(figure.high)}"
    return [
        figure.span.lines[0],
        figure.quote,
        number,
        plain(figure.scale),
        figure.unit,
        when(figure),
        list(figure.label_path),
        list(figure.column_path),
        list(figure.qualifiers),
        list(figure.footnotes),
    ]


def golden(filing: Filing) -> str:
    """Tables and figures of a filing, one to a line, so that a difference can be read."""
    out = ["{", f'"face": {_line([filing.title, filing.issuer, filing.stock_code, filing.form, filing.published])},']
    out.append(f'"warnings": {_line(list(filing.warnings))},')
    out.append('"tables": [')
    out.append(
        ",\n".join(
            _line(
                {
                    "lines": table.span.lines,
                    "caption": table.caption,
                    "columns": [[" / ".join(c.path), c.unit, plain(c.scale)] for c in table.columns],
                    "rows": [
                        [row.number, " > ".join(row.label_path), [cell.printed for cell in row.cells]]
                        for row in table.rows
                    ],
                    "noise": [[n.line, n.text] for n in table.noise],
                }
            )
            for table in filing.tables
        )
    )
    out += ["],", '"figures": [', ",\n".join(_line(short(figure)) for figure in filing.figures()), "]", "}", ""]
    return "\n".join(out)


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Writes one file a filing, and drops those of filings that are gone."""
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.glob("*.json"):
        old.unlink()
    for path in CORPUS:
        (GOLDEN / f"{path.name}.json").write_text(golden(read(path.read_bytes(), path.name)), encoding="utf-8")


if __name__ == "__main__":
    main()
