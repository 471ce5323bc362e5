"""The check of exports finds what is wrong with them."""

import csv
from pathlib import Path
from typing import Any

import pytest

from isnad.publishing.acled import Mapping, acled_row
from isnad.publishing.columns import TableName, read_columns
from isnad.publishing.delimited import write_csv
from isnad.publishing.ucdp_ged import ucdp_row
from quality import export_schemas
from tests.publishing.recorded import AS_OF, REGISTRY, incident

MAPPING = Mapping(registry=REGISTRY, as_of=AS_OF)


def faults(tmp_path: Path, name: TableName, **changed: Any) -> list[str]:
    made = acled_row(incident(), MAPPING) if name == "acled" else ucdp_row(incident(), MAPPING)
    assert isinstance(made, dict)
    write_csv(tmp_path / "a.csv", read_columns(name), [{**made, **changed}])
    return list(export_schemas.check_file(tmp_path / "a.csv", name))


@pytest.mark.parametrize("name", ["acled", "ucdp_ged"])
def test_a_right_row_has_none(tmp_path: Path, name: TableName) -> None:
    assert faults(tmp_path, name) == []


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("acled", {"event_date": "10/03/2023"}),
        ("acled", {"event_type": "War"}),
        ("acled", {"sub_event_type": "Agreement"}),
        ("acled", {"disorder_type": "Political violence;War"}),
        ("acled", {"fatalities": None}),
        ("acled", {"fatalities": -1}),
        ("acled", {"fatalities": 4.5}),
        ("acled", {"latitude": 91}),
        ("acled", {"geo_precision": 4}),
        ("acled", {"tags": "x"}),
        ("acled", {"year": 2022}),
        ("acled", {"actor2": None}),
        ("acled", {"disorder_type": "Strategic developments"}),
        ("ucdp_ged", {"type_of_violence": 4}),
        ("ucdp_ged", {"deaths_a": 1}),
        ("ucdp_ged", {"low": 5}),
        ("ucdp_ged", {"side_b": "Islamic State"}),
        ("ucdp_ged", {"geom_wkt": "POINT (0 0)"}),
        ("ucdp_ged", {"date_start": "2023-03-11"}),
        ("ucdp_ged", {"conflict_new_id": 299}),
        ("ucdp_ged", {"region": "Levant"}),
    ],
)
def test_a_wrong_one_is_found(tmp_path: Path, name: TableName, changed: dict[str, Any]) -> None:
    assert len(faults(tmp_path, name, **changed)) == 1


def test_columns_and_cells_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(read_columns("acled").names)
        writer.writerow(["x"])
    assert list(export_schemas.check_file(path, "acled")) == ["2: 1 cells, not 31"]
    assert list(export_schemas.check_file(path, "ucdp_ged")) == [
        "1: the columns are not those of ucdp_ged, in their order"
    ]


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    faults(tmp_path, "acled", year=2022)
    monkeypatch.setattr("sys.argv", ["check", str(tmp_path / "a.csv"), "--as", "acled"])
    assert export_schemas.main() == 1
    said = capsys.readouterr()
    assert "year is not that of event_date" in said.err
    assert "1 faults" in said.out
