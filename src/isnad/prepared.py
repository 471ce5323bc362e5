"""Prepared files: tables compiled once from package data and kept in the user's cache folder.

The folder is `$ISNAD_CACHE`, else `$XDG_CACHE_HOME/isnad`, else `~/.cache/isnad`, else one in the system's temporary
folder where none of these can be written. A prepared file's name holds a hash of all it was made from, so it is never
stale; it is written beside its place and moved there, so that two processes may prepare it at once.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")


def cache_folders() -> list[Path]:
    """Folders to keep prepared files in, the preferred one first."""
    found = [Path(os.environ["ISNAD_CACHE"])] if os.environ.get("ISNAD_CACHE") else []
    if os.environ.get("XDG_CACHE_HOME"):
        found.append(Path(os.environ["XDG_CACHE_HOME"]) / "isnad")
    else:
        found.append(Path(os.path.expanduser("~")) / ".cache" / "isnad")
    user = os.getuid() if hasattr(os, "getuid") else "user"
    return [*found, Path(tempfile.gettempdir()) / f"isnad-{user}"]


def prepared(name: str, kind: type[T], make: Callable[[], T]) -> T:
    """The prepared table `name` as a `kind`, made now if it is not there or cannot be read."""
    for folder in cache_folders():
        try:
            return msgspec.msgpack.decode((folder / name).read_bytes(), type=kind)
        except (OSError, msgspec.DecodeError):
            continue
    table = make()
    content = msgspec.msgpack.encode(table)
    for folder in cache_folders():
        if _write(folder, name, content):
            break
    return table


def _write(folder: Path, name: str, content: bytes) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, path = tempfile.mkstemp(dir=folder, prefix=name)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        os.replace(path, folder / name)
    except OSError:
        return False
    return True
