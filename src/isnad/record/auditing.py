"""The audit chain: each entry holds the hash of the one before, and a salted digest of the row it speaks of.

An altered row no longer has the digest of its last entry, an altered or missing entry breaks the chain. Digests are
salted by the report's salt, which is erased with the report, so that nobody can test a guess at what was there.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Table, insert, select

from isnad.record.tables import audit, coded, judgement, report

AuditKind = Literal[
    "added",
    "coded",
    "judged",
    "undone",
    "retracted",
    "reinstated",
    "erased",
    "added_again",
    "original_erased",
    "exported",
]
START: Final = "0" * 64  # what the first entry follows
# The columns a digest covers: what was given and decided. What is derived is held against its sources instead.
DIGESTED: Final[Mapping[str, tuple[str, ...]]] = {
    "report": (
        *("seq", "id", "outlet", "published", "title", "url", "language", "text", "original", "intake_path"),
        *("added_at", "retracted_at", "erased_at"),
    ),
    "coded": ("seq", "report_seq", "coder", "coded_at", "document"),
    "judgement": ("seq", "kind", "mentions", "slot", "value", "machine_value", "author", "made_at", "reason"),
}
# Covered where they are not empty, so that rows of before these columns have the digests they had.
_LATER: Final[Mapping[str, tuple[str, ...]]] = {"judgement": ("undo_reason",), "report": ("mark_reason",)}
KEPT: Final[Mapping[str, Table]] = {"report": report, "coded": coded, "judgement": judgement}


class AuditEntry(Struct, frozen=True, kw_only=True):
    """What happened to a row: `subject` names it ("report:12"), `digest` is the row's as it then was."""

    kind: AuditKind
    subject: str
    digest: str
    note: str = ""


def entry_for(kind: AuditKind, table: str, row: Mapping[str, Any], salt: bytes, note: str = "") -> AuditEntry:
    """The entry that says `kind` of a row of a kept table."""
    return AuditEntry(kind=kind, subject=f"{table}:{row['seq']}", digest=row_digest(table, row, salt), note=note)


def row_digest(table: str, row: Mapping[str, Any], salt: bytes) -> str:
    """SHA-256 over the salt and the canonical JSON of the digested columns."""
    covered = {name: row[name] for name in DIGESTED[table]}
    covered |= {name: row[name] for name in _LATER.get(table, ()) if row.get(name) is not None}
    return sha256(salt + _canonical(covered)).hexdigest()


def entry_hash(row: Mapping[str, Any]) -> str:
    """SHA-256 over the hash before and the canonical JSON of the entry."""
    body = {name: row[name] for name in ("seq", "at", "kind", "subject", "author", "digest", "note")}
    return sha256(row["previous"].encode() + _canonical(body)).hexdigest()


def append_entries(connection: Connection, entries: Sequence[AuditEntry], author: str, at: datetime) -> int:
    """Append entries to the chain; gives the number of the last. The caller's transaction is the one writer's."""
    seq, previous = last_entry(connection)
    rows = []
    for entry in entries:
        seq += 1
        row = {"seq": seq, "at": at, "author": author, "previous": previous, **msgspec.structs.asdict(entry)}
        previous = row["hash"] = entry_hash(row)
        rows.append(row)
    if rows:
        connection.execute(insert(audit), rows)
    return seq


def last_entry(connection: Connection) -> tuple[int, str]:
    """Number and hash of the end of the chain."""
    last = connection.execute(select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)).first()
    return (int(last.seq), str(last.hash)) if last else (0, START)


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def _canonical(value: object) -> bytes:
    return msgspec.json.encode(value, order="deterministic")
