"""Exporting: a stream of incidents into a file and its claims table, with a tally of what was left out."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from isnad.model.recorded import RecordedIncident
from isnad.publishing.acled import Mapping
from isnad.publishing.claims import claim_rows
from isnad.publishing.columns import Row, read_columns
from isnad.publishing.delimited import open_csv
from isnad.publishing.formats import Format, Made, Writing
from isnad.publishing.profiles import LeftOut, Protect
from isnad.publishing.registry import Registry


class Outcome(Struct, frozen=True, kw_only=True):
    """How many incidents and claims were written, and the ids of those left out by reason."""

    incidents: int
    claims: int
    left_out: dict[str, tuple[str, ...]]


class _Run:
    """One pass over the incidents: both files grow together, memory stays flat but for the ids left out."""

    def __init__(self, protect: Protect, make: Callable[[RecordedIncident], Made | LeftOut]) -> None:
        self._protect, self._make = protect, make
        self.left_out: dict[str, list[str]] = {}
        self.incidents = self.claims = 0
        self.put_claim: Callable[[Row], None] | None = None

    def made(self, incidents: Iterable[RecordedIncident]) -> Iterator[Made]:
        for incident in incidents:
            safe = self._protect(incident)
            made = safe if isinstance(safe, LeftOut) else self._make(safe)
            if isinstance(safe, LeftOut):
                self._leave(incident, safe)
            elif isinstance(made, LeftOut):
                self._leave(incident, made)
            else:
                self.incidents += 1
                self._claim(safe)
                yield made

    def _leave(self, incident: RecordedIncident, why: LeftOut) -> None:
        self.left_out.setdefault(why.reason, []).append(incident.id)

    def _claim(self, incident: RecordedIncident) -> None:
        if self.put_claim is not None:
            for row in claim_rows(incident):
                self.put_claim(row)
                self.claims += 1


def export(
    incidents: Iterable[RecordedIncident],
    asked: Format,
    writing: Writing,
    protect: Protect,
    registry: Registry,
    claims: Path | None = None,
) -> Outcome:
    """Write the incidents, and to `claims` (CSV) a row for each of their sourced figures; the outcome.

    Raises OSError where a file cannot be written. What is left out is named by reason; nothing goes in silence.
    """
    mapping = Mapping(registry=registry, as_of=writing.created)
    run = _Run(protect, lambda incident: asked.make(incident, mapping))
    if claims is None:
        asked.write(writing, run.made(incidents))
    else:
        with open_csv(claims, read_columns("claims"), encoding="utf-8" if writing.plain else "utf-8-sig") as put:
            run.put_claim = put
            asked.write(writing, run.made(incidents))
    left = {reason: tuple(ids) for reason, ids in sorted(run.left_out.items())}
    return Outcome(incidents=run.incidents, claims=run.claims, left_out=left)
