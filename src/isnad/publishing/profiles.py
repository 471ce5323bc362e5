"""Who may see what: `private`, `partner`, `public` (docs/harm.md). All formats go through this one door.

Protection is done on the incident itself, before any row is made of it, so that no format can forget it.
"""

from collections.abc import Callable
from datetime import datetime, time, timedelta, timezone
from typing import Final, Literal

import msgspec
from msgspec import Struct

from isnad.model.recorded import RecordedIncident
from isnad.model.slots import Where
from isnad.publishing.coarsening import Coarsener
from isnad.publishing.pseudonyms import Pseudonyms
from isnad.publishing.redacting import redacted
from isnad.publishing.wariness import is_sensitive, read_wary

Profile = Literal["private", "partner", "public"]
DELAY_HOURS: Final = 72
# A day is over when it is over everywhere.
_LAST_ZONE: Final = timezone(timedelta(hours=-12))


class LeftOut(Struct, frozen=True):
    """An incident is not in the file, and why: a word of docs/exports.md."""

    reason: str


class Protection(Struct, frozen=True, kw_only=True):
    """How an export protects: the profile, its delay after the last day of `when`, the moment it is made as of."""

    profile: Profile = "private"
    as_of: datetime
    delay_hours: int = DELAY_HOURS
    fine_coordinates: bool = False


Protect = Callable[[RecordedIncident], RecordedIncident | LeftOut]


def protector(asked: Protection, pseudonyms: Pseudonyms, coarsener: Callable[[], Coarsener]) -> Protect:
    """The function that protects an incident; `coarsener` is called only where it is needed (it reads the gazetteer).

    Rejected incidents leave in every profile.
    """
    places = coarsener() if asked.profile == "public" else None

    def protect(incident: RecordedIncident) -> RecordedIncident | LeftOut:
        if incident.reviewed == "rejected":
            return LeftOut("rejected")
        if asked.profile == "private":
            return incident
        if places is None:
            return redacted(incident, pseudonyms, public=False)
        if _too_fresh(incident, asked):
            return LeftOut("delay")
        where = _public_place(incident, places, fine=asked.fine_coordinates)
        return msgspec.structs.replace(redacted(incident, pseudonyms, public=True), where=where)

    return protect


def _too_fresh(incident: RecordedIncident, asked: Protection) -> bool:
    """Is the last day of `when` not yet past by the delay; without a day, that of the last report."""
    days = [told.mention.report.published for told in incident.told if told.mention.report.published]
    last = incident.when.latest if incident.when else max(days, default=None)
    if last is None:
        return True
    ended = datetime.combine(last, time.max, _LAST_ZONE)
    return ended + timedelta(hours=asked.delay_hours) > asked.as_of


def _public_place(incident: RecordedIncident, places: Coarsener, *, fine: bool) -> Where | None:
    where = incident.where
    if where is None:
        return None
    sensitive = is_sensitive(incident) or places.kind_of(where.gazetteer_id) in read_wary().sensitive_places
    if fine and not sensitive:
        return msgspec.structs.replace(where, text=where.name, start=0, end=0)
    return places.coarsened(where, sensitive=sensitive)
