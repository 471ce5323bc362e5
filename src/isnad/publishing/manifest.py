"""The manifest beside an export: what anyone needs to make the same file again, and to see what is not in it."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from isnad.publishing.profiles import Profile
from isnad.version import __version__


class FileFacts(Struct, frozen=True, kw_only=True):
    """A file: its name without folders, its SHA-256, its bytes, and rows where each is one of something."""

    name: str
    sha256: str
    bytes: int
    rows: int | None


class RecordFacts(Struct, frozen=True, kw_only=True):
    """The record the file was made of: the end of its audit chain, its coders; whether it changed meanwhile."""

    audit_entries: int
    audit_head: str
    coders: tuple[str, ...] = ()
    changed_meanwhile: bool = False


class Manifest(Struct, frozen=True, kw_only=True):
    """`left_out` names, by reason (docs/exports.md), the ids of the incidents that were asked for and are not there."""

    format: str
    files: tuple[FileFacts, ...]
    filters: Mapping[str, Any]
    rule: str
    profile: Profile
    fine_coordinates: bool
    delay_hours: int
    plain: bool
    as_of: datetime
    isnad: str = __version__
    record: RecordFacts | None = None
    incidents: int
    left_out_counts: Mapping[str, int]
    left_out: Mapping[str, tuple[str, ...]]


def file_facts(path: Path, rows: int | None, name: str | None = None) -> FileFacts:
    """The facts of a file that is written."""
    with path.open("rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    return FileFacts(name=name or path.name, sha256=digest, bytes=path.stat().st_size, rows=rows)


def manifest_path(path: Path) -> Path:
    """Where the manifest of a file stands."""
    return path.with_name(f"{path.name}.manifest.json")


def manifest_json(manifest: Manifest) -> bytes:
    """The manifest to be read by people and programs."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"
