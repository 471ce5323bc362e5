"""What was told: main incidents, contested figures, assertions checked, the list of all incidents."""

from collections.abc import Iterator
from typing import Final, get_args

from isnad.model.recorded import LossSlot, RecordedIncident
from isnad.publishing.brief_content import Block, Cell, Column, Paragraphs, Said, Section, Table
from isnad.publishing.brief_material import Material, cell, heaviest, incident_phrase, place_name, type_name
from isnad.publishing.brief_request import Checked, middle
from isnad.publishing.brief_sides import contested_sides
from isnad.publishing.brief_small_cells import FEWEST, told_singly
from isnad.publishing.brief_tolls import best_of, figure_sayings

_MAIN: Final = 10
_LISTED: Final = 300
_SLOTS: Final[tuple[LossSlot, ...]] = get_args(LossSlot)
_TOLD: Final[tuple[LossSlot, ...]] = ("killed", "wounded", "captured", "escaped")


def main_incidents(material: Material) -> Section:
    """The incidents with the highest toll, each with who said what of it."""
    voice, counted = material.voice, material.chosen.counted
    shown = heaviest(told_singly(counted, material.asked), _MAIN)
    items = [Said(text=_told(incident, material), sources=material.citing.incident(incident)) for incident in shown]
    if len(counted) > len(shown):
        words = voice.say(
            "main", "first", shown=voice.number(len(shown)), all=voice.counted("incidents", len(counted), governed=True)
        )
        lead: tuple[Block, ...] = (Paragraphs(items=(Said(text=words),)),)
    else:
        lead = ()
    return Section(
        key="main", title=voice.say("section", "main"), blocks=(*lead, Paragraphs(items=tuple(items), listed=True))
    )


def _told(incident: RecordedIncident, material: Material) -> str:
    voice = material.voice
    parts = [incident_phrase(incident, voice)]
    for slot, parties in (("attributed", incident.perpetrators), ("target", incident.targets)):
        if parties:
            parts.append(voice.say("main", slot, who=voice.join(voice.party(party) for party in parties)))
    if incident.claimed_by is not None:
        parts.append(voice.say("main", "claimed", who=voice.party(incident.claimed_by)))
    sayings = [said.text for slot in _TOLD for said in figure_sayings(incident, slot, material.citing, voice)]
    losses = voice.also(sayings) or voice.say("main", "no_loss")
    unnamed = voice.say("source", "unnamed")
    if losses.startswith(unnamed):  # a sentence begins; a pseudonym or a name stays as it is written
        losses = losses[:1].upper() + losses[1:]
    return f"{voice.also(parts)}. {losses}."


def contested(material: Material) -> Section:
    """Rival figures side by side: who said which, and which one the totals take."""
    voice = material.voice
    title = voice.say("section", "contested")
    told = told_singly(material.chosen.counted, material.asked)
    rows = tuple(row for incident in told for row in _contested_rows(incident, material))
    if not rows:
        said = Said(text=voice.say("contested", "none"), sources=())
        return Section(key="contested", title=title, blocks=(Paragraphs(items=(said,)),))
    columns = tuple(
        Column(name=voice.say("contested", name), wide=name in {"incident", "says"})
        for name in ("incident", "slot", "says", "used")
    )
    intro = Paragraphs(items=(Said(text=voice.say("contested", "intro", rule=material.rule)),))
    return Section(key="contested", title=title, blocks=(intro, Table(name=title, columns=columns, rows=rows)))


def _contested_rows(incident: RecordedIncident, material: Material) -> Iterator[tuple[Cell, ...]]:
    voice, citing = material.voice, material.citing
    of_incident = cell(incident_phrase(incident, voice), citing.incident(incident))
    for slot in dict.fromkeys(each.slot for each in incident.contradictions):
        loss = next((known for known in _SLOTS if known == slot), None)
        if loss is not None:
            says = Cell(parts=tuple(figure_sayings(incident, loss, citing, voice)))
            best = best_of(incident, loss)
            used = cell(voice.number(best.best) if best else "", citing.incident(incident) if best else ())
        else:
            sides = [each for each in incident.contradictions if each.slot == slot]
            shown = tuple(contested_sides(sides, incident, material))
            says, used = Cell(parts=shown) if shown else cell(voice.say("contested", "withheld")), cell("")
        yield of_incident, cell(voice.say("slot", slot)), says, used


def checked(material: Material) -> Section:
    """Assertions with their verdicts, in the words of those who made them."""
    voice = material.voice
    title = voice.say("section", "checked")
    if not material.checked:
        said = Said(text=voice.say("checked", "none"))
        return Section(key="checked", title=title, blocks=(Paragraphs(items=(said,)),))
    names = ("assertion", "by", "verdict", "basis")
    columns = tuple(Column(name=voice.say("checked", name), wide=name in {"assertion", "basis"}) for name in names)
    rows = tuple(_checked_row(each, material) for each in material.checked)
    return Section(key="checked", title=title, blocks=(Table(name=title, columns=columns, rows=rows),))


def _checked_row(each: Checked, material: Material) -> tuple[Cell, ...]:
    voice, citing = material.voice, material.citing
    wanted = set(each.incidents)
    behind = [incident for incident in material.chosen.counted if incident.id in wanted]
    return (
        cell(voice.isolated(f"«{each.text}»"), citing.reports(each.reports)),
        cell(each.by),
        cell(voice.say("verdict", each.verdict)),
        cell(each.basis, citing.incidents(behind)),
    )


def annex(material: Material) -> Section:
    """All incidents that were counted, so that each sum can be made again; of very many those with the highest toll.

    A public brief leaves out those of small cells.
    """
    voice, counted = material.voice, material.chosen.counted
    title = voice.say("section", "annex")
    single = told_singly(counted, material.asked)
    listed = {incident.id for incident in heaviest(single, _LISTED)}
    names = ("day", "place", "type", "killed", "wounded", "sources")
    columns = tuple(
        Column(name=voice.say("table", name), wide=name == "place", numeric=name in {"killed", "wounded"})
        for name in names
    )
    rows = tuple(_annex_row(incident, material) for incident in counted if incident.id in listed)
    blocks: list[Block] = [Table(name=title, columns=columns, rows=rows)]
    if len(single) < len(counted):
        blocks.insert(0, Paragraphs(items=(Said(text=voice.say("annex", "small", n=voice.number(FEWEST))),)))
    if len(listed) < len(single):
        shown, every = voice.number(len(listed)), voice.counted("incidents", len(single), governed=True)
        blocks.insert(0, Paragraphs(items=(Said(text=voice.say("annex", "cut", shown=shown, all=every)),)))
    return Section(key="annex", title=title, blocks=tuple(blocks))


def _annex_row(incident: RecordedIncident, material: Material) -> tuple[Cell, ...]:
    voice = material.voice
    return (
        cell(voice.day(middle(incident.when)) if incident.when else ""),
        cell(place_name(incident.where, voice)),
        cell(type_name(incident, voice)),
        cell(_toll_text(incident, "killed", material)),
        cell(_toll_text(incident, "wounded", material)),
        cell("", material.citing.incident(incident)),
    )


def _toll_text(incident: RecordedIncident, slot: LossSlot, material: Material) -> str:
    voice, best = material.voice, best_of(incident, slot)
    if best is None:
        return ""
    value = voice.number(best.best)
    if best.low == best.best and best.high in (best.best, None):
        return value if best.high is not None else voice.span(best.low, None)
    return f"{value} ({voice.span(best.low, best.high)})"
