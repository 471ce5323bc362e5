"""Backup and restore: settings, all tables as JSON Lines and all originals in one `.tar.gz`, alike for both databases.

A backup of a record kept by SQLite can be restored into PostgreSQL and the other way round.
"""

import os
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import IO, Final

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Table, select

from isnad.model.errors import RecordError, UsageError
from isnad.record.auditing import last_entry
from isnad.record.dumping import TABLES, dumped, restored
from isnad.record.originals import keep_original, original_path, settle
from isnad.record.schema import HEAD
from isnad.record.settings_file import OTHERS, bring_back, settings_of
from isnad.record.store import Record, create_record
from isnad.record.tables import report
from isnad.record.workspace import SETTINGS

FORMAT: Final = 2  # since 2 with the settings; archives of format 1 are restored too
_MANIFEST: Final = "manifest.json"


class DumpedTable(Struct, frozen=True, kw_only=True):
    """How many rows a table's dump has, and the SHA-256 of its bytes."""

    rows: int
    sha256: str


class Manifest(Struct, frozen=True, kw_only=True):
    """What an archive holds; `head` is the end of the audit chain, `settings` the SHA-256 of `isnad.toml`."""

    format: int
    schema: str
    head: tuple[int, str]
    tables: dict[str, DumpedTable]
    originals: int
    settings: str | None = None


def backup(record: Record, path: Path) -> Manifest:
    """Write one archive, whole or not at all; it shows one state of the record, also while others add to it.

    Raises UsageError where the file is there already, RecordError where it cannot be written or an original is missing.
    """
    if path.exists():
        raise UsageError(f"{path} is there already")
    try:
        with tempfile.TemporaryDirectory(prefix=".isnad-backup-", dir=path.absolute().parent) as folder:
            manifest = _dump(record, Path(folder))
            _pack(record, Path(folder), manifest)
            os.replace(Path(folder) / "archive", path)
        return manifest
    except OSError as error:
        raise RecordError("full" if error.errno == 28 else "denied", f"no backup: {error}", str(path)) from None


def restore(archive: Path, folder: Path, search_text: Callable[[str], str], url: str | None = None) -> Record:
    """A new workspace in `folder` with all that the archive holds, verified; gives it open.

    Raises UsageError where the folder is not empty or the file no archive, RecordError where something in it is damaged
    or the database has a record in it already. What was begun in an empty folder is then taken away.
    """
    if folder.exists() and any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty: a backup is restored into a new folder only")
    try:
        with tarfile.open(archive, "r:gz") as packed:
            manifest = _manifest(packed, archive)
            record = create_record(folder, search_text, url)
            try:
                _unpack(packed, manifest, record, archive)
                _hold_sound(record, manifest, archive)
            except BaseException:
                record.close()
                _take_away(folder)
                raise
            return record
    except (tarfile.TarError, EOFError, OSError, msgspec.MsgspecError) as error:
        raise RecordError("damaged", f"the archive cannot be read: {error}", str(archive)) from None


def _dump(record: Record, folder: Path) -> Manifest:
    tables = {}
    with record.reading() as connection:
        head = last_entry(connection)
        for table in TABLES:
            digest, rows = sha256(), 0
            with (folder / table.name).open("wb") as file:
                for line in dumped(connection, table):
                    file.write(line)
                    digest.update(line)
                    rows += 1
            tables[table.name] = DumpedTable(rows=rows, sha256=digest.hexdigest())
        (folder / "digests").write_text("\n".join(_digests(connection)), "ascii")
    settings = settings_of(record.workspace)
    (folder / SETTINGS).write_bytes(settings)
    originals = len((folder / "digests").read_text("ascii").split())
    return Manifest(
        format=FORMAT,
        schema=HEAD,
        head=head,
        tables=tables,
        originals=originals,
        settings=sha256(settings).hexdigest(),
    )


def _digests(connection: Connection) -> Iterator[str]:
    query = select(report.c.original).where(report.c.original.is_not(None)).distinct().order_by(report.c.original)
    yield from connection.execute(query).scalars()


def _pack(record: Record, folder: Path, manifest: Manifest) -> None:
    (folder / _MANIFEST).write_bytes(msgspec.json.encode(manifest))
    with (folder / "archive").open("wb") as file:
        with tarfile.open(fileobj=file, mode="w:gz", compresslevel=6) as packed:
            packed.add(folder / _MANIFEST, _MANIFEST)
            packed.add(folder / SETTINGS, SETTINGS)
            for table in TABLES:
                packed.add(folder / table.name, f"tables/{table.name}.jsonl")
            for digest in (folder / "digests").read_text("ascii").split():
                packed.add(original_path(record.workspace.originals, digest), f"originals/{digest}")
        file.flush()
        os.fsync(file.fileno())
    written = folder / "archive"
    written.chmod(written.stat().st_mode & ~OTHERS)  # the key of pseudonyms is in it


def _manifest(packed: tarfile.TarFile, archive: Path) -> Manifest:
    first = packed.next()
    content = packed.extractfile(first) if first is not None and first.name == _MANIFEST else None
    if content is None:
        raise UsageError(f"{archive} is no backup of Isnad")
    manifest = msgspec.json.decode(content.read(), type=Manifest)
    if manifest.format > FORMAT or manifest.schema > HEAD:
        raise RecordError("newer", "was made by a newer Isnad; use that one", str(archive))
    return manifest


def _unpack(packed: tarfile.TarFile, manifest: Manifest, record: Record, archive: Path) -> None:
    tables, kept = {f"tables/{table.name}.jsonl": table for table in TABLES}, None
    with record.database.writing() as connection:
        if connection.execute(select(report.c.seq).limit(1)).first() is not None:
            raise RecordError("denied", "this database has a record in it already", str(archive))
        for member in packed:
            content = packed.extractfile(member)
            if content is None or member.name == _MANIFEST:
                continue
            if member.name == SETTINGS:
                kept = content.read()
                same = sha256(kept).hexdigest() == manifest.settings
            elif member.name in tables:
                same = _fill(connection, tables.pop(member.name), content, manifest)
            else:
                # Named by what it is: a name in the archive leads nowhere else.
                same = member.name == f"originals/{keep_original(record.workspace.originals, content.read())}"
            if not same:
                raise RecordError("damaged", f"{member.name} is not what was backed up", str(archive))
        settle(record.workspace.originals, list(_digests(connection)))
        missing = [*tables, *([SETTINGS] if manifest.settings and kept is None else [])]
        if missing:
            raise RecordError("damaged", f"{', '.join(missing)} not in it", str(archive))
    if kept is not None:
        record.workspace = bring_back(record.workspace, kept)


def _fill(connection: Connection, table: Table, lines: IO[bytes], manifest: Manifest) -> bool:
    digest = sha256()
    rows = restored(connection, table, _hashed(lines, digest.update))
    return manifest.tables.get(table.name) == DumpedTable(rows=rows, sha256=digest.hexdigest())


def _hashed(lines: IO[bytes], update: Callable[[bytes], None]) -> Iterator[bytes]:
    for line in lines:
        update(line)
        yield line


def _hold_sound(record: Record, manifest: Manifest, archive: Path) -> None:
    if record.audit_head() != manifest.head:
        raise RecordError("damaged", "the audit chain does not end where it did", str(archive))
    wrong = next(record.verify(), None)
    if wrong is not None:
        raise RecordError("damaged", f"{wrong.table} {wrong.row} {wrong.what}", str(archive))


def _take_away(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()
