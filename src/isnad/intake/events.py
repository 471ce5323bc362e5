"""Event files: the rows of a table become events; a bad row is named as FILE:LINE, and the rest goes on."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from isnad.intake.decoding import decode
from isnad.intake.event_cells import read_event
from isnad.intake.event_formats import EventFormat
from isnad.intake.reading import reading_error
from isnad.intake.sources import READ_ERRORS, find_sources, open_source
from isnad.model.errors import ReportError, UsageError
from isnad.model.outside import OutsideEvent

MAX_EVENTS_BYTES: Final = 512 << 20  # all of UCDP GED, unpacked, is some 300 MiB
_SEPARATORS: Final = (",", ";", "\t")
_SHOWN: Final = 12


class BadRow(Struct, frozen=True, kw_only=True):
    """A row that gave no event: where it begins (FILE:LINE) and what is wrong, in English."""

    where: str
    message: str


class EventFile(Struct, frozen=True, kw_only=True):
    """What a file held. `unread` are columns that the format does not know, by name."""

    events: tuple[OutsideEvent, ...]
    bad: tuple[BadRow, ...]
    unread: tuple[str, ...]


def read_events(path: Path, shape: EventFormat) -> EventFile:
    """All rows of a CSV file: `,`, `;` or tabs between cells, UTF-8 (also with a mark), UTF-16, windows-1256, gzip too.

    Every row under the heading gives an event or a bad row; blank lines give nothing. Raises UsageError where the file
    is not there, cannot be read as a table, or its heading lacks a needed column (the message names them).
    """
    try:
        text = decode(_content(path)).removeprefix("\ufeff")
    except ReportError as error:
        raise UsageError(f"{path}: {error.message}") from error
    heading, separator = _heading(path, text, shape)
    events: dict[str, OutsideEvent] = {}
    bad: list[BadRow] = []
    for line, row in _rows(text, separator):
        try:
            event = read_event(_cells(heading, row), shape, line)
            if event.id in events:
                raise ReportError("field", f"the id {event.id!r} stands on line {events[event.id].line} already")
            events[event.id] = event
        except ReportError as error:
            bad.append(BadRow(where=f"{path}:{line}", message=error.message))
    unread = tuple(name for name in heading if name and name not in shape.known)
    return EventFile(events=tuple(events.values()), bad=tuple(bad), unread=unread)


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise UsageError(f"{path}: is a folder, not a table of events")
    (source,) = find_sources([path])
    try:
        with open_source(source) as stream:
            found = stream.read(MAX_EVENTS_BYTES + 1)
    except READ_ERRORS as error:
        raise reading_error(error) from error
    if len(found) > MAX_EVENTS_BYTES:
        raise ReportError("too_large", f"larger than {MAX_EVENTS_BYTES >> 20} MiB")
    return found


def _heading(path: Path, text: str, shape: EventFormat) -> tuple[list[str], str]:
    """The columns' names and what parts them: whichever separator finds most of the needed ones."""
    first = text.lstrip("\r\n").partition("\n")[0]
    readings = {sign: [name.strip() for name in next(csv.reader([first], delimiter=sign), [])] for sign in _SEPARATORS}
    separator = max(_SEPARATORS, key=lambda sign: len({*readings[sign]} & {*shape.needed}))
    heading = readings[separator]
    missing = [name for name in shape.needed if name not in heading]
    if missing:
        shown = ", ".join(heading[:_SHOWN]) + (", …" if len(heading) > _SHOWN else "")
        raise UsageError(f"{path}: not in this format: no column {', '.join(missing)}; the heading is: {shown}")
    twice = [name for name, count in Counter(heading).items() if count > 1 and name in shape.known]
    if twice:
        raise UsageError(f"{path}: the heading has twice: {', '.join(twice)}")
    return heading, separator


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The rows under the heading with the line each begins on; a row that is no CSV gives its error."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    headed = False
    while True:
        line = reader.line_num + 1
        try:
            row: list[str] | csv.Error = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            row = error
        if isinstance(row, list) and not any(cell.strip() for cell in row):
            continue
        if headed:
            yield line, row
        headed = True


def _cells(heading: list[str], row: list[str] | csv.Error) -> dict[str, str]:
    if isinstance(row, csv.Error):
        if "unexpected end" in str(row):
            raise ReportError("field", "a quotation mark is opened here and never closed: nothing below was read")
        raise ReportError("field", f"no row of a table: {row}")
    if len(row) < len(heading) or any(cell.strip() for cell in row[len(heading) :]):
        raise ReportError("field", f"has {len(row)} cells where the heading has {len(heading)}")
    return {name: cell.strip() for name, cell in zip(heading, row, strict=False)}
