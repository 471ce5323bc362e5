"""Reconciling: every figure of an incident with its source, its time and its root, side by side (issue 5; decision 10)."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from isnad.linking.independence import Roots
from isnad.linking.loss_slots import LOSS_SLOTS, told_figures, told_slots
from isnad.model.coded import Status
from isnad.model.recorded import SourcedFigure, Told

# Totals over a time and looks back on a day of remembrance say nothing of this one act's toll.
_NO_TOLL: Final = frozenset({"cumulative", "anniversary"})
_STANCES: Final[dict[Status, Literal["denies", "doubts"]]] = {"denied": "denies", "alleged": "doubts"}
_UNREAL: Final = frozenset[Status]({"denied", "hypothetical", "threatened"})


def sourced_figures(told: Sequence[Told], roots: Roots, rejected: bool = False) -> tuple[SourcedFigure, ...]:
    """The grid source × slot: every figure of every mention, by slot, then in the order of `told`.

    `counts` is false for figures that must not enter the best values: of retracted reports, of totals over a time, of
    acts denied or not said to have happened, and all of them where the incident was `rejected`.
    """
    found = [figure for each in told for figure in _of_mention(each, roots, rejected)]
    return tuple(sorted(found, key=lambda figure: LOSS_SLOTS.index(figure.slot)))


def _of_mention(told: Told, roots: Roots, rejected: bool) -> Iterator[SourcedFigure]:
    mention = told.mention
    incident, report = mention.incident, mention.report
    counts = not (rejected or report.retracted or told.role in _NO_TOLL or incident.status in _UNREAL)
    for slot in told_slots(incident):
        heads: set[str] = set()
        for loss, chain in told_figures(incident, slot):
            root = roots.of(report, chain)
            yield SourcedFigure(
                slot=slot,
                low=loss.low,
                high=loss.high,
                approximate=loss.approximate,
                mention=mention.id,
                report=report.id,
                outlet=report.outlet,
                published=report.published,
                chain=chain,
                root=root,
                stance=_STANCES.get(incident.status, "asserts"),
                counts=counts and root not in heads,
                start=loss.start,
                end=loss.end,
                text=loss.text,
            )
            heads.add(root)
