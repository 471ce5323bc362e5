"""Ids live on by the words they stand on."""

from hypothesis import given
from hypothesis import strategies as st

from isnad.model.coded import Incident
from isnad.model.span import Span
from isnad.record.inheriting import OldMention, inherited, overlap


def incident(*spans: tuple[int, int], kind: str = "clash") -> Incident:
    return Incident(
        id="x", type=kind, mentions=tuple(Span(start=start, end=end, text="") for start, end in spans)  # type: ignore[arg-type]
    )  # fmt: skip


def old(seq: int, one: Incident, active: bool = True) -> OldMention:
    return OldMention(seq=seq, active=active, incident=one)


def test_the_same_type_comes_before_a_larger_overlap() -> None:
    before = [old(1, incident((0, 10), kind="bombing")), old(2, incident((8, 12)))]
    assert inherited(before, [incident((0, 9))]) == {0: 2}


def test_the_larger_overlap_comes_first_and_each_is_given_once() -> None:
    before = [old(1, incident((0, 10))), old(2, incident((5, 7)))]
    assert inherited(before, [incident((5, 7)), incident((0, 10))]) == {1: 1, 0: 2}


def test_what_is_still_told_comes_before_what_is_not() -> None:
    before = [old(1, incident((0, 10)), active=False), old(2, incident((0, 10)))]
    assert inherited(before, [incident((0, 10))]) == {0: 2}


def test_other_words_inherit_nothing() -> None:
    assert inherited([old(1, incident((0, 10)))], [incident((10, 12))]) == {}


SPANS = st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))
INCIDENTS = st.builds(incident, SPANS, kind=st.sampled_from(["clash", "bombing"]))


@given(st.lists(INCIDENTS, max_size=6), st.lists(INCIDENTS, max_size=6))
def test_each_heir_stands_on_words_of_its_own_mention(before: list[Incident], after: list[Incident]) -> None:
    found = inherited([old(seq, one) for seq, one in enumerate(before)], after)
    assert len(set(found.values())) == len(found)
    assert all(overlap(after[place], before[seq]) for place, seq in found.items())
    free = set(range(len(before))) - set(found.values())
    assert not any(overlap(one, before[seq]) for place, one in enumerate(after) if place not in found for seq in free)


@given(st.lists(INCIDENTS, max_size=6, unique_by=lambda one: (one.type, one.mentions)))
def test_the_same_coding_keeps_all_ids(before: list[Incident]) -> None:
    found = inherited([old(seq, one) for seq, one in enumerate(before)], before)
    assert sorted(found.values()) == list(range(len(before)))
