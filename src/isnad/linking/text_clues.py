"""By what near-copies are found again in a store that is too large to read: some of the shingles of each text."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from isnad.linking.candidates import LEAST_SHARED, MOST_TEXTS
from isnad.linking.shingles import SAMPLED, sketch, word_shingles

_ALL_UP_TO: Final = 12 * SAMPLED  # of a short text a sample would be too small to tell anything


def text_clues(text: str) -> frozenset[int]:
    """A sample of the shingles of a text, of a short one all."""
    shingles = word_shingles(text)
    return sketch(shingles) if len(shingles) > _ALL_UP_TO else shingles


def worth_reading(
    sought: Mapping[int, frozenset[int]], found: Iterable[tuple[int, int]], sizes: Mapping[int, int]
) -> set[int]:
    """The stored texts that may be near-copies of new ones.

    `sought` has the clues of the new texts, `found` each stored text (by number) with each clue it shares, `sizes` how
    many clues a stored text has. Clues of more than `MOST_TEXTS` texts are formulas and say nothing.
    """
    holders: dict[int, list[int]] = {}
    for clue, number in found:
        holders.setdefault(clue, []).append(number)
    worth: set[int] = set()
    for own in sought.values():
        shared: Counter[int] = Counter()
        for clue in own:
            if len(numbers := holders.get(clue, ())) <= MOST_TEXTS:
                shared.update(numbers)
        worth |= {number for number, count in shared.items() if count >= _least(len(own), sizes[number])}
    return worth


def _least(own: int, other: int) -> float:
    # One of the two may be a short text with all its shingles, the other a sample.
    return max(1.0, LEAST_SHARED * min(own, other, max(own, other) / SAMPLED))
