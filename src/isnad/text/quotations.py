"""Quotation marks, nested ones too: “ ” « » " " and their mixtures."""

import re

from msgspec import Struct

LONGEST = 1500
_MARK = re.compile("[“”«»\"„‟]|''")
_PLAIN = frozenset({'"', "''", "‟"})
_OPENING = frozenset("“«„")
# What may have opened the quotation that a mark closes. Many Arabic texts are typed with the two marks swapped, or with
# the opening one on both sides.
_PARTNERS = {"”": "“„”", "»": "«»", "“": "„”“", "«": "»«", "„": "“”", '"': '"', "''": "''", "‟": "‟"}


class Quotation(Struct, frozen=True):
    """The folded stretch [start, end) inside a pair of marks; `depth` is 0 for an outermost pair."""

    start: int
    end: int
    depth: int


def find_quotations(folded: str) -> list[Quotation]:
    """The quotations of a folded text, by start. A mark without a partner gives none.

    A plain mark (") closes when one is open and opens otherwise; a closing mark of the other kind closes the innermost
    open one, since reports mix them. A mark that faces the wrong way is taken by the blanks around it.
    """
    found: list[Quotation] = []
    opened: list[tuple[str, int]] = []
    for mark in _MARK.finditer(folded):
        sign, here = mark.group(), mark.start()
        opened = [one for one in opened if here - one[1] <= LONGEST]
        if _opens(folded, mark, opened):
            opened.append((sign, mark.end()))
        elif opened:
            _close(found, opened, sign, here)
    return sorted(found, key=lambda quotation: (quotation.start, -quotation.end))


def _opens(folded: str, mark: re.Match[str], opened: list[tuple[str, int]]) -> bool:
    sign, start, end = mark.group(), mark.start(), mark.end()
    if sign in _PLAIN:
        return all(open_sign != sign for open_sign, _ in opened)
    blank_before, blank_after = folded[start - 1 : start].strip() == "", not folded[end : end + 1].isalnum()
    if sign in _OPENING:
        return not (opened and not blank_before and blank_after)
    return not opened and blank_before and not blank_after


def _close(found: list[Quotation], opened: list[tuple[str, int]], sign: str, here: int) -> None:
    """Close the innermost open quotation that the mark fits, else the innermost; those opened inside it are dropped."""
    fitting = [index for index, (open_sign, _) in enumerate(opened) if open_sign in _PARTNERS[sign]]
    at = fitting[-1] if fitting else len(opened) - 1
    start = opened[at][1]
    del opened[at:]
    if here > start:
        found.append(Quotation(start, here, len(opened)))
