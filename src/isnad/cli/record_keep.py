"""Keeping the record: `init`, `verify`, `backup`, `restore`, `snapshot`, `diff`, `retract`, `erase`."""

import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from isnad.cli import FAILURE
from isnad.cli.messages import complain
from isnad.cli.record_list import incidents_of
from isnad.cli.recording import open_at, signer

if TYPE_CHECKING:
    from isnad.model.recorded import RecordedIncident
    from isnad.record.snapshots import Difference, SeenIncident
    from isnad.record.store import Record


def run_init(folder: Path, url: str | None) -> int:
    """Make a workspace with an empty record."""
    from isnad.record.store import create_record
    from isnad.text.stemming import search_text

    create_record(folder, search_text, url).close()
    print(f"مساحة عمل جديدة: {folder}\nA new workspace: {folder}", file=sys.stderr)
    return 0


def run_verify(workspace: Path | None) -> int:
    """Print all that is not as it should be; the exit status is 1 where there is anything."""
    with open_at(workspace) as record:
        number = 0
        for finding in record.verify():
            number += 1
            print(f"{finding.table}\t{finding.row}\t{finding.what}")
        entries, head = record.audit_head()
    if number:
        complain("not_sound", f"{number} findings")
        return FAILURE
    print(f"السجل سليم. The record is sound: {entries} audit entries, the last {head}")
    return 0


def run_backup(workspace: Path | None, path: Path) -> int:
    """Write everything into one archive."""
    from isnad.record.backup import backup

    with open_at(workspace) as record:
        manifest = backup(record, path)
    print(msgspec.json.encode(manifest).decode())
    return 0


def run_restore(archive: Path, folder: Path, url: str | None) -> int:
    """A new workspace from an archive, verified."""
    from isnad.record.backup import restore
    from isnad.text.stemming import search_text

    with restore(archive, folder, search_text, url) as record:
        print(msgspec.json.encode(record.counts()).decode())
    return 0


def run_snapshot(workspace: Path | None, name: str | None) -> int:
    """Keep the state of all incidents under a name; without one, print those that are kept."""
    with open_at(workspace) as record:
        if name is None:
            for kept in record.snapshots():
                print(f"{kept.name}\t{kept.taken_at:%Y-%m-%d %H:%M}")
        else:
            record.take_snapshot(name, list(seen(record)))
    return 0


def run_diff(workspace: Path | None, before: str, after: str | None) -> int:
    """Print what was added, removed, merged, split, corrected between two snapshots, or since one."""
    from isnad.record.snapshots import compare

    with open_at(workspace) as record:
        later = record.snapshot(after) if after else list(seen(record))
        found = compare(record.snapshot(before), later)
    print("\n".join(difference_lines(found)) or "لا فرق. Nothing changed.")
    return 0


def difference_lines(found: "Difference") -> Iterator[str]:
    """One line a change."""
    yield from (f"added\t{one}" for one in found.added)
    yield from (f"removed\t{one}" for one in found.removed)
    yield from (f"merged\t{' + '.join(parts)} → {one}" for one, parts in found.merged.items())
    yield from (f"split\t{one} → {' + '.join(parts)}" for one, parts in found.split.items())
    yield from (f"corrected\t{one}" for one in found.corrected)


def run_retract(workspace: Path | None, report: str, author: str | None, reason: str, *, reinstate: bool) -> int:
    """Mark a report as taken back by its outlet, or take the mark away."""
    with open_at(workspace) as record:
        (record.reinstate if reinstate else record.retract)(report, signer(record, author), reason)
    return 0


def run_erase(workspace: Path | None, report: str, author: str | None, reason: str) -> int:
    """Erase a report for good; a tombstone stays."""
    with open_at(workspace) as record:
        record.erase(report, signer(record, author), reason)
    return 0


def seen(record: "Record") -> Iterator["SeenIncident"]:
    """All incidents with their members and a digest of their values."""
    from isnad.record.snapshots import SeenIncident

    for incident in incidents_of(record, None, "isnad_default"):
        members = tuple(told.mention.id for told in incident.told)
        yield SeenIncident(id=incident.id, members=members, digest=_digest(incident))


def _digest(incident: "RecordedIncident") -> str:
    """Of the values alone: a change of members is told apart."""
    values = (incident.type, incident.status, incident.when, incident.where, incident.perpetrators, incident.targets)
    content = msgspec.json.encode((values, incident.best, incident.reviewed, incident.corrected))
    return blake2b(content, digest_size=16).hexdigest()
