"""Names of places that no gazetteer knows, and the known places they are taken to be in."""

import pytest

from isnad.model.place import Place
from isnad.places.resolving import Resolved
from isnad.places.unknown import Ground, find_new_names, place_new_name
from isnad.text.tokens import Tokens


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
    found = find_new_names(Ground(words, taken or set(), lambda index: words[index] in common, lambda _: " "))
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


def spoken(text: str, taken: set[int] | None = None, listers: set[int] | None = None) -> list[str]:
    """The new names of a folded text with its signs."""
    tokens = Tokens(text)
    ground = Ground(tokens.words, taken or set(), lambda _: False, tokens.gap)
    found = find_new_names(ground, listers or set())
    return [" ".join(tokens.words[n.first : n.last])[n.skip :] for n in found]


def test_all_that_is_quoted_after_a_head_is_the_name() -> None:
    assert spoken('وقع في حي "زلغوط ازرق" امس') == ["زلغوط ازرق"]
    assert spoken('وقع في حي "زلغوط، ازرق" امس') == ["زلغوط"]
    assert spoken('حي "زلغوط ازرق اخضر اصفر احمر اسود"') == ["زلغوط"]
    assert spoken('حي "زلغوط" امس', taken={1}) == []


def test_names_are_listed_on_after_a_head_of_several() -> None:
    assert spoken("قصف قري زلغوطه وام الزعفران وشمشومه امس") == ["زلغوطه", "ام الزعفران", "شمشومه"]
    assert spoken("قصف قري منبج وزلغوطه", taken={2}, listers={2}) == ["زلغوطه"]
    assert spoken("قصف قريه زلغوطه وشمشومه") == ["زلغوطه"]
    assert spoken("قصف قري زلغوطه، وشمشومه") == ["زلغوطه"]
    assert spoken("قصف قري زلغوطه وفي") == ["زلغوطه"]


def test_a_name_without_a_head_stands_between_a_preposition_and_the_place_it_lies_in() -> None:
    assert spoken("انفجار في زلغوطه بريف منبج", taken={4}) == ["زلغوطه"]
    assert spoken("انفجار في زلغوطه بريف منبج") == []
    assert spoken("انفجار في زلغوطه، بريف منبج", taken={4}) == []
    assert spoken("انفجار في الزلغوطه بريف منبج", taken={4}) == []
    assert spoken("انفجار زلغوطه بريف منبج", taken={3}) == []
    assert spoken("انفجار في زلغوطه") == []


def test_a_short_word_opens_a_name_and_is_none_alone() -> None:
    assert spoken("قصف قريه ام الزعفران") == ["ام الزعفران"]
    assert spoken("قصف قريه ام، الزعفران") == []


def test_after_a_feminine_head_a_name_may_end_like_a_masculine_adjective() -> None:
    assert spoken("قصف مدينه زلغومي") == ["زلغومي"]
    assert spoken("قصف جبل زلغومي") == []


def test_where_no_place_is_near_the_country_spoken_of_holds_a_new_name() -> None:
    placed = place_new_name("زلغوطة", [SEA], [], COUNTRY)
    assert (placed.place.country, placed.precision) == ("SY", 6)
    assert place_new_name("زلغوطة", [SEA], []).place.country is None
