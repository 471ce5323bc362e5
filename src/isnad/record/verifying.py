"""Verifying: what is on record against hashes, the audit chain, foreign keys, and the words it says it stands on."""

from collections.abc import Generator, Iterator
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Table, select, text

from isnad.model.errors import RecordError
from isnad.record.auditing import KEPT, START, entry_hash, row_digest
from isnad.record.engine import Database
from isnad.record.originals import digest_of, original_path
from isnad.record.reading import paged
from isnad.record.salts import judgement_salt, report_salt
from isnad.record.tables import audit, report
from isnad.record.verifying_derived import derived_findings
from isnad.record.verifying_result import Finding
from isnad.record.workspace import Workspace


def verify(workspace: Workspace, database: Database) -> Iterator[Finding]:
    """All that is not as it should be; nothing where the record is sound. Reads everything, memory flat.

    Run it while nobody writes: what is added meanwhile is not looked at, or may be named before its entry is seen.
    """
    try:
        yield from _file_findings(database)
        chain = yield from _chain_findings(database)
        yield from _row_findings(database, chain)
        yield from _original_findings(workspace, database)
        yield from derived_findings(database)
    except RecordError as error:
        yield Finding(table="database", row="", what=error.message)
    except (ValueError, TypeError, msgspec.MsgspecError) as error:
        # SQLite lets anything be written into any column.
        yield Finding(
            table="database", row="", what=f"a value is not of its column's kind ({error}); the rest is unread"
        )


def _file_findings(database: Database) -> Iterator[Finding]:
    """What the database itself finds; PostgreSQL enforces its keys at every write."""
    if not database.is_sqlite:
        return
    with database.reading() as connection:
        for row in connection.execute(text("PRAGMA integrity_check")):
            if row[0] != "ok":
                yield Finding(table="database", row="", what=str(row[0]))
        for row in connection.execute(text("PRAGMA foreign_key_check")):
            yield Finding(table=str(row[0]), row=str(row[1]), what=f"refers to a row of {row[2]} that is not there")


class _Chain(Struct, frozen=True):
    """What the audit chain says of rows: the last digest of each, and the entry that undid it."""

    digests: dict[str, str] = {}
    undone: dict[str, int] = {}


def _chain_findings(database: Database) -> Generator[Finding, None, _Chain]:
    """Walk the chain."""
    previous, expected, chain = START, 1, _Chain()
    for row in paged(database, select(audit).order_by(audit.c.seq), lambda row: audit.c.seq > row.seq):
        whole = row._asdict()
        if row.seq != expected:
            yield Finding(table="audit", row=str(expected), what="is missing")
        if row.previous != previous:
            yield Finding(table="audit", row=str(row.seq), what="does not follow the entry before it")
        if entry_hash(whole) != row.hash:
            yield Finding(table="audit", row=str(row.seq), what="was altered")
        previous, expected = row.hash, row.seq + 1
        chain.digests[row.subject] = row.digest
        if row.kind == "undone":
            chain.undone[row.subject] = row.seq
    return chain


def _row_findings(database: Database, chain: _Chain) -> Iterator[Finding]:
    """Kept rows that are not as the chain last saw them, that it never saw, or that are gone."""
    seen = set()
    for name, table in KEPT.items():
        for row in paged(database, select(table).order_by(table.c.seq), _after(table)):
            subject = f"{name}:{row.seq}"
            seen.add(subject)
            if subject not in chain.digests:
                yield Finding(table=name, row=str(row.seq), what="was put in behind the audit chain's back")
                continue
            with database.reading() as connection:
                digest = row_digest(name, row._asdict(), _salt(connection, name, row))
            if digest != chain.digests[subject]:
                yield Finding(table=name, row=str(row.seq), what="was altered behind the audit chain's back")
            if name == "judgement" and row.undone_by != chain.undone.get(subject):
                yield Finding(table=name, row=str(row.seq), what="its mark of being undone is not what the chain says")
    for subject in sorted(chain.digests.keys() - seen):
        name, number = subject.split(":")
        if name in KEPT:
            yield Finding(table=name, row=number, what="was taken out behind the audit chain's back")


def _after(table: Table) -> Any:
    return lambda row: table.c.seq > row.seq


def _salt(connection: Connection, table: str, row: Any) -> bytes:
    if table == "report":
        return row.salt or b""
    if table == "coded":
        return report_salt(connection, row.report_seq)
    return judgement_salt(connection, msgspec.json.decode(row.mentions))


def _original_findings(workspace: Workspace, database: Database) -> Iterator[Finding]:
    query = select(report.c.seq, report.c.original).where(report.c.original.is_not(None)).order_by(report.c.seq)
    for row in paged(database, query, lambda row: report.c.seq > row.seq):
        path = original_path(workspace.originals, row.original)
        try:
            if digest_of(path) != row.original:
                yield Finding(table="report", row=str(row.seq), what=f"its original {path} was altered")
        except OSError as error:
            yield Finding(table="report", row=str(row.seq), what=f"its original {path}: {error.strerror}")
