"""Nesting: which places lie in which, and what an incident's sentences say of it."""

import pytest

from isnad.coding.nesting import Nesting, is_inside
from isnad.coding.preparing import Preparer
from isnad.lexicon.loading import load_lexicon
from isnad.model.report import Report
from isnad.places.gazetteer import Gazetteer, load_gazetteer

TEXT = "قصفت طائرات مدينة حلب. وقتل ثلاثة في حي الصاخور بعد القصف. ونفت دمشق ذلك."


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("narrow", "wide", "inside"),
    [
        ("حي الصاخور", "حلب", True),
        ("حلب", "حي الصاخور", False),
        ("قوقفين", "ادلب", False),
        ("قوقفين", "سوريا", True),
        ("الرستن", "حمص", False),
    ],
)
def test_a_place_is_in_its_country_and_in_the_town_about_it(
    narrow: str, wide: str, inside: bool, gazetteer: Gazetteer
) -> None:
    def first(name: str) -> object:
        return next(place for place in gazetteer.lookup(name) if place.kind != "admin1")

    assert is_inside(first(narrow), first(wide)) is inside  # type: ignore[arg-type]


def test_an_incident_whose_sentences_name_a_place_and_one_inside_it(gazetteer: Gazetteer) -> None:
    preparer = Preparer(load_lexicon(), gazetteer)
    reading = preparer.read(Report(id="a", text=TEXT))
    preparer.complete(reading)
    words = [reading.tokens.first_at(place.start) for place in reading.places]
    rows = {resolved.place.name: row for row, resolved in enumerate(reading.resolved) if resolved is not None}
    nesting = Nesting(reading, words)
    city, quarter = rows["Aleppo"], rows["Al-Sakhur"]
    assert "nested:True:False" in nesting.features(city, "city", (0, 1))
    assert "nested:False:False" in nesting.features(city, "city", (0,))
    assert "nested:False:True" in nesting.features(quarter, "small", (0, 1))
