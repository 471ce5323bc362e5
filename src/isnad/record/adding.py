"""Adding reports: one transaction a batch, so that what is answered was committed (decision 9)."""

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Table, bindparam, func, insert, select

from isnad.model.coded import CodedReport
from isnad.record.arrivals import Added, Arrival, refusal
from isnad.record.auditing import AuditEntry, append_entries, entry_for, now
from isnad.record.deriving import figure_columns, folded_digest, mention_columns, mention_id
from isnad.record.originals import keep_original, settle
from isnad.record.searching import search_column
from isnad.record.tables import coded, figure, mention, report

SALT_BYTES: Final = 16
_WITH_ID: Final = select(mention.c.seq).where(mention.c.id == bindparam("id"))


class Batch:
    """The rows of one batch, written together at its end; numbers are given here, under the one writer's lock."""

    def __init__(
        self, connection: Connection, originals: Path, search_text: Callable[[str], str], author: str, again: bool
    ) -> None:
        self.connection, self.originals, self.search_text = connection, originals, search_text
        self.author, self.again, self.at = author, again, now()
        self.entries: list[AuditEntry] = []
        self._rows: dict[str, list[dict[str, Any]]] = {"report": [], "coded": [], "mention": [], "figure": []}
        self._next: dict[str, int] = {}
        self._ids: set[str] = set()
        self._seen: set[str] = set()
        self._kept: set[str] = set()
        self._digests: dict[str, int] = {}

    def add(self, arrival: Arrival) -> Added:
        """What becomes of one arrival; its rows are waiting until `write`."""
        from isnad.record.recoding import add_again, recode

        why_not = refusal(arrival)
        if why_not:
            return Added(id=arrival.report.id, outcome="failed", message=why_not)
        if arrival.report.id in self._seen:
            self.write()  # the same id twice in a batch: the first is on record by now
        self._seen.add(arrival.report.id)
        found = self.connection.execute(select(report).where(report.c.id == arrival.report.id)).first()
        if found is None:
            return self._add_new(arrival)
        row = found._asdict()
        if row["erased_at"] is not None:
            return add_again(self, arrival, row) if self.again else _erased(arrival, row["erased_at"])
        if row["text"] != arrival.report.text:
            return Added(id=arrival.report.id, outcome="failed", message="another text is on record under this id")
        return recode(self, arrival.coded, row)

    def write(self) -> None:
        """Write all waiting rows, in the order in which they refer to one another; their originals are there first."""
        if self._kept:
            settle(self.originals, self._kept)
            self._kept.clear()
        for table in (report, coded, mention, figure):
            rows = self._rows[table.name]
            if rows:
                self.connection.execute(insert(table), rows)
            rows.clear()

    def number(self, table: Table) -> int:
        """The next number of a table."""
        if table.name not in self._next:
            self._next[table.name] = (self.connection.execute(select(func.max(table.c.seq))).scalar() or 0) + 1
        self._next[table.name] += 1
        return self._next[table.name] - 1

    def report_columns(self, arrival: Arrival, seq: int) -> dict[str, Any]:
        """The columns of a report's row that come with it, its original kept."""
        given, text = arrival.report, arrival.report.text
        original = keep_original(self.originals, arrival.original) if arrival.original is not None else None
        self._kept |= {original} if original else set()
        digest = folded_digest(text)
        return {
            **{
                name: getattr(given, name) for name in ("id", "outlet", "published", "title", "url", "language", "text")
            },
            "folded_digest": digest,
            "copy_of": self._first_with(digest, seq),
            "original": original,
            "intake_path": arrival.intake_path,
            "salt": os.urandom(SALT_BYTES),
            "search_text": search_column(f"{given.title}\n{text}" if given.title else text, self.search_text),
        }

    def add_coded(self, row: dict[str, Any], read: CodedReport) -> int:
        """A waiting row of `coded` for a report's row, the current one; gives its number."""
        coded_row = {
            "seq": self.number(coded),
            "report_seq": row["seq"],
            "coder": read.coder,
            "coded_at": self.at,
            "document": read.to_json(),
            "current": True,
        }
        self._rows["coded"].append(coded_row)
        self.entries.append(entry_for("coded", "coded", coded_row, row["salt"]))
        return int(coded_row["seq"])

    def add_mention(self, row: dict[str, Any], coded_seq: int, number: int, read: CodedReport, home: str) -> str:
        """A waiting row of `mention` with its figures; gives its new id."""
        incident, seq = read.incidents[number], self.number(mention)
        found = {
            "seq": seq,
            "id": self._free_id(read.id, incident),
            "report_seq": row["seq"],
            "coded_seq": coded_seq,
            **mention_columns(number, incident),
            "active": True,
            "linked": False,
            "senior": seq,
        }
        self._rows["mention"].append(found)
        self.add_figures(seq, incident, home)
        return str(found["id"])

    def add_figures(self, mention_seq: int, incident: Any, home: str) -> None:
        """Waiting rows of `figure` for a mention."""
        for columns in figure_columns(incident, home):
            self._rows["figure"].append({"seq": self.number(figure), "mention_seq": mention_seq, **columns})

    def _add_new(self, arrival: Arrival) -> Added:
        seq = self.number(report)
        row = {"seq": seq, **self.report_columns(arrival, seq), "added_at": self.at}
        row |= {"retracted_at": None, "erased_at": None}
        self._rows["report"].append(row)
        self.entries.append(entry_for("added", "report", row, row["salt"]))
        coded_seq = self.add_coded(row, arrival.coded)
        home = home_of(self.connection, row, self._rows["report"])
        ids = [
            self.add_mention(row, coded_seq, number, arrival.coded, home)
            for number in range(len(arrival.coded.incidents))
        ]
        return Added(id=arrival.report.id, outcome="new", mentions=tuple(ids))

    def _first_with(self, digest: str | None, seq: int) -> int | None:
        if digest is None:
            return None
        first = select(func.min(report.c.seq)).where(report.c.folded_digest == digest, report.c.seq != seq)
        found = self._digests.get(digest) or self.connection.execute(first).scalar()
        if found is None or found >= seq:
            self._digests[digest] = seq
            return None
        further = self.connection.execute(select(report.c.copy_of).where(report.c.seq == found)).scalar()
        return int(further or found)

    def _free_id(self, report_id: str, incident: Any) -> str:
        attempt = 0
        while True:
            made = mention_id(report_id, incident, attempt)
            if made not in self._ids and self.connection.execute(_WITH_ID, {"id": made}).first() is None:
                self._ids.add(made)
                return made
            attempt += 1


