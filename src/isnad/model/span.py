"""Spans: where in a report's text some words stand."""

from msgspec import Struct


class Span(Struct, frozen=True, kw_only=True):
    """A stretch of a report's text.

    `start` and `end` count Unicode code points of the text exactly as given, end excluded;
    `text` is `report.text[start:end]`, to the letter (contract.md).
    """

    start: int
    end: int
    text: str


def span_of(text: str, start: int, end: int) -> Span:
    """The span of `text` from `start` to `end` (code points, end excluded)."""
    return Span(start=start, end=end, text=text[start:end])
