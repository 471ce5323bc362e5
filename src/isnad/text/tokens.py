"""Words of a folded text, with where they stand."""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

_WORD = re.compile(r"([^\W_]+)")


def words_of(folded: str) -> list[str]:
    """The words of a folded text in order, as `Tokens` has them, for those who need not know where they stand."""
    return _WORD.findall(folded)


class Tokens:
    """The words of a folded text in order: `words[i]` stands at folded [starts[i], ends[i])."""

    __slots__ = ("_gaps", "ends", "folded", "starts", "words")

    def __init__(self, folded: str) -> None:
        self.folded = folded
        pieces = _WORD.split(folded)  # gap, word, gap, …, word, gap
        edges = list(accumulate(map(len, pieces)))
        self.words: list[str] = pieces[1::2]
        self._gaps: list[str] = pieces[2::2]
        self.starts: list[int] = edges[:-1:2]
        self.ends: list[int] = edges[1::2]

    def __len__(self) -> int:
        return len(self.words)

    def first_at(self, position: int) -> int:
        """Index of the first word that ends after `position`."""
        return bisect_right(self.ends, position)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Indices [first, last) of the words that touch folded [start, end)."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def gap(self, index: int) -> str:
        """What stands between word `index` and the next one (or the end); nothing before the first word counts (-1)."""
        return self._gaps[index] if index >= 0 else ""
