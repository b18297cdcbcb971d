"""An index of filings that a test writes itself, and the figures that its answers rest on."""

from tickmark.index.library import Library
from tickmark.ingest import read
from tickmark.ingest.split import split
from tickmark.service.answer import answer


def index_of(folder, filings):
    """A new index in ``folder`` with filings given as name and bytes, in their order."""
    library = Library.open(folder, create=True)
    for source, data in filings.items():
        filing = read(data, source)
        library.add(filing, *split(filing))
    library.refresh()
    return library


def given_by(library, question):
    """The verdict on a question, and what the figures print that it rests on."""
    found = answer(library, question)
    return found.verdict, [h.figure.printed for h in found.figures if h.figure.id in found.verdict.figure_ids]
