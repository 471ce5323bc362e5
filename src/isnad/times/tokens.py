"""Tokens of a folded text, and the text as a string of class letters."""

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate, repeat
from typing import Any, Final

from isnad.times.data import words
from isnad.times.lexemes import CLASS_OF, OTHER, VALUE_OF


def _pattern() -> re.Pattern[str]:
    """Words, digits, single signs; a name of two words ("كانون الثاني", "المولد النبوي") is one token."""
    pairs = f"{_pairs(words.MONTH_PAIRS)}|{_pairs(words.FEAST_PAIRS)}"
    return re.compile(rf"([ء-يٱ-ۓ]+(?:{pairs})?|[0-9]+|\n|[^\sء-يٱ-ۓ0-9])")


def _pairs(table: Mapping[str, Mapping[str, Any]]) -> str:
    """A pattern for the second words of a table of names, each only where one of the heads stands before it."""
    by_length: dict[int, list[str]] = {}
    for head in table:
        by_length.setdefault(len(head), []).append(head)
    heads = "|".join(f"(?<={'|'.join(heads)})" for heads in by_length.values())
    seconds = sorted({form for by in table.values() for forms in by for form in forms.split()}, key=len)
    return f"(?:{heads}) (?:{'|'.join(reversed(seconds))})(?![ء-ي])"


_TOKEN: Final = _pattern()


class Tokens:
    """The tokens of text[start:end] and, as a string with one letter a token, their classes."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._start = start
        self._pieces = _TOKEN.split(text[start:end])  # gap, token, gap, …, token, gap
        self.surfaces: list[str] = self._pieces[1::2]
        self.letters = "".join(map(CLASS_OF.get, self.surfaces, repeat(OTHER)))

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate(map(len, self._pieces), initial=self._start))[1::2]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where tokens first … last - 1 stand in the text."""
        return self._starts[first], self._starts[last - 1] + len(self.surfaces[last - 1])

    def value(self, index: int) -> Any:
        """What the language table gives for a token of a known class; None where the class alone says it all."""
        return VALUE_OF[self.surfaces[index]]
