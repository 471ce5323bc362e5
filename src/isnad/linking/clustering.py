"""Grouping mentions into incidents: a function of the set of mentions, pairs and judgements (decision 9).

Neither the order in which anything arrived nor the order in which it is given has a part in it: sums are exact (whole
numbers), and of two joins equally likely the one with the lower public ids, which do not hang on arrival, comes first.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from isnad.linking.joining import Clusters
from isnad.linking.scoring import Pair
from isnad.linking.verdicts import verdicts
from isnad.linking.weights import Thresholds, load_weights
from isnad.model.judgement import Judgement
from isnad.model.mention import Mention


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
    """The incidents, as `group_chances` finds them by the chances of these pairs."""
    return group_chances(members, {(pair.low, pair.high): pair.chance for pair in pairs}, judgements, thresholds)


def group_chances(
    members: Sequence[Member],
    chances: Mapping[tuple[int, int], float],
    judgements: Iterable[Judgement] = (),
    thresholds: Thresholds | None = None,
) -> list[frozenset[int]]:
    """The incidents, each the set of its mentions' numbers, by lowest number; every member stands in exactly one.

    `chances` are those of two mentions, by their numbers, the lower first, to be one incident.

    Pairs and judgements about mentions that are not among `members` have no part. The machine joins the two clusters
    that are likeliest to be one on the mean of all pairs across, again and again (average linkage), as far as
    `Clusters.join_likely` lets it; then the clusters that people called the same, by whatever chain, are one incident.
    So a human `same` weakens no join of the machine: it takes nothing apart, but for what people called different. One
    that would bring two mentions together that a person called different is passed over; until all are joined, the
    machine holds apart what a `different` and the chains of `same` on its two sides hold apart.
    """
    return grow(members, chances, judgements, thresholds).all()


def grow(
    members: Sequence[Member],
    chances: Mapping[tuple[int, int], float],
    judgements: Iterable[Judgement] = (),
    thresholds: Thresholds | None = None,
) -> Clusters:
    """The clusters of `group_chances` when no more are to be joined."""
    chosen = thresholds or load_weights().thresholds
    human = verdicts(judgements)
    seq_of = {member.id: member.seq for member in members}
    judged = [(seq_of[a], seq_of[b], kind) for (a, b), kind in human.items() if a in seq_of and b in seq_of]
    reports = {member.seq: member.report for member in members}
    known = {pair: chance for pair, chance in chances.items() if pair[0] in reports and pair[1] in reports}
    for one, other, kind in judged:
        key = min(one, other), max(one, other)
        if kind == "unsure" and key in known:  # a person could not tell: the pair joins nothing by itself
            known[key] = min(known[key], chosen.unsure)
    clusters = Clusters(reports, {member.seq: member.id for member in members}, known, chosen)
    clusters.part((one, other) for one, other, kind in judged if kind == "different")
    for one, other, kind in judged:
        if kind == "same":
            clusters.unite(one, other)
    clusters.join_likely()
    return clusters
