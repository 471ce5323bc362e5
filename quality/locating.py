"""Where annotated words stand in a report's text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from isnad.model.span import Span, span_of
from quality.agreement import Row
from quality.annotation import Range

OCCURRENCE: Final = re.compile(r"(?P<words>.+)@(?P<number>[1-9]\d*)", re.DOTALL)


class NotInTextError(ValueError):
    """Annotated words that the text does not hold, or not so often."""


def locate(text: str, words: str) -> Span:
    """The span of `words`, or with `words@2` of their second occurrence; raises `NotInTextError`."""
    counted = OCCURRENCE.fullmatch(words)
    sought, number = (counted["words"], int(counted["number"])) if counted else (words, 1)
    start = -1
    for found in range(number):
        start = text.find(sought, start + 1)
        if start < 0:
            raise NotInTextError(f"{sought!r} stands {found} times in the text, {number} asked for")
    return span_of(text, start, start + len(sought))


class BadAnnotationError(ValueError):
    """An annotation that does not follow the codebook or quotes what the text does not hold; names file and field."""


class Words:
    """The words of one report: gives them as gold holds them, and names file and field where they are not in the text."""

    def __init__(self, name: str, text: str) -> None:
        self._name, self._text = name, text

    def wrong(self, field: str, why: str) -> BadAnnotationError:
        """What is wrong with a field of this report's annotation, to be raised."""
        return BadAnnotationError(f"{self._name}: {field}: {why}")

    def span(self, field: str, words: str) -> Row:
        """Words with their offsets."""
        try:
            found = locate(self._text, words)
        except NotInTextError as why:
            raise self.wrong(field, str(why)) from why
        return {"start": found.start, "end": found.end, "text": found.text}

    def one(self, field: str, words: str | None) -> str | None:
        """Words alone, once they are found in the text."""
        return None if words is None else str(self.span(field, words)["text"])

    def all(self, field: str, words: Sequence[str]) -> list[str]:
        """A list of words alone, once all are found in the text."""
        return [str(self.span(f"{field}[{number}]", member)["text"]) for number, member in enumerate(words)]

    def range(self, field: str, counted: Range | None) -> Row | None:
        """A number of people as gold holds it."""
        pair = self.pair(field, counted)
        return {"low": pair[0], "high": pair[1]} if pair else None

    def pair(self, field: str, counted: Range | None) -> list[int | None] | None:
        """Low and high, once they are in order."""
        if counted is None:
            return None
        low, high = counted
        if high is not None and high < low:
            raise self.wrong(field, f"{low} is more than {high}")
        return [low, high]
