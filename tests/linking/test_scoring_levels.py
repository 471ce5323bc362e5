"""The plain query and splink say the same of every candidate."""

from random import Random

import pytest

pytest.importorskip("splink", reason="isnad[link] is not installed")

from isnad.linking.rows import Row
from isnad.linking.scoring import opened
from isnad.linking.scoring_levels import plain_levels, splink_levels
from isnad.linking.weights import load_weights
from tests.linking.test_clues import some_row


def levels(rows: list[Row], keep: float) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
    with opened(rows, (), across=False) as connection:
        return (
            list(plain_levels(connection, load_weights(), keep)),
            list(splink_levels(connection, load_weights(), keep)),
        )


@pytest.mark.parametrize("keep", [0.0, 0.02])
def test_both_ways_give_the_same_levels(keep: float) -> None:
    chance = Random(11)
    plain, splink = levels([some_row(number, chance) for number in range(300)], keep)
    assert plain == splink
    assert len(plain) > 20
    assert all(len(set(column)) > 1 for column in list(zip(*plain, strict=True))[3:5])
