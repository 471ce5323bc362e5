"""Where and when: the map, the timeline, the tables by governorate and by type."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final, Literal

from msgspec.structs import replace

from isnad.model.recorded import RecordedIncident
from isnad.publishing.brief_content import (
    AreaMap,
    Bar,
    Block,
    Cell,
    Column,
    Mark,
    Paragraphs,
    Said,
    Section,
    Shade,
    ShadeClass,
    Table,
    Timeline,
)
from isnad.publishing.brief_material import Material, cell, type_name
from isnad.publishing.brief_request import middle
from isnad.publishing.brief_small_cells import FEWEST, is_small, pooled
from isnad.publishing.brief_tolls import sum_up
from isnad.publishing.outlines import area_of, read_outlines

_STEPS: Final = (1, 3, 6, 11, 21)  # where the shades of the map begin
Unit = Literal["day", "week", "month"]
_UNITS: Final[tuple[Unit, ...]] = ("day", "week", "month")
_DAYS: Final = 45
_WEEKS: Final = 190


def shown_map(material: Material) -> Section:
    """Divisions shaded by the number of incidents, circles at places as coarse as the profile has them."""
    voice, chosen = material.voice, material.chosen
    areas = [(incident, area_of(incident.where)) for incident in chosen.counted if incident.where is not None]
    on_map = [(incident, area) for incident, area in areas if area is not None]
    codes = dict.fromkeys(area.code for _, area in on_map)
    shades = [
        Shade(code=code, incidents=number, label=_shade_label(code, number, material))
        for code in codes
        if (number := sum(area.code == code for _, area in on_map))
    ]
    missing = len(chosen.counted) - len(on_map)
    left = voice.say("map", "left", n=voice.counted("incidents", missing)) if missing else ""
    told = voice.say("map", "told", shown=voice.counted("incidents", len(on_map)), left=left).strip()
    block = AreaMap(
        country=material.asked.scope.country,
        division=material.asked.area,
        classes=_classes(material),
        shades=tuple(shades),
        marks=tuple(_marks([incident for incident, _ in on_map], material)),
        legend=voice.say("map", "legend" if material.asked.profile == "public" else "legend_private"),
        told=Said(text=told, sources=material.citing.incidents(chosen.counted)),
        note=voice.say("map", "note"),
    )
    return Section(key="map", title=voice.say("section", "map"), blocks=(block,))


def _shade_label(code: str, number: int, material: Material) -> str:
    known = read_outlines()[code]
    name = known.ar if material.voice.language == "ar" else known.name
    return name if is_small(number, material.asked) else f"{name} {material.voice.number(number)}"


def _classes(material: Material) -> tuple[ShadeClass, ...]:
    voice = material.voice
    ends = [*(step - 1 for step in _STEPS[1:]), None]
    return tuple(ShadeClass(low=low, label=voice.span(low, high)) for low, high in zip(_STEPS, ends, strict=True))


def _marks(incidents: Sequence[RecordedIncident], material: Material) -> Iterator[Mark]:
    points: dict[tuple[float, float], int] = {}
    for incident in incidents:
        where = incident.where
        if where is None or where.latitude is None or where.longitude is None or where.precision > 3:
            continue
        point = (round(where.latitude, 2), round(where.longitude, 2))
        points[point] = points.get(point, 0) + 1
    for (latitude, longitude), number in sorted(points.items(), key=lambda item: -item[1]):
        if is_small(number, material.asked):
            continue
        yield Mark(latitude=latitude, longitude=longitude, incidents=number, label=material.voice.number(number))


def timeline(material: Material) -> Section:
    """Incidents and dead by day, week or month, as the length of the period asks for."""
    voice, counted = material.voice, material.chosen.counted
    unit, bars = _finest(material)
    per = voice.say("timeline", unit)
    highest = max(bars, key=lambda bar: bar.incidents)
    words = voice.say(
        "timeline",
        "told",
        unit=voice.say("timeline", "incidents", unit=per),
        label=highest.label,
        incidents=voice.counted("incidents", highest.incidents),
    )
    block = Timeline(
        unit=unit,
        bars=bars,
        incidents_name=voice.say("timeline", "incidents", unit=per),
        killed_name=voice.say("timeline", "killed", unit=per),
        told=Said(text=words if counted else voice.say("timeline", "none"), sources=material.citing.incidents(counted)),
    )
    return Section(key="timeline", title=voice.say("section", "timeline"), blocks=(block,))


def _finest(material: Material) -> tuple[Unit, tuple[Bar, ...]]:
    """The bars by the unit that the length of the period asks for; a public brief takes one without small bars.

    Where even months are small, those are left empty.
    """
    asked = material.asked
    asks: Unit = "day" if asked.days <= _DAYS else "week" if asked.days <= _WEEKS else "month"
    units = _UNITS[_UNITS.index(asks) :]
    made = {unit: tuple(_bar(*days, material) for days in _units(asked.since, asked.until, unit)) for unit in units}
    whole = [unit for unit in units if not any(is_small(bar.incidents, asked) for bar in made[unit])]
    if whole:
        return whole[0], made[whole[0]]
    empty = {"incidents": 0, "killed_low": 0, "killed": 0, "killed_high": 0}
    months = made["month"]
    return "month", tuple(replace(bar, **empty) if is_small(bar.incidents, asked) else bar for bar in months)


def _bar(first: date, last: date, material: Material) -> Bar:
    inside = [each for each in material.chosen.counted if each.when and first <= middle(each.when) <= last]
    killed = sum_up(inside, "killed")
    voice = material.voice
    return Bar(
        first=first,
        last=last,
        label=voice.short_day(first) if (last - first).days < 8 else voice.month(first),
        incidents=len(inside),
        killed_low=killed.low,
        killed=killed.best,
        killed_high=killed.high,
    )


def _units(since: date, until: date, unit: str) -> Iterator[tuple[date, date]]:
    first = since
    while first <= until:
        if unit == "month":
            following = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        else:
            following = first + timedelta(days=1 if unit == "day" else 7)
        yield first, min(until, following - timedelta(days=1))
        first = following


def by_division(material: Material) -> Section:
    """The table by governorate."""
    voice = material.voice
    return _grouped(material, "divisions", "division", lambda incident: voice.division(incident.where))


def by_type(material: Material) -> Section:
    """The table by type of incident."""
    return _grouped(material, "types", "type", lambda incident: type_name(incident, material.voice))


def _grouped(material: Material, section: str, first: str, key: Callable[[RecordedIncident], str]) -> Section:
    voice, counted = material.voice, material.chosen.counted
    groups: dict[str, list[RecordedIncident]] = {}
    for incident in counted:
        groups.setdefault(key(incident), []).append(incident)
    ordered = pooled(groups, material.asked, voice.say("table", "others"))
    title = voice.say("section", section)
    columns = (
        Column(name=voice.say("table", first), wide=True),
        *(Column(name=voice.say("table", n), numeric=True) for n in ("incidents", "low", "best", "high", "wounded")),
        Column(name=voice.say("table", "sources"), wide=True),
    )
    rows = tuple(_full_row(name, incidents, material) for name, incidents in ordered)
    total = _full_row(voice.say("table", "total"), counted, material)
    blocks: list[Block] = [Table(name=title, columns=columns, rows=rows, total=total)]
    if len(ordered) < len(groups):
        note = voice.say("table", "suppressed", n=voice.number(FEWEST))
        blocks.append(Paragraphs(items=(Said(text=note),)))
    return Section(key=section, title=title, blocks=tuple(blocks))


def _full_row(name: str, incidents: Sequence[RecordedIncident], material: Material) -> tuple[Cell, ...]:
    voice = material.voice
    killed, wounded = sum_up(incidents, "killed"), sum_up(incidents, "wounded")
    high = voice.number(killed.high)
    return (
        cell(name),
        cell(voice.number(len(incidents))),
        cell(voice.number(killed.low)),
        cell(voice.number(killed.best)),
        cell(voice.say("table", "or_more", n=high) if killed.open else high),
        cell(voice.number(wounded.best)),
        cell("", material.citing.incidents(incidents)),
    )
