"""Judgements laid over an assembled incident: corrections replace the machine's values, which the judgements keep."""

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from isnad.linking.loss_slots import LOSS_SLOTS
from isnad.model.coded import IncidentType, Status
from isnad.model.errors import UsageError
from isnad.model.judgement import Judgement
from isnad.model.recorded import BestFigure, RecordedIncident, Reviewed, Rule
from isnad.model.slots import Party, Range, Weapon, When, Where

_NO_WORDS: Final = {"start": 0, "end": 0, "text": ""}
_TYPES: Final[dict[str, Any]] = {
    "type": IncidentType,
    "status": Status,
    "aggregate": bool,
    "when": When | None,
    "where": Where | None,
    "perpetrators": tuple[Party, ...],
    "targets": tuple[Party, ...],
    "weapons": tuple[Weapon, ...],
    "claimed_by": Party | None,
}
_REVIEWS: Final[dict[str, Reviewed]] = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}
CORRECTABLE: Final = (*_TYPES, *LOSS_SLOTS)


def standing_judgements(judgements: Sequence[Judgement], mentions: Sequence[str]) -> list[Judgement]:
    """The judgements about the incident of these mentions that nobody took back, in their order."""
    held = set(mentions)
    about = [each for each in judgements if not each.undone and each.kind in _REVIEWS and held & set(each.mentions[:1])]
    return sorted(about, key=lambda each: each.seq)


def reviewed_as(judgements: Sequence[Judgement]) -> Reviewed:
    """What the last of these judgements makes of the incident; corrections stay when it is accepted afterwards."""
    return _REVIEWS[judgements[-1].kind] if judgements else "machine"


def correct_slots(incident: RecordedIncident, judgements: Sequence[Judgement], rule: Rule) -> RecordedIncident:
    """The incident with every corrected slot as the last correction of it says.

    Values come in the contract's form; spans may be left out where a person knows better than the words. Raises
    UsageError for a slot that cannot be corrected or a value of the wrong shape.
    """
    corrections = {each.slot: each.value for each in judgements if each.kind == "correct" and each.slot is not None}
    if not corrections:
        return incident
    changes: dict[str, Any] = {slot: slot_value(slot, value) for slot, value in corrections.items() if slot in _TYPES}
    numbers = {slot: slot_value(slot, value) for slot, value in corrections.items() if slot not in _TYPES}
    best = [each for each in incident.best if each.slot not in numbers]
    best += [_best(slot, number, rule) for slot, number in numbers.items() if number is not None]
    changes["best"] = tuple(sorted(best, key=lambda each: LOSS_SLOTS.index(each.slot)))
    return msgspec.structs.replace(incident, **changes, corrected=tuple(sorted(corrections)))


def slot_value(slot: str, value: Any) -> Any:
    """A correction's value in the slot's type (a Range for numbers of people). Raises UsageError where it does not fit."""
    if slot not in CORRECTABLE:
        raise UsageError(f"slot {slot!r} cannot be corrected; these can: {', '.join(CORRECTABLE)}")
    try:
        return msgspec.convert(_with_words(value), _TYPES.get(slot, Range | None))
    except msgspec.ValidationError as error:
        raise UsageError(f"correction of {slot}: {error}") from error


def _with_words(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_words(each) for each in value]
    return {**_NO_WORDS, **value} if isinstance(value, dict) else value


def _best(slot: Any, number: Range, rule: Rule) -> BestFigure:
    return BestFigure(slot=slot, low=number.low, best=number.low, high=number.high, rule=rule, roots=0)
