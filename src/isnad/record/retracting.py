"""A report its outlet took back: it stays, marked, and its figures leave the best values.

Why it was marked stands beside it and not in the audit chain, so that it goes when the report is erased.
"""

from datetime import datetime

from sqlalchemy import Connection, select, update

from isnad.model.errors import UsageError
from isnad.record.auditing import AuditKind, append_entries, entry_for, now
from isnad.record.tables import report


def retract(connection: Connection, report_id: str, author: str, reason: str = "") -> None:
    """Mark a report as taken back by its outlet. Raises UsageError where it is not on record, erased, or marked."""
    _mark(connection, report_id, now(), author, reason)


def reinstate(connection: Connection, report_id: str, author: str, reason: str = "") -> None:
    """Take such a mark away again. Raises UsageError where there is none."""
    _mark(connection, report_id, None, author, reason)


def _mark(connection: Connection, report_id: str, mark: datetime | None, author: str, reason: str) -> None:
    found = connection.execute(select(report).where(report.c.id == report_id)).first()
    if found is None:
        raise UsageError(f"not on record: {report_id}")
    if found.erased_at is not None:
        raise UsageError(f"{report_id} was erased")
    if (found.retracted_at is None) == (mark is None):
        raise UsageError(f"{report_id} is {'not marked' if mark is None else 'marked already'} as retracted")
    marked = {"retracted_at": mark, "mark_reason": reason or None}
    row = {**found._asdict(), **marked}
    connection.execute(update(report).where(report.c.seq == row["seq"]).values(marked))
    kind: AuditKind = "reinstated" if mark is None else "retracted"
    append_entries(connection, [entry_for(kind, "report", row, row["salt"])], author, now())
