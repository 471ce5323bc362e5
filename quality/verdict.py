"""What is right about one incident: an annotated row and the prediction paired with it, slot by slot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from msgspec import Struct

from quality.agreement import (
    Row,
    count,
    field,
    interval,
    names,
    names_no_day,
    place_names,
    same_field,
    same_member,
    same_place,
    same_when,
)
from quality.coarse import coarse

Same = Callable[[Row, Row], bool]
Filled = Callable[[Row], bool]

SLOTS: Final = ("incidents", "typed", "coarse", "when", "place", "country", "admin1", "killed", "wounded")
OF_THE_ROW: Final = ("incidents", "typed", "coarse")
"""Figures of the row itself: every row that is there counts, filled or not."""


def _where(row: Row) -> Any:
    return row.get("where")


def _same_count(slot: str) -> Same:
    return lambda g, p: count(g.get(slot)) == count(p.get(slot))


def _same_field(key: str) -> Same:
    return lambda g, p: same_field(_where(g), _where(p), key)


def _dated(row: Row) -> bool:
    when = row.get("when")
    return interval(when) is not None or bool(when and not names_no_day(when))


_SAME: Final[dict[str, Same]] = {
    "incidents": lambda _g, _p: True,
    "typed": lambda g, p: g.get("type") == p.get("type"),
    "coarse": lambda g, p: coarse(g) == coarse(p),
    "when": lambda g, p: same_when(g.get("when"), p.get("when")),
    "place": lambda g, p: same_place(_where(g), _where(p)),
    "country": _same_field("country"),
    "admin1": _same_field("admin1"),
    "killed": _same_count("killed"),
    "wounded": _same_count("wounded"),
}
_FILLED: Final[dict[str, Filled]] = {
    "when": _dated,
    "place": lambda row: bool(place_names(_where(row))),
    "country": lambda row: field(_where(row), "country") is not None,
    "admin1": lambda row: field(_where(row), "admin1") is not None,
    "killed": lambda row: count(row.get("killed")) is not None,
    "wounded": lambda row: count(row.get("wounded")) is not None,
}


class Verdict(Struct, frozen=True, kw_only=True):
    """A gold row and its prediction, either of which may be missing (None), and which slots of a pair agree.

    `right[slot]` is False throughout where there is no pair. A slot that both leave empty is right for the counts
    (`killed`, `wounded`), as "no figure" is an answer; for the others `filled` has to be asked too.
    """

    gold: Row | None
    predicted: Row | None
    right: dict[str, bool]

    @property
    def paired(self) -> bool:
        """Are both there."""
        return self.gold is not None and self.predicted is not None

    @property
    def status(self) -> bool:
        """Do the two of a pair have the same status."""
        return self.paired and status_of(self.gold) == status_of(self.predicted)

    def filled(self, slot: str) -> tuple[bool, bool]:
        """Do gold and prediction fill a slot."""
        if slot in OF_THE_ROW:
            return self.gold is not None, self.predicted is not None
        return _FILLED[slot](self.gold or {}), _FILLED[slot](self.predicted or {})

    @property
    def when(self) -> bool:
        """The same days, or both without any."""
        return self.right["when"] or self.filled("when") == (False, False)

    @property
    def place(self) -> bool:
        """The same place by name or first-order division, or both without any."""
        return self.right["place"] or self.right["admin1"] or self.filled("place") == (False, False)

    @property
    def record(self) -> bool:
        """Are type, when, place or admin1, and killed all right."""
        return self.right["typed"] and self.when and self.place and self.right["killed"]

    @property
    def sourced(self) -> bool:
        """A right record of the right status, with at least one right source where gold names any."""
        gold, predicted = chain_of(self.gold), chain_of(self.predicted)
        credited = not gold or any(same_member(a, b) for a in gold for b in predicted)
        return self.record and self.status and credited


def compare(gold: Row | None, predicted: Row | None) -> Verdict:
    """The verdict on a gold row and its prediction, on a row that was missed (no prediction), or on one too many (no gold)."""
    both = gold is not None and predicted is not None
    return Verdict(
        gold=gold,
        predicted=predicted,
        right={slot: both and _SAME[slot](gold or {}, predicted or {}) for slot in SLOTS},
    )


def status_of(row: Row | None) -> str:
    """A row's status; `happened` where it says none."""
    return str((row or {}).get("status", "happened"))


def chain_of(row: Row | None) -> list[list[str]]:
    """The chain a row credits, each member by its forms."""
    return names((row or {}).get("according_to"))
