"""The record's incident, whatever the order of its mentions."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.linking.assembling import assemble
from isnad.model.errors import UsageError
from tests.linking.builders import (
    DAY,
    LOCALS,
    MINISTRY,
    NORTH,
    SOUTH,
    WATCH,
    figure,
    judgement,
    loss,
    mention,
    party,
    where,
)
from tests.linking.builders import when as day

NEXT = DAY + timedelta(days=1)
STORY = [
    mention(1, "وكالة النهر", killed=loss(9), chain=[MINISTRY], when=day(), where=where(), perpetrators=(NORTH,)),
    mention(2, "صحيفة الضفة", NEXT, figures=(figure(14, WATCH),), killed=loss(14), when=day(DAY, NEXT)),
    mention(3, "صحيفة الجبل", NEXT, type="killing", killed=loss(14), chain=[LOCALS], where=where(precision=4)),
    mention(4, "صحيفة النسخ", NEXT, copy_of="r2", killed=loss(14), chain=[WATCH]),
    mention(5, "موقع الجنوب", NEXT, status="denied", chain=[SOUTH]),
    mention(6, None, None, aggregate=True, killed=loss(60)),
]


@given(st.permutations(range(len(STORY))))
def test_the_order_of_the_mentions_has_no_part(order: list[int]) -> None:
    assert assemble([STORY[index] for index in order]) == assemble(STORY)


def test_slots_come_from_the_mentions_most_roots_support() -> None:
    found = assemble(STORY)
    assert (found.id, found.former_ids) == ("m-1", ("m-2", "m-3", "m-4", "m-5", "m-6"))
    assert (found.type, found.status, found.aggregate) == ("shelling", "disputed", False)
    assert found.when == day()
    assert found.where == where()
    assert [(best.low, best.best, best.high, best.roots) for best in found.best] == [(9, 14, 14, 2)]
    assert found.roots == ("daffa-watch", "nahrayn-health", "south-brigade", "صحيفه الجبل", "صحيفه الضفه")
    assert [told.role for told in found.told] == ["new", "update", "re_report", "re_report", "denial", "cumulative"]
    assert 0.8 < found.confidence <= 0.99
    assert found.reviewed == "machine"


def test_without_a_day_the_days_about_publication_stand_in_marked() -> None:
    found = assemble([mention(1, published=NEXT), mention(2, published=DAY)])
    assert found.when is not None
    assert (found.when.earliest, found.when.latest) == (DAY - timedelta(days=1), DAY)
    assert (found.when.basis, found.when.text) == ("publication", "")
    assert assemble([mention(1, published=None)]).when is None


def test_the_exact_place_that_most_name_is_taken() -> None:
    far = where("Idlib", 35.93, 36.63)
    found = assemble(
        [mention(1, "أ", where=far), mention(2, "ب", where=where(precision=2)), mention(3, "ج", where=where())]
    )
    assert found.where == where()
    nameless = where().__class__(name="بلدة", precision=5, start=0, end=4, text="بلدة")
    assert assemble([mention(1, "أ", where=nameless)]).where == nameless


def test_parties_are_merged_by_id_the_most_told_first_and_a_clash_has_two_sides() -> None:
    other_words = party("الشمال", "north-forces")
    found = assemble(
        [
            mention(1, "أ", type="clash", perpetrators=(SOUTH,), targets=(NORTH,)),
            mention(2, "ب", type="clash", perpetrators=(other_words,), targets=(SOUTH,)),
            mention(3, "ج", type="clash", perpetrators=(NORTH,)),
        ]
    )
    assert [each.id for each in found.perpetrators] == ["south-brigade"]
    assert [each.id for each in found.targets] == ["north-forces"]


def test_a_retracted_report_loses_its_say_and_is_still_told() -> None:
    found = assemble([mention(1, "أ", type="bombing", killed=loss(30), retracted=True), mention(2, "ب")])
    assert (found.type, found.best, len(found.told), len(found.figures)) == ("shelling", (), 2, 1)


def test_a_correction_overrides_until_it_is_undone() -> None:
    changed = judgement(1, "correct", slot="killed", value={"low": 11, "high": 11}, machine_value={"low": 9, "high": 9})
    found = assemble(STORY, [changed])
    assert [(best.best, best.roots) for best in found.best] == [(11, 0)]
    assert (found.reviewed, found.corrected) == ("corrected", ("killed",))
    assert len(found.figures) == len(assemble(STORY).figures)
    undone = judgement(1, "correct", slot="killed", value={"low": 11, "high": 11}, undone=True)
    assert assemble(STORY, [undone]) == assemble(STORY)


@pytest.mark.parametrize(
    ("slot", "value", "read"),
    [
        ("type", "bombing", lambda found: found.type == "bombing"),
        ("status", "happened", lambda found: found.status == "happened"),
        ("when", {"earliest": "2023-03-08", "latest": "2023-03-08", "precision": "day"}, lambda found: found.when.earliest == date(2023, 3, 8)),
        ("where", None, lambda found: found.where is None),
        ("perpetrators", [{"name": "قوات الوادي"}], lambda found: found.perpetrators[0].name == "قوات الوادي"),
        ("killed", None, lambda found: found.best == ()),
    ],
)  # fmt: skip
def test_every_slot_may_be_corrected(slot: str, value: Any, read: Any) -> None:
    assert read(assemble(STORY, [judgement(1, "correct", slot=slot, value=value)]))


@pytest.mark.parametrize(("slot", "value"), [("id", "m-9"), ("type", "picnic"), ("killed", {"low": "many"})])
def test_a_correction_that_does_not_fit_is_refused(slot: str, value: Any) -> None:
    with pytest.raises(UsageError, match=slot):
        assemble(STORY, [judgement(1, "correct", slot=slot, value=value)])


def test_the_last_word_of_a_review_counts_and_a_rejected_incident_has_no_best() -> None:
    accepted = assemble(STORY, [judgement(2, "accept"), judgement(1, "reject")])
    assert (accepted.reviewed, len(accepted.best)) == ("accepted", 1)
    rejected = assemble(STORY, [judgement(1, "accept"), judgement(2, "reject", about="m-3")])
    assert (rejected.reviewed, rejected.best) == ("rejected", ())
    assert assemble(STORY, [judgement(1, "reject", about="m-77"), judgement(2, "same")]).reviewed == "machine"


def test_nothing_cannot_be_assembled() -> None:
    with pytest.raises(ValueError, match="at least one"):
        assemble([])
