"""What a brief does not know: gaps, the mix of sources, the method."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from isnad.model.recorded import RecordedIncident
from isnad.publishing.brief_content import Block, Column, Paragraphs, Said, Section, SourceList, Table
from isnad.publishing.brief_material import Material, cell

_OUTLETS: Final = 15


def gaps(material: Material) -> Section:
    """How much is undated, unplaced, told by one source alone, unreviewed; and who told how much."""
    voice = material.voice
    blocks: list[Block] = [Paragraphs(items=tuple(_gaps(material)), listed=True)]
    if material.chosen.counted:
        blocks.append(_mix(material))
    return Section(key="gaps", title=voice.say("section", "gaps"), blocks=tuple(blocks))


def _gaps(material: Material) -> Iterator[Said]:
    voice, chosen, citing = material.voice, material.chosen, material.citing
    counted = chosen.counted
    groups: tuple[tuple[str, list[RecordedIncident]], ...] = (
        ("undated", list(chosen.undated)),
        ("by_publication", [each for each in counted if each.when and each.when.basis == "publication"]),
        ("no_division", [each for each in counted if each.where is None or not each.where.admin1]),
        ("single", [each for each in counted if len(each.roots) < 2]),
        ("no_perpetrator", [each for each in counted if not each.perpetrators]),
        ("machine", [each for each in counted if each.reviewed == "machine"]),
    )
    for code, incidents in groups:
        words = voice.say("gaps", code, n=voice.counted("incidents", len(incidents)))
        yield Said(text=words, sources=citing.incidents(incidents))
    silent, every = _silent_days(material), material.asked.days
    days = voice.counted("days", every, governed=True)
    yield Said(text=voice.say("gaps", "silent", n=voice.number(silent), all=days))
    if material.asked.profile == "public":
        hours = voice.counted("hours", material.asked.delay_hours, governed=True)
        yield Said(text=voice.say("gaps", "delayed", n=hours))


def _silent_days(material: Material) -> int:
    chosen = material.chosen
    everything = (*chosen.counted, *chosen.uncounted, *chosen.undated, *chosen.before)
    told = {told.mention.report.published for incident in everything for told in incident.told}
    first, last = material.asked.since, material.asked.until
    heard = {day for day in told if isinstance(day, date) and first <= day <= last}
    return material.asked.days - len(heard)


def _mix(material: Material) -> Table:
    voice, citing, counted = material.voice, material.citing, material.chosen.counted
    unknown = voice.say("source", "outlet")
    reports: dict[str, set[str]] = {}
    incidents: Counter[str] = Counter()
    sole: Counter[str] = Counter()
    for incident in counted:
        outlets = {told.mention.report.outlet or unknown for told in incident.told}
        incidents.update(outlets)
        sole.update(outlets if len(outlets) == 1 else ())
        for told in incident.told:
            reports.setdefault(told.mention.report.outlet or unknown, set()).add(told.mention.report.id)
    names = ("outlet", "reports", "share", "sole")
    columns = tuple(
        Column(name=voice.say("gaps", name), numeric=name != "outlet", wide=name == "outlet") for name in names
    )
    rows = tuple(
        (
            cell(voice.isolated(voice.outlets.get(outlet, outlet))),
            cell(voice.number(len(reports[outlet])), citing.reports(reports[outlet])),
            cell(voice.percent(number, len(counted))),
            cell(voice.number(sole[outlet])),
        )
        for outlet, number in sorted(incidents.items(), key=lambda item: (-item[1], item[0]))[:_OUTLETS]
    )
    return Table(name=voice.say("gaps", "mix"), columns=columns, rows=rows)


def method(material: Material) -> Section:
    """How the brief was made, in a few sentences."""
    voice, asked = material.voice, material.asked
    said = [
        voice.say("method", "counted"),
        voice.say("method", "days"),
        voice.say("method", "tolls", rule=material.rule),
        voice.say("method", "roots"),
        voice.say("method", "words"),
        voice.say("method", "profile", profile=voice.say("profile", asked.profile)),
    ]
    if material.coder:
        said.append(voice.say("method", "coder", coder=material.coder))
    items = tuple(Said(text=text) for text in said)
    return Section(key="method", title=voice.say("section", "method"), blocks=(Paragraphs(items=items, listed=True),))


def source_list(material: Material) -> Section:
    """Where the numbered sources stand."""
    return Section(key="sources", title=material.voice.say("section", "sources"), blocks=(SourceList(),))
