"""Derived rows against what they are derived from: mentions and figures against coded reports and texts."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from isnad.model.coded import CodedReport
from isnad.record.adding import home_of
from isnad.record.deriving import figure_columns, folded_digest, mention_columns, read_document
from isnad.record.engine import Database
from isnad.record.reading import paged
from isnad.record.tables import coded, figure, mention, report
from isnad.record.verifying_result import Finding


def derived_findings(database: Database) -> Iterator[Finding]:
    """Report by report."""
    for row in paged(database, select(report).order_by(report.c.seq), lambda row: report.c.seq > row.seq):
        with database.reading() as connection:
            yield from _report_findings(connection, row._asdict())


def _report_findings(connection: Connection, row: dict[str, Any]) -> Iterator[Finding]:
    if row["erased_at"] is None and folded_digest(row["text"] or "") != row["folded_digest"]:
        yield Finding(table="report", row=str(row["seq"]), what="its folded digest is not its text's")
    codings = connection.execute(select(coded).where(coded.c.report_seq == row["seq"]).order_by(coded.c.seq)).all()
    current = [one for one in codings if one.current]
    if len(current) != (0 if row["erased_at"] else 1):
        yield Finding(table="report", row=str(row["seq"]), what=f"has {len(current)} current codings")
        return
    told = select(mention).where(mention.c.report_seq == row["seq"], mention.c.active).order_by(mention.c.number)
    mentions = connection.execute(told).all()
    if not current:
        yield from (_wrong("mention", one.seq, "is told by a report that was erased") for one in mentions)
        return
    try:
        read = read_document(current[0].document, row["text"])
    except (msgspec.MsgspecError, TypeError) as error:
        yield _wrong("coded", current[0].seq, f"is no coded report: {error}")
        return
    yield from _mention_findings(connection, read, current[0].seq, mentions, home_of(connection, row))


def _mention_findings(
    connection: Connection, read: CodedReport, coded_seq: int, mentions: Any, home: str
) -> Iterator[Finding]:
    if [one.number for one in mentions] != list(range(len(read.incidents))):
        yield _wrong("coded", coded_seq, f"tells {len(read.incidents)} incidents, on record are {len(mentions)}")
        return
    for one, incident in zip(mentions, read.incidents, strict=True):
        row = one._asdict()
        wanted = {**mention_columns(one.number, incident), "coded_seq": coded_seq}
        wrong = [name for name, value in wanted.items() if row[name] != value]
        if wrong:
            yield _wrong("mention", one.seq, f"is not what its coded report says: {', '.join(wrong)}")
        for span in incident.mentions:
            if read.text[span.start : span.end] != span.text:
                yield _wrong("mention", one.seq, f"its words at {span.start}–{span.end} are not those of the text")
        yield from _figure_findings(connection, one.seq, figure_columns(incident, home), len(read.text))


def _figure_findings(
    connection: Connection, mention_seq: int, wanted: list[dict[str, Any]], length: int
) -> Iterator[Finding]:
    found = connection.execute(select(figure).where(figure.c.mention_seq == mention_seq).order_by(figure.c.seq)).all()
    rows = [
        {name: value for name, value in one._asdict().items() if name not in {"seq", "mention_seq"}} for one in found
    ]
    if rows != wanted:
        yield _wrong("mention", mention_seq, "its figures are not what its coded report says")
    for one in found:
        if not 0 <= one.start <= one.end <= length:
            yield _wrong("figure", one.seq, f"its words at {one.start}–{one.end} are outside of the text")


def _wrong(table: str, seq: int, what: str) -> Finding:
    return Finding(table=table, row=str(seq), what=what)
