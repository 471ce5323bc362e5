"""What the known pairs across two clusters say together, and when it is enough to join them (used by `joining`)."""

from collections.abc import Mapping
from functools import lru_cache
from math import log2, sqrt
from typing import Final

from isnad.linking.weights import Thresholds

_SURE: Final = 7.0  # bits: a few pairs beyond doubt must not outvote many that differ
_ALL: Final = 30.0
_FINE: Final = 1 << 20  # parts of a bit: sums of whole numbers do not hang on their order
_MOST: Final = round(_SURE * _FINE)


class Across:
    """The known pairs across two clusters: between two reports, and within one. Begins with one pair or none."""

    __slots__ = ("all_bits", "bits", "count", "least", "twice", "twice_least")

    def __init__(self, chance: float | None = None, *, one_report: bool = False) -> None:
        self.bits, self.all_bits, self.count, self.least = 0, 0, 0, 1.0
        self.twice, self.twice_least = 0, 1.0
        if chance is None:
            return
        if one_report:
            self.twice, self.twice_least = 1, chance
        else:
            bits = kept_bits(chance, _ALL)
            self.bits, self.all_bits = min(max(bits, -_MOST), _MOST), bits
            self.count, self.least = 1, chance

    def merge(self, other: "Across") -> None:
        """All pairs of another."""
        self.bits, self.all_bits = self.bits + other.bits, self.all_bits + other.all_bits
        self.count, self.least = self.count + other.count, min(self.least, other.least)
        self.twice, self.twice_least = self.twice + other.twice, min(self.twice_least, other.twice_least)


class Limits:
    """What the thresholds ask of the pairs across two clusters, in parts of a bit."""

    def __init__(self, thresholds: Thresholds) -> None:
        self.apart, self.twice = thresholds.apart, thresholds.twice
        self.unseen, self.enough = kept_bits(thresholds.unseen), kept_bits(thresholds.same)
        self._unseen_parts = thresholds.unseen < thresholds.apart

    def forbid(self, across: Across, of_one_report: int) -> bool:
        """Whether one of these pairs is of mentions clearly different, or of two unlike mentions of one report."""
        return across.least < self.apart or across.twice_least < self.twice or across.twice < of_one_report

    def strength(self, across: Across, size: int, of_one_report: int) -> tuple[float, float] | None:
        """How strongly the pairs across speak for a join, then the mean of all bits; None where they forbid it.

        `size`: how many pairs there are across, known or not; `of_one_report`: how many of them are of one report.
        """
        compared = size - of_one_report
        unseen = compared - across.count
        if self.forbid(across, of_one_report) or compared == 0 or (unseen and self._unseen_parts):
            return None
        bits = across.bits + unseen * self.unseen
        if bits < self.enough * compared:
            return None
        more = (across.all_bits + unseen * self.unseen) / compared
        return (bits / sqrt(compared) if bits > 0 else bits / compared), more


def shared_reports(told: Mapping[str, int], others: Mapping[str, int]) -> int:
    """How many pairs are of one report, of two clusters of which each tells so many mentions by report."""
    if told.keys().isdisjoint(others):  # nearly always
        return 0
    return sum(count * others[report] for report, count in told.items() if report in others)


@lru_cache(maxsize=1 << 17)  # chances are made of few levels, and asked for in every round
def kept_bits(chance: float, most: float = _SURE) -> int:
    """A chance in parts of a bit of odds, within so many bits."""
    kept = min(max(chance, 1e-9), 1 - 1e-9)
    return round(min(max(log2(kept / (1 - kept)), -most), most) * _FINE)
