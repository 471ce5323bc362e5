"""Small cells of a public brief: what so few incidents are behind that a figure would tell of one of them (docs/harm.md).

A row that is left empty beside a total can be worked out from it, so small rows are put together with the next smallest;
and an incident of a small cell is told in sums only, neither by itself nor as a row of a list.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from isnad.model.recorded import RecordedIncident
from isnad.publishing.brief_request import Asked

FEWEST: Final = 3  # incidents of a cell that a public brief shows (issue 6, "Do no harm")

Group = tuple[str, Sequence[RecordedIncident]]


def is_small(number: int, asked: Asked) -> bool:
    """Is a cell with so many incidents withheld; an empty one tells of nobody."""
    return asked.profile == "public" and 0 < number < FEWEST


def told_singly(incidents: Sequence[RecordedIncident], asked: Asked) -> tuple[RecordedIncident, ...]:
    """The incidents that may stand by themselves: in a public brief those of no small division and no rare type."""
    if asked.profile != "public":
        return tuple(incidents)
    divisions, types = Counter(map(_division, incidents)), Counter(incident.type for incident in incidents)
    return tuple(
        incident
        for incident in incidents
        if divisions[_division(incident)] >= FEWEST and types[incident.type] >= FEWEST
    )


def _division(incident: RecordedIncident) -> tuple[str | None, str | None]:
    where = incident.where
    return (where.country, where.admin1_code or where.admin1) if where else (None, None)


def pooled(groups: Mapping[str, Sequence[RecordedIncident]], asked: Asked, others: str) -> list[Group]:
    """The rows of a table, the largest first; small ones as one row `others`, with the next smallest where needed.

    Two rows at least are put together: one alone would be what the total leaves over.
    """
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    small = [each for each in ordered if is_small(len(each[1]), asked)]
    kept = ordered[: len(ordered) - len(small)]
    while small and kept and (len(small) < 2 or _size(small) < FEWEST):
        small.insert(0, kept.pop())
    if not small:
        return list(ordered)
    return [*kept, (others, [incident for _, part in small for incident in part])]


def _size(groups: Iterable[Group]) -> int:
    return sum(len(part) for _, part in groups)
