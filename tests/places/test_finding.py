"""Finding: by Arabic and Latin names, with heads, narrowed, and by near spellings."""

import pytest

from isnad.model.errors import UsageError
from isnad.places.coverage import count_places
from isnad.places.finding import find_places, names_of_row, show_place
from isnad.places.gazetteer import Gazetteer


@pytest.mark.parametrize("name", ["الباغوز", "باغوز", "Al-Baghuz", "al baghuz", "قرية الباغوز"])
def test_a_place_is_found_however_it_is_written(name: str, gazetteer: Gazetteer) -> None:
    assert find_places(gazetteer, name)[0].id == "isnad:sy-al-baghuz"


@pytest.mark.parametrize(
    "name", ["التنف", "الركبان", "حميميم", "سنجار", "الفلوجة", "الفاشر", "الحديدة", "خان يونس", "درنة", "الهول"]
)
def test_conflict_places_are_found_with_their_names(name: str, gazetteer: Gazetteer) -> None:
    found = find_places(gazetteer, name)
    assert any(name in place.arabic or place.arabic for place in found)
    assert all(place.latitude is not None for place in found)


def test_an_ambiguous_name_gives_all_in_order_with_reasons(gazetteer: Gazetteer) -> None:
    found = find_places(gazetteer, "طرابلس")
    assert [place.score for place in found] == sorted((place.score for place in found), reverse=True)
    assert {place.country for place in found} == {"LY", "LB"}
    assert all(place.reasons for place in found)


def test_country_and_division_narrow(gazetteer: Gazetteer) -> None:
    assert {place.country for place in find_places(gazetteer, "طرابلس", "lb")} == {"LB"}
    for division in ("Hajjah", "YE-HJ", "حجة"):
        assert {place.admin1 for place in find_places(gazetteer, "حرض", division=division)} == {"Hajjah"}
    assert find_places(gazetteer, "طرابلس", "IQ") == []


def test_a_head_counts(gazetteer: Gazetteer) -> None:
    assert find_places(gazetteer, "محافظة حلب")[0].kind == "admin1"
    assert find_places(gazetteer, "مدينة حلب")[0].kind == "city"


def test_near_spellings_say_so(gazetteer: Gazetteer) -> None:
    (place, *_) = find_places(gazetteer, "كفر نابل")
    assert (place.name, place.match) == ("Kafr Nabl", "near spelling")


def test_showing_by_id(gazetteer: Gazetteer) -> None:
    assert show_place(gazetteer, "isnad:sy-al-baghuz").country == "SY"
    assert "باغوز" in names_of_row(gazetteer, gazetteer.row_of("isnad:sy-al-baghuz") or 0)
    with pytest.raises(UsageError, match="no place has the id nowhere"):
        show_place(gazetteer, "nowhere")


def test_coverage_adds_up(gazetteer: Gazetteer) -> None:
    everything, *countries = count_places(gazetteer)
    assert everything.places == len(gazetteer) == sum(line.places for line in countries)
    assert sum(everything.kinds.values()) == everything.places == sum(everything.sources.values())
    assert everything.sources["isnad"] > 600
