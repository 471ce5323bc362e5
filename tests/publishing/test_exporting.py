"""Each format read back by other programs with the same values; claims; totals; nothing dropped in silence."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from isnad.model.recorded import RecordedIncident
from isnad.publishing.columns import TableName
from isnad.publishing.exporting import Outcome, export
from isnad.publishing.formats import FORMATS, Writing, format_named
from isnad.publishing.profiles import Profile, Protection, protector
from isnad.publishing.pseudonyms import Pseudonyms
from isnad.publishing.rows import flat_row
from quality.export_schemas import check_file
from tests.linking.builders import loss
from tests.publishing.recorded import (
    AS_OF,
    CIVILIANS,
    GROUP,
    REBELS,
    REGISTRY,
    incident,
    incidents_of,
    told,
    when,
    where,
)
from tests.publishing.test_profiles import Gazetteer


def some() -> list[RecordedIncident]:
    rivals = incidents_of([told(1), told(2, "صحيفة البحر", killed=loss(6, None), figures=(), chain=())])
    clash = incidents_of(
        [told(3, type="clash", perpetrators=(GROUP,), targets=(REBELS,), when=when(date(2023, 3, 12)))]
    )
    placeless = incidents_of([told(4, where=None, when=None, killed=None, figures=())])
    denied = incidents_of([told(5, status="denied", where=where(admin2=None, radius_km=None))])
    return [rivals, clash, placeless, denied]


def made(
    name: str, path: Path, given: list[RecordedIncident], profile: Profile = "private", claims: Path | None = None
) -> Outcome:
    from isnad.publishing.coarsening import Coarsener

    asked = Protection(profile=profile, as_of=AS_OF)
    protect = protector(asked, Pseudonyms("00" * 32), lambda: Coarsener(Gazetteer()))
    writing = Writing(path=path, public=profile == "public", created=AS_OF)
    return export(given, format_named(name), writing, protect, REGISTRY, claims)


@pytest.mark.parametrize("profile", ["private", "partner", "public"])
@pytest.mark.parametrize("name", ["csv", "acled", "ucdp-ged", "totals"])
def test_files_keep_to_their_schema(tmp_path: Path, name: str, profile: Profile) -> None:
    claims = tmp_path / "claims.csv"
    done = made(name, tmp_path / "out.csv", some(), profile, claims)
    assert done.incidents > 0
    assert list(check_file(tmp_path / "out.csv", cast(TableName, FORMATS[name].table))) == []
    assert list(check_file(claims, "claims")) == []


@pytest.mark.parametrize("name", list(FORMATS))
def test_what_is_not_in_the_file_is_named(tmp_path: Path, name: str) -> None:
    done = made(name, tmp_path / "out", some())
    assert done.incidents + sum(map(len, done.left_out.values())) == len(some())
    assert made(name, tmp_path / "again", some()) == done
    assert (tmp_path / "out").read_bytes() == (tmp_path / "again").read_bytes()


@pytest.fixture
def expected() -> list[dict[str, Any]]:
    return [dict(flat_row(one)) for one in some()]


def test_csv_in_pandas(tmp_path: Path, expected: list[dict[str, Any]]) -> None:
    pd = pytest.importorskip("pandas")
    made("csv", tmp_path / "out.csv", some())
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    read = pd.read_csv(tmp_path / "out.csv")
    _same(read.astype(object).where(read.notna(), None).to_dict("records"), expected)


def test_xlsx_in_pandas(tmp_path: Path, expected: list[dict[str, Any]]) -> None:
    pd = pytest.importorskip("pandas")
    pytest.importorskip("openpyxl")
    made("xlsx", tmp_path / "out.xlsx", some())
    read = pd.read_excel(tmp_path / "out.xlsx")
    _same(read.astype(object).where(read.notna(), None).to_dict("records"), expected)


def test_parquet_in_pandas(tmp_path: Path, expected: list[dict[str, Any]]) -> None:
    pd = pytest.importorskip("pandas")
    made("parquet", tmp_path / "out.parquet", some())
    read = pd.read_parquet(tmp_path / "out.parquet").astype(object)
    _same(read.where(read.notna(), None).to_dict("records"), expected)


@pytest.mark.parametrize("name", ["geojson", "geoparquet"])
def test_points_in_geopandas(tmp_path: Path, name: str, expected: list[dict[str, Any]]) -> None:
    geopandas = pytest.importorskip("geopandas")
    path = tmp_path / f"out.{name}"
    made(name, path, some())
    read = geopandas.read_parquet(path) if name == "geoparquet" else geopandas.read_file(path)
    assert read.crs.to_epsg() in {4326, None}
    points = [None if point is None else (point.x, point.y) for point in read.geometry]
    assert points == [(row["longitude"], row["latitude"]) if row["longitude"] else None for row in expected]
    assert list(read["killed_best"].astype(float).fillna(-1)) == [row["killed_best"] or -1 for row in expected]
    assert list(read["outlets"]) == [row["outlets"] for row in expected]


def test_json_lines_and_plover_are_json(tmp_path: Path) -> None:
    made("jsonl", tmp_path / "out.jsonl", some())
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["m-1", "m-3", "m-4", "m-5"]
    made("plover", tmp_path / "out.json", some())
    assert [event["event"] for event in json.loads((tmp_path / "out.json").read_text("utf-8"))] == ["ASSAULT"] * 3


def test_hxl_has_its_tags_below_the_heading(tmp_path: Path) -> None:
    made("hxl", tmp_path / "out.csv", some())
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as stream:
        heads, tags, *rows = list(csv.reader(stream))
    assert tags[heads.index("killed_best")] == "#affected+killed"
    assert all(tag.startswith("#") for tag in tags)
    assert len(set(tags)) == len(tags)
    assert len(rows) == 4


def test_claims_say_who_and_through_whom(tmp_path: Path) -> None:
    done = made("csv", tmp_path / "out.csv", some(), claims=tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert done.claims == len(rows) == sum(len(one.figures) for one in some())
    assert [(row["low"], row["high"], row["according_to"], row["relayed_by"]) for row in rows[:2]] == [
        ("4", "4", "الطبيب سالم الراوي", "وكالة النهر"),
        ("6", "", "صحيفة البحر", "صحيفة البحر"),
    ]


def test_claims_are_only_of_what_is_in_the_file(tmp_path: Path) -> None:
    made("acled", tmp_path / "out.csv", some(), claims=tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert {row["incident"] for row in csv.DictReader(stream)} == {"m-1", "m-3"}


@pytest.mark.parametrize(("count", "shown"), [(1, False), (2, False), (3, True)])
def test_small_cells_are_suppressed_in_public_only(tmp_path: Path, count: int, shown: bool) -> None:
    given = [incident(seq=number, targets=(CIVILIANS,)) for number in range(1, count + 1)]
    cells = {}
    for profile in ("private", "public"):
        made("totals", tmp_path / profile, given, cast(Profile, profile))
        with (tmp_path / profile).open(encoding="utf-8-sig", newline="") as stream:
            (cells[profile],) = list(csv.DictReader(stream))
    assert (cells["private"]["incidents"], cells["private"]["killed_best"]) == (str(count), str(4 * count))
    assert (cells["public"]["incidents"] != "") == (cells["public"]["killed_best"] != "") == shown
    assert cells["public"]["suppressed"] == str(not shown).lower()


def _same(read: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    assert len(read) == len(expected)
    for one, other in zip(read, expected, strict=True):
        assert {name: _plain(value) for name, value in one.items()} == {
            name: _plain(cell) for name, cell in other.items()
        }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else float(value) if isinstance(value, int) else value
