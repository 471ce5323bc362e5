"""What is read by clues alone gives the pairs that reading everything gives; near-copies are found by their clues."""

from datetime import date
from random import Random

import pytest
from msgspec.structs import replace

from isnad.linking.blocking import ENOUGH
from isnad.linking.clues import own_clues, row_bytes, row_maker, row_of, sought_clues
from isnad.linking.rows import Row
from isnad.linking.text_clues import text_clues, worth_reading

_DAY = 738_000


def some_row(number: int, chance: Random) -> Row:
    first = None if chance.random() < 0.3 else _DAY + chance.randint(0, 400)
    weak = first is not None and chance.random() < 0.3
    placed = chance.random() < 0.7
    last = first and first + (2 if weak else chance.choice([0, 0, 3, 60]))
    told = last if weak else chance.choice([None, _DAY + chance.randint(0, 400)])
    words = tuple(sorted({f"كلمة{chance.randint(1, 60)}" for _ in range(3)}))
    return Row(
        id=number,
        report=f"r{number}",
        root=f"r{number}",
        admin1=chance.choice([None, "SY-RA", "SY-HL"]),
        latitude=chance.uniform(34, 36) if placed else None,
        longitude=chance.uniform(38, 40) if placed else None,
        precision=chance.randint(1, 6) if placed else None,
        first=first,
        last=last,
        published=told,
        weak=weak,
        place=chance.choice(["a", "b"]) if placed else None,
        killed_low=chance.choice([None, 1, 2, 3]),
        type="bombing",
        kins=(chance.choice(["explosive", "street"]),),
        words=words,
        place_words=tuple(word for word in words if chance.random() < 0.2),
    )


def undated(row: Row) -> Row:
    """The same as made without the day of publication."""
    row = replace(row, published=None)
    return replace(row, first=None, last=None, weak=False) if row.weak else row


@pytest.mark.parametrize(("kept_with", "sought_with"), [(True, True), (True, False), (False, True), (False, False)])
def test_no_candidate_is_lost(kept_with: bool, sought_with: bool) -> None:
    """Whether publication was used when the known were linked, and when the new are."""
    pytest.importorskip("splink", reason="isnad[link] is not installed")
    from isnad.linking.scoring import score_pairs

    chance = Random(5)
    rows = [some_row(number, chance) for number in range(240)]
    new, known = ([row if sought_with else undated(row) for row in part] for part in (rows[:15], rows[15:]))
    clues = {row.id: own_clues(row if kept_with else undated(row), published(row)) for row in rows[15:]}
    found = [
        row
        for row in known
        if any(
            sum(
                worth for clue, worth in sought_clues(one, use_publication=sought_with).items() if clue in clues[row.id]
            )
            >= ENOUGH
            for one in new
        )
    ]
    all_pairs = [(pair.low, pair.high, pair.chance) for pair in score_pairs(new, known, keep=0.0)]
    assert [(pair.low, pair.high, pair.chance) for pair in score_pairs(new, found, keep=0.0)] == all_pairs
    assert all_pairs
    assert len(found) < len(known)


def published(row: Row) -> date | None:
    return date.fromordinal(row.published) if row.published else None


def test_a_row_is_kept_as_it_was_and_by_whom() -> None:
    row = some_row(1, Random(1))
    assert row_of(row_bytes(row)) == row
    assert row_maker(use_publication=True) != row_maker(use_publication=False)


def test_copies_are_worth_reading_and_others_are_not() -> None:
    chance = Random(2)
    words = [f"كلمة{chr(0x627 + number % 28)}{chr(0x627 + number // 28)}" for number in range(400)]
    texts = {number: " ".join(chance.sample(words, 40 + 60 * number)) for number in range(1, 6)}
    stored = {number: text_clues(text) for number, text in texts.items()}
    found = [(clue, number) for number, clues in stored.items() for clue in clues]
    sizes = {number: len(clues) for number, clues in stored.items()}
    for number, text in texts.items():
        cut = " ".join(text.split()[: int(len(text.split()) * 0.85)])
        assert worth_reading({9: text_clues(cut)}, found, sizes) == {number}
    assert worth_reading({9: text_clues("لا شيء من هذا هنا ولا هناك")}, found, sizes) == set()
