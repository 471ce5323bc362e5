"""Likeness: what speaks for two acts being one incident."""

from collections.abc import Callable

import pytest

from isnad.coding.judging import names_of
from isnad.coding.likeness import Likeness
from isnad.coding.reading import Reading
from isnad.coding.workup import Workup

Read = Callable[[str], Reading]


def _features(reading: Reading, act: str) -> set[str]:
    """The features of the first two acts with this id."""
    work = Workup(reading)
    one, two = [found for found in work.acts if found.id == act][:2]
    likeness = Likeness(work, work.acts)
    together = (*likeness.features(one, two), *likeness.apart(one.sentence, two.sentence))
    return {*names_of(together), *likeness.own(two)}


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("هجوم على معسكر الصقر. وخلف الهجوم على معسكر الصقر دمارا.", "named:same"),
        ("هجوم على معسكر الصقر. ووقع الهجوم على معسكر النهر.", "named:differ"),
        ("هجوم في حلب. كما وقع هجوم في إدلب.", "begins:كما"),
        ("هجوم في حلب. كما وقع هجوم في إدلب.", "sentences' places:differ"),
        ("هجوم في حلب. وأسفر الهجوم في حلب عن دمار.", "sentences' places:meet"),
        ("هجوم في حلب. وأسفر الهجوم عن دمار.", "sentences' places:earlier only"),
        ("هجوم على بائع التبغ. وندد الأهالي بالهجوم على باعة التبغ.", "sentences share:1 rare"),
        ("هجوم في حلب وهجوم في إدلب.", "report:places2:same"),
        ("هجوم في حلب. ثم هجوم في إدلب.", "report:places2:other"),
        ("هجوم في حلب. ثم هجوم منفصل.", "two>منفصل"),
    ],
)
def test_what_speaks_for_or_against_one_incident(read: Read, text: str, feature: str) -> None:
    assert feature in _features(read(text), "attack")


def test_acts_between_are_counted_by_kind_and_place(read: Read) -> None:
    work = Workup(read("هجوم في حلب. وهجوم في إدلب. وهجوم آخر في حمص."))
    attacks = [act for act in work.acts if act.id == "attack"]
    likeness = Likeness(work, work.acts)
    features = set(names_of(likeness.features(attacks[0], attacks[2])))
    assert {"elsewhere:1", "alike:1"} <= features
    assert {"elsewhere:0", "alike:0"} <= set(names_of(likeness.features(attacks[0], attacks[1])))


def test_an_act_that_tells_nothing_of_its_own(read: Read) -> None:
    work = Workup(read("هجوم في حلب. وجاء الهجوم مباغتا."))
    likeness = Likeness(work, work.acts)
    told = [likeness.tells_nothing(act) for act in work.acts if act.id == "attack"]
    assert told == [False, True]
