"""Preparing: what a reading holds, and the places no gazetteer knows within it."""

from collections.abc import Callable
from datetime import date

from isnad.coding.placing import named_span
from isnad.coding.preparing import Preparer
from isnad.coding.reading import COUNT_OF, Reading
from isnad.model.place import Place
from isnad.model.report import Report

Read = Callable[[str], Reading]


def new_places(reading: Reading) -> list[Place]:
    found = [resolved.place for resolved in reading.resolved if resolved is not None]
    return [place for place in found if place.id.startswith("unknown:")]


def test_a_new_name_is_kept_within_its_container(read: Read) -> None:
    (place,) = new_places(read("هجوم في قرية زلغوطة بريف إدلب"))
    assert (place.name, place.country, place.admin1) == ("زلغوطة", "SY", "Idlib")
    assert (place.latitude, place.longitude) == (35.8, 36.7)
    assert place.radius_km == 40.0


def test_the_container_may_stand_in_an_earlier_sentence(read: Read) -> None:
    (place,) = new_places(read("وصل الوفد إلى الموصل. وقصف الطيران قرية زلغوطة."))
    assert (place.country, place.admin1) == ("IQ", "Nineveh")


def test_an_adjective_after_a_head_is_no_name(read: Read) -> None:
    assert new_places(read("قصف قرية صغيرة في حلب")) == []


def test_places_and_what_they_resolve_to_go_together_in_order(read: Read) -> None:
    reading = read("هاجموا حي المشمشية في الموصل")
    assert [place.start for place in reading.places] == sorted(place.start for place in reading.places)
    assert [r.place.name for r in reading.resolved if r is not None] == ["المشمشية", "Mosul"]


def test_a_place_inside_the_name_of_an_actor_is_no_place(read: Read) -> None:
    assert read("أعلنت ولاية سيناء مسؤوليتها").places == []


def test_numbers_and_times_come_with_completing_only(preparer: Preparer) -> None:
    reading = preparer.read(Report(id="r", text="قتل سبعة جنود أمس", published=date(2020, 1, 1)))
    assert (reading.quantities, reading.times) == ([], [])
    preparer.complete(reading)
    assert [(quantity.low, quantity.high) for quantity in reading.quantities] == [(7, 7)]
    assert len(reading.times) == 1


def test_hits_are_counted_by_kind_also_after_weak_forms_are_settled(read: Read) -> None:
    reading = read("قصف الجيش السوري قرية في ريف حلب فقتل جندي وأصيب جنديان، وقال الجيش إنه قصف المدينة.")
    count = len(reading.tokens)
    for kind, bits in COUNT_OF.items():
        for first in range(count):
            held = reading.counts(first, count) & bits
            assert held == len(reading.within(kind, first, count)) * (bits & -bits)
            assert bool(reading.counts(first, first + 1) & bits) == (reading.at(kind, first) is not None)


def test_no_hits_are_counted_among_words_that_end_before_they_begin(read: Read) -> None:
    assert read("قتل جندي في قصف على حلب").counts(3, 0) == 0


def test_a_site_right_before_a_town_is_told_with_it(read: Read) -> None:
    reading = read("انفجار في مقر الحرس في بعقوبة.")
    (row,) = [row for row, mention in enumerate(reading.places) if mention.site_start is not None]
    assert named_span(reading, row).text == "مقر الحرس في بعقوبة"
    found = reading.resolved[row]
    assert found is not None
    assert found.place.name == "Baqubah"


def test_a_site_alone_is_placed_in_the_town_named_before(read: Read) -> None:
    reading = read("هدوء في بعقوبة. ثم انفجار قرب السفارة الهندية أمس.")
    (place,) = new_places(reading)
    assert (place.name, place.admin1) == ("السفارة الهندية", "Diyala")
