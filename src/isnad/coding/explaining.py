"""Explaining: the values of an incident one by one, each with its words, where they stand, and what decided."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from isnad.model.coded import CodedReport, Incident
from isnad.model.errors import UsageError
from isnad.model.slots import Figure, Loss, Party, Victims, Weapon, When, Where
from isnad.model.span import Span

Worded = When | Where | Party | Loss | Figure | Weapon | Span
_NOT_SLOTS: Final = frozenset({"id", "reasons"})
# A reason begins with what was decided; one member of a list is decided at a time, so its name is the singular.
_SLOT_OF_DECISION: Final = {
    "incident": "confidence",
    "perpetrator": "perpetrators",
    "target": "targets",
    "source": "according_to",
    "weapon": "weapons",
    "figure": "figures",
    "mention": "mentions",
}


class Explained(Struct, frozen=True):
    """One value of a slot, as the model has it; `words` and their offsets where it has any; the slot's reasons.

    Reasons whose slot is empty (something was found and then left out) come with `value` None.
    """

    slot: str
    value: object
    words: Span | None
    reasons: tuple[str, ...]


def explain(coded: CodedReport, incident: int | str) -> list[Explained]:
    """The values of an incident of `coded` in the contract's order; the incident by its number, from 1, or its id.

    Raises UsageError when the report has no such incident.
    """
    return list(explained_values(find_incident(coded, incident)))


def find_incident(coded: CodedReport, incident: int | str) -> Incident:
    """The incident by its number, from 1, or its id. Raises UsageError when the report has no such incident."""
    for number, found in enumerate(coded.incidents, start=1):
        if str(incident) in (found.id, str(number)):
            return found
    known = ", ".join(found.id for found in coded.incidents) or "none"
    raise UsageError(f"no incident {incident} in report {coded.id}; it has: {known}")


def explained_values(incident: Incident) -> Iterator[Explained]:
    """Every value of an incident, members of a list one by one; what is unknown or empty is left out."""
    unplaced = dict.fromkeys(incident.reasons)
    for slot in incident.__struct_fields__:
        value = getattr(incident, slot)
        if slot in _NOT_SLOTS or value in (None, (), Victims()):
            continue
        reasons = tuple(reason for reason in incident.reasons if slot_of(reason) == slot)
        for reason in reasons:
            unplaced.pop(reason, None)
        for part in _parts(value):
            yield Explained(slot, part, _words(part), reasons)
    for slot in dict.fromkeys(map(slot_of, unplaced)):
        yield Explained(slot, None, None, tuple(reason for reason in unplaced if slot_of(reason) == slot))


def slot_of(reason: str) -> str:
    """The slot a reason speaks of: "perpetrator: side> +0.39" of `perpetrators`, "type threat: …" of `type`."""
    decision = reason.replace(":", " ").split(" ", 1)[0]
    return _SLOT_OF_DECISION.get(decision, decision)


def _parts(value: object) -> tuple[object, ...]:
    """The members of a list of values; a pair of bounds is one value."""
    if isinstance(value, tuple) and all(isinstance(part, Worded) for part in value):
        return value
    return (value,)


def _words(value: object) -> Span | None:
    return Span(start=value.start, end=value.end, text=value.text) if isinstance(value, Worded) else None
