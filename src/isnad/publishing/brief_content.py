"""What a brief says, before anybody sets it as a page: one frozen tree that the three writers take (issue 6).

Text is ready to print, in the brief's language and digits. Numbers in `sources` are those of `Brief.sources`; whatever
states a figure carries them, so that a reader gets from every number to the reports behind it.
"""

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from isnad.publishing.wording import Language

Digits = Literal["latin", "arabic"]
Slot = Literal["incidents", "killed", "wounded", "captured", "places", "roots"]


class Said(Struct, frozen=True, kw_only=True):
    """A sentence and the numbers of the sources it rests on."""

    text: str
    sources: tuple[int, ...] = ()


class KeyFigure(Struct, frozen=True, kw_only=True):
    """One headline number: `value` and `span` as printed, and the same as numbers.

    `high` is None where a source sets no upper bound ("60 or more").
    """

    slot: Slot
    name: str
    value: str
    span: str | None = None
    low: int
    best: int
    high: int | None
    sources: tuple[int, ...] = ()


class KeyFigures(Struct, frozen=True, kw_only=True, tag=True):
    """The headline numbers."""

    items: tuple[KeyFigure, ...]


class Paragraphs(Struct, frozen=True, kw_only=True, tag=True):
    """Running text; `listed` sets it as a list."""

    items: tuple[Said, ...]
    listed: bool = False


class Column(Struct, frozen=True, kw_only=True):
    """A column's heading; a numeric one is set to its end."""

    name: str
    numeric: bool = False
    wide: bool = False


class Cell(Struct, frozen=True, kw_only=True):
    """What stands in one cell: sentences, each on a line of its own with its sources."""

    parts: tuple[Said, ...]


class Table(Struct, frozen=True, kw_only=True, tag=True):
    """Rows under columns; each row has as many cells as there are columns. `total` is a last row that sums up."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None


class Bar(Struct, frozen=True, kw_only=True):
    """One unit of time on the timeline: from `first` to `last`, both included."""

    first: date
    last: date
    label: str
    incidents: int
    killed_low: int
    killed: int
    killed_high: int


class Timeline(Struct, frozen=True, kw_only=True, tag=True):
    """Incidents and dead by day, week or month; `told` says the same in words for who cannot see it."""

    unit: Literal["day", "week", "month"]
    bars: tuple[Bar, ...]
    incidents_name: str
    killed_name: str
    told: Said


class Mark(Struct, frozen=True, kw_only=True):
    """A circle on the map: never a finer place than the profile allows."""

    latitude: float
    longitude: float
    incidents: int
    label: str


class Shade(Struct, frozen=True, kw_only=True):
    """A division with the incidents in it; `code` is the outlines'."""

    code: str
    incidents: int
    label: str


class ShadeClass(Struct, frozen=True, kw_only=True):
    """One step of the map's shading: from `low` incidents up to the next step."""

    low: int
    label: str


class AreaMap(Struct, frozen=True, kw_only=True, tag=True):
    """The map: divisions shaded and circles sized by the number of incidents; it shows `country`, or all of them."""

    country: str | None
    division: str | None
    shades: tuple[Shade, ...]
    classes: tuple[ShadeClass, ...]
    marks: tuple[Mark, ...]
    legend: str
    told: Said
    note: str


class Source(Struct, frozen=True, kw_only=True):
    """A numbered source: one report. `time` is when it was published, in words; `chain` whom it relays."""

    number: int
    report: str
    outlet: str
    title: str | None = None
    time: str
    chain: str | None = None
    url: str | None = None


class SourceList(Struct, frozen=True, kw_only=True, tag=True):
    """Here stand the sources of the brief."""


Block = KeyFigures | Paragraphs | Table | Timeline | AreaMap | SourceList


class Section(Struct, frozen=True, kw_only=True):
    """A part of the brief; `key` names it in the page's anchors."""

    key: str
    title: str
    blocks: tuple[Block, ...]


class Brief(Struct, frozen=True, kw_only=True):
    """A whole brief: `facts` are the lines under its title, `cut_off` when the record was read (UTC)."""

    language: Language
    digits: Digits
    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    cut_off: datetime
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    footer: str
