"""What a brief is asked for, and which incidents of the record it is about (issue 6)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal

from msgspec import Struct

from isnad.model.recorded import RecordedIncident, Rule
from isnad.model.scope import Scope
from isnad.model.slots import When
from isnad.publishing.brief_content import Digits
from isnad.publishing.wording import Language

Profile = Literal["private", "partner", "public"]


class Asked(Struct, frozen=True, kw_only=True):
    """What the brief is about: `scope` needs `since` and `until`; `cut_off` (UTC) is when the record was read.

    `area` is the gazetteer's code of the country or division, for names and the map.
    """

    scope: Scope
    since: date
    until: date
    cut_off: datetime
    area: str | None = None
    language: Language = "ar"
    digits: Digits = "latin"
    profile: Profile = "public"
    rule: Rule = "isnad_default"
    delay_hours: int = 72

    @property
    def days(self) -> int:
        """The length of the period."""
        return (self.until - self.since).days + 1

    @property
    def before(self) -> tuple[date, date]:
        """The same length of time just before."""
        return self.since - timedelta(days=self.days), self.since - timedelta(days=1)


class Selection(Struct, frozen=True, kw_only=True):
    """The incidents of the area: `counted` in the period, `before` it, `undated` that may fall into it.

    `uncounted` fall into the period and are not established to have taken place; `delayed` is how many the profile
    keeps back because they are too recent.
    """

    counted: tuple[RecordedIncident, ...]
    before: tuple[RecordedIncident, ...]
    undated: tuple[RecordedIncident, ...]
    uncounted: tuple[RecordedIncident, ...]
    delayed: int = 0


def select(incidents: Iterable[RecordedIncident], asked: Asked) -> Selection:
    """Sort the record's incidents; those elsewhere, rejected or cumulative are left out."""
    found: dict[str, list[RecordedIncident]] = {name: [] for name in ("counted", "before", "undated", "uncounted")}
    delayed = 0
    for incident in incidents:
        part = _part(incident, asked) if in_scope(incident, asked.scope) else None
        if part is not None and is_too_recent(incident.when, asked):
            delayed += part == "counted"
        elif part is not None:
            found[part].append(incident)
    return Selection(delayed=delayed, **{name: tuple(sorted(each, key=_order)) for name, each in found.items()})


def in_scope(incident: RecordedIncident, scope: Scope) -> bool:
    """Whether an incident is of the area, actor and types meant; days are another matter."""
    where = incident.where
    if scope.country and not (where and where.country == scope.country):
        return False
    if scope.admin1 and not (where and scope.admin1 in {where.admin1, where.admin1_code}):
        return False
    if scope.types and incident.type not in scope.types:
        return False
    return not scope.actor or any(party.id == scope.actor for party in incident.perpetrators)


def middle(when: When) -> date:
    """The day an incident counts by: the middle of its interval, the earlier of two."""
    return when.earliest + (when.latest - when.earliest) // 2


def _part(incident: RecordedIncident, asked: Asked) -> str | None:
    if incident.aggregate or incident.reviewed == "rejected":
        return None
    happened, when = incident.status == "happened", incident.when
    if when is None or (when.latest - when.earliest).days + 1 > asked.days:
        touches = when is None or (when.earliest <= asked.until and when.latest >= asked.since)
        return "undated" if happened and touches else None
    if asked.since <= middle(when) <= asked.until:
        return "counted" if happened else "uncounted"
    first, last = asked.before
    return "before" if happened and first <= middle(when) <= last else None


def is_too_recent(when: When | None, asked: Asked) -> bool:
    """Whether the profile keeps an incident back: `public`, until the delay after its last day is over."""
    if asked.profile != "public" or when is None:
        return False
    end = datetime(when.latest.year, when.latest.month, when.latest.day, tzinfo=asked.cut_off.tzinfo)
    return asked.cut_off < end + timedelta(days=1, hours=asked.delay_hours)


def _order(incident: RecordedIncident) -> tuple[date, str]:
    return (middle(incident.when) if incident.when else date.min, incident.id)


class Checked(Struct, frozen=True, kw_only=True):
    """An assertion held against the record: who said it, the verdict, and on which figures it rests, in words.

    `reports` are the ids of those that made it, `incidents` of those behind the verdict.
    """

    text: str
    by: str
    verdict: Literal["supported", "contradicted", "not_enough_data"]
    basis: str = ""
    reports: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
