"""The cells of a row as values; what a cell should be and is not is said with its column and words."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from math import isfinite
from typing import Final, cast, get_args

from isnad.intake.event_formats import EventFormat, Nearness
from isnad.model.coded import IncidentType
from isnad.model.errors import ReportError
from isnad.model.outside import OutsideEvent

Cells = Mapping[str, str]
_SHAPES: Final = ("%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d/%m/%Y")
_ISO: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_OWN_TYPES: Final = frozenset(get_args(IncidentType))
_POINT: Final = Nearness(1, 5.0)


def read_event(cells: Cells, shape: EventFormat, line: int) -> OutsideEvent:
    """The event of a row. Raises ReportError of kind `field` for a cell that is missing or makes no sense."""
    columns = shape.columns
    identity = cells.get(columns.id, "")
    if not identity:
        raise _wrong(columns.id, "is empty")
    first, last = _days(cells, shape)
    latitude, longitude = _point(cells, shape)
    near = _nearness(cells, shape)
    kind, types = _types(cells, shape)
    low, best, high = _killed(cells, shape)
    return OutsideEvent(
        id=identity,
        line=line,
        first=first,
        last=last,
        place=_words(cells, columns.place),
        latitude=latitude,
        longitude=longitude,
        precision=near.precision if latitude is not None else None,
        radius_km=near.radius_km,
        country=_words(cells, columns.country),
        admin1=_words(cells, columns.admin1),
        kind=kind,
        types=types,
        broad=shape.broad,
        actors=_actors(cells, shape),
        killed_low=low,
        killed_best=best,
        killed_high=high,
    )


def _wrong(column: str, message: str) -> ReportError:
    return ReportError("field", f'"{column}" {message}')


def _words(cells: Cells, column: str | None) -> str | None:
    return (cells.get(column) or None) if column else None


def _days(cells: Cells, shape: EventFormat) -> tuple[date, date]:
    columns = shape.columns
    first = _day(cells, columns.first)
    if first is None:
        raise _wrong(columns.first, "is empty")
    last = (_day(cells, columns.last) if columns.last else None) or first
    if last < first:
        raise _wrong(str(columns.last), f"{last} comes before {columns.first} {first}")
    code = _words(cells, columns.days)
    if code is not None and code not in shape.days:
        raise _wrong(str(columns.days), f"is {code!r}, which is none of {', '.join(shape.days)}")
    off = timedelta(shape.days[code] if code else 0)
    try:
        return first - off, last + off
    except OverflowError as error:
        raise _wrong(columns.first, "is no day of any event") from error


def _day(cells: Cells, column: str) -> date | None:
    given = cells.get(column, "")
    if not given:
        return None
    iso = _ISO.fullmatch(given)
    for text, shape in ((iso[1], "%Y-%m-%d"),) if iso else ((given, shape) for shape in _SHAPES):
        try:
            return datetime.strptime(text, shape).date()
        except ValueError:
            continue
    raise _wrong(column, f"must be a day as YYYY-MM-DD, not {given!r}")


def _point(cells: Cells, shape: EventFormat) -> tuple[float | None, float | None]:
    columns = shape.columns
    latitude, longitude = _number(cells, columns.latitude), _number(cells, columns.longitude)
    if (latitude is None) != (longitude is None):
        raise _wrong(columns.longitude if latitude is not None else columns.latitude, "is empty, but not its fellow")
    if latitude is not None and abs(latitude) > 90:
        raise _wrong(columns.latitude, f"must lie between -90 and 90, not {latitude}")
    if longitude is not None and abs(longitude) > 180:
        raise _wrong(columns.longitude, f"must lie between -180 and 180, not {longitude}")
    return latitude, longitude


def _number(cells: Cells, column: str) -> float | None:
    given = cells.get(column, "")
    if not given:
        return None
    try:
        found = float(given)
    except ValueError as error:
        raise _wrong(column, f"must be a number, not {given!r}") from error
    if not isfinite(found):
        raise _wrong(column, f"must be a number, not {given!r}")
    return found


def _nearness(cells: Cells, shape: EventFormat) -> Nearness:
    code, radius_column = _words(cells, shape.columns.precision), shape.columns.radius
    if code is not None and code not in shape.precisions:
        raise _wrong(str(shape.columns.precision), f"is {code!r}, which is none of {', '.join(shape.precisions)}")
    near = shape.precisions[code] if code else _POINT
    radius = _number(cells, radius_column) if radius_column else None
    if radius is not None and radius < 0:
        raise _wrong(str(radius_column), "must not be below zero")
    return near if radius is None else Nearness(near.precision, radius)


def _types(cells: Cells, shape: EventFormat) -> tuple[str, tuple[IncidentType, ...]]:
    """The kind as the file has it, and the types it stands for; none where the file leaves it empty."""
    given = [(column, cells[column]) for column in shape.kinds if cells.get(column)]
    for _, kind in given:
        if kind in shape.types:
            return kind, shape.types[kind]
        if not shape.types and kind in _OWN_TYPES:
            return kind, (cast(IncidentType, kind),)
    if given:
        raise _wrong(given[0][0], f"is {given[0][1]!r}, a kind that is not known here")
    return "", ()


def _actors(cells: Cells, shape: EventFormat) -> tuple[str, ...]:
    found = (part.strip() for column in shape.actors for part in cells.get(column, "").split(shape.actor_separator))
    return tuple(dict.fromkeys(filter(None, found)))


def _killed(cells: Cells, shape: EventFormat) -> tuple[int | None, int | None, int | None]:
    """Low, best, high; the high end is None where the best figure is a convention for a vague word."""
    columns = shape.columns
    best = _count(cells, columns.best)
    low, high = _count(cells, columns.low), _count(cells, columns.high)
    known = [value for value in (low, best, high) if value is not None]
    if not known or (best == 0 and shape.zero_is_silence):
        return None, best, None
    return min(known), best, None if best in shape.vague_killed else max(known)


def _count(cells: Cells, column: str | None) -> int | None:
    found = _number(cells, column) if column else None
    if found is None:
        return None
    if found < 0 or found != int(found):
        raise _wrong(str(column), f"must be a whole number from 0, not {cells[str(column)]!r}")
    return int(found)
