"""Cells that a spreadsheet would take for a formula are made text (docs/harm.md)."""

from collections.abc import Iterable
from typing import Final

from isnad.publishing.columns import Cell

# What makes a spreadsheet read a cell as a formula; East Asian versions take the wide forms as the narrow ones.
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_QUOTE: Final = "'"
# Some programs strip blanks and unseen signs before they look at the first sign.
_PASSED_OVER: Final = (
    " \u00a0\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)


def harmless(cell: Cell) -> Cell:
    """The cell; a text that a spreadsheet would run gets a leading apostrophe. Numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    if cell.startswith(FORMULA_STARTS) or cell.lstrip(_PASSED_OVER).startswith(FORMULA_STARTS):
        return _QUOTE + cell
    return cell


def written(cells: Iterable[Cell]) -> list[Cell]:
    """A row of a text file: harmless, and truth values as true and false in every locale."""
    return [("true" if cell else "false") if isinstance(cell, bool) else harmless(cell) for cell in cells]
