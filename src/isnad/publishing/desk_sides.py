"""The contradictions of a desk note: what one side says, and all that speaks against it, in one line."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from isnad.model.recorded import Contradiction, RecordedIncident, Side
from isnad.model.slots import Party, Range
from isnad.publishing.noted import note_labels, noted, party_name, root_names, said
from isnad.publishing.wording import Language, date_phrase, label, number_phrase

_NUMBER: Final = re.compile(r"(\d+)(?:-(\d+)|(\+))?")


def contradiction_lines(incident: RecordedIncident, language: Language) -> Iterator[str]:
    """A line for each side that others contradict; a side is set against a later one once."""
    against: dict[tuple[str, str], list[Contradiction]] = {}
    for each in incident.contradictions:
        against.setdefault((each.slot, each.sides[0].value), []).append(each)
    names, parties = root_names(incident, language), _parties(incident)
    for (slot, _), found in against.items():
        sides = [found[0].sides[0], *(each.sides[1] for each in found)]
        one, *others = (_side(side, slot, names, parties, language) for side in sides)
        also = "؛ " if language == "ar" else "; "
        yield f"{slot_name(slot, language)}: {one} {noted('part', 'against', language)} {also.join(others)}"


def slot_name(slot: str, language: Language) -> str:
    """What a slot is called in a note."""
    own = note_labels()["slot"]
    return said(own[slot] if slot in own else label("slot", slot), language)


def _side(side: Side, slot: str, names: Mapping[str, str], parties: Mapping[str, Party], language: Language) -> str:
    comma = "، " if language == "ar" else ", "
    value = _value(side.value, slot, parties, language)
    return f"{value} ({comma.join(names.get(root, root) for root in side.roots)})"


def _value(value: str, slot: str, parties: Mapping[str, Party], language: Language) -> str:
    """What a side says, in the reader's words; as it stands where it has another shape."""
    if slot == "status":
        return said(label("status", value), language)
    if slot == "when":
        return noted("part", "span", language).join(said(date_phrase(day), language) for day in _days(value))
    if slot == "perpetrators":
        comma = "، " if language == "ar" else ", "
        return comma.join(
            party_name(parties[name], language) if name in parties else name for name in value.split(", ")
        )
    number = _NUMBER.fullmatch(value)
    if number is None:
        return value
    low, high, open_ = number.groups()
    return said(number_phrase(Range(low=int(low), high=None if open_ else int(high or low))), language)


def _days(value: str) -> list[date]:
    return [date.fromisoformat(day) for day in value.split("/")]


def _parties(incident: RecordedIncident) -> dict[str, Party]:
    """The perpetrators that any report names, by neutral name."""
    return {party.name: party for told in incident.told for party in told.mention.incident.perpetrators}
