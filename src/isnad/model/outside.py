"""An event of a dataset that is not ours: what a user's event file holds, brought to one form."""

from datetime import date
from typing import Literal

from msgspec import Struct

from isnad.model.coded import IncidentType


class OutsideEvent(Struct, frozen=True, kw_only=True):
    """One row of an event file (docs/reconcile.md).

    `line` is where its row begins in the file, from 1. `first` to `last` is the interval of days in which it took
    place, both included, widened where the file calls its day imprecise. `precision` is UCDP's `where_prec` 1-7,
    `radius_km` the uncertainty around the point. `country`, `admin1`, `place` and `actors` are words as in the file.
    `types` are those our codebook may give such an act, the likeliest first; `broad` where the file's own kind ("state
    violence") is so wide that sharing it says nothing. `ordered`: the first actor did it to the second. `killed_low`
    to `killed_high` is the range, None where the file does not say or sets no upper end.
    """

    id: str
    line: int
    first: date
    last: date
    place: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: int | None = None
    radius_km: float = 0.0
    country: str | None = None
    admin1: str | None = None
    kind: str = ""
    types: tuple[IncidentType, ...] = ()
    broad: bool = False
    actors: tuple[str, ...] = ()
    killed_low: int | None = None
    killed_best: int | None = None
    killed_high: int | None = None


class ReconciledRow(Struct, frozen=True, kw_only=True):
    """One line of what reconciling found: an event with the incident it may be, or an incident the file lacks.

    `status`: `on_record`, `unsure` or `missing` for an event of the file; `not_in_file` for an incident on record that
    lies in the file's days and area. `event_*` is as the file has it, `incident_*` as the record does; days as
    YYYY-MM-DD or an interval parted by "/", the killed as "4", "4-9" or "4+". `days_apart` and `km_apart` are None
    where one side does not say. `incident_best` is
    the best figure by the rule of the file's format. `differs` names the values that differ: day, place, killed, actors, type. `taken_by`
    is the event that has this incident with a greater chance.
    """

    status: Literal["on_record", "unsure", "missing", "not_in_file"]
    event: str | None = None
    line: int | None = None
    incident: str | None = None
    chance: float | None = None
    taken_by: str | None = None
    differs: tuple[str, ...] = ()
    days_apart: int | None = None
    km_apart: float | None = None
    event_day: str = ""
    incident_day: str = ""
    event_place: str = ""
    incident_place: str = ""
    event_killed: str = ""
    incident_killed: str = ""
    incident_best: int | None = None
    event_type: str = ""
    incident_type: str = ""
    event_actors: tuple[str, ...] = ()
    incident_actors: tuple[str, ...] = ()
    country: str | None = None
