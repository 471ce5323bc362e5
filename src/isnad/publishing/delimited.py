"""CSV and HXL: text files for spreadsheets and statistics."""

import csv
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from isnad.publishing.cells import written
from isnad.publishing.columns import Row, Table


def write_csv(path: Path, table: Table, rows: Iterable[Row], *, plain: bool = False) -> None:
    """One row a line, CRLF as RFC 4180 says; with a byte order mark, without which Excel garbles Arabic, unless `plain`.

    Unknown is an empty cell. Texts that a spreadsheet would take for a formula get a leading apostrophe.
    """
    _write(path, table, rows, [], "utf-8" if plain else "utf-8-sig")


def write_hxl(path: Path, table: Table, rows: Iterable[Row]) -> None:
    """As CSV without the mark, of the columns that have a tag, with the row of tags below the heading."""
    tagged = Table(title=table.title, columns=tuple(column for column in table.columns if column.hxl))
    # The tags begin with "#" and are written by us: they need no neutralising.
    _write(path, tagged, rows, [[column.hxl or "" for column in tagged.columns]], "utf-8")


def _write(path: Path, table: Table, rows: Iterable[Row], heads: list[list[str]], encoding: str) -> None:
    with open_csv(path, table, heads, encoding) as put:
        for row in rows:
            put(row)


@contextmanager
def open_csv(
    path: Path, table: Table, heads: Iterable[list[str]] = (), encoding: str = "utf-8-sig"
) -> Iterator[Callable[[Row], None]]:
    """A file with its heading, and the function that puts a row into it."""
    names = table.names
    with path.open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(names)
        writer.writerows(heads)

        def put(row: Row) -> None:
            writer.writerow(written([row[name] for name in names]))

        yield put
