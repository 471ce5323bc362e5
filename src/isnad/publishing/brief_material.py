"""What the sections of a brief are made from, and the small pieces that they share."""

from collections.abc import Sequence

from msgspec import Struct

from isnad.model.finding import Change
from isnad.model.recorded import LossSlot, RecordedIncident
from isnad.model.slots import Where
from isnad.publishing.brief_citing import Citing
from isnad.publishing.brief_content import Cell, Said
from isnad.publishing.brief_request import Asked, Checked, Selection, middle
from isnad.publishing.brief_tolls import best_of
from isnad.publishing.brief_voice import Voice
from isnad.publishing.wording import label


class Material(Struct, frozen=True, kw_only=True):
    """All that sections take."""

    asked: Asked
    chosen: Selection
    voice: Voice
    citing: Citing
    changes: tuple[Change, ...] = ()
    checked: tuple[Checked, ...] = ()
    coder: str | None = None

    @property
    def rule(self) -> str:
        """What the rule for best figures is called."""
        return self.voice.say("rule", self.asked.rule)


def cell(text: str, sources: tuple[int, ...] = ()) -> Cell:
    """A cell with one sentence."""
    return Cell(parts=(Said(text=text, sources=sources),))


def place_name(where: Where | None, voice: Voice) -> str:
    """The place as the report writes it (in English by its name), with its division where that says more."""
    if where is None:
        return voice.say("table", "unknown_division")
    if not where.text and voice.language == "ar" and where.admin1:
        # A place made coarser has no words of a report left.
        return voice.join(dict.fromkeys(filter(None, (voice.division(where), voice.district(where)))))
    if not where.text and not where.admin1 and where.country:
        return voice.area(where.country)
    name = voice.isolated((where.text or where.name) if voice.language == "ar" else where.name)
    if where.relation:
        name = f"{voice.of(label('relation', where.relation))} {name}"
    division = voice.division(where) if where.admin1 else ""
    return name if not division or division in name else f"{name} ({division})"


def incident_phrase(incident: RecordedIncident, voice: Voice) -> str:
    """`Shelling, Al-Bab (Aleppo), 10 March 2023`."""
    parts = [type_name(incident, voice), place_name(incident.where, voice)]
    if incident.when is not None:
        parts.append(voice.day(middle(incident.when)))
    return voice.join(parts)


def type_name(incident: RecordedIncident, voice: Voice) -> str:
    """What its type is called."""
    return voice.of(label("type", incident.type))


def weight(incident: RecordedIncident) -> tuple[int, int, str]:
    """For sorting: the deadliest first."""

    def best(slot: LossSlot) -> int:
        figure = best_of(incident, slot)
        return figure.best if figure else 0

    return (-best("killed"), -best("wounded"), incident.id)


def heaviest(incidents: Sequence[RecordedIncident], most: int) -> tuple[RecordedIncident, ...]:
    """The `most` incidents with the highest toll."""
    return tuple(sorted(incidents, key=weight)[:most])
