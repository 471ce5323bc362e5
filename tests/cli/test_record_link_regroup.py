"""Grouping again only what new mentions touch gives what grouping everything gives."""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.cli.record_link import _grouped
from isnad.linking.clustering import Member, group
from isnad.linking.scoring import Pair
from isnad.linking.weights import load_weights
from isnad.model.judgement import Judgement, JudgementKind
from isnad.record.grouping import Pair as Kept
from tests.linking.making import judged

_COUNT = 14
_edges = st.sampled_from(list(combinations(range(1, _COUNT + 1), 2)))
_chances = st.dictionaries(_edges, st.floats(0.001, 0.9999), max_size=60)


class InMemory:
    """What `_grouped` asks of a linking session, of mentions that are grouped already but for the last ones."""

    def __init__(self, chances: dict[tuple[int, int], float], members: Sequence[Member], said: list[Judgement]) -> None:
        self.chances_of, self.told = chances, {member.seq: member for member in members}
        self.said = said
        self.homes: dict[int, int] = {}

    def judgements(self) -> list[Judgement]:
        return self.said

    def mates_of(self, seqs: Iterable[int]) -> list[int]:
        given_seqs = set(seqs)
        homes = {self.homes[seq] for seq in given_seqs if seq in self.homes}
        return sorted(given_seqs | {seq for seq, home in self.homes.items() if home in homes})

    def around(self, seqs: Iterable[int], judgements: Sequence[Judgement], least: float) -> list[int]:
        asked, seq_of = set(seqs), {member.id: seq for seq, member in self.told.items()}
        told = [{seq_of[one] for one in judgement.mentions} for judgement in judgements]
        near = {one for edge, chance in self.chances_of.items() if chance >= least and asked & {*edge} for one in edge}
        return self.mates_of(asked.union(near, *(pair for pair in told if asked & pair)))

    def chances(self, seqs: Iterable[int]) -> list[Kept]:
        return self._kept(edge for edge in self.chances_of if {*seqs} & {*edge})

    def chances_within(self, seqs: Iterable[int]) -> list[Kept]:
        among = {*seqs}
        inside = (edge for edge in self.chances_of if {*edge} <= among)
        return self._kept(edge for edge in inside if self.homes[edge[0]] == self.homes[edge[1]])

    def _kept(self, edges: Iterable[tuple[int, int]]) -> list[Kept]:
        return [Kept(low=low, high=high, chance=self.chances_of[low, high]) for low, high in edges]

    def seniors(self, seqs: Iterable[int]) -> dict[int, int]:
        return {seq: self.homes[seq] for seq in seqs if seq in self.homes}

    def members(self, seqs: Iterable[int]) -> list[tuple[int, str, str]]:
        return [(self.told[seq].seq, self.told[seq].id, self.told[seq].report) for seq in seqs]


@settings(max_examples=300)
@given(
    _chances,
    st.permutations(range(1, _COUNT + 1)),
    st.lists(st.integers(1, _COUNT - 1), max_size=4),
    st.dictionaries(_edges, st.sampled_from(["same", "different", "unsure"]), max_size=4),
)
def test_in_whatever_pieces_and_order_mentions_come_the_incidents_are_the_same(
    chances: dict[tuple[int, int], float],
    order: list[int],
    cuts: list[int],
    kinds: dict[tuple[int, int], JudgementKind],
) -> None:
    members = [Member(seq, f"m-{seq}", f"r{seq // 2}") for seq in range(1, _COUNT + 1)]
    said = [judged(n, kind, *edge) for n, (edge, kind) in enumerate(sorted(kinds.items()))]
    session, bounds = InMemory({}, members, said), [0, *sorted(cuts), _COUNT]
    for first, last in pairwise(bounds):
        there = set(order[:last])
        session.chances_of = {edge: chance for edge, chance in chances.items() if {*edge} <= there}
        session.homes |= _grouped(session, order[first:last])  # type: ignore[arg-type]
    pairs = [Pair(low, high, chance, {}, {}) for (low, high), chance in chances.items()]
    whole = group(members, pairs, said, load_weights().thresholds)
    assert session.homes == {seq: min(cluster) for cluster in whole for seq in cluster}
