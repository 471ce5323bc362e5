"""Folding: a text for matching, with a map back to the text as given.

Diacritics, tatweel, zero-width characters and direction controls are left out; alef, ya, ta marbuta, hamza seats,
digits, Latin case, blanks and line ends are unified; every other sign stays what it was. Folding twice is folding once,
and never makes a text longer.
"""

import re
from bisect import bisect_right
from itertools import accumulate

# What belongs to the letter before it: diacritics, Quranic marks, tatweel, the joiner.
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u0640\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200d"
# What stands for itself and is not seen: blanks of no width, direction controls, soft hyphen, byte order mark.
_UNSEEN = "\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\u061c\ufeff\u00ad"
_DROPPED_RUN = re.compile(f"[{_MARKS}{_UNSEEN}]+")
_MARKS_RUN = re.compile(f"[{_MARKS}]+")
_UNIFIED = (
    *zip("أإآٱىةؤئکیگھۀہ", "اااايهويكيكههه", strict=True),
    *zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True),
    *zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True),
    *((chr(c), chr(c + 32)) for c in range(ord("A"), ord("Z") + 1)),
    *((blank, " ") for blank in "\u00a0\u202f\t\r"),
    *((line_end, "\n") for line_end in "\u2028\u2029\u0085\v\f"),
)
_TABLE = {ord(sign): unified for sign, unified in _UNIFIED}
FOLDED_INTO = frozenset(unified for _, unified in _UNIFIED)
"""What other signs become: a letter that is not here stands in a folded text only where the raw one has it."""
_SHORT = 32  # signs: so far one pass with a table is quicker than a search for each sign


class Folded:
    """A folded text and the way back: `original(i)` is where folded position `i` stands in the text as given."""

    __slots__ = ("_cuts", "_shifts", "raw", "text")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._cuts: list[int] = []
        self._shifts: list[int] = []
        runs = [m.span() for m in _DROPPED_RUN.finditer(raw)]
        self.text = _unified(_DROPPED_RUN.sub("", raw) if runs else raw)
        self._shifts = list(accumulate(end - start for start, end in runs))
        self._cuts = [end - shift for (_, end), shift in zip(runs, self._shifts, strict=True)]

    def original(self, position: int) -> int:
        """Where the folded code point at `position` (or the end of the text) stands in the text as given."""
        at = bisect_right(self._cuts, position)
        return position + (self._shifts[at - 1] if at else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the raw text behind folded [start, end), with the marks that sit on its last letter."""
        if end <= start:
            at = self.original(start)
            return at, at
        last = self.original(end - 1) + 1
        marks = _MARKS_RUN.match(self.raw, last)
        return self.original(start), marks.end() if marks else last


def fold(raw: str) -> str:
    """Folded form of a name or word, for tables and comparisons."""
    text = _DROPPED_RUN.sub("", raw)
    return text.translate(_TABLE) if len(text) < _SHORT else _unified(text)


def _unified(text: str) -> str:
    # One replacement after the other is nine times as quick as `str.translate` with a table: each is a search for one
    # code point, and few are there. No result is itself replaced, so their order does not matter.
    for sign, unified in _UNIFIED:
        text = text.replace(sign, unified)
    return text
