"""Building: the same bytes each time, whole files, and a way out where the cache cannot be written."""

import tempfile
import time
from pathlib import Path

import pytest

from isnad.model.errors import SettingsError
from isnad.places import building, guarding, supplement
from isnad.places.columns import decode_columns, encode_columns
from isnad.places.gazetteer import Gazetteer
from isnad.places.supplement import Row
from isnad.text.folding import fold


@pytest.fixture(scope="module")
def built() -> bytes:
    return encode_columns(building.build_columns())


def test_building_is_deterministic(built: bytes) -> None:
    assert encode_columns(building.build_columns()) == built


def test_loading_is_quick(built: bytes) -> None:
    start = time.perf_counter()
    loaded = Gazetteer(decode_columns(built))
    assert time.perf_counter() - start < 0.1
    assert len(loaded) > 5000


def test_ids_are_unique(built: bytes) -> None:
    ids = decode_columns(built).ids.split("\n")
    assert len(ids) == len(set(ids))


def test_the_cache_is_used_and_a_broken_one_is_built_anew(
    built: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ISNAD_CACHE", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "second"))
    kept = tmp_path / f"places-{building.state_key()}.msgpack"
    kept.write_bytes(built[: len(built) // 2])
    monkeypatch.setattr(building, "build_columns", lambda *_: decode_columns(built))
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path / "elsewhere"))
    assert building.read_or_build() == decode_columns(built)
    assert kept.read_bytes() == built

    def never(*_: object) -> None:
        raise AssertionError("the cache was not used")

    monkeypatch.setattr(building, "build_columns", never)
    assert building.read_or_build() == decode_columns(built)


def test_a_cache_that_cannot_be_written_gives_way_to_a_temporary_folder(
    built: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("ISNAD_CACHE", str(blocked))
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr(building, "build_columns", lambda *_: decode_columns(built))
    building.read_or_build()
    (kept,) = tmp_path.glob("isnad-*/places-*.msgpack")
    assert kept.read_bytes() == built


def test_bad_rows_are_named_with_file_and_line() -> None:
    with pytest.raises(SettingsError, match=r"places_x\.tsv:3"):
        supplement.read_row("places_x.tsv", 3, ["SY-HA", "castle", "Name", "1", "2", "اسم"])
    with pytest.raises(SettingsError, match=r"admin1\.tsv:9"):
        supplement.read_row("admin1.tsv", 9, ["SY-HA", "Name"])
    with pytest.raises(SettingsError, match="Arabic name"):
        supplement.read_row("countries.tsv", 1, ["SY", "Syria", "1", "2", "3", " / "])


def test_a_place_in_an_unknown_division_is_refused() -> None:
    row = Row(code="SY-QQ", kind="town", name="X", latitude=1.0, longitude=1.0, radius_km=1.0, spellings=("س",))
    with pytest.raises(SettingsError, match="SY-QQ"):
        building.own_place(row, {})


def test_our_own_data_are_sound() -> None:
    rows = supplement.read_rows()
    assert all(-90 <= row.latitude <= 90 and -180 <= row.longitude <= 180 and row.radius_km > 0 for row in rows)
    divisions = [row.code for row in rows if row.kind == "admin1"]
    assert len(divisions) == len(set(divisions))
    assert {row.code[:2] for row in rows if row.kind == "country"} >= {code[:2] for code in divisions} - {"ZZ"}
    points = [row for row in rows if row.kind not in ("country", "admin1", "city")]
    assert len(points) >= 600


def test_every_guarded_name_is_a_name_of_the_gazetteer(built: bytes) -> None:
    names = set(decode_columns(built).names.split("\n"))
    listed = guarding.ambiguous_names()
    guarded = {fold(name) for _, key in guarding.LISTS for name in listed[key]}
    assert guarded <= names
    assert not {fold(name) for name in listed["refused"]} & names
