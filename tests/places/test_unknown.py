"""Names of places that no gazetteer knows, and the known places they are taken to be in."""

import pytest

from isnad.model.place import Place
from isnad.places.resolving import Resolved
from isnad.places.unknown import find_new_names, place_new_name


def resolved(name: str, kind: str, country: str | None, admin1: str | None = None, radius: float = 9.0) -> Resolved:
    place = Place(
        id=f"isnad:{name}",
        name=name,
        kind=kind,  # type: ignore[arg-type]
        country=country,
        admin1=admin1,
        latitude=1.0,
        longitude=2.0,
        radius_km=radius,
    )
    return Resolved(place=place, precision=1, radius_km=radius)


TOWN = resolved("Town", "town", "SY", "Idlib", 7.0)
OTHER = resolved("Other", "town", "IQ", "Nineveh")
COUNTRY = resolved("Country", "country", "SY", None, 300.0)
SEA = resolved("Sea", "water", None)


def names(text: str, taken: set[int] | None = None, common: frozenset[str] = frozenset()) -> list[str]:
    words = text.split()
    found = find_new_names(words, taken or set(), lambda index: words[index] in common)
    return [" ".join(words[name.first : name.last]) for name in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قصف قريه زلغوطه امس", ["زلغوطه"]),
        ("وقريه زلغوطه", ["زلغوطه"]),
        ("حي المشمشيه", ["المشمشيه"]),
        ("قصف القريه زلغوطه", []),
        ("قريه صغيريه", []),
        ("قريه في الشمال", []),
        ("قريه 44", []),
    ],
)
def test_a_name_follows_a_head_without_article(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


def test_a_second_word_belongs_to_the_name_where_it_bears_the_article() -> None:
    assert names("قريه زلغوط الزعفران") == ["زلغوط الزعفران"]
    assert names("قريه زلغوط زعفران") == ["زلغوط"]


def test_words_of_known_places_and_of_the_lexicon_are_no_new_names() -> None:
    assert names("قريه زلغوطه", taken={1}) == []
    assert names("قريه زلغوطه", common=frozenset({"زلغوطه"})) == []


def test_the_next_place_is_the_container_before_the_last_one() -> None:
    made = place_new_name("زلغوطة", [OTHER], [TOWN])
    assert (made.place.name, made.place.country, made.place.admin1) == ("زلغوطة", "SY", "Idlib")
    assert (made.place.latitude, made.place.longitude) == made.point == (1.0, 2.0)
    assert (made.precision, made.radius_km) == (4, 25.0)
    assert "Town" in made.reasons[0]


def test_a_division_is_a_better_container_than_a_country() -> None:
    assert place_new_name("زلغوطة", [TOWN], [COUNTRY]).place.admin1 == "Idlib"


def test_in_a_country_alone_there_is_no_division() -> None:
    made = place_new_name("زلغوطة", [COUNTRY], [])
    assert (made.place.country, made.place.admin1, made.precision) == ("SY", None, 6)


@pytest.mark.parametrize("around", [[], [None], [SEA]])
def test_without_a_container_on_land_only_the_name_is_known(around: list[Resolved | None]) -> None:
    made = place_new_name("زلغوطة", around, [])
    assert (made.place.name, made.place.country, made.precision) == ("زلغوطة", None, 5)
