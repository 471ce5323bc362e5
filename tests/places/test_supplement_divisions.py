"""Divisions: complete, with their ISO 3166-2 codes, found by their Arabic names; districts lie in divisions."""

from collections import Counter

import pytest

from isnad.model.errors import SettingsError
from isnad.places.gazetteer import Gazetteer
from isnad.places.geonames import iso_code
from isnad.places.supplement import Row, read_rows, with_districts

# How many first-order divisions ISO 3166-2 lists for the 22 states of the Arab League, and Iraq's Halabja (2025) with them.
# Morocco's list has twelve regions; two of them lie in Western Sahara (docs/borders.md).
ARAB = {
    "AE": 7, "BH": 4, "DJ": 6, "DZ": 58, "EG": 27, "IQ": 19, "JO": 12, "KM": 3, "KW": 6, "LB": 8, "LY": 22, "MA": 10,
    "MR": 15, "OM": 11, "PS": 16, "QA": 8, "SA": 13, "SD": 18, "SO": 18, "SY": 14, "TN": 24, "YE": 22,
}  # fmt: skip
OTHERS = {"AF": 34, "PK": 7, "IR": 31, "TR": 81, "NG": 37, "ML": 11}
ROWS = read_rows()
DIVISIONS = [row for row in ROWS if row.kind == "admin1"]


@pytest.mark.parametrize(("country", "number"), (ARAB | OTHERS).items())
def test_every_division_is_there_with_its_code(country: str, number: int) -> None:
    codes = [iso_code(row) for row in DIVISIONS if row.country == country]
    assert len({code for code in codes if code}) == number


def test_the_arab_league_has_22_states() -> None:
    assert len(ARAB) == 22


def test_only_known_divisions_have_no_iso_code() -> None:
    without = {row.code for row in DIVISIONS if iso_code(row) is None and row.country in ARAB | OTHERS | {"EH": 0}}
    assert without == {"PS_GZ", "PS_WB", "EH_LA", "EH_DA"}


@pytest.mark.parametrize("row", [row for row in DIVISIONS if row.country in ARAB], ids=lambda row: row.code)
def test_a_division_is_found_by_an_arabic_name(row: Row, gazetteer: Gazetteer) -> None:
    found = [p for name in row.spellings for p in gazetteer.lookup(name) if p.kind == "admin1"]
    found += [p for name in row.spellings for p in gazetteer.lookup(f"محافظة {name}") if p.kind == "admin1"]
    # A name that is also an ordinary word is refused alone; its division is reached through its capital.
    if not found:
        assert gazetteer.division(row.country or "", row.name) is not None
    else:
        assert iso_code(row) in {p.admin1_code for p in found}


@pytest.mark.parametrize(
    ("name", "admin1", "code", "governorate"),
    [
        ("نابلس", "West Bank", "PS-NBS", "Nablus"),
        ("محافظة الخليل", "West Bank", "PS-HBN", "Hebron"),
        ("مخيم جباليا", "Gaza Strip", "PS-NGZ", "North Gaza"),
        ("محافظة خان يونس", "Gaza Strip", "PS-KYS", "Khan Yunis"),
        ("المسجد الأقصى", "Jerusalem", "PS-JEM", None),
        ("قطاع غزة", "Gaza Strip", None, None),
    ],
)
def test_places_in_palestine_carry_their_governorate(
    name: str, admin1: str, code: str | None, governorate: str | None, gazetteer: Gazetteer
) -> None:
    place = gazetteer.lookup(name)[0]
    assert (place.country, place.admin1, place.admin1_code, place.admin2) == ("PS", admin1, code, governorate)


def test_most_of_our_places_have_their_district() -> None:
    shares = Counter[str]()
    counted = Counter[str]()
    for row in ROWS:
        if row.kind not in ("country", "admin1", "admin2", "desert", "water", "region"):
            counted[row.code[:2]] += 1
            shares[row.code[:2]] += row.admin2 is not None
    for country, least in {"SY": 0.9, "IQ": 0.85, "LB": 0.85, "LY": 0.75, "SD": 0.75, "YE": 0.5}.items():
        assert shares[country] / counted[country] >= least, country


def test_a_district_line_must_name_our_places_once() -> None:
    row = Row(code="SY-HA", kind="town", name="X", latitude=1.0, longitude=1.0, radius_km=1.0, spellings=("س",))
    assert with_districts([row], [(1, ["SY-HA", "D", "X"])])[0].admin2 == "D"
    for cells in (["SY-HA", "D", "Y"], ["SY-HA", "D", "X/X"], ["SY-HA", "D"]):
        with pytest.raises(SettingsError, match=r"districts\.tsv:7"):
            with_districts([row], [(7, cells)])
