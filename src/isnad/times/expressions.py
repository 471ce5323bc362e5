"""The room's door: time expressions of a folded text, each with the day interval it means (codebook, `when`)."""

from datetime import date

from msgspec import Struct

from isnad.model.slots import PartOfDay, TimePrecision
from isnad.times.calendar import precision_of
from isnad.times.datelines import told_day
from isnad.times.phrase import TimeKind
from isnad.times.scanning import Reading, scan
from isnad.times.tokens import Tokens


class TimeExpression(Struct, frozen=True, kw_only=True):
    """A time said in a text.

    `start` and `end` are positions in the folded text; `earliest` and `latest` days, both included, None where
    `unresolved` gives a reason; `relative`: told from the publication date or an earlier date in the text;
    `future`: after publication, or worded so: a plan and no act that has been. `other`: the days the words may mean
    as well, which the act decides ("منذ آذار": since then, or then; "منذ شهر": a month ago, or all the month).
    `leeway`: days by which either end may be off, 1 where it was computed from the Hijri calendar (Umm al-Qura), which
    countries keep by their own sighting of the moon.
    """

    start: int
    end: int
    earliest: date | None
    latest: date | None
    precision: TimePrecision | None
    part_of_day: PartOfDay | None
    relative: bool
    future: bool
    kind: TimeKind
    unresolved: str | None
    other: tuple[date, date] | None = None
    leeway: int = 0


def find_times(folded: str, published: date | None, *, start: int = 0, end: int | None = None) -> list[TimeExpression]:
    """The time expressions of folded[start:end], in order, none overlapping; `folded` is what `text.folding.fold` gives.

    Relative ones are resolved against `published`, narrative ones ("two days later") against the day named before
    them within the stretch; what cannot be resolved is given with its reason. Without `published` the day that the text
    itself bears stands in for it, if it bears one outright (`isnad.times.datelines`).
    """
    tokens = Tokens(folded, start, len(folded) if end is None else end)
    readings = scan(tokens, published)
    if published is None and (told := told_day(tokens, readings)) is not None:
        readings = scan(tokens, told)
    return [_expression(reading, tokens) for reading in readings]


def _expression(reading: Reading, tokens: Tokens) -> TimeExpression:
    found = reading.found
    start, end = tokens.span(reading.first, reading.last)
    earliest, latest = found.interval or (None, None)
    return TimeExpression(
        start=start,
        end=end,
        earliest=earliest,
        latest=latest,
        precision=precision_of(found.interval) if found.interval else None,
        part_of_day=found.part_of_day,
        relative=found.relative,
        future=found.future,
        kind=found.kind,
        unresolved=found.unresolved,
        other=found.other,
        leeway=found.leeway,
    )
