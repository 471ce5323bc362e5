"""What went wrong in the database, in words that say what to do; who holds a lock."""

import os
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL

from isnad.model.errors import RecordError

# Signs of a failure in the drivers' messages, in the order in which they are looked for.
_SIGNS: Final = (
    ("locked", ("database is locked", "lock timeout", "lock_timeout")),
    ("damaged", ("malformed", "not a database", "invalid page", "could not read block")),
    ("full", ("disk is full", "no space left", "file too large", "disk full")),
    ("readonly", ("readonly database", "read-only", "attempt to write a readonly")),
    ("missing", ("unable to open database file", "connection failed", "connection refused", "does not exist")),
    ("full", ("disk i/o error",)),
)
_WORDS: Final = {
    "locked": "another process is writing{who}; nothing was changed, try again when it is done",
    "damaged": "the database is damaged ({error}); restore a backup (`isnad restore`)",
    "full": "no room to write ({error}); nothing of this step was kept, free some space and run it again",
    "readonly": "the record cannot be written to (read-only file or folder); nothing was changed",
    "missing": "the database cannot be opened ({error})",
    "database": "the database refused ({error})",
}


def explained(error: BaseException, url: URL) -> RecordError:
    """The failure of the database at `url` as the record's own error."""
    said = str(error).strip().splitlines()
    message = said[0] if said else type(error).__name__
    low = " ".join(said).lower()
    kind = next((kind for kind, signs in _SIGNS if any(sign in low for sign in signs)), "database")
    who = _holder(url) if kind == "locked" else ""
    return RecordError(kind, _WORDS[kind].format(who=who, error=message), named(url))


def named(url: URL) -> str:
    """The database for people: the file, or the address without its password."""
    return url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


def _holder(url: URL) -> str:
    """Which process holds the file, where the system tells (Linux): " (process 12: isnad add …)"."""
    try:
        inode = str(os.stat(url.database or "").st_ino)
        rows = [line.split() for line in Path("/proc/locks").read_text("ascii").splitlines()]
        writers = [row[4] for row in rows if "WRITE" in row and row[5].rsplit(":", 1)[-1] == inode]
        others = [pid for pid in writers if pid != str(os.getpid())]
        command = Path(f"/proc/{others[0]}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        return f" (process {others[0]}: {command.strip()[:80]})"
    except (OSError, IndexError):
        return ""
