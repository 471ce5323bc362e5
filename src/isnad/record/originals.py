"""Originals: the bytes a report came as, in files named by their SHA-256, written whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Collection, Iterator
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Final

from isnad.model.errors import RecordError

_UNFINISHED: Final = ".part-"
_FEW: Final = 10


def original_path(folder: Path, digest: str) -> Path:
    """Where the original with this digest stands: `ab/abcdef…`."""
    return folder / digest[:2] / digest


def keep_original(folder: Path, given: bytes | Path) -> str:
    """Keep the bytes, or those of the file, and give their SHA-256; what is there whole is not written again.

    It is on the disk for good only after `settle`: call that before a row that names it is committed. Raises RecordError where they cannot be read or written.
    """
    try:
        content = given if isinstance(given, bytes) else given.read_bytes()
        digest = sha256(content).hexdigest()
        path = original_path(folder, digest)
        if not path.exists() or digest_of(path) != digest:
            _write_whole(path, content)
        return digest
    except OSError as error:
        kind = "full" if error.errno in {28, 27, 122} else "readonly"  # ENOSPC, EFBIG, EDQUOT
        raise RecordError(
            kind, f"an original cannot be kept: {error.strerror}", str(error.filename or folder)
        ) from None


def settle(folder: Path, digests: Collection[str]) -> None:
    """Wait until these originals and their names are on the disk.

    Many at once are settled by one `sync` where that waits (Linux): 100 originals take 200 single waits otherwise.
    """
    if len(digests) > _FEW and sys.platform == "linux":
        os.sync()
        return
    for digest in digests:
        path = original_path(folder, digest)
        _settle_one(path)
        if os.name == "posix":  # the name of a new file is on the disk only once its folder is
            _settle_one(path.parent)
            _settle_one(folder)


def drop_original(folder: Path, digest: str) -> None:
    """Take the file away; its bytes are overwritten first, as far as the file system lets one."""
    path = original_path(folder, digest)
    if path.exists():
        with path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()


def digest_of(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def unfinished(folder: Path) -> Iterator[Path]:
    """What a killed process left half written; nothing refers to it."""
    return folder.glob(f"*/{_UNFINISHED}*")


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _settle_one(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
