"""Clusters of mentions as they grow: which two are joined next, and which may never be (used by `clustering`)."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from heapq import heapify, heappop, heappush
from itertools import chain
from math import log2, sqrt
from typing import Final

from isnad.linking.said import Said
from isnad.linking.weights import Thresholds

_SURE: Final = 7.0  # bits: a few pairs beyond doubt must not outvote many that differ
_ALL: Final = 30.0
_FINE: Final = 1 << 20  # parts of a bit: sums of whole numbers do not hang on their order
_MOST: Final = round(_SURE * _FINE)
# Minus the strength, minus the mean of all bits, the two names, the two clusters, their state.
_Join = tuple[float, float, str, str, int, int, int]


class Across:
    """The known pairs across two clusters: between two reports, and within one. Begins with one pair."""

    __slots__ = ("all_bits", "bits", "count", "least", "twice", "twice_least")

    def __init__(self, chance: float, *, one_report: bool) -> None:
        self.bits, self.all_bits, self.count, self.least = 0, 0, 0, 1.0
        self.twice, self.twice_least = 0, 1.0
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


class Clusters:
    """Mentions, each alone at first. `names` are their public ids, `chances` of the pairs that are known."""

    def __init__(
        self,
        reports: Mapping[int, str],
        names: Mapping[int, str],
        chances: Mapping[tuple[int, int], float],
        thresholds: Thresholds,
    ) -> None:
        self._home = {seq: seq for seq in reports}
        self._members = {seq: [seq] for seq in reports}
        self._told = {seq: {report: 1} for seq, report in reports.items()}
        self._names, self._thresholds = dict(names), thresholds
        self._unseen, self._enough = kept_bits(thresholds.unseen), kept_bits(thresholds.same)
        self._state = dict.fromkeys(reports, 0)
        self._said = Said()
        self._across: dict[int, dict[int, Across]] = {seq: {} for seq in reports}
        for (one, other), chance in chances.items():
            across = Across(chance, one_report=reports[one] == reports[other])
            self._across[one][other] = self._across[other][one] = across

    def part(self, pairs: Iterable[tuple[int, int]]) -> None:
        """A person called these mentions different: no join brings them together. Before anything is joined."""
        for one, other in pairs:
            self._said.part(one, other)

    def unite(self, one: int, other: int) -> None:
        """A person called these mentions the same: they will stand in one incident, unless called different by a chain."""
        self._said.unite(self._home[one], self._home[other])

    def join_likely(self) -> None:
        """Join the likeliest two clusters until no two may be joined.

        Not where a person says different, two of their mentions are of one report and not very like each other (a
        report hardly ever tells one incident twice, but may be coded so), two are clearly different by the machine, or
        the mean of the log-odds over all pairs across is below that of the threshold `same`.
        """
        waiting = [
            self._sought(one, other)
            for one, near in self._across.items()
            for other, across in near.items()
            if one < other and across.bits >= self._enough
        ]
        likely = [join for join in waiting if join is not None]
        heapify(likely)
        while likely:
            *_, one, other, state = heappop(likely)
            if one not in self._members or other not in self._members:
                continue
            if state != self._state[one] + self._state[other]:  # one of them has grown since
                continue
            grown = self._join(one, other)
            for near in self._promising(grown):
                if (join := self._sought(grown, near)) is not None:
                    heappush(likely, join)

    def all(self) -> list[frozenset[int]]:
        """The incidents, by lowest number: the clusters, those that people called the same as one."""
        sides = self._said.sides()
        told = {cluster for side in sides for cluster in side}
        alone = [frozenset(members) for cluster, members in self._members.items() if cluster not in told]
        return sorted(
            [*alone, *(frozenset(chain.from_iterable(self._members[one] for one in side)) for side in sides)], key=min
        )

    def _promising(self, one: int) -> list[int]:
        """The neighbours that `_sought` might let a cluster join: most do not, told before their reports are counted."""
        members, apart, unseen = self._members, self._thresholds.apart, self._unseen
        needed = len(members[one]) * (
            self._enough - unseen
        )  # for each mention of the other, beyond what unseen pairs say
        return [
            near
            for near, across in self._across[one].items()
            if across.twice
            or (across.least >= apart and across.bits - across.count * unseen >= needed * len(members[near]))
        ]

    def _sought(self, one: int, other: int) -> _Join | None:
        """The join of two clusters for the queue, None where it may not be."""
        across, limits = self._across[one][other], self._thresholds
        if across.least < limits.apart or across.twice_least < limits.twice or self._said.are_parted(one, other):
            return None
        size = len(self._members[one]) * len(self._members[other])
        of_one_report = self._of_one_report(one, other)
        unseen = size - of_one_report - across.count
        if across.twice < of_one_report or size == of_one_report or (unseen and limits.unseen < limits.apart):
            return None
        bits = across.bits + unseen * self._unseen
        if bits < self._enough * (size - of_one_report):
            return None
        compared, more = size - of_one_report, across.all_bits + unseen * self._unseen
        first, second = sorted((self._names[one], self._names[other]))
        strength = bits / sqrt(compared) if bits > 0 else bits / compared
        return -strength, -more / compared, first, second, one, other, self._state[one] + self._state[other]

    def _of_one_report(self, one: int, other: int) -> int:
        fewer, more = self._told[one], self._told[other]
        if fewer.keys().isdisjoint(more):  # nearly always
            return 0
        return sum(count * more[report] for report, count in fewer.items() if report in more)

    def _join(self, one: int, other: int) -> int:
        """Two clusters become one, named by the one that has more neighbours; gives its name."""
        into, gone = sorted((one, other), key=lambda home: (-len(self._across[home]), home))
        for seq in self._members[gone]:
            self._home[seq] = into
        self._members[into] += self._members.pop(gone)
        told = self._told[into]
        for report, count in self._told.pop(gone).items():
            told[report] = told.get(report, 0) + count
        self._names[into] = min(self._names[into], self._names[gone])
        self._state[into] += self._state[gone] + 1
        self._said.join(into, gone)
        for near, across in self._across.pop(gone).items():
            del self._across[near][gone]
            if near == into:
                continue
            if (known := self._across[into].get(near)) is None:
                self._across[into][near] = self._across[near][into] = across
            else:
                known.merge(across)
        return into


@lru_cache(maxsize=1 << 17)  # chances are made of few levels, and asked for in every round
def kept_bits(chance: float, most: float = _SURE) -> int:
    """A chance in parts of a bit of odds, within so many bits."""
    kept = min(max(chance, 1e-9), 1 - 1e-9)
    return round(min(max(log2(kept / (1 - kept)), -most), most) * _FINE)
