"""The first page of a brief: key figures, what stands out, what changed."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from isnad.model.finding import Change, Comparison
from isnad.model.recorded import LossSlot
from isnad.publishing.brief_content import Block, Cell, Column, KeyFigure, KeyFigures, Paragraphs, Said, Section, Table
from isnad.publishing.brief_material import Material, cell, heaviest, incident_phrase
from isnad.publishing.brief_small_cells import FEWEST, is_small, told_singly
from isnad.publishing.brief_tolls import Toll, best_of, figure_sayings, sum_up
from isnad.publishing.wording import label

_UNBOUNDED: Final = 1000.0  # an upper end as far off as this says only that there is none
_SEVERAL: Final = 3  # of fewer incidents one makes up half as a matter of course


def headline(material: Material) -> Section:
    """Key figures with low, best and high, and sentences on what stands out."""
    voice = material.voice
    blocks: list[Block] = [KeyFigures(items=tuple(_key_figures(material)))]
    said = tuple(_standing_out(material))
    blocks.append(Paragraphs(items=said, listed=True))
    return Section(key="headline", title=voice.say("section", "headline"), blocks=tuple(blocks))


def _key_figures(material: Material) -> Iterator[KeyFigure]:
    counted, citing = material.chosen.counted, material.citing
    every = citing.incidents(counted)
    yield _plain(material, "incidents", len(counted), every)
    losses: tuple[LossSlot, ...] = ("killed", "wounded", "captured")
    for slot in losses:
        with_figure = [incident for incident in counted if best_of(incident, slot)]
        if with_figure or slot != "captured":
            yield _toll(material, slot, sum_up(with_figure, slot), citing.incidents(with_figure))
    divisions = {_division_key(material, at) for at in range(len(counted)) if counted[at].where is not None}
    yield _plain(material, "places", len(divisions - {None}), every)
    yield _plain(material, "roots", len({root for incident in counted for root in incident.roots}), every)


def _division_key(material: Material, at: int) -> str | None:
    where = material.chosen.counted[at].where
    return (where.admin1_code or where.admin1) if where else None


def _plain(material: Material, slot: str, value: int, sources: tuple[int, ...]) -> KeyFigure:
    voice = material.voice
    return KeyFigure(
        slot=slot,  # type: ignore[arg-type]
        name=voice.say("figure", slot),
        value=voice.number(value),
        low=value,
        best=value,
        high=value,
        sources=sources,
    )


def _toll(material: Material, slot: LossSlot, toll: Toll, sources: tuple[int, ...]) -> KeyFigure:
    voice = material.voice
    return KeyFigure(
        slot=slot,  # type: ignore[arg-type]
        name=voice.say("figure", slot),
        value=voice.number(toll.best),
        span=voice.span(toll.low, toll.high, toll.open) if (toll.low, toll.upper) != (toll.best, toll.best) else None,
        low=toll.low,
        best=toll.best,
        high=toll.upper,
        sources=sources,
    )


def _standing_out(material: Material) -> Iterator[Said]:
    chosen, voice, citing = material.chosen, material.voice, material.citing
    if not chosen.counted:
        yield Said(text=voice.say("headline", "none"))
    else:
        places = Counter(voice.division(i.where) for i in chosen.counted if i.where and i.where.admin1)
        for place, number in places.most_common(1):
            there = [i for i in chosen.counted if i.where and voice.division(i.where) == place]
            words = voice.say("headline", "most", place=place, incidents=voice.counted("incidents", number))
            yield Said(text=words, sources=citing.incidents(there))
        (kind, number), *_ = Counter(incident.type for incident in chosen.counted).most_common(1)
        of_kind = [incident for incident in chosen.counted if incident.type == kind]
        words = voice.say(
            "headline",
            "types",
            type=voice.of(label("type", kind)),
            incidents=voice.counted("incidents", number),
        )
        yield Said(text=words, sources=citing.incidents(of_kind))
        yield from _deadliest(material)
    if chosen.uncounted:
        statuses = Counter(incident.status for incident in chosen.uncounted)
        told = voice.join(f"{voice.of(label('status', code))} {voice.number(n)}" for code, n in statuses.most_common())
        yield Said(text=voice.say("headline", "not_counted", list=told), sources=citing.incidents(chosen.uncounted))


def _deadliest(material: Material) -> Iterator[Said]:
    voice = material.voice
    incident = next(iter(heaviest(told_singly(material.chosen.counted, material.asked), 1)), None)
    killed = best_of(incident, "killed") if incident else None
    if incident is None or killed is None or not killed.best:
        return
    sayings = list(figure_sayings(incident, "killed", material.citing, voice))
    words = voice.say(
        "headline",
        "deadliest",
        what=incident_phrase(incident, voice),
        killed=voice.counted("killed", killed.best),
        attribution=voice.also(saying.text for saying in sayings),
    )
    yield Said(text=words + _share_of_all(material, killed.best), sources=material.citing.incident(incident))


def _share_of_all(material: Material, killed: int) -> str:
    """Said where one incident makes up half of the killed or more: a sum that rests on one number must say so."""
    every = sum(best.best for i in material.chosen.counted if (best := best_of(i, "killed")) is not None)
    if len(material.chosen.counted) < _SEVERAL or 2 * killed < every:
        return ""
    return " " + material.voice.say("headline", "most_of_all", share=material.voice.percent(killed, every))


def change(material: Material) -> Section:
    """What changed against the same length before: with ratios and intervals where these were computed."""
    voice, chosen = material.voice, material.chosen
    since, until = material.asked.before
    period = voice.say("head", "period", since=voice.day(since), until=voice.day(until))
    reports = [
        len({told.mention.report.id for i in part for told in i.told}) for part in (chosen.before, chosen.counted)
    ]
    caution = voice.say(
        "change",
        "caution",
        before=voice.counted("reports", reports[0]),
        now=voice.counted("reports", reports[1]),
    )
    blocks: tuple[Block, ...] = (
        Paragraphs(items=(Said(text=voice.say("change", "against", period=period)),)),
        _with_ratios(material) if material.changes else _counts(material),
        Paragraphs(items=(Said(text=caution, sources=material.citing.incidents((*chosen.before, *chosen.counted))),)),
    )
    return Section(key="change", title=voice.say("section", "change"), blocks=blocks)


def _columns(material: Material, names: tuple[str, ...]) -> tuple[Column, ...]:
    words, wide = {"measure", "reading", "sources"}, {"measure", "sources"}
    voice = material.voice
    return tuple(
        Column(
            name=voice.say("table" if name == "sources" else "change", name),
            numeric=name not in words,
            wide=name in wide,
        )
        for name in names
    )


def _counts(material: Material) -> Table:
    chosen, voice, citing = material.chosen, material.voice, material.citing
    before, now = citing.incidents(chosen.before), citing.incidents(chosen.counted)
    numbers = [("incidents", len(chosen.before), len(chosen.counted))]
    slot: LossSlot = "killed"
    numbers.append(("killed", sum_up(chosen.before, slot).best, sum_up(chosen.counted, slot).best))
    rows = tuple(
        (
            cell(voice.say("figure", code)),
            cell(_unless_small(was, len(chosen.before), material), before),
            cell(_unless_small(now_, len(chosen.counted), material), now),
        )
        for code, was, now_ in numbers
    )
    return Table(
        name=voice.say("section", "change"), columns=_columns(material, ("measure", "before", "now")), rows=rows
    )


def _with_ratios(material: Material) -> Table:
    names = ("measure", "before", "now", "ratio", "low", "high", "reading", "sources")
    rows = tuple(row for each in material.changes for row in _change_rows(each, material))
    return Table(name=material.voice.say("section", "change"), columns=_columns(material, names), rows=rows)


def _change_rows(each: Change, material: Material) -> Iterator[tuple[Cell, ...]]:
    voice = material.voice
    name, reading = voice.say("measured", each.measure), voice.say("reading", each.verdict)
    chosen = (material.chosen.before, material.chosen.counted)
    sources = tuple(
        material.citing.incidents(incident for incident in part if incident.id in ids)
        for part, ids in zip(chosen, map(set, each.ids), strict=True)
    )
    yield _compared(
        name, each.all_sources, "" if each.panel else reading, sources, material, each.verdict != "not_enough_data"
    )
    if each.panel is not None:
        yield _compared(
            voice.say("change", "panel", measure=name),
            each.panel,
            reading,
            sources,
            material,
            each.verdict != "not_enough_data",
        )


def _compared(
    name: str, told: Comparison, reading: str, sources: tuple[tuple[int, ...], ...], material: Material, enough: bool
) -> tuple[Cell, ...]:
    voice = material.voice
    # An interval of figures too few to bear a reading would only look like knowledge; one of a withheld figure tells it.
    withheld = any(is_small(side.incidents, material.asked) for side in (told.before, told.after))
    ratio = told.ratio if enough and not withheld else None
    bounds = [_decimal(ratio.value if ratio else None, material), _decimal(ratio.low if ratio else None, material)]
    high = ratio.high if ratio else None
    unbounded = ratio is not None and (high is None or high >= _UNBOUNDED)
    bounds.append(voice.say("change", "unbounded") if unbounded else _decimal(high, material))
    return (
        cell(name),
        cell(_unless_small(told.before.count, told.before.incidents, material)),
        cell(_unless_small(told.after.count, told.after.incidents, material)),
        *(cell(bound) for bound in bounds),
        cell(reading),
        cell("", tuple(sorted({*sources[0], *sources[1]}))),
    )


def _unless_small(value: float, incidents: int, material: Material) -> str:
    """A number, unless a public brief would tell by it of one or two incidents."""
    if is_small(incidents, material.asked):
        return material.voice.say("table", "fewer", n=material.voice.number(FEWEST)) if value == incidents else "·"
    return material.voice.number(int(value) if float(value).is_integer() else value)


def _decimal(value: float | None, material: Material) -> str:
    return "" if value is None else material.voice.number(float(value))
