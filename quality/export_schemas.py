"""`python -m quality.export_schemas FILE --as acled`: does an export keep to its written schema.

The schema is the table of columns (src/isnad/publishing/tables/*.yaml): order, types, codes, bounds, required cells; and
below it what the codebooks of ACLED and UCDP ask of several cells together. Exit status 1 where anything is wrong.
"""

import argparse
import csv
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final, cast, get_args

from isnad.publishing.columns import JOIN, Column, TableName, read_columns

Cells = Mapping[str, str]
_ACLED: Final = {
    "Battles": {"Government regains territory", "Non-state actor overtakes territory", "Armed clash"},
    "Protests": {"Excessive force against protesters", "Protest with intervention", "Peaceful protest"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        *("Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack"),
        *("Remote explosive/landmine/IED", "Grenade"),
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        *("Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Other"),
        *("Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory"),
    },
}
_NAMES: Final = {"ucdp-ged": "ucdp_ged"}
_SHOWN: Final = 50


def check_file(path: Path, name: TableName) -> Iterator[str]:
    """What is wrong with a CSV file, `line: column: why`; nothing where it keeps to its schema."""
    columns = {column.name: column for column in read_columns(name).columns}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream)
        heads = next(reader, [])
        if heads != list(columns):
            yield f"1: the columns are not those of {name}, in their order"
            return
        for number, row in enumerate(reader, 2):
            if len(row) != len(heads):
                yield f"{number}: {len(row)} cells, not {len(heads)}"
                continue
            cells = dict(zip(heads, row, strict=True))
            found = [f"{key}: {why}" for key, cell in cells.items() for why in _of_cell(columns[key], cell)]
            yield from (f"{number}: {what}" for what in found or _TOGETHER.get(name, _alone)(cells))


def _of_cell(column: Column, cell: str) -> Iterator[str]:
    if not cell:
        if column.required:
            yield "is empty"
        return
    if column.empty is not None:
        yield "must be empty: " + column.empty
    values = cell.split(JOIN) if column.many else [cell]
    for value in values:
        if not _is_of_type(column, value):
            yield f"{value!r} is no {column.type}"
        elif column.codes and value not in {str(code) for code in column.codes}:
            yield f"{value!r} is no code of it"
        elif column.least is not None and float(value) < column.least:
            yield f"{value} is under {column.least}"
        elif column.most is not None and float(value) > column.most:
            yield f"{value} is over {column.most}"


def _is_of_type(column: Column, value: str) -> bool:
    read = _READERS.get(column.type)
    try:
        return read is None or read(value) is not None
    except ValueError:
        return False


def _truth(value: str) -> bool:
    if value not in {"true", "false"}:
        raise ValueError(value)
    return value == "true"


_READERS: Final[dict[str, Callable[[str], object]]] = {
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
    "boolean": _truth,
}


def _alone(_: Cells) -> Iterator[str]:
    """Nothing is asked of several cells together."""
    return iter(())


def _acled_together(cells: Cells) -> Iterator[str]:
    if cells["sub_event_type"] not in _ACLED[cells["event_type"]]:
        yield f"{cells['sub_event_type']!r} is no kind of {cells['event_type']!r}"
    if cells["year"] != cells["event_date"][:4]:
        yield "year is not that of event_date"
    if bool(cells["actor2"]) != bool(cells["inter2"]):
        yield "actor2 and inter2 stand together or not at all"
    strategic = cells["event_type"] == "Strategic developments"
    if strategic != (cells["disorder_type"] == "Strategic developments"):
        yield "disorder_type does not go with event_type"


def _ucdp_together(cells: Cells) -> Iterator[str]:
    numbers = {key: int(cells[key]) for key in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")}
    low, best, high = (int(cells[key]) for key in ("low", "best", "high"))
    if sum(numbers.values()) != best:
        yield "the parts do not sum to best"
    if not low <= best <= high or high < 1:
        yield "low, best and high are not in order, or nobody died"
    if cells["date_start"] > cells["date_end"] or cells["year"] != cells["date_end"][:4]:
        yield "days and year do not agree"
    if cells["type_of_violence"] == "3" and cells["side_b"] != "Civilians":
        yield "one-sided violence is against Civilians"
    if cells["geom_wkt"] != f"POINT ({cells['longitude']} {cells['latitude']})":
        yield "geom_wkt is not the point"


_TOGETHER: Final[dict[str, Callable[[Cells], Iterator[str]]]] = {
    "acled": _acled_together,
    "ucdp_ged": _ucdp_together,
}


def main() -> int:
    """The exit status: 0 where the file keeps to its schema."""
    parser = argparse.ArgumentParser(description="Hold a CSV export against its schema.")
    parser.add_argument("file", type=Path)
    names = ["ucdp-ged", *(name for name in get_args(TableName) if name not in {"ucdp_ged", "plover"})]
    parser.add_argument("--as", dest="name", choices=names, required=True)
    given = parser.parse_args()
    found = list(check_file(given.file, cast(TableName, _NAMES.get(given.name, given.name))))
    for line in found[:_SHOWN]:
        print(f"{given.file}:{line}", file=sys.stderr)
    print(f"{given.file}: {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
