"""Words that stand for a place named elsewhere, in reports of our own making."""

from datetime import date

import pytest

from isnad.coding.placing import named_span
from isnad.coding.preparing import Preparer
from isnad.coding.reading import Reading
from isnad.lexicon.loading import load_lexicon
from isnad.model.report import Report
from isnad.places.gazetteer import load_gazetteer


@pytest.fixture(scope="module")
def preparer() -> Preparer:
    return Preparer(load_lexicon(), load_gazetteer())


def read(preparer: Preparer, text: str) -> Reading:
    reading = preparer.read(Report(id="r", text=text, published=date(2020, 5, 5)))
    preparer.complete(reading)
    return reading


def places(preparer: Preparer, text: str) -> list[tuple[str, str]]:
    """Each mention's own words and the name of its place."""
    reading = read(preparer, text)
    return [
        (reading.raw_span(mention.start, mention.end).text, resolved.place.name if resolved else "")
        for mention, resolved in zip(reading.places, reading.resolved, strict=True)
    ]


def test_the_town_is_the_town_named_last(preparer: Preparer) -> None:
    found = places(preparer, "قصف طال مدينة منبج. وقتل اثنان وسط المدينة.")
    assert found == [("منبج", "Manbij"), ("المدينة", "Manbij")]


def test_what_refers_back_is_told_in_the_words_of_what_it_stands_for(preparer: Preparer) -> None:
    reading = read(preparer, "قصف طال مدينة منبج. وقتل اثنان وسط المدينة.")
    assert named_span(reading, 1).text == "منبج"
    assert reading.places[1].relation == "centre_of"


@pytest.mark.parametrize(
    "text", ["وقتل اثنان وسط المدينة.", "قصف طال منبج. جولة في المدينة القديمة.", "انفجار في البلاد."]
)
def test_without_such_a_place_nothing_is_meant(preparer: Preparer, text: str) -> None:
    assert all(words not in ("المدينة", "البلاد") for words, _ in places(preparer, text))


def test_too_far_back_is_not_meant(preparer: Preparer) -> None:
    text = "قصف طال مدينة منبج." + " كلام لا مكان فيه." * 60 + " وقتل اثنان وسط المدينة."
    assert places(preparer, text) == [("منبج", "Manbij")]


def test_the_country_is_the_one_spoken_of(preparer: Preparer) -> None:
    reading = read(preparer, "قتل جنود في الصومال بانفجار في جنوب البلاد.")
    assert [resolved.place.country for resolved in reading.resolved if resolved] == ["SO", "SO"]
    assert reading.places[1].relation == "south_of"
    assert places(preparer, "هجوم في كركوك. قتل جنديان في الموصل. ثم هدأت البلاد.")[-1] == ("البلاد", "Iraq")


def test_the_capital_is_that_of_the_country_named_with_it(preparer: Preparer) -> None:
    assert places(preparer, "انفجار في العاصمة العراقية.") == [("العاصمة", "Baghdad")]
    assert places(preparer, "انفجار في العاصمة العراقية بغداد.") == [("بغداد", "Baghdad")]


def test_a_name_after_and_in_is_read_like_one_after_in(preparer: Preparer) -> None:
    assert places(preparer, "وفي بعقوبة، قتل ثلاثة.") == [("بعقوبة", "Baqubah")]


def test_the_city_of_ibb_is_no_month(preparer: Preparer) -> None:
    assert read(preparer, "اشتباكات في إب أمس.").times[0].kind == "relative_day"
    assert [time.kind for time in read(preparer, "اشتباكات في آب الماضي.").times] == ["month"]


def test_the_strip_is_the_strip_named_before(preparer: Preparer) -> None:
    assert places(preparer, "قتل جندي شرق قطاع غزة. وقصف الطيران القطاع.")[-1] == ("القطاع", "Gaza Strip")
    assert all(words != "القطاع" for words, _ in places(preparer, "قصف طال محافظة الأنبار. وتراجع القطاع."))


def test_a_part_of_a_state_told_by_its_adjective_is_in_that_state(preparer: Preparer) -> None:
    reading = read(preparer, "قتل ثلاثة في الشمال السوري أمس.")
    assert places(preparer, "قتل ثلاثة في الشمال السوري أمس.") == [("الشمال السوري", "Syria")]
    assert reading.places[0].relation == "north_of"
    assert places(preparer, "قتل ثلاثة في الشمال أمس.") == []
