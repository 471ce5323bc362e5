"""Originals: the bytes a report came as, in files named by their SHA-256, written whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Final

from isnad.model.errors import RecordError

_UNFINISHED: Final = ".part-"


def original_path(folder: Path, digest: str) -> Path:
    """Where the original with this digest stands: `ab/abcdef…`."""
    return folder / digest[:2] / digest


def keep_original(folder: Path, given: bytes | Path) -> str:
    """Keep the bytes, or those of the file, and give their SHA-256; what is there already is not written again.

    Raises RecordError where they cannot be read or written.
    """
    try:
        content = given if isinstance(given, bytes) else given.read_bytes()
        digest = sha256(content).hexdigest()
        path = original_path(folder, digest)
        if not path.exists():
            _write_whole(path, content)
        return digest
    except OSError as error:
        kind = "full" if error.errno in {28, 27, 122} else "readonly"  # ENOSPC, EFBIG, EDQUOT
        raise RecordError(
            kind, f"an original cannot be kept: {error.strerror}", str(error.filename or folder)
        ) from None


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
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    # The name of a new file is on the disk only once its folder is.
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
