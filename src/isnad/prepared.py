"""Prepared files: tables compiled once from package data and kept in the user's cache folder.

The folder is `$ISNAD_CACHE`, else `$XDG_CACHE_HOME/isnad`, else `~/.cache/isnad`, else one in the system's temporary
folder where none of these can be written. A prepared file's name holds a hash of all it was made from, so it is never
stale; it is written beside its place and moved there, so that two processes may prepare it at once.
"""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")


def cache_folders() -> list[Path]:
    """Folders to keep prepared files in, the preferred one first."""
    found = [Path(os.environ["ISNAD_CACHE"])] if os.environ.get("ISNAD_CACHE") else []
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    user = os.getuid() if hasattr(os, "getuid") else "user"
    return [*found, Path(base) / "isnad", Path(tempfile.gettempdir()) / f"isnad-{user}"]


def prepared(name: str, kind: type[T], make: Callable[[], T]) -> T:
    """The prepared table `name` as a `kind`, made now if it is not there or cannot be read.

    A folder that cannot be written is passed over; where none can, the table is made each time.
    """
    for folder in cache_folders():
        try:
            return msgspec.msgpack.decode((folder / name).read_bytes(), type=kind)
        except (OSError, msgspec.DecodeError):
            continue
    table = make()
    content = msgspec.msgpack.encode(table)
    for folder in cache_folders():
        with suppress(OSError):
            write_whole(folder / name, content)
            break
    return table


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` so that a reader sees the whole file or none; raises OSError and leaves nothing behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(part, path)
    except OSError:
        Path(part).unlink(missing_ok=True)
        raise
