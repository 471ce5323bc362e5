"""The gazetteer: names, lookup, and the places a reader of conflict news needs."""

import json
from pathlib import Path

import pytest

from isnad.model.place import Place
from isnad.places.distance import distance_km
from isnad.places.gazetteer import Gazetteer
from isnad.places.mentions import NEVER
from isnad.text.folding import fold


def test_names_are_folded_sorted_and_borne_by_places(gazetteer: Gazetteer) -> None:
    assert gazetteer.names == sorted(set(gazetteer.names))
    assert all(name == " ".join(fold(name).split()) and len(name) > 1 for name in gazetteer.names)
    assert all(gazetteer.candidates(row) or gazetteer.guards[row] == NEVER for row in range(len(gazetteer.names)))


@pytest.mark.parametrize(
    ("written", "name", "country", "admin1"),
    [
        ("الحسكة", "Al-Hasakah", "SY", "Al-Hasakah"),
        ("حسكة", "Al-Hasakah", "SY", "Al-Hasakah"),
        ("قاعدة التنف", "Al-Tanf base", "SY", "Homs"),
        ("كفر نبل", "Kafr Nabl", "SY", "Idlib"),
        ("كَفرنبل", "Kafr Nabl", "SY", "Idlib"),
        ("نينوى", "Nineveh", "IQ", "Nineveh"),
        ("حرض", "Haradh", "YE", "Hajjah"),
        ("وزيرستان", "Waziristan", "PK", "Khyber Pakhtunkhwa"),
        ("مرتفعات الجولان", "Golan Heights", "SY", "Quneitra"),
        ("بورنو", "Borno", "NG", "Borno"),
        ("مقديشو", "Mogadishu", "SO", "Banaadir"),
        ("مخيم جباليا", "Jabalia camp", "PS", "Gaza Strip"),
    ],
)
def test_lookup_finds_conflict_places(gazetteer: Gazetteer, written: str, name: str, country: str, admin1: str) -> None:
    assert (name, country, admin1) in {(p.name, p.country, p.admin1) for p in gazetteer.lookup(written)}


def test_the_name_of_a_governorate_is_no_alias_of_its_capital(gazetteer: Gazetteer) -> None:
    assert {place.kind for place in gazetteer.lookup("الأنبار") if place.country == "IQ"} == {"admin1"}


def test_lookup_of_nothing_is_empty(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("") == () == gazetteer.lookup("  ")
    assert gazetteer.lookup("كلمة لا مكان لها") == ()


def test_an_unknown_name_id_is_an_error(gazetteer: Gazetteer) -> None:
    with pytest.raises(IndexError):
        gazetteer.candidates(len(gazetteer.names))
    with pytest.raises(IndexError):
        gazetteer.candidates(-1)


def test_country_names(gazetteer: Gazetteer) -> None:
    assert gazetteer.country_name("YE") == "Yemen"
    assert gazetteer.country_name("QQ") == "QQ"


def test_a_sea_has_no_country(gazetteer: Gazetteer) -> None:
    (sea,) = gazetteer.lookup("خليج عدن")
    assert (sea.kind, sea.country, sea.admin1) == ("water", None, None)


def test_codes_of_divisions_are_iso_or_absent(gazetteer: Gazetteer) -> None:
    (gaza,) = (place for place in gazetteer.lookup("قطاع غزة") if place.kind == "admin1")
    assert (gaza.admin1, gaza.admin1_code) == ("Gaza Strip", None)
    assert {p.admin1_code for p in gazetteer.lookup("دير الزور")} == {"SY-DY"}


@pytest.mark.shared
def test_the_shared_conflict_names_are_found(gazetteer: Gazetteer, shared: Path) -> None:
    path = shared / "places" / "names48.jsonl"
    missing = []
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        there = Place(id="", name="", kind="site", latitude=row["latitude"], longitude=row["longitude"], radius_km=0.0)
        found = [place for name in row["names"] for place in gazetteer.lookup(name) if place.country == row["country"]]
        if not any(distance_km(there, place) <= row["within_km"] for place in found):
            missing.append(row["names"][0])
    assert missing == []
