"""Imports: what each source states, what is refused and where, and nothing replaced by accident. All places are invented."""

import gzip
import json
from pathlib import Path

import pytest

from isnad.model.errors import SettingsError, UsageError
from isnad.places.imported import FILE_NAME, read_imported
from isnad.places.importing import import_places

REGION = {"id": 10, "pt": "region", "cc": "SY", "name": "Hims", "ar": ["محافظة حمص"], "lat": 34.5, "lon": 38.9}
COUNTY = {"id": 20, "pt": "county", "cc": "SY", "name": "Shams", "ar": ["ناحية الشمس"], "lat": 34.6, "lon": 36.9}
VILLAGE = {
    "id": 30, "pt": "locality", "cc": "SY", "name": "Tall Zumurrud", "ar": ["تل زمرد"], "en": ["Zumurrud Hill"],
    "lat": 34.61, "lon": 36.91, "region": 10, "county": 20, "pop": 900,
}  # fmt: skip


def ndjson(path: Path, *places: object) -> Path:
    path.write_text("".join(json.dumps(place, ensure_ascii=False) + "\n" for place in places), "utf-8")
    return path


def test_a_line_becomes_a_place_in_our_division(tmp_path: Path) -> None:
    source = ndjson(tmp_path / "w.ndjson", REGION, COUNTY, VILLAGE)
    summary = import_places(source, tmp_path / "held")
    assert (summary.new, summary.same, summary.changed, summary.refused) == (3, 0, 0, ())
    village = read_imported(tmp_path / "held")["whosonfirst:30"]
    assert (village.kind, village.admin1, village.admin1_code, village.admin2) == ("village", "Homs", "SY-HI", "Shams")
    assert (village.arabic, village.latin) == (("تل زمرد",), ("Tall Zumurrud", "Zumurrud Hill"))


def test_gzip_is_read_and_a_cut_one_is_told_of(tmp_path: Path) -> None:
    packed = gzip.compress((json.dumps(VILLAGE) + "\n").encode() * 200)
    (tmp_path / "w.ndjson.gz").write_bytes(packed)
    assert import_places(tmp_path / "w.ndjson.gz", tmp_path / "held").new == 1
    (tmp_path / "cut.ndjson.gz").write_bytes(packed[:-8])
    (refused,) = import_places(tmp_path / "cut.ndjson.gz", tmp_path / "other").refused
    assert "broken from here" in refused.reason


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"lat": 95}, "latitude must be from -90 to 90"),
        ({"lon": None}, "longitude is missing"),
        ({"lat": 0, "lon": 0}, "not known"),
        ({"pt": "castle"}, "no such placetype"),
        ({"cc": "QQ"}, "no such country code"),
        ({"name": "", "ar": [], "en": []}, "no name"),
        ({"pop": -4}, "population must be"),
        ({"id": 0}, '"id" is missing'),
        ({"lat": "north"}, "Expected"),
    ],
)
def test_a_wrong_line_is_refused_with_its_line_and_the_rest_is_taken(
    change: dict[str, object], reason: str, tmp_path: Path
) -> None:
    source = ndjson(tmp_path / "w.ndjson", {**VILLAGE, "id": 31}, {**VILLAGE, **change})
    summary = import_places(source, tmp_path / "held")
    assert summary.new == 1
    assert [refused.where for refused in summary.refused] == [f"{source}:2"]
    assert reason in summary.refused[0].reason


def test_nothing_is_replaced_by_accident(tmp_path: Path) -> None:
    held = tmp_path / "held"
    import_places(ndjson(tmp_path / "a.ndjson", VILLAGE), held)
    moved = ndjson(tmp_path / "b.ndjson", {**VILLAGE, "lat": 34.7})
    summary = import_places(moved, held)
    assert (summary.new, summary.same, summary.changed, len(summary.refused)) == (0, 0, 0, 1)
    assert "another latitude; --replace" in summary.refused[0].reason
    assert read_imported(held)["whosonfirst:30"].latitude == 34.61
    assert import_places(moved, held, replace=True).changed == 1
    assert read_imported(held)["whosonfirst:30"].latitude == 34.7
    assert import_places(moved, held).same == 1


def test_a_source_never_replaces_its_own(tmp_path: Path) -> None:
    source = ndjson(tmp_path / "w.ndjson", VILLAGE, VILLAGE, {**VILLAGE, "pop": 1})
    summary = import_places(source, tmp_path / "held", replace=True)
    assert (summary.new, summary.same, len(summary.refused)) == (1, 1, 1)
    assert "stands in the source before" in summary.refused[0].reason


