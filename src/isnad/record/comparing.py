"""What linking asks of the record: the texts behind mentions, neighbours, reports to hold for copies."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from isnad.record.grouping import chunks, seniors_of
from isnad.record.tables import mention, report


def texts_of(connection: Connection, report_ids: Iterable[str]) -> dict[str, str]:
    """The text of each of these reports by its id; those that were erased are left out."""
    found: dict[str, str] = {}
    for piece in chunks(sorted(set(report_ids))):
        query = select(report.c.id, report.c.text).where(report.c.id.in_(piece), report.c.text.is_not(None))
        found.update({row.id: row.text for row in connection.execute(query)})
    return found


def unlinked_reports(connection: Connection) -> list[int]:
    """The numbers of the reports with mentions that wait to be linked, in order of arrival."""
    query = select(mention.c.report_seq).where(mention.c.active, mention.c.linked.is_(False)).distinct()
    return list(connection.execute(query.order_by(mention.c.report_seq)).scalars())


def incidents_of(connection: Connection, seqs: Iterable[int]) -> list[tuple[int, str, str, int]]:
    """Number, id, report's id and senior of these mentions and of all that stand in an incident with them, as far as told."""
    query = select(mention.c.seq, mention.c.id, report.c.id, mention.c.senior).where(mention.c.active)
    query = query.join(report, report.c.seq == mention.c.report_seq)
    homes = seniors_of(connection, seqs)
    return [
        (seq, name, told_by, senior)
        for piece in chunks(sorted(set(homes.values())))
        for seq, name, told_by, senior in connection.execute(query.where(mention.c.senior.in_(piece)))
    ]


def numbers(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """The numbers of mentions by their ids, as far as they are told."""
    query = select(mention.c.id, mention.c.seq).where(mention.c.active)
    return {
        row.id: row.seq
        for piece in chunks(sorted(ids))
        for row in connection.execute(query.where(mention.c.id.in_(piece)))
    }


def report_ids(connection: Connection, seqs: Iterable[int]) -> dict[int, str]:
    """The ids of reports by their numbers."""
    return {
        row.seq: row.id
        for piece in chunks(seqs)
        for row in connection.execute(select(report.c.seq, report.c.id).where(report.c.seq.in_(piece)))
    }
