"""What people wrote about an incident while one of its reports was still there goes with that report.

A judgement on an incident names its senior mention, which may be another report's. Its reason and the machine's value
it replaced may hold the erased report's words, so both go. The value a person set stays, unless it has a word that only
the erased report had among the incident's reports; then it goes too, and the judgement is undone: without its value it
would empty the slot.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Set
from datetime import datetime
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, select, update

from isnad.record.auditing import append_entries, entry_for
from isnad.record.grouping import chunks
from isnad.record.salts import judgement_salt
from isnad.record.tables import judgement, mention, report
from isnad.text.folding import fold

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_EMPTY: Final[Mapping[str, Any]] = {"machine_value": None, "reason": "", "undo_reason": None}


def empty_around(connection: Connection, row: Mapping[str, Any], author: str, at: datetime) -> None:
    """Empty the judgements on the incidents of a report (its row before it was erased) that other reports tell too.

    Call it while the report's mentions are still in their incidents. Each change is an entry of the audit chain.
    """
    own, others = _mentions_around(connection, row["seq"])
    if not others:
        return
    gone = _words(f"{row['title'] or ''} {row['text'] or ''}") - _words_of(connection, set(others.values()))
    for found in connection.execute(select(judgement).order_by(judgement.c.seq)).all():
        named = set(msgspec.json.decode(found.mentions))
        if named & others.keys() and not named & own:
            _empty(connection, found._asdict(), gone, author, at)


def _empty(connection: Connection, row: dict[str, Any], gone: Set[str], author: str, at: datetime) -> None:
    loses = row["value"] is not None and not gone.isdisjoint(_words(row["value"]))
    emptied = {**row, **_EMPTY, **({"value": None} if loses else {})}
    if emptied == row:
        return
    where = judgement.c.seq == row["seq"]
    connection.execute(update(judgement).where(where).values({name: emptied[name] for name in (*_EMPTY, "value")}))
    salt = judgement_salt(connection, msgspec.json.decode(row["mentions"]))
    append_entries(connection, [entry_for("erased", "judgement", emptied, salt)], author, at)
    if loses and row["undone_by"] is None:
        number = append_entries(connection, [entry_for("undone", "judgement", emptied, salt)], author, at)
        connection.execute(update(judgement).where(where).values(undone_by=number))


def _mentions_around(connection: Connection, report_seq: int) -> tuple[set[str], dict[str, int]]:
    """The ids of a report's mentions, and those of others in their incidents with their reports."""
    own = connection.execute(select(mention.c.id, mention.c.senior).where(mention.c.report_seq == report_seq)).all()
    others: dict[str, int] = {}
    for piece in chunks(sorted({row.senior for row in own if row.senior is not None})):
        query = select(mention.c.id, mention.c.report_seq).where(mention.c.senior.in_(piece))
        others |= {row.id: row.report_seq for row in connection.execute(query) if row.report_seq != report_seq}
    return {row.id for row in own}, others


def _words_of(connection: Connection, reports: Collection[int]) -> set[str]:
    return {word for words in _each(connection, reports) for word in words}


def _each(connection: Connection, reports: Collection[int]) -> Iterator[set[str]]:
    for piece in chunks(sorted(reports)):
        for row in connection.execute(select(report.c.title, report.c.text).where(report.c.seq.in_(piece))):
            yield _words(f"{row.title or ''} {row.text or ''}")


def _words(text: str) -> set[str]:
    """The folded words of a text, or of a value in JSON (its keys and codes are no Arabic words)."""
    return set(_WORD.findall(fold(text)))
