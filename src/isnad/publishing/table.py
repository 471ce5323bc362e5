"""Incidents as CSV: one row an incident, for spreadsheets and statistics."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TextIO

from isnad.model.coded import CodedReport, Incident
from isnad.model.slots import Loss, Party, When, Where

Cell = str | int | float | None
Column = Callable[[CodedReport, Incident], Cell]

# What makes a spreadsheet read a cell as a formula; the wide forms are taken as the narrow ones by East Asian versions.
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LOSSES: Final = ("killed", "killed_perpetrators", "wounded", "captured", "escaped", "strength")


def write_table(coded: Iterable[CodedReport], stream: TextIO, *, bom: bool = True) -> int:
    """Write a heading and one row for each incident; the number of rows without the heading.

    `stream` is text opened with `newline=""` (line ends are CRLF, as RFC 4180 says). `bom` begins it with a byte order
    mark, without which Excel takes Arabic for another encoding. Chains run from the nearest source to the furthest.
    An unknown value is an empty cell, so that it is never taken for zero; text that would be a formula gets a
    leading apostrophe.
    """
    if bom:
        stream.write("\ufeff")
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    rows = 0
    for row in _rows(coded):
        writer.writerow(row)
        rows += 1
    return rows


def format_table(coded: Iterable[CodedReport]) -> str:
    """The same table for a terminal or a pipe: no byte order mark, plain line ends."""
    stream = io.StringIO(newline="")
    write_table(coded, stream, bom=False)
    return stream.getvalue().replace("\r\n", "\n")


def _rows(coded: Iterable[CodedReport]) -> Iterator[list[Cell]]:
    for report in coded:
        for incident in report.incidents:
            yield [_harmless(column(report, incident)) for column in COLUMNS.values()]


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell


def _of_when(read: Callable[[When], Cell]) -> Column:
    return lambda _, incident: read(incident.when) if incident.when else None


def _of_where(read: Callable[[Where], Cell]) -> Column:
    return lambda _, incident: read(incident.where) if incident.where else None


def _of_loss(slot: str, read: Callable[[Loss], Cell]) -> Column:
    def cell(_: CodedReport, incident: Incident) -> Cell:
        loss: Loss | None = getattr(incident, slot)
        return read(loss) if loss else None

    return cell


def _names(parties: tuple[Party, ...], between: str) -> str:
    return between.join(party.name for party in parties)


def _loss_columns() -> dict[str, Column]:
    columns: dict[str, Column] = {}
    for slot in _LOSSES:
        columns[f"{slot}_low"] = _of_loss(slot, lambda loss: loss.low)
        columns[f"{slot}_high"] = _of_loss(slot, lambda loss: loss.high)
    return columns


COLUMNS: Final[dict[str, Column]] = {
    "report_id": lambda report, _: report.id,
    "published": lambda report, _: report.published.isoformat() if report.published else None,
    "outlet": lambda report, _: report.outlet,
    "incident_id": lambda _, incident: incident.id,
    "type": lambda _, incident: incident.type,
    "status": lambda _, incident: incident.status,
    "when_earliest": _of_when(lambda when: when.earliest.isoformat()),
    "when_latest": _of_when(lambda when: when.latest.isoformat()),
    "when_precision": _of_when(lambda when: when.precision),
    "where_text": _of_where(lambda where: where.text),
    "where_name": _of_where(lambda where: where.name),
    "where_precision": _of_where(lambda where: where.precision),
    "country": _of_where(lambda where: where.country),
    "admin1": _of_where(lambda where: where.admin1),
    "latitude": _of_where(lambda where: where.latitude),
    "longitude": _of_where(lambda where: where.longitude),
    "perpetrators": lambda _, incident: _names(incident.perpetrators, "; "),
    "targets": lambda _, incident: _names(incident.targets, "; "),
    **_loss_columns(),
    "weapons": lambda _, incident: "; ".join(weapon.name for weapon in incident.weapons),
    "according_to": lambda _, incident: _names(incident.according_to, " ← "),
    "claimed_by": lambda _, incident: incident.claimed_by.name if incident.claimed_by else None,
    "confidence": lambda _, incident: incident.confidence,
    "words": lambda _, incident: incident.mentions[0].text if incident.mentions else None,
}
