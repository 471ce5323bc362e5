"""Disputed borders: one file decides, the same for all, and what it says is documented."""

import re
from pathlib import Path

import pytest

import isnad
from isnad.cli.request import Borders as Asked
from isnad.model.errors import SettingsError
from isnad.model.place import Place
from isnad.model.report import Report
from isnad.places.borders import (
    POLICIES,
    Area,
    Disputed,
    area_of,
    find_disputed,
    read_areas,
    under,
    without_foreign_division,
)
from isnad.places.building import read_or_build
from isnad.places.gazetteer import Gazetteer, load_gazetteer

EXPECTED = {
    "الجولان": ("SY", "IL"),
    "مجدل شمس": ("SY", "IL"),
    "مزارع شبعا": ("SY", "IL"),
    "المسجد الأقصى": ("PS", "IL"),
    "نابلس": ("PS", "PS"),
    "خان يونس": ("PS", "PS"),
    "الكركرات": ("EH", "MA"),
    "تفاريتي": ("EH", "EH"),
    "القرم": ("UA", "RU"),
    "ماريوبول": ("UA", "RU"),
    "كوسوفو": ("RS", "XK"),
    "شمال قبرص": ("CY", "XN"),
    "أرض الصومال": ("SO", "XS"),
    "أبيي": ("SD", "SS"),
    "حلايب": (None, "EG"),
    "هاتاي": ("TR", "TR"),
    "ناغورنو كاراباخ": ("AZ", "AZ"),
    "آزاد كشمير": ("PK", "PK"),
    "جامو وكشمير": ("IN", "IN"),
    "طنب الكبرى": (None, "IR"),
}


@pytest.fixture(scope="module")
def by_policy(gazetteer: Gazetteer) -> dict[str, Gazetteer]:
    columns = read_or_build()
    return {policy: Gazetteer(columns, policy) for policy in POLICIES} | {"un": gazetteer}


@pytest.mark.parametrize("name", EXPECTED)
def test_each_policy_has_its_country(name: str, by_policy: dict[str, Gazetteer]) -> None:
    found = tuple(by_policy[policy].lookup(name)[0].country for policy in ("un", "de_facto"))
    assert found == EXPECTED[name]
    (*_, first) = by_policy["none"].lookup(name)[:1]
    assert (first.country, first.admin1, first.admin1_code, first.admin2) == (None, None, None, None)


def test_every_area_holds_places_of_the_gazetteer(by_policy: dict[str, Gazetteer]) -> None:
    gazetteer = by_policy["none"]
    held = {gazetteer._areas[row] for row in range(len(gazetteer))}
    assert {row for row, _ in enumerate(read_areas())} <= held


def test_no_country_has_the_division_code_of_another(by_policy: dict[str, Gazetteer]) -> None:
    for gazetteer in by_policy.values():
        for row in range(len(gazetteer)):
            place = gazetteer.place(row)
            assert place.admin1_code is None or place.admin1_code.split("-")[0] == place.country


def test_places_outside_the_areas_are_the_same_under_all(by_policy: dict[str, Gazetteer]) -> None:
    for name in ("دمشق", "تل أبيب", "الرباط", "موسكو", "بورتسودان"):
        assert len({by_policy[policy].lookup(name) for policy in POLICIES}) == 1


def test_every_choice_states_its_source_and_every_area_its_claimants() -> None:
    for area in read_areas():
        assert len(area.un.source) > 10
        assert len(area.de_facto.source) > 10
        assert area.claims
        assert area.codes or area.names or area.outline
        assert {area.un.country, area.de_facto.country} - {None} <= set(area.claims)


def test_every_area_stands_in_the_document_in_both_languages(project_root: Path) -> None:
    text = (project_root / "docs" / "borders.md").read_text("utf-8").split("\n## ")[-1]
    for area in read_areas():
        row = next(line for line in text.splitlines() if line.startswith(f"| `{area.id}`"))
        for choice in (area.un, area.de_facto):
            assert f"| {choice.country or '–'} " in row, area.id
        assert area.ar in row
        assert area.en in row
    assert set(re.findall(r"^\| `([a-z-]+)`", text, re.MULTILINE)) == {area.id for area in read_areas()}


def test_an_unknown_policy_is_refused(gazetteer: Gazetteer) -> None:
    assert gazetteer.borders == "un"
    with pytest.raises(SettingsError, match="borders"):
        load_gazetteer(borders="mine")


def test_the_command_line_knows_the_same_policies() -> None:
    assert tuple(choice.value for choice in Asked) == POLICIES


def test_the_coder_follows_the_policy_and_names_it() -> None:
    report = Report(id="r", text="قصف الطيران بلدة مجدل شمس أمس فقتل ثلاثة مدنيين.", published=None, outlet=None)
    found = {}
    for policy in POLICIES:
        coded = isnad.Coder(isnad.Settings(borders=policy)).code(report)
        assert ("borders" in coded.coder) == (policy != "un")
        found[policy] = coded.incidents[0].where.country if coded.incidents[0].where else "no place"
    assert found == {"un": "SY", "de_facto": "IL", "none": None}


def area(identity: str) -> Area:
    return next(area for area in read_areas() if area.id == identity)


def test_a_source_that_takes_sides_does_not_decide() -> None:
    settlement = Place(
        id="geonames:1", name="X", kind="village", country="IL", admin1="Jerusalem District", admin1_code="IL-JM",
        latitude=31.96, longitude=35.34, radius_km=2.0,
    )  # fmt: skip
    areas = read_areas()
    held = areas[area_of(settlement, "IL-JM", areas)]
    assert held.id == "west-bank"
    placed = under(held.un, without_foreign_division(settlement, held), None)
    assert (placed.country, placed.admin1, placed.admin1_code) == ("PS", None, None)


def test_the_users_own_places_are_left_alone() -> None:
    own = Place(
        id="own:1", name="X", kind="village", country="IL", latitude=31.96, longitude=35.34, radius_km=2.0,
    )  # fmt: skip
    assert find_disputed([own], [None])[1].rows != [-1]
    assert find_disputed([own], [None], exempt={0}) == ([own], Disputed(codes=[None], rows=[-1], areas=read_areas()))


def test_a_country_and_the_sea_are_in_no_outline() -> None:
    sea = Place(id="x", name="Sea", kind="water", latitude=24.0, longitude=-14.0, radius_km=9.0)
    land = Place(id="x", name="Land", kind="country", country="MR", latitude=24.0, longitude=-14.0, radius_km=9.0)
    assert area_of(sea, None, read_areas()) == area_of(land, None, read_areas()) == -1
    assert area("western-sahara").choice("none").country is None
