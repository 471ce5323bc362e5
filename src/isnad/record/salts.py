"""The salt of a row's audit digest: its report's, so that it is erased with the report."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from isnad.record.auditing import AuditEntry, AuditKind, entry_for
from isnad.record.tables import judgement, mention, report


def report_salt(connection: Connection, report_seq: int) -> bytes:
    """The salt of a report and its codings; empty once erased."""
    return connection.execute(select(report.c.salt).where(report.c.seq == report_seq)).scalar() or b""


def judgement_salt(connection: Connection, mentions: Iterable[str]) -> bytes:
    """The salts of the reports a judgement speaks of, one after the other."""
    return b"".join(_salt_of_mention(connection, one) for one in mentions)


def judgements_of(connection: Connection, report_seq: int) -> Iterator[Mapping[str, Any]]:
    """The rows of the judgements that speak of a mention of this report."""
    ids = set(connection.execute(select(mention.c.id).where(mention.c.report_seq == report_seq)).scalars())
    for row in connection.execute(select(judgement).order_by(judgement.c.seq)).all():
        if ids & set(msgspec.json.decode(row.mentions)):
            yield row._asdict()


def signed_anew(connection: Connection, report_seq: int, kind: AuditKind) -> list[AuditEntry]:
    """Entries with the digests that judgements on a report have after its salt has changed."""
    return [
        entry_for(kind, "judgement", row, judgement_salt(connection, msgspec.json.decode(row["mentions"])))
        for row in judgements_of(connection, report_seq)
    ]


def _salt_of_mention(connection: Connection, mention_id: str) -> bytes:
    query = select(report.c.salt).join(mention, mention.c.report_seq == report.c.seq).where(mention.c.id == mention_id)
    return connection.execute(query).scalar() or b""
