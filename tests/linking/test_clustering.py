"""Grouping: a function of the set of mentions, pairs and judgements."""

from itertools import combinations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from isnad.linking.clustering import group
from isnad.model.judgement import Judgement
from tests.linking.making import THRESHOLDS, judged, members, pair

_COUNT = 8
_edges = st.sampled_from(list(combinations(range(1, _COUNT + 1), 2)))
_chances = st.dictionaries(_edges, st.floats(0, 1), max_size=20)
_said = st.dictionaries(_edges, st.sampled_from(["same", "different", "unsure"]), max_size=8)


@given(st.lists(_edges, unique=True, max_size=10))
def test_clusters_of_human_judgements_alone_are_connected_components(edges: list[tuple[int, int]]) -> None:
    graph = nx.Graph(edges)
    graph.add_nodes_from(range(1, _COUNT + 1))
    found = group(members(_COUNT), [], [judged(n, "same", *edge) for n, edge in enumerate(edges)], THRESHOLDS)
    assert set(found) == {frozenset(part) for part in nx.connected_components(graph)}


@given(_chances, _said, st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_has_no_part(
    chances: dict[tuple[int, int], float], said: dict[tuple[int, int], str], dice: object
) -> None:
    pairs = [pair(*edge, chance) for edge, chance in chances.items()]
    judgements = _judgements(said)
    everyone = members(_COUNT, {1: "one", 2: "one"})
    first = group(everyone, pairs, judgements, THRESHOLDS)
    for given_list in (everyone, pairs, judgements):
        dice.shuffle(given_list)  # type: ignore[attr-defined]
    assert group(everyone, pairs, judgements, THRESHOLDS) == first


@given(_chances, _said)
def test_two_that_a_person_called_different_never_stand_together(
    chances: dict[tuple[int, int], float], said: dict[tuple[int, int], str]
) -> None:
    found = group(members(_COUNT), [pair(*e, c) for e, c in chances.items()], _judgements(said), THRESHOLDS)
    for (one, other), kind in said.items():
        if kind == "different":
            assert not any({one, other} <= cluster for cluster in found)


@given(_chances, st.sets(_edges, max_size=4), _edges)
def test_one_more_same_never_separates_what_stood_together(
    chances: dict[tuple[int, int], float], told: set[tuple[int, int]], edge: tuple[int, int]
) -> None:
    pairs, everyone = [pair(*e, c) for e, c in chances.items()], members(_COUNT, {1: "one", 2: "one"})
    said = [judged(n, "same", *told_edge) for n, told_edge in enumerate(sorted(told))]
    before = group(everyone, pairs, said, THRESHOLDS)
    after = group(everyone, pairs, [*said, judged(99, "same", *edge)], THRESHOLDS)
    assert any(set(edge) <= cluster for cluster in after)
    assert all(any(cluster <= grown for grown in after) for cluster in before)


@given(_chances, st.lists(st.integers(0, 1), min_size=_COUNT, max_size=_COUNT), st.sets(_edges, max_size=6))
def test_words_of_people_that_agree_all_hold(
    chances: dict[tuple[int, int], float], incident: list[int], told: set[tuple[int, int]]
) -> None:
    kinds = {(one, other): "same" if incident[one - 1] == incident[other - 1] else "different" for one, other in told}
    found = group(members(_COUNT), [pair(*e, c) for e, c in chances.items()], _judgements(kinds), THRESHOLDS)
    for edge, kind in kinds.items():
        assert any(set(edge) <= cluster for cluster in found) == (kind == "same")


def test_a_same_brings_whole_incidents_together_even_where_the_mean_says_no() -> None:
    pairs = [pair(1, 2, 0.9), pair(3, 4, 0.9), pair(1, 3, 0.4), pair(2, 4, 0.0001)]
    assert group(members(4), pairs, [], THRESHOLDS) == [frozenset({1, 2}), frozenset({3, 4})]
    assert group(members(4), pairs, [judged(1, "same", 1, 3)], THRESHOLDS) == [frozenset({1, 2, 3, 4})]


@given(_chances, _said, _edges, st.sampled_from(["same", "different", "unsure"]))
def test_undoing_restores_the_former_incidents(
    chances: dict[tuple[int, int], float], said: dict[tuple[int, int], str], edge: tuple[int, int], kind: str
) -> None:
    pairs, before = [pair(*e, c) for e, c in chances.items()], _judgements(said)
    undone = judged(99, kind, *edge, undone=True)  # type: ignore[arg-type]
    assert group(members(_COUNT), pairs, [*before, undone], THRESHOLDS) == group(
        members(_COUNT), pairs, before, THRESHOLDS
    )


def test_a_chain_of_likely_pairs_does_not_pass_a_human_different() -> None:
    pairs = [pair(1, 2, 0.99), pair(2, 3, 0.98), pair(1, 3, 0.9)]
    assert group(members(3), pairs, [], THRESHOLDS) == [frozenset({1, 2, 3})]
    assert group(members(3), pairs, [judged(1, "different", 1, 3)], THRESHOLDS) == [frozenset({1, 2}), frozenset({3})]


def test_mentions_of_one_report_stand_together_only_where_they_are_alike() -> None:
    pairs = [pair(1, 3, 0.95), pair(2, 3, 0.9)]
    one_report = members(3, {1: "r", 2: "r"})
    assert group(one_report, pairs, [], THRESHOLDS) == [frozenset({1, 3}), frozenset({2})]
    assert group(one_report, [*pairs, pair(1, 2, 0.6)], [], THRESHOLDS) == [frozenset({1, 2, 3})]
    assert group(one_report, [pair(1, 2, 0.99)], [], THRESHOLDS) == [frozenset({1}), frozenset({2}), frozenset({3})]
    assert frozenset({1, 2}) in group(one_report, [], [judged(1, "same", 1, 2)], THRESHOLDS)


def test_clearly_different_mentions_keep_two_clusters_apart() -> None:
    pairs = [pair(1, 2, 0.99), pair(2, 3, 0.9), pair(1, 3, 0.0001)]
    assert group(members(3), pairs, [], THRESHOLDS) == [frozenset({1, 2}), frozenset({3})]


def _judgements(said: dict[tuple[int, int], str]) -> list[Judgement]:
    return [judged(n, kind, *edge) for n, (edge, kind) in enumerate(sorted(said.items()))]  # type: ignore[arg-type]
