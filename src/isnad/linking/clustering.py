"""Grouping mentions into incidents: a function of the set of mentions, pairs and judgements (decision 9).

Neither the order in which anything arrived nor the order in which it is given has a part in it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import fsum, log2

from msgspec import Struct

from isnad.linking.scoring import Pair
from isnad.linking.verdicts import verdicts
from isnad.linking.weights import Thresholds, load_weights
from isnad.model.judgement import Judgement
from isnad.model.mention import Mention

_SURE = 5.0
_Known = tuple[float, float]  # a pair's chance, and the same in bits of odds


class Member(Struct, frozen=True):
    """What grouping needs of a mention: its number, its public id, its report."""

    seq: int
    id: str
    report: str


def member_of(mention: Mention) -> Member:
    """A mention as a member."""
    return Member(mention.seq, mention.id, mention.report.id)


def group(
    members: Sequence[Member],
    pairs: Iterable[Pair],
    judgements: Iterable[Judgement] = (),
    thresholds: Thresholds | None = None,
) -> list[frozenset[int]]:
    """The incidents, each the set of its mentions' numbers, by lowest number; every member stands in exactly one.

    Pairs and judgements about mentions that are not among `members` have no part. Human `same` join first, in order
    of the judgements; one that would bring two mentions together that a person called different is passed over. Then
    the machine's pairs join from the likeliest down, ties by number; see `Clusters.may_join`.
    """
    chosen = thresholds or load_weights().thresholds
    human = verdicts(judgements)
    seq_of = {member.id: member.seq for member in members}
    judged = [(seq_of[a], seq_of[b], kind) for (a, b), kind in human.items() if a in seq_of and b in seq_of]
    reports = {member.seq: member.report for member in members}
    known = {(pair.low, pair.high): pair.chance for pair in pairs if pair.low in reports and pair.high in reports}
    clusters = Clusters(reports, known, judged, chosen)
    for one, other, kind in judged:
        if kind == "same" and not clusters.parted(one, other):
            clusters.join(one, other)
    unsure = {(min(a, b), max(a, b)) for a, b, kind in judged if kind == "unsure"}
    for chance, one, other in sorted((-chance, *pair) for pair, chance in known.items() if pair not in unsure):
        if -chance < chosen.same:
            break
        if reports[one] != reports[other] and clusters.may_join(one, other):
            clusters.join(one, other)
    return clusters.all()


class Clusters:
    """The clusters as they grow, with what may not stand together."""

    def __init__(
        self,
        reports: dict[int, str],
        chances: dict[tuple[int, int], float],
        judged: Sequence[tuple[int, int, str]],
        thresholds: Thresholds,
    ) -> None:
        self._home = {seq: seq for seq in reports}
        self._members = {seq: [seq] for seq in reports}
        self._reports = reports
        self._told = {seq: Counter([report]) for seq, report in reports.items()}
        self._thresholds = thresholds
        self._near: dict[int, dict[int, _Known]] = {seq: {} for seq in reports}
        for (one, other), chance in chances.items():
            self._near[one][other] = self._near[other][one] = (chance, log_odds(chance))
        self._different: dict[int, set[int]] = {}
        for one, other, kind in judged:
            if kind == "different":
                self._different.setdefault(one, set()).add(other)
                self._different.setdefault(other, set()).add(one)

    def join(self, one: int, other: int) -> None:
        """The clusters of two mentions become one."""
        into, gone = sorted((self._home[one], self._home[other]))
        if into == gone:
            return
        for seq in self._members[gone]:
            self._home[seq] = into
        self._members[into] += self._members.pop(gone)
        self._told[into] += self._told.pop(gone)

    def parted(self, one: int, other: int) -> bool:
        """Whether a person called any two mentions different that this join would bring together."""
        smaller, larger = self._by_size(one, other)
        return smaller != larger and any(
            self._home[b] == larger for a in self._members[smaller] for b in self._different.get(a, ())
        )

    def may_join(self, one: int, other: int) -> bool:
        """Whether the machine may join the clusters of two mentions.

        Not where they are one already, a person says different, two of their mentions are of one report and not very
        like each other (a report hardly ever tells one incident twice, but may be coded so), two are clearly
        different by the machine, or they are unlikely to be one on the mean of all pairs across.
        """
        if self._home[one] == self._home[other] or self.parted(one, other):
            return False
        smaller, larger = self._by_size(one, other)
        twice, found = self._known_across(smaller, larger)
        of_one_report = sum(count * self._told[larger][report] for report, count in self._told[smaller].items())
        if len(twice) < of_one_report or min(twice, default=(1.0, 0.0))[0] < self._thresholds.twice:
            return False
        across = len(self._members[smaller]) * len(self._members[larger]) - of_one_report
        unseen = across - len(found)
        if not across or min(found, default=(1.0, 0.0))[0] < self._thresholds.apart:
            return False
        if unseen and self._thresholds.unseen < self._thresholds.apart:
            return False
        total = fsum(bits for _, bits in found) + unseen * log_odds(self._thresholds.unseen)
        return total / across >= log_odds(self._thresholds.mean)

    def all(self) -> list[frozenset[int]]:
        """The clusters, by lowest number."""
        return [frozenset(members) for _, members in sorted(self._members.items())]

    def _by_size(self, one: int, other: int) -> tuple[int, int]:
        homes = self._home[one], self._home[other]
        smaller, larger = sorted(homes, key=lambda home: (len(self._members[home]), home))
        return smaller, larger

    def _known_across(self, smaller: int, larger: int) -> tuple[list[_Known], list[_Known]]:
        """The known pairs across two clusters: those of one report, all others. Only the smaller is gone through."""
        twice, found = list[_Known](), list[_Known]()
        for one in self._members[smaller]:
            for other, known in self._near[one].items():
                if self._home[other] == larger:
                    (twice if self._reports[one] == self._reports[other] else found).append(known)
        return twice, found


def log_odds(chance: float) -> float:
    """A chance in bits of odds, kept within `_SURE` bits: a few pairs beyond doubt must not outvote many that differ."""
    kept = min(max(chance, 1e-9), 1 - 1e-9)
    return min(max(log2(kept / (1 - kept)), -_SURE), _SURE)
