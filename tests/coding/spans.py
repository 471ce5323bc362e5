"""Walking a coded report's line: every stretch of words in it, and whether it stands in the text to the letter."""

from collections.abc import Iterator
from typing import Any

from isnad.model.coded import CodedReport


def spans_of(value: Any) -> Iterator[tuple[int, int, str]]:
    """Every `start`, `end`, `text` anywhere in a line."""
    if isinstance(value, list):
        for part in value:
            yield from spans_of(part)
    elif isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value["start"], value["end"], value["text"]
        for part in value.values():
            yield from spans_of(part)


def wrong_spans(coded: CodedReport) -> list[tuple[int, int, str]]:
    """The spans that are empty, or are not the words they quote."""
    text = coded.text
    return [
        (start, end, words) for start, end, words in spans_of(coded.to_dict()) if not words or text[start:end] != words
    ]
