"""Named rules for a best figure among rival ones (../shared/standards.md; decision 10).

All rules look at what stands: each root's latest figures, since a source that corrects itself is one source with one
figure. Low and high are the span of what stands, whatever the rule; the rule only says which value is called best.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Final

import msgspec

from isnad.linking.loss_slots import LOSS_SLOTS
from isnad.model.recorded import BestFigure, LossSlot, Rule, SourcedFigure

Choosing = Callable[[Sequence[SourcedFigure], Collection[str]], int]


def best_figures(
    figures: Sequence[SourcedFigure], rule: Rule, perpetrators: Collection[str] = (), parties: Collection[str] = ()
) -> tuple[BestFigure, ...]:
    """The best figure of each slot that has one; `perpetrators` and `parties` are the keys of those who took part.

    `ucdp` prefers roots that are no party to the incident, `gtd_latest` those that are no perpetrator.
    """
    if not figures:
        return ()
    partial = parties if rule == "ucdp" else perpetrators
    told = {figure.slot for figure in figures}
    found = (_best(slot, standing_figures(figures, slot), rule, partial) for slot in LOSS_SLOTS if slot in told)
    return tuple(best for best in found if best is not None)


def standing_figures(figures: Sequence[SourcedFigure], slot: LossSlot) -> list[SourcedFigure]:
    """Those figures of `slot` that count and that their own root has not replaced by one it gave first on a later day.

    Each is dated by the day its root first gave this very number: a late copy does not make an old toll new.
    """
    counting = [figure for figure in figures if figure.slot == slot and figure.counts]
    if not counting:
        return []
    first: dict[tuple[str, int, int | None], date | None] = {}
    for figure in counting:
        told = [day for day in (first.get(_value(figure)), figure.published) if day is not None]
        first[_value(figure)] = min(told, default=None)
    dated = [msgspec.structs.replace(figure, published=first[_value(figure)]) for figure in counting]
    latest: dict[str, date] = {}
    for figure in dated:
        latest[figure.root] = max(latest.get(figure.root, date.min), _day(figure))
    return [figure for figure in dated if _day(figure) == latest[figure.root]]


def _value(figure: SourcedFigure) -> tuple[str, int, int | None]:
    return figure.root, figure.low, figure.high


def supporters(value: int, figures: Sequence[SourcedFigure]) -> set[str]:
    """The roots whose figure holds `value`: "at least 20" is borne out by 23, not by 12."""
    return {figure.root for figure in figures if figure.low <= value and (figure.high is None or value <= figure.high)}


def _best(slot: LossSlot, standing: list[SourcedFigure], rule: Rule, partial: Collection[str]) -> BestFigure | None:
    if not standing:
        return None
    best = _RULES[rule](standing, partial)
    low, high = _span(standing)
    return BestFigure(slot=slot, low=low, best=best, high=high, rule=rule, roots=len(supporters(best, standing)))


def _span(standing: Sequence[SourcedFigure]) -> tuple[int, int | None]:
    """The lowest low end; the highest high end, None where a figure open above begins at it or beyond."""
    closed = max((figure.high for figure in standing if figure.high is not None), default=0)
    is_open = any(figure.high is None and figure.low >= closed for figure in standing)
    return min(figure.low for figure in standing), None if is_open else closed


def _lowest(standing: Sequence[SourcedFigure], _: Collection[str]) -> int:
    return min(figure.low for figure in standing)


def _latest_else_majority(standing: Sequence[SourcedFigure], partial: Collection[str]) -> int:
    """The most recent source unless it is the perpetrator's word; several of that day, or none: majority, then lowest."""
    free = [figure for figure in standing if figure.root not in partial]
    return _majority(_of_latest_day(free) if free else standing, free or standing)


def _most_reliable(standing: Sequence[SourcedFigure], partial: Collection[str]) -> int:
    """The value most roots bear out that are no party to the incident; later ones before earlier, then the lowest."""
    free = [figure for figure in standing if figure.root not in partial] or list(standing)
    chosen = max(free, key=lambda figure: (len(supporters(figure.low, free)), _day(figure), -figure.low))
    return chosen.low


def _latest_supported(standing: Sequence[SourcedFigure], _: Collection[str]) -> int:
    """Of the values that the latest day's figures bear out, the one most roots of that day do, then most of all; lowest.

    An earlier exact figure may be the one: "more than ten" on the second day does not take back the fourteen of the first.
    """
    latest = _of_latest_day(standing)
    return max(
        (figure.low for figure in standing if supporters(figure.low, latest)),
        key=lambda value: (len(supporters(value, latest)), len(supporters(value, standing)), -value),
    )


def _majority(candidates: Sequence[SourcedFigure], voters: Sequence[SourcedFigure]) -> int:
    return max((figure.low for figure in candidates), key=lambda value: (len(supporters(value, voters)), -value))


def _of_latest_day(figures: Sequence[SourcedFigure]) -> list[SourcedFigure]:
    latest = max(map(_day, figures))
    return [figure for figure in figures if _day(figure) == latest]


def _day(figure: SourcedFigure) -> date:
    return figure.published or date.min


_RULES: Final[dict[Rule, Choosing]] = {
    "isnad_default": _latest_supported,
    "ucdp": _most_reliable,
    "acled_lowest": _lowest,
    "gtd_latest": _latest_else_majority,
}
