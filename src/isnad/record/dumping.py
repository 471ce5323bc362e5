"""The tables as lines of JSON, the same from SQLite and PostgreSQL; and back."""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Date, LargeBinary, Table, bindparam, insert, select, update

from isnad.record.grouping import chunks
from isnad.record.tables import UtcTime, mention, metadata, report

# Columns that point into their own table are filled once all its rows are there.
_INWARD: Final = {report.name: "copy_of", mention.name: "senior"}
TABLES: Final = tuple(metadata.sorted_tables)


def dumped(connection: Connection, table: Table) -> Iterator[bytes]:
    """Each row as one line, in the order of the primary key, as a stream."""
    query = select(table).order_by(*table.primary_key.columns)
    for row in connection.execution_options(yield_per=500).execute(query):
        yield msgspec.json.encode({name: _plain(value) for name, value in row._asdict().items()}) + b"\n"


def restored(connection: Connection, table: Table, lines: Iterable[bytes]) -> int:
    """Insert the rows of such lines; gives how many."""
    inward, count, later = _INWARD.get(table.name), 0, []
    for piece in chunks(lines):
        rows = [_typed(table, msgspec.json.decode(line)) for line in piece]
        if inward:
            later += [{"at": row["seq"], "to": row[inward]} for row in rows if row[inward] is not None]
            rows = [{**row, inward: None} for row in rows]
        connection.execute(insert(table), rows)
        count += len(rows)
    if inward and later:
        change = update(table).where(table.c.seq == bindparam("at")).values({inward: bindparam("to")})
        connection.execute(change, later)
    return count


def _plain(value: Any) -> Any:
    return b64encode(value).decode() if isinstance(value, bytes) else value


def _typed(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    return {column.name: _value(column.type, row.get(column.name)) for column in table.columns}


def _value(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, UtcTime):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return b64decode(value) if isinstance(kind, LargeBinary) else value
