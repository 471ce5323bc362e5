"""The slots of a coded report: values that each point at the words they came from (contract.md, codebook.md)."""

from datetime import date
from typing import Literal

from msgspec import Struct

TimePrecision = Literal["day", "days", "week", "weeks", "month", "months", "year", "years"]
PartOfDay = Literal["dawn", "morning", "noon", "afternoon", "evening", "night"]
ActorKind = Literal["state", "non_state", "civilians", "media", "organisation", "official", "unnamed", "facility"]


class When(Struct, frozen=True, kw_only=True):
    """The day interval in which an act took place, both ends included; precision by the interval's length."""

    earliest: date
    latest: date
    precision: TimePrecision
    basis: Literal["text", "publication"] = "text"
    part_of_day: PartOfDay | None = None
    start: int
    end: int
    text: str


class Where(Struct, frozen=True, kw_only=True):
    """A resolved place. `precision` is UCDP's `where_prec` 1-7; `radius_km` the uncertainty around the point.

    `country` is ISO 3166-1 alpha-2, `admin1` the English name of the first-order division, `admin1_code` ISO 3166-2.
    """

    name: str
    country: str | None = None
    admin1: str | None = None
    admin1_code: str | None = None
    admin2: str | None = None
    gazetteer_id: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: int
    radius_km: float | None = None
    relation: str | None = None
    distance_km: float | None = None
    start: int
    end: int
    text: str


class Party(Struct, frozen=True, kw_only=True):
    """Someone who acts, suffers, speaks or is credited: the words of the report, and the neutral name of who is meant."""

    text: str
    start: int
    end: int
    name: str
    id: str | None = None
    kind: ActorKind | None = None
    role: str | None = None


class Range(Struct, frozen=True, kw_only=True):
    """A number of people from `low` to `high`; `high` None where the text sets no upper bound."""

    low: int
    high: int | None
    approximate: bool = False


class Loss(Struct, frozen=True, kw_only=True):
    """A number of people with the words it came from."""

    low: int
    high: int | None
    approximate: bool = False
    start: int
    end: int
    text: str


class Breakdown(Struct, frozen=True, kw_only=True):
    """The dead or the wounded by who they were, as far as the text says (codebook, `victims`)."""

    civilians: Range | None = None
    forces: Range | None = None
    women: Range | None = None
    children: Range | None = None


class Victims(Struct, frozen=True, kw_only=True):
    """Who the dead and the wounded were."""

    killed: Breakdown | None = None
    wounded: Breakdown | None = None


class Figure(Struct, frozen=True, kw_only=True):
    """One casualty figure with its own source, where the report gives more than one."""

    slot: Literal["killed", "wounded", "captured", "escaped", "killed_perpetrators", "strength"]
    low: int
    high: int | None
    according_to: tuple[Party, ...] = ()
    start: int
    end: int
    text: str


class Weapon(Struct, frozen=True, kw_only=True):
    """A weapon as written, and its neutral name in the lexicon."""

    name: str
    start: int
    end: int
    text: str
