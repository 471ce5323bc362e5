"""Resolving: which of several places is meant, and how precisely."""

from collections.abc import Callable

import pytest

from isnad.places.context import clear_places, read_context
from isnad.places.gazetteer import Gazetteer
from isnad.places.mentions import Mentioned, read_mentions
from isnad.places.resolving import Context, Resolved, resolve

Scan = Callable[[str], tuple[str, list[tuple[int, int, int]]]]


def resolve_all(text: str, scan: Scan, gazetteer: Gazetteer, outlet: tuple[str, ...] = ()) -> dict[str, Resolved]:
    folded, hits = scan(text)
    mentions = read_mentions(folded, hits, gazetteer)
    context = read_context(mentions, gazetteer, outlet)
    found = ((folded[m.start : m.end], resolve(m, gazetteer, context)) for m in mentions)
    return {name: resolved for name, resolved in found if resolved is not None}


@pytest.mark.parametrize(
    ("text", "name", "kind", "precision"),
    [
        ("انفجار في حلب", "حلب", "city", 1),
        ("انفجار في محافظة حلب", "حلب", "admin1", 4),
        ("انفجار في ريف حلب", "حلب", "admin1", 4),
        ("انفجار في مدينة حلب", "حلب", "city", 1),
        ("انفجار شمال تدمر", "تدمر", "city", 2),
        ("انفجار في سوريا", "سوريا", "country", 6),
        ("انفجار في شمال سوريا", "سوريا", "country", 5),
        ("انفجار في البحر الأحمر", "البحر الاحمر", "water", 7),
        ("انفجار في قضاء حديثة", "قضاء حديثه", "admin2", 3),
    ],
)
def test_kind_and_precision(text: str, name: str, kind: str, precision: int, scan: Scan, gazetteer: Gazetteer) -> None:
    resolved = resolve_all(text, scan, gazetteer)[name]
    assert (resolved.place.kind, resolved.precision) == (kind, precision)


@pytest.mark.parametrize(
    ("text", "country"),
    [("مقتل جندي في طرابلس شمال لبنان قرب بيروت", "LB"), ("مقتل جندي في طرابلس وبنغازي في ليبيا", "LY")],
)
def test_the_report_tells_namesakes_apart(text: str, country: str, scan: Scan, gazetteer: Gazetteer) -> None:
    assert resolve_all(text, scan, gazetteer)["طرابلس"].place.country == country


def test_the_outlet_tells_namesakes_apart(scan: Scan, gazetteer: Gazetteer) -> None:
    for country, admin1 in (("EG", "North Sinai"), ("PS", "Gaza Strip")):
        place = resolve_all("انفجار في رفح", scan, gazetteer, (country,))["رفح"].place
        assert (place.country, place.admin1) == (country, admin1)


def test_a_distance_displaces_the_point_and_widens_the_radius(scan: Scan, gazetteer: Gazetteer) -> None:
    near = resolve_all("كمين 20 كم شرق تدمر", scan, gazetteer)["تدمر"]
    far = resolve_all("كمين 90 كم شرق تدمر", scan, gazetteer)["تدمر"]
    assert (near.relation, near.distance_km, near.radius_km, near.precision) == ("east_of", 20.0, 8.0, 2)
    assert (far.radius_km, far.precision) == (36.0, 5)


def test_reasons_name_features(scan: Scan, gazetteer: Gazetteer) -> None:
    resolved = resolve_all("انفجار في محافظة حلب في سوريا", scan, gazetteer)["حلب"]
    assert "place:country" in resolved.reasons
    assert "place:head_fits" in resolved.reasons


def test_clear_places_leave_no_choice(scan: Scan, gazetteer: Gazetteer) -> None:
    folded, hits = scan("بين كفرنبل وسراقب في سوريا")
    clear = clear_places(read_mentions(folded, hits, gazetteer), gazetteer)
    assert {place.admin1 for place in clear} == {"Idlib"}


def test_an_empty_context_still_gives_an_answer(gazetteer: Gazetteer) -> None:
    name_id = gazetteer.name_id("الموصل")
    assert name_id is not None
    mention = Mentioned(start=0, end=6, name_id=name_id)
    resolved = resolve(mention, gazetteer, Context())
    assert resolved is not None
    assert resolved.place.admin1 == "Nineveh"


def test_a_small_place_of_a_country_the_report_hardly_touches_is_refused(scan: Scan, gazetteer: Gazetteer) -> None:
    clear = "قصف على حلب وإدلب وحماة ودرعا وسراقب وكفرنبل ومنبج في سوريا"
    assert "الجوره" not in resolve_all(f"{clear} وفي قرية الجورة", scan, gazetteer)
    assert resolve_all("انفجار في قرية الجورة في مصر", scan, gazetteer)["الجوره"].place.country == "EG"


def test_no_village_bears_the_name_of_a_far_governorate(scan: Scan, gazetteer: Gazetteer) -> None:
    assert resolve_all("قصف على قرية شبوة", scan, gazetteer) == {}


def test_a_quarter_of_a_town_that_the_report_is_not_about_is_no_candidate(scan: Scan, gazetteer: Gazetteer) -> None:
    assert "حي الجامعه" not in resolve_all("قصف على الموصل وتلعفر وسنجار وفي حي الجامعة", scan, gazetteer)
    resolved = resolve_all("انفجار في الجامعة بحي العدل في بغداد", scan, gazetteer)
    assert [found.place.admin1 for name, found in resolved.items() if "العدل" in name] == ["Baghdad"]


def test_a_street_named_after_a_city_is_not_in_it(scan: Scan, gazetteer: Gazetteer) -> None:
    resolved = resolve_all("انفجار في شارع بغداد وسط دمشق", scan, gazetteer)
    assert set(resolved) == {"دمشق"}


@pytest.mark.parametrize(
    ("text", "country", "admin1"),
    [
        ("مقتل مدني في قرية قوقفين", "SY", "Idlib"),
        ("اشتباكات في جبهة الجفينة", "YE", "Ma'rib"),
        ("هجوم في مقاطعة فرح", "AF", "Farah"),
        ("عملية طعن في مانهايم", "DE", "Baden-Wurttemberg"),
        ("غارة على بلدة عيترون", "LB", "Nabatieh"),
        ("معارك في مدينة الفولة", "SD", "West Kordofan"),
        ("هجوم على بلدة بالما", "MZ", "Cabo Delgado"),
        ("قصف في بوكروفسك", "UA", "Donetsk"),
        ("انفجار قرب محطة مترو في خاركيف", "UA", "Kharkiv"),
        ("هجوم في مدينة مايدوغوري", "NG", "Borno"),
    ],
)
def test_places_of_all_lands_have_country_and_division(
    text: str, country: str, admin1: str, scan: Scan, gazetteer: Gazetteer
) -> None:
    (resolved,) = resolve_all(text, scan, gazetteer).values()
    assert (resolved.place.country, resolved.place.admin1) == (country, admin1)
