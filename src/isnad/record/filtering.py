"""Which mentions are asked for."""

from datetime import date
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, and_, or_

from isnad.model.coded import Incident
from isnad.record.tables import mention


class MentionFilter(Struct, frozen=True, kw_only=True):
    """All that is given must hold; an interval of days needs only to touch `since` to `until` (both included).

    `country` is ISO 3166-1 alpha-2, `admin1` the English name or the ISO 3166-2 code, `actor` the id of a perpetrator
    or target, `types` any of these, `text` words and "phrases" that the mention's report must have (as for a search;
    the record adds that, as it knows how words are normalised). A mention without a day is left out where days are asked for.
    """

    country: str | None = None
    admin1: str | None = None
    types: tuple[str, ...] = ()
    actor: str | None = None
    since: date | None = None
    until: date | None = None
    text: str | None = None

    def clause(self) -> ColumnElement[bool]:
        """What the database can tell; `holds` decides the rest."""
        found: list[ColumnElement[bool]] = [mention.c.active]
        if self.country:
            found.append(mention.c.country == self.country.upper())
        if self.types:
            found.append(mention.c.type.in_(self.types))
        if self.since:
            found.append(mention.c.latest >= self.since)
        if self.until:
            found.append(mention.c.earliest <= self.until)
        if self.admin1:
            found.append(or_(_says("admin1", self.admin1), _says("admin1_code", self.admin1)))
        if self.actor:
            found.append(_says("id", self.actor))
        return and_(*found)

    def holds(self, incident: Incident) -> bool:
        """What only the whole incident tells: its division, its actors."""
        where = incident.where
        if self.admin1 and not (where and self.admin1 in {where.admin1, where.admin1_code}):
            return False
        return not self.actor or any(party.id == self.actor for party in (*incident.perpetrators, *incident.targets))


def _says(key: str, value: str) -> ColumnElement[bool]:
    # Documents are written by msgspec alone, without blanks: the field stands in them to the letter.
    field: Any = msgspec.json.encode({key: value}).decode()[1:-1]
    return mention.c.document.contains(field, autoescape=True)
