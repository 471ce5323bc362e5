"""The number before a unit of length, read backwards: "خمسة وعشرين كيلومترا" is 25, "12.5 كم" is 12.5.

The text has a blank for each sign, so that the parts of a decimal stand apart: one digit after a number is its decimal,
three are its thousands, and of a range ("10-15 كم") the upper end counts.
"""

from collections.abc import Mapping

LONGEST = 3
"""A number is at most so many words."""

_TEENS = ("عشر", "عشره")
_FEWEST_TEENS = 10


def read_number(words: list[str], numbers: Mapping[str, int]) -> tuple[float, int]:
    """The value of the number that ends the list, and how many words it has; (0, 0) where none does."""
    if not words:
        return 0.0, 0
    last, prior = words[-1], words[-2] if len(words) > 1 else ""
    if _is_digits(last):
        return _read_digits(last, prior)
    if last in _TEENS and numbers.get(prior, 0) in range(1, _FEWEST_TEENS):
        return float(_FEWEST_TEENS + numbers[prior]), 2
    tens = numbers.get(last.removeprefix("و"), 0) if last not in numbers else 0
    if tens and prior:
        smaller, count = read_number(words[:-1], numbers)
        return (float(tens) + smaller, count + 1) if count and smaller != tens else (0.0, 0)
    return (float(numbers[last]), 1) if last in numbers else (0.0, 0)


def _read_digits(last: str, prior: str) -> tuple[float, int]:
    if _is_digits(prior) and len(last) == 1:
        return float(f"{prior}.{last}"), 2
    if _is_digits(prior) and len(last) == len("000") and len(prior) <= len("000"):
        return float(prior + last), 2
    return float(last), 1


def _is_digits(word: str) -> bool:
    return word.isascii() and word.isdecimal()
