"""The record's incident: assembled from mentions and judgements when read, never stored or edited in place."""

from datetime import date
from typing import Literal

from msgspec import Struct

from isnad.model.coded import IncidentType, Status
from isnad.model.mention import Mention
from isnad.model.slots import Party, Weapon, When, Where

ReportRole = Literal["new", "update", "re_report", "retrospective", "cumulative", "anniversary", "denial"]
LossSlot = Literal["killed", "wounded", "captured", "escaped", "killed_perpetrators", "strength"]
Rule = Literal["isnad_default", "ucdp", "acled_lowest", "gtd_latest"]
Reviewed = Literal["machine", "accepted", "corrected", "rejected"]
Differing = Literal[
    "killed", "wounded", "captured", "escaped", "killed_perpetrators", "perpetrators", "where", "when", "status"
]


class Told(Struct, frozen=True, kw_only=True):
    """A report's part in an incident: its mention, and the role of the report for the incident."""

    mention: Mention
    role: ReportRole


class SourcedFigure(Struct, frozen=True, kw_only=True):
    """Figure X according to Y, relayed by Z: the atom of the record.

    `chain` runs from the nearest to the report to the furthest (codebook, `according_to`); `root` is the key of whom
    the value goes back to: the last of the chain, else the outlet, a wire copy's root being its original's. `counts` is
    false where the figure must not enter the best values (retracted, cumulative total, rejected).
    """

    slot: LossSlot
    low: int
    high: int | None
    approximate: bool = False
    mention: str
    report: str
    outlet: str | None = None
    published: date | None = None
    chain: tuple[Party, ...] = ()
    root: str
    stance: Literal["asserts", "denies", "doubts"] = "asserts"
    counts: bool = True
    start: int
    end: int
    text: str


class BestFigure(Struct, frozen=True, kw_only=True):
    """What a named rule makes of the rival figures of a slot; `roots` is the number of independent sources behind it."""

    slot: LossSlot
    low: int
    best: int
    high: int | None
    rule: Rule
    roots: int


class Side(Struct, frozen=True, kw_only=True):
    """One side of a contradiction: what is said, by which roots, in which mentions."""

    value: str
    roots: tuple[str, ...]
    mentions: tuple[str, ...]


class Contradiction(Struct, frozen=True, kw_only=True):
    """Two things said of one incident that cannot both be so."""

    slot: Differing
    sides: tuple[Side, Side]


class RecordedIncident(Struct, frozen=True, kw_only=True):
    """One incident with all who told it.

    `id` is the id of its senior mention (lowest `seq`); `former_ids` are the ids of its other mentions, which lead
    here. `when.basis` is "publication" where no report gives a day and the record falls back, marked, on that.
    `outlets`: for the name of each outlet as it was given, the root it stands for ("aawsat.com", "الشرق الأوسط").
    """

    id: str
    former_ids: tuple[str, ...] = ()
    type: IncidentType
    status: Status
    aggregate: bool = False
    incident_count: tuple[int, int | None] | None = None
    when: When | None = None
    where: Where | None = None
    perpetrators: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    claimed_by: Party | None = None
    best: tuple[BestFigure, ...] = ()
    figures: tuple[SourcedFigure, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    roots: tuple[str, ...] = ()
    outlets: dict[str, str] = {}
    told: tuple[Told, ...]
    confidence: float = 0.0
    reviewed: Reviewed = "machine"
    corrected: tuple[str, ...] = ()
