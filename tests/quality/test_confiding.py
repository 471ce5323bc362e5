"""Fitting the confidence: known parameters come out again, and no report is judged by weights that have seen it."""

import random
from math import exp

import pytest

from isnad.coding.judging import BIAS
from quality.confiding import Example, crossed_examples, crossed_samples, fit_confidence
from quality.crossing import FOLDS, all_examples, fold_judge
from quality.fixtures import gold_reports
from quality.learning import Examples
from quality.reliability import area_under_curve, calibration_error


def made_up(count: int) -> list[Example]:
    """Records right with log odds of 2 x sure - 1 with a twin, no report holding two of them."""
    chance = random.Random(7)
    found = []
    for number in range(count):
        sure, twin = chance.uniform(-2, 2), chance.random() < 0.3
        odds = 2 * sure - twin
        signs = {"sure": sure} | ({"twin": 1.0} if twin else {})
        found.append(Example(signs, chance.random() < 1 / (1 + exp(-odds)), number))
    return found


def test_known_parameters_come_out_again() -> None:
    fitted = fit_confidence(made_up(4000), "made up").weights
    assert fitted["sure"] == pytest.approx(2.0, abs=0.2)
    assert fitted["twin"] == pytest.approx(-1.0, abs=0.3)
    assert fitted[BIAS] == pytest.approx(0.0, abs=0.2)


def test_out_of_fold_chances_are_calibrated_and_tell_right_from_wrong() -> None:
    samples = crossed_samples(made_up(3000))
    assert len(samples) == 3000
    assert calibration_error(samples) < 0.03
    assert (area_under_curve(samples) or 0) > 0.85


def test_a_sign_that_says_nothing_out_of_fold_tells_nothing() -> None:
    chance = random.Random(3)
    blind = [Example({"sure": chance.uniform(-2, 2)}, e.right, e.report) for e in made_up(2000)]
    assert area_under_curve(crossed_samples(blind)) == pytest.approx(0.5, abs=0.1)


def test_a_rare_sign_has_no_weight() -> None:
    examples = [*made_up(200), Example({"rare": 1.0}, True, 900)]
    assert "rare" not in fit_confidence(examples, "made up").weights


def test_a_fold_does_not_learn_from_its_own_reports() -> None:
    examples = Examples()
    for report in range(10 * FOLDS):
        for answer in (True, False):
            names = [f"answer:{answer}", *(["only in fold 0"] if report % FOLDS == 0 else [])]
            examples.add("mention", names, answer, report)
    assert "only in fold 0" not in fold_judge(examples, [], 0).questions["mention"].weights
    assert "answer:True" in fold_judge(examples, [], 0).questions["mention"].weights


def test_every_record_of_the_bundled_reports_gives_an_example() -> None:
    docs = gold_reports()[: 2 * FOLDS]
    examples, types = all_examples(docs)
    found = crossed_examples(docs, [fold_judge(examples, types, fold) for fold in range(FOLDS)])
    assert {example.report for example in found} <= set(range(len(docs)))
    assert {example.right for example in found} == {True, False}
    assert all("all choices" in example.signs for example in found)
