"""The numbers of people in an incident, each with its own chain."""

from collections.abc import Sequence
from typing import Final, get_args

from isnad.model.coded import Incident
from isnad.model.recorded import LossSlot
from isnad.model.slots import Figure, Loss, Party

LOSS_SLOTS: Final[tuple[LossSlot, ...]] = get_args(LossSlot)


def told_slots(incident: Incident) -> Sequence[LossSlot]:
    """The slots an incident gives a number for, in order; most give none."""
    if incident.figures:
        return LOSS_SLOTS
    return [slot for slot in LOSS_SLOTS if getattr(incident, slot) is not None]


def told_figures(incident: Incident, slot: LossSlot) -> list[tuple[Loss, tuple[Party, ...]]]:
    """All numbers an incident gives for `slot`, the slot's own first, each with the chain it is credited to.

    A figure without a source of its own has the incident's. The slot's own number is left out where a figure gives
    the very same one, since that knows its source.
    """
    own: Loss | None = getattr(incident, slot)
    figures = [figure for figure in incident.figures if figure.slot == slot]
    if own is not None:
        figures.sort(key=lambda figure: not _same(figure, own))  # the slot's own number leads
    found = [(_loss(figure, own), figure.according_to or incident.according_to) for figure in figures]
    if own is None or any(_same(figure, own) for figure in figures):
        return found
    return [(own, incident.according_to), *found]


def _same(figure: Figure, own: Loss) -> bool:
    return (figure.low, figure.high) == (own.low, own.high)


def _loss(figure: Figure, own: Loss | None) -> Loss:
    about = own is not None and own.approximate and _same(figure, own)
    return Loss(
        low=figure.low, high=figure.high, approximate=about, start=figure.start, end=figure.end, text=figure.text
    )
