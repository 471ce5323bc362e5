"""Erasing a report for legal or safety reasons: its words are gone everywhere, a tombstone stays, the chain holds.

What goes: text, title, url, language, intake path, search text, original, salt, why it was marked as retracted; its coded documents; the slots of its
mentions, its figures, pairs and clues; what people wrote in judgements on it and on its incidents
(`erasing_judgements`); the digests of its incidents in snapshots. What stays: the report's id, outlet and day (so that it is not added again unawares), the ids of its mentions, and who erased
it when and why. The salt being gone, no old digest of the chain tells whether a guess at the words is right.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, delete, select, text, update

from isnad.model.errors import UsageError
from isnad.record import clues
from isnad.record.auditing import AuditEntry, append_entries, entry_for, now
from isnad.record.engine import Database
from isnad.record.erasing_judgements import empty_around
from isnad.record.grouping import chunks, drop_pairs, leave_groups
from isnad.record.originals import drop_original, unfinished
from isnad.record.salts import judgements_of, signed_anew
from isnad.record.snapshots import forget_digests
from isnad.record.tables import clue, coded, figure, judgement, mention, report, shingle, trait

_GONE: Final = (
    *("title", "url", "language", "text", "folded_digest", "original", "intake_path", "salt", "search_text"),
    "mark_reason",
)
_SLOTS: Final = ("country", "earliest", "latest", "latitude", "longitude", "document")
_REWRITTEN: Final = (
    "VACUUM FULL report, report_search, coded, mention, figure, pair, clue, shingle, trait, judgement, snapshot"
)


def erase(connection: Connection, originals: Path, report_id: str, author: str, reason: str) -> None:
    """Erase a report in the caller's writing transaction; `rewrite` the database afterwards.

    The original goes first: a kill in between leaves a row whose original is missing, which `verify` names, and not a
    file that nobody knows of. Raises UsageError where it is not on record or erased already.
    """
    found = connection.execute(select(report).where(report.c.id == report_id)).first()
    if found is None:
        raise UsageError(f"not on record: {report_id}")
    if found.erased_at is not None:
        raise UsageError(f"{report_id} was erased on {found.erased_at:%Y-%m-%d}")
    row, at = found._asdict(), now()
    empty_around(connection, row, author, at)
    entries = _empty_report(connection, row, reason, at)
    entries += _drop_original(connection, originals, row)
    _empty_mentions(connection, row["seq"])
    entries += _empty_coded(connection, row["seq"])
    entries += _empty_judgements(connection, row["seq"])
    append_entries(connection, entries, author, at)
    if connection.dialect.name == "sqlite":
        # One segment is left, without the words that were taken out.
        connection.execute(text("INSERT INTO report_search(report_search) VALUES ('optimize')"))


def rewrite(database: Database) -> None:
    """Write the database anew, so that no page keeps what was erased (SQLite's `secure_delete` overwrote it already)."""
    with database.alone() as connection:
        connection.execute(text("VACUUM" if database.is_sqlite else _REWRITTEN))


def _empty_report(connection: Connection, row: dict[str, Any], reason: str, at: datetime) -> list[AuditEntry]:
    gone = {**dict.fromkeys(_GONE), "erased_at": at, "retracted_at": None}
    connection.execute(update(report).where(report.c.seq == row["seq"]).values(gone))
    return [entry_for("erased", "report", {**row, **gone}, b"", reason)]


def _drop_original(connection: Connection, originals: Path, row: Mapping[str, Any]) -> list[AuditEntry]:
    """Also where other reports came in the same file: their texts stay, the file does not."""
    for part in list(unfinished(originals)):  # of a process that was killed: no other writes while this one does
        part.unlink()
    if row["original"] is None:
        return []
    drop_original(originals, row["original"])
    others = connection.execute(select(report).where(report.c.original == row["original"])).all()
    connection.execute(update(report).where(report.c.original == row["original"]).values(original=None))
    return [
        entry_for("original_erased", "report", {**one._asdict(), "original": None}, one.salt or b"") for one in others
    ]


def _empty_mentions(connection: Connection, report_seq: int) -> None:
    rows = connection.execute(select(mention).where(mention.c.report_seq == report_seq)).all()
    seqs = [one.seq for one in rows]
    leave_groups(connection, [one.seq for one in rows if one.active])
    drop_pairs(connection, seqs)
    for table in (clue, trait):
        clues.drop(connection, table, seqs)
    clues.drop(connection, shingle, [report_seq])
    for piece in chunks(seqs):
        connection.execute(delete(figure).where(figure.c.mention_seq.in_(piece)))
    emptied = update(mention).where(mention.c.report_seq == report_seq)
    connection.execute(emptied.values(type="other", **dict.fromkeys(_SLOTS)))
    forget_digests(connection, {one.id for one in rows})


def _empty_coded(connection: Connection, report_seq: int) -> list[AuditEntry]:
    rows = connection.execute(select(coded).where(coded.c.report_seq == report_seq)).all()
    connection.execute(update(coded).where(coded.c.report_seq == report_seq).values(document=None, current=False))
    return [entry_for("erased", "coded", {**one._asdict(), "document": None}, b"") for one in rows]


def _empty_judgements(connection: Connection, report_seq: int) -> list[AuditEntry]:
    seqs = [row["seq"] for row in judgements_of(connection, report_seq)]
    for piece in chunks(seqs):
        emptied = update(judgement).where(judgement.c.seq.in_(piece))
        connection.execute(emptied.values(value=None, machine_value=None, reason="", undo_reason=None))
    return signed_anew(connection, report_seq, "erased")
