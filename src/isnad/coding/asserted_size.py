"""By how much an assertion says the violence changed: percentages, multiples, parts."""

from isnad.coding.asserted_phrase import Phrase, Pivot, counts_of
from isnad.model.assertion import Size
from isnad.text import numeral_words as table
from isnad.text.numbers import may_start, read_number

_REACH = 4


def size_of(phrase: Phrase, pivot: Pivot) -> Size | None:
    """The size said in a phrase: a percentage, else a worded multiple or part, else what the pivot says by itself."""
    percent = _percentage(phrase)
    if percent is not None:
        first, last, share = percent
        return _sized(phrase, first, last, _after(pivot, share))
    for found in phrase.of("size"):
        if found.word.factor is not None:
            inverted = pivot.direction == "decrease" and found.word.factor > 1
            return _sized(phrase, found.first, found.last, 1 / found.word.factor if inverted else found.word.factor)
        if found.word.share is not None:
            return _sized(phrase, found.first, found.last, _after(pivot, found.word.share))
    counts = counts_of(phrase)
    if counts is not None and (counts.after > counts.before) == (pivot.direction == "increase"):
        return _sized(phrase, counts.first, counts.last, counts.after / counts.before)
    doubled = next((found for found in phrase.of("direction") if found.word.factor is not None), None)
    if doubled is None or doubled.word.factor is None or pivot.direction not in ("increase", "record"):
        return None
    return _sized(phrase, doubled.first, doubled.last, doubled.word.factor)


def _after(pivot: Pivot, share: float) -> float:
    """After by before, where a share was added or taken away."""
    return max(0.0, 1 - share) if pivot.direction == "decrease" else 1 + share


def _sized(phrase: Phrase, first: int, last: int, factor: float) -> Size:
    """The size with what bounds it in the words before or in it."""
    bounds = [found.word.bound for found in phrase.of("bound") if first - _REACH <= found.first < last]
    span = phrase.reading.span(first, last)
    return Size(factor=round(factor, 4), bound=bounds[-1] or "exactly" if bounds else "exactly", text=span.text)


def _percentage(phrase: Phrase) -> tuple[int, int, float] | None:
    """Words [first, last) of the first percentage and the share it names."""
    tokens = phrase.reading.tokens
    for index in range(phrase.first, phrase.last):
        if not may_start(tokens.words[index]):
            continue
        number = read_number(tokens, index, phrase.last)
        if number is not None and (end := _percent_end(phrase, index, number.last)):
            return index, end, number.value / 100
    return None


def _percent_end(phrase: Phrase, index: int, last: int) -> int:
    """Where the percentage ends whose number is words [index, last); 0 where it is none."""
    tokens = phrase.reading.tokens
    signs = tokens.gap(last - 1).lstrip(" ")[:1], tokens.gap(index - 1)[-1:] if index else ""
    if any(sign and sign in "%٪" for sign in signs):
        return last
    worded = (last + length for length in (1, 2) if last + length <= phrase.last)
    return next((end for end in worded if tuple(tokens.words[last:end]) in table.PERCENT), 0)
