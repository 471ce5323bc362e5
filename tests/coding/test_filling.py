"""Filling: what of several candidates stands in a slot."""

from collections.abc import Callable

import pytest

from isnad.coding.filling import same_party, tell_floors
from isnad.coding.parties import find_candidates
from isnad.coding.reading import Reading

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ([(20, 20), (20, None)], [(20, None), (20, None)]),
        ([(20, 20), (21, None)], [(20, 20), (21, None)]),
        ([(1, 20), (1, None)], [(1, 20), (1, None)]),
    ],
)
def test_a_number_told_exactly_and_as_a_floor_is_the_floor(
    values: list[tuple[int, int | None]], told: list[tuple[int, int | None]]
) -> None:
    assert tell_floors(values) == told


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("ميليشيات مسلحة، ميليشيات", True),
        ("سيارة مدنية، سيارة", True),
        ("جنود، مدنيون", False),
        ("قرية عفرين، قرية منبج", False),
        ("محمود الزرعاني، خالد التيهاني", False),
    ],
)
def test_phrases_whose_words_are_among_the_others_name_one_party(read: Read, text: str, same: bool) -> None:
    reading = read(text)
    one, two = find_candidates(reading, 0, len(reading.tokens))
    assert same_party(reading, one, two) is same
