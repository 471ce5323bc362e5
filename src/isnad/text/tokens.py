"""Words of a folded text, with where they stand."""

import re
from bisect import bisect_left, bisect_right

_WORD = re.compile(r"[^\W_]+")


class Tokens:
    """The words of a folded text in order: `words[i]` stands at folded [starts[i], ends[i])."""

    __slots__ = ("ends", "folded", "starts", "words")

    def __init__(self, folded: str) -> None:
        self.folded = folded
        spans = [match.span() for match in _WORD.finditer(folded)]
        self.words: list[str] = [folded[start:end] for start, end in spans]
        self.starts: list[int] = [span[0] for span in spans]
        self.ends: list[int] = [span[1] for span in spans]

    def __len__(self) -> int:
        return len(self.words)

    def first_at(self, position: int) -> int:
        """Index of the first word that ends after `position`."""
        return bisect_right(self.ends, position)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Indices [first, last) of the words that touch folded [start, end)."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def gap(self, index: int) -> str:
        """What stands between word `index` and the next one (or the end)."""
        last = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.folded)
        return self.folded[self.ends[index] : last]
