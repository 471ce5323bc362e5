"""The annotation of a bundled report as its YAML file holds it; whatever the codebook does not know is refused.

Words are exact pieces of the report's text; `words@2` means their second occurrence.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from isnad.model.coded import Direction, IncidentType, Measure, SituationKind, StatementKind, Status

Words = Annotated[str, Meta(min_length=1)]
Country = Annotated[str, Meta(pattern="^[A-Z]{2}$")]
Number = Annotated[int, Meta(ge=0)]
Range = tuple[Number, Number | None]
"""Low and high; no high where the text sets none ("at least 140")."""


class Place(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place as written, with the English name of its first-order division and how the act lies to it."""

    text: Words
    country: Country | None
    admin1: str | None
    relation: str | None


class Toll(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One figure of several that a report gives for the same loss, with its own source."""

    slot: str
    low: Number
    high: Number | None
    according_to: list[Words]


class Act(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An incident; `optional` ones are neither asked for nor held against who gives them."""

    mentions: Annotated[list[Words], Meta(min_length=1)]
    type: IncidentType
    status: Status
    when: tuple[date, date] | None = None
    where: Place | None = None
    perpetrators: list[Words] = []
    targets: list[Words] = []
    killed: Range | None = None
    killed_perpetrators: Range | None = None
    wounded: Range | None = None
    captured: Range | None = None
    escaped: Range | None = None
    strength: Range | None = None
    weapons: list[Words] = []
    according_to: list[Words] = []
    claimed_by: Words | None = None
    aggregate: bool = False
    incident_count: Range | None = None
    figures: list[Toll] = []
    optional: bool = False


class Saying(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A statement: the quotation or its paraphrase, who says it, and through whom."""

    quote: Words
    speaker: Words | None
    chain: list[Words]
    direct: bool
    medium: Words | None = None
    kind: StatementKind


class Change(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An assessment: a sentence on how the violence is changing."""

    quote: Words
    actor: Words | None
    measure: Measure
    direction: Direction
    period: Words | None
    where: Words | None
    according_to: list[Words]


class Condition(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A situation: a lasting condition."""

    quote: Words
    kind: SituationKind
    actor: Words | None
    where: Words | None
    period: Words | None
    according_to: list[Words]


class AnnotatedReport(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole file; `style` says what manner of outlet the report is written after."""

    id: str
    style: str
    published: date
    outlet: str
    text: Words
    incidents: list[Act]
    statements: list[Saying]
    assessments: list[Change]
    situations: list[Condition]