def test_an_interrupted_import_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = tmp_path / "held"
    import_places(ndjson(tmp_path / "a.ndjson", VILLAGE), held)
    before = (held / FILE_NAME).read_bytes()
    more = ndjson(tmp_path / "b.ndjson", {**VILLAGE, "id": 31, "name": "Other", "ar": ["أخرى"]})

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("isnad.prepared.os.replace", stop)
        with pytest.raises(KeyboardInterrupt):
            import_places(more, held)
    assert (held / FILE_NAME).read_bytes() == before
    assert import_places(more, held).held == 2


def test_a_broken_file_of_imported_places_is_named(tmp_path: Path) -> None:
    held = tmp_path / "held"
    import_places(ndjson(tmp_path / "a.ndjson", VILLAGE), held)
    path = held / FILE_NAME
    path.write_bytes(path.read_bytes().replace(b"34.61", b"35.61"))
    with pytest.raises(SettingsError, match=r"imported\.jsonl: changed or cut short"):
        read_imported(held)
    path.write_text("no json")
    with pytest.raises(SettingsError, match="not a file of imported places"):
        read_imported(held)


def test_a_folder_of_features(tmp_path: Path) -> None:
    properties = {
        "wof:id": 30, "wof:placetype": "locality", "iso:country": "SY", "wof:name": "Tall Zumurrud",
        "name:ara_x_preferred": ["تل زمرد"], "geom:latitude": 34.61, "geom:longitude": 36.91,
        "wof:concordances": {"gn:id": 77}, "wof:hierarchy": [{"region_id": 10}], "wof:population": 900,
    }  # fmt: skip
    for name, own in [("a/30", {}), ("b/31", {"wof:id": 31, "wof:superseded_by": [30]}), ("b/30-alt-x", {})]:
        path = tmp_path / "wof" / f"{name}.geojson"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"properties": {**properties, **own}}), "utf-8")
    (tmp_path / "wof" / "z.geojson").write_text("{}")
    summary = import_places(tmp_path / "wof", tmp_path / "held")
    assert (summary.new, summary.passed_over, len(summary.refused)) == (1, {"deprecated": 1}, 1)
    assert read_imported(tmp_path / "held")["whosonfirst:30"].geonames == 77


def dump_row(number: int, code: str = "PPL", latitude: str = "34.61") -> str:
    cells = [str(number), "Tall Zumurrud", "Tall Zumurrud", "تل زمرد,Zumurrud", latitude, "36.91", "P", code, "SY"]
    return "\t".join([*cells, "", "11", "", "", "", "900", "", "1", "Asia/Damascus", "2020-01-01"])


def test_a_geonames_dump_with_alternate_names(tmp_path: Path) -> None:
    dump = tmp_path / "SY.txt"
    dump.write_text(
        "\n".join([dump_row(5), dump_row(6, code="STM"), dump_row(7, latitude="x"), "short\tline"]), "utf-8"
    )
    names = ["1\t5\tar\tتلّ الزمرد\t1\t\t\t", "2\t5\tar\tاسم قديم\t\t\t\t1", "3\t5\tfr\tTell\t\t\t\t"]
    (tmp_path / "alternateNamesV2.txt").write_text("\n".join(names), "utf-8")
    summary = import_places(dump, tmp_path / "held")
    assert (summary.new, summary.passed_over) == (1, {"STM": 1})
    assert [refused.where for refused in summary.refused] == [f"{dump}:4", f"{dump}:3"]
    place = read_imported(tmp_path / "held")["geonames:5"]
    assert (place.arabic, place.admin1, place.geonames) == (("تلّ الزمرد", "تل زمرد"), "Homs", 5)


def test_a_table_with_named_columns(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(
        "\ufeffname;arabic;country;lat;lon;kind;admin1\nZ;زمرد/تل زمرد;sy;34.6;36.9;camp;حمص\n;;;;;;\n", "utf-8"
    )
    assert import_places(table, tmp_path / "held").new == 1
    (place,) = read_imported(tmp_path / "held").values()
    assert (place.id, place.kind, place.admin1, place.arabic) == ("table:sy-حمص-z", "camp", "Homs", ("زمرد", "تل زمرد"))


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("name,latitude,longitude,country,colour", "no such column: colour"),
        ("name,latitude", "missing column: longitude"),
    ],
)
def test_a_table_without_its_columns_is_named(header: str, message: str, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f"{header}\n")
    with pytest.raises(SettingsError, match=rf"t\.csv:1: {message}"):
        import_places(table, tmp_path / "held")


def test_what_cannot_be_imported_is_wrong_use(tmp_path: Path) -> None:
    for name in ("none.txt", "x.zip", "empty"):
        path = tmp_path / name
        if name == "x.zip":
            path.write_text("")
        if name == "empty":
            path.mkdir()
        with pytest.raises(UsageError):
            import_places(path, tmp_path / "held")
