"""The outlet that published a report: known by its dateline or its name, and never part of a chain."""

from collections.abc import Callable

import pytest

from isnad.coding.acts import find_acts
from isnad.coding.filling import told_by
from isnad.coding.nearness import Ground
from isnad.coding.own_outlet import own_outlet
from isnad.coding.preparing import Preparer
from isnad.coding.reading import Reading
from isnad.coding.slots import credits_of
from isnad.coding.workup import Workup
from isnad.model.report import Report

Read = Callable[[str], Reading]


def members(reading: Reading) -> list[list[str]]:
    work = Workup(reading)
    return [[reading.span(who.first, who.last).text for who in told_by(work, row)] for row in work.attributions]


DATELINES = [
    "الخرطوم (رويترز) - قال مصدر أمني لرويترز إن قنبلة انفجرت",
    "الوادي برس – الخرطوم\nقال مصدر أمني لـ«الوادي برس» إن قنبلة انفجرت",
]


@pytest.mark.parametrize("text", DATELINES)
def test_the_outlet_of_the_dateline_is_no_member_of_a_chain(read: Read, text: str) -> None:
    assert members(read(text)) == [["مصدر أمني"]]


def test_another_outlet_is(read: Read) -> None:
    assert members(read("الخرطوم (سونا) - قال مصدر أمني لرويترز إن قنبلة انفجرت")) == [["لرويترز", "مصدر أمني"]]


def test_the_outlet_is_known_by_the_name_the_report_was_given_with(preparer: Preparer) -> None:
    text = "قال مصدر أمني لرويترز إن قنبلة انفجرت"
    reading = preparer.read(Report(id="r", text=text, outlet="رويترز"))
    assert members(reading) == [["مصدر أمني"]]
    assert own_outlet(preparer.read(Report(id="r", text=text))).ids == frozenset()


def test_a_sentence_with_a_dash_is_no_dateline(read: Read) -> None:
    reading = read("قال مصدر أمني - وهو ضابط في المدينة منذ أعوام - لرويترز إن قنبلة انفجرت")
    assert own_outlet(reading).words == frozenset()


TWO = "قال مصدر أمني إن قنبلة انفجرت في السوق. وقال مصدر طبي إن مسلحين خطفوا تاجرا."


def test_what_tells_another_incident_alone_is_marked_as_that(read: Read) -> None:
    reading = read(TWO)
    acts = find_acts(reading)
    groups = [[act for act in acts if act.sentence == number] for number in (0, 1)]
    assert all(groups)
    first = [
        {name for group in features for name in group}
        for _, features in credits_of(Workup(reading), Ground(reading, groups), 0)
    ]
    assert "others:0:True" in first[0]
    assert any(name.startswith("others:") and name.endswith(":False") and name != "others:0:False" for name in first[1])
    assert "rivals:1:False" in first[1]
