"""Parquet and GeoParquet, and tables in memory, by Arrow; a batch at a time, so that memory stays flat."""

import json
import struct
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, Final

from isnad.publishing.columns import Column, Row, Table

BATCH: Final = 5_000
GEOMETRY: Final = "geometry"
_GEO: Final = {
    "version": "1.1.0",
    "primary_column": GEOMETRY,
    "columns": {GEOMETRY: {"encoding": "WKB", "geometry_types": ["Point"]}},  # without `crs`: OGC:CRS84
}


def write_parquet(path: Path, table: Table, rows: Iterable[Row], *, geo: bool = False) -> None:
    """One file; days are dates, unknown is null. `geo` adds points as GeoParquet 1.1 has them (WGS 84)."""
    import pyarrow.parquet as pq

    schema = arrow_schema(table, geo=geo)
    with pq.ParquetWriter(str(path), schema, compression="zstd") as writer:
        for batch in batches(table, rows, geo=geo):
            writer.write_batch(batch)


def to_table(table: Table, rows: Iterable[Row], *, geo: bool = False) -> Any:
    """All rows as one `pyarrow.Table`."""
    import pyarrow as pa

    return pa.Table.from_batches(batches(table, rows, geo=geo), schema=arrow_schema(table, geo=geo))


def arrow_schema(table: Table, *, geo: bool = False) -> Any:
    """The schema of a table; the meaning of each column stands in its metadata."""
    import pyarrow as pa

    kinds = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "date": pa.date32(),
        "boolean": pa.bool_(),
        "object": pa.string(),
    }
    fields = [pa.field(one.name, kinds[one.type], metadata={"en": one.en, "ar": one.ar}) for one in table.columns]
    if not geo:
        return pa.schema(fields)
    return pa.schema([*fields, pa.field(GEOMETRY, pa.binary())], metadata={"geo": json.dumps(_GEO)})


def batches(table: Table, rows: Iterable[Row], *, geo: bool = False) -> Iterator[Any]:
    """The rows as record batches."""
    import pyarrow as pa

    schema = arrow_schema(table, geo=geo)
    stream = iter(rows)
    while piece := list(islice(stream, BATCH)):
        columns = [_values(column, piece) for column in table.columns]
        if geo:
            columns.append([_point(row) for row in piece])
        arrays = [pa.array(values, type=field.type) for values, field in zip(columns, schema, strict=True)]
        yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def _values(column: Column, rows: list[Row]) -> list[Any]:
    values: list[Any] = [row[column.name] for row in rows]
    if column.type == "date":
        return [date.fromisoformat(value) if value else None for value in values]
    return values


def _point(row: Row) -> bytes | None:
    """A point as well-known binary: byte order, kind 1, longitude, latitude."""
    latitude, longitude = row["latitude"], row["longitude"]
    return None if latitude is None or longitude is None else struct.pack("<BIdd", 1, 1, longitude, latitude)
