"""Confiding: signs summed into a chance, and each incident with its own."""

import math
from collections.abc import Callable

import pytest

from isnad.coding.acts import find_acts
from isnad.coding.coder import Coder
from isnad.coding.confiding import Confidence, load_confidence, signs_of
from isnad.coding.judging import BIAS
from isnad.coding.nearness import Ground
from isnad.coding.reading import Reading
from isnad.fixtures import bundled_reports
from isnad.model.coded import Incident

TEXT = "انفجرت عبوة ناسفة في حلب أمس. وقصفت مدفعية بلدة بنش."


def test_signs_are_weighed_by_their_number() -> None:
    confidence = Confidence({BIAS: -1.0, "place": 0.5})
    assert confidence.chance({"place": 2.0}) == 0.5
    assert confidence.chance({"place": 4.0}) == pytest.approx(0.731, abs=0.001)


def test_a_sign_without_weight_says_nothing() -> None:
    assert Confidence({}).chance({"unheard of": 9.0}) == 0.5


def test_no_number_is_too_great() -> None:
    assert Confidence({"place": 1.0}).chance({"place": -9999.0}) == 0.0
    assert Confidence({"place": 1.0}).chance({"place": 9999.0}) == 1.0


@pytest.fixture
def told(read: Callable[[str], Reading]) -> tuple[Reading, Ground]:
    """A report of two incidents; of the second the judge was asked nothing but whether it is one."""
    reading = read(TEXT)
    acts = find_acts(reading)
    ground = Ground(reading, [[act for act in acts if act.sentence == number] for number in (0, 1)])
    ground.sure.update({("mention", 0): 0.9, ("place", 0): 0.5, ("mention", 1): 0.8})
    return reading, ground


def incident(number: int, **slots: object) -> Incident:
    return Incident(id=f"r#{number}", mentions=(), **{"type": "bombing", **slots})  # type: ignore[arg-type]


def test_choices_count_in_log_odds_and_all_together(told: tuple[Reading, Ground]) -> None:
    first, second = signs_of([incident(1), incident(2)], *told)
    assert first["mention"] == pytest.approx(math.log(9))
    assert first["place"] == 0.0
    assert first["all choices"] == pytest.approx(math.log(0.45))
    assert second["all choices"] == pytest.approx(math.log(0.8))


def test_a_slot_left_empty_is_told_from_one_without_candidates(told: tuple[Reading, Ground]) -> None:
    first, second = signs_of([incident(1), incident(2)], *told)
    assert first["place:none"] == second["place:no candidate"] == 1.0
    assert "place:no candidate" not in first


def test_two_records_that_say_the_same_are_a_sign(told: tuple[Reading, Ground]) -> None:
    assert [s["incidents just like it"] for s in signs_of([incident(1), incident(2)], *told)] == [1.0, 1.0]
    other = incident(2, type="shelling")
    assert [s["incidents just like it"] for s in signs_of([incident(1), other], *told)] == [0.0, 0.0]


def test_incidents_of_one_sentence_stand_beside_each_other(read: Callable[[str], Reading]) -> None:
    reading = read(TEXT)
    acts = find_acts(reading)
    ground = Ground(reading, [acts[:1], acts[:1]])
    assert all("beside:1" in signs for signs in signs_of([incident(1), incident(2)], reading, ground))


def test_each_incident_has_its_chance_and_how_sure_each_choice_was(told: tuple[Reading, Ground]) -> None:
    confidence = Confidence({"place": 1.0, "mention": 1.0})
    first, second = confidence.told([incident(1, reasons=("type bombing",)), incident(2)], *told)
    assert (first.confidence, second.confidence) == (0.9, 0.8)
    assert first.reasons == ("type bombing", "confidence: mention 0.90, place 0.50")


def test_the_weights_that_ship_tell_the_incidents_of_a_report_apart() -> None:
    coded = [incident for report in Coder().code_many(bundled_reports()[:8]) for incident in report.incidents]
    assert len({incident.confidence for incident in coded}) > len(coded) / 2
    assert load_confidence().weights["all choices"] > 0
    assert "weights that had not seen" in load_confidence().origin
