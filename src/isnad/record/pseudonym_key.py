"""The workspace's key of pseudonyms: made at the first need, kept in `isnad.toml`, never written anywhere else."""

import os
import re
import secrets
from pathlib import Path
from typing import Final

from isnad.model.errors import RecordError
from isnad.record.workspace import SETTINGS, Workspace, read_workspace

_BYTES: Final = 32
_OTHERS: Final = 0o007  # bits of those who are neither the owner nor of the group
_SECTION: Final = re.compile(r"^\[publishing\][ \t]*(?:#.*)?$", re.MULTILINE)


def pseudonym_key(workspace: Workspace) -> str:
    """The key; a new one is written into the settings, which from then on only the owner and the group can read.

    Raises RecordError where the settings cannot be written.
    """
    known = read_workspace(workspace.folder).settings.publishing.pseudonym_key
    if known is not None:
        return known
    key = secrets.token_hex(_BYTES)
    try:
        _write(workspace.folder / SETTINGS, key)
    except OSError as error:
        raise RecordError("denied", f"the key of pseudonyms cannot be kept: {error.strerror}", SETTINGS) from None
    return key


def _write(path: Path, key: str) -> None:
    """Put the key into its section, in a new file that takes the old one's place."""
    text, line = path.read_text("utf-8"), f'pseudonym_key = "{key}"\n'
    section = _SECTION.search(text)
    if section is None:
        text = f"{text.rstrip()}\n\n[publishing]\n# Names of people are replaced by keyed hashes. Keep it secret, and keep a copy.\n{line}"
    else:
        text = f"{text[: section.end()]}\n{line}{text[section.end() :].lstrip(chr(10))}"
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.touch(mode=0o600, exist_ok=False)
        part.write_text(text, "utf-8")
        part.chmod(path.stat().st_mode & ~_OTHERS)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
