"""What the record knows of exports: the coders behind what is told, and that a file went out."""

from typing import Final

from sqlalchemy import Connection, select

from isnad.record.auditing import AuditEntry, append_entries, now
from isnad.record.tables import coded

_SHOWN: Final = 16  # digits of the file's hash that name the export


def coders(connection: Connection) -> tuple[str, ...]:
    """The coder versions whose codings are current, in order."""
    query = select(coded.c.coder).where(coded.c.current).distinct().order_by(coded.c.coder)
    return tuple(connection.execute(query).scalars())


def log_export(connection: Connection, digest: str, note: str, author: str) -> int:
    """Append to the audit chain that a file with this SHA-256 went out; `note` says what was in it. Its entry's number.

    The entry speaks of no kept row, so verifying walks over it as a link of the chain.
    """
    entry = AuditEntry(kind="exported", subject=f"export:{digest[:_SHOWN]}", digest=digest, note=note)
    return append_entries(connection, [entry], author, now())
