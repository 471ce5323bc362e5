"""Quotation marks, nested ones too: “ ” « » " " and their mixtures."""

import re

from msgspec import Struct

LONGEST = 1500
_MARK = re.compile("[“”«»\"„‟]|''")
_OPENS = {"“": "”", "«": "»", "„": "“”"}
_CLOSES = {"”", "»"}


class Quotation(Struct, frozen=True):
    """The folded stretch [start, end) inside a pair of marks; `depth` is 0 for an outermost pair."""

    start: int
    end: int
    depth: int


def find_quotations(folded: str) -> list[Quotation]:
    """The quotations of a folded text, by start. A mark without a partner gives none.

    A plain mark (") closes when one is open and opens otherwise; a closing mark of the other kind closes the innermost
    open one, since reports mix them.
    """
    found: list[Quotation] = []
    opened: list[tuple[str, int]] = []
    for mark in _MARK.finditer(folded):
        sign, here = mark.group(), mark.start()
        opened = [o for o in opened if here - o[1] <= LONGEST]
        plain = sign in ('"', "''", "‟")
        if sign in _OPENS or (plain and not any(o[0] == sign for o in opened)):
            opened.append((sign, mark.end()))
        elif opened:
            _close(found, opened, sign, here, plain)
    return sorted(found, key=lambda q: (q.start, -q.end))


def _close(found: list[Quotation], opened: list[tuple[str, int]], sign: str, here: int, plain: bool) -> None:
    wanted = [i for i, (o, _) in enumerate(opened) if (o == sign if plain else sign in _OPENS.get(o, ""))]
    at = wanted[-1] if wanted else len(opened) - 1
    start = opened[at][1]
    del opened[at:]
    if here > start:
        found.append(Quotation(start, here, len(opened)))
