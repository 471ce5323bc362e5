"""Snapshots: which incidents there were, of which mentions, with what values; and what changed between two."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, func, insert, select, update

from isnad.model.errors import UsageError
from isnad.record.auditing import now
from isnad.record.tables import snapshot


class SeenIncident(Struct, frozen=True, kw_only=True):
    """An incident as it was: its id, the ids of its mentions, and a digest of its values ("" once erased)."""

    id: str
    members: tuple[str, ...]
    digest: str


class SnapshotName(Struct, frozen=True, kw_only=True):
    """A snapshot on record."""

    name: str
    taken_at: datetime


class Difference(Struct, frozen=True, kw_only=True):
    """What changed from one state to a later one, by ids of incidents.

    `merged` gives for an incident those it was put together from, `split` for a former one those it fell into;
    `corrected` are those that are one as they were one, with other values.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    merged: Mapping[str, tuple[str, ...]] = {}
    split: Mapping[str, tuple[str, ...]] = {}
    corrected: tuple[str, ...] = ()


def take(connection: Connection, name: str, incidents: Iterable[SeenIncident]) -> SnapshotName:
    """Keep a snapshot under a new name. Raises UsageError where the name is taken."""
    if connection.execute(select(snapshot.c.seq).where(snapshot.c.name == name)).first() is not None:
        raise UsageError(f"there is a snapshot {name!r} already")
    seq = (connection.execute(select(func.max(snapshot.c.seq))).scalar() or 0) + 1
    document = msgspec.json.encode(sorted(incidents, key=lambda one: one.id)).decode()
    at = now()
    connection.execute(insert(snapshot).values(seq=seq, name=name, taken_at=at, document=document))
    return SnapshotName(name=name, taken_at=at)


def names(connection: Connection) -> list[SnapshotName]:
    """The snapshots on record, in order."""
    rows = connection.execute(select(snapshot.c.name, snapshot.c.taken_at).order_by(snapshot.c.seq))
    return [SnapshotName(name=row.name, taken_at=row.taken_at) for row in rows]


def read(connection: Connection, name: str) -> list[SeenIncident]:
    """What a snapshot holds. Raises UsageError where there is none of that name."""
    document = connection.execute(select(snapshot.c.document).where(snapshot.c.name == name)).scalar()
    if document is None:
        known = ", ".join(one.name for one in names(connection)) or "none"
        raise UsageError(f"there is no snapshot {name!r} (there are: {known})")
    return msgspec.json.decode(document, type=list[SeenIncident])


def compare(before: Iterable[SeenIncident], after: Iterable[SeenIncident]) -> Difference:
    """What changed: incidents are followed by their mentions, not by their ids."""
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    came_from, went_to = _paths(old, new), _paths(new, old)
    one_to_one = [
        id for id, sources in came_from.items() if len(sources) == 1 and len(went_to[next(iter(sources))]) == 1
    ]
    return Difference(
        added=tuple(id for id in new if not came_from[id]),
        removed=tuple(id for id in old if not went_to[id]),
        merged={id: tuple(sorted(sources)) for id, sources in came_from.items() if len(sources) > 1},
        split={id: tuple(sorted(parts)) for id, parts in went_to.items() if len(parts) > 1},
        corrected=tuple(id for id in one_to_one if new[id].digest != old[next(iter(came_from[id]))].digest),
    )


def forget_digests(connection: Connection, mention_ids: set[str]) -> None:
    """Take away the digests of all incidents that held one of these mentions: a guess could be tested on them."""
    for row in connection.execute(select(snapshot.c.seq, snapshot.c.document)).all():
        seen = msgspec.json.decode(row.document, type=list[SeenIncident])
        kept = [msgspec.structs.replace(one, digest="") if mention_ids & set(one.members) else one for one in seen]
        if kept != seen:
            document = msgspec.json.encode(kept).decode()
            connection.execute(update(snapshot).where(snapshot.c.seq == row.seq).values(document=document))


def _paths(sources: Mapping[str, SeenIncident], targets: Mapping[str, SeenIncident]) -> dict[str, set[str]]:
    """For each of `targets`, which of `sources` hold its mentions."""
    home = {member: one.id for one in sources.values() for member in one.members}
    found: dict[str, set[str]] = defaultdict(set)
    for one in targets.values():
        found[one.id] = {home[member] for member in one.members if member in home}
    return found
