"""Grouping again only what new mentions touch gives what grouping everything gives."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.cli.record_link import _grouped
from isnad.linking import regrouping
from isnad.linking.clustering import Member, group
from isnad.linking.scoring import Pair
from isnad.linking.weights import load_weights
from isnad.model.judgement import Judgement, JudgementKind
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
        self.there: set[int] = set()

    def judgements(self) -> list[Judgement]:
        return self.said

    def chances(self, seqs: Iterable[int]) -> list[tuple[int, int, float]]:
        return [(*edge, chance) for edge, chance in self.chances_of.items() if {*seqs} & {*edge}]

    def chances_within(self, seqs: Iterable[int]) -> list[tuple[int, int, float]]:
        among = {*seqs}
        inside = ((*edge, chance) for edge, chance in self.chances_of.items() if {*edge} <= among)
        return [(low, high, chance) for low, high, chance in inside if self.homes[low] == self.homes[high]]

    def incidents_of(self, seqs: Iterable[int]) -> list[tuple[int, str, str, int]]:
        homes = {seq: self.homes.get(seq, seq) for seq in self.there}
        asked = {homes[seq] for seq in seqs}
        return [(seq, self.told[seq].id, self.told[seq].report, home) for seq, home in homes.items() if home in asked]

    def numbers(self, ids: Iterable[str]) -> dict[str, int]:
        return {self.told[seq].id: seq for seq in self.there if self.told[seq].id in set(ids)}


@pytest.fixture(autouse=True)
def _many_as_it_was() -> Iterator[None]:
    kept = regrouping.MANY
    yield
    regrouping.MANY = kept  # type: ignore[misc]


@pytest.mark.parametrize("many", [0, 4, _COUNT])
@settings(max_examples=200)
@given(
    _chances,
    st.permutations(range(1, _COUNT + 1)),
    st.lists(st.integers(1, _COUNT - 1), max_size=4),
    st.dictionaries(_edges, st.sampled_from(["same", "different", "unsure"]), max_size=4),
)
def test_in_whatever_pieces_and_order_mentions_come_the_incidents_are_the_same(
    many: int,
    chances: dict[tuple[int, int], float],
    order: list[int],
    cuts: list[int],
    kinds: dict[tuple[int, int], JudgementKind],
) -> None:
    members = [Member(seq, f"m-{seq}", f"r{seq // 2}") for seq in range(1, _COUNT + 1)]
    said = [judged(n, kind, *edge) for n, (edge, kind) in enumerate(sorted(kinds.items()))]
    regrouping.MANY = many  # type: ignore[misc]
    session, bounds = InMemory({}, members, said), [0, *sorted(cuts), _COUNT]
    for first, last in pairwise(bounds):
        session.there = there = set(order[:last])
        session.chances_of = {edge: chance for edge, chance in chances.items() if {*edge} <= there}
        session.homes |= _grouped(session, order[first:last])  # type: ignore[arg-type]
    pairs = [Pair(low, high, chance, {}, {}) for (low, high), chance in chances.items()]
    whole = group(members, pairs, said, load_weights().thresholds)
    assert session.homes == {seq: min(cluster) for cluster in whole for seq in cluster}
