"""Numbers before a unit of length."""

import pytest

from isnad.places.lengths import read_number
from isnad.places.words import read_words


@pytest.mark.parametrize(
    ("words", "value", "count"),
    [
        ("20", 20, 1),
        ("12 5", 12.5, 2),
        ("1 000", 1000, 2),
        ("10 15", 15, 1),
        ("عشرين", 20, 1),
        ("خمسه وعشرين", 25, 2),
        ("خمسه عشر", 15, 2),
        ("مءه", 100, 1),
        ("مءه وعشرين", 120, 2),
        ("مءه وخمسه وعشرين", 125, 3),
        ("بعد", 0, 0),
        ("", 0, 0),
        ("الجبل وعشرين", 0, 0),
    ],
)
def test_numbers(words: str, value: float, count: int) -> None:
    assert read_number(words.split(), read_words().numbers) == (value, count)
