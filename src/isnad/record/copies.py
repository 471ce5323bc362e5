"""Which reports are copies of which; what is told by a copy goes back to its original's outlet."""

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection, bindparam, select, update

from isnad.model.errors import UsageError
from isnad.record.adding import home_of
from isnad.record.grouping import chunks
from isnad.record.tables import figure, mention, report


def set_copies(connection: Connection, copies: Mapping[str, str | None]) -> int:
    """Say of reports (ids) whose copies they are, None for an original; gives how many changed.

    Raises UsageError for a report that is not on record, or a copy of itself.
    """
    seqs = _seqs(connection, {*copies, *(first for first in copies.values() if first is not None)})
    if any(copy == first for copy, first in copies.items()):
        raise UsageError("a report is no copy of itself")
    wanted = {seqs[copy]: None if first is None else seqs[first] for copy, first in copies.items()}
    were = {
        row.seq: row.copy_of
        for piece in chunks(wanted)
        for row in connection.execute(select(report.c.seq, report.c.copy_of).where(report.c.seq.in_(piece)))
    }
    changed = [{"at": seq, "to": first} for seq, first in wanted.items() if were[seq] != first]
    if changed:
        change = update(report).where(report.c.seq == bindparam("at")).values(copy_of=bindparam("to"))
        connection.execute(change, changed)
        _go_back(connection, [row["at"] for row in changed if row["at"] is not None])
    return len(changed)


def _seqs(connection: Connection, ids: set[str]) -> dict[str, int]:
    found = {
        row.id: row.seq
        for piece in chunks(sorted(ids))
        for row in connection.execute(select(report.c.id, report.c.seq).where(report.c.id.in_(piece)))
    }
    missing = sorted(ids - found.keys())
    if missing:
        raise UsageError(f"not on record: {', '.join(missing[:5])}")
    return found


def _go_back(connection: Connection, seqs: list[int]) -> None:
    """The roots of the figures that these reports give in their own name."""
    uncredited = msgspec.json.encode([]).decode()
    for piece in chunks(seqs):
        query = select(report.c.seq, report.c.id, report.c.outlet, report.c.copy_of).where(report.c.seq.in_(piece))
        for row in connection.execute(query).mappings().all():
            own = select(mention.c.seq).where(mention.c.report_seq == row["seq"])
            change = update(figure).where(figure.c.mention_seq.in_(own), figure.c.chain == uncredited)
            connection.execute(change.values(root=home_of(connection, row)))
