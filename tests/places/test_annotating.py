"""Annotating: the likeliest place first, hashes and glued words, near spellings, unknown places. All texts are ours."""

import pytest

from isnad.lexicon.loading import load_lexicon
from isnad.places.annotating import Annotator
from isnad.places.gazetteer import Gazetteer
from isnad.places.similar import skeleton


@pytest.fixture(scope="module")
def annotator(gazetteer: Gazetteer) -> Annotator:
    return Annotator(gazetteer, load_lexicon())


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("سوريا: قصف على بلدة كفرنبل بريف إدلب", "Kafr Nabl"),
        ("#ريف_حلب غارة على #منبج 12-3-2016", "Manbij"),
        ("غارة على منبج12/3/2016", "Manbij"),
        ("القصف على عندان", "Anadan"),
        ("شبكة حلب نيوز | غارة على كفرنبل في سوريا", "Kafr Nabl"),
    ],
)
def test_the_most_specific_place_told_of_comes_first(text: str, first: str, annotator: Annotator) -> None:
    assert annotator.annotate(text)[0].name == first


def test_offsets_point_at_the_words(annotator: Annotator) -> None:
    text = "غارة على قرية الزرزورية قرب مَنبِج"
    found = annotator.annotate(text)
    assert all(text[place.start : place.end] == place.text for place in found)
    unknown = next(place for place in found if place.unknown)
    assert (unknown.id, unknown.country, unknown.admin1) == (None, "SY", "Aleppo")
    assert unknown.text.startswith("الزرزورية")


def test_a_place_is_given_once(annotator: Annotator) -> None:
    found = annotator.annotate("منبج. غارة على منبج. قال سكان في منبج إن الغارة وقعت ليلاً.")
    assert [place.name for place in found] == ["Manbij"]
    assert "repeated +0.4" in found[0].reasons


def test_a_near_spelling_is_found_in_the_division_named(annotator: Annotator) -> None:
    (village, division) = annotator.annotate("قصف على بلدة سراقيب بريف إدلب")
    assert (village.name, village.unknown, division.name) == ("Saraqib", False, "Idlib")
    assert "place:near_spelling" in village.reasons


def test_skeletons_leave_out_what_scribes_vary() -> None:
    assert skeleton("معاره الارتيق") == skeleton("معره الارتيق")
    assert skeleton("حر بنفسه") == skeleton("حربنفسه")
    assert skeleton("دير الزور") != skeleton("دير شميل")


def test_a_text_without_places_gives_none(annotator: Annotator) -> None:
    assert annotator.annotate("") == [] == annotator.annotate("قال المصدر إن الهجوم فشل")