def add_batch(
    connection: Connection,
    originals: Path,
    arrivals: Sequence[Arrival],
    search_text: Callable[[str], str],
    author: str,
    again: bool = False,
) -> tuple[Added, ...]:
    """Add a batch inside the caller's writing transaction; nothing is acknowledged before that is left well."""
    batch = Batch(connection, originals, search_text, author, again)
    found = tuple(batch.add(arrival) for arrival in arrivals)
    batch.write()
    append_entries(connection, batch.entries, author, batch.at)
    return found


def home_of(connection: Connection, row: Any, waiting: Iterable[dict[str, Any]] = ()) -> str:
    """The root of a figure that the text credits to nobody: the outlet, for a wire copy its original's; else the id."""
    if row["copy_of"] is not None:
        first = next((other for other in waiting if other["seq"] == row["copy_of"]), None)
        if first is None:
            where = report.c.seq == row["copy_of"]
            first = dict(connection.execute(select(report.c.id, report.c.outlet).where(where)).mappings().one())
        row = first
    return str(row["outlet"] or row["id"])


def _erased(arrival: Arrival, at: datetime) -> Added:
    message = f"erased on {at:%Y-%m-%d}; it is added again only where that is asked for"
    return Added(id=arrival.report.id, outcome="erased", message=message)
