"""What the judge was asked can be asked again: candidates, chances, and what each feature adds."""

import pytest

from isnad.coding.accounts import best_refused, explained, loudest
from isnad.coding.hearing import Option, Trial, try_alone, try_answers, try_shared
from isnad.coding.judging import Features, Judge, Question
from isnad.coding.witnessing import NOTHING, Asked, Witness
from isnad.model.slots import Party
from isnad.model.span import Span

JUDGE = Judge(
    {
        "place": Question({"near": 2.0, "far": -1.0, "none": 0.5, "none:place": 0.5}, threshold=0.2),
        "target": Question({"bias": -1.0, "near": 2.0}, threshold=0.5),
        "type:clash": Question({"bias": 0.5, "fight": 2.0}),
        "type:riot": Question({"fight": 1.0}),
    }
)


def span(start: int, words: str) -> Span:
    return Span(start=start, end=start + len(words), text=words)


def party(name: str, start: int = 0) -> Party:
    return Party(text=name, start=start, end=start + len(name), name=name)


def show(name: str) -> tuple[str, Span]:
    return name.rstrip("'"), span(10 * ord(name[0]) + len(name), name)


def near_and_far() -> Asked:
    candidates: list[tuple[str, Features]] = [("a", [("far",)]), ("b", [("near",)]), ("b'", [("far", "unheard")])]
    return Asked("place", tuple(candidates), [("none:place",)])


def test_those_that_say_the_same_share_one_chance_and_are_no_rivals() -> None:
    trial = try_shared(JUDGE, near_and_far(), show)
    assert [option.key for option in trial.options] == ["b", "b", "a"]
    assert trial.options[0].words == show("b")[1]  # the likelier of the two comes first
    chances = {option.key: option.chance for option in trial.options}
    assert trial.none is not None
    assert sum(chances.values()) + trial.none.chance == pytest.approx(1.0)
    assert trial.none.weights == {"none": 0.5, "none:place": 0.5}
    refused = best_refused(trial, trial.options[:1])
    assert refused is not None
    assert refused.key == "a"


def test_a_lone_candidate_had_to_be_likelier_than_none() -> None:
    trial = try_shared(JUDGE, Asked("place", (("a", [("near",)]),), [("none:place",)]), show)
    assert best_refused(trial, trial.options) is trial.none
    assert best_refused(Trial(), ()) is None


def test_each_party_is_asked_about_alone() -> None:
    asked = Asked("target", (("far", [("other",)]), ("near", [("near",)])))
    trial = try_alone(JUDGE, asked, lambda name: [(name, party(name))])
    assert [option.key for option in trial.options] == ["near", "far"]
    told = explained("targets", party("near"), None, trial, trial.options[0], trial.options[1])
    assert told.rival is not None
    assert told.rival.refused == "chance 0.27, below the 0.50 needed"
    assert [(w.feature, w.weight) for w in told.rival.difference] == [("near", 2.0)]


def test_answers_differ_by_weight_not_by_feature() -> None:
    answers = [(name, [("fight",)]) for name in ("clash", "riot", "never asked")]
    trial = try_answers(JUDGE, Asked("type", tuple(answers)), lambda _: None)
    assert [option.value for option in trial.options] == ["clash", "riot"]
    told = explained("type", "clash", None, trial, *trial.options)
    assert told.rival is not None
    assert told.rival.refused == "chance 0.18 against 0.82"
    assert [(w.feature, w.weight) for w in told.rival.difference] == [("fight", 1.0), ("bias", 0.5)]


def test_a_difference_is_never_hidden_by_rounding() -> None:
    option = Option("x", None, "x", 0.376, {})
    told = explained("targets", None, None, Trial((option,), 0.38), None, option)
    assert told.rival is not None
    assert told.rival.refused == "chance 0.376, below the 0.380 needed"


def test_features_stand_the_loudest_first_and_silent_ones_nowhere() -> None:
    assert [w.feature for w in loudest({"a": 0.1, "b": -2.0, "c": 0.001, "d": 0.0})] == ["b", "a"]


def test_a_witness_keeps_the_questions_of_each_incident_apart() -> None:
    witness = Witness()
    witness.hear(0, "where", "place", iter([("a", [("near",)])]))
    assert witness.asked(0, "where").candidates == (("a", [("near",)]),)
    assert witness.asked(1, "where") is NOTHING is witness.asked(0, "when")
    assert try_shared(JUDGE, NOTHING, show) == Trial()
