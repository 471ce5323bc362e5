"""Totals by month, place and type; in the public profile, cells under three incidents are not shown (docs/harm.md)."""

from collections.abc import Iterable, Iterator
from typing import Final

from isnad.model.recorded import RecordedIncident
from isnad.publishing.acled import not_counted
from isnad.publishing.columns import Cell, Row
from isnad.publishing.intervals import acled_precision, middle_day
from isnad.publishing.profiles import LeftOut

LEAST: Final = 3
_SHOWN: Final = ("incidents", "killed_low", "killed_best", "killed_high")


def total_row(incident: RecordedIncident) -> Row | LeftOut:
    """An incident as a cell of one, or why it is not counted: it has no month of its own."""
    refused = not_counted(incident)
    if refused is not None:
        return refused
    if incident.when is None:
        return LeftOut("no_day")
    if acled_precision(incident.when) is None:
        return LeftOut("day_too_vague")
    killed = next((figure for figure in incident.best if figure.slot == "killed"), None)
    where = incident.where
    return {
        "month": f"{middle_day(incident.when):%Y-%m}",
        "country": where.country if where else None,
        "admin1": where.admin1 if where else None,
        "type": incident.type,
        "incidents": 1,
        "killed_low": killed.low if killed else 0,
        "killed_best": killed.best if killed else 0,
        "killed_high": (killed.best if killed.high is None else killed.high) if killed else 0,
        "suppressed": False,
    }


def summed(rows: Iterable[Row], *, public: bool) -> Iterator[Row]:
    """The cells in order; `public` empties those of fewer than three incidents. There are no margins to tell them by."""
    cells: dict[tuple[str, ...], dict[str, int]] = {}
    for row in rows:
        key = tuple(str(row[name] or "") for name in ("month", "country", "admin1", "type"))
        cell = cells.setdefault(key, dict.fromkeys(_SHOWN, 0))
        for name in _SHOWN:
            cell[name] += int(row[name] or 0)
    for (month, country, admin1, kind), cell in sorted(cells.items()):
        hidden = public and suppressed(cell["incidents"])
        numbers: dict[str, Cell] = {name: None if hidden else cell[name] for name in _SHOWN}
        place: dict[str, Cell] = {"country": country or None, "admin1": admin1 or None}
        yield {"month": month, **place, "type": kind, **numbers, "suppressed": hidden}


def suppressed(incidents: int) -> bool:
    """Is a cell of so many incidents too small to be shown to the public."""
    return 0 < incidents < LEAST
