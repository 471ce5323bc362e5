"""Verdicts: what a record says of an assertion, with the figures and the incidents behind it (docs/assertions.md)."""

from typing import Literal

from msgspec import Struct

from isnad.model.assertion import Assertion
from isnad.model.finding import Change, Measured, Period

Ruling = Literal["supported", "contradicted", "not_enough_data"]
VerdictReason = Literal[
    "change_shown",  # the record shows the change, and its interval holds the size where one is asserted
    "opposite_shown",  # it shows a change the other way
    "change_shown_not_stable",  # "unchanged" is asserted and the record shows a change
    "size_outside",  # the size asserted lies outside the whole interval
    "no_notable_change",  # the whole interval lies within a quarter of "as before"
    "no_change_shown",  # the change, if any, is smaller than what this record can show
    "too_little",  # so few incidents that even a doubling or a halving might not show
    "sources_differ",  # all sources and those heard throughout, or low and high tolls, do not agree
    "greatest",  # no other on record is as great (small)
    "greater_known",  # one on record is greater (smaller)
    "too_close",  # figures overlap, or differ by no more than chance
    "record_too_short",  # the record does not reach back far enough to tell
    "event_not_on_record",  # the act the sentence hangs on is not on record
    "figure_unknown",  # the act is on record, and no figure for it
    "actor_unknown",  # the party named is not one that the record tells from others
]


class Ranked(Struct, frozen=True, kw_only=True):
    """One act or one stretch of days, its incidents, and its figure: low, best, high (None: no upper bound)."""

    incidents: tuple[str, ...] = ()
    period: Period
    low: int
    best: int
    high: int | None


class Ranking(Struct, frozen=True, kw_only=True):
    """What is called the greatest (`own`), the greatest of the others, how many there are, how far back they reach."""

    own: Ranked | None = None
    other: Ranked | None = None
    compared: int = 0
    stretch: Period | None = None


class Verdict(Struct, frozen=True, kw_only=True):
    """What the record says of one assertion.

    `period` and `before` are the days that were compared; `assumed` names those of them that the sentence does not say.
    `change` holds the figures of a change, `ranking` those of a record. `incidents` are the ids behind the figures:
    those of the period, then those of the time before (a record's own and the next greatest). `event` is the id of the
    act since which a change is asserted.
    """

    assertion: Assertion
    ruling: Ruling
    reason: VerdictReason
    measure: Measured
    period: Period | None = None
    before: Period | None = None
    assumed: tuple[Literal["period", "before"], ...] = ()
    change: Change | None = None
    ranking: Ranking | None = None
    incidents: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    event: str | None = None
