"""The queue for a person: pairs of mentions that the machine cannot tell, and no person has told yet."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import Connection, select

from isnad.model.mention import Mention
from isnad.record.grouping import Pair, pairs_between
from isnad.record.judging import PAIRWISE, standing
from isnad.record.reading import mentions_by_seq
from isnad.record.tables import mention


class Unsure(Struct, frozen=True, kw_only=True):
    """A pair to be judged, with its two mentions."""

    pair: Pair
    one: Mention
    other: Mention


def unsure_pairs(connection: Connection, least: float, below: float, limit: int) -> list[Unsure]:
    """At most `limit` pairs with a chance from `least` to `below`, of two incidents, not yet judged; likeliest first."""
    judged = {frozenset(one.mentions) for one in standing(connection) if one.kind in PAIRWISE}
    found: list[Unsure] = []
    for pair in pairs_between(connection, least, below):
        if len(found) == limit:
            break
        told = mentions_by_seq(connection, (pair.low, pair.high))
        if len(told) == 2 and _asked(told, judged) and _apart(connection, pair):
            found.append(Unsure(pair=pair, one=told[0], other=told[1]))
    return found


def _asked(told: Sequence[Mention], judged: set[frozenset[str]]) -> bool:
    """Is a person to be asked: not where one was already, nor of what one report tells twice."""
    one, other = told
    return one.report.id != other.report.id and frozenset((one.id, other.id)) not in judged


def _apart(connection: Connection, pair: Pair) -> bool:
    seniors = connection.execute(select(mention.c.senior).where(mention.c.seq.in_((pair.low, pair.high)))).scalars()
    return len(set(seniors)) == 2
