"""By what linking finds mentions and reports again without reading all of them: numbers whose meaning is its own affair.

`clue` holds them for mentions, `shingle` for reports, `trait` what linking compares of a mention; all are derived, and go with what they were made of.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import Connection, Table, delete, func, insert, or_, select

from isnad.record.grouping import chunks, temporary
from isnad.record.tables import clue, mention, report, shingle, trait


def keep(connection: Connection, table: Table, keys: Mapping[int, Collection[int]]) -> None:
    """Keep the keys of mentions (`clue`) or reports (`shingle`), in place of their former ones."""
    owner = _owner(table)
    drop(connection, table, keys)
    rows = ({"key": key, owner: seq} for seq, found in keys.items() for key in found)
    for piece in chunks(rows, 10_000):
        connection.execute(insert(table), piece)


def drop(connection: Connection, table: Table, seqs: Iterable[int]) -> None:
    """Forget the keys of these mentions or reports."""
    for piece in chunks(seqs):
        connection.execute(delete(table).where(table.c[_owner(table)].in_(piece)))


def mentions_sharing(connection: Connection, sought: Mapping[int, Mapping[int, int]], enough: int) -> list[int]:
    """The linked mentions that hold keys worth `enough` together, to any one who looks for them, in order.

    `sought`: who looks for which keys, and what each is worth.
    """
    rows = ({"looker": who, "key": key, "worth": worth} for who, keys in sought.items() for key, worth in keys.items())
    with temporary(connection, "sought", "looker", "key", "worth") as table:
        for piece in chunks(rows, 10_000):
            connection.execute(insert(table), piece)
        found = select(clue.c.mention_seq).join_from(table, clue, clue.c.key == table.c.key)
        found = found.group_by(table.c.looker, clue.c.mention_seq).having(func.sum(table.c.worth) >= enough)
        linked = select(mention.c.seq).where(mention.c.active, mention.c.linked)
        return sorted(connection.execute(linked.where(mention.c.seq.in_(found))).scalars())


def reports_with(connection: Connection, keys: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Key and report of each report that has one of these keys."""
    for piece in chunks(keys):
        query = select(shingle.c.key, shingle.c.report_seq).where(shingle.c.key.in_(piece))
        yield from map(tuple, connection.execute(query).all())


def key_counts(connection: Connection, report_seqs: Iterable[int]) -> dict[int, int]:
    """How many keys each of these reports has."""
    counted = select(shingle.c.report_seq, func.count().label("keys")).group_by(shingle.c.report_seq)
    return {
        row.report_seq: row.keys
        for piece in chunks(report_seqs)
        for row in connection.execute(counted.where(shingle.c.report_seq.in_(piece)))
    }


def reports_without(connection: Connection) -> list[int]:
    """The reports with a text that have no keys, in order of arrival."""
    query = select(report.c.seq).outerjoin(shingle, shingle.c.report_seq == report.c.seq)
    query = query.where(report.c.text.is_not(None), shingle.c.key.is_(None))
    return list(connection.execute(query.order_by(report.c.seq)).scalars())


def with_copies(connection: Connection, report_seqs: Iterable[int]) -> set[int]:
    """These reports, the originals they are copies of, and all copies of either."""
    found = set(report_seqs)
    for _ in range(2):  # from copies to originals, from these to all their copies
        for piece in chunks(sorted(found)):
            query = select(report.c.seq, report.c.copy_of).where(report.c.copy_of.is_not(None))
            for row in connection.execute(query.where(or_(report.c.seq.in_(piece), report.c.copy_of.in_(piece)))):
                found |= {row.seq, row.copy_of}
    return found


def texts_by_seq(connection: Connection, report_seqs: Iterable[int]) -> list[tuple[int, str, date | None]]:
    """Number, text and day of these reports, in order of arrival; those that were erased are left out."""
    query = select(report.c.seq, report.c.text, report.c.published).where(report.c.text.is_not(None))
    return [
        (row.seq, row.text, row.published)
        for piece in chunks(sorted(set(report_seqs)))
        for row in connection.execute(query.where(report.c.seq.in_(piece)).order_by(report.c.seq))
    ]


def keep_traits(connection: Connection, found: Mapping[int, bytes], maker: str) -> None:
    """Keep what a maker (a version of linking) made of mentions, in place of what was kept of them."""
    drop(connection, trait, found)
    for piece in chunks(found.items(), 5_000):
        rows = [{"mention_seq": seq, "maker": maker, "content": content} for seq, content in piece]
        connection.execute(insert(trait), rows)


def traits_of(connection: Connection, seqs: Iterable[int], maker: str) -> dict[int, bytes]:
    """What this maker kept of these mentions; those of another maker are left out."""
    query = select(trait.c.mention_seq, trait.c.content).where(trait.c.maker == maker)
    return {
        seq: content
        for piece in chunks(sorted(set(seqs)))
        for seq, content in connection.execute(query.where(trait.c.mention_seq.in_(piece)))
    }


def _owner(table: Table) -> str:
    return "report_seq" if table is shingle else "mention_seq"
