"""A report on record read anew: old codings stay, ids live on, human judgements keep what they speak of."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection, delete, select, update

from isnad.model.coded import CodedReport, Incident
from isnad.record.arrivals import Added, Arrival
from isnad.record.auditing import entry_for
from isnad.record.deriving import mention_columns
from isnad.record.grouping import drop_pairs, leave_groups, unlink
from isnad.record.inheriting import OldMention, inherited
from isnad.record.salts import signed_anew
from isnad.record.tables import coded, figure, mention, report

if TYPE_CHECKING:
    from isnad.record.adding import Batch


def recode(batch: "Batch", read: CodedReport, row: Mapping[str, Any]) -> Added:
    """Another coder's reading beside those on record; `known` where this coder's is there already."""
    theirs = select(coded.c.seq).where(coded.c.report_seq == row["seq"], coded.c.coder == read.coder)
    if batch.connection.execute(theirs).first() is not None:
        ids = select(mention.c.id).where(mention.c.report_seq == row["seq"], mention.c.active).order_by(mention.c.seq)
        return Added(id=read.id, outcome="known", mentions=tuple(batch.connection.execute(ids).scalars()))
    return Added(id=read.id, outcome="recoded", mentions=tell_anew(batch, read, dict(row)))


def add_again(batch: "Batch", arrival: Arrival, row: Mapping[str, Any]) -> Added:
    """An erased report added again because that was asked for: its tombstone becomes its row, under a new salt."""
    whole = {**row, **batch.report_columns(arrival, row["seq"]), "erased_at": None, "retracted_at": None}
    batch.connection.execute(update(report).where(report.c.seq == row["seq"]).values(whole))
    batch.entries.append(entry_for("added_again", "report", whole, whole["salt"]))
    emptied = select(coded).where(coded.c.report_seq == row["seq"])
    for old in batch.connection.execute(emptied):
        batch.entries.append(entry_for("erased", "coded", old._asdict(), whole["salt"]))
    batch.entries.extend(signed_anew(batch.connection, row["seq"], "added_again"))
    return Added(id=arrival.report.id, outcome="new", mentions=tell_anew(batch, arrival.coded, whole))


def tell_anew(batch: "Batch", read: CodedReport, row: dict[str, Any]) -> tuple[str, ...]:
    """Make `read` the current coding of a report on record; gives the ids of its mentions."""
    from isnad.record.adding import home_of

    batch.write()
    connection, home = batch.connection, home_of(batch.connection, row)
    connection.execute(update(coded).where(coded.c.report_seq == row["seq"]).values(current=False))
    coded_seq = _coded_row(batch, read, row)
    batch.write()
    old = _old_mentions(connection, row["seq"])
    heirs = inherited(list(old.values()), read.incidents)
    leave_groups(connection, [seq for seq, one in old.items() if one.active and seq not in heirs.values()])
    _drop_figures(connection, list(old))
    ids = []
    for number, incident in enumerate(read.incidents):
        if number in heirs:
            columns = {**mention_columns(number, incident), "coded_seq": coded_seq, "active": True, "linked": False}
            ids.append(_tell_again(batch, old[heirs[number]], columns, incident, home))
        else:
            ids.append(batch.add_mention(row, coded_seq, number, read, home))
    return tuple(ids)


def _coded_row(batch: "Batch", read: CodedReport, row: dict[str, Any]) -> int:
    emptied = select(coded).where(coded.c.report_seq == row["seq"], coded.c.coder == read.coder)
    found = batch.connection.execute(emptied).first()
    if found is None:
        return batch.add_coded(row, read)
    whole = {**found._asdict(), "document": read.to_json(), "coded_at": batch.at, "current": True}
    batch.connection.execute(update(coded).where(coded.c.seq == whole["seq"]).values(whole))
    batch.entries.append(entry_for("coded", "coded", whole, row["salt"]))
    return int(whole["seq"])


def _old_mentions(connection: Connection, report_seq: int) -> dict[int, OldMention]:
    query = select(mention.c.seq, mention.c.active, mention.c.document)
    kept = query.where(mention.c.report_seq == report_seq, mention.c.document.is_not(None)).order_by(mention.c.seq)
    return {
        row.seq: OldMention(seq=row.seq, active=row.active, incident=msgspec.json.decode(row.document, type=Incident))
        for row in connection.execute(kept)
    }


def _drop_figures(connection: Connection, seqs: list[int]) -> None:
    connection.execute(delete(figure).where(figure.c.mention_seq.in_(seqs)))


def _tell_again(batch: "Batch", was: OldMention, columns: dict[str, Any], incident: Incident, home: str) -> str:
    connection = batch.connection
    unlink(connection, [was.seq])
    drop_pairs(connection, [was.seq])
    if not was.active:
        columns["senior"] = was.seq  # it had followed an incident that it may no longer belong to
    connection.execute(update(mention).where(mention.c.seq == was.seq).values(columns))
    batch.add_figures(was.seq, incident, home)
    return str(connection.execute(select(mention.c.id).where(mention.c.seq == was.seq)).scalar_one())
