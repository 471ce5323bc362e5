"""Grouping again only what new pairs can change, given how all stood without them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from isnad.linking.clustering import Member, group_chances
from isnad.linking.verdicts import verdicts
from isnad.model.judgement import Judgement


class Known(Protocol):
    """A pair of mentions by number, and the chance that they are one incident."""

    @property
    def low(self) -> int:
        """The lower number."""

    @property
    def high(self) -> int:
        """The higher number."""

    @property
    def chance(self) -> float:
        """From 0 to 1."""


class Regrouping:
    """Mentions, the incidents they stand in, and the pairs between them as far as they were taken in.

    Joins never cross from one incident into another. So where all new pairs touch some mentions, a set of whole incidents
    around these is grouped alone as it is among all others, as long as no join leads out of it; pairs between two
    incidents that both lie outside of it have no part. `least`: pairs less likely join nothing by themselves.
    """

    def __init__(self, judgements: Sequence[Judgement], least: float) -> None:
        self.members: dict[int, Member] = {}
        self._judgements, self._least, self._judged = judgements, least, verdicts(judgements)
        self._seq_of: dict[str, int] = {}
        self._home: dict[int, int] = {}
        self._mates: dict[int, set[int]] = {}
        self._chances: dict[int, dict[int, float]] = {}

    def take(self, members: Iterable[Member], homes: Mapping[int, int], pairs: Iterable[Known]) -> None:
        """More mentions, any name of the incident that each stands in, and pairs of these or of former ones."""
        for member in members:
            home = self._home[member.seq] = homes.get(member.seq, member.seq)
            self.members[member.seq], self._seq_of[member.id] = member, member.seq
            self._mates.setdefault(home, set()).add(member.seq)
            self._chances.setdefault(member.seq, {})
        for pair in pairs:
            self._chances.setdefault(pair.low, {})[pair.high] = pair.chance
            self._chances.setdefault(pair.high, {})[pair.low] = pair.chance

    def with_mates(self, seqs: Iterable[int]) -> set[int]:
        """These mentions and all that stand in an incident with one of them."""
        found = set(seqs)
        return found.union(*(self._mates[home] for home in {self._home[seq] for seq in found if seq in self._home}))

    def seniors(self, seqs: Iterable[int]) -> dict[int, int]:
        """The lowest number of the incident of each of these."""
        return {seq: min(self._mates[self._home[seq]]) for seq in seqs if seq in self._home}

    def group_again(self, changed: Iterable[int]) -> None:
        """Put the incidents right after pairs of these mentions came."""
        region, seen, clusters = self.with_mates(changed), (0, 0), list[frozenset[int]]()
        while True:
            near = {seq for seq in self.with_mates(self._around(region)) if seq in self.members}
            pairs = self._pairs(region, near)
            if seen != (len(near), len(pairs)):  # both only grow: as many are the same
                clusters = group_chances([self.members[seq] for seq in near], pairs, self._judgements)
                seen = len(near), len(pairs)
            touched = [cluster for cluster in clusters if not cluster.isdisjoint(region)]
            grown = self.with_mates(region.union(*touched))
            if grown == region:
                break
            region = grown
        self._set(touched)

    def _around(self, region: set[int]) -> set[int]:
        found = set(region)
        for seq in region:
            found.update(other for other, chance in self._chances.get(seq, {}).items() if chance >= self._least)
        for judged in self._judged:
            pair = {self._seq_of[one] for one in judged if one in self._seq_of}
            if not pair.isdisjoint(region):
                found |= pair
        return found

    def _pairs(self, region: set[int], near: set[int]) -> dict[tuple[int, int], float]:
        return {
            (seq, other) if seq < other else (other, seq): chance
            for seq in near
            for other, chance in self._chances.get(seq, {}).items()
            if other in near and (seq in region or self._home.get(seq) == self._home.get(other))
        }

    def _set(self, clusters: Iterable[frozenset[int]]) -> None:
        for cluster in clusters:
            for seq in cluster:
                self._mates[self._home[seq]].discard(seq)
        for cluster in clusters:
            home = -min(cluster)  # no name that an incident on record has
            self._mates[home] = set(cluster)
            self._home |= dict.fromkeys(cluster, home)
