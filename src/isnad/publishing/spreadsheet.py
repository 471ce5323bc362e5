"""XLSX: a workbook that opens from the right, each text a text.

xlsxwriter makes the workbook with its heading; the rows are put into its sheet as they come, since a call for each cell
takes three times as long as a hundred thousand incidents may (issue 6).
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from html import escape
from itertools import islice
from pathlib import Path
from typing import IO, Final

from isnad.model.errors import UsageError
from isnad.publishing.cells import harmless
from isnad.publishing.columns import Cell, Row, Table

MOST_ROWS: Final = 1_048_575  # of a sheet, beside the heading
_LONGEST: Final = 32_767  # code units of a cell
_REMEMBERED: Final = 16_384  # texts; types, names and days come again and again
_AT_ONCE: Final = 200  # rows given to the packer together
_SHEET: Final = "xl/worksheets/sheet1.xml"
_END: Final = b"</sheetData>"
# What XML takes as it is; all else is escaped, or written as Excel writes signs that XML cannot hold.
_PLAIN: Final = re.compile(r"[^<>&\x00-\x1f\ufffe\uffff\ud800-\udfff]*\Z")
_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")


def write_xlsx(path: Path, table: Table, rows: Iterable[Row], created: datetime) -> None:
    """One sheet, right to left, heading frozen. Texts that look like formulas are texts, and quoted.

    Days are texts (YYYY-MM-DD), as in all formats. Raises UsageError for more rows than a sheet holds.
    """
    empty = path.with_name(f"{path.name}.empty")
    try:
        _write_heading(empty, table, created)
        with zipfile.ZipFile(empty) as given, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
            for part in given.infolist():
                content = given.read(part)  # before the entry is opened for writing, which empties it
                if part.filename == _SHEET:
                    with made.open(part, "w", force_zip64=True) as stream:
                        _write_sheet(stream, content, table, rows)
                else:
                    made.writestr(part, content)
    finally:
        empty.unlink(missing_ok=True)


def _write_heading(path: Path, table: Table, created: datetime) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"created": created.replace(tzinfo=None)})  # else no two exports would be alike
        sheet = book.add_worksheet("Isnad")
        sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, table.names)


def _write_sheet(stream: IO[bytes], heading: bytes, table: Table, rows: Iterable[Row]) -> None:
    before, end, after = heading.partition(_END)
    # The extent may be left out, and is not known before the last row.
    stream.write(re.sub(rb'<dimension ref="[^"]*"/>', b"", before))
    lines = _lines(table, rows)
    while piece := "".join(islice(lines, _AT_ONCE)):
        stream.write(piece.encode())
    stream.write(end + after)


def _lines(table: Table, rows: Iterable[Row]) -> Iterator[str]:
    columns = [(name, _letters(place)) for place, name in enumerate(table.names)]
    for number, row in enumerate(rows, 2):
        if number > MOST_ROWS + 1:
            raise UsageError(f"a sheet holds {MOST_ROWS:,} rows: narrow the export, or write csv or parquet")
        cells = [_cell(f"{letters}{number}", row[name]) for name, letters in columns if row[name] is not None]
        yield f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place: str, cell: Cell) -> str:
    if isinstance(cell, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{_text(cell)}</t></is></c>'
    if isinstance(cell, bool):
        return f'<c r="{place}" t="b"><v>{int(cell)}</v></c>'
    return f'<c r="{place}"><v>{cell!r}</v></c>'


@lru_cache(maxsize=_REMEMBERED)
def _text(cell: str) -> str:
    text = str(harmless(cell))[:_LONGEST]
    if _PLAIN.match(text):
        return text
    return _UNWRITABLE.sub(lambda sign: f"_x{ord(sign[0]):04X}_", escape(text, quote=False))


def _letters(place: int) -> str:
    """The name of a column by its place from 0: A, B, …, Z, AA."""
    first, last = divmod(place, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)
