"""Which mentions are one incident, as rows: pairs, seniors, and what is still to be linked (decision 9, "Grouping")."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final, TypeVar

import msgspec
from msgspec import Struct
from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    MetaData,
    Table,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from isnad.record.tables import mention, pair

T = TypeVar("T")

_CHUNK: Final = 500  # values in one IN (…): SQLite of old takes 999


class Pair(Struct, frozen=True, kw_only=True):
    """Two mentions by number of arrival (`low` < `high`), the chance that they tell one incident, and why."""

    low: int
    high: int
    chance: float
    weights: Mapping[str, float] = {}


def chunks(values: Iterable[T], size: int = _CHUNK) -> Iterator[list[T]]:
    """The values in lists of at most `size`."""
    piece: list[T] = []
    for value in values:
        piece.append(value)
        if len(piece) == size:
            yield piece
            piece = []
    if piece:
        yield piece


@contextmanager
def temporary(connection: Connection, name: str, *columns: str) -> Iterator[Table]:
    """A table of whole numbers that is gone on leaving, also where the transaction goes on."""
    table = Table(name, MetaData(), *(Column(column, BigInteger) for column in columns), prefixes=["TEMPORARY"])
    table.create(connection)
    yield table
    table.drop(connection)


def pairs_of(connection: Connection, seqs: Iterable[int]) -> list[Pair]:
    """All kept pairs that touch these mentions, in order, each once."""
    found: dict[tuple[int, int], Pair] = {}
    for piece in chunks(seqs):
        query = select(pair).where(or_(pair.c.low.in_(piece), pair.c.high.in_(piece)))
        for row in connection.execute(query):
            weights = msgspec.json.decode(row.weights, type=dict[str, float])
            found[row.low, row.high] = Pair(low=row.low, high=row.high, chance=row.chance, weights=weights)
    return [found[key] for key in sorted(found)]


def chances_of(connection: Connection, seqs: Iterable[int]) -> Iterator[tuple[int, int, float]]:
    """The kept pairs that touch these mentions, as low, high and chance; a pair may come twice."""
    for piece in chunks(seqs):
        for side in (pair.c.low, pair.c.high):
            query = select(pair.c.low, pair.c.high, pair.c.chance).where(side.in_(piece))
            yield from map(tuple, connection.execute(query).all())  # all at once: a third of the time of one by one


def seniors_of(connection: Connection, seqs: Iterable[int]) -> dict[int, int]:
    """The senior of each of these mentions that has one."""
    return {
        row.seq: row.senior
        for piece in chunks(seqs)
        for row in connection.execute(select(mention.c.seq, mention.c.senior).where(mention.c.seq.in_(piece)))
        if row.senior is not None
    }


def chances_within(connection: Connection, seqs: Iterable[int]) -> list[tuple[int, int, float]]:
    """The kept pairs of which both are among these mentions and in one incident, each once, as low, high and chance."""
    homes = seniors_of(connection, seqs)
    with temporary(connection, "inside", "seq", "home") as table:
        low, high = table.alias("low"), table.alias("high")
        shared = {home for home, count in Counter(homes.values()).items() if count > 1}
        for piece in chunks(({"seq": seq, "home": home} for seq, home in homes.items() if home in shared), 10_000):
            connection.execute(insert(table), piece)
        connection.execute(text("CREATE INDEX ix_inside_home ON inside (home)"))
        both = select(low.c.seq, high.c.seq, pair.c.chance).where(low.c.home == high.c.home, low.c.seq < high.c.seq)
        both = both.where(pair.c.low == low.c.seq, pair.c.high == high.c.seq)
        return [(one, other, chance) for one, other, chance in connection.execute(both).all()]


def pairs_between(connection: Connection, least: float, below: float) -> Iterator[Pair]:
    """The kept pairs with a chance from `least` to below `below`, the likeliest first."""
    query = select(pair).where(pair.c.chance >= least, pair.c.chance < below)
    for row in connection.execute(query.order_by(pair.c.chance.desc(), pair.c.low, pair.c.high)):
        weights = msgspec.json.decode(row.weights, type=dict[str, float])
        yield Pair(low=row.low, high=row.high, chance=row.chance, weights=weights)


def save_pairs(connection: Connection, pairs: Iterable[Pair]) -> None:
    """Keep pairs of which none is on record, of several between the same mentions the last."""
    for piece in chunks({(one.low, one.high): one for one in pairs}.values(), 5_000):
        rows = [{**msgspec.structs.asdict(one), "weights": msgspec.json.encode(one.weights).decode()} for one in piece]
        connection.execute(insert(pair), rows)


def drop_pairs(connection: Connection, seqs: Iterable[int], also: Iterable[Pair] = ()) -> None:
    """Forget the pairs that touch these mentions, and those between the two mentions of each of others."""
    done = set(seqs)
    for piece in chunks(done):
        connection.execute(delete(pair).where(or_(pair.c.low.in_(piece), pair.c.high.in_(piece))))
    others = [{"one": one.low, "other": one.high} for one in also if done.isdisjoint((one.low, one.high))]
    if others:
        drop = delete(pair).where(pair.c.low == bindparam("one"), pair.c.high == bindparam("other"))
        connection.execute(drop, others)


def mates_of(connection: Connection, seqs: Iterable[int]) -> list[int]:
    """These mentions and all active ones that are in an incident with one of them, in order."""
    given = set(seqs)
    seniors = {
        row.senior
        for piece in chunks(given)
        for row in connection.execute(select(mention.c.senior).where(mention.c.seq.in_(piece)))
        if row.senior is not None
    }
    mates = {
        row.seq
        for piece in chunks(seniors)
        for row in connection.execute(select(mention.c.seq).where(mention.c.senior.in_(piece), mention.c.active))
    }
    return sorted(given | mates)


def set_seniors(connection: Connection, seniors: Mapping[int, int]) -> None:
    """Put each mention into the incident of its senior; those no longer told follow what they were in."""
    stands = {
        row.seq: row.senior
        for piece in chunks(seniors)
        for row in connection.execute(select(mention.c.seq, mention.c.senior).where(mention.c.seq.in_(piece)))
    }
    changed = [{"at": seq, "to": senior} for seq, senior in seniors.items() if stands.get(seq) != senior]
    moved = [row for row in changed if row["at"] != row["to"]]
    follow = (
        update(mention)
        .where(mention.c.senior == bindparam("at"), mention.c.active.is_(False))
        .values(senior=bindparam("to"))
    )
    join = update(mention).where(mention.c.seq == bindparam("at")).values(senior=bindparam("to"))
    if moved:
        connection.execute(follow, moved)
    if changed:
        connection.execute(join, changed)


def mark_linked(connection: Connection, seqs: Iterable[int], linked: bool = True) -> None:
    """Say of mentions that they were compared with all others, or (`linked` false) that they are to be again."""
    for piece in chunks(seqs):
        connection.execute(update(mention).where(mention.c.seq.in_(piece)).values(linked=linked))


def unlink(connection: Connection, seqs: Iterable[int]) -> None:
    """What changed about these mentions is to be linked again, with all who are in an incident with them."""
    mark_linked(connection, mates_of(connection, seqs), linked=False)


def leave_groups(connection: Connection, seqs: Sequence[int]) -> None:
    """Mentions no longer told lose their pairs; their id leads to who is left of their incident, else to themselves."""
    if not seqs:
        return
    unlink(connection, seqs)
    drop_pairs(connection, seqs)
    connection.execute(update(mention).where(mention.c.seq.in_(seqs)).values(active=False))
    rows = connection.execute(select(mention.c.seq, mention.c.senior).where(mention.c.seq.in_(seqs))).all()
    for senior in {row.senior for row in rows}:
        left = connection.execute(
            select(func.min(mention.c.seq)).where(mention.c.senior == senior, mention.c.active)
        ).scalar()
        if left is not None:
            connection.execute(update(mention).where(mention.c.senior == senior).values(senior=left))
