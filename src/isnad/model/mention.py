"""A mention: one report's telling of one incident, the unit that linking puts together (issue: the record)."""

from datetime import date

from msgspec import Struct

from isnad.model.coded import Incident


class ReportFacts(Struct, frozen=True, kw_only=True):
    """What the record says of a report beside its text.

    `copy_of` is the id of the earliest report whose near-copy it is (a wire copy adds no independent source), None for
    an original. `retracted`: its outlet took it back, so that its figures leave the best values.
    """

    id: str
    outlet: str | None = None
    published: date | None = None
    title: str | None = None
    url: str | None = None
    copy_of: str | None = None
    retracted: bool = False


class Mention(Struct, frozen=True, kw_only=True):
    """One incident as one report tells it.

    `seq` is the order of arrival in the record, `id` is public and lives on through merges, splits and newer coders
    ("m-" and twelve hexadecimal digits); `incident` holds the coded slots, its spans count code points of the
    report's text.
    """

    id: str
    seq: int
    report: ReportFacts
    incident: Incident
