"""Folding: a text for matching, with a map back to the text as given.

Diacritics, tatweel, zero-width characters and direction controls are left out; alef, ya, ta marbuta, hamza seats,
digits and Latin case are unified; every other sign becomes what it was. Folding never makes a text longer.
"""

import re
from bisect import bisect_right
from itertools import accumulate

_DROPPED = "\u0610-\u061a\u064b-\u065f\u0670\u0640\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u061c\ufeff\u00ad"
_DROPPED_RUN = re.compile(f"[{_DROPPED}]+")
_UNIFIED = {
    **dict(zip("أإآٱىةؤئکیگھۀہ", "اااايهويكيكههه", strict=True)),
    **dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
    **dict(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True)),
    **{chr(c): chr(c + 32) for c in range(ord("A"), ord("Z") + 1)},
    "\u00a0": " ",
    "\u202f": " ",
    "\t": " ",
    "\r": " ",
    "ـ": None,
}
_TABLE = str.maketrans({k: v for k, v in _UNIFIED.items() if v is not None})


class Folded:
    """A folded text and the way back: `original(i)` is where folded position `i` stands in the text as given."""

    __slots__ = ("_cuts", "_shifts", "raw", "text")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._cuts: list[int] = []
        self._shifts: list[int] = []
        runs = [m.span() for m in _DROPPED_RUN.finditer(raw)]
        if not runs:
            self.text = raw.translate(_TABLE)
            return
        self.text = _DROPPED_RUN.sub("", raw).translate(_TABLE)
        self._shifts = list(accumulate(end - start for start, end in runs))
        self._cuts = [end - shift for (_, end), shift in zip(runs, self._shifts, strict=True)]

    def original(self, position: int) -> int:
        """Where the folded code point at `position` (or the end of the text) stands in the text as given."""
        at = bisect_right(self._cuts, position)
        return position + (self._shifts[at - 1] if at else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the raw text behind folded [start, end), with marks that sit on its last letter."""
        if end <= start:
            at = self.original(start)
            return at, at
        first = self.original(start)
        last = self.original(end - 1) + 1
        more = _DROPPED_RUN.match(self.raw, last)
        return first, more.end() if more and more.group()[-1] not in "\u200b\u200e\u200f\ufeff" else last


def fold(raw: str) -> str:
    """Folded form of a name or word, for tables and comparisons."""
    return _DROPPED_RUN.sub("", raw).translate(_TABLE)
