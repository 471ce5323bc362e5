"""Which earlier texts may be near-copies of a text: sketches that are quick and may be wrong (`copies` looks exactly).

Two behind one seam, asked together: MinHash (the package `gaoya`) for texts of like length, and a sample of shingles in
an inverted index for a short text inside a long one, which MinHash cannot see (the wire's five lines in a round-up).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, Protocol

from isnad.linking.shingles import sketch

# Bands × hashes: two texts that share two fifths of all their shingles meet with a chance of 96 %.
BANDS: Final = 48
BAND_SIZE: Final = 3
# Shingles that stand in more texts than this are formulas ("وكالة الأنباء … بيان"), which say nothing of copying.
MOST_TEXTS: Final = 400
LEAST_SHARED: Final = 0.3


class Candidates(Protocol):
    """Finds earlier texts that may be alike; texts go by their number of insertion."""

    def add(self, number: int, shingles: frozenset[int]) -> None:
        """Take in a text."""

    def ask(self, shingles: frozenset[int]) -> Iterable[int]:
        """The numbers of texts that may be near-copies of one with these shingles."""


class MinHashed:
    """Near-duplicates by MinHash and banding, through `gaoya`."""

    def __init__(self) -> None:
        from gaoya.minhash import MinHashStringIndex

        self._index = MinHashStringIndex(
            hash_size=32,
            jaccard_threshold=0.4,
            num_bands=BANDS,
            band_size=BAND_SIZE,
            analyzer="word",
            ngram_range=(1, 1),
            id_container="vec",
        )

    def add(self, number: int, shingles: frozenset[int]) -> None:
        """Take in a text."""
        self._index.insert_document(number, _words(shingles))

    def ask(self, shingles: frozenset[int]) -> Sequence[int]:
        """Texts that share a band."""
        found: Sequence[int] = self._index.query(_words(shingles))
        return found


class Sampled:
    """Texts that hold most of another's sample of shingles, whatever else they hold."""

    def __init__(self) -> None:
        self._texts: dict[int, list[int]] = {}
        self._sizes: dict[int, int] = {}

    def add(self, number: int, shingles: frozenset[int]) -> None:
        """Take in a text."""
        chosen = sketch(shingles)
        self._sizes[number] = len(chosen)
        for shingle in chosen:
            self._texts.setdefault(shingle, []).append(number)

    def ask(self, shingles: frozenset[int]) -> list[int]:
        """Texts that share enough of the smaller sample of the two."""
        chosen = sketch(shingles)
        shared: Counter[int] = Counter()
        for shingle in chosen:
            holders = self._texts.get(shingle, ())
            if len(holders) <= MOST_TEXTS:
                shared.update(holders)
        return [
            number for number, count in shared.items() if count >= LEAST_SHARED * min(len(chosen), self._sizes[number])
        ]


@lru_cache(maxsize=2)  # a text is asked for, then taken in
def _words(shingles: frozenset[int]) -> str:
    return " ".join(map(str, shingles))
