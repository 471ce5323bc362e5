"""What linking asks of the record: the texts behind mentions, neighbours, reports to hold for copies."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from isnad.model.judgement import Judgement
from isnad.record.grouping import chances_of, chunks, mates_of
from isnad.record.tables import mention, report


def texts_of(connection: Connection, report_ids: Iterable[str]) -> dict[str, str]:
    """The text of each of these reports by its id; those that were erased are left out."""
    found: dict[str, str] = {}
    for piece in chunks(sorted(set(report_ids))):
        query = select(report.c.id, report.c.text).where(report.c.id.in_(piece), report.c.text.is_not(None))
        found.update({row.id: row.text for row in connection.execute(query)})
    return found


def around(connection: Connection, seqs: Iterable[int], judgements: Sequence[Judgement], least: float) -> list[int]:
    """These, and whole incidents that pairs of at least this chance, or judgements, join to them, in order."""
    judged, given = _judged(connection, judgements), set(seqs)
    near = {seq for one in chances_of(connection, given, least) for seq in (one.low, one.high)}
    near |= {other for seq in given for other in judged.get(seq, ())}
    return mates_of(connection, given | near)


def unlinked_reports(connection: Connection) -> list[int]:
    """The numbers of the reports with mentions that wait to be linked, in order of arrival."""
    query = select(mention.c.report_seq).where(mention.c.active, mention.c.linked.is_(False)).distinct()
    return list(connection.execute(query.order_by(mention.c.report_seq)).scalars())


def members_of(connection: Connection, seqs: Iterable[int]) -> list[tuple[int, str, str]]:
    """Number, id and report's id of these mentions as far as they are told, in order of arrival."""
    query = select(mention.c.seq, mention.c.id, report.c.id.label("report")).where(mention.c.active)
    query = query.join(report, report.c.seq == mention.c.report_seq).order_by(mention.c.seq)
    return [
        (row.seq, row.id, row.report)
        for piece in chunks(sorted(set(seqs)))
        for row in connection.execute(query.where(mention.c.seq.in_(piece)))
    ]


def report_ids(connection: Connection, seqs: Iterable[int]) -> dict[int, str]:
    """The ids of reports by their numbers."""
    return {
        row.seq: row.id
        for piece in chunks(seqs)
        for row in connection.execute(select(report.c.seq, report.c.id).where(report.c.seq.in_(piece)))
    }


def _judged(connection: Connection, judgements: Sequence[Judgement]) -> dict[int, set[int]]:
    """Which mentions a person spoke of together with which."""
    together = [judgement.mentions for judgement in judgements if len(judgement.mentions) == 2]
    ids = {one for pair in together for one in pair}
    seqs = {
        row.id: row.seq
        for piece in chunks(sorted(ids))
        for row in connection.execute(select(mention.c.id, mention.c.seq).where(mention.c.id.in_(piece)))
    }
    found: dict[int, set[int]] = {}
    for one, other in together:
        if one in seqs and other in seqs:
            found.setdefault(seqs[one], set()).add(seqs[other])
            found.setdefault(seqs[other], set()).add(seqs[one])
    return found
