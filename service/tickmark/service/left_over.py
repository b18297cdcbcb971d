"""What a question leaves out, and a figure does not: the pass rate of all planks is none of those ex oak."""

from __future__ import annotations

from tickmark.index.asked.left_out import left_out_behind, names_left_out, says_it_leaves_out
from tickmark.service.fitting import Decision

__all__ = ["not_said_to_leave_out"]


def not_said_to_leave_out(asked: str, made: Decision) -> bool:
    """Whether something is left out at the end of a question, and the one figure found is that of the whole, or it.

    What is worked out takes it off itself, and several figures show what there is.
    """
    what = left_out_behind(asked)
    if len(made.figures) != 1 or made.calculation is not None or not what:
        return False
    figure = made.figures[0].figure
    label = " ".join(figure.label_path[-1:])
    around = (label, *figure.column_path) if figure.origin == "cell" else (label, figure.context)
    return names_left_out(label, what) or not says_it_leaves_out(" ".join(around))
