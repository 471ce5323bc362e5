"""Merging: imported places beside ours, and the user's own before ours. All places but the known towns are invented."""

from pathlib import Path

import pytest

from isnad.model.errors import SettingsError
from isnad.places.building import build_columns, state_key
from isnad.places.gazetteer import Gazetteer
from isnad.places.imported import ImportedPlace, write_imported

HEADER = "id,name,arabic,country,latitude,longitude,kind,admin1\n"


def place(number: int, arabic: str, latitude: float, longitude: float, **more: object) -> ImportedPlace:
    values = {"name": f"Place {number}", "kind": "village", "country": "SY", **more}
    return ImportedPlace(
        id=f"whosonfirst:{number}",
        latitude=latitude,
        longitude=longitude,
        arabic=(arabic,),
        **values,  # type: ignore[arg-type]
    )


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    folder = tmp_path_factory.mktemp("places")
    held = [
        place(1, "تل الزمرد الأخضر", 35.0, 37.0, admin1="Hama"),
        place(2, "تل الزمرد الأخضر", 35.02, 37.0, admin1="Hama"),
        place(3, "كفرنبل", 35.61, 36.57),
        place(4, "الموصل", 33.0, 37.0),
        place(5, "الطيران", 33.1, 37.0),
        place(6, "قصورة الشرقية", 33.2, 37.0),
        place(7, "على", 33.3, 37.0),
        place(8, "مديرية منبج", 36.5, 37.9, kind="admin2", admin1="Aleppo"),
    ]
    write_imported(folder, {each.id: each for each in held})
    own = "isnad:sy-al-baghuz,Mine,الباغوز,SY,34.5,41.0,village,\n,Rastan,الرستن,SY,34.9,36.7,town,\n"
    (folder / "places.csv").write_text(HEADER + own, "utf-8")
    return Gazetteer(build_columns(None, folder))


def test_two_of_a_name_close_by_are_one(merged: Gazetteer) -> None:
    assert [found.id for found in merged.lookup("تل الزمرد الأخضر")] == ["whosonfirst:1"]


def test_a_town_that_is_ours_keeps_our_id_and_gains_names(merged: Gazetteer, gazetteer: Gazetteer) -> None:
    ours = gazetteer.lookup("كفرنبل")
    assert [found.id for found in merged.lookup("كفرنبل")] == [found.id for found in ours]
    assert merged.row_of("whosonfirst:3") is None


def test_a_hamlet_does_not_compete_with_a_city(merged: Gazetteer) -> None:
    assert {found.country for found in merged.lookup("الموصل")} == {"IQ"}
    name_id = merged.name_id("الموصل")
    assert name_id is not None
    assert [found.id for found in merged.namesakes(name_id)] == ["whosonfirst:4"]


def test_words_of_the_news_need_a_head_and_prepositions_are_no_names(merged: Gazetteer) -> None:
    name_id = merged.name_id("الطيران")
    assert name_id is not None
    assert merged.guards[name_id] == 3
    assert merged.name_id("على") is None


def test_the_article_comes_and_goes(merged: Gazetteer) -> None:
    assert {merged.lookup(name)[0].id for name in ("القصورة الشرقية", "قصورة شرقية")} == {"whosonfirst:6"}


def test_a_district_does_not_take_its_towns_name(merged: Gazetteer) -> None:
    name_id = merged.name_id("منبج")
    assert name_id is not None
    assert "admin2" not in {found.kind for found in merged.candidates(name_id)}
    assert [found.kind for found in merged.namesakes(name_id)] == ["admin2"]


def test_the_users_own_file_overrides(merged: Gazetteer) -> None:
    row = merged.row_of("isnad:sy-al-baghuz")
    assert row is not None
    assert (merged.place(row).name, merged.place(row).longitude, merged.origin(row)) == ("Mine", 41.0, "own file")
    first = merged.lookup("الرستن")[0]
    assert (first.name, first.latitude) == ("Rastan", 34.9)


def test_a_wrong_row_of_the_users_own_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(HEADER + ",X,س,SY,34.5,41.0,village,نارنيا\n", "utf-8")
    with pytest.raises(SettingsError, match=r"mine\.csv:2: SY has no division"):
        build_columns(path)
    path.write_text(HEADER + ",X,سين,SY,344,41.0,village,\n", "utf-8")
    with pytest.raises(SettingsError, match=r"mine\.csv:2: latitude must be"):
        build_columns(path)


def test_the_state_changes_with_what_the_user_adds(tmp_path: Path) -> None:
    states = {state_key(), state_key(folder=tmp_path)}
    assert len(states) == 1
    write_imported(tmp_path, {})
    states.add(state_key(folder=tmp_path))
    (tmp_path / "places.csv").write_text(HEADER, "utf-8")
    states.add(state_key(folder=tmp_path))
    assert len(states) == 3
