"""Contradictions held against networkx on random judgements."""

from datetime import UTC, datetime

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from isnad.model.judgement import Judgement, JudgementKind
from isnad.record.contradicting import contradicted

MENTIONS = st.sampled_from("abcdefg")
PAIRS = st.tuples(MENTIONS, MENTIONS).filter(lambda pair: pair[0] != pair[1])
KINDS: st.SearchStrategy[JudgementKind] = st.sampled_from(["same", "different", "unsure"])


def judgement(seq: int, kind: JudgementKind, pair: tuple[str, str], undone: bool = False) -> Judgement:
    return Judgement(
        seq=seq, kind=kind, mentions=pair, author="R", made_at=datetime(2024, 1, 1, tzinfo=UTC), undone=undone
    )


def possible(judgements: list[Judgement]) -> bool:
    graph = nx.Graph([one.mentions for one in judgements if one.kind == "same"])
    graph.add_nodes_from("abcdefg")
    return not any(one.kind == "different" and nx.has_path(graph, *one.mentions) for one in judgements)


@given(st.lists(st.tuples(KINDS, PAIRS, st.booleans()), max_size=25))
def test_exactly_what_makes_the_whole_impossible_is_refused(
    asked: list[tuple[JudgementKind, tuple[str, str], bool]],
) -> None:
    standing: list[Judgement] = []
    for seq, (kind, pair, undone) in enumerate(asked):
        new = judgement(seq, kind, pair)
        chain = contradicted(kind, *pair, standing)
        effective = [one for one in standing if not one.undone]
        assert bool(chain) == (not possible([*effective, new]))
        if chain:
            leads_from_one_to_the_other(pair, chain)
            assert not possible([*chain, new])
        else:
            standing.append(judgement(seq, kind, pair, undone))


def leads_from_one_to_the_other(pair: tuple[str, str], chain: tuple[Judgement, ...]) -> None:
    here = pair[0]
    for one in chain:
        assert here in one.mentions
        here = next(mention for mention in one.mentions if mention != here)
    assert here == pair[1]
