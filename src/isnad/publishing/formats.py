"""The formats of `isnad export`: what becomes of an incident, and who writes it."""

from collections.abc import Callable, Iterable
from collections.abc import Mapping as Lookup
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from isnad.model.errors import UsageError
from isnad.model.recorded import RecordedIncident, Rule
from isnad.publishing import acled, plover, totals, ucdp_ged
from isnad.publishing.arrow import write_parquet
from isnad.publishing.columns import TableName, read_columns
from isnad.publishing.delimited import write_csv, write_hxl
from isnad.publishing.incident_lines import incident_line
from isnad.publishing.json_files import write_geojson, write_json_array, write_json_lines
from isnad.publishing.profiles import LeftOut
from isnad.publishing.rows import flat_row
from isnad.publishing.spreadsheet import write_xlsx


class Writing(Struct, frozen=True, kw_only=True):
    """How a file is written: where, without a byte order mark or with, for the public or not, made as of when."""

    path: Path
    plain: bool = False
    public: bool = False
    created: datetime


Made = Lookup[str, Any]
Make = Callable[[RecordedIncident, acled.Mapping], Made | LeftOut]
Write = Callable[[Writing, Iterable[Made]], None]


class Format(Struct, frozen=True, kw_only=True):
    """A format: its columns, what it makes of an incident, who writes it, the rule it takes unless asked otherwise."""

    table: TableName
    make: Make
    write: Write
    rule: Rule = "isnad_default"
    needs: tuple[str, ...] = ()


def format_named(name: str) -> Format:
    """The format. Raises UsageError where there is none of that name, or a package it needs is missing."""
    from importlib.util import find_spec

    found = FORMATS.get(name)
    if found is None:
        raise UsageError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    missing = [package for package in found.needs if find_spec(package) is None]
    if missing:
        raise UsageError(f"--as {name} needs {', '.join(missing)}: install isnad with its extra `publish`")
    return found


def _flat(incident: RecordedIncident, _: acled.Mapping) -> Made:
    return flat_row(incident)


def _line(incident: RecordedIncident, _: acled.Mapping) -> Made:
    return incident_line(incident)


def _total(incident: RecordedIncident, _: acled.Mapping) -> Made | LeftOut:
    return totals.total_row(incident)


def _csv_of(table: TableName) -> Write:
    return lambda to, rows: write_csv(to.path, read_columns(table), rows, plain=to.plain)


def _totals(to: Writing, rows: Iterable[Made]) -> None:
    write_csv(to.path, read_columns("totals"), totals.summed(rows, public=to.public), plain=to.plain)


def _xlsx(to: Writing, rows: Iterable[Made]) -> None:
    write_xlsx(to.path, read_columns("incidents"), rows, to.created)


def _parquet(*, geo: bool) -> Write:
    return lambda to, rows: write_parquet(to.path, read_columns("incidents"), rows, geo=geo)


FORMATS: Final[dict[str, Format]] = {
    "csv": Format(table="incidents", make=_flat, write=_csv_of("incidents")),
    "xlsx": Format(table="incidents", make=_flat, write=_xlsx, needs=("xlsxwriter",)),
    "jsonl": Format(table="incidents", make=_line, write=lambda to, lines: write_json_lines(to.path, lines)),
    "geojson": Format(table="incidents", make=_flat, write=lambda to, rows: write_geojson(to.path, rows)),
    "geoparquet": Format(table="incidents", make=_flat, write=_parquet(geo=True), needs=("pyarrow",)),
    "parquet": Format(table="incidents", make=_flat, write=_parquet(geo=False), needs=("pyarrow",)),
    "acled": Format(table="acled", make=acled.acled_row, write=_csv_of("acled"), rule="acled_lowest"),
    "ucdp-ged": Format(table="ucdp_ged", make=ucdp_ged.ucdp_row, write=_csv_of("ucdp_ged"), rule="ucdp"),
    "plover": Format(
        table="plover", make=plover.plover_event, write=lambda to, events: write_json_array(to.path, events)
    ),
    "hxl": Format(
        table="incidents", make=_flat, write=lambda to, rows: write_hxl(to.path, read_columns("incidents"), rows)
    ),
    "totals": Format(table="totals", make=_total, write=_totals),
}
