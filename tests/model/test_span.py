"""Spans quote the text to the letter."""

import msgspec
import pytest

from isnad.model.span import Span, span_of


def test_a_span_quotes_its_text() -> None:
    text = "قُتِلَ جنديان"
    span = span_of(text, 7, 13)
    assert span == Span(start=7, end=13, text="جنديان")
    assert text[span.start : span.end] == span.text


def test_types_are_frozen() -> None:
    span = span_of("نص", 0, 2)
    with pytest.raises(AttributeError):
        span.start = 1  # type: ignore[misc]
    assert msgspec.structs.replace(span, start=1).start == 1
