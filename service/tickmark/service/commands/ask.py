"""``tickmark ask``: one question, one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tickmark.service.commands.common import IndexOption, filtered, open_library, settings_for

if TYPE_CHECKING:
    from tickmark.index.filters import Filters

__all__ = ["ask"]


@filtered
def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="In English or Chinese.", show_default=False)],
    *,
    k: Annotated[int, typer.Option("-k", metavar="N", min=1, help="The most figures and passages to give.")] = 5,
    json: Annotated[bool, typer.Option("--json", help="Print what POST /v1/search answers.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say where each candidate came from and why it ranks where it does.")
    ] = False,
    index: IndexOption = None,
    filters: Filters,
) -> None:
    """Ask a question of the filings in the index."""
    from tickmark.service.asking import checked_k, checked_question, text_of  # noqa: PLC0415

    settings = settings_for(index=index)
    question = checked_question(question, settings)
    k = checked_k(k, settings)
    with open_library(settings) as library:
        from tickmark.service.answer import answer  # noqa: PLC0415 - the searchers, once there is something to search

        found = answer(library, question, k=k, filters=filters, explained=explain)
        if json:
            from tickmark.service.wire.response import search_response  # noqa: PLC0415

            typer.echo(search_response(found, text_of(library)).model_dump_json(indent=2))
        else:
            from tickmark.service.commands.render import print_answer  # noqa: PLC0415

            print_answer(found, library.table)
            if found.explanation:
                from tickmark.service.commands.render_explained import print_explanation  # noqa: PLC0415

                print_explanation(found.explanation)
