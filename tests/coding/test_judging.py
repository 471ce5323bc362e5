"""The judge: sums of weights, turned into chances, and the reasons that spoke loudest."""

import math

import pytest

from isnad.coding.judging import BIAS, Features, Judge, Question, load_judge, names_of

JUDGE = Judge({"place": Question({BIAS: -1.0, "near": 2.0, "far": -3.0, "in": 0.5}, threshold=0.6)})


@pytest.mark.parametrize(
    ("features", "total"),
    [
        ([], -1.0),
        ([("near",)], 1.0),
        ([("near", "in")], 1.5),
        ([("near",), ("far",)], -2.0),
        ([("near", "never seen"), ()], 1.0),
        ([("near",), ("near",)], 3.0),
    ],
)
def test_a_chance_is_the_logistic_of_the_weights(features: Features, total: float) -> None:
    assert JUDGE.chance("place", features) == pytest.approx(1 / (1 + math.exp(-total)))


def test_groups_are_taken_apart_in_order() -> None:
    assert list(names_of([("near", "in"), (), ("near",)])) == ["near", "in", "near"]


def test_two_questions_asked_together_get_the_chances_they_get_alone() -> None:
    judge = Judge({"did": Question({BIAS: -1.0, "near": 2.0}), "suffered": Question({"near": -3.0, "far": 0.5})})
    features = [("near", "far"), ("never seen",)]
    assert judge.chances("did", "suffered", features) == (
        judge.chance("did", features),
        judge.chance("suffered", features),
    )
    assert judge.chances("did", "never asked", features) == (judge.chance("did", features), 0.5)


def test_an_unknown_question_is_open() -> None:
    assert JUDGE.chance("time", [("near",)]) == 0.5
    assert JUDGE.threshold("time") == 0.5
    assert JUDGE.reasons("time", [("near",)]) == []


def test_what_each_feature_adds_makes_up_the_sum() -> None:
    weighed = JUDGE.weigh("place", [("near", "in"), ("near", "never seen")])
    assert weighed == {"near": 4.0, "in": 0.5, BIAS: -1.0}
    assert JUDGE.weigh("place", [("near",)], "") == {"near": 2.0}
    assert JUDGE.weigh("time", [("near",)]) == {}


def test_a_question_has_its_own_threshold() -> None:
    assert JUDGE.threshold("place") == 0.6


def test_a_hopeless_sum_does_not_overflow() -> None:
    assert Judge({"q": Question({"never": -1000.0})}).chance("q", [("never",)]) == 0.0


def test_the_loudest_reasons_come_first_each_once() -> None:
    features = [("in", "near"), ("far",), ("near", "never seen")]
    assert JUDGE.reasons("place", features) == ["far -3.00", "near +2.00", "in +0.50"]
    assert JUDGE.reasons("place", features, most=1) == ["far -3.00"]


def test_the_weights_that_ship_say_where_they_are_from() -> None:
    judge = load_judge()
    assert judge.origin
    assert all(0 < question.threshold < 1 for question in judge.questions.values())
    assert all(math.isfinite(weight) for q in judge.questions.values() for weight in q.weights.values())


CHOOSING = Judge({"time": Question({"none": 1.0, "near": 2.0, "stale": 0.5})})


def test_candidates_and_none_share_one_chance() -> None:
    near, far = CHOOSING.shares("time", [[("near",)], [("unknown",)]], [("stale",)])
    total = math.exp(2.0) + 1.0 + math.exp(1.5)
    assert (near, far) == (pytest.approx(math.exp(2.0) / total), pytest.approx(1.0 / total))


def test_no_candidate_has_a_chance_at_an_unknown_question() -> None:
    assert CHOOSING.shares("place", [[("near",)]], []) == [0.0]


def test_answers_share_one_chance_and_unknown_ones_none() -> None:
    judge = Judge({"status:happened": Question({BIAS: 1.0}), "status:denied": Question({"no": 3.0})})
    chances = judge.among("status", ("happened", "denied", "foiled"), [("no",)])
    assert chances == {
        "happened": pytest.approx(1 / (1 + math.exp(2.0))),
        "denied": pytest.approx(1 / (1 + math.exp(-2.0))),
    }


def test_loose_features_weigh_as_others_do() -> None:
    beside = JUDGE.weight("place", ["in", "never seen"])
    assert JUDGE.chance("place", [("near",)], beside) == JUDGE.chance("place", [("near", "in")])
    assert JUDGE.weight("no such question", ["in"]) == 0.0
