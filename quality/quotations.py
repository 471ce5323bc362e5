"""Statements, assessments and situations: quotations that must cover each other, with one thing they must agree on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from quality.agreement import Row, forms, same_member
from quality.tally import Tally

Agree = Callable[[Row, Row], bool]


def covers(one: Row, other: Row) -> bool:
    """Do two quotations share more than half of the longer one's characters."""
    if None in (one.get("start"), one.get("end"), other.get("start"), other.get("end")):
        return False
    shared: float = min(one["end"], other["end"]) - max(one["start"], other["start"])
    longest: float = max(one["end"] - one["start"], other["end"] - other["start"])
    return shared > 0.5 * longest


def same_speaker(gold: Row, predicted: Row) -> bool:
    """The same speaker by any of the forms, or neither has one."""
    mine, theirs = forms(gold.get("speaker")), forms(predicted.get("speaker"))
    return (not mine and not theirs) or same_member(mine, theirs)


AGREE: Final[dict[str, Agree]] = {
    "statements": same_speaker,
    "assessments": lambda g, p: g.get("measure") == p.get("measure"),
    "situations": lambda g, p: g.get("kind") == p.get("kind"),
}


def count_quotations(tally: Tally, figure: str, gold: list[Row], predicted: list[Row]) -> None:
    """Count the quotations of one report; an optional gold row is neither asked for nor held against who gives it."""
    left = list(gold)
    for item in predicted:
        hit = next((g for g in left if covers(g, item) and AGREE[figure](g, item)), None)
        if hit is None:
            tally.fp += 1
        else:
            left.remove(hit)
            tally.tp += not hit.get("optional")
    tally.fn += sum(not g.get("optional") for g in left)
