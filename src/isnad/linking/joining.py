"""Clusters of mentions as they grow: which two are joined next, and which may never be (used by `clustering`)."""

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from itertools import chain

from isnad.linking.across import Across, Limits, shared_reports
from isnad.linking.said import Said
from isnad.linking.weights import Thresholds

# Minus the strength, minus the mean of all bits, the two names, the two clusters, their state.
_Join = tuple[float, float, str, str, int, int, int]


class Clusters:
    """Mentions, each alone at first. `names` are their public ids, `chances` of the pairs that are known.

    `joins` tells how they grew, in order: how strongly the pairs spoke, the name of the two as one, the name that went.
    """

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
        self._names, self._limits = dict(names), Limits(thresholds)
        self._state = dict.fromkeys(reports, 0)
        self._said = Said()
        self.joins: list[tuple[float, int, int]] = []
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
            if one < other and across.bits >= self._limits.enough
        ]
        likely = [join for join in waiting if join is not None]
        heapify(likely)
        while likely:
            strength, *_, one, other, state = heappop(likely)
            if one not in self._members or other not in self._members:
                continue
            if state != self._state[one] + self._state[other]:  # one of them has grown since
                continue
            grown = self._join(one, other)
            self.joins.append((-strength, grown, other if grown == one else one))
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
        members, limits = self._members, self._limits
        apart, unseen = limits.apart, limits.unseen
        needed = len(members[one]) * (limits.enough - unseen)  # of each of the other, beyond what unseen pairs say
        return [
            near
            for near, across in self._across[one].items()
            if across.twice
            or (across.least >= apart and across.bits - across.count * unseen >= needed * len(members[near]))
        ]

    def _sought(self, one: int, other: int) -> _Join | None:
        """The join of two clusters for the queue, None where it may not be."""
        across = self._across[one][other]
        if self._said.are_parted(one, other):
            return None
        size = len(self._members[one]) * len(self._members[other])
        found = self._limits.strength(across, size, shared_reports(self._told[one], self._told[other]))
        if found is None:
            return None
        first, second = sorted((self._names[one], self._names[other]))
        return -found[0], -found[1], first, second, one, other, self._state[one] + self._state[other]

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
