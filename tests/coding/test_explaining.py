"""Every value of an incident is explained: its words, what spoke for it, and the best rival that was refused."""

import math
from functools import cache

import pytest

from isnad.coding.accounts import Explained, Explanation
from isnad.coding.coder import Coder
from isnad.coding.explaining import find_incident, slot_of
from isnad.fixtures import bundled_reports
from isnad.model.coded import CodedReport, Incident
from isnad.model.errors import UsageError
from isnad.model.report import Report
from isnad.model.slots import Victims

REPORTS = ("a02", "a04", "a06", "a08", "b06", "b13")
# Set by a rule without weights: what they have instead is said by the rule.
RULED = {"aggregate", "claimed_by", "incident_count", "weapons"}
CHOSEN_AMONG_OTHERS = {"type", "status", "where", "when", "killed", "wounded", "captured", "escaped"}


@cache
def coder() -> Coder:
    return Coder()


@cache
def report(name: str) -> Report:
    return next(report for report in bundled_reports() if report.id == name)


@cache
def explained(name: str) -> list[tuple[Incident, Explanation]]:
    incidents = coder().code(report(name)).incidents
    return [(incident, coder().explain(report(name), incident.id)) for incident in incidents]


def values_of(explanation: Explanation, slot: str) -> list[object]:
    return [told.value for told in explanation.values if told.slot == slot and told.value is not None]


def every_value() -> list[Explained]:
    return [told for name in REPORTS for _, explanation in explained(name) for told in explanation.values]


@pytest.mark.parametrize("name", REPORTS)
def test_what_is_explained_is_what_was_coded(name: str) -> None:
    for incident, explanation in explained(name):
        assert explanation.incident == incident
        for slot in set(Incident.__struct_fields__) - {"id", "reasons", "victims"}:
            value = getattr(incident, slot)
            listed = isinstance(value, tuple) and slot != "incident_count"
            expected = list(value) if listed else [] if value is None else [value]
            assert values_of(explanation, slot) == expected, (incident.id, slot)
        told = [told.slot for told in explanation.values if told.slot.startswith("victims.")]
        assert bool(told) == (incident.victims != Victims()), incident.id


def test_every_value_has_words_of_the_text_and_features_with_weights() -> None:
    for name in REPORTS:
        text = report(name).text
        for incident, explanation in explained(name):
            for told in explanation.values:
                if told.value is None:
                    continue
                assert told.words is not None, (incident.id, told.slot)
                assert text[told.words.start : told.words.end] == told.words.text
                assert told.rule if told.slot in RULED else told.features, (incident.id, told.slot)


def test_every_choice_among_others_has_a_rival_with_features() -> None:
    chosen = [told for told in every_value() if told.slot in CHOSEN_AMONG_OTHERS and told.value is not None]
    assert len(chosen) > 100
    for told in chosen:
        assert told.rival is not None, told
        assert told.rival.value != told.value
        assert told.rival.refused
        assert told.rival.features, told.rival


def test_a_party_refused_is_not_likely_enough_or_holds_the_other_role() -> None:
    sides = [told for told in every_value() if told.slot in ("perpetrators", "targets")]
    rivals = [(told.threshold, told.rival) for told in sides if told.rival is not None]
    below = [(least, rival) for least, rival in rivals if "needed" in rival.refused]
    assert below
    for least, rival in below:
        assert least is not None
        assert rival.chance is not None
        assert rival.chance < least
    others = {rival.refused.rpartition("chance")[0] for _, rival in rivals if "needed" not in rival.refused}
    assert others >= {"taken for a perpetrator, ", "taken for a target, "}
    crowded = [told for told in sides if told.rival is not None and "no more than 3" in told.rival.refused]
    assert others == {"taken for a perpetrator, ", "taken for a target, ", *([""] if crowded else [])}


def test_the_difference_is_what_lies_between_value_and_rival() -> None:
    for told in every_value():
        if told.rival is None or not told.rival.difference or not told.rival.features:
            continue
        mine, theirs = (math.fsum(w.weight for w in side) for side in (told.features, told.rival.features))
        between = math.fsum(weighed.weight for weighed in told.rival.difference)
        assert between == pytest.approx(mine - theirs, abs=0.25), (
            told
        )  # features that weigh next to nothing are left out


def test_a_place_is_likelier_than_its_rival_and_the_features_say_so() -> None:
    for told in every_value():
        if told.slot == "where" and told.value is not None:
            assert told.chance is not None
            assert told.threshold is not None
            assert told.rival is not None
            assert told.chance >= told.threshold
            assert told.rival.chance is not None
            assert told.rival.value is None or told.chance >= told.rival.chance


def test_a_slot_left_empty_names_the_best_that_was_refused() -> None:
    left = [told for told in every_value() if told.slot == "where" and told.value is None]
    assert left
    for told in left:
        assert told.rival is not None
        assert told.rival.words is not None
        assert "needed" in told.rival.refused
        assert {weighed.feature for weighed in told.features} >= {"none"}


def test_a_rule_that_overrules_the_judge_is_named() -> None:
    (broken,) = (e for i, e in explained("a02") if i.type == "prison_break")
    (kind,) = (told for told in broken.values if told.slot == "type")
    assert "prison break" in kind.rule
    assert kind.rival is not None
    assert kind.rival.value != "prison_break"
    assert (kind.rival.chance or 0) > (kind.chance or 0)  # the judge alone would have said so


def test_an_incident_is_found_by_number_or_id() -> None:
    incident = Incident(id="r#1", mentions=(), type="clash")
    coded = CodedReport(id="r", coder="isnad", text="", incidents=(incident,))
    assert find_incident(coded, 1) is find_incident(coded, "1") is find_incident(coded, "r#1") is incident
    with pytest.raises(UsageError, match=r"no incident 2 in report r; it has: r#1"):
        find_incident(coded, 2)


@pytest.mark.parametrize("text", ["No Arabic at all.", "لا شيء هنا", "قصف وهجوم"])
def test_a_report_without_the_incident_says_so(text: str) -> None:
    with pytest.raises(UsageError, match="no incident 99"):
        coder().explain(Report(id="e", text=text), 99)


def test_explaining_leaves_coding_as_it_was() -> None:
    before = coder().code(report("b13")).to_json()
    coder().explain(report("b13"), 1)
    assert coder().code(report("b13")).to_json() == before


@pytest.mark.parametrize(
    ("reason", "slot"),
    [("where: link:في +1.20", "where"), ("source: step:2 +0.70", "according_to"), ("incident: 0.90", "confidence")],
)
def test_a_reason_names_its_slot(reason: str, slot: str) -> None:
    assert slot_of(reason) == slot
