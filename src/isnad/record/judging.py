"""Judgements: appended, signed, never edited; taken back by a later row of the audit chain (design, decision 10)."""

from collections.abc import Iterator, Sequence
from typing import Any, get_args

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Row, func, insert, select, update

from isnad.model.errors import UsageError
from isnad.model.judgement import Judgement, JudgementKind
from isnad.record.auditing import append_entries, entry_for, now
from isnad.record.contradicting import contradicted
from isnad.record.grouping import unlink
from isnad.record.salts import judgement_salt
from isnad.record.tables import judgement, mention

PAIRWISE = frozenset({"same", "different", "unsure"})


class ContradictionError(UsageError):
    """A judgement that standing ones contradict; `chain` are those, one leading to the next."""

    def __init__(self, asked: str, chain: tuple[Judgement, ...]) -> None:
        links = "; ".join(f"#{one.seq} {one.author}: {' and '.join(one.mentions)} {one.kind}" for one in chain)
        super().__init__(f"{asked} contradicts what stands ({links}); undo one of these first")
        self.chain = chain


class NewJudgement(Struct, frozen=True, kw_only=True):
    """A judgement to be appended (`isnad.model.judgement` says what its parts mean)."""

    kind: JudgementKind
    mentions: tuple[str, ...]
    author: str
    reason: str = ""
    slot: str | None = None
    value: Any = None
    machine_value: Any = None


def append_judgement(connection: Connection, given: NewJudgement) -> Judgement:
    """Append a judgement in the caller's writing transaction.

    Raises UsageError where it makes no sense or names mentions that are not on record, ContradictionError where
    standing judgements say otherwise.
    """
    seqs = _checked(connection, given)
    if given.kind in PAIRWISE:
        one, other = given.mentions
        chain = contradicted(given.kind, one, other, standing(connection))
        if chain:
            raise ContradictionError(f"{one} and {other} {given.kind}", chain)
    seq = (connection.execute(select(func.max(judgement.c.seq))).scalar() or 0) + 1
    row = {"seq": seq, "made_at": now(), **_columns(given)}
    connection.execute(insert(judgement).values(**row, undone_by=None))
    salt = judgement_salt(connection, given.mentions)
    append_entries(connection, [entry_for("judged", "judgement", row, salt)], given.author, row["made_at"])
    if given.kind in PAIRWISE:  # others say nothing of what is one incident
        unlink(connection, seqs)
    return Judgement(seq=seq, made_at=row["made_at"], **msgspec.structs.asdict(given))


def undo_judgement(connection: Connection, seq: int, author: str, reason: str = "") -> Judgement:
    """Take a judgement back; it stays on record, marked, and the chain says who did it.

    Raises UsageError where there is none or it is undone already.
    """
    row = connection.execute(select(judgement).where(judgement.c.seq == seq)).first()
    if row is None:
        raise UsageError(f"there is no judgement {seq}")
    if row.undone_by is not None:
        raise UsageError(f"judgement {seq} is undone already")
    ids = msgspec.json.decode(row.mentions, type=tuple[str, ...])
    # Not as the entry's note: what is in the chain can never be erased.
    undone = {**row._asdict(), "undo_reason": reason or None}
    entry = entry_for("undone", "judgement", undone, judgement_salt(connection, ids))
    number = append_entries(connection, [entry], author, now())
    marks = {"undone_by": number, "undo_reason": undone["undo_reason"]}
    connection.execute(update(judgement).where(judgement.c.seq == seq).values(marks))
    if row.kind in PAIRWISE:
        unlink(connection, connection.execute(select(mention.c.seq).where(mention.c.id.in_(ids))).scalars())
    found = connection.execute(select(judgement).where(judgement.c.seq == seq)).one()
    return _judgement(found)


def standing(connection: Connection, undone: bool = False) -> Iterator[Judgement]:
    """The judgements in order, with the undone ones where asked."""
    query = select(judgement).order_by(judgement.c.seq)
    for row in connection.execute(query if undone else query.where(judgement.c.undone_by.is_(None))):
        yield _judgement(row)


def _checked(connection: Connection, given: NewJudgement) -> Sequence[int]:
    """The numbers of the mentions."""
    if given.kind not in get_args(JudgementKind):
        raise UsageError(f"no judgement is called {given.kind!r}; there are {', '.join(get_args(JudgementKind))}")
    if not given.author.strip():
        raise UsageError("a judgement needs its author")
    if given.kind in PAIRWISE and (len(given.mentions) != 2 or len(set(given.mentions)) != 2):
        raise UsageError(f"{given.kind} is about two mentions")
    if not given.mentions:
        raise UsageError(f"{given.kind} is about an incident: name it")
    if (given.kind == "correct") != (given.slot is not None):
        raise UsageError("a correction, and nothing else, names a slot")
    query = select(mention.c.id, mention.c.seq).where(mention.c.id.in_(given.mentions))
    found = {row.id: row.seq for row in connection.execute(query)}
    missing = [one for one in given.mentions if one not in found]
    if missing:
        raise UsageError(f"not on record: {', '.join(missing)}")
    return list(found.values())


def _columns(given: NewJudgement) -> dict[str, Any]:
    columns = msgspec.structs.asdict(given)
    for name in ("mentions", "value", "machine_value"):
        if name == "mentions" or columns[name] is not None:
            columns[name] = msgspec.json.encode(columns[name]).decode()
    return columns


def _judgement(row: Row[Any]) -> Judgement:
    return Judgement(
        seq=row.seq,
        kind=row.kind,
        mentions=msgspec.json.decode(row.mentions, type=tuple[str, ...]),
        author=row.author,
        made_at=row.made_at,
        reason=row.reason,
        slot=row.slot,
        value=None if row.value is None else msgspec.json.decode(row.value),
        machine_value=None if row.machine_value is None else msgspec.json.decode(row.machine_value),
        undone=row.undone_by is not None,
    )
