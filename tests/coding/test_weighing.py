"""Weighing: groups met again weigh the same, and only so many are remembered."""

import pytest

from isnad.coding import weighing
from isnad.coding.weighing import BIAS, Choice, Group, Loudest, Sums, known

WEIGHTS = {"near": 2.0, "far": -3.0, "in": 0.5}


def test_many_groups_are_weighed_right_and_not_all_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "_REMEMBERED", 2)
    sums = Sums(WEIGHTS)
    groups = [("near",), ("in",), ("far",), ("near",), ("in", "near"), ("far",)]
    assert [sums[group] for group in groups] == [2.0, 0.5, -3.0, 2.0, 2.5, -3.0]
    assert len(sums) <= 2


def test_the_words_around_an_act_are_weighed_and_not_remembered() -> None:
    sums = Sums(WEIGHTS)
    words = ("near", *(f">word {number}" for number in range(20)), "in")
    assert [sums[words], sums[words]] == [2.5, 2.5]
    assert words not in sums


@known(2)
def _placed(side: str, words: int) -> Group:
    return side, f"{side}:{words}"


def test_a_known_group_is_one_object_and_reads_as_its_names() -> None:
    group = _placed("near", 3)
    assert group is _placed("near", 3)
    assert tuple(group) == ("near", "near:3")
    assert Sums(WEIGHTS)[group] == 2.0


def test_known_groups_made_anew_weigh_as_before() -> None:
    sums = Sums(WEIGHTS)
    first = [sums[_placed(side, 1)] for side in ("near", "far", "in")]
    assert first == [sums[_placed(side, 1)] for side in ("near", "far", "in")] == [2.0, -3.0, 0.5]


def test_the_loudest_of_a_group_whichever_way_they_speak() -> None:
    assert Loudest(WEIGHTS | {"by": 0.1})[("in", "never seen", "by", "near", "far")] == (
        (-3.0, "far"),
        (-2.0, "near"),
        (-0.5, "in"),
    )


def test_all_answers_are_summed_side_by_side() -> None:
    weights = {"yes": {BIAS: -0.25, "near": 1.5}, "no": {"near": -2.125, "far": -0.001}, "perhaps": {"far": 3.184}}
    choice = Choice(weights)
    assert choice.answers == ["yes", "no", "perhaps"]
    assert choice.sums(["near", "far", "near", "never seen"]) == pytest.approx([2.75, -4.251, 3.184])
    assert choice.sums([]) == pytest.approx([-0.25, 0.0, 0.0])
    assert Choice({}).sums(["near"]) == []
