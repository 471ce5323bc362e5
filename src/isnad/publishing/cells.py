"""Cells that a spreadsheet would take for a formula are made text (docs/harm.md)."""

import re
from collections.abc import Iterable
from typing import Final

from isnad.publishing.columns import Cell

# What makes a spreadsheet read a cell as a formula; East Asian versions take the wide forms as the narrow ones. Some
# programs pass over blanks, marks of direction and other unseen signs before they look at the first sign.
_FORMULA: Final = re.compile("[ \u00a0\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]*[=+\\-@\t\r\n＝＋－＠]")
_QUOTE: Final = "'"


def harmless(cell: Cell) -> Cell:
    """The cell; a text that a spreadsheet would run gets a leading apostrophe. Numbers stay numbers."""
    return _QUOTE + cell if isinstance(cell, str) and _FORMULA.match(cell) else cell


def written(cells: Iterable[Cell]) -> list[Cell]:
    """A row of a text file: harmless, and truth values as true and false in every locale."""
    return [cell if cell is None else harmless(cell) if cell.__class__ is str else _number(cell) for cell in cells]


def _number(cell: Cell) -> Cell:
    return ("true" if cell else "false") if isinstance(cell, bool) else cell
