"""`isnad export`: the record's incidents as a file of another form, protected, with a manifest, and logged."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from isnad.cli.messages import read_messages
from isnad.cli.record_list import incidents_of
from isnad.cli.recording import open_at, signer
from isnad.model.errors import UsageError
from isnad.model.recorded import Rule

if TYPE_CHECKING:
    from isnad.publishing.exporting import Outcome
    from isnad.publishing.formats import Format
    from isnad.publishing.manifest import Manifest, RecordFacts
    from isnad.publishing.profiles import Profile, Protection
    from isnad.record.filtering import MentionFilter
    from isnad.record.store import Record


class Export(Struct, frozen=True, kw_only=True):
    """What `isnad export` was asked for; `rule` None is the format's own."""

    format: str
    output: Path
    claims: Path | None = None
    asked: "MentionFilter"
    rule: Rule | None = None
    profile: "Profile" = "private"
    fine_coordinates: bool = False
    plain: bool = False
    as_of: datetime | None = None
    author: str | None = None


def run_export(workspace: Path | None, wanted: Export) -> int:
    """Write the file, its claims and its manifest, all or none, and log it; the exit status."""
    from isnad.publishing.formats import format_named

    made_by = format_named(wanted.format)
    _check_paths(wanted)
    with open_at(workspace) as record:
        protection = _protection(record, wanted)
        before = record.audit_head()
        with _parts(wanted) as parts:
            outcome = _write(record, wanted, made_by, protection, parts)
            manifest = _manifest(wanted, made_by, protection, outcome, parts, _facts(record, before))
            _finish(record, wanted, manifest, parts)
    _tell(manifest)
    return 0


def _check_paths(wanted: Export) -> None:
    from isnad.publishing.manifest import manifest_path

    paths = [path.resolve() for path in (wanted.output, wanted.claims) if path is not None]
    for path in paths:
        if path.is_dir() or not path.parent.is_dir():
            raise UsageError(f"cannot write to {path}: " + ("it is a folder" if path.is_dir() else "no such folder"))
        if path.exists() and not path.is_file():
            raise UsageError(f"cannot write to {path}: an export is a file, with its manifest beside it")
    if len({*paths, manifest_path(paths[0])}) != len(paths) + 1:
        raise UsageError("--output, --claims and the manifest need names of their own")


def _protection(record: "Record", wanted: Export) -> "Protection":
    from isnad.publishing.profiles import Protection

    now = datetime.now(UTC)
    as_of = (wanted.as_of or now).astimezone(UTC)
    if as_of > now:
        raise UsageError("--as-of is in the future, where the publication delay would not hold")
    return Protection(
        profile=wanted.profile,
        as_of=as_of.replace(microsecond=0),
        delay_hours=record.workspace.settings.publishing.delay_hours,
        fine_coordinates=wanted.fine_coordinates,
    )


@contextmanager
def _parts(wanted: Export) -> Iterator[dict[Path, Path]]:
    """Where each file is written before it takes its name."""
    targets = [path.resolve() for path in (wanted.output, wanted.claims) if path is not None]
    parts = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in targets}
    try:
        yield parts
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def _write(
    record: "Record", wanted: Export, made_by: "Format", protection: "Protection", parts: dict[Path, Path]
) -> "Outcome":
    from isnad.cli.registry import load_registry
    from isnad.places.gazetteer import load_gazetteer
    from isnad.publishing.coarsening import Coarsener
    from isnad.publishing.exporting import export
    from isnad.publishing.formats import Writing
    from isnad.publishing.profiles import protector
    from isnad.publishing.pseudonyms import Pseudonyms
    from isnad.record.pseudonym_key import pseudonym_key

    # The private profile needs no pseudonyms, so it makes no key.
    key = "" if protection.profile == "private" else pseudonym_key(record.workspace)
    protect = protector(protection, Pseudonyms(key), lambda: Coarsener(load_gazetteer()))
    writing = Writing(
        path=parts[wanted.output.resolve()],
        plain=wanted.plain,
        public=protection.profile == "public",
        created=protection.as_of,
    )
    claims = parts[wanted.claims.resolve()] if wanted.claims else None
    incidents = incidents_of(record, wanted.asked, wanted.rule or made_by.rule)
    return export(incidents, made_by, writing, protect, load_registry(), claims)


def _facts(record: "Record", before: tuple[int, str]) -> "RecordFacts":
    from isnad.publishing.manifest import RecordFacts

    return RecordFacts(
        audit_entries=before[0],
        audit_head=before[1],
        coders=record.coders(),
        changed_meanwhile=record.audit_head() != before,
    )


def _manifest(
    wanted: Export,
    made_by: "Format",
    protection: "Protection",
    outcome: "Outcome",
    parts: dict[Path, Path],
    facts: "RecordFacts",
) -> "Manifest":
    from isnad.publishing.manifest import Manifest, file_facts

    rows = [None if wanted.format == "totals" else outcome.incidents, outcome.claims]
    files = (file_facts(part, count, path.name) for (path, part), count in zip(parts.items(), rows, strict=False))
    return Manifest(
        format=wanted.format,
        files=tuple(files),
        filters={name: value for name, value in msgspec.to_builtins(wanted.asked).items() if value},
        rule=wanted.rule or made_by.rule,
        profile=protection.profile,
        fine_coordinates=protection.fine_coordinates,
        delay_hours=protection.delay_hours,
        plain=wanted.plain,
        as_of=protection.as_of,
        record=facts,
        incidents=outcome.incidents,
        left_out_counts={reason: len(ids) for reason, ids in outcome.left_out.items()},
        left_out=outcome.left_out,
    )


def _finish(record: "Record", wanted: Export, manifest: "Manifest", parts: dict[Path, Path]) -> None:
    """Log first: a file that went out without being logged is worse than an entry without its file."""
    from isnad.publishing.manifest import manifest_json, manifest_path

    told = (manifest.format, manifest.profile, manifest.rule, f"{manifest.incidents} incidents")
    fine = ("fine coordinates",) if manifest.fine_coordinates else ()
    record.log_export(manifest.files[0].sha256, ", ".join((*told, *fine)), signer(record, wanted.author))
    for path, part in parts.items():
        part.replace(path)
    manifest_path(wanted.output.resolve()).write_bytes(manifest_json(manifest))


def _tell(manifest: "Manifest") -> None:
    left = sum(manifest.left_out_counts.values())
    messages = read_messages()
    print(
        f"{messages['exported_incidents']} {manifest.incidents:,}، {messages['exported_left']} {left:,}",
        file=sys.stderr,
    )
    print(f"incidents {manifest.incidents:,}, left out {left:,}", file=sys.stderr)
    for reason, count in manifest.left_out_counts.items():
        print(f"  {count:>8,}  {reason}", file=sys.stderr)
