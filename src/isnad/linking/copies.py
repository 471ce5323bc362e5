"""Near-copies among reports: the same words first, then sketches, then an exact look at the shingles.

A wire copy adds no independent source. A report is a copy of an earlier one when most of its words stand there; a
report that holds most of an earlier one and more (a round-up) is told as `holds`. The original is the earliest
published, else the first that arrived.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, Literal

from msgspec import Struct

from isnad.linking.candidates import Candidates, MinHashed, Sampled
from isnad.linking.shingles import containment, folded_words, shingles_of, words_digest

# The share of the shorter text's shingles that must stand in the longer one. Wire stories that fill the same formula
# with other names share up to 0.69 (`python -m quality.near_copies`), copies cut or edited by a desk mostly over 0.8.
CONTAINED: Final = 0.74
# Fewer shingles than this are a headline: only the very same words make it a copy.
FEWEST: Final = 12


class Text(Struct, frozen=True, kw_only=True):
    """A report to look at: `seq` is its order of arrival, by which it is known here."""

    seq: int
    text: str
    published: date | None = None


class Likeness(Struct, frozen=True, kw_only=True):
    """Two reports with the same words: `share` of the shorter one's shingles stands in the longer.

    `copy`: most of the later report stands in the earlier one. `holds`: the later one holds the earlier, and more.
    """

    earlier: int
    later: int
    share: float
    kind: Literal["copy", "holds"]


class CopyIndex:
    """Texts seen so far; each new one is held against them.

    Fill it again from the stored texts with `extend`; the answers do not hang on the order of filling.
    """

    def __init__(self, candidates: Sequence[Candidates] | None = None) -> None:
        self._candidates = candidates if candidates is not None else (MinHashed(), Sampled())
        self._texts: dict[int, Text] = {}
        self._shingles: dict[int, frozenset[int]] = {}
        self._digests: dict[str, list[int]] = {}
        self._digest: dict[int, str] = {}

    def extend(self, texts: Iterable[Text]) -> None:
        """Take in texts without asking for their likenesses."""
        for text in texts:
            self._take(text, *_read(text))

    def add(self, text: Text) -> list[Likeness]:
        """Take in a text, and say which known texts it is alike with, in the order of their `seq`.

        A text whose `seq` is known already is not taken in again.
        """
        if text.seq in self._texts:
            return []
        shingles, digest = _read(text)
        found = self._alike(text, shingles, digest)
        self._take(text, shingles, digest)
        return found

    def _take(self, text: Text, shingles: frozenset[int], digest: str) -> None:
        if text.seq in self._texts or not shingles:
            return
        self._texts[text.seq], self._shingles[text.seq] = text, shingles
        if digest not in self._digests:  # the same words again are found by their digest
            for candidates in self._candidates:
                candidates.add(text.seq, shingles)
        self._digests.setdefault(digest, []).append(text.seq)
        self._digest[text.seq] = digest

    def _alike(self, text: Text, shingles: frozenset[int], digest: str) -> list[Likeness]:
        same = self._digests.get(digest, [])
        near = {number for candidates in self._candidates for number in candidates.ask(shingles)} if shingles else set()
        found = [_same(text, self._texts[number]) for number in same]
        for first in sorted(near - set(same)):
            found += self._near(text, shingles, first)
        return sorted(found, key=lambda likeness: (likeness.earlier, likeness.later))

    def _near(self, text: Text, shingles: frozenset[int], first: int) -> list[Likeness]:
        """Likenesses with the text `first` and with all that have its very words."""
        if _share(shingles, self._shingles[first]) < CONTAINED:
            return []
        twins = self._digests[self._digest[first]]
        return [compare(text, shingles, self._texts[twin], self._shingles[twin]) for twin in twins]


def compare(one: Text, ones: frozenset[int], other: Text, others: frozenset[int]) -> Likeness:
    """How two texts with these shingles are alike, whoever came first."""
    earlier, later = sorted((one, other), key=_arrival)
    before, after = (ones, others) if earlier is one else (others, ones)
    kind: Literal["copy", "holds"] = "copy" if containment(after, before) >= CONTAINED else "holds"
    return Likeness(earlier=earlier.seq, later=later.seq, share=_share(ones, others), kind=kind)


def originals(likenesses: Iterable[Likeness], texts: Iterable[Text]) -> dict[int, int]:
    """For each report that is a copy, the `seq` of its original: the earliest of those whose words it repeats.

    A report that only holds another and adds to it is no copy, so that a round-up of two stories joins neither with
    the other; the likeness tells of it.
    """
    order = {text.seq: _arrival(text) for text in texts}
    sources: dict[int, list[int]] = {}
    for likeness in likenesses:
        if likeness.kind == "copy":
            sources.setdefault(likeness.later, []).append(likeness.earlier)
    found: dict[int, int] = {}
    for seq in sorted(sources, key=order.__getitem__):  # an earlier one's own original is known before it is asked for
        nearest = min(sources[seq], key=order.__getitem__)
        found[seq] = found.get(nearest, nearest)
    return found


def _read(text: Text) -> tuple[frozenset[int], str]:
    words = folded_words(text.text)
    return shingles_of(words), words_digest(words)


def _same(text: Text, other: Text) -> Likeness:
    earlier, later = sorted((text, other), key=_arrival)
    return Likeness(earlier=earlier.seq, later=later.seq, share=1.0, kind="copy")


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    shorter, longer = sorted((one, other), key=len)
    return containment(shorter, longer) if len(shorter) >= FEWEST else float(one == other)


def _arrival(text: Text) -> tuple[date, int]:
    return text.published or date.max, text.seq
