"""Stretches that begin with an event: "منذ سقوط المدينة في تموز 2013" is from July 2013 up to publication."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from isnad.times.calendar import precision_of
from isnad.times.expressions import TimeExpression

_SINCE: Final = re.compile(r"(?<![ء-ي])و?منذ (?=[ء-ي])")
_LONGEST: Final = 70  # characters from "منذ" to the time that dates the event
_BREAK: Final = re.compile(r"[.\n؛!؟]")
_DATING: Final = frozenset({"date", "month", "year", "weekday", "relative_day", "ago", "feast"})


def since_events(folded: str, times: Sequence[TimeExpression], published: date | None) -> Iterator[TimeExpression]:
    """For each "since" before an event that one of `times` dates soon after: the stretch from then up to publication."""
    if published is None:
        return
    starts = [time.start for time in times]
    for found in _SINCE.finditer(folded):
        row = bisect_left(starts, found.start())
        if row == len(times) or times[row].start - found.end() > _LONGEST or times[row].kind not in _DATING:
            continue
        time = times[row]
        begun = time.earliest
        nearest = time.start <= found.end() or (row > 0 and times[row - 1].end > found.start())
        if nearest or begun is None or begun > published or _BREAK.search(folded, found.end(), time.start):
            continue
        yield TimeExpression(
            start=found.start(), end=time.end, earliest=begun, latest=published,
            precision=precision_of((begun, published)), part_of_day=None, relative=time.relative, future=False,
            kind="span", unresolved=None, other=None, leeway=time.leeway,
        )  # fmt: skip
