"""How clusters come and go while a set of mentions is grouped alone, and whether two sets could meet on the way.

Grouping takes the strongest join again and again, so that of two sets which no join brings together each grows as it
does alone. As long as a cluster stands, some join on the way to its end can be taken; so no weaker join than all of these
is taken before the cluster is gone. Hence two clusters of two sets cannot be joined where the join would be weaker than
all that end one of them, or where a join that makes the one is weaker than all that make and end the other.
"""

from collections.abc import Iterable, Mapping
from math import inf, sqrt

from msgspec import Struct

from isnad.linking.across import Across, Limits, shared_reports


class Life(Struct, frozen=True):
    """A cluster, and the strength of joins: infinity for a mention alone, minus infinity for what never comes.

    `made`: of the weakest on the way to it. `ended`: of the weakest on the way from it to its end, which make the cluster
    that it is joined with. `gone`: the weaker of both. `became`: the mentions of the cluster it became part of, if any.
    """

    members: tuple[int, ...]
    made: float
    ended: float
    gone: float
    became: tuple[int, ...] = ()


def lives_of(seqs: Iterable[int], joins: Iterable[tuple[float, int, int]]) -> list[Life]:
    """All clusters there ever were, from the joins as `Clusters` tells them."""
    standing: dict[int, tuple[tuple[int, ...], float]] = {seq: ((seq,), inf) for seq in seqs}
    found = list[Life]()
    for strength, into, gone in joins:
        (ours, made), (theirs, others_made) = standing[into], standing.pop(gone)
        weakest = min(strength, made, others_made)
        both = ours + theirs
        found.append(Life(ours, made, min(strength, others_made), weakest, both))
        found.append(Life(theirs, others_made, min(strength, made), weakest, both))
        standing[into] = both, weakest
    return found + [Life(members, made, -inf, -inf) for members, made in standing.values()]


class Meeting:
    """One cluster of a set held against other sets."""

    def __init__(self, life: Life, reports: Mapping[int, str], limits: Limits) -> None:
        self._life, self._reports, self._limits = life, reports, limits
        self._told = _told(life.members, reports)
        self._across: dict[int, Across] = {}

    def take(self, pairs: Iterable[tuple[int, int, float]]) -> None:
        """Pairs of its mentions with mentions outside."""
        reports, across = self._reports, self._across
        for one, other, chance in pairs:
            new = Across(chance, one_report=reports[other] == reports[one])
            if (known := across.get(other)) is None:
                across[other] = new
            else:
                known.merge(new)

    def may_meet(self, seqs: Iterable[int]) -> bool:
        """Whether a join with some of these could come before its end, however they grew: a bound, quick to ask.

        Of the mentions of a cluster that may be joined none is forbidden by itself, and one at least would do alone.
        """
        sums = list[int]()
        fewest, enough = len(self._life.members), False
        for seq in seqs:
            across = self._across.get(seq)
            if across is not None and (alone := self._alone(seq, across)) is not None:
                bits, compared = alone
                fewest, enough = min(fewest, compared), enough or bits >= self._limits.enough * compared
                sums.append(bits)
        return enough and _strongest(sums, fewest) >= self._life.ended

    def _alone(self, seq: int, across: Across) -> tuple[int, int] | None:
        """The bits of all pairs with one mention, and their number; None where one of them forbids a join, or none counts."""
        limits, of_one_report = self._limits, self._told.get(self._reports[seq], 0)
        compared = len(self._life.members) - of_one_report
        if not compared or limits.forbid(across, of_one_report):
            return None
        return across.bits + (compared - across.count) * limits.unseen, compared

    def meets(self, others: Iterable[Life]) -> bool:
        """Whether a join with one of these clusters is allowed, and could come before the end of either."""
        return any(self._meets(other) for other in others)

    def _meets(self, other: Life) -> bool:
        if self._life.made < other.gone or other.made < self._life.gone:
            return False
        met = Across()
        for seq in other.members:
            if seq in self._across:
                met.merge(self._across[seq])
        if not met.count:
            return False
        size = len(self._life.members) * len(other.members)
        found = self._limits.strength(met, size, shared_reports(self._told, _told(other.members, self._reports)))
        return found is not None and found[0] >= max(self._life.ended, other.ended)


def _strongest(sums: list[int], compared: int) -> float:
    """At most so strong is a join with some of the mentions that have these sums, each of at least so many pairs."""
    total, strongest = 0, -inf
    for count, bits in enumerate(sorted(sums, reverse=True), 1):
        total += bits
        strongest = max(strongest, total / sqrt(count * compared) if total > 0 else 0.0)
    return strongest


def _told(seqs: Iterable[int], reports: Mapping[int, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for seq in seqs:
        found[reports[seq]] = found.get(reports[seq], 0) + 1
    return found
