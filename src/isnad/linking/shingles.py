"""Word shingles of a text, as numbers: what near-copies are told by.

The numbers are the same in every process and on every machine, so that the same reports give the same copies.
"""

from functools import lru_cache
from hashlib import blake2b
from typing import Final

from isnad.text.folding import fold
from isnad.text.tokens import words_of

WIDTH: Final = 3
# One shingle in this many enters the sketch by which a short text is found in a long one.
SAMPLED: Final = 8


def word_shingles(text: str) -> frozenset[int]:
    """Numbers of all runs of three folded words of `text`; a shorter text is one shingle, a wordless one has none."""
    return shingles_of(folded_words(text))


def folded_words(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    return words_of(fold(text))


def shingles_of(folded: list[str]) -> frozenset[int]:
    """Numbers of all runs of three of these words."""
    words = list(map(_number, folded))
    if not words:
        return frozenset()
    if len(words) < WIDTH:
        return frozenset([hash(tuple(words))])
    # The hash of a tuple of numbers is not salted, unlike that of a string.
    return frozenset(map(hash, zip(words, words[1:], words[2:], strict=False)))


def sketch(shingles: frozenset[int]) -> frozenset[int]:
    """The shingles whose number is divisible by `SAMPLED`: the same ones in whatever text they stand."""
    return frozenset(shingle for shingle in shingles if shingle % SAMPLED == 0)


def containment(part: frozenset[int], whole: frozenset[int]) -> float:
    """How much of `part` stands in `whole`, 0 to 1; 0 where `part` is empty."""
    return len(part & whole) / len(part) if part else 0.0


def words_digest(folded: list[str]) -> str:
    """A digest (BLAKE2b, 256 bits) of folded words: texts that differ in marks, alefs, signs and blanks only share it."""
    return blake2b(" ".join(folded).encode("utf-8", "surrogatepass"), digest_size=32).hexdigest()


def folded_digest(text: str) -> str:
    """`words_digest` of the words of `text`."""
    return words_digest(folded_words(text))


@lru_cache(maxsize=1 << 18)
def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=7).digest())
